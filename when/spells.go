package when

import (
	"dateline"
	"dateline/lang"
)

// spell is a stretch of time whose figures the text tells and may compare with
// those of a year before: a quarter, a month, a year, "the nine months".
type spell struct {
	mention
	amount bool // "the nine months": compared with the year before
	weak   bool // itself what is compared ("from the second quarter")
	ahead  bool // not over, and told of as to come
}

// isOver: the day on which a quarter of a fiscal year ends is past, whatever the
// calendar calls it.
func (s *story) isOver(end *pick) bool {
	v := s.evalDate(end.node, end.place)
	return v.known() && s.dct.Known() && v.day <= s.dct
}

// hearSpell remembers a resolved date that figures may be told for; over: they are
// known, since its last day is told and past.
func (s *story) hearSpell(v val, n *node, p place, over bool) {
	if !v.known() || n.years {
		return
	}
	sp := spell{mention: mention{val: v, sent: p.sent, para: p.para, tok: p.tok}}
	switch v.grain {
	case Quarter, Half:
		sp.weak = p.versus
		sp.ahead = !over && s.dct.Known() && (v.day > s.dct || p.dir > open && last(v.grain, v.day) > s.dct)
	case Month:
		sp.weak = p.versus || n.kind != kDate && n.kind != kRel
	case Year:
		sp.weak = p.versus || !p.within || n.kind != kDate || s.dct.Known() && v.day > s.dct
	default:
		return
	}
	s.spells = append(s.spells, sp)
	if v.grain == Quarter && s.mainQuarter == nil && !sp.weak && !sp.ahead {
		q := sp.mention
		s.mainQuarter = &q
	}
	if v.grain == Quarter {
		s.quarterSent = p.sent
	}
}

// hearAmount remembers "the nine months".
func (s *story) hearAmount(n *node, p place) {
	d := &n.dur[0]
	if d.vague || len(n.dur) != 1 || n.kind != kPeriod || n.offset != 0 || d.grain != Month {
		return
	}
	s.spells = append(s.spells, spell{mention: mention{sent: p.sent, para: p.para, tok: p.tok}, amount: true})
}

// figures is the spell that a comparison at p speaks of: the last one of its
// sentence, else of the sentence before in the paragraph.
func (s *story) figures(p place, ok func(*spell) bool) *spell {
	for i := len(s.spells) - 1; i >= 0 && i >= len(s.spells)-memory; i-- {
		sp := &s.spells[i]
		if sp.sent < p.sent-1 || sp.para != p.para {
			return nil
		}
		if !sp.weak && ok(sp) && (sp.sent == p.sent || sp.amount || !sp.ahead && (sp.grain == Quarter || sp.grain == Half)) {
			return sp
		}
	}
	return nil
}

// farQuarter is how many sentences behind the last quarter told a comparison
// is still one of quarters.
const farQuarter = 4

// onQuarters: the last spell that the text told figures for was a quarter.
func (s *story) onQuarters() bool {
	for i := len(s.spells) - 1; i >= 0; i-- {
		if sp := &s.spells[i]; !sp.weak {
			return !sp.amount && sp.grain == Quarter
		}
	}
	return false
}

// yearBack compares with the same quarter, month or year of the year before.
func (s *story) yearBack(n *node, p place) val {
	if n.grain == Quarter {
		if q, ok := s.quarterHere(p); ok {
			s.say("a year before %s", q.value())
			return unit(Quarter, add(q.day, -12, Month))
		}
		if s.dct.Known() {
			return unit(Quarter, add(s.dct, -15, Month))
		}
		return unknown(holesOf(Quarter), Quarter)
	}
	sp := s.figures(p, func(*spell) bool { return true })
	switch {
	case sp != nil && !sp.amount:
		s.say("a year before %s", sp.value())
		return unit(sp.grain, add(sp.day, -12, Month))
	case sp == nil && s.mainQuarter != nil && (s.quarterSent >= p.sent-farQuarter || s.onQuarters()):
		s.say("a year before %s", s.mainQuarter.value())
		return unit(Quarter, add(s.mainQuarter.day, -12, Month))
	}
	if s.narrative(p) {
		if r := s.ref(p, Year); r != nil {
			return unit(Year, add(r.day, -1, Year))
		}
	}
	if s.dct.Known() {
		return unit(Year, add(s.dct, -1, Year))
	}
	return unknown("XXXX", Year)
}

