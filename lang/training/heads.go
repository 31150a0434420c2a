package training

import (
	"math"

	"dateline/lang/internal/matrix"
)

// outputs are the buffers of the heads and, after a run without learning, the
// scores that decisions are made from.
type outputs struct {
	tags, ents   []float32   // per token: padded scores
	query, dq    []float32   // arc dependents through the bilinear map
	heads        []float32   // of one sentence: the root, then its tokens
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
