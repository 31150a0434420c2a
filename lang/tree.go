package lang

// Link fills the tables that the tree walks use. It must be called after heads
// were changed; Parse does so itself.
func (d *Doc) Link() {
	d.children = make([][]int32, len(d.Tokens))
	for i, t := range d.Tokens {
		if t.Head >= 0 {
			d.children[t.Head] = append(d.children[t.Head], int32(i))
		} else {
			d.Sentences[t.Sent].Root = i
		}
	}
}

// Children gives the dependents of token i, left to right.
func (d *Doc) Children(i int) []int32 { return d.children[i] }

// Child gives the first dependent of i with one of the relations (a relation
// without subtype matches all its subtypes), or -1.
func (d *Doc) Child(i int, rels ...string) int {
	for _, c := range d.children[i] {
		for _, r := range rels {
			if RelIs(d.Tokens[c].Rel, r) {
				return int(c)
			}
		}
	}
	return -1
}

// RelIs reports whether rel is want or a subtype of it ("nsubj:pass" is "nsubj").
func RelIs(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && rel[:len(want)] == want
}

// Subtree gives the first and last (exclusive) token index of the yield of i.
func (d *Doc) Subtree(i int) (first, last int) {
	first, last = i, i+1
	for _, c := range d.children[i] {
		f, l := d.Subtree(int(c))
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// Dominates reports whether a is i or an ancestor of i.
func (d *Doc) Dominates(a, i int) bool {
	for ; i >= 0; i = d.Tokens[i].Head {
		if i == a {
			return true
		}
	}
	return false
}

// Words is the text of tokens [first, last) as written.
func (d *Doc) Words(first, last int) string {
	if first >= last {
		return ""
	}
	return d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
}

// NameAt gives the name that covers token i, or nil.
func (d *Doc) NameAt(i int) *Name {
	lo, hi := 0, len(d.Names)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Names[m].Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Names) && d.Names[lo].First <= i {
		return &d.Names[lo]
	}
	return nil
}
