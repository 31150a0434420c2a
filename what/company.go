package what

import (
	"slices"

	"dateline"
)

// companions are those with whom somebody is told to do what a verb tells: "together
// with Lind, he attended", "joined by Dahl, she flew to Oslo".
func (r *reader) companions(v int) []int {
	if r.doc.Tokens[v].UPOS != "VERB" || r.passive(v) {
		return nil
	}
	var out []int
	if s := r.doc.Child(v, "nsubj"); s >= 0 {
		for _, c := range r.doc.Children(s) {
			if base(r.doc.Tokens[c].Rel) == "acl" {
				out = append(out, r.joiners(int(c))...)
			}
		}
	}
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
			case "with":
				if k := r.doc.Child(c, "case"); k > 0 && (r.lemma(k-1) == "together" || r.lemma(k-1) == "along") {
					out = append(out, r.participants(c, false)...)
				}
			}
		case "advcl":
			out = append(out, r.joiners(c)...)
		}
	}
	return out
}

// joiners are those by whom somebody is told to be joined or accompanied.
func (r *reader) joiners(v int) []int {
	if l := r.lemma(v); l != "join" && l != "accompany" || r.doc.Tokens[v].XPOS != "VBN" {
		return nil
	}
	if o := r.doc.Child(v, "obl:agent", "obl"); o >= 0 && r.preposition(o) == "by" {
		return r.participants(o, false)
	}
	return nil
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

// besides is whom "it" means in "severed ties with Norland, accusing it of", where the
// pronoun was taken for who speaks: the one whom the verb above was done to.
func (r *reader) besides(f *frame, m *found) []int {
	h := r.doc.Tokens[f.trigger].Head
	if o := f.get("o"); h < 0 || len(o) != 1 {
		return nil
	}
	if up := r.above(f.trigger); up >= 0 {
		h = up
	} else if base(r.doc.Tokens[f.trigger].Rel) != "advcl" {
		h = -1
	}
	for _, g := range r.found {
		if h >= 0 && (g.Trigger == h || g.Light == h) {
			return slices.DeleteFunc(slices.Clone(g.recips), func(t int) bool { return r.same(t, m.actors) })
		}
	}
	for i := len(r.found) - 1; i >= 0; i-- { // "rejecting Norland's demand and criticizing it"
		g := r.found[i]
		if r.doc.Tokens[g.Trigger].Sent == r.doc.Tokens[f.trigger].Sent && ofWords[g.Type] && len(g.recips) > 0 && !r.plural(g.recips[0]) && len(g.actors) > 0 && r.same(g.actors[0], m.actors) {
			return slices.DeleteFunc(slices.Clone(g.recips), func(t int) bool { return r.same(t, m.actors) })
		}
	}
	return nil
}

// threatened are those against whom the deed is meant that somebody threatens to
// do: "threatened to close the Norland embassy".
func (r *reader) threatened(m *found) []int {
	if m.Type != dateline.Threaten || m.bound.row.Noun {
		return nil
	}
	x := r.doc.Child(m.Trigger, "xcomp", "advcl")
	if x < 0 || !r.to(x) {
		return nil
	}
	o := r.doc.Child(x, "obj")
	if o < 0 {
		return nil
	}
	return slices.DeleteFunc(r.participants(r.referent(o), true), func(t int) bool {
		return !r.political(t) || r.countrymen(t, m.actors)
	})
}
