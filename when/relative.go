package when

import (
	"strings"

	"dateline"
)

// evalRel: last week, next May, the following day, the quarter, that night.
func (s *story) evalRel(n *node, p place) val {
	t := n.base
	if t.kind == kDate {
		return s.relDate(n, t, p)
	}
	g := t.grain
	if g == Quarter && n.offset == 0 && n.anchor == onStory {
		return s.theQuarter(p)
	}
	if s.whole && n.offset == 0 && n.anchor == onDCT && g == DayGrain && n.part == "" && s.lead() != nil && s.longAgo() {
		return unknown("PRESENT_REF", NoGrain) // "today" of a story of old is our time
	}
	base, ok := s.relBase(n, g, p)
	if !ok {
		return s.openIn(g, p)
	}
	if n.code == inRow && !s.narrative(p) {
		base = s.lastInRow(g, base, p)
	}
	k := n.offset
	if g == Weekend && k == 1 && n.code == coming && base == s.dct && isoWeekday(base) < 6 {
		k = 0 // "the coming weekend" is the first one, "next weekend" that of next week
	}
	if t.mul > 1 {
		k *= t.mul
	}
	v := unit(g, base)
	if k != 0 {
		v = unit(g, add(v.day, k, g))
	}
	if (n.code == rolling || n.code == rollingAfter && p.within) && base == s.dct && t.kind == kUnit && g >= Week && g <= Year && n.anchor == onDCT {
		v.span = dateline.Span{Earliest: add(s.dct, k, g), Latest: s.dct}
		s.say("up to the day of publication %s", s.dct)
		return v
	}
	if n.code == "in" { // Monday of last week, the summer of last year
		if n.f.day != unset && n.f.month == unset { // the 5th of next month
			return unit(DayGrain, min(v.day+dateline.Day(n.f.day-1), last(Month, v.day)))
		}
		g, _ := n.f.cycle()
		d, _ := n.f.occurrence(v.day, 0)
		return unit(g, d)
	}
	if r := s.ref(p, g); n.anchor == onStory && k == 0 && g == DayGrain && s.narrative(p) && r != nil && r.part == "NI" && r.day == base && small(n) {
		v.day++ // the morning behind the night told last
	}
	if g == Week && n.def && n.offset == 0 && !s.narrative(p) && p.dir < 0 && isoWeekday(s.dct) == 1 && base == s.dct {
		v.day -= 7 // told on a Monday
	}
	if g == Weekend && n.def && n.anchor == onStory && n.offset == 0 && !s.narrative(p) && v.day > base && p.dir <= 0 {
		v.day -= 7
	}
	return v
}

// longAgo: the story lies more than a year before the day of publication.
func (s *story) longAgo() bool {
	return s.dct.Known() && s.lead().day < s.dct-366
}

// relBase is the day that a relative unit hangs on.
func (s *story) relBase(n *node, g Grain, p place) (dateline.Day, bool) {
	story := n.anchor == onStory || s.whole && (n.offset != 0 || g > DayGrain)
	if n.def && n.offset == 0 && g > DayGrain && g != Quarter && !s.narrative(p) {
		story = false // "the week" in news is the present one
		if m := s.monthHere(p, 2); g == Month && p.within && m != nil {
			s.say("the month told for its figures")
			return m.day, true
		}
	}
	if story {
		r := s.ref(p, g)
		if r != nil && g == DayGrain && n.part != "" && n.def && n.code != "that" && !s.narrative(p) {
			r = s.forthright(p, r)
		}
		if m := s.stale(p, r); m != nil && (s.narrative(p) || n.anchor == onStory && !n.def && m.sent >= p.sent-1 && m.grain > Week) {
			return 0, false
		}
		if r != nil && n.def && g == DayGrain && !s.narrative(p) && s.dct.Known() && r.day < s.dct-farDays {
			r = nil // "earlier in the day", behind the year of an attack
		}
		if r != nil {
			s.say("from %s, told last", r.value())
			return r.day, true
		}
		if s.whole && s.lead() != nil && n.anchor == onStory {
			return 0, false
		}
	}
	if s.dct.Known() {
		s.say("from the day of publication %s", s.dct)
		return s.dct, true
	}
	if r := s.ref(p, g); r != nil && n.anchor == onStory {
		return r.day, true
	}
	return 0, false
}

