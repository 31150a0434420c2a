package when

import "strconv"

// action builds the meaning of a row's left side from its arguments; a part
// that is missing is nil. It returns nil where the parts do not fit.
type action func(a []*node) *node

func constant(n *node) action { return func([]*node) *node { return n } }

// actions are the verbs that the rule tables may use; compounds has the rest.
var actions = map[string]action{
	"keep":     func(a []*node) *node { return a[0] },
	"block":    func([]*node) *node { return &node{kind: kBlock} },
	"sum":      func(a []*node) *node { return numOf(a[0].num + a[1].num) },
	"times":    times,
	"frac":     func(a []*node) *node { return fracOf(a[0], a[1], a[2]) },
	"plus":     func(a []*node) *node { return numOf(a[0].num + literalNum(a[1])) },
	"vague":    func([]*node) *node { return &node{kind: kNum, vague: true} },
	"num":      func(a []*node) *node { return numOf(literalNum(a[0])) },
	"about":    about,
	"year2":    year2,
	"date":     buildDate,
	"merge":    func(a []*node) *node { return merge(a[0], a[1]) },
	"decade":   decadeOf,
	"century":  centuryOf,
	"bc":       bcOf,
	"field":    fieldOf,
	"nthpart":  nthPart,
	"dur":      func(a []*node) *node { return durOf(a[0], a[1]) },
	"joindur":  joinDur,
	"halfmore": func(a []*node) *node { return halfMore(a[0]) },
	"halfof":   func(a []*node) *node { return durOf(numOf(0.5), a[0]) },
	"period":   period,
	"rel":      rel,
	"that":     that,
	"ana":      ana,
	"ago":      func(a []*node) *node { return shift(a[0], -1, onDCT, nil) },
	"hence":    func(a []*node) *node { return shift(a[0], 1, onDCT, nil) },
	"later":    func(a []*node) *node { return shift(a[0], 1, onStory, nil) },
	"earlier":  func(a []*node) *node { return shift(a[0], -1, onStory, nil) },
	"before":   func(a []*node) *node { return shiftFrom(a, -1) },
	"after":    func(a []*node) *node { return shiftFrom(a, 1) },
	"yearago":  yearAgo,
	"nth":      nth,
	"mod":      func(a []*node) *node { return withMod(a[1], a[0].code) },
	"part":     partOf,
	"pod":      pod, "relup": relUp, "podrel": podRel, "podthat": podThat,
	"clock":    clock,
	"at":       func(a []*node) *node { return at(a[0], a[1]) },
	"every":    every,
	"often":    often,
	"ref":      func(a []*node) *node { return &node{kind: kRef, code: a[0].code, typ: codeOf(a, 1)} },
	"refunits": refUnits,
	"type":     func(a []*node) *node { n := a[1].copy(); n.typ = a[0].code; return n },
	"weekend":  weekendOf,
	"weekof":   weekOf,
	"numeric":  numericDate,
}

// reachDays is how many days back or forward vague units reach: "recent weeks".
var reachDays = map[Grain]int{DayGrain: 10, Week: 42, Month: 180, Quarter: 365, Year: 5 * 365, Decade: 30 * 365}

// refUnits: PAST_REF | weeks.
func refUnits(a []*node) *node {
	n := &node{kind: kRef, code: a[0].code, f: noFields}
	if d, ok := reachDays[a[1].grain]; ok && a[1].kind == kUnit {
		n.code += "/" + strconv.Itoa(d)
	}
	return n
}

func codeOf(a []*node, i int) string {
	if i < len(a) && a[i] != nil {
		return a[i].code
	}
	return ""
}

func numOf(v float64) *node { return &node{kind: kNum, num: v} }

func literalNum(n *node) float64 {
	if n.kind == kCode {
		v, _ := strconv.ParseFloat(n.code, 64)
		return v
	}
	return n.num
}

func times(a []*node) *node {
	if a[0] == nil {
		return a[1]
	}
	if a[0].num <= 0 || a[0].num >= a[1].num {
		return nil
	}
	return numOf(a[0].num * a[1].num)
}

func fracOf(whole, over, under *node) *node {
	if under.num == 0 || over.num >= under.num {
		return nil
	}
	return numOf(whole.num + over.num/under.num)
}

// about puts a modifier on a number or an amount of time.
func about(a []*node) *node {
	if a[1].kind == kPeriod || a[1].kind == kDur && a[1].dur[0].vague || a[1].kind == kNum && a[1].vague {
		return nil
	}
	return withMod(a[1], a[0].mod)
}

// year2 reads years said in two pairs: nineteen | ninety-six.
func year2(a []*node) *node {
	hi, lo := int(a[0].num), int(a[1].num)
	if hi < 13 || hi > 20 || lo < 1 || lo > 99 {
		return nil
	}
	return dateNode(func(f *fields) { f.year = hi*100 + lo })
}

func dateNode(set func(*fields)) *node {
	n := &node{kind: kDate, f: noFields}
	set(&n.f)
	return n
}

