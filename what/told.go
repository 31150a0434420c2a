package what

import (
	"slices"

	"dateline"
)

// toldSides are the sides of talks, a truce or a war that names none itself, where
// what was told right before names them: "the truce between Norland and the rebels expires
// while talks on a second phase", "ten died in the fighting".
func (r *reader) toldSides(m *found) []int {
	n := m.Trigger
	if !m.bound.row.Noun || !r.mutual(m) || m.Type == dateline.Agree || m.Mode == "multilateral" || !r.definite(n) && !r.bare(n) && !(m.Type == dateline.Retreat && occasions[r.preposition(n)]) {
		return nil
	}
	if m.Type == dateline.Consult && (!r.inClass("talks", n) || !r.bare(n) || r.known(m)) {
		return nil // "the peace process" goes on without them; which one "the meeting" is read knows
	}
	if m.Type == dateline.Assault && r.doc.Child(n, "amod", "compound") >= 0 {
		return nil // "the terrorist attacks" may be others
	}
	for i := len(r.found) - 1; i >= 0; i-- {
		g := r.found[i]
		if r.doc.Tokens[n].Sent-r.doc.Tokens[g.Trigger].Sent > 1 {
			return nil
		}
		if g.Trigger >= n || !r.mutual(g) || m.Type == dateline.Assault && g.Type != m.Type && g.Type != dateline.Retreat {
			continue
		}
		if p := r.preposition(n); m.Type == dateline.Consult && g.Type == m.Type && (p == "in" || p == "for") {
			return nil // "is here for talks", "sincere in talks": maybe the meeting told before
		}
		sides := append(slices.Clone(g.actors), g.recips...)
		if len(sides) != 2 || r.same(sides[0], sides[1:]) || slices.ContainsFunc(sides, func(t int) bool { return !r.political(t) && !r.bands(t) }) {
			continue
		}
		return sides
	}
	return nil
}

// mutual tells what two sides do to or with each other.
func (r *reader) mutual(m *found) bool {
	switch m.Type {
	case dateline.Consult:
		return m.Mode != "visit"
	case dateline.Retreat:
		return m.Mode == "ceasefire"
	case dateline.Agree:
		return true
	case dateline.Assault:
		return r.inClass("struggle", m.Trigger) || r.inClass("warfare", m.Trigger)
	}
	return false
}

// bare reports talks told without an article: "talks on a second phase".
func (r *reader) bare(n int) bool {
	return r.doc.Tokens[n].XPOS == "NNS" && r.inClass("talks", n) && r.doc.Child(n, "det") < 0
}
