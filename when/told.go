package when

import (
	"fmt"

	"dateline"
)

// hangOnTold gives days to what is told by its distance from something that the text
// itself has told the day of: "a day after the march", where the march was on
// Saturday. What the facts know comes first.
func (l *Layer) hangOnTold() {
	var open []int // "the day before" something of no known day is no time
	for i := range l.Timexes {
		t := &l.Timexes[i]
		if t.Type != "DURATION" && t.Value != theDay {
			continue
		}
		if l.someLater(t) {
			continue
		}
		n, g, ok := wholeAmount(t.Value)
		day := t.Type == "DATE" && t.Value == theDay
		if day {
			t.Value, open = holesOf(DayGrain), append(open, i)
		}
		some, vague := someTime[t.Value]
		if t.Type != "DURATION" && !day || !ok && !vague || t.anchor[1] > 0 || t.Last >= len(l.doc.Tokens) || !amountPrep[l.low(t.Last)] || lengthPrep[l.before(t.First)] || !l.hasTree(t.First) {
			continue
		}
		what := l.doc.Tokens[t.Last].Head
		if what <= t.Last || !l.definite(what) {
			continue
		}
		on, why := l.toldDay(what, l.doc.Tokens[t.First].Sent)
		if on == dateline.NoSpan {
			continue
		}
		from, dir := on.Latest, 1
		if l.low(t.Last) == "before" {
			from, dir = on.Earliest, -1
		}
		if t.Vague = false; vague {
			near, far := add(from, dir*some.least, some.grain), add(from, dir*some.most, some.grain)
			t.Span = dateline.Span{Earliest: min(near, far), Latest: max(near, far)}
		} else {
			t.Span = unitOf(g, add(from, dir*n, g), t.Mod)
		}
		if l.before(t.First) == "within" {
			t.Span = dateline.Span{Earliest: min(from, t.Span.Earliest), Latest: max(from, t.Span.Latest)}
		}
		t.EDTF = Interval(t.Span)
		if day {
			t.Value, open = isoDay(t.Span.Earliest), open[:len(open)-1]
		}
		t.anchor, t.anchorSpan = [2]int{what, what + 1}, on
		t.Why = append(t.Why, why)
	}
	l.drop(open)
}

// someLater gives "hours later" and "days later" the days behind that on which the
// sentence before in the paragraph stands.
func (l *Layer) someLater(t *Timex) bool {
	some, ok := someTime[t.Value]
	if !ok || t.Last >= len(l.doc.Tokens) || l.low(t.Last) != "later" || !l.DCT.Known() {
		return false
	}
	sent := l.doc.Tokens[t.First].Sent
	if sent == 0 || l.doc.Sentences[sent-1].Para != l.doc.Sentences[sent].Para {
		return false
	}
	on := l.mainDay(sent - 1)
	if on == nil {
		return false
	}
	t.Span = dateline.Span{Earliest: add(on.Span.Earliest, some.least, some.grain), Latest: min(add(on.Span.Latest, some.most, some.grain), l.DCT)}
	if t.Span.Earliest > t.Span.Latest {
		t.Span = dateline.NoSpan
		return false
	}
	t.Vague, t.EDTF = false, Interval(t.Span)
	t.Why = append(t.Why, fmt.Sprintf("some time from %s", on.Value))
	return true
}

// drop takes out the times with the indices gone, in order.
func (l *Layer) drop(gone []int) {
	if len(gone) == 0 {
		return
	}
	at := make(map[int]int, len(l.Timexes))
	kept := l.Timexes[:0]
	for i := range l.Timexes {
		if len(gone) > 0 && gone[0] == i {
			gone = gone[1:]
			continue
		}
		at[i] = len(kept)
		kept = append(kept, l.Timexes[i])
	}
	l.Timexes = kept
	pairs := make(map[int]int, len(l.rangeWith))
	for a, b := range l.rangeWith {
		x, ok := at[a]
		y, ok2 := at[b]
		if ok && ok2 {
			pairs[x] = y
		}
	}
	l.rangeWith = pairs
}

// theDay is the value of "the day" before or after something as long as that is not
// known.
const theDay = "P1D"

