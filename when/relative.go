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

// evalShift: two days ago, a year later, a week before Monday.
func (s *story) evalShift(n *node, p place) val {
	g := n.shiftGrain()
	if n.dur[0].vague || n.dur[0].n*float64(max(n.dur[0].mul, 1)) > maxShift {
		return vagueShift(n.offset)
	}
	var from val
	switch {
	case n.base != nil:
		p.based = true
		from = s.eval(n.base, p)
		if n.years && from.grain == NoGrain {
			return from
		}
	case n.years:
		return s.yearBack(n, p)
	case n.anchor == onStory:
		from = s.shiftFrom(n, g, p)
	case s.dct.Known():
		from = unit(DayGrain, s.dct)
		s.say("from the day of publication %s", s.dct)
	default:
		from = unknown("", DayGrain)
	}
	if !from.known() {
		if n.base == nil && n.anchor == onStory {
			return s.openIn(g, p)
		}
		return unknown(holesOf(g), g)
	}
	if n.base != nil && from.grain > g {
		g = from.grain
	}
	d := from.day
	for _, a := range n.dur {
		d = moveBy(d, a, n.offset)
	}
	v := unit(g, d)
	if n.base != nil && from.grain < g && from.grain >= DayGrain {
		v = unit(from.grain, d)
	}
	if g < DayGrain {
		v.grain = DayGrain
		if from.clock != "" && len(n.dur) == 1 {
			return clockShift(from, n.dur[0], n.offset)
		}
	}
	return v
}

// clockShift: twelve hours behind 10 a.m.
func clockShift(from val, a amount, dir int) val {
	minutes := map[Grain]float64{Hour: 60, Minute: 1}[a.grain] * a.n * float64(dir)
	h, m := clockParts(from.clock)
	total := int(from.day)*24*60 + h*60 + m + int(minutes)
	v := unit(DayGrain, dateline.Day(floorDiv(total, 24*60)))
	rest := total - floorDiv(total, 24*60)*24*60
	v.clock, v.zone = two(rest/60)+":"+two(rest%60), from.zone
	return v
}

// clockParts are the hours and minutes of "18:30".
func clockParts(c string) (h, m int) {
	return int(c[0]-'0')*10 + int(c[1]-'0'), int(c[3]-'0')*10 + int(c[4]-'0')
}

// maxShift is the largest number of units that is counted: "13 billion years ago"
// names no day.
const maxShift = 1e5

// vagueShift: several years ago.
func vagueShift(dir int) val {
	if dir < 0 {
		return unknown("PAST_REF", NoGrain)
	}
	return unknown("FUTURE_REF", NoGrain)
}

// shiftGrain: days and weeks count to a day, months to a month, years to a year.
func (n *node) shiftGrain() Grain {
	a := n.dur[len(n.dur)-1]
	g := a.grain
	switch g {
	case Week, Weekend:
		g = DayGrain
	case Decade, Century:
		g = Year
	}
	if a.n != float64(int(a.n)) && a.grain < Decade {
		switch g {
		case Year:
			g = Month
		case Month:
			g = DayGrain
		}
	}
	return g
}

// moveBy moves a day by an amount; halves go by the smaller unit.
func moveBy(d dateline.Day, a amount, dir int) dateline.Day {
	mul := max(a.mul, 1)
	n := a.n * float64(mul) * float64(dir)
	if n != float64(int(n)) {
		switch a.grain {
		case Century:
			return add(d, int(n*100), Year)
		case Decade:
			return add(d, int(n*10), Year)
		case Year:
			return add(d, int(n*12), Month)
		case Month:
			return d + dateline.Day(n*30.4)
		case Week:
			return d + dateline.Day(n*7)
		}
	}
	if a.grain < DayPart {
		hours := map[Grain]float64{Hour: 1, Minute: 1. / 60, Second: 1. / 3600}[a.grain]
		return d + dateline.Day(n*hours/24)
	}
	return add(d, int(n), a.grain)
}

// shiftFrom is where "two days later" counts from.
func (s *story) shiftFrom(n *node, g Grain, p place) val {
	r := s.ref(p, max(g, DayGrain))
	if b := s.beforeNow(n, g, p); b != nil {
		r = b
	}
	if s.narrative(p) && s.stale(p, r) != nil {
		return unknown("", g)
	}
	if r != nil {
		s.say("from %s, told last", r.value())
		return r.val
	}
	if s.dct.Known() && !s.narrative(p) {
		s.say("from the day of publication %s", s.dct)
		return unit(DayGrain, s.dct)
	}
	return unknown("", g)
}
