package when

import "strings"

// clues are what tells a narrative from news: past years against what is tied to
// the day of publication.
type clues struct {
	years int  // dates with a past year
	dated int  // different ones of them that tell a month or day
	ties  int  // all that is tied to the day of publication
	now   int  // without words like "now"
	bare  int  // days and months without a year
	loose int  // ties that a history has too: its own year, years to come, "now"
	opens bool // a past year comes first: news begins with its own day
	far   bool // it is a day or month more than a year back
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
		if c.years+c.ties+c.bare == 0 {
			c.opens, c.far = true, p.node.f.month != unset && y < yearOf(s.dct)-1
		}
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
	case p.node.kind == kDate && p.node.f.month != unset:
		c.bare++
	}
}

// narrative weighs the clues of a whole text.
func (c *clues) narrative() bool {
	if c.years < 3 {
		return c.opens && c.far && c.bare >= 3+8*(c.ties-c.loose)
	}
	return c.years > 8*c.ties || c.opens && (c.years >= 2*c.ties || c.years+c.dated >= 3*c.ties-2*c.loose)
}
