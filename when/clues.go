package when

import "strings"

// clues are what tells a narrative from news: past years against what is tied to
// the day of publication.
type clues struct {
	years int  // dates with a past year
	dated int  // different ones of them that tell a month or day
	ties  int  // all that is tied to the day of publication
	now   int  // without words like "now"
	loose int  // ties that a history has too: its own year, years to come, "now"
	opens bool // a past year comes first: news begins with its own day
	seen  map[fields]bool
}

func (c *clues) see(f fields) {
	if c.seen == nil {
		c.seen = map[fields]bool{}
	}
	c.seen[f] = true
}

// add counts a time expression.
func (c *clues) add(s *story, p *pick) {
	y, told := toldYear(p.node)
	switch {
	case told && (!s.dct.Known() || y < yearOf(s.dct)):
		c.opens = c.opens || c.years+c.ties == 0
		c.years++
		if f := p.node.f; f.month != unset && !c.seen[f] {
			c.dated++
			c.see(f)
		}
	case told:
		c.ties++
		c.now++
		c.loose++
	case s.ownDay(p.node), deictic(p.node):
		c.ties++
		c.now++
	case p.node.kind == kRef && strings.HasPrefix(p.node.code, "PRESENT_REF"):
		c.ties++ // interviews speak of now
		c.loose++
	}
}

// narrative weighs the clues of a whole text.
func (c *clues) narrative() bool {
	if c.years < 3 {
		return false
	}
	return c.years > 8*c.ties || c.opens && (c.years >= 2*c.ties || c.years+c.dated >= 3*c.ties-2*c.loose)
}
