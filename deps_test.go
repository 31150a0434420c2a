package dateline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms stand in the order in which data flows. A package may import only what
// stands before its own room.
var rooms = []string{"", "article", "lang", "facts", "when", "who", "where", "said", "what", "read"}

// never names packages that a room may not import although they stand before
// it, with the reason.
var never = map[string][]string{
	"facts": {"lang", "article"}, // what is known beforehand knows nothing of texts
	"lang":  {"facts"},           // stands after it anyway; training may use it under cmd
}

// roomOf gives the position of a package of this module by its first folder:
// outsiders (cmd, ledger, score, internal, …) may import everything.
func roomOf(pkg string) (room string, at int) {
	room, _, _ = strings.Cut(pkg, "/")
	return room, slices.Index(rooms, room)
}

func TestDirectionOfImports(t *testing.T) {
	module := moduleName(t)
	eachImport(t, func(file, pkg, imported string) {
		room, at := roomOf(pkg)
		if at < 0 || strings.HasSuffix(file, "_test.go") {
			return
		}
		inside := imported == module || strings.HasPrefix(imported, module+"/")
		if room == "" {
			if strings.Contains(strings.Split(imported, "/")[0], ".") || inside {
				t.Errorf("%s imports %s: the nouns stand on the standard library alone", file, imported)
			}
			return
		}
		if !inside {
			return
		}
		target := strings.TrimPrefix(strings.TrimPrefix(imported, module), "/")
		other, to := roomOf(target)
		switch {
		case other == room || target == "":
		case to < 0:
			t.Errorf("%s imports %s: a room may not import what stands outside of the rooms", file, imported)
		case to > at:
			t.Errorf("%s imports %s: data flows %s", file, imported, strings.Join(rooms[1:], " → "))
		case slices.Contains(never[room], other):
			t.Errorf("%s imports %s: %s does not know of %s", file, imported, room, other)
		}
	})
}

// TestNoHeavyStart forbids what takes long in package initialisation, since
// every command would pay for it (docs/decisions/0001).
func TestNoHeavyStart(t *testing.T) {
	eachImport(t, func(file, _, imported string) {
		for _, heavy := range []string{"github.com/markusmobius/go-htmldate", "github.com/markusmobius/go-dateparser", "github.com/markusmobius/go-trafilatura", "github.com/pemistahl/lingua-go"} {
			if strings.HasPrefix(imported, heavy) {
				t.Errorf("%s imports %s, which makes every start slow", file, imported)
			}
		}
	})
}

// TestNamesOfPackages holds the rule that a package is named for what it is.
func TestNamesOfPackages(t *testing.T) {
	eachImport(t, func(file, pkg, _ string) {
		if slices.Contains([]string{"util", "utils", "common", "helper", "helpers", "manager", "base", "misc"}, path.Base(pkg)) {
			t.Errorf("%s: package %s says nothing of what it is", file, pkg)
		}
	})
}

// eachImport calls f for every import of every Go file of the module.
func eachImport(t *testing.T, f func(file, pkg, imported string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), ".")
		for _, i := range parsed.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f(filepath.ToSlash(file), pkg, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// moduleName reads the module's name, which only go.mod knows.
func moduleName(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(b), "\n") {
		if name, ok := strings.CutPrefix(l, "module "); ok {
			return strings.TrimSpace(name)
		}
	}
	t.Fatal("go.mod names no module")
	return ""
}
