package when

import (
	"fmt"

	"dateline"
)

// byVisit gives what will be done without a time of its own the days of the
// visit or conference told before it, if that is still to come: a range of days
// not more than five sentences back.
func (l *Layer) byVisit(trigger int) (*dateline.When, []string) {
	if !l.DCT.Known() || !l.willBe(trigger) {
		return nil, nil
	}
	sent := l.doc.Tokens[trigger].Sent
	for i := len(l.Timexes) - 1; i >= 0; i-- {
		t := &l.Timexes[i]
		back := sent - l.doc.Tokens[t.First].Sent
		if back < 1 {
			continue
		}
		s, ok := l.Range(i)
		if back > 5 {
			return nil, nil
		}
		if !ok || s.Latest < l.DCT || s.Days() > 31 {
			continue
		}
		w := &dateline.When{Span: s, EDTF: Interval(s), Text: l.doc.Text[t.Start:t.End]}
		return w, []string{fmt.Sprintf("%q: to come, within the days told before", w.Text)}
	}
	return nil, nil
}

// byAfter gives what another deed of a told day came "after" the two days up to it.
func (l *Layer) byAfter(trigger int) (*dateline.When, []string) {
	d := l.doc
	at := trigger
	for steps := 0; at >= 0 && steps < 5 && !(is(d.Tokens[at].Rel, "advcl") && l.markedBy(at, after) != ""); steps++ {
		at = d.Tokens[at].Head
	}
	if at < 0 || !is(d.Tokens[at].Rel, "advcl") || l.markedBy(at, after) == "" || l.pluperfect(at) {
		return nil, nil
	}
	w, why := l.Of(d.Tokens[at].Head)
	if w == nil || !w.Span.Known() || w.Span.Days() > 31 || l.DCT.Known() && w.Span.Latest > l.DCT {
		return nil, nil
	}
	if w.Span.Days() > 1 { // "last month, after": not long before, if not in it
		return &dateline.When{Span: w.Span, EDTF: w.EDTF}, append([]string{"about when what came after it"}, why...)
	}
	s := dateline.Span{Earliest: w.Span.Earliest - 2, Latest: w.Span.Latest}
	return &dateline.When{Span: s, EDTF: Interval(s)}, append([]string{"shortly before what came after it"}, why...)
}

var after = words("after")

// byPlace gives what was done "where" or "at which" something was held the time
// of that: "met Lind on Monday in Oslo, where he denounced the treaty".
func (l *Layer) byPlace(trigger int) (*dateline.When, []string) {
	d := l.doc
	at := trigger
	for steps := 0; at >= 0 && steps < 5 && !is(d.Tokens[at].Rel, "acl:relcl"); steps++ {
		at = d.Tokens[at].Head
	}
	if at < 0 || !is(d.Tokens[at].Rel, "acl:relcl") || !l.saysWhere(at) {
		return nil, nil
	}
	for up, steps := d.Tokens[at].Head, 0; up >= 0 && steps < 5; steps++ {
		if d.Tokens[up].UPOS == "VERB" || timedNouns[d.Tokens[up].Lemma] {
			if w, why := l.Of(up); w != nil {
				return w, append([]string{fmt.Sprintf("where %q was", d.Tokens[up].Form)}, why...)
			}
		}
		up = d.Tokens[up].Head
	}
	return nil, nil
}

// saysWhere: the relative clause of verb v begins with "where" or "at which".
func (l *Layer) saysWhere(v int) bool {
	for _, c := range l.doc.Children(v) {
		i := int(c)
		switch w := fold(l.doc.Tokens[i].Form); {
		case w == "where" && i < v:
			return true
		case w == "which" && i < v:
			return placePrep[l.before(i)]
		}
	}
	return false
}

// placePrep stand in front of "which" where an occasion is meant.
var placePrep = words("at during in")

// willBe reports whether the trigger's clause is told with "will".
func (l *Layer) willBe(trigger int) bool {
	d := l.doc
	for at, steps := trigger, 0; at >= 0 && steps < 4; steps++ {
		for _, c := range d.Children(at) {
			if w := fold(d.Tokens[c].Form); d.Tokens[c].XPOS == "MD" && (w == "will" || w == "'ll") {
				return true
			}
		}
		at = d.Tokens[at].Head
	}
	return false
}

