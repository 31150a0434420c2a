package ledger

import (
	"math"

	"dateline"
	"dateline/facts"
)

// farApart is from how many kilometres on two towns are two places.
const farApart = 100

// places: two states are two places, and so are two towns far from each other.
// A visit has several; a call has a place at either end.
func (c *comparison) places() bool {
	p, q := c.a.Event.Place, c.b.Event.Place
	if p == nil || q == nil || c.either("call") {
		return true
	}
	if p.State != "" && q.State != "" && p.State != q.State {
		c.says("places %s (%s) and %s (%s)", p.Name, p.State, q.Name, q.State)
		return false
	}
	if c.x.city != "" && c.y.city != "" && !c.either("visit") && kilometres(p, q) > farApart {
		c.says("%s is far from %s", p.Name, q.Name)
		return false
	}
	if c.explain {
		c.says("places agree: %s, %s", p.Name, q.Name)
	}
	return true
}

// townOf gives the folded name of a place that is more exact than a state.
func townOf(p *dateline.Place) string {
	if facts.Default().StateByName(p.Name) != nil {
		return ""
	}
	return fold(p.Name)
}

// kilometres between two places on a sphere, 0 if the coordinates of one are not known.
func kilometres(p, q *dateline.Place) float64 {
	if p.Lat == 0 && p.Lon == 0 || q.Lat == 0 && q.Lon == 0 {
		return 0
	}
	const earth, rad = 6371, math.Pi / 180
	dlat, dlon := (q.Lat-p.Lat)*rad/2, (q.Lon-p.Lon)*rad/2
	h := math.Sin(dlat)*math.Sin(dlat) + math.Cos(p.Lat*rad)*math.Cos(q.Lat*rad)*math.Sin(dlon)*math.Sin(dlon)
	return 2 * earth * math.Asin(math.Sqrt(h))
}
