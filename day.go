package dateline

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Day is a civil day, counted from 1970-01-01 (day 0) in the proleptic
// Gregorian calendar. Its text form is ISO 8601, and "" for NoDay.
type Day int32

// NoDay is the day that is not known.
const NoDay Day = math.MinInt32

// Date makes a Day; month and day may overflow as in [time.Date].
func Date(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// DayOf is the civil day of t in t's own location.
func DayOf(t time.Time) Day { return Date(t.Date()) }

// ParseDay reads YYYY-MM-DD. The empty string is NoDay.
func ParseDay(s string) (Day, error) {
	if s == "" {
		return NoDay, nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err == nil {
		return DayOf(t), nil
	}
	if d, ok := farDay(s); ok {
		return d, nil
	}
	return NoDay, fmt.Errorf("day %q: want YYYY-MM-DD", s)
}

// farDay reads days before the year 0 and after 9999, as [Day.String] writes them.
func farDay(s string) (Day, bool) {
	cut := len(s) - len("-01-02")
	if cut < 4 {
		return NoDay, false
	}
	year, err := strconv.Atoi(s[:cut])
	rest, err2 := time.Parse("-01-02", s[cut:])
	if err != nil || err2 != nil || year < -maxYear || year > maxYear {
		return NoDay, false
	}
	d := Date(year, rest.Month(), rest.Day())
	return d, d.String() == s
}

// maxYear is as far as anybody looks back or ahead.
const maxYear = 1_000_000

// Known reports whether d is a day at all.
func (d Day) Known() bool { return d != NoDay }

// Time is midnight UTC of d.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Civil splits d into year, month and day of month.
func (d Day) Civil() (int, time.Month, int) { return d.Time().Date() }

// Weekday of d.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// String is YYYY-MM-DD, or "" for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// MarshalJSON writes the text form.
func (d Day) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads the text form; null is NoDay.
func (d *Day) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil {
		*d = NoDay
		return nil
	}
	v, err := ParseDay(*s)
	*d = v
	return err
}

// Span is a closed interval of days. Either end may be NoDay: open.
type Span struct {
	Earliest Day `json:"earliest"`
	Latest   Day `json:"latest"`
}

// NoSpan is open at both ends.
var NoSpan = Span{NoDay, NoDay}

// OneDay is the span of a single day.
func OneDay(d Day) Span { return Span{d, d} }

// Known reports whether both ends are known.
func (s Span) Known() bool { return s.Earliest.Known() && s.Latest.Known() }

// Days is the length in days, 1 for a single day; 0 if an end is open.
func (s Span) Days() int {
	if !s.Known() {
		return 0
	}
	return int(s.Latest-s.Earliest) + 1
}

// Overlaps reports whether two spans share a day; open ends reach for ever.
func (s Span) Overlaps(t Span) bool {
	return (!s.Earliest.Known() || !t.Latest.Known() || s.Earliest <= t.Latest) &&
		(!t.Earliest.Known() || !s.Latest.Known() || t.Earliest <= s.Latest)
}

// Contains reports whether t lies wholly in s (both known).
func (s Span) Contains(t Span) bool {
	return s.Known() && t.Known() && s.Earliest <= t.Earliest && t.Latest <= s.Latest
}

// Meet is the part that s and t share; ok is false if there is none.
func (s Span) Meet(t Span) (m Span, ok bool) {
	m = s
	if !m.Earliest.Known() || (t.Earliest.Known() && t.Earliest > m.Earliest) {
		m.Earliest = t.Earliest
	}
	if !m.Latest.Known() || (t.Latest.Known() && t.Latest < m.Latest) {
		m.Latest = t.Latest
	}
	if m.Known() && m.Earliest > m.Latest {
		return NoSpan, false
	}
	return m, true
}