// byStory gives the story's time to an event in a narrative paragraph that
// tells none itself: that of the last time before it in the paragraph.
func (l *Layer) byStory(trigger int) (*dateline.When, []string) {
	sent := l.doc.Tokens[trigger].Sent
	para := l.doc.Sentences[sent].Para
	if !l.whole && (!l.story[para] || !l.toldInPast(trigger)) {
		return nil, nil
	}
	back := 1 // a single date in the background of news does not tell of the next sentence
	if !l.whole && l.dates(para) < 2 {
		back = 0
	}
	for i := len(l.Timexes) - 1; i >= 0; i-- {
		t := &l.Timexes[i]
		if t.First > trigger || t.Type != "DATE" && t.Type != "TIME" || !t.Span.Known() || t.Vague {
			continue
		}
		if l.doc.Sentences[l.doc.Tokens[t.First].Sent].Para != para || l.doc.Tokens[t.First].Sent < sent-back {
			return nil, nil
		}
		w := &dateline.When{Span: t.Span, EDTF: t.EDTF, Text: l.doc.Text[t.Start:t.End], Part: t.Part}
		return w, []string{fmt.Sprintf("%q, told last in a paragraph that tells a story", w.Text)}
	}
	return nil, nil
}

// dates counts the dates of a paragraph.
func (l *Layer) dates(para int) int {
	n := 0
	for i := range l.Timexes {
		t := &l.Timexes[i]
		if l.doc.Sentences[l.doc.Tokens[t.First].Sent].Para == para && t.Span.Known() && !t.Vague && t.Type != "SET" {
			n++
		}
	}
	return n
}

// byNoun gives what a relative clause tells of an event its time: "the 2012 attack
// that killed three men".
func (l *Layer) byNoun(trigger int) (*dateline.When, []string) {
	d := l.doc
	v := trigger
	if is(d.Tokens[v].Rel, "conj") {
		v = d.Tokens[v].Head
	}
	n := d.Tokens[v].Head
	s := d.Child(v, "nsubj")
	if !is(d.Tokens[v].Rel, "acl:relcl") || n < 0 || s < 0 || !relatives[fold(d.Tokens[s].Form)] || d.Tokens[n].UPOS != "NOUN" || d.Tokens[trigger].UPOS != "VERB" || l.willBe(trigger) {
		return nil, nil
	}
	first, last := l.inSentence(d.Tokens[trigger].Sent)
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		if h := d.Tokens[l.headOf(t)].Head; h == n && t.Type != "SET" && t.Span.Known() && !t.Vague {
			return l.likeThat(t), []string{fmt.Sprintf("%q, of what did it", d.Text[t.Start:t.End])}
		}
	}
	return nil, nil
}

var relatives = words("that which")

// recentDays is how far back "in recent weeks" is taken to reach for an event.
var recentDays = map[string]dateline.Day{"days": 10, "weeks": 42, "months": 180, "years": 5 * 365}

// byRecent gives what was done "in recent weeks" the weeks up to publication.
func (l *Layer) byRecent(trigger int) (*dateline.When, []string) {
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		n, ok := recentDays[l.low(t.Last-1)]
		if !ok || !t.Vague || t.Span.Latest != l.DCT || !l.DCT.Known() || t.Last-t.First < 2 || !l.hasTree(trigger) || l.pathCost(t, trigger) > conjCost {
			continue
		}
		s := dateline.Span{Earliest: l.DCT - n, Latest: l.DCT}
		return &dateline.When{Span: s, EDTF: Interval(s), Text: l.doc.Text[t.Start:t.End]}, []string{fmt.Sprintf("%q: at most %d days", l.doc.Text[t.Start:t.End], n)}
	}
	return nil, nil
}

// toldInPast: the first finite verb over the trigger, or it itself, is a past form.
func (l *Layer) toldInPast(trigger int) bool {
	d := l.doc
	for at, steps := trigger, 0; at >= 0 && steps < 6; steps++ {
		switch x := d.Tokens[at].XPOS; {
		case x == "VBD", x == "VBN" && l.wasDone(at):
			return true
		case x == "VBZ", x == "VBP":
			return false
		}
		at = d.Tokens[at].Head
	}
	return false
}