// buildDate takes year, month, day in this order; "-" or a missing part is unset.
func buildDate(a []*node) *node {
	n := &node{kind: kDate, f: noFields}
	for i, x := range a {
		if x == nil || x.kind == kCode && x.code == "-" {
			continue
		}
		switch {
		case x.kind == kDate:
			m := merge(n, x)
			if m == nil {
				return nil
			}
			n = m.copy()
		case i == 0:
			n.f.year = int(x.num)
		case i == 1:
			n.f.month = int(x.num)
		case i == 2:
			n.f.day = int(x.num)
		}
	}
	if n.f.month != unset && (n.f.month < 1 || n.f.month > 12) {
		return nil
	}
	if n.f.day != unset {
		most := 31
		if n.f.month != unset {
			most = monthDays(2000, n.f.month)
		}
		if n.f.day < 1 || n.f.day > most {
			return nil
		}
	}
	return n
}

// numericDate reads three numbers whose order is not certain (month first
// unless that cannot be); a two-digit year is in 1930–2029 or, with a known
// day of publication, near it.
func numericDate(a []*node) *node {
	m, d, y := int(a[0].num), int(a[1].num), a[2]
	if len(a) > 3 && a[3].code == "dm" || m > 12 {
		m, d = d, m
	}
	n := buildDate([]*node{nil, numOf(float64(m)), numOf(float64(d))})
	if n == nil || m > 12 {
		return nil
	}
	n.f.year = int(y.num)
	n.f.short = n.f.year < 100
	return n
}

// merge joins the fields of two dates; they must not contradict each other.
func merge(a, b *node) *node {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	if a.kind != kDate || b.kind != kDate {
		return nil
	}
	n := a.copy()
	fa, fb := n.f.ints(), b.f.ints()
	for i := range fa {
		if *fb[i] == unset {
			continue
		}
		if *fa[i] != unset {
			return nil
		}
		*fa[i] = *fb[i]
	}
	if b.f.holiday != "" {
		if n.f.holiday != "" || n.f.month != unset {
			return nil
		}
		n.f.holiday = b.f.holiday
	}
	n.f.short = n.f.short || b.f.short
	n.f.weekend = n.f.weekend || b.f.weekend
	n.f.bc = n.f.bc || b.f.bc
	n.f.bare = n.f.bare || b.f.bare
	n.f.fiscal = n.f.fiscal || b.f.fiscal
	n.part, n.clock, n.zone = first(n.part, b.part), first(n.clock, b.clock), first(n.zone, b.zone)
	n.mod = first(n.mod, b.mod)
	return n
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// ints lists the numeric fields in a fixed order.
func (f *fields) ints() [10]*int {
	return [...]*int{&f.year, &f.month, &f.day, &f.wday, &f.season, &f.quarter, &f.half, &f.decade, &f.century, &f.week}
}

// decadeOf: century words and a decade word ("nineteen | eighties").
func decadeOf(a []*node) *node {
	c := int(a[0].num)
	if c < 10 || c > 20 || a[1].f.decade == unset {
		return nil
	}
	return dateNode(func(f *fields) { f.decade = c*10 + a[1].f.decade })
}

// centuryOf: the 20th century is 19.
func centuryOf(a []*node) *node {
	k := int(a[0].num)
	if k < 1 || k > 22 {
		return nil
	}
	return dateNode(func(f *fields) { f.century = k - 1 })
}

func bcOf(a []*node) *node {
	n := a[0]
	if n.kind == kNum {
		n = dateNode(func(f *fields) { f.year = int(a[0].num) })
	}
	n = n.copy()
	n.f.bc = true
	return n
}

// fieldOf sets one field from a number: "field quarter $1".
func fieldOf(a []*node) *node {
	k := int(a[1].num)
	n := &node{kind: kDate, f: noFields}
	switch a[0].code {
	case "year":
		n.f.year = k
	case "shortyear":
		n.f.year, n.f.short = k, true
	case "fiscal":
		n.f.year, n.f.fiscal, n.f.short = k, true, k < 100
	case "day":
		if k < 1 || k > 31 {
			return nil
		}
		n.f.day = k
	case "quarter":
		if k < 1 || k > 4 {
			return nil
		}
		n.f.quarter = k
	case "half":
		if k < 1 || k > 2 {
			return nil
		}
		n.f.half = k
	default:
		return nil
	}
	return n
}

// nthPart makes a quarter or half from an ordinal and a unit: "third | quarter".
func nthPart(a []*node) *node {
	k := int(a[0].num)
	n := &node{kind: kDate, f: noFields}
	switch a[1].grain {
	case Quarter:
		if k == -1 {
			k = 4
		}
		n.f.quarter = k
	case Half:
		if k == -1 {
			k = 2
		}
		n.f.half = k
	}
	if k < 1 || k > 4 || n.f.half > 2 || n.f.half == unset && n.f.quarter == unset {
		return nil
	}
	return n
}

func weekendOf(a []*node) *node {
	n := &node{kind: kUnit, grain: Weekend, mul: 1}
	return n
}

// weekOf: the week of March 6.
func weekOf(a []*node) *node {
	return &node{kind: kNth, offset: 0, base: a[0], grain: Week, f: noFields}
}

func withMod(n *node, mod string) *node {
	if n == nil {
		return nil
	}
	c := n.copy()
	if c.mod == "" {
		c.mod = mod
	}
	return c
}

// shiftFrom: two days | after | June 18. "Days after June 18" stay two times.
func shiftFrom(a []*node, dir int) *node {
	if a[0].kind == kDur && a[0].dur[0].vague {
		return nil
	}
	return shift(a[0], dir, onStory, a[1])
}