// relDate: last Friday, next June, this summer, the following spring.
func (s *story) relDate(n, t *node, p place) val {
	g, cycle := t.f.cycle()
	base, ok := s.relBase(n, g, p)
	if !ok {
		if in := s.stale(p, s.ref(p, g)); in != nil && in.grain == Year && cycle == 365 && (n.offset != 0 || n.anchor == onStory) {
			d, _ := t.f.occurrence(in.day, n.offset) // "in 1812 ... the following spring", "that spring"
			return unit(g, d)
		}
		return s.evalDate(t, p)
	}
	cand := func(k int) dateline.Day {
		d, _ := t.f.occurrence(base, k)
		return d
	}
	cur := cand(0) // the occurrence in the week or year of base
	k := 0
	switch {
	case n.offset < 0:
		for last(g, cur) >= base || g == Month && sameMonth(cur, base) {
			k--
			cur = cand(k)
		}
		for cycle > 0 && last(g, cand(k+1)) < base {
			k++
			cur = cand(k)
		}
		if t.f.wday != unset && base-cur == 1 {
			cur -= 7 // nobody calls yesterday "last Thursday"
		}
	case n.offset > 0:
		for cur <= base {
			k++
			cur = cand(k)
		}
		for cycle > 0 && cand(k-1) > base {
			k--
			cur = cand(k)
		}
	default:
		cur = s.thisOne(n, t, g, base, cand, p)
	}
	s.say("counted from %s", base)
	v := unit(g, cur)
	v.part = t.part
	return v
}

// thisOne: this Friday is the coming one, or by a past clause the latest; this
// summer is that of the year.
func (s *story) thisOne(n, t *node, g Grain, base dateline.Day, cand func(int) dateline.Day, p place) dateline.Day {
	cur := cand(0)
	if g == DayGrain && t.f.wday != unset {
		if p.dir < 0 && cur > base {
			return cand(-1)
		}
		if p.dir >= 0 && cur < base {
			return cand(1)
		}
		return cur
	}
	if n.mod == "" && n.code == "past" && cur > base {
		return cand(-1)
	}
	if m := monthIn(base); t.f.season == winter && (m < 3 || m == 3 && p.dir <= 0) {
		return cand(-1) // a winter has the year of its December
	}
	return cur
}

func sameMonth(a, b dateline.Day) bool { return floor(Month, a) == floor(Month, b) }

// cycle is the grain of a recurring date and the length of its round in days.
func (f *fields) cycle() (Grain, int) {
	switch {
	case f.holiday != "", f.day != unset && f.month != unset:
		return DayGrain, 365
	case f.wday != unset:
		return DayGrain, 7
	case f.month != unset:
		return Month, 365
	case f.season != unset:
		return Season, 365
	case f.quarter != unset:
		return Quarter, 365
	case f.half != unset:
		return Half, 365
	}
	return Year, 365
}

// occurrence is the k-th recurrence counted from the week or year of base.
func (f *fields) occurrence(base dateline.Day, k int) (dateline.Day, bool) {
	y := yearOf(base) + k
	switch {
	case f.holiday != "":
		return holidayDay(f.holiday, y)
	case f.month != unset && f.day != unset:
		return dayOf(y, f.month, f.day), true
	case f.wday != unset:
		return floor(Week, base) + dateline.Day(f.wday-1+7*k), true
	case f.month != unset:
		return dayOf(y, f.month, 1), true
	case f.season != unset:
		return dayOf(y, f.season*3+3, 1), true
	case f.quarter != unset:
		return dayOf(y, f.quarter*3-2, 1), true
	case f.half != unset:
		return dayOf(y, f.half*6-5, 1), true
	}
	return dayOf(y, 1, 1), false
}

// holesOf is the value of a unit of which nothing is known.
func holesOf(g Grain) string {
	switch g {
	case Century:
		return "XX"
	case Decade:
		return "XXX"
	case Year:
		return "XXXX"
	case Half:
		return "XXXX-HX"
	case Quarter:
		return "XXXX-QX"
	case Season:
		return "XXXX-SX"
	case Month:
		return "XXXX-XX"
	case Week:
		return "XXXX-WXX"
	case Weekend:
		return "XXXX-WXX-WE"
	}
	return "XXXX-XX-XX"
}

// openIn is a time of which only the year or month is told: 1862-02-XX.
func (s *story) openIn(g Grain, p place) val {
	in := s.stale(p, s.ref(p, max(g, DayGrain)))
	v := unknown(holesOf(g), g)
	if in == nil {
		return v
	}
	head := yearText(yearOf(in.day))
	if m := monthIn(in.day); in.grain == Month || in.grain < Month && monthIn(last(in.grain, in.day)) == m {
		head += "-" + two(m)
	}
	if k := strings.LastIndex(v.holes, "XXXX"); k == 0 && len(head) < 7 {
		v.holes = head + v.holes[4:]
	} else if strings.HasPrefix(v.holes, "XXXX-XX") {
		v.holes = head + v.holes[7:]
	}
	v.span = dateline.Span{Earliest: in.day, Latest: last(in.grain, in.day)}
	return v
}
