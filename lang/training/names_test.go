package training

import (
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/lang/conllu"
	"dateline/lang/internal/encoder"
)

func TestGUMNames(t *testing.T) {
	const text = `# sent_id = x-1
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-x
2	old	old	ADJ	JJ	_	3	amod	_	_
3	President	president	PROPN	NNP	_	7	nsubj	_	_
4	Ada	Ada	PROPN	NNP	_	3	flat	_	_
5	Lind	Lind	PROPN	NNP	_	3	flat	_	Entity=1)
6	quietly	quietly	ADV	RB	_	7	advmod	_	_
7	left	leave	VERB	VBD	_	0	root	_	_
8	the	the	DET	DT	_	9	det	_	Entity=(2-organization-new-x
9	University	university	PROPN	NNP	_	7	obj	_	_
10	of	of	ADP	IN	_	11	case	_	_
11	Vesla	Vesla	PROPN	NNP	_	9	nmod	_	Entity=(3-place-new-x)2)
12	in	in	ADP	IN	_	14	case	_	_
13	the	the	DET	DT	_	14	det	_	Entity=(4-place-new-x
14	north	north	NOUN	NN	_	7	obl	_	Entity=4)

`
	s, err := conllu.Read(strings.NewReader(text), "x")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(gumNames(&s[0]), " ")
	want := "O O O B-PER I-PER O O O B-ORG I-ORG I-ORG O O O"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSilverTags(t *testing.T) {
	gaz := map[string]encoder.Class{
		"norland": encoder.Country, "norlandish": encoder.Demonym, "paris": encoder.City | encoder.Given,
	}
	s := newSilverer(gaz, &vocabulary{index: map[string]int32{}, cases: []uint8{0}})
	for _, c := range []struct{ text, want string }{
		{"talks with President Ada Lind were held in Norland on Monday", "O O O B-PER I-PER O O O B-LOC ? O"},
		{"she joined the Ministry of Fisheries in Norland last year", "O O O B-ORG I-ORG I-ORG ? B-LOC O O"},
		{"the Norlandish side met Vesla again in the evening there", "O B-NORP O O ? O O O O O"},
	} {
		if got := strings.Join(s.tag(strings.Fields(c.text)), " "); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestRawSentences(t *testing.T) {
	got := rawSentences("Mr. Lind didn’t go to the U.S. coast-guard station. He (a doctor) left.\nNext")
	want := []string{
		"Mr. Lind did n't go to the U.S. coast - guard station .", "He ( a doctor ) left .", "Next",
	}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i, s := range got {
		if strings.Join(s, " ") != want[i] {
			t.Errorf("got  %s\nwant %s", strings.Join(s, " "), want[i])
		}
	}
}

func TestDatelineKeepsTheTree(t *testing.T) {
	c := &encoder.Config{
		Word: 16, Suffix: 16, Prefix: 16, Gram: 16, Shape: 16, Flag: 16,
		SuffixRows: 16, PrefixRows: 16, GramRows: 16, ShapeRows: 16,
		UPOS: []string{"PROPN", "PUNCT", "VERB"}, XPOS: []string{"NNP"}, Feats: []string{""}, Rels: []string{"dep", "punct", "root"}, Ents: entityLabels,
	}
	lex := encoder.NewLexicon([]string{""}, []uint8{0}, encoder.NewGazetteer(nil))
	lab := newLabeller(c, lex)
	d := newDatelines(lab, map[string]encoder.Class{"vesla": encoder.City})
	s := lab.named(strings.Fields("Ada left the port"), nil)
	copy(s.head, []int16{1, -1, 3, 1})
	r := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		p := d.prefix(s, r)
		k := len(p.forms) - 4
		if len(p.head) != len(p.forms) || len(p.feats) != len(p.forms) || len(p.ent) != len(p.forms) {
			t.Fatal("labels and words differ in number")
		}
		if p.head[k] != int16(k+1) || p.head[k+1] != -1 || p.head[0] != int16(k+1) {
			t.Fatalf("%v: heads %v", p.forms, p.head)
		}
	}
}
