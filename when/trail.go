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
