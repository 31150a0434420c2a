package when

import "dateline"

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
