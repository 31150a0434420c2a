package when

import "dateline"

// foresee tells what a clause knows of the weekday to come that the words
// [from, to) may mean: that its plan came to nothing or is told from the past,
// or that a plain present sets it ("they meet Monday").
func (e *sentenceEnv) foresee(p *place, from, to int) {
	p.ahead, p.link = open, e.linkOf(from)
	if e.presentlySet(from, to) {
		p.ahead = planned
		return
	}
	for i := from - 1; i >= 0 && from-i <= 12; i-- {
		w := e.words[i].low
		switch {
		case w == ";" || w == ":":
			return
		case e.list("backshift")[w]:
			p.ahead = wasPlan
			return
		case e.list("modal")[w]:
			return
		case e.list("planpart")[w] && e.parsed && e.undone(int(e.words[i].tok)), e.list("onceplanned")[w]:
			p.ahead = past
			return
		}
	}
}

// presentlySet reports whether the verb just before the words is a plain present
// that acts: it sets what is to come.
func (e *sentenceEnv) presentlySet(from, to int) bool {
	if to < len(e.words) && e.words[to].low == "'s" {
		return false
	}
	for i := from - 1; i >= 0 && from-i <= 3; i-- {
		w := e.words[i].low
		if isPunct(w) || e.list("tells")[w] {
			return false
		}
		switch x := e.xpos(i); x {
		case "VBZ", "VBP":
			return !e.list("perfect")[w] && (!e.list("presentaux")[w] || i == from-1)
		case "RB", "IN", "RP":
		default:
			return false
		}
	}
	return false
}

// comesAhead decides whether a weekday that lies off days (1 to 6) behind the
// day of publication is meant, or the one a week before: the nearer it is, the
// less it takes.
func (p *place) comesAhead(off int) bool {
	firm := p.gap <= 2
	switch {
	case p.ahead == planned:
		return off <= 5
	case p.dir <= 0 || p.border == until && p.had:
		return false
	case p.ahead == past:
		return off <= 2
	case p.dir == wasPlan:
		return off <= 3
	case p.ahead == wasPlan: // would, could
		return off <= 4 || firm && off == 5
	}
	return off <= 5 || firm
}

// linked is the day just before a weekday that it is joined to: the first end
// of its range, or a day to come in a list ("on Friday and Monday").
func (s *story) linked(p place) (dateline.Day, bool) {
	m := s.lastMention(p)
	if p.link == 0 || m == nil || m.sent != p.sent || p.tok-m.tok > 4 || m.grain > DayGrain {
		return 0, false
	}
	return m.day, p.link == toEnd && (!s.dct.Known() || m.day >= s.dct-7) || s.dct.Known() && m.day > s.dct
}

// link tells how a time is joined to the one before.
type link uint8

const (
	inList link = iota + 1
	toEnd       // the end of a range
)

// linkOf looks at the word in front of a time.
func (e *sentenceEnv) linkOf(from int) link {
	if from < 2 {
		return 0
	}
	switch w := e.words[from-1].low; {
	case e.list("rangeto")[w] || w == "-" && e.words[from-1].glued:
		return toEnd
	case e.list("rangeand")[w] && from > 2 && e.list("between")[e.words[from-3].low]:
		return toEnd
	case e.list("tail")[w]:
		return inList
	}
	return 0
}
