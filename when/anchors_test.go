package when

import (
	"strings"
	"testing"

	"dateline"
)

// known is a tiny world of facts.
type known struct{}

func (known) Event(words string, at dateline.Day) (dateline.Span, bool) {
	if strings.Contains(words, "summit") && yearOf(at) == 2030 {
		return dateline.Span{Earliest: dateline.Date(2030, 11, 15), Latest: dateline.Date(2030, 11, 16)}, true
	}
	return dateline.NoSpan, false
}

func (known) Office(words string, _ dateline.Day) (dateline.Span, bool) {
	if strings.HasPrefix(words, "Orr") {
		return dateline.Span{Earliest: dateline.Date(2029, 1, 20), Latest: dateline.NoDay}, true
	}
	return dateline.NoSpan, false
}

func TestAnchors(t *testing.T) {
	text := "It was their first talk since Port Sund last November, a day before a lake states' summit opened, " +
		"and the third since Orr became president."
	l := Read(Split(text, nil), dateline.Date(2031, 6, 18), WithAnchors(known{}))
	got := map[string]string{}
	for i := range l.Timexes {
		x := &l.Timexes[i]
		got[text[x.Start:x.End]] = Interval(x.Span)
	}
	for words, want := range map[string]string{
		"last November": "2030-11-01/2030-11-30", "a day": "2030-11-14", "Orr became president": "2029-01-20",
	} {
		if got[words] != want {
			t.Errorf("%q: got %q, want %q (all: %v)", words, got[words], want, got)
		}
	}
}
