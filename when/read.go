package when

import (
	"slices"
	"sort"

	"dateline"
	"dateline/lang"
)

// Anchors tells the days of things that times hang on: offices, wars, summits.
// Package read fills it from facts.
type Anchors interface {
	// Event gives the days of what the words name ("G-20 summit in Bali"),
	// near the day at. ok is false if nothing is known of it.
	Event(words string, at dateline.Day) (span dateline.Span, ok bool)
	// Office gives the days on which the holder named in the words took and
	// left office ("Lind became president"); Latest is NoDay while in office.
	Office(words string, at dateline.Day) (span dateline.Span, ok bool)
}

// Option changes how Read reads.
type Option func(*options)

type options struct {
	language string
	anchors  Anchors
}

// Language picks the tables by their language code; "en" if not given.
func Language(code string) Option { return func(o *options) { o.language = code } }

// WithAnchors gives the days of things that times hang on.
func WithAnchors(a Anchors) Option { return func(o *options) { o.anchors = a } }

// sentenceEnv is a sentence under the eyes of guards and tense.
type sentenceEnv struct {
	g     *grammar
	doc   *lang.Doc
	words []word

	parsed  bool // the sentence has a tree
	mayName bool // the text names somebody May
	old     int8 // the text tells of antiquity: 1 yes, -1 no, 0 not asked yet
}

// pick is a time expression before it is resolved.
type pick struct {
	node       *node
	row        *row
	start, end int // bytes
	first      int // token
	last       int // exclusive
	place      place
	ended      *pick // "the quarter ended July 31": the date
}

// Read finds the times of doc and resolves them. dct is the day of publication;
// with NoDay, relative times stay open. Tags and trees make it better and are
// not needed. A language without tables is read as English.
func Read(doc *lang.Doc, dct dateline.Day, opts ...Option) *Layer {
	o := options{language: "en"}
	for _, f := range opts {
		f(&o)
	}
	g, err := grammarOf(o.language)
	if err != nil {
		if g, err = grammarOf("en"); err != nil {
			panic(err) // tables are embedded and tested
		}
	}
	heads := headings(doc)
	picks := findAll(g, doc, heads)
	orderDays(doc, picks)
	s := &story{dct: dct, anchors: o.anchors, heads: heads, laterWords: g.guards["laterword"]}
	s.sortTexts(picks)
	l := &Layer{DCT: dct, review: dateline.NoSpan, doc: doc, whole: s.whole, story: s.paras}
	s.lookAhead(picks)
	g.endQuarters(doc, picks)
	for i := range picks {
		if s.clockDay = nil; bareClock(picks[i].node) {
			s.clockDay = dayBehind(picks, i)
		}
		l.Timexes = append(l.Timexes, s.timex(doc, &picks[i]))
	}
	l.fixByLaterDates(picks)
	l.orderRanges(g, picks)
	l.agreeWeekdays(picks)
	l.partsOfDates(picks)
	if o.anchors != nil {
		l.hangOnAnchors(g, o.anchors, picks)
	}
	l.join(g)
	l.lookBacks()
	l.hangOnTold()
	return l
}

// findAll parses all sentences.
func findAll(g *grammar, doc *lang.Doc, heads []int) []pick {
	var out []pick
	env := &sentenceEnv{g: g, doc: doc}
	env.mayName = namesMay(doc.Text)
	c := &chart{g: g, env: env}
	var buf []word
	for si := range doc.Sentences {
		sn := &doc.Sentences[si]
		buf = wordsOf(doc, sn.First, sn.Last, buf[:0])
		g.markFresh(doc.Text, buf)
		env.words = buf
		env.parsed = hasTree(doc, sn)
		c.parse(buf)
		for _, e := range c.tails(c.best()) {
			if e.sym == g.cats["BLOCK"] {
				continue
			}
			p := pick{
				node: e.node, row: e.row, start: buf[e.from].start, end: buf[e.to-1].end,
				first: int(buf[e.from].tok), last: int(buf[e.to-1].last) + 1,
			}
			p.place = place{sent: si, para: sn.Para, tok: p.first}
			p.place.dir, p.place.gap, p.place.why = env.direction(int(e.from), int(e.to))
			p.place.aside = env.aside(int(e.from))
			p.place.prep = env.fromNow(int(e.from))
			env.foresee(&p.place, int(e.from), int(e.to))
			env.stand(&p.place, int(e.from), int(e.to))
			p.place.ofDone = env.attributive(int(e.from), int(e.to)) && env.toldDone(int(e.to))
			_, p.place.heading = slices.BinarySearch(heads, sn.Para)
			out = append(out, p)
		}
	}
	return out
}

