package lemma

import (
	"bytes"
	"strings"
	"testing"

	"dateline/lang/conllu"
)

func TestEnglish(t *testing.T) {
	for _, c := range []struct{ form, upos, xpos, want string }{
		{"met", "VERB", "VBD", "meet"},
		{"condemned", "VERB", "VBD", "condemn"},
		{"timed", "VERB", "VBN", "time"},
		{"overthrew", "VERB", "VBD", "overthrow"},
		{"agreed", "VERB", "VBN", "agree"},
		{"visits", "VERB", "VBZ", "visit"},
		{"goes", "VERB", "VBZ", "go"},
		{"cities", "NOUN", "NNS", "city"},
		{"Children", "NOUN", "NNS", "child"},
		{"talks", "NOUN", "NNS", "talk"},
		{"n't", "PART", "RB", "not"},
		{"'ll", "AUX", "MD", "will"},
		{"an", "DET", "DT", "a"},
		{"Oslo", "PROPN", "NNP", "Oslo"},
		{"The", "DET", "DT", "the"},
		{"largest", "ADJ", "JJS", "large"},
	} {
		if got := English().Lemma(c.form, c.upos, c.xpos); got != c.want {
			t.Errorf("%s %s/%s: %s, want %s", c.form, c.upos, c.xpos, got, c.want)
		}
	}
}

func TestTrain(t *testing.T) {
	word := func(form, lemma, xpos string) conllu.Token {
		return conllu.Token{Form: form, Lemma: lemma, UPOS: "VERB", XPOS: xpos}
	}
	trees := []conllu.Sentence{{Tokens: []conllu.Token{
		word("hired", "hire", "VBD"), word("fired", "fire", "VBD"), word("sailed", "sail", "VBD"),
		word("failed", "fail", "VBD"), word("saw", "see", "VBD"), word("asked", "ask", "VBD"),
	}}}
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := Train(w, trees, map[string]int{"foresaw": 3, "foresee": 5, "baked": 4, "bake": 9}); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("two runs differ")
	}
	tab, err := Read(&a, "t")
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{"wired": "wire", "jailed": "jail", "saw": "see", "foresaw": "foresee", "baked": "bake"} {
		if got := tab.Lemma(form, "VERB", "VBD"); got != want {
			t.Errorf("%s: %s, want %s", form, got, want)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	_, err := Read(strings.NewReader("= VERB/VB\nx\t1\ty\nbad\n"), "f")
	if err == nil || !strings.HasPrefix(err.Error(), "f:3:") {
		t.Errorf("error %v", err)
	}
}

func BenchmarkLemma(b *testing.B) {
	words := [][3]string{
		{"The", "DET", "DT"}, {"ministers", "NOUN", "NNS"}, {"met", "VERB", "VBD"}, {"in", "ADP", "IN"}, {"Oslo", "PROPN", "NNP"},
		{"and", "CCONJ", "CC"}, {"condemned", "VERB", "VBD"}, {"unprecedented", "ADJ", "JJ"}, {"attacks", "NOUN", "NNS"}, {".", "PUNCT", "."},
	}
	t := English()
	n := 0
	for b.Loop() {
		for _, w := range words {
			t.Lemma(w[0], w[1], w[2])
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
