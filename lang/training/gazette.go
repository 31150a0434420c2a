package training

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"dateline/lang/internal/encoder"
)

//go:embed groups.txt
var groupsTable string

//go:embed titles.txt
var titlesTable string

//go:embed organizations.txt
var organizationsTable string

// entries are the lines of a table without comments.
func entries(table string) (out []string) {
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func set(table string) map[string]bool {
	m := map[string]bool{}
	for _, e := range entries(table) {
		m[e] = true
	}
	return m
}

// gazette collects names with their classes from the shared knowledge.
type gazette struct {
	names map[string]encoder.Class
}

// add notes a name under the tokens that the treebanks would cut it into.
func (g *gazette) add(name string, c encoder.Class) {
	var tokens []string
	for _, f := range strings.Fields(name) {
		tokens = splitWord(tokens, f)
	}
	key := strings.ToLower(strings.Join(tokens, " "))
	if len(key) > 1 && len(tokens) <= 6 {
		g.names[key] |= c
	}
}

func readGazette(shared string) (map[string]encoder.Class, error) {
	g := &gazette{names: map[string]encoder.Class{}}
	kb := filepath.Join(shared, "data", "kb")
	for _, step := range []func(string) error{g.countries, g.cities, g.offices, g.organizations} {
		if err := step(kb); err != nil {
			return nil, err
		}
	}
	for _, n := range entries(groupsTable) {
		g.add(n, encoder.Demonym)
	}
	for _, n := range entries(organizationsTable) {
		g.add(n, encoder.Organization)
	}
	return g.names, nil
}

// rowsOf calls f with the columns of each line of a TSV file but the first.
func rowsOf(path string, columns int, f func([]string)) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		c := strings.Split(line, "\t")
		if len(c) < columns {
			return fmt.Errorf("%s:%d: %d columns, want %d", path, i+1, len(c), columns)
		}
		if i > 0 {
			f(c)
		}
	}
	return nil
}

func (g *gazette) countries(kb string) error {
	return rowsOf(filepath.Join(kb, "countries.tsv"), 11, func(c []string) {
		for _, n := range append(strings.Split(c[4], "|"), c[2], c[3]) {
			g.add(n, encoder.Country)
			if n, the := strings.CutPrefix(n, "The "); the {
				g.add(n, encoder.Country)
			}
		}
		for _, n := range strings.FieldsFunc(c[5]+"|"+c[6], func(r rune) bool { return r == '|' || r == ';' }) {
			n = strings.TrimSpace(n)
			g.add(n, encoder.Demonym)
			if !strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "h") && !strings.HasSuffix(n, "ese") {
				g.add(n+"s", encoder.Demonym)
			}
		}
		g.add(c[7], encoder.City)
		g.add(c[9], encoder.Region)
		g.add(c[10], encoder.Region)
	})
}

func (g *gazette) cities(kb string) error {
	return rowsOf(filepath.Join(kb, "cities.tsv"), 9, func(c []string) {
		class := encoder.Town
		if n, _ := strconv.Atoi(c[6]); n >= 200_000 || c[4] == "PPLC" {
			class = encoder.City
		}
		g.add(c[1], class)
		g.add(c[2], class)
	})
}

// offices gives names of persons; rows from REIGN may not ship.
func (g *gazette) offices(kb string) error {
	f, err := os.Open(filepath.Join(kb, "offices.jsonl"))
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var o struct{ Person, Source string }
		if err := json.Unmarshal(sc.Bytes(), &o); err != nil {
			return err
		}
		if strings.HasPrefix(o.Source, "OEFDataScience") {
			continue
		}
		name, _, _ := strings.Cut(o.Person, ",")
		words := strings.Fields(name)
		if len(words) < 2 {
			continue
		}
		g.add(name, encoder.Person)
		for i, w := range words {
			if len(w) < 3 || !isName(w) {
				continue
			}
			if i == len(words)-1 {
				g.add(w, encoder.Surname)
			} else {
				g.add(w, encoder.Given)
			}
		}
	}
	return sc.Err()
}

func isName(w string) bool {
	for i, r := range w {
		if !unicode.IsLetter(r) || i == 0 && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

func (g *gazette) organizations(kb string) error {
	return rowsOf(filepath.Join(kb, "org_membership.tsv"), 2, func(c []string) {
		if !strings.ContainsAny(c[1], " :") {
			g.add(c[1], encoder.Organization)
		}
	})
}
