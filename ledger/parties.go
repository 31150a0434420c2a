package ledger

import "slices"

// common is what two reports' participants have in common.
type common struct {
	matched []party // of the first report, each with one of the second
	named   int     // of them, by proper names on both sides
	sides   int     // of them, different in state or, without one, in name
}

// match pairs off the participants of two reports: first those named by both,
// then the rest by state, where at least one of them names nobody.
func match(as, bs []party) common {
	var c common
	taken := make([]bool, len(bs))
	pair := func(fits func(a, b *party) bool, named bool, done []bool) {
		for i := range as {
			if done[i] {
				continue
			}
			for j := range bs {
				if !taken[j] && fits(&as[i], &bs[j]) {
					taken[j], done[i] = true, true
					c.matched = append(c.matched, as[i])
					if named {
						c.named++
					}
					break
				}
			}
		}
	}
	done := make([]bool, len(as))
	pair(samePerson, true, done)
	pair(sameSide, false, done)
	c.sides = countSides(c.matched)
	return c
}

func samePerson(a, b *party) bool {
	return (a.state == b.state || a.state == "" || b.state == "") && a.name.agree(&b.name)
}

// sameSide: a person and the state, or the state twice. A group that is only
// described is not the person of that state.
func sameSide(a, b *party) bool {
	if a.state == "" || a.state != b.state || !a.name.none() && !b.name.none() {
		return false
	}
	return !(a.group && !b.name.none() || b.group && !a.name.none())
}

func countSides(ps []party) int {
	var states []string
	n := 0
	for i := range ps {
		switch {
		case ps[i].state == "":
			n++
		case !slices.Contains(states, ps[i].state):
			states = append(states, ps[i].state)
			n++
		}
	}
	return n
}

// rival finds a state for which both reports name persons and none is the same.
func rival(a, b *outline) (state string, x, y party, found bool) {
	for i := range a.all {
		p := &a.all[i]
		if p.state == "" || p.name.none() {
			continue
		}
		met, agreed := -1, false
		for j := range b.all {
			q := &b.all[j]
			if q.state != p.state || q.name.none() {
				continue
			}
			met = j
			if p.name.agree(&q.name) || anyAgrees(a, p.state, q) {
				agreed = true
				break
			}
		}
		if met >= 0 && !agreed {
			return p.state, *p, b.all[met], true
		}
	}
	return "", party{}, party{}, false
}

// anyAgrees reports whether another person of that state is the one.
func anyAgrees(o *outline, state string, q *party) bool {
	return slices.ContainsFunc(o.all, func(p party) bool { return p.state == state && p.name.agree(&q.name) })
}

// missing gives a state of the report with fewer of them that the other lacks.
func missing(a, b *outline) string {
	if len(a.states) > len(b.states) {
		a, b = b, a
	}
	for _, s := range a.states {
		if !slices.Contains(b.states, s) {
			return s
		}
	}
	return ""
}

// crossed reports whether one's doers are the other's addressees: the same two,
// but another deed.
func crossed(a, b *outline) bool {
	if len(a.acting) == 0 || len(b.acting) == 0 || len(a.receiving) == 0 || len(b.receiving) == 0 {
		return false
	}
	return len(match(a.acting, b.acting).matched) == 0 || len(match(a.receiving, b.receiving).matched) == 0
}
