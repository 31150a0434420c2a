package when

import "dateline"

// Times of a text that must agree with each other: the ends of a range, and the
// days that one weekday is in it.

// set gives a time another day, of the same grain and part.
func (l *Layer) set(t *Timex, n *node, v val, why string) {
	v.part, v.clock, v.zone, v.mod = n.part, n.clock, n.zone, n.mod
	t.Value, t.Span = v.value(), v.days(l.DCT)
	t.EDTF = v.edtf(t.Span)
	t.Why = append(t.Why, why)
}

// orderRanges puts the first end of a range in front of the second, where both
// lack their year: "between January 1 and September 26".
func (l *Layer) orderRanges(g *grammar, ps []pick) {
	for i := 0; i+1 < len(l.Timexes); i++ {
		a, b := &l.Timexes[i], &l.Timexes[i+1]
		n := ps[i].node
		if !yearless(n) || !yearless(ps[i+1].node) || !a.Span.Known() || !b.Span.Known() ||
			a.Span.Earliest <= b.Span.Earliest || a.Span.Earliest > b.Span.Earliest+366 || l.whole || l.story[ps[i].place.para] {
			continue
		}
		between, head := l.wordsBetween(a.Last, b.First), l.before(a.First)
		if !(g.guards["rangeand"][between] && g.guards["between"][head] || g.guards["rangeto"][between] && g.guards["rangeopen"][head]) {
			continue
		}
		grain := Month
		if n.f.day != unset {
			grain = DayGrain
		}
		l.set(a, n, unit(grain, add(a.Span.Earliest, -12, Month)), "in front of the end of its range")
	}
}

// yearless: a month or a day of a month without a year.
func yearless(n *node) bool {
	return n.kind == kDate && n.f.month != unset && n.f.year == unset && n.f.holiday == ""
}

// agreeWeekdays gives a weekday that only owns something ("Monday's debate") the
// day that the text's other mentions of that weekday mean.
func (l *Layer) agreeWeekdays(ps []pick) {
	var votes [8]map[dateline.Day]int
	for i := range ps {
		if p := &ps[i]; l.weekdayOfNews(p) {
			w := 2
			if p.place.owner && !p.place.will {
				w = 1
			}
			if wd := p.node.f.wday; votes[wd] == nil {
				votes[wd] = map[dateline.Day]int{}
			}
			votes[p.node.f.wday][l.Timexes[i].Span.Earliest] += w
		}
	}
	for i := range ps {
		p, t := &ps[i], &l.Timexes[i]
		if !l.weekdayOfNews(p) || !p.place.owner || p.place.will {
			continue
		}
		best, of := t.Span.Earliest, votes[p.node.f.wday]
		for k := dateline.Day(-7); k <= 7; k += 14 {
			if d := t.Span.Earliest + k; of[d] > of[best] {
				best = d
			}
		}
		if best != t.Span.Earliest {
			l.set(t, p.node, unit(DayGrain, best), "the day that the text means elsewhere by this weekday")
		}
	}
}

// weekdayOfNews: a bare weekday that hangs on the day of publication.
func (l *Layer) weekdayOfNews(p *pick) bool {
	f := &p.node.f
	return p.node.kind == kDate && f.wday != unset && f.day == unset && f.year == unset && f.month == unset && !l.whole && !l.story[p.place.para] && l.DCT.Known()
}
