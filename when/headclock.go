package when

// headClock is the 3 of "between 3 and 5 p.m.", the 10 of "from 10 to 11:30 a.m.
// on Friday": an hour that takes the half of the day and the day from the clock
// time behind it.
func (c *chart) headClock(e edge, lo int32) (edge, bool) {
	if e.node.clock == "" || e.from < lo+3 || c.in(int(e.to)-1) && e.to-e.from < 2 {
		return edge{}, false
	}
	w, num := c.words[e.from-1].low, c.words[e.from-2]
	head := c.words[e.from-3].low
	g := c.g.guards
	if !(g["rangeand"][w] && g["between"][head] || g["rangeto"][w] && (g["rangeopen"][head] || g["clockprep"][head]) || w == "-" && c.words[e.from-1].glued) {
		return edge{}, false
	}
	h, m, ok := clockWord(num.low)
	if !ok || h < 1 || h > 12 || h == 12 && m > 0 {
		return edge{}, false
	}
	end, endMin := clockParts(e.node.clock)
	if end > 12 && h < 12 && (h+12)*60+m < end*60+endMin {
		h += 12 // the half of the day that its end tells, unless it would lie behind it
	}
	if h*60+m >= end*60+endMin {
		return edge{}, false
	}
	n := e.node.copy()
	n.clock = two(h) + ":" + two(m)
	return edge{e.from - 2, e.from - 1, e.sym, n, e.row}, true
}

// clockWord reads "3" and "10:30".
func clockWord(s string) (h, m int, ok bool) {
	d, rest := leadingDigits(s)
	if d == "" || len(d) > 2 {
		return 0, 0, false
	}
	h = int(atoi(d))
	if rest == "" {
		return h, 0, true
	}
	if len(rest) != 3 || rest[0] != ':' || atoi(rest[1:]) < 0 || atoi(rest[1:]) > 59 {
		return 0, 0, false
	}
	return h, int(atoi(rest[1:])), true
}