// best picks time expressions that do not overlap: the longest first, then by
// category, then the leftmost.
func (c *chart) best() []edge {
	var all []edge
	for i := range c.words {
		for _, e := range c.at[i] {
			if c.g.top[e.sym] {
				all = append(all, e)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if la, lb := a.to-a.from, b.to-b.from; la != lb {
			return la > lb
		}
		if pa, pb := c.g.prio[a.sym], c.g.prio[b.sym]; pa != pb {
			return pa < pb
		}
		return a.from < b.from
	})
	taken := make([]bool, len(c.words))
	var out []edge
next:
	for _, e := range all {
		for k := e.from; k < e.to; k++ {
			if taken[k] {
				continue next
			}
		}
		for k := e.from; k < e.to; k++ {
			taken[k] = true
		}
		out = append(out, e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

// lookAhead notes all dates that tell their year.
func (s *story) lookAhead(ps []pick) {
	for i := range ps {
		if f := &ps[i].node.f; ps[i].node.kind == kDate && f.year != unset && !f.bare && f.year < 1000 && !f.short {
			s.startsBC = f.bc
			break
		}
	}
	for i := range ps {
		p := &ps[i]
		if _, ok := toldYear(p.node); !ok || p.node.kind != kDate {
			continue
		}
		if v := s.evalDate(p.node, p.place); v.known() && v.grain <= Year {
			q := &p.place
			m := mention{val: v, sent: q.sent, para: q.para, tok: q.tok, heading: q.heading}
			if q.paren || q.aside || q.border == since || q.rangeEnd && v.grain == Year {
				m.strength = aside
			}
			s.ahead = append(s.ahead, m)
		}
	}
}

// timex resolves a pick and remembers it for those behind it.
func (s *story) timex(doc *lang.Doc, p *pick) Timex {
	t := Timex{First: p.first, Last: p.last, Start: p.start, End: p.end, Span: dateline.NoSpan}
	if p.row != nil {
		t.Rule = p.row.place
	}
	n := p.node
	switch n.kind {
	case kDur, kPeriod:
		s.duration(&t, n, p.place)
		s.fromNow(&t, n, p.place)
		s.hearAmount(n, p.place)
	case kSet:
		setTimex(&t, n)
	case kRef:
		s.reference(&t, n.code)
		s.backToNow(n, p.place)
	default:
		v, why := s.resolve(n, p.place)
		if p.ended != nil {
			v = s.endedQuarter(n, p.ended, v)
		}
		s.dateTimex(&t, v, why)
		if n.kind == kShift && n.base == nil && n.anchor == onStory && v.clock == "" && (n.shiftGrain() < DayGrain || s.sinceUntold(&v, n, p.place)) {
			t.asAmount(doc, n, s.laterWords)
		}
		if !n.years && t.Type != "DURATION" { // a comparison does not move the story
			s.tell(v, p.place, n)
			s.hearSpell(v, n, p.place, p.ended != nil && s.isOver(p.ended))
		}
	}
	if n.typ != "" {
		t.Type = n.typ
	}
	t.deictic = n.kind == kRel && n.anchor == onDCT
	if t.Mod == "" {
		t.Mod = mod3(n.mod)
	}
	return t
}

func (s *story) dateTimex(t *Timex, v val, why []string) {
	t.Type = "DATE"
	if v.clock != "" || v.part != "" && v.part != "DT" {
		t.Type = "TIME"
	}
	t.Value, t.Mod, t.Why = v.value(), mod3(v.mod), why
	t.Span = v.days(s.dct)
	t.EDTF = v.edtf(t.Span)
	t.Part = partNames[v.part]
	if v.clock != "" {
		t.Clock = v.clock + v.zone
		t.Part = partOfClock(v.clock)
	}
	switch t.Value {
	case "PAST_REF", "FUTURE_REF", "PRESENT_REF":
		s.reference(t, t.Value)
	}
}

var partNames = map[string]string{"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night"}

func partOfClock(c string) string {
	h := int(c[0]-'0')*10 + int(c[1]-'0')
	switch {
	case h >= 5 && h < 12:
		return "morning"
	case h >= 12 && h < 18:
		return "afternoon"
	case h >= 18 && h < 22:
		return "evening"
	}
	return "night"
}
