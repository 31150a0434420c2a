package ledger

import (
	"fmt"

	"dateline"
)

// How far apart reports may be that tell of one occurrence, in days.
const (
	slack       = 1  // the same day is another one across the date line, or by a late report
	slackSpan   = 4  // only narrow spans get it
	undatedNear = 21 // published within, where one of them gives no day
	vagueSpan   = 45 // a span longer than this says little: published within undatedNear, too
)

// times looks at when. A plan and what became of it may differ by the day for
// which it was put off only if the words say so: a new date is a new occurrence
// that replaces the old one.
func (c *comparison) times() bool {
	sa, sb := c.x.span, c.y.span
	if !c.x.dated || !c.y.dated {
		if c.gap < 0 || c.gap > undatedNear {
			c.says("one is undated and they were published %s", apart(c.gap))
			return false
		}
		if c.explain {
			c.says("one is undated; published %s", apart(c.gap))
		}
		return true
	}
	wide := sb
	if max(sa.Days(), sb.Days()) <= slackSpan {
		wide = dateline.Span{Earliest: sb.Earliest - slack, Latest: sb.Latest + slack}
	}
	switch {
	case !sa.Overlaps(wide):
		c.says("days %s and %s", days(sa), days(sb))
		return false
	case sa.Days() == 1 && sb.Days() == 1 && sa != sb && !c.nearMidnight():
		c.says("days %s and %s", days(sa), days(sb))
		return false
	case max(sa.Days(), sb.Days()) > vagueSpan && (c.gap < 0 || c.gap > undatedNear):
		c.says("a span of %d days, published %s", max(sa.Days(), sb.Days()), apart(c.gap))
		return false
	}
	if c.explain {
		c.says("days agree: %s, %s", days(sa), days(sb))
	}
	return true
}

// nearMidnight allows two exact days to differ by one where a visit is told by
// its first or second day; two calls or meetings on successive days are two.
func (c *comparison) nearMidnight() bool { return c.both("visit") }

// publishedApart is the number of days between two publications, -1 if unknown.
func publishedApart(a, b *Report) int {
	if !a.Published.Known() || !b.Published.Known() {
		return -1
	}
	d := int(a.Published - b.Published)
	return max(d, -d)
}

// apart words the days between two publications, days a span; both only when asked.
type (
	apart int
	days  dateline.Span
)

func (a apart) String() string {
	if a < 0 {
		return "on unknown days"
	}
	return fmt.Sprintf("%d days apart", int(a))
}

func (d days) String() string {
	if d.Earliest == d.Latest {
		return d.Earliest.String()
	}
	return d.Earliest.String() + ".." + d.Latest.String()
}
