package what

import "dateline"

// companions are those with whom somebody is told to do what a verb tells: "together
// with Lind, he attended", "joined by Dahl, she flew to Oslo".
func (r *reader) companions(v int) []int {
	if r.doc.Tokens[v].UPOS != "VERB" || r.passive(v) {
		return nil
	}
	var out []int
	for _, c32 := range r.doc.Children(v) {
		c := int(c32)
		t := &r.doc.Tokens[c]
		switch base(t.Rel) {
		case "advmod":
			if l := r.lemma(c); l != "together" && l != "along" && l != "alongside" {
				continue
			}
			if o := r.doc.Child(c, "obl", "nmod"); o >= 0 && r.preposition(o) == "with" {
				out = append(out, r.participants(o, false)...)
			}
		case "obl":
			switch r.preposition(c) {
			case "together_with", "along_with", "alongside":
				out = append(out, r.participants(c, false)...)
			}
		case "advcl":
			if l := r.lemma(c); l != "join" && l != "accompany" || t.XPOS != "VBN" {
				continue
			}
			if o := r.doc.Child(c, "obl:agent", "obl"); o >= 0 && r.preposition(o) == "by" {
				out = append(out, r.participants(o, false)...)
			}
		}
	}
	return out
}

// undergoer is on whom a deed lies of which he is told to be under or the subject:
// "Norland is under sanctions", "has been the target of raids".
func (r *reader) undergoer(f *frame, m *found) []int {
	if !f.noun {
		return nil
	}
	switch m.Type {
	case dateline.Sanction, dateline.Assault, dateline.Coerce, dateline.Accuse:
	default:
		return nil
	}
	at := f.trigger
	switch r.preposition(at) {
	case "under":
	case "of":
		h := r.doc.Tokens[at].Head
		if h < 0 || !borne[r.lemma(h)] {
			return nil
		}
		at = h
	default:
		return nil
	}
	s := r.doc.Child(at, "nsubj")
	if h := r.doc.Tokens[at].Head; s < 0 && h >= 0 && r.doc.Tokens[h].UPOS == "VERB" {
		s = r.subject(h, 0)
	}
	if s < 0 {
		return nil
	}
	return r.participants(r.referent(s), true)
}

// borne are nouns for whom or what a deed is done to.
var borne = words("subject target object victim focus")
