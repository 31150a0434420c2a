package ledger

import (
	"slices"
	"strings"

	"dateline"
	"dateline/query"
)

// alike is how many content words of the evidence two reports must share, and
// what part of the words of the shorter one.
type alike struct {
	words int
	share float64
}

// What two reports must have in common beyond that nothing tells them apart. The
// demands grow with how often the same sides do the like.
var (
	deedAlike       = alike{2, 0.25} // two sides, a deed: a sanction, an attack
	spokenAlike     = alike{3, 0.25} // two sides, what officials say to each other at every meeting
	unnamedAlike    = alike{2, 0.20} // a meeting of states, nobody named by both
	partlyAlike     = alike{2, 0.20} // a meeting of two against one of more sides
	aloneAlike      = alike{4, 0.40} // a meeting of which only one participant is known to both
	onesidedAlike   = alike{4, 0.50} // one side only is told
	backgroundAlike = alike{3, 0.40} // a meeting told without a day or with a vague one
	passingAlike    = alike{4, 0.50} // a deed told so
)

const (
	summitSides    = 2  // states: a summit of two is a meeting
	visitSpan      = 4  // days: a visit of so many may be told as the meeting that it was for
	shortSpan      = 10 // days
	onesidedSpan   = 3  // days
	justAfter      = 3  // days
	backgroundNear = 7  // days between publications of what is told without a day
)

// enough asks for as much in common as makes one occurrence.
func (c *comparison) enough() bool {
	c.words = sharedWords(c.a.Words, c.b.Words)
	switch c.a.Event.Type {
	case dateline.Consult:
		switch {
		case c.both("visit"):
			return c.visit()
		case c.either("visit"):
			return c.received()
		case c.both("multilateral"):
			return c.conference()
		case c.either("multilateral"):
			return c.summitOfTwo() && c.meeting()
		case c.either("call") && !c.both("call"):
			return c.spoken() && c.meeting()
		}
		return c.meeting()
	case dateline.Office:
		return c.office()
	}
	return c.deed()
}

func (c *comparison) both(mode string) bool {
	return c.a.Event.Mode == mode && c.b.Event.Mode == mode
}

func (c *comparison) either(mode string) bool {
	return c.a.Event.Mode == mode || c.b.Event.Mode == mode
}

// meeting: two of the participants must agree. Somebody alone meets many, and
// two of three may meet by themselves.
func (c *comparison) meeting() bool {
	n := c.common.count
	if n < max(len(c.x.all), len(c.y.all)) && min(len(c.x.all), len(c.y.all)) > 1 && c.common.named > 0 && c.short() {
		if m := named(c.x, c.b) + named(c.y, c.a); m > 0 {
			c.says("%d more named in the other's words", m)
			n += m
		}
	}
	city := c.x.city != "" && c.x.city == c.y.city && c.short()
	few, many := min(len(c.x.states), len(c.y.states)), max(len(c.x.states), len(c.y.states))
	switch {
	case n < min(len(c.x.all), len(c.y.all)) && n < 2:
		c.says("of %v and %v only %v the same", c.x.all, c.y.all, c.matched())
	case c.common.sides < 2 && many > 1:
		c.says("only of one side: %v", c.matched())
	case n < 2 && !(c.common.named > 0 && c.short() && c.alike(aloneAlike)):
		c.says("only %v told of both: who meets one meets many", c.matched())
	case few == 2 && many > 2 && n < many && !city && !(c.short() && c.alike(partlyAlike)):
		c.says("two of %d sides may meet by themselves", many)
	case c.common.named == 0 && c.common.sides < 3 && !city && !c.alike(unnamedAlike):
		c.says("nobody is named by both, and they share %d words", c.words)
	default:
		return c.background(c.common.named >= 2)
	}
	return false
}

// named counts the participants whom another report's sentence names, though
// they are not among those that it was read to have.
func named(o *outline, other *Report) int {
	var said []string
	have := other.outline().all
	n := 0
	for i := range o.all[:o.names] {
		p := &o.all[i]
		if slices.ContainsFunc(have, func(q party) bool { return p.name.agree(&q.name) }) {
			continue
		}
		if said == nil {
			for _, e := range other.Event.Evidence[:min(len(other.Event.Evidence), maxEvidence)] {
				for f := range capitals(e.Text) {
					said = append(said, soundKey(f))
				}
			}
		}
		if slices.Contains(said, p.name.last()) || slices.Contains(said, p.name.first()) && len(p.name.words) == 1 {
			n++
		}
	}
	return n
}

