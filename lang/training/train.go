package training

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"time"

	"dateline/lang/internal/encoder"
)

// Options of a training run.
type Options struct {
	Shared string // the folder with data/
	Out    string // the model file to write
	Seed   uint64
	Epochs int // that the learning rate falls over
	Stop   int // epochs after which to stop already, 0 for all
	Log    io.Writer

	Vectors string // file that keeps the pre-trained vectors between runs, or ""
	Every   int    // epochs between checkpoints of Out; measured on the development sets
	Hidden  int    // width of the recurrent layers, 0 for the usual
	Silver  int    // sentences of news in each epoch
	Teacher string // model of an earlier run that annotates the news, or ""
}

// Sizes of the shipped network. Wider ones are slower to read with.
func config() encoder.Config {
	return encoder.Config{
		Word: 128, Suffix: 48, Prefix: 32, Gram: 48, Shape: 16, Flag: 16,
		SuffixRows: 1 << 14, PrefixRows: 1 << 13, GramRows: 1 << 15, ShapeRows: 1 << 9,
		Hidden: 192, Arc: 160, Tag: 128, Ent: 96, RelHidden: 128,
		Ents: entityLabels,
	}
}

// batchTokens is how many tokens a step learns from.
const batchTokens = 1200

// wireSentences is how many hand-made sentences an epoch has.
const wireSentences = 300

// Run trains and writes the model.
func Run(o Options) error {
	logf := func(format string, a ...any) {
		fmt.Fprintf(o.Log, "%s "+format+"\n", append([]any{time.Now().Format("15:04:05")}, a...)...)
	}
	d, err := prepare(o, logf)
	if err != nil {
		return err
	}
	t := &trainer{o: o, d: d, n: newNet(d.conf, d.vectors, o.Seed), logf: logf}
	size := 0
	for _, p := range t.n.all {
		if !p.sparse {
			size += len(p.w)
		}
	}
	logf("%d dense weights, %d sentences, %d silver", size, len(d.train), len(d.silver))
	return t.run()
}

// trainer is one run.
type trainer struct {
	o     Options
	d     *dataset
	n     *net
	opt   adam
	logf  func(string, ...any)
	steps int // of the whole run
}

func (t *trainer) run() error {
	t.steps = t.o.Epochs * len(t.batches(rand.New(rand.NewPCG(t.o.Seed, 5))))
	t.opt = adam{beta1: 0.9, beta2: 0.98, eps: 1e-8}
	var ws [workers]*worker
	for k := range ws {
		ws[k] = &worker{n: t.n, k: k, rand: rand.New(rand.NewPCG(t.o.Seed, 100+uint64(k)))}
	}
	for _, p := range t.n.all {
		copy(p.avg, p.w)
	}
	r := rand.New(rand.NewPCG(t.o.Seed, 3))
	end := t.o.Epochs
	if t.o.Stop > 0 {
		end = min(end, t.o.Stop)
	}
	for e := 1; e <= end; e++ {
		began := time.Now()
		var sum loss
		for _, b := range t.batches(r) {
			sum.add(t.step(ws, b))
		}
		n := float64(sum.tokens)
		t.logf("epoch %d/%d: arc %.3f rel %.3f tags %.3f names %.4f, %.0f s, rate %.5f", e, t.o.Epochs,
			sum.arc/n, sum.rel/n, sum.tags/n, sum.ents/n, time.Since(began).Seconds(), t.opt.rate)
		if e%t.o.Every == 0 || e == end {
			if err := t.checkpoint(ws); err != nil {
				return err
			}
		}
	}
	return nil
}

