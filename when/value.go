package when

import (
	"fmt"
	"strings"

	"dateline"
)

// val is a resolved time: a unit of the calendar, perhaps a part of a day.
type val struct {
	grain Grain
	day   dateline.Day // first day of the unit; NoDay if it could not be told
	part  string
	clock string
	zone  string
	mod   string

	holes    string        // the value with X for what is not known, if day is NoDay
	span     dateline.Span // overrides the unit's own days where known
	explicit bool          // the text tells the year
}

func unknown(holes string, g Grain) val {
	return val{day: dateline.NoDay, holes: holes, grain: g, span: dateline.NoSpan}
}

func unit(g Grain, d dateline.Day) val {
	return val{grain: g, day: floor(g, d), span: dateline.NoSpan}
}

func (v *val) known() bool { return v.day.Known() }

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// seasonAt is the season's number for its first day.
func seasonAt(d dateline.Day) int { return (monthIn(d) - 3) / 3 }

// value writes the TIMEX3 value.
func (v *val) value() string {
	if !v.known() {
		return v.holes + v.clockValue()
	}
	y, m, _ := v.day.Civil()
	switch v.grain {
	case Century:
		return fmt.Sprintf("%02d", floorDiv(y, 100))
	case Decade:
		return yearText(y)[:len(yearText(y))-1]
	case Year:
		return yearText(y)
	case Half:
		return fmt.Sprintf("%s-H%d", yearText(y), (int(m)-1)/6+1)
	case Quarter:
		return fmt.Sprintf("%s-Q%d", yearText(y), (int(m)-1)/3+1)
	case Season:
		return yearText(y) + "-" + seasonCodes[seasonAt(v.day)]
	case Month:
		return fmt.Sprintf("%s-%02d", yearText(y), int(m))
	case Week:
		return weekText(v.day)
	case Weekend:
		return weekText(v.day) + "-WE"
	}
	return dayText(v.day) + v.clockValue()
}

func (v *val) clockValue() string {
	switch {
	case v.clock != "":
		if v.zone == "Z" {
			return "T" + v.clock + "Z"
		}
		return "T" + v.clock
	case v.part != "":
		return "T" + v.part
	}
	return ""
}

