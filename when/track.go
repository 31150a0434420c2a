package when

import (
	"sort"

	"dateline"
)

// A narrative goes on from the dates that carry it. Told dates that step out of
// the story - a year in brackets, "since 1876", "three years earlier", a look
// ahead to what is told with its year only later - are weak: what comes behind
// hangs on the date before them.

// strength is how far a told date carries the story.
type strength uint8

const (
	leads   strength = iota
	borders          // the end of a stretch: the story may stay behind it ("held out until May")
	steps            // out of the story, but the rest of its sentence may hang on it
	aside            // nothing hangs on it
)

// strengthOf tells how far a date told at p carries the story.
func (s *story) strengthOf(v *val, p place, n *node) strength {
	lead := s.lead()
	switch {
	case p.owner && !s.whole:
		return aside // "last year's war"
	case lead == nil:
		return leads
	}
	year, was := yearOf(v.day), yearOf(lead.day)
	switch {
	case p.heading && p.sent == lead.sent: // the second end of "1914–1918"
		return steps
	case p.heading:
		return leads
	case p.paren && lead.paren && p.sent == lead.sent: // both ends of "the first war (264–241 BC)"
		return leads
	case p.border == since, p.paren && v.explicit && year != was && (p.life || lead.para == p.para || !s.whole),
		p.aside && v.grain == Year && year < was-1:
		return aside
	case p.border == ere && v.explicit && year > was,
		looksBack(n), p.rangeEnd && v.grain == Year && year > was+1 && p.sent == lead.sent:
		return steps
	}
	if v.explicit && s.comesBack(v, lead, p) {
		return steps
	}
	if p.border == until {
		return borders
	}
	return leads
}

// comesBack: v looks ahead: one of the next dates with a year lies between the
// date that leads the story and v.
func (s *story) comesBack(v *val, lead *mention, p place) bool {
	for i, n := s.behind(p), 0; i < len(s.ahead) && n < 3; i++ {
		m := &s.ahead[i]
		if s.chapter(p.para, m.para) {
			break
		}
		if m.strength != leads {
			continue
		}
		n++
		if lead.day <= m.day { // the first that does not go back tells
			return m.day < v.day && (yearOf(m.day) < yearOf(v.day) || p.dir > open)
		}
	}
	return false
}

// chapter reports whether a heading opens a new chapter behind paragraph from, up
// to paragraph to.
func (s *story) chapter(from, to int) bool {
	i := sort.SearchInts(s.heads, from+1)
	return i < len(s.heads) && s.heads[i] <= to
}

// looksBack: "two years earlier", "the year before".
func looksBack(n *node) bool {
	return n.anchor == onStory && n.offset < 0 && (n.kind == kRel || n.kind == kShift && n.base == nil)
}

// lead is the last date that carries the story.
func (s *story) lead() *mention {
	if s.led == 0 {
		return nil
	}
	return &s.told[s.led-1]
}

// behind is the index of the first date with a year behind p.
func (s *story) behind(p place) int {
	return sort.Search(len(s.ahead), func(i int) bool { return s.ahead[i].tok > p.tok })
}

// nextTold is the first date behind p that tells its year and is no aside.
func (s *story) nextTold(p place) *mention {
	lo := s.behind(p)
	for i := lo; i < len(s.ahead) && i < lo+4; i++ {
		if m := &s.ahead[i]; m.strength == leads {
			return m
		}
	}
	return nil
}

// onTrack is the year of a bare month, day or season in a narrative: that which
// lies nearest behind the dates told last, not behind the next one with a year.
func (s *story) onTrack(month, day int, p place) (int, bool) {
	from := s.bases(p)
	next := s.nextTold(p)
	if lead := s.lead(); next != nil && lead != nil && next.day < lead.day {
		next = nil // the story goes back there: no bound
	}
	best, least := 0, 1<<30
	opening := s.opening(p, next)
	for _, m := range from {
		if m == nil {
			continue
		}
		for y := yearOf(m.day) - 1; y <= yearOf(m.day)+1; y++ {
			d := dayOf(y, month, min(max(day, 1), 28))
			c := m.leap(d, day == 0, p)
			if opening && d <= next.day {
				c = min(c, int(next.day-d))
			}
			if next != nil && d > next.close() {
				c += 120
			}
			if c < least {
				best, least = y, c
			}
		}
	}
	return best, least < 1<<30
}

// opening reports whether p opens a chapter that tells its year, next, soon.
func (s *story) opening(p place, next *mention) bool {
	lead := s.lead()
	return s.whole && next != nil && next.para == p.para && lead != nil && lead.para < p.para && s.chapter(lead.para, p.para)
}

// bases are the dates that a bare one may go on from: the last that leads the
// story, the ends and steps behind it, what leads in front of an end, and for a
// new paragraph the farthest that the story has come.
func (s *story) bases(p place) [4]*mention {
	var from [4]*mention
	var weak *mention
	k := 0
	for i := len(s.told) - 1; i >= s.oldest() && k < 3; i-- {
		m := &s.told[i]
		if !s.whole && m.para != p.para {
			break
		}
		if m.strength == aside || m.strength == steps && m.sent != p.sent && (k > 0 || m.sent < p.sent-1 || m.para != p.para || m.grain == Year) {
			if weak == nil {
				weak = m
			}
			continue
		}
		from[k] = m
		k++
		if m.strength == leads {
			break
		}
	}
	if k == 0 {
		from[0] = weak
		return from
	}
	if m := from[k-1]; s.whole && m.strength == leads && m.para < p.para && s.front > 0 {
		f := &s.told[s.front-1]
		if n := s.nextTold(p); f.para < p.para && f.day > m.day && (n == nil || n.day >= f.day) {
			from[3] = f
		}
	}
	return from
}

// close is the last day of what comes before m: a heading opens a new chapter.
func (m *mention) close() dateline.Day {
	if m.heading {
		return m.day - 1
	}
	return last(m.grain, m.day)
}

// leap is what it costs a narrative to go from m to d: a little forward, more
// back; in thirds of a month or so.
func (m *mention) leap(d dateline.Day, month bool, p place) int {
	from, to := m.day, last(m.grain, m.day)
	if m.mod == "END" && m.grain == Year {
		from += 240
	}
	if month && m.grain < Month {
		from = floor(Month, from)
	}
	c := 0
	if m.strength == steps && m.sent != p.sent {
		c = 40
	}
	switch {
	case d > to:
		c += int(d - to)
	case d < from:
		c += 60 + int(from-d)*8/5
		if p.had {
			c -= int(from-d) * 4 / 5
		}
		if yearOf(d) < yearOf(m.day) {
			c += 100
		}
		if p.border == until || p.dir == planned {
			c += 200
		}
	}
	return c
}
