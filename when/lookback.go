package when

import (
	"fmt"

	"dateline"
	"dateline/lang"
)

// longBack is how many days before publication a time lies of which what is told
// behind it goes on: nearer ones open the news itself ("On August 27 a car ... The
// embassy declined").
const longBack = 200

// lookBacks finds the sentences of a news text that go on from a time long ago, "In
// 1987 he became minister. He met Hale. His government banned whaling.", and those in
// which somebody acts whose death is the news. A sentence told in another tense, or
// with a time of these days, comes back to now.
func (l *Layer) lookBacks() {
	if !l.DCT.Known() || l.whole {
		return
	}
	d := l.doc
	l.back = make(map[int]string)
	l.review = l.period()
	dead := l.dead()
	why, ofDead := "", false
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Root < 0 || !hasTree(d, s) {
			why = ""
			continue
		}
		subject := l.subjectOf(s.Root)
		if i > 0 && d.Sentences[i-1].Para != s.Para && !l.goesOnSubject(subject) {
			why = ""
		}
		old, now := l.farTime(i)
		switch done := l.rootDone(s.Root); {
		case now || !done:
			why = ""
		case old != nil:
			why = fmt.Sprintf("goes on from %q", d.Text[old.Start:old.End])
		case saying[d.Tokens[s.Root].Lemma]:
			why = ""
		}
		if why != "" {
			l.back[i] = why
		}
		if len(dead) == 0 {
			continue
		}
		byPronoun := subject >= 0 && persons[fold(d.Tokens[subject].Form)]
		if !byPronoun {
			ofDead = subject >= 0 && l.named(subject, dead)
		}
		if ofDead && !now && l.back[i] == "" && i >= deadSentence && l.didItself(s.Root) {
			l.back[i] = "done by one whose death is told"
		}
	}
}

// deadSentence is the first sentence in which the life of the dead may be told: the
// ones before tell the death.
const deadSentence = 2

// saying are verbs of telling, by which news comes back to now.
var saying = words("say tell add note state announce comment tweet write")

// farTime is a time long past on which the main verb of a sentence stands; now tells
// that a time of these days stands anywhere in it.
func (l *Layer) farTime(sent int) (old *Timex, now bool) {
	first, last := l.inSentence(sent)
	root := l.doc.Sentences[sent].Root
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		switch {
		case t.Value == "PRESENT_REF":
			return nil, true
		case t.Vague || t.Type == "SET" || t.Type == "DURATION" || !t.Span.Latest.Known():
		case t.Span.Latest >= l.DCT-longBack:
			return nil, true
		case l.before(t.First) != "since" && l.pathCost(t, root) <= conjCost:
			old = t
		}
	}
	return old, false
}

// rootDone: the main verb is a past form, or its copula is one.
func (l *Layer) rootDone(root int) bool {
	d := l.doc
	switch t := &d.Tokens[root]; {
	case t.XPOS == "VBD", t.XPOS == "VBN" && l.wasDone(root):
		return true
	case t.UPOS == "VERB" && (t.XPOS == "NN" || t.XPOS == "NNS"): // "Police shot dozens"
		return true
	}
	for _, c := range d.Children(root) {
		t := &d.Tokens[c]
		if (is(t.Rel, "cop") || is(t.Rel, "aux")) && (t.XPOS == "VBD" || t.XPOS == "MD" && fold(t.Form) == "would") {
			return true // "They would be held for months"
		}
	}
	return false
}

// didItself: the main verb is a plain past in the active voice.
func (l *Layer) didItself(root int) bool { return l.doc.Tokens[root].XPOS == "VBD" }

// subjectOf is the subject of a verb, -1 without one.
func (l *Layer) subjectOf(root int) int {
	for _, c := range l.doc.Children(root) {
		if lang.RelIs(l.doc.Tokens[c].Rel, "nsubj") {
			return int(c)
		}
	}
	return -1
}

