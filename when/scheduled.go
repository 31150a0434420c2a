package when

import (
	"dateline"
	"dateline/lang"
)

// foresee tells what a clause knows of the weekday to come that the words
// [from, to) may mean: that its plan came to nothing or is told from the past,
// or that a plain present sets it ("they meet Monday").
func (e *sentenceEnv) foresee(p *place, from, to int) {
	p.ahead, p.link, p.will = open, e.linkOf(from), e.saysWill(from, to)
	if (from == 1 && e.list("until")[e.words[0].low] || from == 2 && e.list("until")[e.words[0].low+" "+e.words[1].low]) && e.pastBehind(to) {
		p.ahead = past // "Through Tuesday the fire raged"
		return
	}
	if from > 0 && e.list("until")[e.words[from-1].low] && e.overBy(from-1) {
		p.dir, p.ahead, p.why = past, past, "over by then" // "the talks lasted until Thursday"
		return
	}
	if from > 0 && e.list("until")[e.words[from-1].low] && e.pastBefore(from) {
		p.ahead = wasPlan // "they had until Thursday"
		return
	}
	if e.setIn(from) && p.dir == past {
		p.dir, p.why = planned, "put off to then"
	}
	switch {
	case e.setIn(from), e.setFor(from), e.plansNow(from):
		p.ahead = planned
		return
	case e.presentlySet(from, to):
		p.ahead = future
		if p.gap == 0 {
			p.ahead = planned // "the board meets Tuesday"
		}
		return
	case e.beingSet(from, to):
		p.ahead = future
		return
	}
	for i := from - 1; i >= 0 && from-i <= 12; i-- {
		w := e.words[i].low
		switch {
		case w == ";" || w == ":":
			return
		case e.list("foretell")[w]:
			p.ahead = future
			return
		case e.list("backshift")[w]:
			p.ahead = wasPlan
			return
		case e.list("modal")[w]:
			return
		case e.list("planpart")[w] && e.parsed && e.undone(int(e.words[i].tok)), e.list("onceplanned")[w]:
			p.ahead = past
			return
		case e.list("planpart")[w] && i > 0 && e.list("pastaux")[e.words[i-1].low]:
			p.ahead = wasPlan // "was due to meet on Sunday"
			return
		case e.list("due")[w] && i > 0 && e.list("presentaux")[e.words[i-1].low]:
			p.ahead = planned // "is due in Oslo Friday"
			return
		}
	}
}

// presentlySet reports whether a plain present that acts carries the words:
// "they meet Monday", "voters go to the polls on Sunday".
func (e *sentenceEnv) presentlySet(from, to int) bool {
	if to < len(e.words) && e.words[to].low == "'s" {
		return false
	}
	if !e.parsed {
		return false
	}
	d := e.doc
	at := d.Tokens[e.words[to-1].tok].Head
	if at < 0 {
		return false
	}
	if lang.RelIs(d.Tokens[at].Rel, "obl") && d.Tokens[at].Head >= 0 && d.Tokens[at].Head < at {
		at = d.Tokens[at].Head // the polls on Sunday
	}
	v := &d.Tokens[at]
	if at > int(e.words[from].tok) || v.UPOS != "VERB" || v.XPOS != "VBZ" && v.XPOS != "VBP" && !e.goesOnPresent(at) || e.list("tells")[fold(v.Form)] {
		return false
	}
	c := e.clauseOf(at)
	return !c.modal && !c.have && c.be == ""
}

// plansNow: "they plan a march on Sunday", the verb nearest to the left.
func (e *sentenceEnv) plansNow(from int) bool {
	for i := from - 1; i >= 0 && from-i <= 12; i-- {
		if x := e.xpos(i); x == "MD" || x != "" && x[0] == 'V' {
			return (x == "VBP" || x == "VBZ") && e.list("planning")[e.words[i].low]
		}
	}
	return false
}

// goesOnPresent: a bare form that is joined to a past verb by "and" without "did"
// is a present: "The talks went on last week and resume Thursday".
func (e *sentenceEnv) goesOnPresent(v int) bool {
	d := e.doc
	t := &d.Tokens[v]
	if t.XPOS != "VB" || !lang.RelIs(t.Rel, "conj") || t.Head < 0 || d.Tokens[t.Head].XPOS != "VBD" {
		return false
	}
	c := e.clauseOf(v)
	return !c.infinitive && !c.modal && c.be == ""
}

