package training

import (
	"math/rand/v2"

	"dateline/lang/internal/matrix"
)

// cell is one direction of a recurrent layer: an LSTM whose input gate is one
// minus its forget gate, so that the state is a running average of candidates
// in (-1, 1) and needs no squashing on its way out. Gates lie in the order
// forget, output, candidate.
type cell struct {
	in, hid int
	back    bool
	w, u, b *param
}

func newCell(name string, in, hid int, back bool, r *rand.Rand) *cell {
	c := &cell{in: in, hid: hid, back: back}
	c.w = newParam(name+".w", in, 3*hid, glorot(in, hid), false, r)
	c.u = newParam(name+".u", hid, 3*hid, glorot(hid, hid), false, r)
	c.b = newParam(name+".b", 1, 3*hid, 0, false, r)
	for i := range hid {
		c.b.w[i] = 1 // remember at first
	}
	return c
}

// cellState is what the backward pass needs of a forward pass.
type cellState struct {
	gates, prev, cprev, cnow []float32 // per token: activated gates, masked h before, c before, c after
	mask                     []float32 // per sentence, or nil
	wt, ut, wp, up           matrix.Packed
}

// layout is how the tokens of a half batch lie: sentences one after another,
// longest first, so that those still running at a step are a prefix.
type layout struct {
	start, length []int
	tokens        int
}

// row is the token that a sentence reads at a step.
func (l *layout) row(s, t int, back bool) int {
	if back {
		return l.start[s] + l.length[s] - 1 - t
	}
	return l.start[s] + t
}

// running is how many sentences have a step t.
func (l *layout) running(t int) int {
	n := len(l.length)
	for n > 0 && l.length[n-1] <= t {
		n--
	}
	return n
}

// grow gives a zeroed slice of n elements, reusing memory.
func grow(b *[]float32, n int) []float32 {
	if cap(*b) < n {
		*b = make([]float32, n+n/4)
	}
	*b = (*b)[:n]
	clear(*b)
	return *b
}

// forward reads x (tokens × in) and writes h to out (rows of stride ldo).
// keep is the share of the recurrent state that dropout keeps.
func (c *cell) forward(st *cellState, l *layout, x []float32, out []float32, ldo int, keep float32, r *rand.Rand) {
	h, n := c.hid, l.tokens
	g := grow(&st.gates, n*3*h)
	for i := range n {
		copy(g[i*3*h:], c.b.w)
	}
	st.wp.Pack(c.w.w, c.in, 3*h, 3*h, 1)
	st.up.Pack(c.u.w, h, 3*h, 3*h, 1)
	matrix.Mul(g, 3*h, x, n, c.in, 1, &st.wp)
	prev, cprev, cnow := grow(&st.prev, n*h), grow(&st.cprev, n*h), grow(&st.cnow, n*h)
	sents := len(l.length)
	st.mask = st.mask[:0]
	if keep < 1 {
		st.mask = dropout(grow(&st.mask, sents*h), keep, r)
	}
	hs, p := make([]float32, sents*h), make([]float32, sents*3*h)
	cs := make([]float32, sents*h)
	for t := range l.length[0] {
		b := l.running(t)
		if t > 0 {
			clear(p[:b*3*h])
			matrix.Mul(p, 3*h, hs, b, h, 1, &st.up)
		}
		for s := range b {
			i := l.row(s, t, c.back)
			z := g[i*3*h : (i+1)*3*h]
			if t > 0 {
				matrix.Axpy(1, p[s*3*h:(s+1)*3*h], z)
			}
			matrix.Sigmoid(z[:2*h])
			matrix.Tanh(z[2*h:])
			hm, cv := hs[s*h:(s+1)*h], cs[s*h:(s+1)*h]
			copy(prev[i*h:], hm)
			copy(cprev[i*h:], cv)
			f, o, a, y := z[:h], z[h:2*h], z[2*h:], out[i*ldo:i*ldo+h]
			for j := range h {
				cv[j] = f[j]*cv[j] + (1-f[j])*a[j]
				y[j] = o[j] * cv[j]
			}
			copy(cnow[i*h:], cv)
			copy(hm, y)
			if keep < 1 {
				for j, m := range st.mask[s*h : (s+1)*h] {
					hm[j] *= m
				}
			}
		}
	}
}

// backward takes the gradient of out, adds that of the weights to worker k's
// and that of x to dx unless dx is nil.
func (c *cell) backward(st *cellState, l *layout, k int, x, dout []float32, ldo int, dx []float32, dg []float32) {
	h, n, sents := c.hid, l.tokens, len(l.length)
	st.ut.Pack(c.u.w, 3*h, h, 1, 3*h)
	dh, dc, dp := make([]float32, sents*h), make([]float32, sents*h), make([]float32, sents*3*h)
	for t := l.length[0] - 1; t >= 0; t-- {
		b := l.running(t)
		for s := range b {
			i := l.row(s, t, c.back)
			z, d := st.gates[i*3*h:(i+1)*3*h], dg[i*3*h:(i+1)*3*h]
			f, o, a := z[:h], z[h:2*h], z[2*h:]
			cp, cn := st.cprev[i*h:(i+1)*h], st.cnow[i*h:(i+1)*h]
			dy, dhs, dcs := dout[i*ldo:i*ldo+h], dh[s*h:(s+1)*h], dc[s*h:(s+1)*h]
			for j := range h {
				e := dy[j] + dhs[j]
				v := e*o[j] + dcs[j]
				d[j] = v * (cp[j] - a[j]) * f[j] * (1 - f[j])
				d[h+j] = e * cn[j] * o[j] * (1 - o[j])
				d[2*h+j] = v * (1 - f[j]) * (1 - a[j]*a[j])
				dcs[j] = v * f[j]
			}
			copy(dp[s*3*h:], d)
		}
		if t == 0 {
			break
		}
		clear(dh[:b*h])
		matrix.Mul(dh, h, dp, b, 3*h, 1, &st.ut)
		if len(st.mask) > 0 {
			for j, m := range st.mask[:b*h] {
				dh[j] *= m
			}
		}
	}
	addOuter(c.u.grad[k], st.prev, h, h, dg, 3*h, 3*h, n)
	addOuter(c.w.grad[k], x, c.in, c.in, dg, 3*h, 3*h, n)
	addColumns(c.b.grad[k], dg, n)
	if dx != nil {
		st.wt.Pack(c.w.w, 3*h, c.in, 1, 3*h)
		matrix.Mul(dx, c.in, dg, n, 3*h, 1, &st.wt)
	}
}

// addOuter adds Aᵀ·D to a gradient: a has n rows of stride lda of which m
// columns count, d has n rows of stride ldd of which w columns count.
func addOuter(grad []float32, a []float32, m, lda int, d []float32, w, ldd, n int) {
	var p matrix.Packed
	p.Pack(d, n, w, ldd, 1)
	matrix.Mul(grad, w, a, m, 1, lda, &p)
}

// addColumns adds the sums of the columns of d (n rows) to a gradient.
func addColumns(grad []float32, d []float32, n int) {
	w := len(grad)
	for i := range n {
		for j, v := range d[i*w : (i+1)*w] {
			grad[j] += v
		}
	}
}

// dropout fills a mask: 0 with probability 1-keep, else 1/keep.
func dropout(mask []float32, keep float32, r *rand.Rand) []float32 {
	limit := uint32(float64(keep) * (1 << 32))
	if keep >= 1 {
		limit = ^uint32(0)
	}
	for i := range mask {
		if r.Uint32() <= limit {
			mask[i] = 1 / keep
		} else {
			mask[i] = 0
		}
	}
	return mask
}