// goesOnSubject: the subject is somebody told before: "He", "His government".
func (l *Layer) goesOnSubject(subject int) bool {
	d := l.doc
	if subject < 0 {
		return false
	}
	if persons[fold(d.Tokens[subject].Form)] {
		return true
	}
	for _, c := range d.Children(subject) {
		if persons[fold(d.Tokens[c].Form)] {
			return true
		}
	}
	return false
}

var persons = words("he she his her")

// dead are the names of those whose death the first sentences tell.
func (l *Layer) dead() map[string]bool {
	d := l.doc
	out := map[string]bool{}
	for i := range min(leadSentences, len(d.Sentences)) {
		s := &d.Sentences[i]
		for v := s.First; v < s.Last; v++ {
			if t := &d.Tokens[v]; t.Lemma != "die" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBN" {
				continue
			}
			if subject := l.subjectOf(v); subject >= 0 {
				if n := l.surname(subject); n != "" {
					out[n] = true
				}
			}
		}
	}
	return out
}

// surname is the last part of a name, "" if token i is none.
func (l *Layer) surname(i int) string {
	d := l.doc
	if d.Tokens[i].UPOS != "PROPN" {
		for _, c := range d.Children(i) { // "Former prime minister Tor Lind"
			if t := &d.Tokens[c]; int(c) > i && t.UPOS == "PROPN" && (is(t.Rel, "appos") || is(t.Rel, "flat")) {
				return l.surname(int(c))
			}
		}
		return ""
	}
	last := i
	for _, c := range d.Children(i) {
		if int(c) > last && is(d.Tokens[c].Rel, "flat") {
			last = int(c)
		}
	}
	return fold(d.Tokens[last].Form)
}

// named: the subject is one of the names.
func (l *Layer) named(subject int, names map[string]bool) bool {
	return names[l.surname(subject)]
}

// toldBack tells why what the trigger tells is long ago, "" if it is not.
func (l *Layer) toldBack(trigger int) string {
	if why := l.back[l.doc.Tokens[trigger].Sent]; why != "" && l.toldInPast(trigger) {
		return why
	}
	return ""
}

// A text that looks back on a period, as a review of a month does, tells most of its
// times there and none of the days of its publication.
const (
	periodTimes = 6  // so many times lie in it at least, and half as many again as lie elsewhere
	periodDays  = 75 // it is no longer than this
	periodAge   = 14 // and was over so many days before publication
)

// period is the stretch of time, over for two weeks or more, that a review tells of;
// NoSpan if the text is none.
func (l *Layer) period() dateline.Span {
	out := dateline.NoSpan
	in, other := 0, 0
	for i := range l.Timexes {
		t := &l.Timexes[i]
		switch {
		case t.Vague || t.Type == "SET" || t.Type == "DURATION" || t.Clock != "" || !t.Span.Known() || t.Span.Days() > 31:
		case t.Span.Latest >= l.DCT-periodAge && t.Span.Earliest <= l.DCT && t.Span.Days() <= 7:
			return dateline.NoSpan
		case t.Span.Latest < l.DCT-periodAge && t.Span.Earliest >= l.DCT-periodAge-periodDays:
			if in++; out == dateline.NoSpan {
				out = t.Span
			}
			out = dateline.Span{Earliest: min(out.Earliest, t.Span.Earliest), Latest: max(out.Latest, t.Span.Latest)}
		default:
			other++
		}
	}
	if in < periodTimes || 2*in < 3*other {
		return dateline.NoSpan
	}
	return out
}

// byPeriod gives what a review tells in a plain past clause without a time the period
// that it looks back on.
func (l *Layer) byPeriod(trigger int) (*dateline.When, []string) {
	if l.review == dateline.NoSpan || l.doc.Tokens[trigger].Sent < deadSentence || !l.hasTree(trigger) || !l.plainPast(trigger) {
		return nil, nil
	}
	if bg, _ := l.background(trigger); bg || l.back[l.doc.Tokens[trigger].Sent] != "" {
		return nil, nil
	}
	return &dateline.When{Span: l.review, EDTF: Interval(l.review)}, []string{"the text looks back on these days"}
}
