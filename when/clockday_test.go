package when

import (
	"testing"

	"dateline"
)

// Clock times get the day that is told behind them, else that of the report.
func TestClockDays(t *testing.T) {
	for _, c := range []struct{ text, clock, want string }{
		{"Saturday, June 21, 2031\n\nA bus crashed on Thursday near Karr.\n\nIt left the road at around 15:00 local time.", "around 15:00 local time", "2031-06-19T15:00"},
		{"The ship sank at 8:30 p.m. (1930 GMT) on Monday, police said on Friday.", "8:30 p.m.", "2031-06-16T20:30"},
		{"The ship sank at 8:30 p.m. (1930 GMT) on Monday, police said on Friday.", "1930 GMT", "2031-06-16T19:30Z"},
		{"The blast came on Tuesday. Half an hour later, the hall burned.", "Half an hour", "PT30M"},
		{"The truce began at dawn Friday. It had been agreed the night before. By noon it was broken.", "noon", "2031-06-20T12:00"},
		{"The hall burned down. Firemen came at 8:30 p.m. and left.", "8:30 p.m.", "2031-06-21T20:30"},
	} {
		found := false
		for _, x := range Read(Split(c.text, nil), dateline.Date(2031, 6, 21)).Timexes {
			if c.text[x.Start:x.End] == c.clock {
				if found = true; x.Value != c.want {
					t.Errorf("%q: %s is %s %v, want %s", c.text, c.clock, x.Value, x.Why, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no %s", c.text, c.clock)
		}
	}
}
