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
	path := filepath.Join(dir, "data/diplo/travels_to_2018.jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip("needs ../shared/data/diplo")
	}
	f := facts.Default()
	s, err := Diplo(path, "2009", "2019", f, func(a *dateline.Article) *who.Layer {
		return who.Read(lang.Parse(a.Text, nil), a, nil, f)
	})
	if err != nil {
		t.Fatal(err)
	}
	state, link := 100*float64(s.RightState)/float64(s.Named), 100*float64(s.Linked)/float64(max(s.Known, 1))
	t.Logf("named %d, found %d, right state %.1f %%; known %d, linked %.1f %%", s.Named, s.Found, state, s.Known, link)
	if os.Getenv("DATELINE_ERRORS") != "" {
		for _, e := range s.Errors {
			t.Log(e)
		}
	}
	if state < stateFloor || link < linkFloor {
		t.Errorf("below %.0f and %.0f %%", stateFloor, linkFloor)
	}
}

// What the room must not fall below, in percent.
const (
	stateFloor = 95.0
	linkFloor  = 93.0
)