// dayOff is "the day" in "the day before the rally": a day, told by an amount.
func dayOff(a []*node) *node {
	n := durOf(nil, a[0])
	if n != nil {
		n.typ = "DATE"
	}
	return n
}

// definite: a noun with "the", "his" or the like: one that is known.
func (l *Layer) definite(noun int) bool {
	d := l.doc
	if d.Tokens[noun].UPOS != "NOUN" {
		return false
	}
	for _, c := range d.Children(noun) {
		switch w := fold(d.Tokens[c].Form); {
		case w == "a" || w == "an" || w == "another":
			return false
		case is(d.Tokens[c].Rel, "det") || is(d.Tokens[c].Rel, "nmod:poss"):
			return true
		}
	}
	return false
}

// owned: "his murder", "Lind's murder", which need not be what the report is about.
func (l *Layer) owned(noun int) bool {
	for _, c := range l.doc.Children(noun) {
		if is(l.doc.Tokens[c].Rel, "nmod:poss") {
			return true
		}
	}
	return false
}

// byOccasion gives what was done "during the rally" or "at the summit" the days that the
// text told of that before.
func (l *Layer) byOccasion(trigger int) (*dateline.When, []string) {
	d := l.doc
	if !l.hasTree(trigger) {
		return nil, nil
	}
	for _, c := range d.Children(trigger) {
		n := int(c)
		if lemma := d.Tokens[n].Lemma; !is(d.Tokens[n].Rel, "obl") || !timedNouns[lemma] && !deedNouns[lemma] && !newsNouns[lemma] || l.markedBy(n, inDeed) == "" || !l.definite(n) {
			continue
		}
		if on, why := l.toldDay(n, d.Tokens[trigger].Sent); on != dateline.NoSpan {
			return &dateline.When{Span: on, EDTF: Interval(on)}, []string{why}
		}
	}
	return nil, nil
}

// toldAgo is how many sentences back the day of what is known is looked for; stemLength
// is how many letters a noun and its verb share: arrival, arrived.
const (
	toldAgo    = 12
	stemLength = 5
)

// toldDay is the day that the text tells of noun what before sentence sent: by the same
// noun, by its verb, or, of a deed like "the attack", that of the news itself.
func (l *Layer) toldDay(what, sent int) (dateline.Span, string) {
	d := l.doc
	lemma := d.Tokens[what].Lemma
	for i := d.Sentences[sent].First - 1; i >= d.Sentences[max(0, sent-toldAgo)].First; i-- {
		t := &d.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "VERB" || t.Lemma != lemma && !sameStem(t.Lemma, lemma) && !deedOf[lemma][t.Lemma] {
			continue
		}
		if w, _ := l.Of(i); w != nil && w.Span.Known() && w.Span.Days() <= 7 {
			return w.Span, fmt.Sprintf("%q was on %s", t.Form, Interval(w.Span))
		}
	}
	if day := l.leadDay(sent); day.Known() && newsNouns[lemma] && !l.owned(what) {
		return dateline.OneDay(day), fmt.Sprintf("%q is what is reported, of %s", d.Tokens[what].Form, day)
	}
	return dateline.NoSpan, ""
}

func sameStem(a, b string) bool {
	return len(a) >= stemLength && len(b) >= stemLength && a[:stemLength] == b[:stemLength]
}

// deedOf are the verbs of what a noun names, where they are other words.
var deedOf = map[string]map[string]bool{
	"visit": visiting, "trip": visiting, "stay": visiting, "tour": visiting,
	"talk": meeting, "meeting": meeting, "summit": meeting,
	"rally": marching, "march": marching, "protest": marching, "demonstration": marching,
	"death": words("die kill"), "killing": words("kill shoot"), "murder": words("kill shoot murder"),
}

var (
	visiting = words("arrive visit travel fly land")
	meeting  = words("meet confer")
	marching = words("march rally protest demonstrate gather")
)

// newsNouns name what a report is about.
var newsNouns = words(`event attack incident blast explosion shooting killing bombing raid crash announcement rally protest
	march arrest death assassination statement murder assault ambush clash coup strike`)
