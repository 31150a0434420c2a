package when

// hundreds: two | hundred | twenty.
func hundreds(a []*node) *node {
	h := times(a[:2])
	if h == nil || a[2].num >= a[1].num {
		return nil
	}
	return numOf(h.num + a[2].num)
}

// durMod: nearly | year.
func durMod(a []*node) *node {
	if a[1].grain == Quarter {
		return nil // "about a quarter" is a fourth
	}
	return withMod(durOf(nil, a[1]), a[0].mod)
}

// durSum: number, unit, number, unit.
func durSum(a []*node) *node {
	x, y := durOf(orOne(a[0]), a[1]), durOf(a[2], a[3])
	if x == nil || y == nil {
		return nil
	}
	return joinDur([]*node{x, y})
}

func orOne(n *node) *node {
	if n == nil || n.kind == kCode {
		return nil
	}
	return n
}

// durVague: months, a year or two.
func durVague(a []*node) *node { return durOf(&node{kind: kNum, vague: true}, a[0]) }

// durOne: yearlong.
func durOne(a []*node) *node {
	return durOf(nil, &node{kind: kUnit, grain: grainNames[a[0].code], mul: 1})
}

// durUnknown: for a while.
func durUnknown([]*node) *node {
	return &node{kind: kDur, f: noFields, dur: []amount{{vague: true, grain: NoGrain}}}
}

// periodQ: in the two past weeks.
func periodQ(a []*node) *node {
	return periodOver(a[1], durOf(a[0], a[2]))
}

// periodUnits: direction, number, unit.
func periodUnits(a []*node) *node { return periodOver(a[0], durOf(a[1], a[2])) }

// periodVague: direction, units.
func periodVague(a []*node) *node { return periodOver(a[0], durVague(a[1:])) }

// periodOne: direction, unit.
func periodOne(a []*node) *node { return periodOver(a[0], durOf(nil, a[1])) }

func periodOver(dir, d *node) *node {
	if d == nil {
		return nil
	}
	return period([]*node{dir, d})
}

// dateYY puts a year of two digits behind a date.
func dateYY(a []*node) *node {
	n := a[0].copy()
	n.f.year, n.f.short = int(a[1].num), true
	return n
}

// dateShort: month, day, year of two or four digits.
func dateShort(a []*node) *node {
	n := buildDate([]*node{nil, a[0], a[1]})
	if n == nil {
		return nil
	}
	n.f.year, n.f.short = int(a[2].num), a[2].num < 100
	return n
}

// weekdayDay: Monday the 16th.
func weekdayDay(a []*node) *node {
	d := fieldOf([]*node{{code: "day"}, a[1]})
	if d == nil {
		return nil
	}
	return d
}

// weekdayDate: Monday, June 16. The date tells the day.
func weekdayDate(a []*node) *node {
	if a[1].kind != kDate || a[1].f.day == unset || a[1].f.wday != unset {
		return nil
	}
	return a[1]
}

// yearMod: a modifier and a year.
func yearMod(a []*node) *node {
	return withMod(fieldOf([]*node{{code: "year"}, a[1]}), a[0].code)
}

// era: a number and BC or AD.
func era(a []*node) *node {
	if a[0].kind == kDate {
		n := a[0].copy()
		n.f.bc = a[1].code[0] == 'b'
		return n
	}
	n := dateNode(func(f *fields) { f.year = int(a[0].num) })
	n.f.bc = len(a[1].code) > 0 && a[1].code[0] == 'b'
	return n
}

// partMerge: late | summer | 2029.
func partMerge(a []*node) *node {
	m := merge(a[1], a[2])
	if m == nil {
		return nil
	}
	return partOf([]*node{a[0], m})
}

// quarterOf: number, year.
func quarterOf(a []*node) *node {
	q := fieldOf([]*node{{code: "quarter"}, a[0]})
	if len(a) > 1 && a[1] != nil {
		return merge(q, a[1])
	}
	return q
}

// relThis: this past spring: the latest one.
func relThis(a []*node) *node {
	n := rel([]*node{{offset: 0}, a[0]})
	if n != nil {
		n.code = "past"
	}
	return n
}

// relAfter: the week | before.
func relAfter(a []*node) *node {
	n := rel([]*node{a[0], a[1]})
	if n != nil {
		n.anchor = onStory
	}
	return n
}

// inRel: Monday | last | week.
func inRel(a []*node) *node {
	t, u := a[0], a[2]
	if t.kind != kDate || u.kind != kUnit || t.f.year != unset {
		return nil
	}
	switch {
	case u.grain == Week && t.f.wday == unset, u.grain != Week && t.f.wday != unset:
		return nil
	case u.grain == Month:
		return nil
	}
	n := rel([]*node{a[1], u})
	n.f = t.f
	n.code = "in"
	return n
}

// domRel: the 5th of | next | month.
func domRel(a []*node) *node {
	d := int(a[0].num)
	if d < 1 || d > 31 {
		return nil
	}
	n := rel([]*node{a[1], {kind: kUnit, grain: Month, mul: 1}})
	n.f.day, n.code = d, "in"
	return n
}