// comesAhead decides whether a weekday that lies off days (1 to 6) behind the
// day of publication is meant, or the one a week before: the nearer it is, the
// less it takes.
func (p *place) comesAhead(off int) bool {
	firm := p.gap <= 2
	switch {
	case p.ahead == planned:
		return off <= 5
	case p.ahead == future:
		return off <= 4
	case p.dir <= 0 || p.border == until && p.had && off > 2:
		return false
	case p.ahead == past:
		return off <= 2
	case p.dir == wasPlan:
		return off <= 3
	case p.ahead == wasPlan: // would, could
		return off <= 4 || firm && off == 5
	}
	return off <= 5 || firm && (p.dir == future || p.border == until) // six: yesterday's weekday
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

// beforeNow is the time told last from which "eight years later" leads to no day
// to come, where news looks back; nil if the one told last will do or none does.
func (s *story) beforeNow(n *node, g Grain, p place) *mention {
	if n.offset < 0 || p.dir > open || s.narrative(p) || !s.dct.Known() {
		return nil
	}
	for i := len(s.told) - 1; i >= s.oldest(); i-- {
		m := &s.told[i]
		if m.grain > max(g, DayGrain) {
			continue
		}
		d := m.day
		for _, a := range n.dur {
			d = moveBy(d, a, n.offset)
		}
		if floor(g, d) <= s.dct {
			return m
		}
	}
	return nil
}

// pastBehind reports whether the first verb from word i on is a past one.
func (e *sentenceEnv) pastBehind(i int) bool {
	for ; i < len(e.words); i++ {
		switch x := e.xpos(i); x {
		case "VBD":
			return true
		case "MD", "VBZ", "VBP":
			return false
		}
	}
	return false
}

// firm reports whether a verb next to a time leaves no doubt where it lies: a
// past one, or "will".
func (p *place) firm() bool {
	return p.gap <= 2 && (p.dir == past && p.ahead != wasPlan || p.dir == future && p.will)
}

// firmPull is how much the verb next to a time pulls it to its side.
func (p *place) firmPull() int {
	if p.dir == past {
		return farYear
	}
	return wholeYear
}

// saysWill looks for "will" among the four words on each side.
func (e *sentenceEnv) saysWill(from, to int) bool {
	for i := max(0, from-4); i < min(len(e.words), to+4); i++ {
		if (i < from || i >= to) && e.list("willmodal")[e.words[i].low] && e.xpos(i) != "NN" {
			return true
		}
	}
	return false
}

// winter is the season that runs on into the next year.
const winter = 3

// gapBehind is the number of words from i on before the first verb.
func (e *sentenceEnv) gapBehind(i int) int {
	for k := i; k < len(e.words) && k-i < 12; k++ {
		if x := e.xpos(k); x == "MD" || x != "" && x[0] == 'V' {
			return k - i
		}
	}
	return 12
}

// setIn: "beginning Monday", "rescheduled to Monday".
func (e *sentenceEnv) setIn(from int) bool {
	for i := from - 1; i >= 0 && from-i <= 2; i-- {
		if e.list("setsin")[e.words[i].low] || i == from-2 && e.list("putoff")[e.words[i].low] && e.list("putoffprep")[e.words[from-1].low] {
			return true
		}
	}
	return false
}

// overBy reports whether what is told in front of "until", word i, was over then:
// it "lasted until Thursday", it "was not known until Thursday".
func (e *sentenceEnv) overBy(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 8; k-- {
		x := e.xpos(k)
		switch w := e.words[k].low; {
		case x == "" || x == "VBG" || x[0] != 'V' && x != "MD":
			continue
		case x == "VBD" && e.list("wenton")[w]:
			return true
		case x == "MD" || e.list("planpart")[w]:
			return false
		default:
			return e.notDone(k)
		}
	}
	return false
}

// notDone: "did not", "was not" in front of the verb at word i, or it itself.
func (e *sentenceEnv) notDone(i int) bool {
	for k := i + 1; k > i-3 && k > 0; k-- {
		if k < len(e.words) && e.list("not")[e.words[k].low] && e.list("pastaux")[e.words[k-1].low] {
			return true
		}
	}
	return false
}

// pastBefore reports whether the nearest verb to the left is a past one.
func (e *sentenceEnv) pastBefore(from int) bool {
	for i := from - 1; i >= 0 && from-i <= 6; i-- {
		if x := e.xpos(i); x == "MD" || x != "" && x[0] == 'V' {
			return x == "VBD"
		}
	}
	return false
}

// onward is the direction of a date whose clause tells it in a plain present:
// "the year ends Sept. 30".
func (p *place) onward() {
	if p.dir == open && p.ahead == future {
		p.dir = future
	}
}

// rangeHead is the time just before p whose range p ends, if it is of grain g:
// "from July through September".
func (s *story) rangeHead(p place, g Grain) *mention {
	m := s.lastMention(p)
	if p.link != toEnd || m == nil || m.sent != p.sent || p.tok-m.tok > 4 || m.grain != g {
		return nil
	}
	return m
}

// goesOn reports whether a day told before it in its sentence is to come and its
// clause does not look back: "is to fly on Wednesday and return Friday".
func (s *story) goesOn(d dateline.Day, p place) bool {
	m := s.lastMention(p)
	return m != nil && m.sent == p.sent && m.grain <= DayGrain && m.day > s.dct && d >= m.day && p.dir >= open
}
