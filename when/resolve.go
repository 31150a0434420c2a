package when

import (
	"strconv"

	"dateline"
)

// resolve works out what a node means at its place in the story. The second
// result tells how, a line a step.
func (s *story) resolve(n *node, p place) (val, []string) {
	s.why = s.why[:0]
	v := s.eval(n, p)
	v.mod = first(n.mod, v.mod)
	return v, append([]string(nil), s.why...)
}

func (s *story) eval(n *node, p place) val {
	var v val
	switch n.kind {
	case kDate:
		v = s.evalDate(n, p)
	case kRel:
		v = s.evalRel(n, p)
	case kShift:
		v = s.evalShift(n, p)
	case kNth:
		v = s.evalNth(n, p)
	default:
		return unknown("", NoGrain)
	}
	if n.part != "" || n.clock != "" {
		v.part, v.clock, v.zone = n.part, n.clock, n.zone
	}
	if n.mod != "" {
		v.mod = n.mod
	}
	if n.code == overnight && v.known() {
		v.span = dateline.Span{Earliest: v.day, Latest: v.day + 1}
	}
	return v
}

// evalDate fills the fields that the text leaves open.
func (s *story) evalDate(n *node, p place) val {
	f := n.f
	year := s.fullYear(&f, p)
	switch {
	case f.century != unset && f.bc:
		v := unknown("BC"+two(f.century), Century)
		v.span = dateline.Span{Earliest: dayOf(1-(f.century+1)*100, 1, 1), Latest: dayOf(-f.century*100, 12, 31)}
		return v
	case f.century != unset:
		return explicit(unit(Century, dayOf(f.century*100, 1, 1)), true)
	case f.decade != unset:
		s.decade = s.fullDecade(&f, p)
		return explicit(unit(Decade, dayOf(s.decade*10, 1, 1)), true)
	case f.holiday != "":
		return s.holiday(&f, year, p)
	case f.month != unset && f.day != unset:
		return s.monthDay(&f, year, p)
	case f.month != unset:
		return s.month(f.month, year, p)
	case f.quarter != unset:
		return s.subYear(Quarter, (f.quarter-1)*3+1, year, p, "-Q"+strconv.Itoa(f.quarter))
	case f.half != unset:
		return s.subYear(Half, (f.half-1)*6+1, year, p, "-H"+strconv.Itoa(f.half))
	case f.season != unset:
		return s.subYear(Season, f.season*3+3, year, p, "-"+seasonCodes[f.season])
	case f.day != unset:
		return s.dayOfMonth(f.day, p)
	case f.wday != unset:
		return s.weekday(f.wday, p)
	case year != unset && n.grain == Quarter:
		return explicit(s.quarterOf(year, n, p), true)
	case year != unset:
		return explicit(unit(Year, dayOf(year, 1, 1)), true)
	case n.clock != "" || n.part != "":
		return s.storyDay(n, p)
	}
	return unknown("", NoGrain)
}

func explicit(v val, on bool) val { v.explicit = on; return v }

// fullYear completes a year of two digits and turns BC around.
func (s *story) fullYear(f *fields, p place) int {
	y := f.year
	if y == unset {
		return unset
	}
	if f.bc || f.bare && s.beforeChrist(p) {
		return 1 - y
	}
	if !f.short || y > 99 {
		return y
	}
	at := s.nowYear(p)
	c := floorDiv(at, 100)*100 + y
	if c > at+20 {
		c -= 100
	}
	return c
}

func (s *story) fullDecade(f *fields, p place) int {
	if !f.short || f.decade > 9 {
		return f.decade
	}
	if s.decade != 0 && f.decade > s.decade%10 { // "the 1930s and 40s"
		return s.decade/10*10 + f.decade
	}
	at := floorDiv(s.nowYear(p), 10)
	c := floorDiv(at, 10)*10 + f.decade
	if c > at {
		c -= 10
	}
	return c
}

// nowYear is the year that short forms hang on.
func (s *story) nowYear(p place) int {
	if r := s.ref(p, Year); r != nil && s.narrative(p) {
		return yearOf(r.day)
	}
	if s.dct.Known() {
		return yearOf(s.dct)
	}
	if r := s.ref(p, Year); r != nil {
		return yearOf(r.day)
	}
	return 2000
}

