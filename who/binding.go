package who

import (
	"dateline/lang"
)

// bound reports whether a pronoun and its antecedent would be two arguments of
// one verb, which only a reflexive may be.
func (r *reader) bound(i, head int, form string) bool {
	if form == "refl" || form == "poss" {
		return false
	}
	v := r.doc.Tokens[i].Head
	if v >= 0 && v == r.doc.Tokens[head].Head {
		return true
	}
	if form != "obj" && r.doc.Tokens[i].Rel != "obj" || !lang.RelIs(r.doc.Tokens[head].Rel, "nsubj") {
		return false
	}
	if v >= 0 && judges[r.doc.Tokens[v].Lemma] {
		return false // "calling it an error": what was done
	}
	for v >= 0 && r.doc.Child(v, "nsubj") < 0 { // "Chile broke off talks with Peru, accusing it of fraud"
		switch rel := r.doc.Tokens[v].Rel; {
		case rel == "advcl", rel == "xcomp", rel == "conj":
			v = r.doc.Tokens[v].Head
		default:
			return false
		}
	}
	return v >= 0 && r.doc.Tokens[head].Head == v
}

// judges are the verbs whose "it" is mostly a deed that is judged.
var judges = map[string]bool{"call": true, "describe": true, "label": true, "deem": true, "consider": true, "regard": true, "find": true, "make": true, "denounce": true}

// controlled reports whether the one at head does what the pronoun's clause tells:
// "Chile orders Peru to close its consulate".
func (r *reader) controlled(i, head int) bool {
	t := &r.doc.Tokens[head]
	if t.Rel != "obj" || t.Head < 0 {
		return false
	}
	x := r.doc.Child(t.Head, "xcomp")
	return x >= 0 && r.doc.Dominates(x, i)
}

// joinedTo reports whether the thing of a possessive pronoun is joined to the one at
// head: "Lind and her government".
func (r *reader) joinedTo(i, head int) bool {
	if i > 1 && r.doc.Tokens[i-1].Lemma == "and" { // "A, B and his wife": B's
		for k := len(r.Mentions) - 1; k >= 0 && r.Mentions[k].Last >= i-1-reach; k-- {
			if m := &r.Mentions[k]; m.Last == i-1 && m.Form == Named && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == Person {
				return m.Head == head
			}
		}
	}
	own := r.doc.Tokens[i].Head
	return own >= 0 && r.doc.Tokens[own].Rel == "conj" && r.doc.Tokens[own].Head == head
}

// judged reports whether the one at head is praised or blamed for what is its own:
// "Chile's president congratulated Ana Rojas on her election".
func (r *reader) judged(i, head int) bool {
	t := &r.doc.Tokens[head]
	if t.Rel != "obj" || t.Head < 0 || !judging[r.doc.Tokens[t.Head].Lemma] {
		return false
	}
	for _, c := range r.doc.Children(t.Head) {
		if k := r.doc.Child(int(c), "case"); k >= 0 && int(c) > head && r.doc.Dominates(int(c), i) {
			switch r.doc.Tokens[k].Lemma {
			case "on", "for", "of", "over", "about":
				return true
			}
		}
	}
	for _, c := range r.doc.Children(head) {
		if k := r.doc.Child(int(c), "case"); k >= 0 && r.doc.Dominates(int(c), i) && (r.doc.Tokens[k].Lemma == "on" || r.doc.Tokens[k].Lemma == "for") {
			return true
		}
	}
	return false
}
