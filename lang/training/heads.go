package training

import (
	"math"

	"dateline/lang/internal/encoder"
	"dateline/lang/internal/matrix"
)

// outputs are the buffers of the heads and, after a run without learning, the
// scores that decisions are made from.
type outputs struct {
	tags, ents   []float32   // per token: padded scores
	query, dq    []float32   // arc dependents through the bilinear map
	arcs         [][]float32 // per sentence: length × (length+1), column 0 the root
	dtags, dents []float32
	hidden, dhid []float32 // relation head
	hmask        []float32
	rels, drels  []float32
}

// weight of a task in the loss.
const (
	weightArc, weightRel = 1, 1
	weightTag, weightEnt = 0.6, 1
)

// softmax turns scores of the first len(labels) columns into the gradient of
// the cross-entropy times scale; gold < 0 has none.
func softmax(scores, grad []float32, labels int, gold int, scale float32) float64 {
	if gold < 0 {
		return 0
	}
	top := scores[0]
	for _, v := range scores[1:labels] {
		top = max(top, v)
	}
	var sum float64
	for j, v := range scores[:labels] {
		e := math.Exp(float64(v - top))
		sum += e
		grad[j] = float32(e)
	}
	inv := float32(1/sum) * scale
	for j := range labels {
		grad[j] *= inv
	}
	grad[gold] -= scale
	return math.Log(sum) - float64(scores[gold]-top)
}

// heads scores everything; when learning it adds to the heads' gradients and
// fills dz.
func (w *worker) heads(dz []float32, scale float32, train bool) loss {
	l := loss{tokens: w.lay.tokens}
	l.tags = w.tagHead(dz, scale, train)
	l.ents = w.entHead(dz, scale, train)
	l.arc = w.arcHead(dz, scale, train)
	if train {
		l.rel = w.relHead(dz, scale, w.goldHead, true)
	}
	return l
}

// linear computes a slice of the joint projection times a matrix plus a bias.
func (w *worker) linear(out *[]float32, at, width int, m, bias *param) []float32 {
	t, zw := w.lay.tokens, w.n.conf.Heads()
	y := grow(out, t*m.cols)
	for i := range t {
		copy(y[i*m.cols:], bias.w)
	}
	var p matrix.Packed
	p.Pack(m.w, width, m.cols, m.cols, 1)
	matrix.Mul(y, m.cols, w.z[at:], t, zw, 1, &p)
	return y
}

// linearBackward is its gradient.
func (w *worker) linearBackward(dz, dy []float32, at, width int, m, bias *param) {
	t, zw := w.lay.tokens, w.n.conf.Heads()
	addOuter(m.grad[w.k], w.z[at:], width, zw, dy, m.cols, m.cols, t)
	addColumns(bias.grad[w.k], dy, t)
	var p matrix.Packed
	p.Pack(m.w, m.cols, width, 1, m.cols)
	matrix.Mul(dz[at:], zw, dy, t, m.cols, 1, &p)
}

func (w *worker) tagHead(dz []float32, scale float32, train bool) (sum float64) {
	n := w.n
	c := &n.conf
	_, _, at, _, _, _ := n.offsets()
	y := w.linear(&w.out.tags, at, c.Tag, n.tags, n.tagsBias)
	if !train {
		return 0
	}
	d := grow(&w.out.dtags, len(y))
	tw := tagWidths(c)
	counts := [3]int{len(c.UPOS), len(c.XPOS), len(c.Feats)}
	i := 0
	for _, s := range w.samp {
		for t := range s.feats {
			o := i * n.tags.cols
			for k, gold := range [3]int16{s.upos[t], s.xpos[t], s.morph[t]} {
				sum += softmax(y[o:], d[o:], counts[k], int(gold), scale*weightTag)
				o += tw[k]
			}
			i++
		}
	}
	w.linearBackward(dz, d, at, c.Tag, n.tags, n.tagsBias)
	return sum
}

func (w *worker) entHead(dz []float32, scale float32, train bool) (sum float64) {
	n := w.n
	c := &n.conf
	_, _, _, at, _, _ := n.offsets()
	y := w.linear(&w.out.ents, at, c.Ent, n.ents, n.entsBias)
	if !train {
		return 0
	}
	d := grow(&w.out.dents, len(y))
	i := 0
	for _, s := range w.samp {
		for t := range s.feats {
			o := i * n.ents.cols
			sum += softmax(y[o:], d[o:], len(c.Ents), int(s.ent[t]), scale*weightEnt)
			i++
		}
	}
	w.linearBackward(dz, d, at, c.Ent, n.ents, n.entsBias)
	return sum
}

