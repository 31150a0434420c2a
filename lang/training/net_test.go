package training

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/lang/internal/encoder"
)

// tiny is a network small enough to differentiate numerically.
func tiny(r *rand.Rand) *net {
	c := encoder.Config{
		Word: 16, Suffix: 16, Prefix: 16, Gram: 16, Shape: 16, Flag: 16,
		SuffixRows: 32, PrefixRows: 32, GramRows: 64, ShapeRows: 8,
		Hidden: 16, Arc: 16, Tag: 16, Ent: 16, RelHidden: 16,
		UPOS: []string{"NOUN", "VERB", "DET"}, XPOS: []string{"NN", "VB"}, Feats: []string{"", "A=B"},
		Rels: []string{"root", "nsubj", "obj"}, Ents: []string{"O", "B-PER", "I-PER"},
	}
	vectors := make([]float32, 20*c.Word)
	for i := range vectors {
		vectors[i] = r.Float32() - 0.5
	}
	n := newNet(c, vectors, 7)
	n.drop = rates{}
	for _, p := range n.all { // away from zero, so that every gradient shows
		for i := range p.w {
			p.w[i] += (r.Float32() - 0.5) * 0.6
		}
	}
	return n
}

func randomSample(r *rand.Rand, length int) *sample {
	s := &sample{}
	for t := range length {
		s.feats = append(s.feats, encoder.Features{
			Word: int32(r.IntN(20)), Suffix: [4]int32{1, 2, int32(r.IntN(32)), 3}, Prefix: [3]int32{4, int32(r.IntN(32)), 5},
			Shape: int32(r.IntN(8)), Grams: []int32{int32(r.IntN(64)), 9}, Flags: uint32(r.IntN(1 << 20)),
		})
		s.upos = append(s.upos, int16(r.IntN(3)))
		s.xpos = append(s.xpos, int16(r.IntN(2)))
		s.morph = append(s.morph, int16(r.IntN(3)-1))
		s.ent = append(s.ent, int16(r.IntN(4)-1))
		s.rel = append(s.rel, int16(r.IntN(3)))
		h := r.IntN(length+1) - 1
		if h == t {
			h = -1
		}
		s.head = append(s.head, int16(h))
	}
	return s
}

func TestGradients(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	n := tiny(r)
	batch := []*sample{randomSample(r, 3), randomSample(r, 7), randomSample(r, 5), randomSample(r, 1)}
	batch[2].head[0] = noHead
	for i := range batch[2].head {
		batch[2].head[i] = noHead
	}
	w := &worker{n: n, rand: rand.New(rand.NewPCG(1, 1))}
	total := func() float64 {
		w.arrange(batch)
		w.encode(true)
		dz := make([]float32, len(w.z))
		l := w.heads(dz, 1, true)
		return weightArc*l.arc + weightRel*l.rel + weightTag*l.tags + weightEnt*l.ents
	}
	w.learn(batch, 1)
	grads := make([][]float32, len(n.all))
	for i, p := range n.all {
		grads[i] = append([]float32(nil), p.grad[0]...)
	}
	for i, p := range n.all {
		g := grads[i]
		var norm float64
		for _, v := range g {
			norm += float64(v) * float64(v)
		}
		if norm == 0 {
			t.Errorf("%s has no gradient", p.name)
			continue
		}
		old := append([]float32(nil), p.w...)
		for trial := range 3 {
			// along the gradient, then along random changes of its signs
			dir := make([]float64, len(g))
			var want float64
			for j, v := range g {
				dir[j] = float64(v) / math.Sqrt(norm)
				if trial > 0 && r.IntN(2) == 0 {
					dir[j] = 0
				}
				want += dir[j] * float64(v)
			}
			const eps = 4e-3
			at := func(sign float64) float64 {
				for j := range p.w {
					p.w[j] = old[j] + float32(sign*eps*dir[j])
				}
				return total()
			}
			got := (at(1) - at(-1)) / (2 * eps)
			copy(p.w, old)
			if math.Abs(got-want) > 0.02*math.Abs(want)+5e-3 {
				t.Errorf("%s: slope %.5f, gradient says %.5f", p.name, got, want)
			}
		}
	}
}