// plusWeek: Monday week.
func plusWeek(a []*node) *node {
	return shift(durOf(nil, &node{kind: kUnit, grain: Week, mul: 1}), 1, onDCT, rel([]*node{{offset: 1}, a[0]}))
}

// yearAgoMonth: the same month a year ago.
func yearAgoMonth([]*node) *node {
	return &node{
		kind: kShift, offset: -1, anchor: onStory, dur: []amount{{n: 1, grain: Year}}, f: noFields,
		base: that([]*node{{kind: kUnit, grain: Month, mul: 1}}),
	}
}

// yearAgoOf: the third quarter a year earlier.
func yearAgoOf(a []*node) *node {
	n := yearAgo(nil)
	n.base = a[0]
	return n
}

// laterOr: an amount, and a word that tells the direction.
func laterOr(a []*node) *node {
	if a[0].dur[0].vague {
		return nil // "a few days" says no more than an amount
	}
	n := shift(a[0], a[1].offset, onStory, nil)
	if n != nil {
		n.part = a[0].part // two nights later
	}
	return n
}

// agoFrom: two weeks ago | Monday.
func agoFrom(a []*node) *node {
	if !a[1].dayish() {
		return nil
	}
	return shift(a[0], -1, onStory, a[1])
}

// dayBy: the day | before | June 18.
func dayBy(a []*node) *node { return shift(durOf(nil, a[0]), a[1].offset, onStory, a[2]) }

// durHence: in two days' time.
func durHence(a []*node) *node {
	d := durOf(orOne(a[0]), a[1])
	if d == nil {
		return nil
	}
	return shift(d, 1, onDCT, nil)
}

// partUnit: the end of | the month.
func partUnit(a []*node) *node { return partOf([]*node{a[0], ana(a[1:])}) }

func partThat(a []*node) *node { return partOf([]*node{a[0], that(a[1:])}) }

// endOf: year-end.
func endOf(a []*node) *node { return partOf([]*node{{mod: "END"}, ana(a)}) }

// compUnit: earlier | this | month.
func compUnit(a []*node) *node {
	on := a[1]
	if on.kind == kCode && on.offset == 0 && on.anchor == onDCT {
		if on.code == "this" || on.code == "0" {
			return partOf([]*node{a[0], rel([]*node{on, a[2]})})
		}
		return partOf([]*node{a[0], ana(a[2:])})
	}
	return partOf([]*node{a[0], rel(a[1:])})
}

// nthUnit: which | unit | of the unit that the text speaks of.
func nthUnit(a []*node) *node { return nth([]*node{a[0], a[1], ana(a[2:])}) }

