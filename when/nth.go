package when

import "dateline"

// evalNth: the last week of March, the third day, the week of March 6.
func (s *story) evalNth(n *node, p place) val {
	if n.base == nil {
		return unknown(holesOf(n.grain), n.grain)
	}
	in := s.eval(n.base, p)
	if !in.known() {
		return unknown(holesOf(n.grain), n.grain)
	}
	lo, hi := in.day, last(in.grain, in.day)
	if n.offset == 0 { // the week of March 6
		if n.grain == Weekend && weekdayFrom(lo, 2)-lo <= 1 { // of a Monday or Tuesday: the weekend before
			lo -= 2
		}
		return unit(n.grain, lo)
	}
	if n.grain >= in.grain {
		return unknown(holesOf(n.grain), n.grain)
	}
	var d dateline.Day
	switch {
	case n.f.wday != unset && n.offset > 0:
		d = weekdayFrom(lo, n.f.wday) + dateline.Day(7*(n.offset-1))
	case n.f.wday != unset:
		d = weekdayFrom(hi-6, n.f.wday) + dateline.Day(7*(n.offset+1))
	case n.grain == Week || n.grain == Weekend:
		d = nthWeek(lo, hi, n.offset)
	case n.offset > 0:
		d = add(floor(n.grain, lo), n.offset-1, n.grain)
	default:
		d = add(floor(n.grain, hi), n.offset+1, n.grain)
	}
	if d < lo-6 || d > hi {
		return unknown(holesOf(n.grain), n.grain)
	}
	return unit(n.grain, d)
}

// nthWeek counts the weeks of a longer unit; a week belongs where its Thursday is.
func nthWeek(lo, hi dateline.Day, k int) dateline.Day {
	if k > 0 {
		return weekdayFrom(lo, 4) - 3 + dateline.Day(7*(k-1))
	}
	return weekdayFrom(hi-6, 4) - 3 + dateline.Day(7*(k+1))
}
