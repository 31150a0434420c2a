package when

// maxWords bounds a time expression, so that parsing stays linear in the text.
const maxWords = 18

// maxArgs bounds the arguments of an action.
const maxArgs = 8

// edge is a piece of text that means something: words [from, to).
type edge struct {
	from, to int32
	sym      int
	node     *node
	row      *row // nil for a word
}

// chart holds what was found in one sentence. It is filled from right to left:
// when a rule looks to the right, everything there is complete.
type chart struct {
	g     *grammar
	words []word
	at    [][]edge // by first word
	env   *sentenceEnv
	stack []*node
	tried map[*row]bool // for tests: rows that fitted somewhere
}

// parse finds all edges of the words.
func (c *chart) parse(words []word) {
	c.words = words
	for len(c.at) < len(words)+1 {
		c.at = append(c.at, nil)
	}
	for i := range c.at {
		c.at[i] = c.at[i][:0]
	}
	for i := len(words) - 1; i >= 0; i-- {
		c.lexical(i)
		for k := 0; k < len(c.at[i]); k++ {
			e := c.at[i][k]
			if s := c.g.first[e.sym]; s != nil {
				c.stack = append(c.stack[:0], e.node)
				c.extend(s, i, int(e.to))
			}
		}
	}
}

// extend completes rows that end in s and follows the trie to the right.
func (c *chart) extend(s *state, from, at int) {
	for i := range s.done {
		c.complete(&s.done[i], from, at)
	}
	if len(s.next) == 0 || at >= len(c.words) || at-from >= maxWords {
		return
	}
	if c.words[at].fresh {
		return
	}
	glued := c.words[at].glued
	for k := 0; k < len(c.at[at]); k++ {
		e := &c.at[at][k]
		for _, nx := range s.next {
			if nx.sym == e.sym && (glued || !nx.glued) {
				c.stack = append(c.stack, e.node)
				c.extend(nx.to, from, int(e.to))
				c.stack = c.stack[:len(c.stack)-1]
			}
		}
	}
}

// complete builds the meaning of a row's left side, unless the row's guards or
// its action refuse. Of two rows that make the same sort of thing of the same
// words, the one that stands first in the tables wins.
func (c *chart) complete(d *completion, from, to int) {
	r := d.row
	if c.tried != nil {
		c.try(d, from, to)
	}
	var old *edge
	for k := range c.at[from] {
		if e := &c.at[from][k]; e.sym == r.lhs && int(e.to) == to {
			if e.row == nil || e.row.rank <= r.rank {
				return
			}
			old = e
		}
	}
	for i := range r.guards {
		if !r.guards[i].ok(c, from, to) {
			return
		}
	}
	if m := c.build(d); m != nil {
		if old != nil {
			old.node, old.row = m, r
			return
		}
		c.at[from] = append(c.at[from], edge{int32(from), int32(to), r.lhs, m, r})
	}
}

// build calls the row's action on the parts that lie on the stack.
func (c *chart) build(d *completion) *node {
	var args [maxArgs]*node
	for i, a := range d.row.args {
		switch {
		case a.part == 0:
			args[i] = a.fixed
		case d.slots[a.part-1] >= 0:
			args[i] = c.stack[d.slots[a.part-1]]
		}
	}
	return d.row.action(args[:len(d.row.args)])
}

// try notes that a row fits, even where an earlier one has the place.
func (c *chart) try(d *completion, from, to int) {
	for i := range d.row.guards {
		if !d.row.guards[i].ok(c, from, to) {
			return
		}
	}
	if c.build(d) != nil {
		c.tried[d.row] = true
	}
}
