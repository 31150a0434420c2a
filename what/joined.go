package what

import (
	"slices"

	"dateline/who"
)

// joined is a token and everything coordinated with it, also by the words alone where
// the tree took a list of persons with titles for appositions.
func (r *reader) joined(t int) []int {
	if t < 0 {
		return nil
	}
	out := []int{t}
	m := r.mention(t)
	for _, c := range r.doc.Children(t) {
		switch k := &r.doc.Tokens[c]; k.Rel {
		case "conj":
			if m != nil && m.Form == who.Named && m.First <= int(c) && int(c) < m.Last {
				continue // another office of the same: "president and premier Lind"
			}
			out = addAll(out, r.joined(int(c)))
		case "appos": // "president Lind and premier Dahl": joined to the name
			if n := r.mention(int(c)); m == nil || n == nil || m.Entities[0] != n.Entities[0] {
				continue
			}
			out = addAll(out, r.joined(int(c))[1:])
		case "nmod": // "the government of Norland and the rebels"
			for _, g := range r.doc.Children(int(c)) {
				if int(c) > t && r.doc.Tokens[g].Rel == "conj" && (r.who.Apart(t, int(g)) || r.lonely(t)) {
					out = addAll(out, r.joined(int(g)))
				}
			}
		case "amod", "compound": // "Norland-Sudrian talks"
			if n := r.mention(int(c)); m != nil && n != nil && m.First == n.Last+1 && r.dash(n.Last) && r.nationAt(t) && r.nationAt(int(c)) {
				out = addAll(out, []int{int(c)})
			}
		}
	}
	if m != nil && m.Form == who.Named {
		for _, h := range r.who.Listed(t) {
			if !slices.ContainsFunc(out, func(o int) bool { return r.same(o, []int{h}) }) {
				out = append(out, h)
			}
		}
	}
	return out
}

// dash reports a hyphen between two words.
func (r *reader) dash(t int) bool {
	f := r.doc.Tokens[t].Form
	return f == "-" || f == "–"
}

// nationAt reports an adjective or name of a state.
func (r *reader) nationAt(t int) bool {
	m := r.mention(t)
	return m != nil && r.who.Entities[m.Entities[0]].Kind == who.State
}

// lonely reports one of the two sides that "between" must have: "between the government of
// Norland and the Red Front", where the tree joins the other to what the one is of.
func (r *reader) lonely(t int) bool {
	return r.preposition(t) == "between" && r.doc.Child(t, "conj") < 0 && r.doc.Tokens[t].XPOS != "NNS" && r.someone(t)
}
