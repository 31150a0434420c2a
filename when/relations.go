package when

// durOf is a number of units.
func durOf(q, u *node) *node {
	if u.kind != kUnit {
		return nil
	}
	n := &node{kind: kDur, f: noFields, part: u.part}
	n.dur = []amount{{grain: u.grain, mul: u.mul, n: 1}}
	switch {
	case q == nil:
	case q.kind == kCode && q.num > 0:
		n.dur[0].n = q.num
	case q.kind == kNum && q.clock == "":
		if !q.vague && q.num <= 0 {
			return nil
		}
		n.dur[0].n, n.dur[0].vague = q.num, q.vague
		n.mod, n.digits = q.mod, q.digits
	default:
		return nil
	}
	return n
}

// joinDur: two hours and ten minutes. The units must fall.
func joinDur(a []*node) *node {
	x, y := a[0], a[1]
	if x.dur[len(x.dur)-1].grain <= y.dur[0].grain || x.dur[0].vague || y.dur[0].vague {
		return nil
	}
	n := x.copy()
	n.dur = append(append([]amount(nil), x.dur...), y.dur...)
	return n
}

// halfMore: a year and a half.
func halfMore(d *node) *node {
	if len(d.dur) != 1 || d.dur[0].vague {
		return nil
	}
	n := d.copy()
	n.dur = append([]amount(nil), d.dur...)
	n.dur[0].n += 0.5
	return n
}

// period: the past three months. The first argument tells the direction.
func period(a []*node) *node {
	if a[1].kind != kDur {
		return nil
	}
	n := a[1].copy()
	n.kind, n.offset, n.anchor = kPeriod, a[0].offset, a[0].anchor
	if len(a) > 2 && a[2] != nil {
		n.base = a[2]
	}
	return n
}

// rel: last week, next May, the following day, that summer, the weekend.
func rel(a []*node) *node {
	t := a[1]
	if t.kind != kUnit && t.kind != kDate {
		return nil
	}
	if t.kind == kDate && (t.f.year != unset || t.f.century != unset || t.mod != "") {
		return nil
	}
	if t.kind == kUnit && t.grain < DayPart {
		return nil // "the past hour" is an amount of time
	}
	if a[0].code == "rolling" && t.kind == kUnit && t.grain >= Decade {
		return nil
	}
	n := &node{kind: kRel, offset: a[0].offset, anchor: a[0].anchor, base: t, f: noFields, part: t.part}
	if a[0].code == rolling || a[0].code == coming {
		n.code = a[0].code
	}
	return n
}

// What rolls reaches from a unit before publication up to it, whatever the calendar
// says: "the past year", and "in the last year" behind a preposition.
const (
	rolling      = "rolling"
	coming       = "coming" // the coming weekend
	rollingAfter = "rolling behind a preposition"
)

// relUp: the | last | year.
func relUp(a []*node) *node {
	n := rel(a)
	if n != nil && n.code == "" && n.offset == -1 && n.anchor == onDCT && a[1].kind == kUnit {
		n.code = rollingAfter
	}
	return n
}

// ana: that day, the quarter: the one told last, or the present one.
func ana(a []*node) *node {
	if a[0].kind != kUnit && a[0].kind != kDate {
		return nil
	}
	return &node{kind: kRel, anchor: onStory, base: a[0], f: noFields, def: true, part: a[0].part}
}

// that: the unit told last, and no other.
func that(a []*node) *node {
	if a[0].kind != kUnit && a[0].kind != kDate {
		return nil
	}
	return &node{kind: kRel, anchor: onStory, base: a[0], f: noFields, part: a[0].part}
}

// shift moves from an anchor by an amount of time.
func shift(d *node, dir int, on anchor, base *node) *node {
	if d.kind != kDur {
		return nil
	}
	n := &node{kind: kShift, offset: dir, anchor: on, base: base, dur: d.dur, mod: d.mod, f: noFields, digits: d.digits}
	if base != nil {
		n.part, n.clock = "", ""
	}
	return n
}

// yearAgoQuarter compares with the quarter that the text speaks of.
func yearAgoQuarter([]*node) *node {
	n := yearAgo(nil)
	n.grain = Quarter
	return n
}

// lastQuarter: the latest quarter.
func lastQuarter([]*node) *node {
	return &node{kind: kRel, anchor: onStory, def: true, base: &node{kind: kUnit, grain: Quarter, mul: 1}, f: noFields}
}

// yearAgo: a year earlier, year-ago, the same period last year: a comparison
// with the quarter that was told last, else a year back.
func yearAgo(a []*node) *node {
	n := &node{kind: kShift, offset: -1, anchor: onStory, dur: []amount{{n: 1, grain: Year}}, years: true, f: noFields}
	if len(a) > 0 && a[0] != nil {
		n.base = a[0]
	}
	return n
}