// quarterOf is "the 1988 period": the quarter of that year that is compared, or
// the year.
func (s *story) quarterOf(year int, n *node, p place) val {
	if sp := s.figures(p, func(*spell) bool { return true }); n.years && sp != nil && sp.amount {
		return unit(Year, dayOf(year, 1, 1))
	}
	if q, ok := s.quarterHere(p); ok && (!n.years || s.quarterSent >= p.sent-farQuarter) {
		return unit(Quarter, dayOf(year, monthIn(q.day), 1))
	}
	return unit(Year, dayOf(year, 1, 1))
}

// quarterHere is the quarter that the text speaks of at p.
func (s *story) quarterHere(p place) (val, bool) {
	isQuarter := func(sp *spell) bool { return !sp.amount && sp.grain == Quarter }
	if sp := s.figures(p, isQuarter); sp != nil {
		return sp.val, true
	}
	if s.mainQuarter != nil {
		return s.mainQuarter.val, true
	}
	return val{}, false
}

// theQuarter is the quarter that the text speaks of, else the latest that is over.
func (s *story) theQuarter(p place) val {
	if p.dir > open && p.dir != wasPlan { // "analysts had expected 60 cents for the quarter" looks back
		for i := len(s.spells) - 1; i >= 0 && i >= len(s.spells)-memory; i-- {
			if sp := &s.spells[i]; !sp.amount && sp.grain == Quarter {
				return sp.val
			}
		}
		if s.dct.Known() {
			return unit(Quarter, s.dct)
		}
	}
	if q, ok := s.quarterHere(p); ok {
		s.say("%s, told before", q.value())
		return q
	}
	if !s.dct.Known() {
		return unknown(holesOf(Quarter), Quarter)
	}
	s.say("the latest quarter before %s", s.dct)
	return unit(Quarter, add(s.dct, -1, Quarter))
}

// inRow marks "a second straight month": the one that figures are told for.
const inRow = "in a row"

// lastInRow is a day of the last month or day of a row of them: the month told
// last for its figures, else the one that is over; the day that the text reports.
func (s *story) lastInRow(g Grain, base dateline.Day, p place) dateline.Day {
	if p.dir > open {
		return base
	}
	switch g {
	case Month:
		if m := s.monthHere(p, 3); m != nil {
			return m.day
		}
		return add(base, -1, Month)
	case DayGrain:
		if v, ok := s.reportDay(); ok {
			return v.day
		}
	}
	return base
}

// monthHere is the latest month that figures are told for at p or at most back
// sentences before it, in its paragraph or the one before.
func (s *story) monthHere(p place, back int) *spell {
	var best *spell
	for i := len(s.spells) - 1; i >= 0 && i >= len(s.spells)-memory; i-- {
		sp := &s.spells[i]
		if sp.sent < p.sent-back || sp.para < p.para-1 {
			break
		}
		if !sp.weak && !sp.amount && sp.grain == Month && (!s.dct.Known() || sp.day <= s.dct) && (best == nil || sp.day > best.day) {
			best = sp
		}
	}
	return best
}

// endQuarters finds the dates on which quarters and weeks end: "the quarter
// ended July 31".
func (g *grammar) endQuarters(doc *lang.Doc, ps []pick) {
	for i := 0; i+1 < len(ps); i++ {
		a, b := &ps[i], &ps[i+1]
		n := a.node
		numbered := n.kind == kDate && n.f.quarter != unset && n.f.year == unset
		if (numbered || n.kind == kRel && n.base.kind == kUnit && (n.base.grain == Quarter || n.base.grain == Week) && n.offset == 0) && b.node.kind == kDate &&
			b.first == a.last+1 && g.guards["ended"][fold(doc.Tokens[a.last].Form)] {
			a.ended = b
		}
	}
}

// endedQuarter is the week that ends on a date, the numbered quarter of its year,
// or the quarter that holds most of the three months before it,
// unless the text numbers its quarters; otherwise it is what is known without.
func (s *story) endedQuarter(n *node, end *pick, otherwise val) val {
	v := s.evalDate(end.node, end.place)
	if otherwise.grain == Week && v.known() && v.grain <= DayGrain {
		return unit(Week, v.day)
	}
	if n.kind == kDate { // "the second quarter ended Oct. 31": the year is that of its end
		if !v.known() {
			return otherwise
		}
		return unit(Quarter, dayOf(yearOf(v.day), n.f.quarter*3-2, 1))
	}
	if s.mainQuarter != nil || !v.known() || v.grain > DayGrain {
		return otherwise
	}
	return unit(Quarter, v.day-45)
}
