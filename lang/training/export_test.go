package training

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/lang/internal/encoder"
)

// TestExportReadsAlike compares the integer network of package encoder with
// the floats that it was made from.
func TestExportReadsAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	n := tiny(r)
	words := []string{"", "the", "envoy", "met", "a", "dog", "in", "oslo"}
	lex := encoder.NewLexicon(words, make([]uint8, len(words)), encoder.NewGazetteer(map[string]encoder.Class{"oslo": encoder.City}))
	n.vectors = n.vectors[:len(words)*n.conf.Word]
	n.word.w = n.word.w[:len(words)*n.conf.Word]
	b, err := n.export(lex)
	if err != nil {
		t.Fatal(err)
	}
	m, err := encoder.Load(b)
	if err != nil {
		t.Fatal(err)
	}
	lab := newLabeller(&n.conf, lex)
	var sents [][]string
	var samples []*sample
	for i := range 40 {
		var s []string
		for range 1 + i%9 {
			s = append(s, words[1+r.IntN(len(words)-1)])
		}
		s[0] = "Oslo"
		sents = append(sents, s)
		samples = append(samples, lab.named(s, make([]string, len(s))))
	}
	w := &worker{n: n, rand: r}
	ann := m.Annotate(sents)
	same, all := 0, 0
	for i := range samples {
		w.arrange(samples[i : i+1])
		w.encode(false)
		w.heads(nil, 0, false)
		tree := encoder.Tree(w.out.arcs[0], len(sents[i]))
		for j := range sents[i] {
			all++
			u := n.conf.UPOS[best(w.out.tags[j*n.tags.cols:], len(n.conf.UPOS))]
			same += count(tree[j] == ann[i].Head[j] && u == ann[i].UPOS[j])
		}
	}
	if same*100 < all*97 {
		t.Errorf("only %d of %d tokens are read alike", same, all)
	}
	if a, b := fmt.Sprint(m.Annotate(sents[3:4])[0]), fmt.Sprint(ann[3]); a != b {
		t.Errorf("a sentence alone is read otherwise than among others:\n%s\n%s", a, b)
	}
}
