package when

// foresee tells what a clause knows of the weekday to come that the words
// [from, to) may mean: that its plan came to nothing or is told from the past,
// or that a plain present sets it ("they meet Monday").
func (e *sentenceEnv) foresee(p *place, from, to int) {
	p.ahead = open
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
