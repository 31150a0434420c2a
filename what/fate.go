package what

import "dateline"

// known tells a meeting or journey of whose sides nothing is said, but that it is
// due or fell through: "the trip was called off", "a second meeting, planned for
// June, did not take place". Who takes part is told before it, which the room
// `read` knows.
func (r *reader) known(m *found) bool {
	if m.Type != dateline.Consult || !m.bound.row.Noun || m.Light < 0 {
		return false
	}
	t := &r.doc.Tokens[m.Trigger]
	if base(t.Rel) == "nmod" && r.inClass("aspect", t.Head) { // "a second round of talks"
		t = &r.doc.Tokens[t.Head]
	}
	return base(t.Rel) == "nsubj" && t.Head == m.Light
}

// fated reports whether a status is what became of a known event, rather than
// how it went.
func fated(s dateline.Status) bool {
	return s != dateline.Happened && s != dateline.Ongoing
}
