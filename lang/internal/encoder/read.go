package encoder

import (
	"cmp"
	"math/bits"
	"slices"

	"dateline/lang/internal/matrix"
)

// scratch holds the buffers of one call, reused between calls.
type scratch struct {
	start, length []int
	tokens        int

	vectors map[vectorKey]int32
	uniq    []int32 // per token: row of x
	x       []float32
	xq      []int16
	xs      []float32
	acc     []int32
	gates   []float32
	z       []float32
	hq      [2][]int16 // outputs of the layers, 1 is 32767
	state   []float32
	stateQ  []int16
	in      []int16
	scales  []float32
	y       []float32
	keys    []int16
	keyS    []float32
	arcs    []float32
}

// vectorKey is what an input vector depends on.
type vectorKey struct {
	form  string
	flags uint32
}

func grow[T any](b *[]T, n int) []T {
	if cap(*b) < n {
		*b = make([]T, n+n/4)
	}
	*b = (*b)[:n]
	return *b
}

// row is the token that a sentence reads at a step.
func (s *scratch) row(i, t int, back bool) int {
	if back {
		return s.start[i] + s.length[i] - 1 - t
	}
	return s.start[i] + t
}

// read annotates pieces, longest first so that at each step of the recurrence
// the sentences still running are a prefix.
func (m *Model) read(s *scratch, pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(len(b.forms), len(a.forms)) })
	s.start, s.length, s.tokens = s.start[:0], s.length[:0], 0
	for _, p := range pieces {
		s.start = append(s.start, s.tokens)
		s.length = append(s.length, len(p.forms))
		s.tokens += len(p.forms)
	}
	m.embed(s, pieces)
	width := 2 * m.conf.Hidden
	for l := range m.cells {
		out := grow(&s.hq[l], s.tokens*width)
		for d := range m.cells[l] {
			c := &m.cells[l][d]
			if l == 0 {
				g := c.w.times(s, &s.gates, s.xq, len(s.xs), m.conf.Input(), s.xs)
				m.recur(s, c, g, s.uniq, out[d*m.conf.Hidden:], d == 1)
			} else {
				g := c.w.times(s, &s.gates, s.hq[0], s.tokens, width, nil)
				m.recur(s, c, g, nil, out[d*m.conf.Hidden:], d == 1)
			}
		}
	}
	m.decide(s, pieces)
}

// embed makes the input vectors of all different (form, flags) pairs.
func (m *Model) embed(s *scratch, pieces []piece) {
	if s.vectors == nil {
		s.vectors = map[vectorKey]int32{}
	}
	clear(s.vectors)
	d := m.conf.Input()
	s.uniq, s.x = s.uniq[:0], s.x[:0]
	for _, p := range pieces {
		flags := m.lex.Flags(p.forms)
		for i, f := range p.forms {
			k := vectorKey{f, flags[i]}
			at, ok := s.vectors[k]
			if !ok {
				at = int32(len(s.vectors))
				s.vectors[k] = at
				s.x = slices.Grow(s.x, d)[:int(at+1)*d]
				m.vectorOf(s.x[int(at)*d:], f, flags[i])
			}
			s.uniq = append(s.uniq, at)
		}
	}
	n := len(s.vectors)
	q, sc := grow(&s.xq, n*d), grow(&s.xs, n)
	limit := m.cells[0][0].w.limit
	for i := range n {
		sc[i] = matrix.Quantize(q[i*d:(i+1)*d], s.x[i*d:(i+1)*d], limit)
	}
}

// vectorOf sums the rows of a token's features, table by table.
func (m *Model) vectorOf(x []float32, form string, flags uint32) {
	c := &m.conf
	clear(x)
	f := m.lex.word(c, form)
	m.word.addTo(x, f.Word, 1)
	x = x[c.Word:]
	for _, r := range f.Suffix {
		m.suffix.addTo(x, r, 1)
	}
	x = x[c.Suffix:]
	for _, r := range f.Prefix {
		m.prefix.addTo(x, r, 1)
	}
	x = x[c.Prefix:]
	for _, r := range f.Grams {
		m.gram.addTo(x, r, 1/float32(len(f.Grams)))
	}
	x = x[c.Gram:]
	m.shape.addTo(x, f.Shape, 1)
	x = x[c.Shape:]
	for b := f.Flags | flags; b != 0; b &= b - 1 {
		m.flag.addTo(x, int32(bits.TrailingZeros32(b)), 1)
	}
}

// times multiplies n rows of integers (stride lda, row scales sc, or 1/limit
// for recurrent outputs) and gives floats with the bias added.
func (l *linear) times(s *scratch, out *[]float32, a []int16, n, lda int, sc []float32) []float32 {
	acc := grow(&s.acc, n*l.N)
	matrix.IntMul(acc, a, n, lda, l.IntPacked)
	y := grow(out, n*l.N)
	for i := range n {
		f := float32(1) / matrix.Unit
		if sc != nil {
			f = sc[i]
		}
		matrix.Dequantize(y[i*l.N:(i+1)*l.N], acc[i*l.N:(i+1)*l.N], l.scales, f, l.bias)
	}
	return y
}

// recur runs one direction of a layer. g has the inputs' share of the gates, a
// row a token or, through uniq, a row a different vector.
func (m *Model) recur(s *scratch, c *cell, g []float32, uniq []int32, out []int16, back bool) {
	h, sents := m.conf.Hidden, len(s.start)
	state, q := grow(&s.state, sents*h), grow(&s.stateQ, sents*h)
	clear(state)
	z := grow(&s.z, 3*h)
	running := sents
	const inv = float32(1) / matrix.Unit
	for t := range s.length[0] {
		for s.length[running-1] <= t {
			running--
		}
		acc := grow(&s.acc, running*3*h)
		if t > 0 {
			matrix.IntMul(acc, q, running, h, c.u.IntPacked)
		}
		for i := range running {
			at := s.row(i, t, back)
			src := at
			if uniq != nil {
				src = int(uniq[at])
			}
			if in := g[src*3*h : (src+1)*3*h]; t > 0 {
				matrix.Dequantize(z, acc[i*3*h:(i+1)*3*h], c.u.scales, inv, in)
			} else {
				copy(z, in)
			}
			matrix.Sigmoid(z[:2*h])
			matrix.Tanh(z[2*h:])
			qv := q[i*h : (i+1)*h]
			matrix.Gates(z[:h], z[h:2*h], z[2*h:], state[i*h:(i+1)*h], qv)
			copy(out[at*2*h:], qv)
		}
	}
}
