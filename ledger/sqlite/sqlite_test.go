package sqlite_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/ledger"
	"dateline/ledger/ledgertest"
	"dateline/ledger/madeup"
	"dateline/ledger/sqlite"
	"dateline/query"
)

func TestStore(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledger.Store {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "led ger?.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

// TestRefold holds that a ledger merged by other rules takes nothing in until it
// is merged anew, and that this changes nothing which the rules do not change.
func TestRefold(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "l.db")
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var batch []ledger.Entry
	for n := range 300 {
		batch = append(batch, madeup.Entry(n))
	}
	if _, err := s.Add(ctx, batch); err != nil {
		t.Fatal(err)
	}
	before, err := s.Find(ctx, query.All(), ledger.Page{Limit: 5000})
	if err != nil || len(before) < 1000 {
		t.Fatalf("%d events, %v", len(before), err)
	}
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `UPDATE settings SET value = '1' WHERE name = 'rules'; UPDATE reports SET founder = n; DELETE FROM pages WHERE n IN (SELECT p.n FROM pages p JOIN runs r ON r.run = p.n >> 24 WHERE r.list = 1); DELETE FROM runs WHERE list = 1`); err != nil {
		t.Fatal(err)
	}
	if old, err := s.Outdated(ctx); !old || err != nil {
		t.Fatalf("outdated: %v, %v", old, err)
	}
	if _, err := s.Add(ctx, []ledger.Entry{madeup.Entry(1000)}); err == nil || !strings.Contains(err.Error(), "another version") {
		t.Errorf("adding to it: %v", err)
	}
	done := 0
	if err := s.Refold(ctx, func(n, _ int) { done = n }); err != nil {
		t.Fatal(err)
	}
	if done < 1500 {
		t.Errorf("%d reports merged anew", done)
	}
	after, err := s.Find(ctx, query.All(), ledger.Page{Limit: 5000})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, after, cmpopts.IgnoreUnexported(ledger.Report{})); d != "" {
		t.Errorf("merged anew, the ledger says something else:\n%s", d[:min(len(d), 2000)])
	}
	if faults, err := s.Verify(ctx); err != nil || len(faults) > 0 {
		t.Errorf("verify: %v %v", faults, err)
	}
	if _, err := s.Add(ctx, []ledger.Entry{madeup.Entry(1000)}); err != nil {
		t.Errorf("adding after it: %v", err)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte("These are notes and no ledger at all."), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                                "it is a folder",
		text:                               "no SQLite file",
		filepath.Join(dir, "no/such/x.db"): "open ledger",
	} {
		if _, err := sqlite.Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", path, err, want)
		}
	}
}
