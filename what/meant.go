package what

import (
	"slices"

	"dateline"
)

// meantDeed gives who did what a definite noun means that somebody judges or turns
// down, where the text told it before: "The raid was condemned" is a word against the
// raiders, "rejected the request" one to who asked.
func (r *reader) meantDeed(m *found) []int {
	switch m.Type {
	case dateline.Accuse, dateline.Reject, dateline.Support:
	default:
		return nil
	}
	for _, b := range m.bound.roles {
		if !b.slot.Has('R') && b.slot.Name != "o" {
			continue
		}
		for _, t := range b.toks {
			if who := r.doersOf(t, m); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// deedBack is how many sentences back a definite noun looks for what it means.
const deedBack = 6

// doersOf are those who did what noun t means: the last told of the same word, else of
// the same kind.
func (r *reader) doersOf(t int, m *found) []int {
	tok := &r.doc.Tokens[t]
	if tok.UPOS != "NOUN" || r.someone(t) || !r.definite(t) {
		return nil
	}
	rows, asked := r.tabs.noun[r.lemma(t)], m.Type == dateline.Reject && addressedTo[r.lemma(t)]
	if len(rows) == 0 && !asked {
		return nil
	}
	var alike, near []int
	uttered := false
	for k := len(r.found) - 1; k >= 0; k-- {
		o := r.found[k]
		if tok.Sent-r.doc.Tokens[o.Trigger].Sent > deedBack {
			break
		}
		if o.Trigger == t || o == m || len(o.actors) == 0 {
			continue
		}
		side := o.actors
		if m.Type == dateline.Accuse && o.Type == dateline.Accuse {
			side = o.recips // "the court took up the complaint": against the same
		}
		who := slices.DeleteFunc(slices.Clone(side), func(a int) bool { return !r.political(a) || r.same(a, m.actors) })
		if len(who) == 0 {
			continue
		}
		switch {
		case r.lemma(o.Trigger) == r.lemma(t):
			return who
		case alike == nil && slices.ContainsFunc(rows, func(row *Row) bool { return row.Type == o.Type }):
			alike = who
		case asked && tok.Sent-r.doc.Tokens[o.Trigger].Sent <= 1 && (near == nil || !uttered && imposing[o.Type] && o.Clause >= 0):
			near, uttered = who, imposing[o.Type] // "rejects the ultimatum": of whoever acted last, above all in words
		}
	}
	if alike == nil {
		return near
	}
	return alike
}

// imposing are the types of deeds that an ultimatum or demand may be.
var imposing = map[dateline.Type]bool{dateline.Request: true, dateline.Threaten: true, dateline.Accuse: true, dateline.Sanction: true}

// addressedTo are nouns for words that one side says to the other.
var addressedTo = words("ultimatum demand request offer proposal invitation allegation accusation claim complaint threat plan overture")

// definite reports whether a noun speaks of something told: "the", "this", "that".
func (r *reader) definite(t int) bool {
	d := r.doc.Child(t, "det")
	if d < 0 {
		return false
	}
	switch r.lemma(d) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}
