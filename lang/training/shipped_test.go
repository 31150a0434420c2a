package training

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/lang/conllu"
	"dateline/lang/internal/encoder"
)

// TestShippedModel reads a part of the development sets with the embedded model
// and holds it to figures a little below what it reached when it was made.
func TestShippedModel(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	m, err := encoder.Default()
	if err != nil {
		t.Skip(err)
	}
	for _, c := range []struct {
		file      string
		upos, las float64
	}{{"EWT/en_ewt-ud-dev.conllu", 95, 85}, {"GUM/en_gum-ud-dev.conllu", 96.5, 85}} {
		trees, err := conllu.Open(filepath.Join(shared, "data", "ud", c.file))
		if err != nil {
			t.Skipf("needs ../shared: %v", err)
		}
		trees = trees[:400]
		var sents [][]string
		for i := range trees {
			sents = append(sents, forms(&trees[i]))
		}
		var f figures
		for i, a := range m.Annotate(sents) {
			f.tree(&trees[i], &a)
		}
		t.Logf("%s: %v", c.file, f)
		if percent(f.upos, f.tokens) < c.upos || percent(f.las, f.tokens) < c.las {
			t.Errorf("%s: %v; want UPOS %.1f, LAS %.1f", c.file, f, c.upos, c.las)
		}
	}
}
