package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/ledger"
	"dateline/ledger/ledgertest"
	"dateline/ledger/sqlite"
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
