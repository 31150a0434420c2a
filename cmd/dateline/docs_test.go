package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/cli")

const cliDocs = "../../docs/cli"

// TestDocsAreCurrent holds docs/cli to what the commands say of themselves.
func TestDocsAreCurrent(t *testing.T) {
	dir := t.TempDir()
	if *update {
		old, err := filepath.Glob(filepath.Join(cliDocs, "*.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range old {
			if err := os.Remove(f); err != nil {
				t.Fatal(err)
			}
		}
		dir = cliDocs
	}
	if err := writeDocs(rootCmd(), dir, false); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadDir(cliDocs)
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != len(have) {
		t.Errorf("docs/cli has %d pages, the commands give %d (go test ./cmd/dateline -run Docs -update)", len(have), len(made))
	}
	for _, f := range made {
		want, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(cliDocs, f.Name()))
		if err != nil || string(got) != string(want) {
			t.Errorf("docs/cli/%s is not current (go test ./cmd/dateline -run Docs -update)", f.Name())
		}
	}
}

// TestEveryCommandIsTold holds that no command and no flag goes without words.
func TestEveryCommandIsTold(t *testing.T) {
	for _, c := range rootCmd().Commands() {
		if c.Short == "" {
			t.Errorf("%s has no Short", c.Name())
		}
		if c.RunE == nil && c.Run == nil && !c.HasSubCommands() {
			t.Errorf("%s does nothing", c.Name())
		}
	}
}

// TestManPages holds that they can be made.
func TestManPages(t *testing.T) {
	dir := t.TempDir()
	if err := writeDocs(rootCmd(), dir, true); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "dateline-read.1")); err != nil {
		t.Error(err)
	}
}