// compounds are the actions that put several steps together.
var compounds = map[string]action{
	"hundreds": hundreds, "durmod": durMod, "dursum": durSum, "durvague": durVague, "durone": durOne,
	"durhalf": func(a []*node) *node { return halfMore(durOf(nil, a[0])) },
	"durx":    durUnknown, "periodq": periodQ, "periodv": periodVague, "periodvs": periodVague, "periodone": periodOne, "periodu": periodUnits,
	"dateyy": dateYY, "dateyy2": dateShort, "wdom": weekdayDay, "wmerge": weekdayDate, "yearmod": yearMod, "era": era,
	"partmerge": partMerge, "quarterof": quarterOf, "relthis": relThis, "relafter": relAfter, "inrel": inRel,
	"plusweek": plusWeek, "yearagomonth": yearAgoMonth, "yearagoq": yearAgoOf, "lateror": laterOr,
	"agofrom": agoFrom, "dayby": dayBy, "durhence": durHence, "partunit": partUnit, "partthat": partThat, "endof": endOf,
	"compunit": compUnit, "nthunit": nthUnit, "aboutdate": aboutDate,
	"modpart": modPart, "podcomp": podComp, "podmod": podMod, "clockpart": clockPart,
	"everydur":   func(a []*node) *node { return everyDur(a[0], a[1]) },
	"everyvague": func(a []*node) *node { return everyDur(&node{kind: kNum, vague: true}, a[0]) },
	"everypart":  everyPart, "everyday": everyDay,
	"everyunit": func(a []*node) *node {
		return every([]*node{{kind: kUnit, grain: grainNames[a[0].code], mul: 1}})
	},
	"seasonof":       func(a []*node) *node { return dateNode(func(f *fields) { f.season = int(a[0].num) }) },
	"freq":           func(a []*node) *node { return &node{kind: kCode, code: a[0].code} },
	"freqn":          func(a []*node) *node { return &node{kind: kCode, code: trimNum(a[0].num) + "X"} },
	"yearagoquarter": yearAgoQuarter, "lastquarter": lastQuarter,
	"approxnum": func(a []*node) *node { return withMod(numOf(a[0].num), "APPROX") },
	"inthat":    func(a []*node) *node { return inRel([]*node{a[0], {anchor: onStory}, a[1]}) },
	"relprev":   func(a []*node) *node { return relAfter([]*node{{offset: -1}, a[0]}) },
	"decadeer":  func(a []*node) *node { return dateNode(func(f *fields) { f.decade = int(a[0].num) / 10 }) },
	"partyear": func(a []*node) *node {
		return partOf([]*node{a[0], ana([]*node{{kind: kUnit, grain: Year, mul: 1}})})
	},
	"nthqy": func(a []*node) *node {
		return merge(quarterOf(a[:1]), dateNode(func(f *fields) { f.year = int(a[1].num) }))
	},
	"nthq": func(a []*node) *node { return quarterOf(a) },
	"relday": func(a []*node) *node {
		return rel([]*node{a[0], {kind: kUnit, grain: DayGrain, mul: 1}})
	},
	"periodhalf": func(a []*node) *node { return periodOver(a[0], halfMore(durOf(nil, a[1]))) },
	"dur25":      func(a []*node) *node { return durOf(numOf(25), &node{kind: kUnit, grain: Year, mul: 1}) },
	"centuryera": func(a []*node) *node {
		c := centuryOf(a[:1])
		if c == nil {
			return nil
		}
		return era([]*node{c, a[1]})
	},
	"inana": func(a []*node) *node {
		n := inRel([]*node{a[0], {}, a[1]})
		if n != nil {
			n.anchor, n.def = onStory, true
		}
		return n
	},
	"weekdaysago": func(a []*node) *node {
		if a[0].vague || a[0].num != float64(int(a[0].num)) {
			return nil
		}
		n := shift(durOf(numOf(a[0].num-1), &node{kind: kUnit, grain: Week, mul: 1}), -1, onStory, rel([]*node{{offset: -1}, a[1]}))
		return n
	},
	"podcomplast": func(a []*node) *node {
		n := podRel([]*node{{offset: -1}, a[1]})
		if n != nil {
			n.mod = a[0].mod
		}
		return n
	},
	"setof": func(a []*node) *node { return &node{kind: kSet, code: a[0].code, f: noFields} },
	"thisunit": func(a []*node) *node {
		if a[0].kind == kUnit && a[0].grain == Quarter {
			return ana(a) // "a second straight quarter" is the one that the text speaks of
		}
		n := rel([]*node{{}, a[0]})
		if n != nil && a[0].kind == kUnit {
			n.code = inRow
		}
		return n
	},
	"yearquarter": func(a []*node) *node { // the 1998 quarter: that of the comparison
		n := a[0].copy()
		n.grain, n.years = Quarter, a[1].code == "period"
		return n
	},
	"periodpart": func(a []*node) *node {
		n := periodOver(&node{}, durOf(a[1], a[2]))
		if n != nil {
			n.code = a[0].code
		}
		return n
	},
	"halfof1": func(a []*node) *node { return merge(dateNode(func(f *fields) { f.half = 1 }), a[0]) },
	"halfof2": func(a []*node) *node { return merge(dateNode(func(f *fields) { f.half = 2 }), a[0]) },
	"yearmonth": func(a []*node) *node {
		if int(a[1].num) == (int(a[0].num)+1)%100 {
			return nil // "in 2008-09" is a range of years
		}
		return buildDate(a)
	},
	"isodate": func(a []*node) *node { return at(a[3], buildDate(a[:3])) },
	"partfix": func(a []*node) *node { return partOf([]*node{{mod: a[0].code}, a[1]}) },
	"yearsum": func(a []*node) *node {
		return dateNode(func(f *fields) { f.year = int(a[0].num + a[1].num) })
	},
	"datetens": func(a []*node) *node {
		return buildDate([]*node{nil, a[0], numOf(a[1].num + a[2].num)})
	},
	"smallyear": smallYear, "smalldate": smallDate,
	"agothis": agoThis,
	"fromday": func(a []*node) *node {
		if !a[1].dayish() {
			return nil // "two years from 2015" is a time that begins then
		}
		return shift(a[0], 1, onStory, a[1])
	},
	"monthquarter": monthQuarter, "monthquarter2": quarterOfYear, "monthsquarter": monthsQuarter, "everysame": everySame, "everyother": everyOther, "dur3": threeAmounts,
	"yearagounit": yearAgoUnit, "weekendby": weekendBy, "midweek": midWeek,
	"partend":   func(a []*node) *node { return partOf([]*node{{mod: "END"}, a[0]}) },
	"podbefore": podBefore, "atnext": atNext, "winterover": winterOver, "nightof": nightOf, "clockthat": clockThat, "clocktonight": clockTonight, "domrel": domRel, "everyclock": everyClock, "dayclock": dayClock, "theday": dayOff, "atthat": atThat,
	"inrelnext": func(a []*node) *node { return inRel([]*node{a[0], {anchor: onStory, offset: 1}, a[1]}) },
	"pastref":   func([]*node) *node { return &node{kind: kRef, code: "PAST_REF"} },
}

// aboutDate: around June 18.
func aboutDate(a []*node) *node {
	if a[1].kind == kRef || a[1].kind == kRel || a[1].mod != "" {
		return nil // talks "about last week"
	}
	return withMod(a[1], a[0].mod)
}
