package what

import (
	"slices"

	"dateline"
	"dateline/who"
)

// Extraditions are told of long before they come about, and mostly without those who
// would have to grant them: "faces extradition to Norland", "was held in Aby pending
// his extradition to Norland".

// handover reports an extradition, told as a noun, to somebody. Such counts though it
// is only possible and nobody is told to grant it.
func (r *reader) handover(m *found) bool {
	if m.Type != dateline.Cooperate || !m.bound.row.Noun || r.lemma(m.Trigger) != "extradition" || !m.bound.fills('R', "to") {
		return false
	}
	a := r.doc.Child(m.Trigger, "amod")
	return (m.Light >= 0 || imminent[r.preposition(m.Trigger)] || a >= 0 && (r.lemma(a) == "possible" || r.lemma(a) == "pending")) &&
		slices.ContainsFunc(m.recips, r.political)
}

// imminent are prepositions of an extradition that is dealt with, not only discussed.
var imminent = words("after following before pending until despite since ahead_of awaiting over during")

// custodian are those who hold whoever is to be extradited: who arrested or tried him by
// the same sentence.
func (r *reader) custodian(m *found) []int {
	for _, g := range r.found {
		if r.doc.Tokens[g.Trigger].Sent != r.doc.Tokens[m.Trigger].Sent || g == m || len(g.actors) == 0 {
			continue
		}
		if (g.Type == dateline.Coerce || g.Type == dateline.Reject) && !slices.ContainsFunc(m.recips, func(t int) bool { return r.same(t, g.actors) || r.countrymen(t, g.actors) }) {
			return g.actors
		}
	}
	return r.otherStateOf(m)
}

// otherStateOf is the one state that the sentence of a mention names besides those who
// bear it; nil if there are more or none.
func (r *reader) otherStateOf(m *found) []int {
	var out []int
	s := r.doc.Sentences[r.doc.Tokens[m.Trigger].Sent]
	for i := s.First; i < s.Last; i++ {
		n := r.mention(i)
		if n == nil || r.who.Entities[n.Entities[0]].Kind != who.State || r.same(i, m.recips) || r.same(i, out) {
			continue
		}
		if len(out) > 0 {
			return nil
		}
		out = []int{i}
	}
	return out
}
