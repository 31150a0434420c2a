package training

import (
	"dateline/lang/internal/encoder"
	"dateline/lang/internal/matrix"
)

// arcHead scores each token's possible heads: q·h + b·h, where q is the
// dependent's vector through a bilinear map and b a preference for heads.
func (w *worker) arcHead(dz []float32, scale float32, train bool) (sum float64) {
	n, a, zw := w.n, w.n.conf.Arc, w.n.conf.Heads()
	tokens := w.lay.tokens
	q := grow(&w.out.query, tokens*a)
	for i := range tokens {
		copy(q[i*a:], n.arcBias.w)
	}
	ad, _, _, _, _, _ := n.offsets()
	var p matrix.Packed
	p.Pack(n.arc.w, a, a, a, 1)
	matrix.Mul(q, a, w.z[ad:], tokens, zw, 1, &p)
	dq := grow(&w.out.dq, tokens*a)
	w.out.arcs = w.out.arcs[:0]
	for s, sm := range w.samp {
		if train && sm.head[0] == noHead {
			continue
		}
		sc := w.arcScores(s)
		if train {
			sum += w.arcLearn(s, sc, dz, scale)
		} else {
			w.out.arcs = append(w.out.arcs, sc)
		}
	}
	if !train {
		return 0
	}
	addOuter(n.arc.grad[w.k], w.z[ad:], a, zw, dq, a, a, tokens)
	addColumns(n.arcBias.grad[w.k], dq, tokens)
	p.Pack(n.arc.w, a, a, 1, a)
	matrix.Mul(dz[ad:], zw, dq, tokens, a, 1, &p)
	return sum
}

// headVectors gathers the vectors of a sentence's possible heads, the root's
// first.
func (w *worker) headVectors(s int) []float32 {
	a, zw := w.n.conf.Arc, w.n.conf.Heads()
	_, ah, _, _, _, _ := w.n.offsets()
	hs := append(w.out.heads[:0], w.n.rootArc.w...)
	for i := w.lay.start[s]; i < w.lay.start[s]+w.lay.length[s]; i++ {
		hs = append(hs, w.z[i*zw+ah:i*zw+ah+a]...)
	}
	w.out.heads = hs
	return hs
}

// arcScores has a row a token: its score as the root, then of each token as
// its head.
func (w *worker) arcScores(s int) []float32 {
	a := w.n.conf.Arc
	length, first := w.lay.length[s], w.lay.start[s]
	cols := length + 1
	sc := make([]float32, length*cols)
	var p matrix.Packed
	p.Pack(w.headVectors(s), a, cols, 1, a)
	matrix.Mul(sc, cols, w.out.query[first*a:], length, a, 1, &p)
	for i := range length {
		sc[i*cols+i+1] = -1e9 // no word heads itself
	}
	return sc
}

// arcLearn goes from the scores of a sentence to the gradients of its queries
// and heads.
func (w *worker) arcLearn(s int, sc, dz []float32, scale float32) (sum float64) {
	n, a, zw := w.n, w.n.conf.Arc, w.n.conf.Heads()
	_, ah, _, _, _, _ := n.offsets()
	length, first := w.lay.length[s], w.lay.start[s]
	cols := length + 1
	d := make([]float32, len(sc))
	for i := range length {
		sum += softmax(sc[i*cols:], d[i*cols:], cols, max(int(w.samp[s].head[i])+1, -1), scale*weightArc)
	}
	hs := w.out.heads
	var p matrix.Packed
	p.Pack(hs, cols, a, a, 1)
	matrix.Mul(w.out.dq[first*a:], a, d, length, cols, 1, &p)
	dhs := make([]float32, len(hs))
	p.Pack(w.out.query[first*a:], length, a, a, 1)
	matrix.Mul(dhs, a, d, cols, 1, cols, &p)
	matrix.Axpy(1, dhs[:a], n.rootArc.grad[w.k])
	for i := range length {
		matrix.Axpy(1, dhs[(i+1)*a:(i+2)*a], dz[(first+i)*zw+ah:][:a])
	}
	return sum
}

func (w *worker) goldHead(s, t int) int { return int(w.samp[s].head[t]) }

