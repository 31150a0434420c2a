package when

import (
	"fmt"

	"dateline"
)

// byTopic gives a deed told in a plain past clause the day of what it goes on
// from: the day on which the sentence before it in the paragraph stands, if the
// clause speaks of the same doers by a pronoun; or the day of publication, if
// the text begins with what was done "today".
func (l *Layer) byTopic(trigger int) (*dateline.When, []string) {
	if !l.DCT.Known() || !l.hasTree(trigger) || !l.plainPast(trigger) {
		return nil, nil
	}
	if bg, _ := l.background(trigger); bg || l.toldBack(trigger) != "" {
		return nil, nil
	}
	sent := l.doc.Tokens[trigger].Sent
	para := l.doc.Sentences[sent].Para
	if l.pronounSubject(trigger) || l.saidSubject(trigger) {
		for s := sent - 1; s >= 0 && s >= sent-3 && l.doc.Sentences[s].Para == para; s-- {
			if t := l.mainDay(s); t != nil {
				return l.likeThat(t), []string{fmt.Sprintf("goes on from %q", l.doc.Text[t.Start:t.End])}
			}
		}
	}
	for s := 0; s < min(sent, 3); s++ {
		if t := l.mainDay(s); t != nil && t.Span == dateline.OneDay(l.DCT) && l.today(t) && l.doc.Tokens[l.doc.Sentences[s].Root].XPOS != "VB" {
			return l.likeThat(t), []string{fmt.Sprintf("the text tells of %q", l.doc.Text[t.Start:t.End])}
		}
	}
	return nil, nil
}

func (l *Layer) likeThat(t *Timex) *dateline.When {
	return &dateline.When{Span: t.Span, EDTF: t.EDTF, Text: l.doc.Text[t.Start:t.End]}
}

// today: the time is told as a distance from the day of publication, not as a
// weekday or date that happens to be it.
func (l *Layer) today(t *Timex) bool { return t.deictic }

// mainDay is the single past day, at most two weeks old, that hangs on the main
// verb of a sentence.
func (l *Layer) mainDay(sent int) *Timex {
	first, last := l.inSentence(sent)
	root := l.doc.Sentences[sent].Root
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		if t.Vague || t.Span.Days() != 1 || t.Span.Latest > l.DCT || t.Span.Earliest < l.DCT-14 {
			continue
		}
		if l.before(t.First) != "since" && l.pathCost(t, root) <= conjCost {
			return t
		}
	}
	return nil
}

// plainPast: the trigger, or the verb of which it is the object, is a finite
// past verb of a main clause.
func (l *Layer) plainPast(trigger int) bool {
	d := l.doc
	if t := &d.Tokens[trigger]; t.UPOS != "VERB" && !timedNouns[t.Lemma] {
		return false // "they discussed the war": the war is older
	}
	at := trigger
	for steps := 0; at >= 0 && steps < 5; steps++ {
		t := &d.Tokens[at]
		if t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBN" && l.wasDone(at)) && (t.Head < 0 || is(t.Rel, "conj", "parataxis")) {
			return true
		}
		if t.UPOS == "VERB" && t.XPOS == "VBG" && is(t.Rel, "advcl") && steps == 0 {
			at = t.Head // "calling it void"
			continue
		}
		if !is(t.Rel, "obj", "conj", "parataxis", "compound", "xcomp") {
			return false
		}
		at = t.Head
	}
	return false
}

// pronounSubject: the clause of the trigger has a pronoun for its subject, or
// shares one by a joined verb.
func (l *Layer) pronounSubject(trigger int) bool {
	d := l.doc
	for at, steps := trigger, 0; at >= 0 && steps < 6; steps++ {
		if s := d.Child(at, "nsubj"); s >= 0 {
			return d.Tokens[s].UPOS == "PRON"
		}
		at = d.Tokens[at].Head
	}
	return false
}

// wasDone: the participle is a passive with "was" or "were".
func (l *Layer) wasDone(verb int) bool {
	c := l.doc.Child(verb, "aux")
	return c >= 0 && l.doc.Tokens[c].XPOS == "VBD" && l.doc.Tokens[c].Lemma == "be"
}

// saidSubject: the subject is what the text told just before, as "the
// announcement was made".
func (l *Layer) saidSubject(trigger int) bool {
	d := l.doc
	for at, steps := trigger, 0; at >= 0 && steps < 4; steps++ {
		if s := d.Child(at, "nsubj"); s >= 0 {
			c := d.Child(s, "det")
			return c >= 0 && toldNouns[d.Tokens[s].Lemma] && (d.Tokens[c].Lemma == "the" || d.Tokens[c].Lemma == "this")
		}
		at = d.Tokens[at].Head
	}
	return false
}

// toldNouns take up what was told.
var toldNouns = words("announcement statement move decision remark comment speech vote news meeting ceremony call")
