package ledger

import "slices"

// common is what two reports' participants have in common.
type common struct {
	who   uint32 // the matched ones of the first report, by bit
	count int    // how many
	named int    // of them, by proper names on both sides
	sides int    // of them, different in state or, without one, in name
}

// match pairs off the participants of two reports: first those named by both,
// then the rest by state, where at least one of them names nobody.
func match(as, bs []party) common {
	var c common
	var taken uint32
	for pass, fits := range [...]func(a, b *party) bool{samePerson, sameSide} {
		for i := range as {
			if c.who&(1<<i) != 0 {
				continue
			}
			for j := range bs {
				if taken&(1<<j) == 0 && fits(&as[i], &bs[j]) {
					taken |= 1 << j
					c.who |= 1 << i
					c.count++
					break
				}
			}
		}
		if pass == 0 {
			c.named = c.count
		}
	}
	c.sides = countSides(as, c.who)
	return c
}

// those gives the participants that the bits stand for.
func those(ps []party, bits uint32) []party {
	var out []party
	for i := range ps {
		if bits&(1<<i) != 0 {
			out = append(out, ps[i])
		}
	}
	return out
}

// samePerson: by name and state. A name without a state must have the other's
// last word at an end.
func samePerson(a, b *party) bool {
	if !a.name.agree(&b.name) {
		return false
	}
	switch {
	case a.state == b.state:
		return true
	case a.state == "":
		return b.name.last() == a.name.last() || b.name.last() == a.name.first()
	case b.state == "":
		return a.name.last() == b.name.last() || a.name.last() == b.name.first()
	}
	return false
}

// sameSide: a person and the state, or the state twice. A group that is only
// described is not the person of that state.
func sameSide(a, b *party) bool {
	if a.state == "" || a.state != b.state || !a.name.none() && !b.name.none() {
		return false
	}
	return !(a.group && !b.name.none() || b.group && !a.name.none())
}

func countSides(ps []party, bits uint32) int {
	n := 0
next:
	for i := range ps {
		if bits&(1<<i) == 0 {
			continue
		}
		for j := range i {
			if bits&(1<<j) != 0 && ps[i].state != "" && ps[j].state == ps[i].state {
				continue next
			}
		}
		n++
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
	return match(a.acting, b.acting).count == 0 || match(a.receiving, b.receiving).count == 0
}