// nth: which | unit | of what. "the last week of March", "the first day".
func nth(a []*node) *node {
	if a[1].kind != kUnit && a[1].kind != kDate {
		return nil
	}
	n := &node{kind: kNth, offset: int(a[0].num), f: noFields, base: a[2]}
	if a[1].kind == kUnit {
		n.grain, n.mul = a[1].grain, a[1].mul
		if n.mul > 1 {
			return nil
		}
		return n
	}
	if a[1].f.wday == unset {
		return nil
	}
	n.f.wday, n.grain = a[1].f.wday, DayGrain
	return n
}

// partOf: the end of 1990, early next week, mid-November.
func partOf(a []*node) *node {
	switch a[1].kind {
	case kDate, kRel, kShift, kNth:
	default:
		return nil
	}
	if a[1].mod != "" || a[1].clock != "" {
		return nil
	}
	mod := a[0].mod
	if mod == "" {
		mod = a[0].code
	}
	return withMod(a[1], mod)
}

// podThat: that night, which looks at the day told last, whatever it was told of.
func podThat(a []*node) *node {
	n := pod(a)
	if n != nil {
		n.code = "that"
	}
	return n
}

// pod: a part of the day, on a day or on the day of the story.
func pod(a []*node) *node {
	p := a[0].part
	if p == "" {
		return nil
	}
	if len(a) < 2 || a[1] == nil {
		return &node{kind: kRel, anchor: onStory, base: &node{kind: kUnit, grain: DayGrain, mul: 1}, part: p, mod: a[0].mod, f: noFields, def: true}
	}
	b := a[1]
	switch b.kind {
	case kDate, kRel, kShift, kNth:
	default:
		return nil
	}
	if b.part != "" || b.clock != "" || !b.dayish() {
		return nil
	}
	n := b.copy()
	n.part = p
	n.mod = first(a[0].mod, n.mod)
	return n
}

// dayish reports whether a date names a day.
func (n *node) dayish() bool {
	switch n.kind {
	case kDate:
		return n.f.day != unset || n.f.wday != unset || n.f.holiday != ""
	case kRel:
		return n.base.kind == kUnit && n.base.grain == DayGrain || n.base.kind == kDate && n.base.dayish()
	case kShift:
		return n.dur[0].grain == DayGrain || n.dur[0].grain == Week
	case kNth:
		return n.grain == DayGrain
	}
	return false
}

// clock: hour, minute, half of the day (am, pm), zone; missing ones are nil.
func clock(a []*node) *node {
	n := &node{kind: kDate, f: noFields}
	h := a[0]
	text := h.clock
	if text == "" {
		if h.num < 0 || h.num > 24 || h.num != float64(int(h.num)) {
			return nil
		}
		text = two(int(h.num)) + ":00"
		if len(a) > 1 && a[1] != nil {
			if a[1].num > 59 {
				return nil
			}
			text = two(int(h.num)) + ":" + two(int(a[1].num))
		}
	}
	if len(a) > 2 && a[2] != nil {
		var ok bool
		if text, ok = half12(text, a[2].code); !ok {
			return nil
		}
	}
	if len(a) > 3 && a[3] != nil {
		n.zone = a[3].zone
	}
	n.clock = text
	return n
}

// half12 turns a twelve-hour time into a day's.
func half12(t, half string) (string, bool) {
	h := int(t[0]-'0')*10 + int(t[1]-'0')
	if h < 1 || h > 12 {
		return t, h > 12 && half == "pm"
	}
	h %= 12
	if half == "pm" {
		h += 12
	}
	return two(h) + t[2:], true
}

// at puts a clock time on a day.
func at(c, day *node) *node {
	if c.clock == "" {
		return nil
	}
	if day == nil {
		return c
	}
	if !day.dayish() || day.clock != "" {
		return nil
	}
	switch day.kind {
	case kDate, kRel, kShift, kNth:
	default:
		return nil
	}
	n := day.copy()
	n.clock, n.zone, n.part = c.clock, c.zone, ""
	return n
}

// every: each Tuesday, every two years, Sundays.
func every(a []*node) *node {
	n := &node{kind: kSet, base: a[0], quant: codeOf(a, 1), f: noFields}
	switch a[0].kind {
	case kUnit, kDate, kDur:
	default:
		return nil
	}
	if a[0].kind == kDate && a[0].f.year != unset {
		return nil
	}
	return n
}

// often: twice | a year.
func often(a []*node) *node {
	n := every(a[1:])
	if n != nil {
		n.quant = ""
		n.freq = a[0].code
	}
	return n
}

// podRel: this morning, last night, the next evening.
func podRel(a []*node) *node {
	if a[1].part == "" {
		return nil
	}
	n := rel([]*node{a[0], {kind: kUnit, grain: DayGrain, mul: 1}})
	n.part = a[1].part
	if partNames[a[1].mod] == "" { // a constant of a row has its code for a mod
		n.mod = a[1].mod
	}
	return n
}
