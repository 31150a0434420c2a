package what

import "strings"

// lemma is the base form of a token as the tables write it. Where the tagger's
// lemma is no word of the tables, the regular inflections of the form are
// undone and the first base that the tables know is taken: a table row is
// never missed because a rare verb was stemmed wrongly.
func (r *reader) lemma(i int) string {
	if l := r.lemmas[i]; l != "" {
		return l
	}
	t := &r.doc.Tokens[i]
	l := lower(t.Lemma)
	switch t.UPOS {
	case "VERB", "NOUN", "AUX":
		if !r.tabs.known[l] {
			for _, b := range bases(lower(t.Form), t.XPOS) {
				if r.tabs.known[b] {
					l = b
					break
				}
			}
		}
	}
	r.lemmas[i] = l
	return l
}

// bases undoes regular English inflection, the likelier base first.
func bases(form, xpos string) []string {
	cut := func(suffix string, adds ...string) []string {
		stem, ok := strings.CutSuffix(form, suffix)
		if !ok || len(stem) < 2 {
			return nil
		}
		var out []string
		for _, a := range adds {
			out = append(out, stem+a)
		}
		if n := len(stem); suffix != "s" && stem[n-1] == stem[n-2] {
			out = append(out, stem[:n-1])
		}
		return out
	}
	var out []string
	switch xpos {
	case "VBD", "VBN":
		out = append(out, cut("ied", "y")...)
		out = append(out, cut("ed", "e", "")...)
	case "VBG":
		out = append(out, cut("ying", "ie")...)
		out = append(out, cut("ing", "e", "")...)
	case "VBZ", "NNS":
		out = append(out, cut("ies", "y")...)
		out = append(out, cut("s", "")...)
		out = append(out, cut("es", "")...)
	default:
		out = append(out, form)
	}
	return out
}
