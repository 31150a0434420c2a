package when

import "dateline/lang"

// trailCost is what a time costs that stands behind a phrase with the event noun
// while the tree hangs it on the verb above.
const trailCost = maxCost

// trails reports whether a time stands at the end of the phrase that holds an
// event noun: "joined the patrols after talks between A and B on Tuesday". The
// tree may hang it on either; where the noun has no other time, it is the talks'.
func (l *Layer) trails(t *Timex, trigger int) bool {
	d := l.doc
	if d.Tokens[trigger].UPOS == "NOUN" && l.pastInFront(t, trigger) {
		return true
	}
	if d.Tokens[trigger].UPOS != "NOUN" || t.First <= trigger || !lang.RelIs(d.Tokens[trigger].Rel, "obl") {
		return false
	}
	switch c := d.Child(trigger, "case", "mark"); {
	case c < 0:
		return false
	default:
		switch d.Tokens[c].Lemma {
		case "after", "following", "before":
		default:
			return false
		}
	}
	for i := trigger + 1; i < t.First; i++ {
		if w := &d.Tokens[i]; w.UPOS == "VERB" || w.UPOS == "PUNCT" && w.Form != "-" || w.Form == "but" {
			return false
		}
	}
	return d.Tokens[l.headOf(t)].Head == d.Tokens[trigger].Head
}

// pastInFront: a past day that ends the phrase in front of a main verb in the present
// is that of its noun: "In response to the raid on Lisk four days ago, Norland
// releases a statement".
func (l *Layer) pastInFront(t *Timex, trigger int) bool {
	d := l.doc
	root := d.Sentences[d.Tokens[trigger].Sent].Root
	if root <= t.Last || t.First <= trigger || t.Span.Days() == 0 || !l.DCT.Known() || t.Span.Latest >= l.DCT-2 || d.Tokens[t.Last].Form != "," {
		return false
	}
	if x := d.Tokens[root].XPOS; x != "VBZ" && x != "VBP" || d.Tokens[l.headOf(t)].Head != root && d.Tokens[l.headOf(t)].Head < t.Last && d.Tokens[l.headOf(t)].Head != trigger {
		return false
	}
	for i := d.Sentences[d.Tokens[trigger].Sent].First; i < t.First; i++ {
		if w := &d.Tokens[i]; w.UPOS == "VERB" && w.XPOS != "VBN" && w.XPOS != "VBG" || w.UPOS == "AUX" {
			return false
		}
	}
	return true
}
