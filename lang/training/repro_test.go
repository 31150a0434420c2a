package training

import (
	"io"
	"math"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"dateline/lang/internal/encoder"
)

// TestTrainingIsReproducible trains twice with one seed and compares all
// weights bit for bit.
func TestTrainingIsReproducible(t *testing.T) {
	once := func() *net {
		r := rand.New(rand.NewPCG(3, 1))
		n := tiny(r)
		n.drop = usual
		words := make([]string, 20)
		lex := encoder.NewLexicon(words, make([]uint8, 20), encoder.NewGazetteer(nil))
		d := &dataset{conf: n.conf, lex: lex, lab: newLabeller(&n.conf, lex)}
		for range 60 {
			s := randomSample(r, 1+r.IntN(12))
			for range s.feats {
				s.forms = append(s.forms, "x")
			}
			d.train = append(d.train, s)
		}
		tr := &trainer{
			o: Options{Seed: 5, Epochs: 3, Every: 3, Out: filepath.Join(t.TempDir(), "m"), Log: io.Discard},
			d: d, n: n, logf: func(string, ...any) { time.Sleep(time.Millisecond) },
		}
		if err := tr.run(); err != nil {
			t.Fatal(err)
		}
		return n
	}
	a, b := once(), once()
	for i, p := range a.all {
		for j, v := range p.w {
			if math.Float32bits(v) != math.Float32bits(b.all[i].w[j]) {
				t.Fatalf("%s[%d]: %v, then %v", p.name, j, v, b.all[i].w[j])
			}
		}
	}
}

func TestTrainingLearns(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	n := tiny(r)
	batch := []*sample{randomSample(r, 5), randomSample(r, 8)}
	w := &worker{n: n, rand: r}
	opt := adam{rate: 0.02, beta1: 0.9, beta2: 0.98, eps: 1e-8}
	var first, last float64
	for i := range 60 {
		l := w.learn(batch, 1.0/13)
		last = l.arc + l.rel + l.tags + l.ents
		if i == 0 {
			first = last
		}
		opt.step++
		for _, p := range n.all {
			p.gather()
			p.update(&opt, 1)
		}
	}
	if last > first/10 {
		t.Errorf("two sentences are not learnt by heart: loss %.2f, at first %.2f", last, first)
	}
}
