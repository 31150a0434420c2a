package when

import (
	"dateline"
	"dateline/lang"
)

// leadSentences is how far into a text its news is told.
const leadSentences = 4

// Fresh is the span of news without a time: two days before publication up to
// it, or from the day of the text's first sentences in front of the trigger, if
// that was before: what others said to an attack "on Thursday" came after it. It
// is nil without a day of publication.
func (l *Layer) Fresh(trigger int) *dateline.When {
	if !l.DCT.Known() {
		return nil
	}
	s := dateline.Span{Earliest: l.DCT - 2, Latest: l.DCT}
	if d := l.leadDay(l.doc.Tokens[trigger].Sent); d.Known() {
		s.Earliest = min(s.Earliest, d)
	}
	return &dateline.When{Span: s, EDTF: Interval(s)}
}

// leadDay is the day of what the first sentences tell, up to sentence sent.
func (l *Layer) leadDay(sent int) dateline.Day {
	for s := 0; s < min(leadSentences, sent); s++ {
		if t := l.mainDay(s); t != nil {
			return t.Span.Earliest
		}
	}
	return dateline.NoDay
}

// Background reports whether the trigger's place in its sentence speaks against
// fresh news, and why: a pluperfect, a relative clause, a clause or noun behind
// "after", "following", "despite", a word like "previously"; or that it goes on,
// without a time of its own, from what was told of years ago. Without a tree only
// such words tell.
func (l *Layer) Background(trigger int) (bool, string) {
	if is, why := l.background(trigger); is {
		return true, why
	}
	why := l.toldBack(trigger)
	if why == "" && l.review != dateline.NoSpan && l.doc.Tokens[trigger].Sent >= deadSentence {
		why = "the text looks back on " + Interval(l.review)
	}
	if why != "" {
		if w, _ := l.Of(trigger); w == nil {
			return true, why
		}
	}
	return false, ""
}

// background is what the trigger's own sentence tells of it.
func (l *Layer) background(trigger int) (bool, string) {
	d := l.doc
	if w := l.backWord(trigger); w != "" {
		return true, "with " + w
	}
	if !l.hasTree(trigger) {
		return false, ""
	}
	for at, steps := trigger, 0; at >= 0 && steps < 10; steps++ {
		t := &d.Tokens[at]
		if t.UPOS == "VERB" && l.pluperfect(at) {
			return true, "pluperfect"
		}
		switch {
		case is(t.Rel, "acl:relcl"):
			return true, "in a relative clause"
		case t.UPOS == "VERB" && l.inOffice(at) != "":
			return true, "during " + l.inOffice(at)
		case is(t.Rel, "advcl"), is(t.Rel, "obl"), is(t.Rel, "nmod"):
			if w := l.marker(at); w != "" {
				return true, "behind " + w
			}
		}
		at = t.Head
	}
	return false, ""
}

// inOffice is the noun of "during his time as vice president", "in her second term",
// told of verb v.
func (l *Layer) inOffice(v int) string {
	d := l.doc
	for _, c := range d.Children(v) {
		if n := int(c); is(d.Tokens[n].Rel, "obl") && officeSpells[d.Tokens[n].Lemma] && l.markedBy(n, inDeed) != "" && l.owned(n) {
			return d.Tokens[n].Lemma
		}
	}
	return ""
}

// officeSpells are stretches of somebody's life.
var officeSpells = words("time tenure term presidency premiership career reign youth childhood administration")

// backMarks are the prepositions of what went before.
var backMarks = words(`following since despite amid before given until`)

// backWords are adverbs of what went before.
var backWords = words(`previously earlier formerly once originally initially historically already
	recently lately`)

// marker is a child of token i that marks what it stands for as background.
func (l *Layer) marker(i int) string { return l.markedBy(i, backMarks) }

func (l *Layer) markedBy(i int, marks map[string]bool) string {
	for _, c := range l.doc.Children(i) {
		t := &l.doc.Tokens[c]
		if is(t.Rel, "mark", "case") && int(c) < i && marks[t.Lemma] {
			return t.Lemma
		}
	}
	return ""
}

// backWord is an adverb of the past that stands by the trigger.
func (l *Layer) backWord(trigger int) string {
	d := l.doc
	s := &d.Sentences[d.Tokens[trigger].Sent]
	for i := max(s.First, trigger-3); i < min(s.Last, trigger+2); i++ {
		w := fold(d.Text[d.Tokens[i].Start:d.Tokens[i].End])
		if i != trigger && backWords[w] {
			return w
		}
	}
	return ""
}

// pluperfect: "had met".
func (l *Layer) pluperfect(verb int) bool {
	for _, c := range l.doc.Children(verb) {
		t := &l.doc.Tokens[c]
		if lang.RelIs(t.Rel, "aux") && (fold(t.Form) == "had" || fold(t.Form) == "'d") {
			return true
		}
	}
	return false
}
