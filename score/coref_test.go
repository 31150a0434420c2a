package score

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

func TestCorefMeasures(t *testing.T) {
	a, b, c, d, e := CorefSpan{0, 1}, CorefSpan{2, 3}, CorefSpan{4, 5}, CorefSpan{6, 7}, CorefSpan{8, 9}
	gold := [][]CorefSpan{{a, b, c}, {d, e}}
	var same corefCounts
	same.add(gold, gold)
	if s := same.score(); s.CoNLL != 100 || s.MentionF1 != 100 {
		t.Errorf("chains against themselves: %+v", s)
	}
	var cut corefCounts
	cut.add(gold, [][]CorefSpan{{a, b}, {d, e}})
	s := cut.score()
	if s.MUC != 80 { // recall 2 of 3 links, precision 2 of 2
		t.Errorf("MUC %.2f, want 80", s.MUC)
	}
	if s.BCubed < 80 || s.BCubed > 81 { // recall (4/3+2)/5, precision 1
		t.Errorf("B³ %.2f, want 80.0", s.BCubed)
	}
}

func TestEntityMarks(t *testing.T) {
	for in, want := range map[string]string{"(1(2": "(1 (2", "(4)": "(4)", "1)(3(2)": "1) (3 (2)", "2)1)": "2) 1)", "": ""} {
		if got := strings.Join(entityMarks(in), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// held reports whether a document is of the fifth that nobody looks at.
func held(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()%5 == 0
}

func readChains(text string, paras []dateline.Paragraph) (*lang.Doc, [][]CorefSpan) {
	d := lang.Parse(text, paras)
	a := &dateline.Article{Text: text, Paragraphs: paras, Date: dateline.NoDay}
	var out [][]CorefSpan
	for _, c := range who.Read(d, a, nil, facts.Default()).Chains() {
		var k []CorefSpan
		for _, s := range c {
			k = append(k, CorefSpan{d.Tokens[s.First].Start, d.Tokens[s.Last-1].End})
		}
		out = append(out, k)
	}
	return d, out
}

func TestCorefNews(t *testing.T) {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	dir = filepath.Join(dir, "data/coref")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("needs ../shared/data/coref")
	}
	for name, keep := range map[string]func(string) bool{"seen": func(n string) bool { return !held(n) }, "held out": held} {
		s, err := Coref(dir, "GUM_news_*.conllu", keep, readChains)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-8s %2d docs  CoNLL %.1f  MUC %.1f  B3 %.1f  CEAF %.1f  mentions %.1f", name, s.Docs, s.CoNLL, s.MUC, s.BCubed, s.CEAF, s.MentionF1)
		if s.CoNLL < corefFloor {
			t.Errorf("%s: CoNLL F1 %.1f is below %.1f", name, s.CoNLL, corefFloor)
		}
	}
}

// corefFloor is what the room must not fall below.
const corefFloor = 53.0
