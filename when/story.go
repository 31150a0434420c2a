package when

import (
	"fmt"
	"strings"

	"dateline"
)

// place is where a time expression stands, and where its clause looks to.
type place struct {
	sent, para, tok int
	dir             int    // past, open, future, planned
	compared        bool   // what is compared: "from 150 million Friday", "than Friday's"
	versus, within  bool   // behind "from", "than"; behind "in", "for": of what figures are told
	prep            string // "in" or "within", where it may count an amount from now
	aside           bool   // a year behind an article or "of": the treaty of 1815
	link            link
	will            bool // "will" is near
	ahead           int  // of a weekday: planned, future, wasPlan or past, where its clause tells
	gap             int  // words between the verb that tells dir and the time
	why             string

	paren    bool   // within brackets
	life     bool   // within brackets behind a person, or "born"
	owner    bool   // of what stands behind: "last year's war"
	onDay    bool   // behind "on"
	opens    bool   // "in" and the time open the sentence
	ofDone   bool   // an attribute in a clause told in the past
	based    bool   // what an amount counts from: "two years before June 3"
	heading  bool   // in a line without a full stop
	had      bool   // in a clause told with "had done"
	rangeEnd bool   // behind a dash or "to"
	border   border // behind "since", "until" or "before"
}

// border tells whether a time is only the first or last end of what is told, or
// what it comes before.
type border uint8

const (
	since border = iota + 1
	until
	ere
)

// mention is a time that the text has told already.
type mention struct {
	val
	sent, para, tok int

	strength strength // how far it carries the story
	frame    bool     // a year that opens its sentence: "In 2008 the firm ..."
	back     bool     // it looks back on what was told before
	paren    bool
	heading  bool
	compared bool // what is compared with it is not told of it
}

// story is the time of the text as it is read from top to bottom.
type story struct {
	dct      dateline.Day
	told     []mention // resolved dates so far, in order of text
	led      int       // one more than the index of the last that leads the story
	front    int       // one more than the index of the latest that ever led it
	ahead    []mention // dates with their year, anywhere in the text
	whole    bool      // the whole text is a narrative
	paras    map[int]bool
	backAt   int   // one more than the paragraph that has come back to now
	heads    []int // the paragraphs that are headings, in order
	startsBC bool  // the first year told with its era is before Christ
	why      []string
	anchors  Anchors

	decade      int             // the decade told last, 193 for the 1930s
	clockDay    *pick           // the day told behind the clock time that is resolved
	laterWords  map[string]bool // what stands behind an amount: "later"
	spells      []spell         // what figures were told for
	mainQuarter *mention        // the first quarter of them
	quarterSent int             // where a quarter was told last
}

func (s *story) say(format string, a ...any) {
	s.why = append(s.why, fmt.Sprintf(format, a...))
}

// narrative reports whether bare times at p hang on the story told so far
// rather than on the day of publication.
func (s *story) narrative(p place) bool { return s.whole || s.paras[p.para] && s.backAt != p.para+1 }

// backToNow: "in recent years" ends the background that a paragraph of news tells.
func (s *story) backToNow(n *node, p place) {
	if lead := s.lead(); !s.whole && lead != nil && lead.para == p.para && strings.HasPrefix(n.code, "PAST_REF/") {
		s.backAt = p.para + 1
	}
}

// ref is the last time told that is at least as fine as g. Where only one
// paragraph of a news text tells a story, it must be in that paragraph.
func (s *story) ref(p place, g Grain) *mention {
	var weak *mention
	for i := len(s.told) - 1; i >= s.oldest(); i-- {
		m := &s.told[i]
		if !s.whole && s.paras[p.para] && m.para != p.para {
			break
		}
		if m.grain > g || s.isAhead(m, p) {
			continue
		}
		if m.compared {
			if weak == nil {
				weak = m
			}
			continue
		}
		if m.strength <= borders || !s.narrative(p) || m.strength == steps && m.sent == p.sent && !m.back {
			return m
		}
		if weak == nil {
			weak = m
		}
	}
	return weak
}

// memory is how many told dates are looked through, so that reading stays linear.
const memory = 200

// oldest is the first date that is still looked at.
func (s *story) oldest() int { return max(0, len(s.told)-memory) }

// stale is the coarser time that was told behind ref and does not hold it: in
// "In February Grant took the fort, and ten days later ..." no day is told.
func (s *story) stale(p place, ref *mention) *mention {
	for i := len(s.told) - 1; i >= s.oldest(); i-- {
		m := &s.told[i]
		if ref != nil && m.tok <= ref.tok || !s.whole && m.para != p.para {
			break
		}
		if m.strength != leads || m.grain > Year || !s.narrative(p) && s.dct.Known() && m.day <= s.dct && s.dct <= last(m.grain, m.day) {
			continue // "last month", behind "in 2020", is told from today
		}
		if ref == nil || ref.day < m.day || ref.day > last(m.grain, m.day) {
			return m
		}
		break
	}
	return nil
}

// isAhead: in news told in the past, "later that day" does not mean a day to come.
func (s *story) isAhead(m *mention, p place) bool {
	return !s.whole && s.dct.Known() && p.dir <= 0 && p.ahead != future && p.ahead != planned && m.grain <= DayGrain && m.day > s.dct
}