// visit: who goes and to which state; at home, to which place.
func (c *comparison) visit() bool {
	who := match(c.x.acting, c.y.acting)
	where := intersect(c.x.visited, c.y.visited)
	home := len(intersect(where, statesOf(those(c.x.acting, who.who)))) > 0
	if who.count == 0 || who.named == 0 && (!c.alike(deedAlike) || len(where) == 0 || home) {
		c.says("not the same visitor: %v, %v", c.x.acting, c.y.acting)
		return false
	}
	switch {
	case len(c.x.visited) == 0 || len(c.y.visited) == 0:
		if !c.alike(deedAlike) || !c.short() {
			c.says("where to is told by one only")
			return false
		}
	case len(where) == 0:
		c.says("visits to %v and %v", c.x.visited, c.y.visited)
		return false
	case home && (c.x.city == "" || c.x.city != c.y.city):
		c.says("at home in %s and %s", c.x.city, c.y.city)
		return false
	}
	return c.background(who.named > 0)
}

// received: a visit may be told as the meeting with the host that it was for.
func (c *comparison) received() bool {
	v, m, visit := c.x, c.y, c.a
	if c.b.Event.Mode == "visit" {
		v, m, visit = m, v, c.b
	}
	switch {
	case !c.short() || v.span.Days() > visitSpan:
		c.says("a visit and a meeting, not both of a few days")
	case visit.Event.Status == dateline.Ongoing && len(visit.Event.Recipients) > 0:
		c.says("a stay that goes on is more than a meeting during it")
	case match(v.acting, m.all).named == 0:
		c.says("the visitor %v is not at the meeting", v.acting)
	case len(m.states) > 2:
		c.says("a meeting of many")
	case len(visit.Event.Recipients) == 0 && len(v.visited) == 0 && (m.where != "" || len(m.states) == 2) && !slices.Contains(v.states, m.where):
		c.says("the visitor, whose goal is not told, at a meeting with others")
		return true
	case c.common.sides < 2 || len(intersect(v.visited, statesOf(c.matched()))) == 0:
		c.says("the host is not at the meeting: %v", m.all)
	default:
		c.says("a visit told as the meeting with the host")
		return true
	}
	return false
}

// summitOfTwo: a summit of two states is a meeting.
func (c *comparison) summitOfTwo() bool {
	if len(c.x.states) == summitSides && len(c.y.states) == summitSides && c.short() {
		return true
	}
	c.says("a conference is not a meeting")
	return false
}

// spoken: a call may be told as talks of the same persons, if neither a place
// nor the word says that they met.
func (c *comparison) spoken() bool {
	m, r := c.x, c.a
	if c.a.Event.Mode == "call" {
		m, r = c.y, c.b
	}
	met := slices.ContainsFunc(query.Words(r.Event.Trigger), func(w string) bool { return w == "met" || strings.HasPrefix(w, "meet") })
	if !met && m.city == "" && c.short() && c.common.named >= 2 && c.common.named == max(c.x.names, c.y.names) {
		return true
	}
	c.says("a call is not a meeting")
	return false
}

// conference: its name, or its days and its place. Who else came does not matter.
func (c *comparison) conference() bool {
	host := len(intersect(c.x.hosts, c.y.hosts)) > 0
	if !host && len(c.x.hosts) > 0 && len(c.y.hosts) > 0 {
		c.says("%v and %v meet", c.x.hosts, c.y.hosts)
		return false
	}
	names := sharedWords(c.x.title, c.y.title)
	if host {
		names++
	}
	place := c.x.city != "" && c.x.city == c.y.city && c.short()
	switch {
	case names == 0 && !(place && c.words > 0):
		c.says("neither the name nor days and place of the conference in common")
		return false
	case c.common.named == 0 && c.common.sides < 2 && !(names > 0 && (place || host && (c.short() || c.summits() && c.recent()))):
		c.says("no named participant in common, nor days and place")
		return false
	}
	c.says("%d words of the name and %d others shared", names, c.words)
	return c.background(names > 1 || names > 0 && !c.vague())
}

// office: the person who comes or goes.
func (c *comparison) office() bool {
	if c.common.named == 0 || c.common.named < min(c.x.names, c.y.names) || match(c.x.acting, c.y.acting).named == 0 {
		c.says("not the same persons: %v, %v", c.x.all, c.y.all)
		return false
	}
	if c.a.Event.Mode != c.b.Event.Mode && !c.alike(deedAlike) {
		c.says("one does not tell how")
		return false
	}
	return c.background(true)
}

