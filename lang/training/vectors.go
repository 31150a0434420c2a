package training

import (
	"math"
	"math/rand/v2"
	"sort"

	"dateline/lang/internal/encoder"
	"dateline/lang/internal/matrix"
)

// vocabulary is the words that get a row, with what raw text tells of them.
type vocabulary struct {
	words []string // words[0] stands for all unknown ones
	count []int
	cases []uint8
	index map[string]int32
}

// newVocabulary keeps words that stand at least twice in the treebanks or five
// times in raw text.
func newVocabulary(treebank, raw [][]string) *vocabulary {
	type tally struct{ tree, raw, inside, capital int }
	all := map[string]*tally{}
	get := func(f string) *tally {
		n := encoder.Norm(f)
		t := all[n]
		if t == nil {
			t = &tally{}
			all[n] = t
		}
		return t
	}
	for _, s := range treebank {
		for _, f := range s {
			get(f).tree++
		}
	}
	for _, s := range raw {
		for i, f := range s {
			t := get(f)
			t.raw++
			if i > 0 {
				t.inside++
				if f[0] >= 'A' && f[0] <= 'Z' || f[0] >= 0xC0 && encoder.Norm(f) != f {
					t.capital++
				}
			}
		}
	}
	v := &vocabulary{words: []string{""}, count: []int{0}, cases: []uint8{0}, index: map[string]int32{}}
	var keep []string
	for w, t := range all {
		if t.tree >= 2 || t.raw+t.tree >= 5 {
			keep = append(keep, w)
		}
	}
	sort.Slice(keep, func(i, j int) bool {
		a, b := all[keep[i]], all[keep[j]]
		if a.raw+a.tree != b.raw+b.tree {
			return a.raw+a.tree > b.raw+b.tree
		}
		return keep[i] < keep[j]
	})
	for _, w := range keep {
		t := all[w]
		c := uint8(0)
		if t.inside >= 5 {
			switch share := float64(t.capital) / float64(t.inside); {
			case share < 0.05:
				c = 1
			case share < 0.5:
				c = 2
			case share < 0.95:
				c = 3
			default:
				c = 4
			}
		}
		v.index[w] = int32(len(v.words))
		v.words = append(v.words, w)
		v.count = append(v.count, t.raw+t.tree)
		v.cases = append(v.cases, c)
	}
	return v
}

// skipGram learns vectors with negative sampling (Mikolov et al. 2013), with
// separate context tables for the left and the right side, which makes the
// vectors more syntactic (Ling et al. 2015).
type skipGram struct {
	dim, window, negative, epochs int
	rate                          float64
	sample                        float64 // words more frequent than this are thinned out
}

func (g skipGram) learn(v *vocabulary, texts [][]string, seed uint64, progress func(epoch int)) []float32 {
	r := rand.New(rand.NewPCG(seed, 2))
	n := len(v.words)
	in := make([]float32, n*g.dim)
	for i := range in {
		in[i] = (r.Float32() - 0.5) / float32(g.dim)
	}
	var out [2][]float32
	out[0], out[1] = make([]float32, n*g.dim), make([]float32, n*g.dim)
	ids, total := wordIDs(v, texts)
	noise := noiseTable(v)
	keep := make([]float32, n)
	for i, c := range v.count {
		f := float64(c) / float64(total)
		keep[i] = float32(math.Min(1, math.Sqrt(g.sample/max(f, 1e-12))))
	}
	grad := make([]float32, g.dim)
	steps, done := float64(g.epochs)*float64(total), 0.0
	var sent []int32
	for e := range g.epochs {
		for _, s := range ids {
			done += float64(len(s))
			rate := float32(g.rate * math.Max(0.01, 1-done/steps))
			sent = sent[:0]
			for _, w := range s {
				if w > 0 && r.Float32() < keep[w] {
					sent = append(sent, w)
				}
			}
			for i, w := range sent {
				b := 1 + r.IntN(g.window)
				for j := max(0, i-b); j <= i+b && j < len(sent); j++ {
					if j == i {
						continue
					}
					side := out[0]
					if j > i {
						side = out[1]
					}
					g.pair(in[int(w)*g.dim:][:g.dim], side, sent[j], noise, rate, grad, r)
				}
			}
		}
		progress(e)
	}
	return in
}

// pair moves one word's vector towards a context and away from random ones.
func (g skipGram) pair(vec, side []float32, context int32, noise []int32, rate float32, grad []float32, r *rand.Rand) {
	clear(grad)
	for k := 0; k <= g.negative; k++ {
		c, label := context, float32(1)
		if k > 0 {
			c, label = noise[r.IntN(len(noise))], 0
			if c == context {
				continue
			}
		}
		o := side[int(c)*g.dim:][:g.dim]
		p := [1]float32{matrix.Dot(vec, o)}
		matrix.Sigmoid(p[:])
		d := (label - p[0]) * rate
		matrix.Axpy(d, o, grad)
		matrix.Axpy(d, vec, o)
	}
	matrix.Axpy(1, grad, vec)
}

func wordIDs(v *vocabulary, texts [][]string) (ids [][]int32, total int) {
	for _, s := range texts {
		x := make([]int32, len(s))
		for i, f := range s {
			x[i] = v.index[encoder.Norm(f)]
		}
		ids = append(ids, x)
		total += len(x)
	}
	return ids, total
}

// noiseTable draws words by the 3/4th power of their frequency.
func noiseTable(v *vocabulary) []int32 {
	const size = 1 << 22
	var sum float64
	for _, c := range v.count {
		sum += math.Pow(float64(c), 0.75)
	}
	t := make([]int32, 0, size)
	acc := 0.0
	for i, c := range v.count {
		acc += math.Pow(float64(c), 0.75)
		for float64(len(t)) < acc/sum*size && len(t) < size {
			t = append(t, int32(i))
		}
	}
	return t
}

// rescale gives vectors the root mean square rms over all their elements, after
// every vector was brought to unit length times a mild power of its own length.
func rescale(vec []float32, dim int, rms float64) {
	var sum float64
	n := 0
	for i := 0; i < len(vec); i += dim {
		var s float64
		for _, x := range vec[i : i+dim] {
			s += float64(x) * float64(x)
		}
		if s == 0 {
			continue
		}
		f := float32(1 / math.Sqrt(s))
		for j := i; j < i+dim; j++ {
			vec[j] *= f
		}
		n++
	}
	sum = float64(n)
	if n == 0 {
		return
	}
	f := float32(rms / math.Sqrt(sum/float64(n*dim)))
	for i := range vec {
		vec[i] *= f
	}
}