// yearText is four digits; the year before 1 is BC0001.
func yearText(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

func dayText(d dateline.Day) string {
	y, m, n := d.Civil()
	return fmt.Sprintf("%s-%02d-%02d", yearText(y), int(m), n)
}

func weekText(monday dateline.Day) string {
	y, w := monday.Time().ISOWeek()
	return fmt.Sprintf("%s-W%02d", yearText(y), w)
}

// days is the span of days that v covers, its modifier taken into account.
func (v *val) days(dct dateline.Day) dateline.Span {
	if v.span != dateline.NoSpan {
		return v.span
	}
	if !v.known() {
		return dateline.NoSpan
	}
	s := dateline.Span{Earliest: v.day, Latest: last(v.grain, v.day)}
	return narrow(s, v.grain, v.mod, dct)
}

// narrow cuts a span by a modifier: thirds for early, mid and late (1–10,
// 11–20, 21–end of a month), up to or from the publication day for "earlier
// this month" and "later this year".
func narrow(s dateline.Span, g Grain, mod string, dct dateline.Day) dateline.Span {
	n := s.Days()
	if n <= 1 {
		return s
	}
	a, b := s.Earliest+dateline.Day(n/3), s.Earliest+dateline.Day(2*n/3)
	switch g { // in whole months and years where the unit has them
	case Month:
		a, b = s.Earliest+10, s.Earliest+20
	case Quarter, Season, Half, Year:
		third := map[Grain]int{Quarter: 1, Season: 1, Half: 2, Year: 4}[g]
		a, b = add(s.Earliest, third, Month), add(s.Earliest, 2*third, Month)
	case Decade:
		a, b = add(s.Earliest, 4, Year), add(s.Earliest, 7, Year)
	case Century:
		a, b = add(s.Earliest, 34, Year), add(s.Earliest, 67, Year)
	}
	switch mod {
	case "START":
		s.Latest = a - 1
	case "MID":
		s.Earliest, s.Latest = a, b-1
	case "END":
		s.Earliest = b
	case "EARLIER":
		if dct.Known() && dct >= s.Earliest && dct < s.Latest {
			s.Latest = dct
		}
	case "LATER":
		if dct.Known() && dct > s.Earliest && dct <= s.Latest {
			s.Earliest = dct
		}
	case "BEFORE", "ON_OR_BEFORE":
		s.Earliest = dateline.NoDay
	case "AFTER", "ON_OR_AFTER":
		s.Latest = dateline.NoDay
	}
	return s
}

// mod3 is the TIMEX3 name of a modifier.
func mod3(mod string) string {
	switch mod {
	case "EARLIER":
		return "START"
	case "LATER":
		return "END"
	}
	return mod
}

// edtf writes v by ISO 8601-2, an interval where no shorter form fits its days.
func (v *val) edtf(s dateline.Span) string {
	tail := ""
	if v.mod == "APPROX" {
		tail = "~"
	}
	if v.known() && v.span == dateline.NoSpan && (v.mod == "" || v.mod == "APPROX" || v.grain <= DayGrain) {
		y, m, _ := v.day.Civil()
		ys := isoYear(y)
		switch v.grain {
		case Century:
			return ys[:len(ys)-2] + "XX" + tail
		case Decade:
			return ys[:len(ys)-1] + "X" + tail
		case Year:
			return ys + tail
		case Half:
			return fmt.Sprintf("%s-%d%s", ys, 40+(int(m)-1)/6, tail)
		case Quarter:
			return fmt.Sprintf("%s-%d%s", ys, 33+(int(m)-1)/3, tail)
		case Season:
			return fmt.Sprintf("%s-%d%s", ys, 21+seasonAt(v.day), tail)
		case Month:
			return fmt.Sprintf("%s-%02d%s", ys, int(m), tail)
		}
		if s.Days() == 1 {
			return isoDay(s.Earliest) + tail
		}
	}
	return Interval(s)
}

// Interval writes a span of days as an EDTF interval, a single day as that day,
// and "" for a span without ends.
func Interval(s dateline.Span) string {
	switch {
	case s == dateline.NoSpan:
		return ""
	case s.Earliest == s.Latest:
		return isoDay(s.Earliest)
	case !s.Earliest.Known():
		return "../" + isoDay(s.Latest)
	case !s.Latest.Known():
		return isoDay(s.Earliest) + "/.."
	}
	return isoDay(s.Earliest) + "/" + isoDay(s.Latest)
}

func isoYear(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

func isoDay(d dateline.Day) string {
	y, m, n := d.Civil()
	return fmt.Sprintf("%s-%02d-%02d", isoYear(y), int(m), n)
}

// amountValue writes a duration: P3D, PT2H30M, PXY.
func amountValue(dur []amount) string {
	var date, clock strings.Builder
	for _, a := range dur {
		mul := a.mul
		if mul == 0 {
			mul = 1
		}
		n, g := a.n*float64(mul), a.grain
		num := trimNum(n)
		if a.vague {
			num = "X"
			if g == Decade {
				g = Year
			}
		}
		switch g {
		case Second, Minute, Hour:
			clock.WriteString(fraction(n, num, g))
		case Decade, Century:
			if !a.vague {
				num = trimNum(n * float64(g.months()/12))
				g = Year
			}
			date.WriteString(num + unitLetters[g])
		default:
			date.WriteString(fraction(n, num, g))
		}
	}
	s := "P" + date.String()
	if clock.Len() > 0 {
		s += "T" + clock.String()
	}
	return s
}

var unitLetters = map[Grain]string{
	NoGrain: "X", Second: "S", Minute: "M", Hour: "H", DayPart: "D", DayGrain: "D", Weekend: "WE", Week: "W", Month: "M",
	Quarter: "Q", Season: "SE", Half: "H", Year: "Y", Decade: "DE", Century: "CE",
}

// fraction splits halves into the smaller unit: 1.5 hours is 1H30M.
func fraction(n float64, num string, g Grain) string {
	whole := float64(int(n))
	if n-whole == 0.5 {
		small := map[Grain]string{Hour: "30M", Minute: "30S", Year: "6M"}[g]
		if small != "" {
			if whole == 0 {
				return small
			}
			return trimNum(whole) + unitLetters[g] + small
		}
	}
	return num + unitLetters[g]
}

func trimNum(f float64) string {
	s := fmt.Sprintf("%.2f", f)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
