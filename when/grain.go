package when

import (
	"time"

	"dateline"
)

// Grain is the size of a calendar unit, from small to large.
type Grain uint8

// The grains, in the order of their length.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	DayPart // morning, evening, …
	DayGrain
	Weekend
	Week
	Month
	Quarter
	Season
	Half
	Year
	Decade
	Century
)

var grainNames = map[string]Grain{
	"second": Second, "minute": Minute, "hour": Hour, "daypart": DayPart, "day": DayGrain,
	"weekend": Weekend, "week": Week, "month": Month, "quarter": Quarter, "season": Season,
	"half": Half, "year": Year, "decade": Decade, "century": Century,
}

// months is the length of a grain in months, 0 for those that are counted in days.
func (g Grain) months() int {
	switch g {
	case Month:
		return 1
	case Quarter, Season:
		return 3
	case Half:
		return 6
	case Year:
		return 12
	case Decade:
		return 120
	case Century:
		return 1200
	}
	return 0
}

// floor is the first day of the unit of grain g that holds d. Seasons are
// meteorological: spring is March to May, and winter belongs to the year in
// which its December lies.
func floor(g Grain, d dateline.Day) dateline.Day {
	y, m, _ := d.Civil()
	switch g {
	case Week:
		return d - dateline.Day((int(d.Weekday())+6)%7)
	case Weekend:
		return floor(Week, d) + 5
	case Month:
		return dateline.Date(y, m, 1)
	case Quarter:
		return dateline.Date(y, (m-1)/3*3+1, 1)
	case Season:
		return dateline.Date(y, (m/3)*3, 1) // January and February: month 0, December of the year before
	case Half:
		return dateline.Date(y, (m-1)/6*6+1, 1)
	case Year:
		return dateline.Date(y, 1, 1)
	case Decade:
		return dateline.Date(floorDiv(y, 10)*10, 1, 1)
	case Century:
		return dateline.Date(floorDiv(y, 100)*100, 1, 1)
	}
	return d
}

// add moves d by n units of grain g; months are clipped to their last day.
func add(d dateline.Day, n int, g Grain) dateline.Day {
	k := g.months()
	if k == 0 {
		return d + dateline.Day(n*stepDays(g))
	}
	y, m, day := d.Civil()
	total := y*12 + int(m) - 1 + n*k
	ny, nm := floorDiv(total, 12), total-floorDiv(total, 12)*12+1
	last := monthDays(ny, nm)
	return dayOf(ny, nm, min(day, last))
}

func stepDays(g Grain) int {
	switch g {
	case DayPart, DayGrain:
		return 1
	case Week, Weekend:
		return 7
	}
	return 0
}

// last is the last day of the unit of grain g that begins on first.
func last(g Grain, first dateline.Day) dateline.Day {
	switch g {
	case Weekend:
		return first + 1
	case Week:
		return first + 6
	}
	if g.months() > 0 {
		return add(first, 1, g) - 1
	}
	return first
}

func dayOf(y, m, d int) dateline.Day { return dateline.Date(y, time.Month(m), d) }

func monthDays(y, m int) int {
	_, _, d := (dayOf(y, m+1, 1) - 1).Civil()
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// yearOf and monthIn are the civil parts of a day.
func yearOf(d dateline.Day) int { y, _, _ := d.Civil(); return y }

func monthIn(d dateline.Day) int { _, m, _ := d.Civil(); return int(m) }
