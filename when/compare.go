package when

import "math"

// Actions for what is compared in the news of markets and bulletins: quarters
// by their last month, whole years, units that come back.

// monthQuarter: the September quarter is the one that ends in September.
func monthQuarter(a []*node) *node {
	m := a[0].f.month
	if m == unset || m%3 != 0 || a[0].f.day != unset || a[0].mod != "" {
		return nil
	}
	n := dateNode(func(f *fields) { f.quarter = m / 3 })
	n.f.year, n.f.short = a[0].f.year, a[0].f.short
	return n
}

// monthsQuarter: the July-September quarter.
func monthsQuarter(a []*node) *node {
	q := monthQuarter(a[1:])
	if q == nil || a[0].f.month != a[1].f.month-2 {
		return nil
	}
	return q
}

// everySame: night after night, day by day.
func everySame(a []*node) *node {
	if a[0].grain != a[1].grain || a[0].mul != a[1].mul {
		return nil
	}
	return every(a[:1])
}

// everyOther: every other Friday.
func everyOther(a []*node) *node {
	n := every(a[:1])
	if n != nil {
		n.quant = "EVERY OTHER"
	}
	return n
}

// threeAmounts: two hours, three minutes and ten seconds.
func threeAmounts(a []*node) *node {
	x, y, z := durOf(a[0], a[1]), durOf(a[2], a[3]), durOf(a[4], a[5])
	if x == nil || y == nil || z == nil {
		return nil
	}
	two := joinDur([]*node{x, y})
	if two == nil {
		return nil
	}
	return joinDur([]*node{two, z})
}

// yearAgoUnit: the same week last year.
func yearAgoUnit(a []*node) *node {
	n := yearAgo(nil)
	n.years, n.base = false, ana(a)
	if a[0].grain == Week {
		n.dur = []amount{{n: 52, grain: Week}} // a week stays a week
	}
	return n
}

// weekendBy: Labor Day weekend.
func weekendBy(a []*node) *node {
	if a[0].f.holiday == "" {
		return nil
	}
	return &node{kind: kNth, base: a[0], grain: Weekend, f: noFields}
}

// quarterOfYear: the March 2030 quarter.
func quarterOfYear(a []*node) *node {
	q := monthQuarter(a[:1])
	if q == nil {
		return nil
	}
	return merge(q, a[1])
}

// midWeek: midweek.
func midWeek([]*node) *node {
	return partOf([]*node{{mod: "MID"}, ana([]*node{{kind: kUnit, grain: Week, mul: 1}})})
}

// agoThis: a year ago | this | week.
func agoThis(a []*node) *node {
	r := rel(a[1:])
	if r == nil || len(a[0].dur) != 1 || a[0].dur[0].vague {
		return nil
	}
	n := shift(a[0], -1, onStory, r)
	if d := &a[0].dur[0]; a[2].kind == kUnit && a[2].grain == Week && d.grain == Year {
		n.dur = []amount{{n: math.Round(52.18 * d.n), grain: Week}}
	}
	return n
}
