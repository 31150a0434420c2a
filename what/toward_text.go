package what

import (
	"slices"

	"dateline"
	"dateline/who"
)

// sameAttack is who bore the attack that a definite noun means, where the text told it
// before: "The raid was claimed by the rebels".
func (r *reader) sameAttack(m *found) []int {
	if m.Type != dateline.Assault || !m.bound.row.Noun || !r.definite(m.Trigger) {
		return nil
	}
	for k := len(r.found) - 1; k >= 0; k-- {
		o := r.found[k]
		if d := r.doc.Tokens[m.Trigger].Sent - r.doc.Tokens[o.Trigger].Sent; o.Trigger < m.Trigger && d <= 2 && o.Type == m.Type && len(o.recips) > 0 && r.lemma(o.Trigger) == r.lemma(m.Trigger) {
			return o.recips
		}
	}
	return nil
}

// interlocutor is the other of two who talk, to whom the one expresses condolences or
// thanks without its being said.
func (r *reader) interlocutor(m *found) []int {
	if m.Type != dateline.Support || len(m.actors) != 1 {
		return nil
	}
	for k := len(r.found) - 1; k >= 0; k-- {
		o := r.found[k]
		sides := addAll(slices.Clone(o.actors), o.recips)
		if d := r.doc.Tokens[m.Trigger].Sent - r.doc.Tokens[o.Trigger].Sent; o.Trigger > m.Trigger || d > 3 || o.Type != dateline.Consult || len(sides) != 2 || !r.same(m.actors[0], sides) {
			continue
		}
		return sides
	}
	return nil
}

// replying is who answers a demand that is told as a noun: "denied a request by Norland".
func (r *reader) replying(m *found) []int {
	if m.Type != dateline.Request || !m.bound.row.Noun {
		return nil
	}
	return r.answerer(m)
}

// against is who stands behind "against" in the sentence of a measure whose tree hangs it
// elsewhere: "approved sanctions, including bans on trade, against Norland".
func (r *reader) against(m *found) []int {
	if m.Type != dateline.Sanction {
		return nil
	}
	for i := m.Trigger + 1; i < len(r.doc.Tokens) && r.doc.Tokens[i].Sent == r.doc.Tokens[m.Trigger].Sent; i++ {
		if t := &r.doc.Tokens[i]; t.Rel == "case" && t.Lemma == "against" && t.Head > i && r.someone(t.Head) {
			return r.joinedSomeone(t.Head)
		}
	}
	return nil
}

// onlyOther is the one other side that the sentence of a measure of diplomacy names: "Norland, which
// condemned the coup in Sudland, recalled its ambassador".
func (r *reader) onlyOther(m *found) []int {
	if m.Type != dateline.Sanction || m.Mode == "discontinue" || len(m.actors) == 0 {
		return nil
	}
	s := r.doc.Sentences[r.doc.Tokens[m.Trigger].Sent]
	state, out := "", -1
	for i := s.First; i < s.Last; i++ {
		n := r.mention(i)
		if n == nil || n.Head != i || len(n.Entities) != 1 {
			continue
		}
		e := &r.who.Entities[n.Entities[0]]
		if len(e.State) != 3 || !e.Political || r.countrymen(i, m.actors) || r.town(i) {
			continue
		}
		if state != "" && state != e.State {
			return nil
		}
		if state == "" || e.Kind == who.State {
			state, out = e.State, i
		}
	}
	if out < 0 {
		return nil
	}
	return []int{out}
}
