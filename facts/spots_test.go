package facts

import (
	"os"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// TestSpots asks who held an office on a day of the last twenty years.
func TestSpots(t *testing.T) {
	data, err := os.ReadFile("testdata/spots.tsv")
	if err != nil {
		t.Fatal(err)
	}
	f := Default()
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		if len(c) != 4 {
			continue
		}
		day, err := dateline.ParseDay(c[2])
		if err != nil {
			t.Fatal(err)
		}
		hs := f.Holders(c[0], c[1], day)
		if len(hs) == 0 || !slices.ContainsFunc(append([]string{hs[0].Person.Name}, hs[0].Person.Aliases...), func(n string) bool { return Fold(n) == Fold(c[3]) }) {
			t.Errorf("%s %s on %s: %v, want %s", c[0], c[1], c[2], hs, c[3])
		}
	}
}
