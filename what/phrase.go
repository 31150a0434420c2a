package what

import "strings"

// preposition is the case (or, on a gerund, the mark) of a phrase, of several
// words joined by "_"; "" if it has none.
func (r *reader) preposition(c int) string {
	var parts []string
	first := -1
	for _, k := range r.doc.Children(c) {
		t := &r.doc.Tokens[k]
		if int(k) > c {
			break
		}
		if t.Rel == "case" && t.XPOS != "POS" || t.Rel == "mark" && (t.XPOS == "IN" || t.XPOS == "RB") {
			if first < 0 {
				first = int(k)
			}
			parts = append(parts, strings.ToLower(t.Form))
			for _, m := range r.doc.Children(int(k)) {
				if m := &r.doc.Tokens[m]; m.Rel == "fixed" {
					parts = append(parts, strings.ToLower(m.Form))
				}
			}
		}
	}
	if d := r.doc.Child(c, "nmod:desc"); len(parts) == 0 && d >= 0 && d < c {
		return r.preposition(d) // "on high commissioner Ada Lind"
	}
	if len(parts) == 1 && parts[0] == "of" && first > 0 {
		if w := r.doc.Tokens[first-1].Lemma; w == "ahead" {
			return "ahead_of"
		}
	}
	return strings.Join(parts, "_")
}

// to reports an infinitive with "to".
func (r *reader) to(c int) bool {
	for _, k := range r.doc.Children(c) {
		if t := &r.doc.Tokens[k]; t.Rel == "mark" && t.XPOS == "TO" {
			return true
		}
	}
	return false
}

// base is a relation without its subtype.
func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

func (r *reader) passive(v int) bool {
	t := &r.doc.Tokens[v]
	subj, aux := false, false
	for _, c := range r.doc.Children(v) {
		switch r.doc.Tokens[c].Rel {
		case "nsubj:pass", "aux:pass", "obl:agent":
			return true
		case "nsubj":
			subj = true
		case "aux":
			aux = true
		}
	}
	if t.XPOS == "VBN" && subj && !aux && t.Rel == "advcl" && r.marked(v, "with") && r.doc.Child(v, "obj") < 0 {
		return true // "with two soldiers wounded"
	}
	if t.XPOS != "VBN" || subj || aux {
		return false
	}
	switch base(t.Rel) {
	case "acl", "advcl", "amod", "xcomp":
		return !r.mainVerb(v)
	case "conj":
		return t.Head >= 0 && r.doc.Tokens[t.Head].XPOS == "VBN" && r.passive(t.Head)
	}
	return false
}

// mainVerb tells a past tense that the parser took for a participle: "The
// opposition called for a vote" with no other verb to the sentence.
func (r *reader) mainVerb(v int) bool {
	h := r.doc.Tokens[v].Head
	if r.doc.Tokens[v].Rel != "acl" || h < 0 || h > v || r.doc.Tokens[h].Head >= 0 || r.doc.Child(h, "cop") >= 0 {
		return false
	}
	if r.doc.Child(v, "obj") >= 0 {
		return true
	}
	if !addresses[r.lemma(v)] {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if p := r.preposition(int(c)); base(r.doc.Tokens[c].Rel) == "obl" && (p == "for" || p == "on") {
			return true
		}
	}
	return false
}

// referent replaces a relative pronoun by the noun it stands for.
func (r *reader) referent(c int) int {
	t := &r.doc.Tokens[c]
	if t.XPOS != "WDT" && t.XPOS != "WP" && !(t.Lemma == "that" && t.UPOS == "PRON") {
		return r.latter(c)
	}
	for i, up := t.Head, 0; i >= 0 && up < 4; i, up = r.doc.Tokens[i].Head, up+1 {
		if r.doc.Tokens[i].Rel == "acl:relcl" {
			return r.doc.Tokens[i].Head
		}
	}
	return c
}
