package training

import (
	"math/rand/v2"
	"sort"

	"dateline/lang/internal/matrix"
)

// worker runs its half of each minibatch. Its buffers are reused.
type worker struct {
	n    *net
	k    int // which half
	rand *rand.Rand
	lay  layout
	samp []*sample // in the order of the layout

	x, xmask []float32
	h        [layers][]float32
	hmask    [layers][]float32
	states   [layers][2]cellState
	z, zmask []float32
	dz       []float32
	dh       [layers][]float32
	dx, dg   []float32
	words    []int32   // rows of the word table after word dropout
	grams    [][]int32 // letter sequences after it
	out      outputs
}

// loss is summed over the tokens that have the label.
type loss struct {
	arc, rel, tags, ents float64
	tokens               int
}

func (l *loss) add(o loss) {
	l.arc, l.rel, l.tags, l.ents = l.arc+o.arc, l.rel+o.rel, l.tags+o.tags, l.ents+o.ents
	l.tokens += o.tokens
}

// arrange lays the sentences out, longest first.
func (w *worker) arrange(batch []*sample) {
	w.samp = append(w.samp[:0], batch...)
	sort.SliceStable(w.samp, func(i, j int) bool { return len(w.samp[i].feats) > len(w.samp[j].feats) })
	w.lay.start, w.lay.length, w.lay.tokens = w.lay.start[:0], w.lay.length[:0], 0
	for _, s := range w.samp {
		w.lay.start = append(w.lay.start, w.lay.tokens)
		w.lay.length = append(w.lay.length, len(s.feats))
		w.lay.tokens += len(s.feats)
	}
}

// encode runs the layers up to the joint projection.
func (w *worker) encode(train bool) {
	n, tokens := w.n, w.lay.tokens
	hid := n.conf.Hidden
	w.embed(train)
	in := w.x
	for l := range layers {
		out := grow(&w.h[l], tokens*2*hid)
		keep := float32(1)
		if train {
			keep = 1 - n.drop.recurrent
		}
		for d, c := range n.cells[l] {
			c.forward(&w.states[l][d], &w.lay, in, out[d*hid:], 2*hid, keep, w.rand)
		}
		w.hmask[l] = w.hmask[l][:0]
		if train {
			// one mask a sentence: what is dropped is dropped throughout
			m := dropout(grow(&w.hmask[l], len(w.samp)*2*hid), 1-n.drop.layer, w.rand)
			w.maskSentences(out, m)
		}
		in = out
	}
	w.project(train)
}

func (w *worker) maskSentences(x, mask []float32) {
	width := 2 * w.n.conf.Hidden
	for s := range w.samp {
		m := mask[s*width : (s+1)*width]
		for i := w.lay.start[s]; i < w.lay.start[s]+w.lay.length[s]; i++ {
			row := x[i*width : (i+1)*width]
			for j, v := range m {
				row[j] *= v
			}
		}
	}
}

// project computes the heads' hidden layers: ReLU but for the relation parts,
// which are added up first.
func (w *worker) project(train bool) {
	n, tokens := w.n, w.lay.tokens
	width, in := n.conf.Heads(), 2*n.conf.Hidden
	z := grow(&w.z, tokens*width)
	for i := range tokens {
		copy(z[i*width:], n.headsBias.w)
	}
	_, _, tag, _, rd, _ := n.offsets()
	var p matrix.Packed
	p.Pack(n.heads.w, in, width, width, 1)
	matrix.Mul(z, width, w.h[1], tokens, in, 1, &p)
	p.Pack(n.tagsLow.w, in, n.conf.Tag, n.conf.Tag, 1)
	matrix.Mul(z[tag:], width, w.h[0], tokens, in, 1, &p)
	if train {
		dropout(grow(&w.zmask, tokens*width), 1-n.drop.head, w.rand)
	}
	for i := range tokens {
		row := z[i*width : i*width+rd]
		for j, v := range row {
			if v <= 0 {
				row[j] = 0
			} else if train {
				row[j] = v * w.zmask[i*width+j]
			}
		}
	}
}

// learn runs one half of a minibatch forward and backward. scale is one over
// the number of tokens of the whole minibatch.
func (w *worker) learn(batch []*sample, scale float32) loss {
	if len(batch) == 0 {
		return loss{}
	}
	w.arrange(batch)
	w.encode(true)
	dz := grow(&w.dz, len(w.z))
	l := w.heads(dz, scale, true)
	w.backward(dz)
	return l
}

// backward goes from the gradient of the joint projection to the tables.
func (w *worker) backward(dz []float32) {
	n, tokens := w.n, w.lay.tokens
	width, hid, in := n.conf.Heads(), n.conf.Hidden, 2*n.conf.Hidden
	_, _, tag, _, rd, _ := n.offsets()
	for i := range tokens {
		for j := i * width; j < i*width+rd; j++ {
			if w.z[j] <= 0 {
				dz[j] = 0
			} else {
				dz[j] *= w.zmask[j]
			}
		}
	}
	addOuter(n.heads.grad[w.k], w.h[1], in, in, dz, width, width, tokens)
	addOuter(n.tagsLow.grad[w.k], w.h[0], in, in, dz[tag:], n.conf.Tag, width, tokens)
	addColumns(n.headsBias.grad[w.k], dz, tokens)
	var p matrix.Packed
	top := grow(&w.dh[1], tokens*in)
	p.Pack(n.heads.w, width, in, 1, width)
	matrix.Mul(top, in, dz, tokens, width, 1, &p)
	low := grow(&w.dh[0], tokens*in)
	p.Pack(n.tagsLow.w, n.conf.Tag, in, 1, n.conf.Tag)
	matrix.Mul(low, in, dz[tag:], tokens, width, 1, &p)
	for l := layers - 1; l >= 0; l-- {
		w.maskSentences(w.dh[l], w.hmask[l])
		x, dx := w.x, []float32(nil)
		if l > 0 {
			x, dx = w.h[l-1], w.dh[l-1]
		} else {
			dx = grow(&w.dx, tokens*n.conf.Input())
		}
		for d, c := range n.cells[l] {
			dg := grow(&w.dg, tokens*3*hid)
			c.backward(&w.states[l][d], &w.lay, w.k, x, w.dh[l][d*hid:], in, dx, dg)
		}
	}
	w.embedBackward()
}