// arcHead scores each token's possible heads: q·h + b·h, where q is the
// dependent's vector through a bilinear map and b a preference for heads.
func (w *worker) arcHead(dz []float32, scale float32, train bool) (sum float64) {
	n, a, zw := w.n, w.n.conf.Arc, w.n.conf.Heads()
	ad, ah, _, _, _, _ := n.offsets()
	tokens := w.lay.tokens
	q := grow(&w.out.query, tokens*a)
	for i := range tokens {
		copy(q[i*a:], n.arcBias.w)
	}
	var p matrix.Packed
	p.Pack(n.arc.w, a, a, a, 1)
	matrix.Mul(q, a, w.z[ad:], tokens, zw, 1, &p)
	dq := grow(&w.out.dq, tokens*a)
	w.out.arcs = w.out.arcs[:0]
	var hs, dhs []float32
	for s, sm := range w.samp {
		length, first := w.lay.length[s], w.lay.start[s]
		if train && sm.head[0] == noHead {
			continue
		}
		hs = append(hs[:0], n.rootArc.w...)
		for i := first; i < first+length; i++ {
			hs = append(hs, w.z[i*zw+ah:i*zw+ah+a]...)
		}
		cols := length + 1
		sc := make([]float32, length*cols)
		p.Pack(hs, a, cols, 1, a)
		matrix.Mul(sc, cols, q[first*a:], length, a, 1, &p)
		for i := range length {
			sc[i*cols+i+1] = -1e9 // no word heads itself
		}
		if !train {
			w.out.arcs = append(w.out.arcs, sc)
			continue
		}
		d := make([]float32, len(sc))
		for i := range length {
			sum += softmax(sc[i*cols:], d[i*cols:], cols, max(int(sm.head[i])+1, -1), scale*weightArc)
		}
		p.Pack(hs, cols, a, a, 1)
		matrix.Mul(dq[first*a:], a, d, length, cols, 1, &p)
		dhs = append(dhs[:0], make([]float32, len(hs))...)
		p.Pack(q[first*a:], length, a, a, 1)
		matrix.Mul(dhs, a, d, cols, 1, cols, &p)
		matrix.Axpy(1, dhs[:a], n.rootArc.grad[w.k])
		for i := range length {
			matrix.Axpy(1, dhs[(i+1)*a:(i+2)*a], dz[(first+i)*zw+ah:][:a])
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

func (w *worker) goldHead(s, t int) int { return int(w.samp[s].head[t]) }

// relHead scores the relations of given arcs: the dependent's and the head's
// vectors and one for their distance are added, then ReLU, then linear.
func (w *worker) relHead(dz []float32, scale float32, head func(s, t int) int, train bool) (sum float64) {
	n, zw := w.n, w.n.conf.Heads()
	_, _, _, _, rd, rh := n.offsets()
	r, tokens := n.conf.RelHidden, w.lay.tokens
	hid := grow(&w.out.hidden, tokens*r)
	if train {
		dropout(grow(&w.out.hmask, tokens*r), 1-n.drop.head, w.rand)
	}
	each := func(f func(i, s, t, h int)) {
		for s := range w.samp {
			for t := range w.lay.length[s] {
				if h := head(s, t); h >= -1 {
					f(w.lay.start[s]+t, s, t, h)
				}
			}
		}
	}
	each(func(i, s, t, h int) {
		row := hid[i*r : (i+1)*r]
		copy(row, w.z[i*zw+rd:])
		hv := n.rootRel.w
		if h >= 0 {
			hv = w.z[(w.lay.start[s]+h)*zw+rh:][:r]
		}
		matrix.Axpy(1, hv, row)
		matrix.Axpy(1, n.distance.row(int32(encoder.Distance(t, h))), row)
		for j, v := range row {
			if v <= 0 {
				row[j] = 0
			} else if train {
				row[j] = v * w.out.hmask[i*r+j]
			}
		}
	})
	y := grow(&w.out.rels, tokens*n.rel.cols)
	for i := range tokens {
		copy(y[i*n.rel.cols:], n.relBias.w)
	}
	var p matrix.Packed
	p.Pack(n.rel.w, r, n.rel.cols, n.rel.cols, 1)
	matrix.Mul(y, n.rel.cols, hid, tokens, r, 1, &p)
	if !train {
		return 0
	}
	dy := grow(&w.out.drels, len(y))
	each(func(i, s, t, h int) {
		o := i * n.rel.cols
		sum += softmax(y[o:], dy[o:], len(n.conf.Rels), int(w.samp[s].rel[t]), scale*weightRel)
	})
	addOuter(n.rel.grad[w.k], hid, r, r, dy, n.rel.cols, n.rel.cols, tokens)
	addColumns(n.relBias.grad[w.k], dy, tokens)
	dh := grow(&w.out.dhid, tokens*r)
	p.Pack(n.rel.w, n.rel.cols, r, 1, n.rel.cols)
	matrix.Mul(dh, r, dy, tokens, n.rel.cols, 1, &p)
	each(func(i, s, t, h int) {
		g := dh[i*r : (i+1)*r]
		for j := range g {
			if hid[i*r+j] <= 0 {
				g[j] = 0
			} else {
				g[j] *= w.out.hmask[i*r+j]
			}
		}
		matrix.Axpy(1, g, dz[i*zw+rd:][:r])
		if h >= 0 {
			matrix.Axpy(1, g, dz[(w.lay.start[s]+h)*zw+rh:][:r])
		} else {
			matrix.Axpy(1, g, n.rootRel.grad[w.k])
		}
		matrix.Axpy(1, g, n.distance.gradRow(w.k, int32(encoder.Distance(t, h))))
	})
	return sum
}
