package when

import (
	"strconv"
	"strings"

	"dateline"
)

// holidayDay is the day of a named day in a year. The rule is one of
//
//	12-25          a fixed day
//	11-4thu        the fourth Thursday of November; 05--1mon the last Monday of May
//	11-tue>1       the first Tuesday after 1 November
//	easter-2       two days before Easter Sunday (Gregorian)
func holidayDay(rule string, year int) (dateline.Day, bool) {
	if rest, ok := strings.CutPrefix(rule, "easter"); ok {
		k, err := strconv.Atoi(rest)
		return easter(year) + dateline.Day(k), err == nil || rest == ""
	}
	if len(rule) < 5 || rule[2] != '-' {
		return 0, false
	}
	m, err := strconv.Atoi(rule[:2])
	if err != nil || m < 1 || m > 12 {
		return 0, false
	}
	rest := rule[3:]
	if d, err := strconv.Atoi(rest); err == nil {
		return dayOf(year, m, d), d >= 1 && d <= 31
	}
	if wd, after, ok := strings.Cut(rest, ">"); ok {
		k, err := strconv.Atoi(after)
		return weekdayFrom(dayOf(year, m, k+1), shortDays[wd]), err == nil && shortDays[wd] > 0
	}
	if len(rest) < 4 {
		return 0, false
	}
	wd := shortDays[rest[len(rest)-3:]]
	k, err := strconv.Atoi(rest[:len(rest)-3])
	if err != nil || wd == 0 || k == 0 {
		return 0, false
	}
	if k > 0 {
		return weekdayFrom(dayOf(year, m, 1), wd) + dateline.Day(7*(k-1)), true
	}
	end := dayOf(year, m, monthDays(year, m))
	return weekdayFrom(end-6, wd) + dateline.Day(7*(k+1)), true
}

var shortDays = map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(d dateline.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// weekdayFrom is the first day on or after d with the ISO weekday.
func weekdayFrom(d dateline.Day, wd int) dateline.Day {
	return d + dateline.Day((wd-isoWeekday(d)+7)%7)
}

// easter is Easter Sunday by the anonymous Gregorian computus.
func easter(y int) dateline.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return dayOf(y, month, day)
}