// deed: the sides and, as they do the like again and again, the words.
func (c *comparison) deed() bool {
	want := deedAlike
	switch {
	case c.common.sides < 2 && c.common.count < 2:
		want = onesidedAlike
		if !c.within(onesidedSpan) || max(len(c.x.states), len(c.y.states)) > 1 {
			c.says("one side in common and no narrow span of days, or another side")
			return false
		}
	case sayings(c.a.Event.Type):
		want = spokenAlike
	}
	if !c.alike(want) {
		c.says("only %d content words of the evidence shared, %.0f %% of the shorter: the same sides often do this", c.words, 100*c.share())
		return false
	}
	if m, n := money(c.a), money(c.b); m != "" && n != "" && m != n {
		c.says("%s and %s", m, n)
		return false
	}
	c.says("%d content words of the evidence shared", c.words)
	return c.short() || c.passing(passingAlike)
}

func money(r *Report) string {
	if r.Event.Size == nil {
		return ""
	}
	return r.Event.Size.Money
}

func (c *comparison) alike(want alike) bool {
	return c.words >= want.words && c.share() >= want.share
}

// share is the part of the words of the shorter evidence that the other has.
func (c *comparison) share() float64 {
	return float64(c.words) / float64(max(1, min(len(c.a.Words), len(c.b.Words))))
}

// sayings are the types that are done at every meeting: support, wishes, and
// agreement in principle.
func sayings(t dateline.Type) bool {
	switch t {
	case dateline.Support, dateline.Request, dateline.Aid, dateline.Cooperate, dateline.Agree, dateline.Accuse:
		return true
	}
	return false
}

// short: both tell a narrow span of days.
func (c *comparison) short() bool { return c.within(shortSpan) }

func (c *comparison) within(days int) bool {
	return c.x.dated && c.y.dated && c.x.span.Days() <= days && c.y.span.Days() <= days
}

// vague: one of them tells a span so long that it says little.
func (c *comparison) vague() bool {
	return c.x.dated && c.x.span.Days() > vagueSpan || c.y.dated && c.y.span.Days() > vagueSpan
}

// background asks more of reports without a narrow span. Something to come whose
// participants are known may be undated; what is past and undated is told in
// passing.
func (c *comparison) background(known bool) bool {
	if c.short() {
		return true
	}
	if known && (c.tellsWhich() && c.recent() || (pending(c.a) || c.x.dated) && (pending(c.b) || c.y.dated)) {
		return true
	}
	return c.passing(backgroundAlike)
}

func (c *comparison) summits() bool { return c.x.summit && c.y.summit }

// tellsWhich: sessions of a body, terms of office and talks of those who meet
// often are many, and told without a day they may be any.
func (c *comparison) tellsWhich() bool {
	switch {
	case c.both("multilateral"):
		return c.summits()
	case c.both("meet"):
		return c.x.city != "" && c.x.city == c.y.city || c.alike(unnamedAlike)
	}
	return c.a.Event.Mode != "" && c.b.Event.Mode != ""
}

// recent: what one tells without a day came out while or just after what the
// other tells was.
func (c *comparison) recent() bool {
	o, r := c.x, c.b
	if !o.dated {
		o, r = c.y, c.a
	}
	return o.dated && o.span.Days() <= shortSpan && r.Event.When == nil && r.Published.Known() &&
		r.Published >= o.span.Earliest && r.Published <= o.span.Latest+justAfter
}

// passing: told in passing, in nearly the same words within a few days.
func (c *comparison) passing(want alike) bool {
	if c.alike(want) && c.gap >= 0 && c.gap <= backgroundNear {
		c.says("one tells no narrow span; %d words shared, published %s", c.words, apart(c.gap))
		return true
	}
	c.says("one tells no narrow span of days, and they share %d words, published %s", c.words, apart(c.gap))
	return false
}

func pending(r *Report) bool {
	switch r.Event.Status {
	case dateline.Planned, dateline.Possible, dateline.Postponed, dateline.Cancelled:
		return true
	}
	return false
}

func statesOf(ps []party) []string {
	var out []string
	for i := range ps {
		if ps[i].state != "" {
			out = append(out, ps[i].state)
		}
	}
	return out
}

func intersect(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			if x == y {
				out = append(out, x)
				break
			}
		}
	}
	return out
}
