package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestQuotesCount(t *testing.T) {
	gold := []Attributed{
		{Source: [][2]int{{0, 4}}, Content: [][2]int{{10, 30}}, Name: "Lind", Direct: true},
		{Content: [][2]int{{40, 60}}},
	}
	found := []Attributed{
		{Source: [][2]int{{2, 4}}, Content: [][2]int{{12, 30}}, Name: "Lind", Direct: true},
		{Source: [][2]int{{32, 36}}, Content: [][2]int{{40, 60}}},
	}
	var s QuoteScores
	s.Add(gold, found)
	if s.All != (PRF{1, 2, 2}) || s.Direct != (PRF{1, 1, 1}) || s.Content != (PRF{1, 2, 2}) || s.Source.Hits != 0 {
		t.Errorf("got %+v", s)
	}
}

// TestQuotesCorpus holds what said reaches on the half that was only measured.
func TestQuotesCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(root, "data/quotes")); err != nil {
		t.Skip("needs ../shared/data/quotes")
	}
	rows, err := Quotes(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, c := range []struct {
			name string
			PRF
			least float64
		}{{"direct", r.Direct, .86}, {"all, partial", r.All, .70}, {"source, exact", r.Source, .66}, {"content, exact", r.Content, .54}} {
			t.Logf("%s, %-15s P %.3f R %.3f F1 %.3f", r.Set, c.name, c.P(), c.R(), c.F1())
			if c.F1() < c.least && strings.HasSuffix(r.Set, "apart") {
				t.Errorf("%s: F1 %.3f, was at least %.2f", c.name, c.F1(), c.least)
			}
		}
	}
}
