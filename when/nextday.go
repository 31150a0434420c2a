package when

// dayNext is the day behind the one told last, dayThat that day itself.
func dayNext() *node {
	return rel([]*node{{anchor: onStory, offset: 1}, {kind: kUnit, grain: DayGrain, mul: 1}})
}
func dayThat() *node { return that([]*node{{kind: kUnit, grain: DayGrain, mul: 1}}) }

// atNext: 6 a.m. | the next morning.
func atNext(a []*node) *node { return at(a[0], dayNext()) }

// atThat: 6 a.m. | that same day.
func atThat(a []*node) *node { return at(a[0], dayThat()) }

// clockThat: 8:30 | evening: the half of the day that fits.
func clockThat(a []*node) *node {
	h, m := clockParts(a[0].clock)
	p := a[1].part
	if h >= 12 || h == 0 || p != "AF" && p != "EV" && (p != "NI" || h < 6) {
		return a[0]
	}
	n := a[0].copy()
	n.clock = two(h+12) + ":" + two(m)
	return n
}

// clockTonight: "at 8 tonight", "at midnight tonight".
func clockTonight(a []*node) *node {
	today := rel([]*node{{}, {kind: kUnit, grain: DayGrain, mul: 1}})
	return at(clockThat([]*node{a[0], {part: "EV"}}), today)
}

// nightOf: the first day, month and year of "the night of 3–4 May 2029".
func nightOf(a []*node) *node {
	n := buildDate([]*node{nil, numOf(monthOf(a[1])), a[0]})
	if n == nil {
		return nil
	}
	if len(a) > 2 && a[2] != nil {
		if n = merge(n, a[2]); n == nil {
			return nil
		}
	}
	n = n.copy()
	n.part, n.code = "NI", overnight
	return n
}

func monthOf(n *node) float64 {
	if n.kind == kDate {
		return float64(n.f.month)
	}
	return n.num
}

// overnight is the code of a night that is told by both its days.
const overnight = "overnight"

// winterOver: a winter, its first year and its second.
func winterOver(a []*node) *node {
	y, z := int(a[1].num), int(a[2].num)
	if a[0].f.season != 3 || z != y+1 && z != (y+1)%100 {
		return nil
	}
	n := a[0].copy()
	n.f.year = y
	return n
}
