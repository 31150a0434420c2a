package ledger

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// How far apart reports may be that tell of one occurrence, in days.
const (
	slack       = 1  // the same day is another one across the date line, or by a late report
	undatedNear = 21 // published within, where one of them gives no day
	vagueSpan   = 45 // a span longer than this says little: published within undatedNear, too
)

// compareTimes looks at when. A plan and what became of it may differ by the
// day for which it was put off only if the words say so: a new date is a new
// occurrence that replaces the old one.
func compareTimes(a, b *Report) Verdict {
	sa, oka := a.span()
	sb, okb := b.span()
	gap := publishedApart(a, b)
	if !oka || !okb {
		if gap < 0 || gap > undatedNear {
			return apart(nil, "one is undated and they were published %s", apartWords(gap))
		}
		return Verdict{true, []string{fmt.Sprintf("one is undated; published %s", apartWords(gap))}}
	}
	wide := dateline.Span{Earliest: sb.Earliest - slack, Latest: sb.Latest + slack}
	if !sa.Overlaps(wide) {
		return apart(nil, "days %s..%s and %s..%s", sa.Earliest, sa.Latest, sb.Earliest, sb.Latest)
	}
	if exact := sa.Days() == 1 && sb.Days() == 1; exact && sa != sb && !nearMidnight(a, b) {
		return apart(nil, "days %s and %s", sa.Earliest, sb.Earliest)
	}
	if max(sa.Days(), sb.Days()) > vagueSpan && (gap < 0 || gap > undatedNear) {
		return apart(nil, "a span of %d days, published %s", max(sa.Days(), sb.Days()), apartWords(gap))
	}
	return Verdict{true, []string{fmt.Sprintf("days agree: %s..%s, %s..%s", sa.Earliest, sa.Latest, sb.Earliest, sb.Latest)}}
}

// nearMidnight allows two exact days to differ by one where a visit is told by
// its first or second day, or clocks differ; two calls or meetings on
// successive days are two.
func nearMidnight(a, b *Report) bool {
	return a.Event.Mode == "visit" && b.Event.Mode == "visit"
}

// publishedApart is the number of days between two publications, -1 if unknown.
func publishedApart(a, b *Report) int {
	if !a.Published.Known() || !b.Published.Known() {
		return -1
	}
	d := int(a.Published - b.Published)
	return max(d, -d)
}

func apartWords(gap int) string {
	if gap < 0 {
		return "on unknown days"
	}
	return fmt.Sprintf("%d days apart", gap)
}

// namesAgree reports whether one folded name is the other or its surname or
// family name: "xi" and "xi jinping", "blinken" and "antony blinken".
func namesAgree(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" {
		return false
	}
	return sameWords(a, b) || strings.HasPrefix(b, a+" ") || strings.HasSuffix(b, " "+a) || surname(a) == surname(b) && a[0] == b[0]
}

// sameWords holds for one name with the family name before and behind: "kishida
// fumio" and "fumio kishida".
func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// sharedWords counts the content words that the evidence of both has.
func sharedWords(a, b *Report) int {
	n, j := 0, 0
	for _, w := range a.Words {
		for j < len(b.Words) && b.Words[j] < w {
			j++
		}
		if j < len(b.Words) && b.Words[j] == w {
			n++
		}
	}
	return n
}
