package training

import (
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"dateline/lang/internal/encoder"
)

// teacher is an earlier model that annotates raw text. What it is not sure of
// is left open, so that its pupil, which learns under dropout and with more
// words around, can come to know better.
type teacher struct {
	n   *net
	lab *labeller
	w   *worker
}

func readTeacher(path string) (*teacher, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, lex, w, err := encoder.Decode(b)
	if err != nil {
		return nil, err
	}
	n := newNet(c, w["word"], 1)
	for _, p := range n.all {
		if p != n.word { // its rows are in the vectors
			copy(p.w, w[p.name])
		}
	}
	return &teacher{n, newLabeller(&n.conf, lex), &worker{n: n, rand: rand.New(rand.NewPCG(1, 1))}}, nil
}

// Sureness from which a teacher's word is taken.
const (
	sureTree = 0.85 // probability of the head and of the relation
	sureTag  = 0.9
	sureName = 0.85
)

// probability is that of the best of n scores, and which it is.
func probability(scores []float32, n int) (int, float64) {
	b := best(scores, n)
	var sum float64
	for _, v := range scores[:n] {
		sum += math.Exp(float64(v - scores[b]))
	}
	return b, 1 / sum
}

// annotate fills in the samples (made with the pupil's labeller; label sets are
// alike because the treebanks are). Names that rules were sure of stay.
func (t *teacher) annotate(pupil []*sample) {
	for at := 0; at < len(pupil); {
		end, tokens := at, 0
		var own []*sample
		for end < len(pupil) && tokens < 1500 {
			tokens += len(pupil[end].feats)
			own = append(own, t.lab.named(pupil[end].forms, nil))
			end++
		}
		back := map[*sample]*sample{}
		for i, s := range own {
			back[s] = pupil[at+i]
		}
		t.w.arrange(own)
		t.w.encode(false)
		t.w.heads(nil, 0, false)
		var trees [][]int
		for s := range t.w.samp {
			trees = append(trees, encoder.Tree(t.w.out.arcs[s], t.w.lay.length[s]))
		}
		t.w.relHead(nil, 0, func(s, i int) int { return trees[s][i] }, false)
		for s, sm := range t.w.samp {
			t.fill(s, trees[s], back[sm])
		}
		at = end
	}
}

func (t *teacher) fill(s int, tree []int, to *sample) {
	c, out := &t.n.conf, &t.w.out
	first, length := t.w.lay.start[s], t.w.lay.length[s]
	tw := tagWidths(c)
	tags := encoder.BestTags(out.ents[first*t.n.ents.cols:], length, t.n.ents.cols, encoder.Follows(c.Ents))
	for i := range length {
		o := (first + i) * t.n.tags.cols
		for k, l := range []*[]int16{&to.upos, &to.xpos, &to.morph} {
			n := [3]int{len(c.UPOS), len(c.XPOS), len(c.Feats)}[k]
			if b, p := probability(out.tags[o:], n); p > sureTag {
				(*l)[i] = int16(b)
			}
			o += tw[k]
		}
		to.head[i] = openHead
		row := out.arcs[s][i*(length+1):]
		if b, p := probability(row, length+1); b-1 == tree[i] && p > sureTree {
			to.head[i] = int16(tree[i])
			if r, q := probability(out.rels[(first+i)*t.n.rel.cols:], len(c.Rels)); q > sureTree {
				to.rel[i] = int16(r)
			}
		}
		if to.ent[i] < 0 {
			if b, p := probability(out.ents[(first+i)*t.n.ents.cols:], len(c.Ents)); b == tags[i] && p > sureName {
				to.ent[i] = int16(b)
			}
		}
	}
	lawful(to.ent, c.Ents)
}

// lawful opens tags again that begin inside a name: rules and teacher met.
func lawful(ent []int16, names []string) {
	last := "O"
	for i, e := range ent {
		if e < 0 {
			last = doubtful
			continue
		}
		kind, inside := strings.CutPrefix(names[e], "I-")
		if inside && last != doubtful && !strings.HasSuffix(last, "-"+kind) {
			ent[i] = unknown
			last = doubtful
			continue
		}
		last = names[e]
	}
}

// addSilver makes the silver samples: half of them from texts that report, as
// far as there are such.
func (d *dataset) addSilver(o Options, c *corpora, gaz map[string]encoder.Class, words *vocabulary, logf func(string, ...any)) error {
	sv := newSilverer(gaz, words)
	for i, f := range c.raw {
		if i == c.wire {
			d.wire = len(d.silver)
		}
		if tags := sv.tag(f); tags != nil {
			d.silver = append(d.silver, d.lab.named(f, tags))
		}
	}
	if o.Teacher == "" {
		return nil
	}
	t, err := readTeacher(o.Teacher)
	if err != nil {
		return err
	}
	// as many as the run will draw, to save time
	r := rand.New(rand.NewPCG(o.Seed, 4))
	speech, wire := d.silver[:d.wire], d.silver[d.wire:]
	r.Shuffle(len(speech), func(i, j int) { speech[i], speech[j] = speech[j], speech[i] })
	speech = speech[:min(len(speech), 16_000)]
	d.silver = append(append([]*sample(nil), speech...), wire...)
	d.wire = len(speech)
	each(func(k int) {
		tk := *t
		tk.w = &worker{n: t.n, k: k, rand: t.w.rand}
		half := len(d.silver) / workers
		end := (k + 1) * half
		if k == workers-1 {
			end = len(d.silver)
		}
		tk.annotate(d.silver[k*half : end])
	})
	logf("the teacher annotated %d sentences, %d of them reports", len(d.silver), len(d.silver)-d.wire)
	return nil
}
