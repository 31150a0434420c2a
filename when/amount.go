package when

import (
	"fmt"
	"strconv"

	"dateline"
)

// byAmount dates what something else came so long before or after: in "the
// speech came a week after an attack" the attack was a week before the speech,
// which is news of the day unless its day is told.
func (l *Layer) byAmount(trigger int) (*dateline.When, []string) {
	if !l.hasTree(trigger) {
		return nil, nil
	}
	t, top := l.amountOver(trigger)
	if t == nil {
		return nil, nil
	}
	n, unit, ok := wholeAmount(t.Value)
	some, vague := someTime[t.Value]
	if !ok && !vague {
		return nil, nil
	}
	dir := -1
	if l.low(t.Last) == "before" {
		dir = 1
	}
	at, why := l.Of(l.doc.Tokens[top].Head)
	if at == nil && dir < 0 && l.DCT.Known() {
		at = &dateline.When{Span: dateline.OneDay(l.DCT)}
	}
	if at == nil || !at.Span.Known() || at.Span.Days() > 31 {
		return nil, nil
	}
	if vague { // "days after a missile test"
		near, far := add(at.Span.Latest, dir*some.least, some.grain), add(at.Span.Earliest, dir*some.most, some.grain)
		span := dateline.Span{Earliest: min(near, far), Latest: max(near, far)}
		return &dateline.When{Span: span, EDTF: Interval(span), Text: l.doc.Text[t.Start:t.End]}, append(why, fmt.Sprintf("some time from %s", Interval(at.Span)))
	}
	span := dateline.Span{
		Earliest: unitOf(unit, add(at.Span.Earliest, dir*n, unit), t.Mod).Earliest,
		Latest:   unitOf(unit, add(at.Span.Latest, dir*n, unit), t.Mod).Latest,
	}
	w := &dateline.When{Span: span, EDTF: Interval(span), Text: l.doc.Text[t.Start:t.End]}
	return w, append(why, fmt.Sprintf("%q from %s", w.Text, Interval(at.Span)))
}

// someTime is how many units "hours", "days" and "weeks" before or after something are
// taken to be.
var someTime = map[string]struct {
	least, most int
	grain       Grain
}{
	"PTXH": {0, 1, DayGrain}, "PXD": {1, 7, DayGrain}, "PXW": {1, 6, Week}, "PXM": {1, 10, Month},
}

// amountOver is the amount of time in front of the "after" or "before" that marks
// the trigger or what stands over it, and the token that it marks.
func (l *Layer) amountOver(trigger int) (*Timex, int) {
	d := l.doc
	first, last := l.inSentence(d.Tokens[trigger].Sent)
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		if t.Type != "DURATION" || t.Last >= len(d.Tokens) || t.Last >= trigger || !amountPrep[l.low(t.Last)] || lengthPrep[l.before(t.First)] {
			continue
		}
		for at, steps := trigger, 0; at >= 0 && steps < 4; steps++ {
			if d.Tokens[t.Last].Head == at && d.Tokens[at].Head >= 0 {
				return t, at
			}
			if !is(d.Tokens[at].Rel, "nmod", "compound", "obj", "xcomp", "ccomp") {
				break
			}
			at = d.Tokens[at].Head
		}
	}
	return nil, -1
}

// lengthPrep make an amount of time a length: "closed for three days after the attack".
var lengthPrep = words("for of lasting last lasted")

// amountPrep stand between an amount of time and the event that it counts from.
var amountPrep = words("after before")

// wholeAmount reads P3D, P2W, P6M, P1Y.
func wholeAmount(value string) (n int, g Grain, ok bool) {
	if len(value) < 3 || value[0] != 'P' {
		return 0, NoGrain, false
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil || n <= 0 || n > 1000 {
		return 0, NoGrain, false
	}
	switch value[len(value)-1] {
	case 'D':
		return n, DayGrain, true
	case 'W':
		return n, Week, true
	case 'M':
		return n, Month, true
	case 'Y':
		return n, Year, true
	}
	return 0, NoGrain, false
}

// unitOf is how exactly an amount tells a day: days to the day, weeks to a day or
// two, months and years to the month and year; one said to be rough, less so.
func unitOf(g Grain, d dateline.Day, mod string) dateline.Span {
	rough := dateline.Day(0)
	if mod != "" {
		rough = 1
	}
	switch g {
	case DayGrain:
		return dateline.Span{Earliest: d - rough, Latest: d + rough}
	case Week:
		return dateline.Span{Earliest: d - 1 - 2*rough, Latest: d + 1 + 2*rough}
	}
	first := floor(g, d)
	return dateline.Span{Earliest: first, Latest: last(g, first)}
}
