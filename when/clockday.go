package when

import "dateline/lang"

// newsDays is how many days before its publication a report's own day lies at most.
const newsDays = 7

// farDays is how far a day that is told by its distance may lie back to carry a
// clock time of news.
const farDays = 45

// reportDay is the day of what a news text reports: the first one that it tells
// of the days up to its publication. "The quake struck at 6 a.m." further down
// is on that day.
func (s *story) reportDay() (val, bool) {
	if !s.dct.Known() {
		return val{}, false
	}
	for i := range s.told {
		m := &s.told[i]
		if m.explicit && m.day == s.dct || m.heading || m.grain > DayGrain { // the dateline
			continue
		}
		return m.val, m.day <= s.dct && m.day >= s.dct-newsDays
	}
	return val{}, false
}

// dayBehind is the day that stands behind a clock time and another one in
// brackets: "at 8:30 p.m. (1930 GMT) on Friday".
func dayBehind(ps []pick, i int) *pick {
	for k := i + 1; k < len(ps) && k <= i+2; k++ {
		p := &ps[k]
		if p.place.sent != ps[i].place.sent || p.first-ps[i].last > 8 {
			return nil
		}
		if bareClock(p.node) {
			if !p.place.paren {
				return nil
			}
			continue
		}
		if k == i+1 && p.first-ps[i].last > 1 || !p.node.dayish() || p.node.clock != "" || !p.place.onDay {
			return nil
		}
		return p
	}
	return nil
}

// bareClock: a clock time that tells no day.
func bareClock(n *node) bool {
	return n.kind == kDate && n.clock != "" && n.f == noFields
}

// framed is the past year that opens the sentence at p, if its clause looks back:
// "In 2008 the firm opened a plant in May".
func (s *story) framed(p place) (int, bool) {
	for i := len(s.told) - 1; i >= s.oldest() && s.told[i].sent == p.sent; i-- {
		if m := &s.told[i]; m.frame && s.dct.Known() && yearOf(m.day) < yearOf(s.dct) && (p.dir <= 0 || p.border == until) {
			return yearOf(m.day), true
		}
	}
	return 0, false
}

// ownDay: the day of publication told without its year.
func (s *story) ownDay(n *node) bool {
	return s.dct.Known() && n.kind == kDate && n.f.year == unset && n.f.day != unset && n.f.month == monthIn(s.dct) &&
		dayOf(yearOf(s.dct), n.f.month, n.f.day) == s.dct
}

// sinceUntold: "a decade later, little has changed": no day is told from which it
// counts, and what is told is no future.
func (s *story) sinceUntold(v *val, n *node, p place) bool {
	return n.offset > 0 && v.known() && s.dct.Known() && v.day > s.dct && p.dir <= open && p.why != "" && !s.narrative(p)
}

// asAmount makes "half an hour later", whose clock time nobody knows, the amount
// of time that TimeML tags; it keeps the day.
func (t *Timex) asAmount(doc *lang.Doc, n *node, later map[string]bool) {
	t.Type, t.Value = "DURATION", amountValue(n.dur)
	for t.Last-t.First > 1 && later[fold(doc.Tokens[t.Last-1].Form)] {
		t.Last--
		t.End = doc.Tokens[t.Last-1].End
	}
}

// forthright is the day told before one that only looks back ("it had been agreed
// the night before"), if the paragraph has one.
func (s *story) forthright(p place, back *mention) *mention {
	for i := len(s.told) - 1; i >= s.oldest() && s.told[i].para == p.para; i-- {
		if m := &s.told[i]; !m.back && !m.compared && m.strength != aside && m.grain <= DayGrain {
			return m
		}
	}
	return back
}

// storyDay is the day that a bare clock time or part of the day stands on.
func (s *story) storyDay(n *node, p place) val {
	if s.clockDay != nil {
		if v := s.eval(s.clockDay.node, s.clockDay.place); v.known() && v.grain <= DayGrain {
			s.say("on the day told behind it")
			return unit(DayGrain, v.day)
		}
	}
	if m := s.lastMention(p); m != nil && m.sent == p.sent && m.clock != "" && n.clock != "" {
		s.say("on the day of the first end of its range")
		return unit(DayGrain, m.day)
	}
	r := s.ref(p, DayGrain)
	if r != nil && r.back && !s.narrative(p) {
		r = s.forthright(p, r)
	}
	if r != nil && !r.explicit && !s.narrative(p) && s.dct.Known() && r.day < s.dct-farDays {
		r = nil // "It was twenty years ago today," he said at noon
	}
	if s.narrative(p) && s.stale(p, r) != nil {
		return s.openIn(DayGrain, p)
	}
	if r != nil && (s.narrative(p) || r.para == p.para || !s.dct.Known()) {
		s.say("on the day told last")
		if r.part == "NI" && s.narrative(p) && small(n) {
			s.say("behind its night")
			return unit(DayGrain, r.day+1)
		}
		return unit(DayGrain, r.day)
	}
	if v, ok := s.reportDay(); ok && p.dir <= 0 && !s.whole {
		s.say("on the day of what is reported")
		return unit(DayGrain, v.day)
	}
	if s.dct.Known() && !(s.whole && s.lead() != nil) {
		s.say("on the day of publication")
		return unit(DayGrain, s.dct)
	}
	return unknown("XXXX-XX-XX", DayGrain)
}

// small: a morning, or a clock time in the small hours.
func small(n *node) bool {
	if n.clock != "" {
		return n.clock < "07:00"
	}
	return n.part == "MO"
}
