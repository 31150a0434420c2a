package when

import (
	"strings"
	"testing"

	"dateline"
)

// Hours and numeric dates that get their half of the day or their order from
// what stands elsewhere.
func TestSharedParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rain fell between 3 and 5 p.m. on Friday.", "2031-06-13T15:00 2031-06-13T17:00"},
		{"The hall is open from 10 to 11:30 a.m. today.", "2031-06-18T10:00 2031-06-18T11:30"},
		{"It ran from 11 to 2 p.m. on Monday.", "2031-06-16T11:00 2031-06-16T14:00"},
		{"It ran 9:30-11 a.m. on Monday.", "2031-06-16T09:30 2031-06-16T11:00"},
		{"He paid between 3 and 5 dollars.", ""},
		{"The record was set on Feb. 17-18, 2003, in the hills.", "2003-02-17 2003-02-18"},
		{"They met on June 3, 4 and 5, 2029.", "2029-06-03 2029-06-04 2029-06-05"},
		{"They met on 5/6/2031.", "2031-05-06"},
		{"They met on 5/6/2031 and again on 17/6/2031.", "2031-06-05 2031-06-17"},
		{"On 2 May he wrote; they met on 5/6/2031.", "2031-05-02 2031-06-05"},
		{"On May 2 he wrote; they met on 5/6/2031.", "2031-05-02 2031-05-06"},
	} {
		l := Read(Split(c.text, nil), dateline.Date(2031, 6, 18))
		var got []string
		for i := range l.Timexes {
			got = append(got, l.Timexes[i].Value)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %s, want %s", c.text, g, c.want)
		}
	}
}
