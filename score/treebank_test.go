package score

import (
	"strings"
	"testing"

	"dateline/lang"
	"dateline/lang/conllu"
)

const ferry = `# newpar
# text = Ada didn't sail. Per waited.
1	Ada	Ada	PROPN	NNP	Number=Sing	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Per waited.
1	Per	Per	PROPN	NNP	_	2	nsubj:outer	_	_
2	waited	wait	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`

// TestTreebank reads a treebank as a reader with one fault in each column does.
func TestTreebank(t *testing.T) {
	sents, err := conllu.Read(strings.NewReader(strings.Replace(ferry, "sail. Per waited.", "sail.", 1)), "ferry")
	if err != nil {
		t.Fatal(err)
	}
	var doc *lang.Doc
	r := treebank(sents, func(text string) *lang.Doc {
		doc = lang.Cut(text, nil)
		for i, w := range goldWords(sents) {
			tok := &doc.Tokens[i]
			tok.UPOS, tok.XPOS, tok.Feats, tok.Lemma, tok.Head, tok.Rel = w.token.UPOS, w.token.XPOS, w.token.Feats, w.token.Lemma, w.head, w.token.Rel
		}
		doc.Tokens[0].UPOS = "NOUN"
		doc.Tokens[1].Lemma = "did"
		doc.Tokens[2].Head = 0
		doc.Tokens[5].Rel = "nsubj" // a subtype does not count
		doc.Tokens[7].Rel = "dep"
		return doc
	})
	if doc.Text != "Ada didn't sail. Per waited." || len(doc.Tokens) != 8 {
		t.Fatalf("%q in %d words", doc.Text, len(doc.Tokens))
	}
	eighth := 100.0 / 8
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"tokens", r.Tokens, 100}, {"sentences", r.Sentences, 100}, {"UPOS", r.UPOS, 7 * eighth}, {"XPOS", r.XPOS, 100},
		{"lemma", r.Lemma, 7 * eighth}, {"UAS", r.UAS, 7 * eighth}, {"LAS", r.LAS, 6 * eighth},
	} {
		if c.got != c.want {
			t.Errorf("%s: %.2f, want %.2f", c.name, c.got, c.want)
		}
	}
}