// arc is a dependent token of the batch with its head.
type arc struct {
	token      int // in the layout
	head       int // in the layout, -1 for the root
	distance   int32
	sent, word int
}

// arcs lists the arcs whose heads are known.
func (w *worker) arcs(head func(s, t int) int) (out []arc) {
	for s := range w.samp {
		for t := range w.lay.length[s] {
			h := head(s, t)
			if h < -1 {
				continue
			}
			x := arc{token: w.lay.start[s] + t, head: -1, distance: int32(encoder.Distance(t, h)), sent: s, word: t}
			if h >= 0 {
				x.head = w.lay.start[s] + h
			}
			out = append(out, x)
		}
	}
	return out
}

// relHead scores the relations of given arcs: the dependent's and the head's
// vectors and one for their distance are added, then ReLU, then linear.
func (w *worker) relHead(dz []float32, scale float32, head func(s, t int) int, train bool) (sum float64) {
	n := w.n
	r, tokens := n.conf.RelHidden, w.lay.tokens
	arcs := w.arcs(head)
	w.relHidden(arcs, train)
	y := grow(&w.out.rels, tokens*n.rel.cols)
	for i := range tokens {
		copy(y[i*n.rel.cols:], n.relBias.w)
	}
	var p matrix.Packed
	p.Pack(n.rel.w, r, n.rel.cols, n.rel.cols, 1)
	matrix.Mul(y, n.rel.cols, w.out.hidden, tokens, r, 1, &p)
	if !train {
		return 0
	}
	dy := grow(&w.out.drels, len(y))
	for _, x := range arcs {
		o := x.token * n.rel.cols
		sum += softmax(y[o:], dy[o:], len(n.conf.Rels), int(w.samp[x.sent].rel[x.word]), scale*weightRel)
	}
	w.relBackward(arcs, dz, dy)
	return sum
}

func (w *worker) relHidden(arcs []arc, train bool) {
	n, zw := w.n, w.n.conf.Heads()
	_, _, _, _, rd, rh := n.offsets()
	r, tokens := n.conf.RelHidden, w.lay.tokens
	hid := grow(&w.out.hidden, tokens*r)
	if train {
		dropout(grow(&w.out.hmask, tokens*r), 1-n.drop.head, w.rand)
	}
	for _, x := range arcs {
		row := hid[x.token*r : (x.token+1)*r]
		copy(row, w.z[x.token*zw+rd:])
		hv := n.rootRel.w
		if x.head >= 0 {
			hv = w.z[x.head*zw+rh:][:r]
		}
		matrix.Axpy(1, hv, row)
		matrix.Axpy(1, n.distance.row(x.distance), row)
		for j, v := range row {
			if v <= 0 {
				row[j] = 0
			} else if train {
				row[j] = v * w.out.hmask[x.token*r+j]
			}
		}
	}
}

func (w *worker) relBackward(arcs []arc, dz, dy []float32) {
	n, zw := w.n, w.n.conf.Heads()
	_, _, _, _, rd, rh := n.offsets()
	r, tokens := n.conf.RelHidden, w.lay.tokens
	hid := w.out.hidden
	addOuter(n.rel.grad[w.k], hid, r, r, dy, n.rel.cols, n.rel.cols, tokens)
	addColumns(n.relBias.grad[w.k], dy, tokens)
	dh := grow(&w.out.dhid, tokens*r)
	var p matrix.Packed
	p.Pack(n.rel.w, n.rel.cols, r, 1, n.rel.cols)
	matrix.Mul(dh, r, dy, tokens, n.rel.cols, 1, &p)
	for _, x := range arcs {
		g := dh[x.token*r : (x.token+1)*r]
		for j := range g {
			if hid[x.token*r+j] <= 0 {
				g[j] = 0
			} else {
				g[j] *= w.out.hmask[x.token*r+j]
			}
		}
		matrix.Axpy(1, g, dz[x.token*zw+rd:][:r])
		if x.head >= 0 {
			matrix.Axpy(1, g, dz[x.head*zw+rh:][:r])
		} else {
			matrix.Axpy(1, g, n.rootRel.grad[w.k])
		}
		matrix.Axpy(1, g, n.distance.gradRow(w.k, x.distance))
	}
}