// step learns from one minibatch, cut in two by alternating sentences.
func (t *trainer) step(ws [workers]*worker, batch []*sample) loss {
	var half [workers][]*sample
	tokens := 0
	for i, s := range batch {
		half[i%workers] = append(half[i%workers], s)
		tokens += len(s.feats)
	}
	t.opt.step++
	const warm, peak, floor = 200, 2.5e-3, 2e-5
	done := math.Min(1, float64(t.opt.step)/float64(t.steps))
	t.opt.rate = floor + (peak-floor)*0.5*(1+math.Cos(math.Pi*done))
	if t.opt.step < warm {
		t.opt.rate *= float64(t.opt.step) / warm
	}
	var ls [workers]loss
	each(func(k int) { ls[k] = ws[k].learn(half[k], 1/float32(tokens)) })
	norms := make([]float64, len(t.n.all))
	each(func(k int) {
		for i, p := range t.n.all {
			if i%workers == k {
				norms[i] = p.gather()
			}
		}
	})
	var norm float64
	for _, v := range norms {
		norm += v
	}
	scale := float32(1)
	const clip = 2.0
	if norm > clip*clip {
		scale = float32(clip / math.Sqrt(norm))
	}
	each(func(k int) {
		for i, p := range t.n.all {
			if i%workers == k {
				p.update(&t.opt, scale)
			}
		}
	})
	const every = 10
	if t.opt.step%every == 0 {
		keep := float32(math.Min(0.99, float64(t.opt.step)/float64(t.opt.step+20*every)))
		each(func(k int) {
			for i, p := range t.n.all {
				if i%workers == k {
					p.average(keep)
				}
			}
		})
	}
	var sum loss
	for _, l := range ls {
		sum.add(l)
	}
	return sum
}

// each runs f for every worker and waits.
func each(f func(k int)) {
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() { f(k) })
	}
	wg.Wait()
}

// batches shuffles an epoch: pools of shuffled sentences are sorted by length
// and cut, so that a batch holds sentences of like length, and the batches are
// shuffled again. One sentence in sixteen gets other capitals.
func (t *trainer) batches(r *rand.Rand) [][]*sample {
	all := make([]*sample, 0, len(t.d.train)+t.o.Silver)
	for _, s := range t.d.train {
		if r.IntN(16) == 0 {
			s = t.d.lab.recased(s, r)
		} else if t.d.lines != nil && r.IntN(40) == 0 {
			s = t.d.lines.prefix(s, r)
		}
		all = append(all, s)
	}
	for i := range min(t.o.Silver, len(t.d.silver)) {
		pool := t.d.silver[:t.d.wire]
		if i%2 == 0 && t.d.wire < len(t.d.silver) || t.d.wire == 0 {
			pool = t.d.silver[t.d.wire:]
		}
		s := pool[r.IntN(len(pool))]
		if r.IntN(12) == 0 {
			s = t.d.lines.prefix(s, r)
		}
		all = append(all, s)
	}
	if t.d.wires != nil {
		for range wireSentences {
			s := t.d.wires.sample(r)
			if r.IntN(4) == 0 {
				s = t.d.lines.prefix(s, r)
			}
			all = append(all, s)
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out [][]*sample
	const pool = 2000
	for len(all) > 0 {
		p := all[:min(pool, len(all))]
		all = all[len(p):]
		slices.SortStableFunc(p, func(a, b *sample) int { return len(a.feats) - len(b.feats) })
		var b []*sample
		tokens := 0
		for _, s := range p {
			b = append(b, s)
			if tokens += len(s.feats); tokens >= batchTokens {
				out = append(out, b)
				b, tokens = nil, 0
			}
		}
		if len(b) > 0 {
			out = append(out, b)
		}
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// checkpoint measures the averaged weights and writes them.
func (t *trainer) checkpoint(ws [workers]*worker) error {
	for _, p := range t.n.all {
		p.w, p.avg = p.avg, p.w
	}
	defer func() {
		for _, p := range t.n.all {
			p.w, p.avg = p.avg, p.w
		}
	}()
	figs := make([]figures, len(t.d.dev))
	each(func(k int) {
		for i := range t.d.dev {
			if i%workers == k {
				figs[i] = ws[k].measure(t.d.dev[i].samples)
			}
		}
	})
	for i, d := range t.d.dev {
		t.logf("  %s: %v", d.name, figs[i])
	}
	b, err := t.n.export(t.d.lex)
	if err != nil {
		return err
	}
	part := t.o.Out + ".part"
	if err := os.WriteFile(part, b, 0o644); err != nil {
		return err
	}
	return os.Rename(part, t.o.Out)
}