func (s *story) holiday(f *fields, year int, p place) val {
	if year != unset {
		d, _ := holidayDay(f.holiday, year)
		return explicit(unit(DayGrain, d), true)
	}
	base, ok := s.hang(p, DayGrain)
	if !ok {
		return unknown("XXXX-XX-XX", DayGrain)
	}
	if s.narrative(p) {
		d, _ := holidayDay(f.holiday, yearOf(base))
		if y, ok := s.storyYear(monthIn(d), 0, p); ok {
			d, _ = holidayDay(f.holiday, y)
			return unit(DayGrain, d)
		}
	}
	best, found := dateline.Day(0), false
	for k := -1; k <= 1; k++ {
		d, _ := holidayDay(f.holiday, yearOf(base)+k)
		if !found || s.nearer(d, best, base, p) {
			best, found = d, true
		}
	}
	return unit(DayGrain, best)
}

// against is how far d is from base, more if it lies where the clause does not look.
func (s *story) against(d, base dateline.Day, p place, penalty int) int {
	k := abs(int(d - base))
	if p.dir < 0 && d > base || (p.dir == future || p.dir == planned) && d < base {
		k += penalty
	}
	return k
}

// wholeYear is the pull of "will" next to a date, against which no nearness
// stands; farYear that of a past verb: next month's day is not that of last year.
const (
	wholeYear = 366
	farYear   = 310
)

