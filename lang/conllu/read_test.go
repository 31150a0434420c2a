package conllu

import (
	"strings"
	"testing"
)

const sample = `# newdoc id = d1
# newpar
# sent_id = d1-1
# text = Ada didn't wait (gonna go).
1	Ada	Ada	PROPN	NNP	Number=Sing	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	wait	wait	VERB	VB	VerbForm=Inf	0	root	_	_
5	(	(	PUNCT	-LRB-	_	8	punct	_	SpaceAfter=No
6-7	gonna	_	_	_	_	_	_	_	_
6	gon	go	VERB	VBG	_	8	aux	_	_
7	na	to	PART	TO	_	8	mark	_	_
8	go	go	VERB	VB	_	4	parataxis	_	SpaceAfter=No
8.1	gone	_	_	_	_	_	_	_	_
9	)	)	PUNCT	-RRB-	_	8	punct	_	SpaceAfter=No
10	.	.	PUNCT	.	_	4	punct	_	_

1	Second	second	ADJ	JJ	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_
`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(sample), "s")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d sentences, want 2", len(got))
	}
	s := got[0]
	if !s.NewDoc || !s.NewPar || s.ID != "d1-1" || s.Line != 5 {
		t.Errorf("metadata: %+v", s)
	}
	var words []string
	for _, w := range s.Tokens {
		words = append(words, s.Text[w.Start:w.End])
	}
	if g, want := strings.Join(words, "|"), "Ada|did|n't|wait|(|gon|na|go|)|."; g != want {
		t.Errorf("words %s, want %s", g, want)
	}
	if s.Tokens[2].Surface != 1 || s.Tokens[1].SpaceAfter || !s.Tokens[2].SpaceAfter {
		t.Error("multiword token is not marked")
	}
	if s.Tokens[3].Head != -1 || s.Tokens[0].Head != 3 {
		t.Error("heads")
	}
	if got[1].Text != "Second!" || got[1].NewDoc {
		t.Errorf("second sentence: %+v", got[1])
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1\ta\tb\n", "f:1: 3 columns"},
		{"# x\n2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", `f:2: word number "2"`},
		{"1\ta\ta\tX\tX\t_\tx\troot\t_\t_\n", `f:1: bad head "x"`},
		{"1\ta\ta\tX\tX\t_\t7\troot\t_\t_\n", "f:1: head 7"},
		{"1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "f:2: range 1-2"},
		{"1-9\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n2-3\tbc\t_\t_\t_\t_\t_\t_\t_\t_\n", "f:3: range 2-3 lies within"},
	} {
		if _, err := Read(strings.NewReader(c.in), "f"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.in, err, c.want)
		}
	}
}

// A surface that its words do not make up still leaves every word some bytes.
func TestDivideOdd(t *testing.T) {
	words := []Token{{Form: "going"}, {Form: "to"}}
	divide(words, "gönna", 10)
	if words[0].Start != 10 || words[1].End != 16 || words[0].End != words[1].Start || words[1].Start == 16 {
		t.Errorf("%+v", words)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1-3\tabc\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\tr\t_\t_\n2\té\ta\tX\tX\t_\t1\tr\t_\t_\n3\tc\ta\tX\tX\t_\t1\tr\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		sents, err := Read(strings.NewReader(in), "fuzz")
		if err != nil {
			return
		}
		for _, s := range sents {
			last := 0
			for _, w := range s.Tokens {
				if w.Start < last || w.End < w.Start || w.End > len(s.Text) {
					t.Fatalf("offsets %d-%d after %d in %q", w.Start, w.End, last, s.Text)
				}
				last = w.End
			}
		}
	})
}
