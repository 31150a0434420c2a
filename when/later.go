package when

import (
	"sort"

	"dateline"
)

// fixByLaterDates gives a bare day ("June 18") the year of a full date with the
// same month and day, wherever in the text that stands.
func (l *Layer) fixByLaterDates(ps []pick) {
	type md struct{ m, d int }
	years := map[md]int{}
	for i := range ps {
		f := &ps[i].node.f
		if ps[i].node.kind == kDate && f.year != unset && !f.short && !f.bc && f.month != unset && f.day != unset {
			years[md{f.month, f.day}] = f.year
		}
	}
	if len(years) == 0 {
		return
	}
	for i := range ps {
		n := ps[i].node
		if n.kind != kDate || n.f.year != unset || n.f.month == unset || n.f.day == unset {
			continue
		}
		y, ok := years[md{n.f.month, n.f.day}]
		t := &l.Timexes[i]
		if !ok || l.whole || t.Span.Earliest.Known() && yearOf(t.Span.Earliest) == y || n.f.day > monthDays(y, n.f.month) {
			continue
		}
		v := unit(DayGrain, dayOf(y, n.f.month, n.f.day))
		if l.DCT.Known() && ps[i].place.dir > open && v.day < l.DCT && t.Span.Earliest > l.DCT {
			continue // "is to take over on Jan. 1", where others did so on Jan. 1, 2007
		}
		v.part, v.clock, v.zone, v.mod = n.part, n.clock, n.zone, n.mod
		t.Value, t.Span = v.value(), v.days(l.DCT)
		t.EDTF = v.edtf(t.Span)
		t.Why = append(t.Why, "by the year of the same date elsewhere in the text")
	}
}

// partsOfDates gives days to "the last 5 days" in front of "of May 2017".
func (l *Layer) partsOfDates(ps []pick) {
	for i := 0; i+1 < len(l.Timexes); i++ {
		n, t, in := ps[i].node, &l.Timexes[i], &l.Timexes[i+1]
		if n.kind != kPeriod || n.offset != 0 || n.code == "" || n.dur[0].vague || in.First-t.Last > 2 || !in.Span.Known() || in.Type != "DATE" {
			continue
		}
		s := in.Span
		if n.code == "first" {
			d := s.Earliest
			for _, a := range n.dur {
				d = moveBy(d, a, 1)
			}
			s.Latest = min(s.Latest, d-1)
		} else {
			d := s.Latest + 1
			for _, a := range n.dur {
				d = moveBy(d, a, -1)
			}
			s.Earliest = max(s.Earliest, d)
		}
		t.Span, t.EDTF = s, Interval(s)
		t.Why = append(t.Why, "of "+in.Value)
	}
}

// At gives the time expression that covers token tok, or nil.
func (l *Layer) At(tok int) *Timex {
	i := sort.Search(len(l.Timexes), func(i int) bool { return l.Timexes[i].Last > tok })
	if i < len(l.Timexes) && l.Timexes[i].First <= tok {
		return &l.Timexes[i]
	}
	return nil
}

// Records are the times as they leave in a record.
func (l *Layer) Records() []dateline.Timex {
	out := make([]dateline.Timex, 0, len(l.Timexes))
	for i := range l.Timexes {
		t := &l.Timexes[i]
		out = append(out, dateline.Timex{
			Start: t.Start, End: t.End, Text: l.doc.Text[t.Start:t.End], Type: t.Type, Value: t.Value,
			Mod: t.Mod, Quant: t.Quant, Freq: t.Freq, Earliest: t.Span.Earliest, Latest: t.Span.Latest, EDTF: t.EDTF,
		})
	}
	return out
}
