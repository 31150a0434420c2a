package ledger

import "dateline"

// What two reports must have in common beyond that nothing tells them apart. The
// demands grow with how often the same sides do the like.
const (
	conferenceWords = 2 // names of a conference, where the place is not told
	deedWords       = 2 // two sides, a deed: a sanction, an attack, a deal
	spokenWords     = 3 // two sides, what officials say to each other at every meeting
	onesidedWords   = 4 // one side only is told
	backgroundWords = 4 // told without a day or with a vague one
	backgroundNear  = 7 // and published within so many days
	shortSpan       = 10
)

// enough asks for as much in common as makes one occurrence.
func (c *comparison) enough() bool {
	c.words = sharedWords(c.a, c.b)
	switch c.a.Event.Type {
	case dateline.Consult:
		switch {
		case c.both("visit"):
			return c.visit()
		case c.either("multilateral"):
			return c.conference()
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

// meeting: two of the participants must agree. Somebody alone meets many.
func (c *comparison) meeting() bool {
	n := len(c.common.matched)
	if n < min(len(c.x.all), len(c.y.all)) && c.common.named < 2 && c.common.sides < 2 {
		c.says("of %v and %v only %v the same", c.x.all, c.y.all, c.common.matched)
		return false
	}
	if n < 2 && !(c.common.named > 0 && c.short() && c.words >= spokenWords) {
		c.says("only %v told of both: who meets one meets many", c.common.matched)
		return false
	}
	return c.background(c.common.named >= 2)
}

// visit: who goes and to which state; at home, to which place.
func (c *comparison) visit() bool {
	who := match(c.x.acting, c.y.acting)
	where := intersect(c.x.visited, c.y.visited)
	home := len(intersect(where, statesOf(who.matched))) > 0
	if len(who.matched) == 0 || who.named == 0 && (c.words < deedWords || len(where) == 0 || home) {
		c.says("not the same visitor: %v, %v", c.x.acting, c.y.acting)
		return false
	}
	switch {
	case len(c.x.visited) == 0 || len(c.y.visited) == 0:
		if c.words < deedWords || !c.short() {
			c.says("where to is told by one only")
			return false
		}
	case len(where) == 0:
		c.says("visits to %v and %v", c.x.visited, c.y.visited)
		return false
	case home && c.x.city != c.y.city:
		c.says("at home in %s and %s", c.x.city, c.y.city)
		return false
	}
	return c.background(who.named > 0)
}

// conference: its place or its name. Who else came does not matter.
func (c *comparison) conference() bool {
	place := c.x.city != "" && c.x.city == c.y.city && c.x.dated && c.y.dated
	if !(place && c.words > 0) && c.words < conferenceWords {
		c.says("neither place nor name of the conference in common")
		return false
	}
	if c.common.named == 0 && c.common.sides < 2 && !(place && c.words >= conferenceWords) {
		c.says("no named participant in common, nor both place and name")
		return false
	}
	return c.background(c.words >= conferenceWords)
}

// office: the person who comes or goes.
func (c *comparison) office() bool {
	if c.common.named == 0 || c.common.named < min(c.x.names, c.y.names) {
		c.says("not the same persons: %v, %v", c.x.all, c.y.all)
		return false
	}
	return c.background(true)
}

// deed: the sides and, as they do the like again and again, the words.
func (c *comparison) deed() bool {
	want := deedWords
	switch {
	case c.common.sides < 2 && len(c.common.matched) < 2:
		want = onesidedWords
		if !c.short() {
			c.says("one side and no narrow span of days")
			return false
		}
	case spoken(c.a.Event.Type):
		want = spokenWords
	}
	if c.words < want {
		c.says("%d content words of the evidence shared, want %d: the same sides often do this", c.words, want)
		return false
	}
	c.says("%d content words of the evidence shared", c.words)
	return c.background(false)
}

// spoken are the types that are done at every meeting: support, wishes, and
// agreement in principle.
func spoken(t dateline.Type) bool {
	switch t {
	case dateline.Support, dateline.Request, dateline.Aid, dateline.Cooperate, dateline.Agree, dateline.Accuse:
		return true
	}
	return false
}

// short: both tell a narrow span of days.
func (c *comparison) short() bool {
	return c.x.dated && c.y.dated && c.x.span.Days() <= shortSpan && c.y.span.Days() <= shortSpan
}

// background asks more of reports without a narrow span. Something to come whose
// participants are known may be undated; what is past and undated is told in
// passing.
func (c *comparison) background(known bool) bool {
	if c.short() {
		return true
	}
	if known && (pending(c.a) || c.x.dated) && (pending(c.b) || c.y.dated) {
		return true
	}
	if c.words >= backgroundWords && c.gap >= 0 && c.gap <= backgroundNear {
		c.says("one tells no narrow span; %d words shared, published %s", c.words, apartWords(c.gap))
		return true
	}
	c.says("one tells no narrow span of days, and they share %d words, published %s", c.words, apartWords(c.gap))
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
