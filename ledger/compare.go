package ledger

import (
	"fmt"

	"dateline"
)

// Verdict says whether two reports tell of one occurrence, and why.
type Verdict struct {
	Same bool
	Why  []string // what holds them together or, the last, what tells them apart
	// Bond is how much they have in common, by which the founder is chosen that
	// a report joins; 0 if they are not the same.
	Bond int
}

// Compare decides whether nothing tells two reports apart and enough holds them
// together. It is symmetric and looks at nothing but the two.
func Compare(a, b *Report) Verdict {
	c := comparison{explain: true}
	c.of(a, b)
	bond := c.run()
	return Verdict{Same: bond > 0, Why: c.why, Bond: bond}
}

// bond is [Compare] without the words. Most pairs of a block lie on other days
// or have other participants, which is seen first of all.
func bond(a, b *Report) int {
	x, y := a.outline(), b.outline()
	if x.dated && y.dated && !nearDays(x.span, y.span, widestSlack) || foreign(x, y) {
		return 0
	}
	var c comparison
	c.of(a, b)
	return c.run()
}

// comparison is one comparing of two reports.
type comparison struct {
	a, b    *Report
	x, y    *outline
	common  common
	words   int // shared content words of the evidence
	gap     int // days between the publications, -1 if unknown
	explain bool
	why     []string
}

// of sets the two reports.
func (c *comparison) of(a, b *Report) {
	if a.Key > b.Key { // one order, so that it is symmetric
		a, b = b, a
	}
	c.a, c.b, c.x, c.y, c.gap = a, b, a.outline(), b.outline(), publishedApart(a, b)
}

// says notes a reason if one is asked for.
func (c *comparison) says(format string, a ...any) {
	if c.explain {
		c.why = append(c.why, fmt.Sprintf(format, a...))
	}
}

// run gives the bond. What is cheap and tells most apart comes first.
func (c *comparison) run() int {
	if !c.kinds() || !c.times() || !c.sides() || !c.places() || !c.enough() {
		return 0
	}
	return c.strength()
}

// kinds asks for one type and for modes that go together.
func (c *comparison) kinds() bool {
	a, b := &c.a.Event, &c.b.Event
	switch {
	case a.Type != b.Type:
		c.says("type %s is not %s", a.Type, b.Type)
	case c.a.Article == c.b.Article:
		c.says("one article keeps its own events apart")
	case !modesAgree(a.Mode, b.Mode):
		c.says("mode %q is not %q", a.Mode, b.Mode)
	case c.x.open || c.y.open:
		c.says("a state of affairs that goes on is told in passing: no occurrence")
	default:
		return true
	}
	return false
}

// modesAgree lets those modes pass that are often told of one occurrence.
// Whether two are is for [comparison.enough] to say.
func modesAgree(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	talk := func(m string) bool { return m == "meet" || m == "mediate" }
	return talk(a) && b != "" || talk(b) && a != ""
}

// sides looks at who takes part: of two persons of one state one must be the
// same, and of each event's states the smaller set must lie in the larger.
func (c *comparison) sides() bool {
	if s, p, q, found := rival(c.x, c.y); found {
		c.says("for %s %s and %s", s, p, q)
		return false
	}
	conference := c.a.Event.Mode == "multilateral" && c.b.Event.Mode == "multilateral"
	if s := missing(c.x, c.y); s != "" && !conference {
		c.says("states %v and %v", c.x.states, c.y.states)
		return false
	}
	if !c.either("meet") && directed(&c.a.Event) && directed(&c.b.Event) && crossed(c.x, c.y) {
		c.says("who does it to whom: %v to %v, %v to %v", c.x.acting, c.x.receiving, c.y.acting, c.y.receiving)
		return false
	}
	c.common = match(c.x.all, c.y.all)
	if c.common.count == 0 && !conference {
		c.says("no participant in common: %v, %v", c.x.all, c.y.all)
		return false
	}
	if c.explain {
		c.says("participants agree: %v", c.matched())
	}
	return true
}

// matched gives the participants in common, as the first report has them.
func (c *comparison) matched() []party { return those(c.x.all, c.common.who) }

// directed acts have a doer and an addressee; in the others all sides are equal.
func directed(e *dateline.Event) bool {
	switch e.Type {
	case dateline.Consult:
		return e.Mode == "visit"
	case dateline.Agree, dateline.Cooperate:
		return false
	}
	return true
}

// modeBond outweighs all else: a report of a meeting joins a meeting rather than
// the visit.
const modeBond = 100

// strength weighs what the reports have in common.
func (c *comparison) strength() int {
	n := 1 + 4*c.common.named + 2*c.common.count + min(c.words, 8)
	if c.a.Event.Mode == c.b.Event.Mode {
		n += modeBond
	}
	if c.x.dated && c.y.dated && c.x.span == c.y.span {
		n += 4
	}
	if c.x.city != "" && c.x.city == c.y.city {
		n += 4
	}
	if c.gap >= 0 {
		n += max(0, 6-c.gap)
	}
	return n
}
