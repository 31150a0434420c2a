package ledger

// places: two states are two places. Cities may be told more or less exactly; a
// call has a place at either end.
func (c *comparison) places() bool {
	p, q := c.a.Event.Place, c.b.Event.Place
	if p == nil || q == nil || c.either("call") {
		return true
	}
	if p.State != "" && q.State != "" && p.State != q.State {
		c.says("places %s (%s) and %s (%s)", p.Name, p.State, q.Name, q.State)
		return false
	}
	if c.explain {
		c.says("places agree: %s, %s", p.Name, q.Name)
	}
	return true
}
