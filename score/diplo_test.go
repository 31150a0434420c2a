package score

import (
	"os"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

func TestDiplo(t *testing.T) {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	f := facts.Default()
	read := func(a *dateline.Article) *who.Layer { return who.Read(lang.Parse(a.Text, nil), a, nil, f) }
	for _, c := range []struct {
		name  string
		score func(path, from, to string, f *facts.Facts, read func(*dateline.Article) *who.Layer) (DiploScore, error)
	}{
		{"travels_to_2018.jsonl", Diplo},
		{"visits_to_2018.jsonl", Visits},
	} {
		path := filepath.Join(dir, "data/diplo", c.name)
		if _, err := os.Stat(path); err != nil {
			t.Skip("needs ../shared/data/diplo")
		}
		s, err := c.score(path, "2009", "2019", f, read)
		if err != nil {
			t.Fatal(err)
		}
		state, link := 100*float64(s.RightState)/float64(s.Named), 100*float64(s.Linked)/float64(max(s.Known, 1))
		t.Logf("%s: named %d, found %d, right state %.1f %%; known %d, linked %.1f %%", c.name, s.Named, s.Found, state, s.Known, link)
		if os.Getenv("DATELINE_ERRORS") != "" {
			for _, e := range s.Errors {
				t.Log(e)
			}
		}
		if state < stateFloor || link < linkFloor {
			t.Errorf("%s: below %.0f and %.0f %%", c.name, stateFloor, linkFloor)
		}
	}
}

// What the room must not fall below, in percent.
const (
	stateFloor = 95.0
	linkFloor  = 93.0
)
