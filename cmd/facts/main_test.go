package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestRepeatable holds the packed file to its sources: the same bytes again.
func TestRepeatable(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	kb := filepath.Join(shared, "data", "kb")
	if _, err := os.Stat(kb); err != nil {
		t.Skip("needs ../shared/data/kb")
	}
	out := t.TempDir()
	if err := build(kb, "../../facts/tables", out); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(filepath.Join(out, "facts.bin"))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("../../facts/data/facts.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, kept) {
		t.Error("facts/data/facts.bin is not what the tables give: go run ./cmd/facts")
	}
	if len(kept) > 12<<20 {
		t.Errorf("facts.bin has %d bytes, more than 12 MB", len(kept))
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Gen. Ada LIND", "Ada Lind"},
		{"Ada Lind, Minister", "Ada Lind"},
		{"Ada Lind (acting)", "Ada Lind"},
		{"Field Marshal Per al-LIND", "Per al-LIND"},
	} {
		s := spell{Person: c.in, Office: "President", Source: "CIA"}
		if !s.clean() || s.Person != c.want {
			t.Errorf("%s: %q, want %q", c.in, s.Person, c.want)
		}
	}
	for _, in := range []string{"", "vacant", "Q12345"} {
		if s := (spell{Person: in, Office: "President"}); s.clean() {
			t.Errorf("%q passes for a person", in)
		}
	}
}