// nearer prefers the day closer to base, on the side the clause looks to.
func (s *story) nearer(d, best, base dateline.Day, p place) bool {
	pull := 120
	if p.firm() {
		pull = p.firmPull()
	}
	return s.against(d, base, p, pull) < s.against(best, base, p, pull)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func (s *story) monthDay(f *fields, year int, p place) val {
	if year != unset {
		if f.day > monthDays(year, f.month) {
			return unknown(yearText(year)+"-"+two(f.month)+"-"+two(f.day), DayGrain)
		}
		return explicit(unit(DayGrain, dayOf(year, f.month, f.day)), true)
	}
	if y, ok := s.storyYear(f.month, f.day, p); ok {
		s.say("in the year of the story so far")
		return unit(DayGrain, dayOf(y, f.month, f.day))
	}
	base, ok := s.hang(p, DayGrain)
	if !ok {
		return unknown("XXXX-"+two(f.month)+"-"+two(f.day), DayGrain)
	}
	p.onward()
	pull := 120 // the nearest one, unless a verb next to it pulls it across
	if p.gap <= 2 {
		pull = 190
	}
	if p.firm() {
		pull = p.firmPull()
	}
	if p.ofDone && p.dir == open {
		p.dir = past // "the Feb. 13 death of the judge left ..."
	}
	best, found := dateline.Day(0), false
	for k := -1; k <= 1; k++ {
		y := yearOf(base) + k
		if f.day > monthDays(y, f.month) {
			continue
		}
		if d := dayOf(y, f.month, f.day); !found || s.against(d, base, p, pull) < s.against(best, base, p, pull) {
			best, found = d, true
		}
	}
	s.say("the year that brings it nearest to %s", base)
	return unit(DayGrain, best)
}

// month picks the year of a bare month.
func (s *story) month(m, year int, p place) val {
	if year != unset {
		return explicit(unit(Month, dayOf(year, m, 1)), true)
	}
	if y, ok := s.storyYear(m, 0, p); ok {
		s.say("in the year of the story so far")
		return unit(Month, dayOf(y, m, 1))
	}
	if b := s.rangeHead(p, Month); b != nil {
		s.say("the first one behind %s", b.value())
		return unit(Month, add(b.day, (m-monthIn(b.day)+12)%12, Month))
	}
	base, ok := s.hang(p, Month)
	if !ok {
		return unknown("XXXX-"+two(m), Month)
	}
	p.onward()
	d := m - monthIn(base)
	best, at := d, floor(Month, base)
	pull := 270
	if p.firm() {
		pull = p.firmPull()
	}
	for _, k := range [...]int{d - 12, d + 12} {
		if s.against(add(at, k, Month), at, p, pull) < s.against(add(at, best, Month), at, p, pull) {
			best = k
		}
	}
	switch {
	case p.dir < 0:
		s.say("back from %s: %s", base, p.why)
	case p.dir > 0:
		s.say("forward from %s: %s", base, p.why)
	default:
		s.say("nearest to %s", base)
	}
	return unit(Month, add(at, best, Month))
}

// subYear picks the year of a quarter, half or season.
func (s *story) subYear(g Grain, month, year int, p place, holes string) val {
	if year != unset {
		return explicit(unit(g, dayOf(year, month, 1)), true)
	}
	if y, ok := s.storyYear(month, 0, p); ok {
		s.say("in the year of the story so far")
		if g == Quarter || g == Half { // they stay in the year that is told of
			y = s.nowYear(p)
		}
		return unit(g, dayOf(y, month, 1))
	}
	base, ok := s.hang(p, g)
	if !ok {
		return unknown("XXXX"+holes, g)
	}
	p.onward()
	pull := 250
	switch {
	case p.dir == past && p.firm():
		pull = wholeYear
	case p.dir > open:
		pull = 90 // "expects a loss for the third quarter" is told in October
	case p.dir == open && g == Season:
		pull = 0
	case p.dir == open:
		pull, p.dir = 350, past // quarters are told of when they are over
	}
	best, least := dateline.Day(0), 1<<30
	for k := -1; k <= 1; k++ {
		d := dayOf(yearOf(base)+k, month, 1)
		near := d
		if p.dir > open && (g == Quarter || g == Half) { // it reports on Thursday on what has just ended
			near = max(d, min(base, last(g, d)))
		}
		if c := s.against(near, base, p, pull); c < least {
			best, least = d, c
		}
	}
	return unit(g, best)
}

// dayOfMonth: "the 18th".
func (s *story) dayOfMonth(day int, p place) val {
	var base dateline.Day
	near := true
	if r := s.ref(p, Month); r != nil && (s.narrative(p) || r.sent == p.sent) {
		base, near = r.day, false
		if r.span != dateline.NoSpan { // the second day of a night
			base = r.span.Latest
		}
	} else if s.dct.Known() {
		base = s.dct
	} else {
		return unknown("XXXX-XX-"+two(day), DayGrain)
	}
	first := floor(Month, base)
	if !near && int(base-first) > day+13 && s.narrative(p) {
		first = add(first, 1, Month) // "on the 28th ... on the 3rd"
	}
	best, found := dateline.Day(0), false
	for k := -1; k <= 1; k++ {
		m := add(first, k, Month)
		if day > monthDays(yearOf(m), monthIn(m)) || !near && k != 0 {
			continue
		}
		if d := m + dateline.Day(day-1); !found || s.nearer(d, best, base, p) {
			best, found = d, true
		}
	}
	if !found {
		return unknown("XXXX-XX-"+two(day), DayGrain)
	}
	return unit(DayGrain, best)
}

// weekday: the latest one, the day itself included, unless the clause plans.
func (s *story) weekday(wd int, p place) val {
	if s.narrative(p) {
		if r := s.ref(p, DayGrain); r != nil {
			s.say("the first one from %s, where the story is", r.day)
			return unit(DayGrain, weekdayFrom(r.day, wd))
		}
	}
	if !s.dct.Known() {
		return unknown("XXXX-WXX-"+strconv.Itoa(wd), DayGrain)
	}
	d := weekdayFrom(s.dct, wd)
	if l, ok := s.linked(p); ok && weekdayFrom(l, wd) != l {
		s.say("the first one from %s, which it is joined to", l)
		return unit(DayGrain, weekdayFrom(l+1, wd))
	}
	if d > s.dct && !p.comesAhead(int(d-s.dct)) && !s.goesOn(d, p) {
		d -= 7
		s.say("the latest one up to %s", s.dct)
	} else if d > s.dct {
		s.say("the coming one after %s: %s", s.dct, p.why)
	}
	return unit(DayGrain, d)
}
