package when

// modPart: early | morning.
func modPart(a []*node) *node {
	n := a[1].copy()
	n.mod = a[0].mod
	return n
}

// podComp: later | this | afternoon.
func podComp(a []*node) *node {
	n := podRel([]*node{{offset: 0}, a[1]})
	if n != nil {
		n.mod = a[0].mod
	}
	return n
}

// podMod: early | morning | of a day, or of the day told last.
func podMod(a []*node) *node {
	n := pod(a[1:])
	if n == nil {
		return nil
	}
	n = n.copy()
	n.mod = a[0].mod
	return n
}

// clockPart: six o'clock | evening.
func clockPart(a []*node) *node {
	half := "am"
	if p := a[1].part; p == "AF" || p == "EV" || p == "NI" {
		half = "pm"
	}
	return clock([]*node{a[0], nil, {code: half}})
}

func everyDur(q, u *node) *node {
	d := durOf(q, u)
	if d == nil {
		return nil
	}
	return every([]*node{d})
}

// everyPart: every | morning.
func everyPart(a []*node) *node {
	return &node{kind: kSet, code: "XXXX-XX-XXT" + a[0].part, f: noFields}
}

// everyDay: every | Sunday | morning.
func everyDay(a []*node) *node {
	d := a[0].copy()
	d.part = a[1].part
	return every([]*node{d})
}

// everyClock: every | Tuesday | 6 p.m.
func everyClock(a []*node) *node {
	n := every(a[:1])
	if n == nil || a[0].kind != kDate || a[0].f.wday == unset || a[1].clock == "" {
		return nil
	}
	n.code = recurring(&a[0].f) + "T" + a[1].clock
	n.base = nil
	return n
}

// dayClock: every day at 6 p.m.
func dayClock(a []*node) *node {
	if a[0].clock == "" {
		return nil
	}
	return &node{kind: kSet, code: holesOf(DayGrain) + "T" + a[0].clock, f: noFields}
}

// podBefore: in the night to Monday: the night before it.
func podBefore(a []*node) *node {
	if !a[0].dayish() {
		return nil
	}
	n := shift(durOf(nil, &node{kind: kUnit, grain: DayGrain, mul: 1}), -1, onStory, a[0])
	n.part = "NI"
	return n
}
