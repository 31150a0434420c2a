package ledger

import (
	"fmt"

	"dateline"
)

// How far apart reports may be that tell of one occurrence, in days.
const (
	freshSlack  = 1 // fresh news is told by the day that it is at the writer's
	summitSlack = 2 // a summit is told by any of its days
	visitSlack  = 3 // and so is a visit; hardly anybody goes again so soon
	widestSlack = visitSlack
	lateNews    = 2  // what is over may still be called a plan
	undatedNear = 21 // published within, where one of them gives no day
	vagueSpan   = 45 // a span longer than this says little: published within undatedNear, too
)

// times looks at when. A plan and what became of it may differ by the day for
// which it was put off only if the words say so: a new date is a new occurrence
// that replaces the old one. Two calls or meetings on successive days are two.
func (c *comparison) times() bool {
	sa, sb := c.x.span, c.y.span
	if lateplan(c.a, c.y) || lateplan(c.b, c.x) {
		c.says("planned when it was over: published %s and %s", c.a.Published, c.b.Published)
		return false
	}
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
	near := c.slack()
	switch {
	case !nearDays(sa, sb, near):
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

// slack is by how many days the spans may miss each other.
func (c *comparison) slack() dateline.Day {
	switch {
	case c.both("visit"):
		return visitSlack
	case (c.x.fresh || c.y.fresh) && (c.either("meet") && (c.both("meet") || c.either("visit"))):
		return freshSlack
	case c.x.summit && c.y.summit:
		return summitSlack
	}
	return 0
}

// lateplan: a plan told without a day, by an article that came out when what the
// other tells was over.
func lateplan(plan *Report, o *outline) bool {
	to := plan.Event.Status == dateline.Planned || plan.Event.Status == dateline.Possible
	return to && plan.Event.When == nil && plan.Published.Known() && o.dated && plan.Published > o.span.Latest+lateNews
}

// nearDays reports whether two spans share a day or lie no further apart than near.
func nearDays(a, b dateline.Span, near dateline.Day) bool {
	return a.Earliest <= b.Latest+near && b.Earliest <= a.Latest+near
}

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
