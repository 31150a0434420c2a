package read

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline"
	"dateline/article"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestGolden reads the article of each testdata/*.txtar and compares its events,
// a line each, and its doubts with events.txt.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.Text(name, ar.Files[0].Data, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			rec, err := Article(context.Background(), a)
			if err != nil {
				t.Fatal(err)
			}
			got := lines(rec)
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(bytes.TrimSpace(ar.Files[1].Data)); strings.TrimSpace(got) != want {
				t.Errorf("got\n%s\nwant\n%s\n(go test ./read -update rewrites; review the diff)", got, want)
			}
		})
	}
}

// lines is a record as people would note it down.
func lines(rec *dateline.Record) string {
	var b strings.Builder
	for i := range rec.Events {
		e := &rec.Events[i]
		fmt.Fprintf(&b, "%s %s", e.ID, e.Type)
		if e.Mode != "" {
			fmt.Fprintf(&b, "/%s", e.Mode)
		}
		fmt.Fprintf(&b, " %s: %s", e.Status, names(e.Actors))
		if len(e.Recipients) > 0 {
			fmt.Fprintf(&b, " > %s", names(e.Recipients))
		}
		if e.Place != nil {
			fmt.Fprintf(&b, " @ %s (%s)", e.Place.Name, e.Place.State)
		}
		if e.When != nil {
			fmt.Fprintf(&b, " %s", e.When.Earliest)
			if e.When.Latest != e.When.Earliest {
				fmt.Fprintf(&b, "..%s", e.When.Latest)
			}
		}
		if e.Source != nil {
			fmt.Fprintf(&b, " says %s", e.Source.Name)
		}
		fmt.Fprintf(&b, " ×%d", len(e.Evidence))
		for _, r := range e.Relations {
			fmt.Fprintf(&b, " %s %s", r.Kind, cmp.Or(r.Event, strconv.Quote(r.Text)))
		}
		b.WriteByte('\n')
	}
	for _, d := range rec.Doubts {
		fmt.Fprintf(&b, "doubt %s: %s\n", d.Kind, d.Why)
	}
	return b.String()
}

func names(list []dateline.Actor) string {
	var out []string
	for _, a := range list {
		s := a.Name
		if a.State != "" {
			s += " (" + a.State + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}
