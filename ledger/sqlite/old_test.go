package sqlite_test

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/ledger"
	"dateline/ledger/sqlite"
	"dateline/query"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// oldEntry is the n-th article of the old ledgers in testdata.
func oldEntry(n int) ledger.Entry {
	e := synthetic("old", n)
	a, ev := &e.Record.Article, &e.Record.Events[0]
	a.Text = strings.Replace(a.Text, "Writer old says", "The old writer says", 1)
	a.Title, a.Source, a.SHA256 = fmt.Sprintf("Meeting %d", n), "Old Wire", ""
	if n%10 == 0 {
		ev.When = nil
	}
	return e
}

// workedOn does to a ledger what was done to the old ones: articles added, one of
// them read again without its event, and corrections.
func workedOn(t *testing.T, s ledger.Store) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	var all []ledger.Entry
	for n := range 60 {
		all = append(all, oldEntry(n))
	}
	_, err := s.Add(t.Context(), all)
	must(err)
	gone := oldEntry(5)
	gone.Record.Events = nil
	_, err = s.Replace(t.Context(), []ledger.Entry{gone})
	must(err)
	for _, k := range oldCorrections {
		k.By = "old"
		_, err := s.Fix(t.Context(), k)
		must(err)
	}
}

var oldCorrections = []ledger.Correction{
	{Kind: "merge", Occurrence: "evdgqvjezuxessi", Other: "evdxa7fenemign4"},
	{Kind: "set", Occurrence: "evgfsckqrtmzbsq", Field: "status", Value: "cancelled"},
	{Kind: "reject", Occurrence: "evorxivu7tjxwnu"},
}

// TestOldLedgers opens ledgers of every version there ever was: they are brought
// up to date, say what a new one says, and every id that they gave answers.
func TestOldLedgers(t *testing.T) {
	fresh, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "fresh.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	workedOn(t, fresh)
	want, err := fresh.Find(t.Context(), query.All(), ledger.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"version1", "version2"} {
		t.Run(version, func(t *testing.T) {
			s, err := sqlite.Open(t.Context(), unzipped(t, version))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if old, err := s.Outdated(t.Context()); !old || err != nil {
				t.Fatalf("outdated: %v, %v", old, err)
			}
			if err := s.Refold(t.Context(), func(int, int) {}); err != nil {
				t.Fatal(err)
			}
			got, err := s.Find(t.Context(), query.All(), ledger.Page{Limit: 1000})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(ledger.Report{})); d != "" || len(got) < 40 {
				t.Errorf("%d events; it says something else than a new ledger:\n%s", len(got), d[:min(len(d), 2000)])
			}
			for i := range 60 {
				id := ledger.IDOf(fmt.Sprintf("old-%d#CONSULT@0", i))
				var told *dateline.Error
				if _, err := s.Occurrence(t.Context(), id); err != nil && (!errors.As(err, &told) || strings.Contains(err.Error(), "ever had")) && i != 5 {
					if _, err := fresh.Occurrence(t.Context(), id); err == nil {
						t.Errorf("%s: %v", id, err)
					}
				}
			}
			if _, err := s.Add(t.Context(), []ledger.Entry{oldEntry(61)}); err != nil {
				t.Error(err)
			}
			if faults, err := s.Verify(t.Context()); err != nil || len(faults) > 0 {
				t.Errorf("verify: %v %v", faults, err)
			}
		})
	}
}

// unzipped gives a copy of an old ledger.
func unzipped(t *testing.T, name string) string {
	t.Helper()
	in, err := os.Open(filepath.Join("testdata", name+".db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name+".db")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, r); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
