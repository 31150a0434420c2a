package facts

import (
	"sort"

	"dateline"
)

// Summits gives the meetings of a series ("G20", "APEC", "NATO"), the nearest to
// the day first; all series if series is "".
func (f *Facts) Summits(series string, around dateline.Day) []Summit {
	var out []Summit
	folded := Fold(series)
	for i := range f.st.summits.n {
		s := f.st.summit(i)
		if series == "" || Fold(s.Series) == folded {
			out = append(out, s)
		}
	}
	if around.Known() {
		sort.SliceStable(out, func(i, j int) bool { return apart(out[i], around) < apart(out[j], around) })
	}
	return out
}

// apart is the number of days between a summit and a day.
func apart(s Summit, d dateline.Day) int {
	switch {
	case d < s.Earliest:
		return int(s.Earliest - d)
	case d > s.Latest:
		return int(d - s.Latest)
	}
	return 0
}