// lastMention is the time told last, whatever its grain.
func (s *story) lastMention(p place) *mention {
	if n := len(s.told); n > 0 {
		return &s.told[n-1]
	}
	return nil
}

// beforeChrist reports whether the story is at a year before Christ.
func (s *story) beforeChrist(p place) bool {
	if r := s.ref(p, Year); r != nil {
		return yearOf(r.day) <= 0
	}
	return s.startsBC
}

// hang is the day that a bare date is measured from.
func (s *story) hang(p place, g Grain) (dateline.Day, bool) {
	if s.whole {
		if r := s.ref(p, Year); r != nil {
			return r.day, true
		}
		for i := range s.ahead {
			if s.ahead[i].tok > p.tok {
				s.say("by the year of a later date, %s", s.ahead[i].value())
				return s.ahead[i].day, true
			}
		}
	}
	if s.dct.Known() {
		return s.dct, true
	}
	if len(s.ahead) > 0 {
		return s.ahead[0].day, true
	}
	return 0, false
}

// storyYear is the year of a month without one, if it hangs on the story: the
// year told last, or the next one when the month lies far before the last.
func (s *story) storyYear(month, day int, p place) (int, bool) {
	if !s.whole {
		if r := s.ref(p, Season); s.narrative(p) && r != nil && s.dct.Known() && yearOf(r.day) < yearOf(s.dct)-1 && (p.dir <= 0 || p.dir == wasPlan || p.border == until) {
			return s.onTrack(month, day, p)
		}
		if r := s.lastMention(p); r != nil && r.sent == p.sent && r.grain == Year && !r.explicit && !p.based && s.dct.Known() && (yearOf(r.day) < yearOf(s.dct) || p.dir <= open && r.day <= s.dct) && p.tok-r.tok <= besideTokens {
			return yearOf(r.day), true // "A year later, on June 25"
		}
		if r := s.lastMention(p); r != nil && s.backAt != p.para+1 && r.sent >= p.sent-1 && r.para == p.para && r.explicit && r.grain <= Month &&
			s.dct.Known() && yearOf(r.day) < yearOf(s.dct)-1 && p.dir <= 0 && (r.sent == p.sent || !s.close(month)) {
			return yearOf(r.day), true
		}
		return s.framed(p)
	}
	if y, ok := s.onTrack(month, day, p); ok {
		return y, true
	}
	for i := range s.ahead {
		if s.ahead[i].tok > p.tok {
			return yearOf(s.ahead[i].day), true
		}
	}
	return 0, false
}

// besideTokens is how far behind the first word of a year a day of it stands.
const besideTokens = 5

// close reports whether a month lies next to that of publication.
func (s *story) close(month int) bool {
	d := abs(month - monthIn(s.dct))
	return d <= 1 || d == 11
}

// tell remembers a resolved time for what comes after.
func (s *story) tell(v val, p place, n *node) {
	if !v.known() || v.grain < DayGrain || v.grain > Year || p.heading && n.kind == kRel {
		return // "The last year" heads a chapter
	}
	m := mention{val: v, sent: p.sent, para: p.para, tok: p.tok, back: looksBack(n) || p.had, heading: p.heading, paren: p.paren, compared: p.compared}
	m.strength, m.frame = s.strengthOf(&v, p, n), p.opens && v.grain == Year && v.explicit
	s.told = append(s.told, m)
	if m.strength == leads {
		s.led = len(s.told)
		if s.front == 0 || s.told[s.front-1].day <= v.day {
			s.front = s.led
		}
	}
}

// toldYear is the year that a node tells by itself.
func toldYear(n *node) (int, bool) {
	for ; n != nil; n = n.base {
		if n.kind == kDate && n.f.year != unset && !n.f.short {
			if n.f.bc {
				return 1 - n.f.year, true
			}
			return n.f.year, true
		}
		if n.kind == kSet || n.kind == kDur || n.kind == kPeriod {
			return 0, false
		}
	}
	return 0, false
}

// deictic reports whether a node is measured from the day of publication.
func deictic(n *node) bool {
	switch n.kind {
	case kRel, kShift:
		return n.anchor == onDCT && n.base == nil || n.kind == kRel && n.anchor == onDCT
	case kDate:
		return n.f.wday != unset && n.f.day == unset && n.f.year == unset
	}
	return false
}

// sortTexts decides what the text is: a narrative, which tells past years and
// is not tied to the day of publication, or news, of which single paragraphs
// may tell the background.
func (s *story) sortTexts(ps []pick) {
	s.paras = map[int]bool{}
	var all clues
	byPara := map[int]*clues{}
	for i := range ps {
		p := &ps[i]
		c := byPara[p.place.para]
		if c == nil {
			c = &clues{}
			byPara[p.place.para] = c
		}
		all.add(s, p)
		c.add(s, p)
	}
	s.whole = !s.dct.Known() || all.narrative()
	for k, c := range byPara {
		if c.dated >= 1 && c.now == 0 {
			s.paras[k] = true
		}
	}
}
