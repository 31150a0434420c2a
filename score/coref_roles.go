package score

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

//go:embed testdata/roles.tsv
var rolesTable []byte

// role is a pronoun or a noun for a role that fills an actor's place in an event.
type role struct {
	file, doc string
	offset    int    // bytes into the document's text
	part      string // "look" or "test"
	meant     []string
}

// RoleScore counts pronouns and role nouns of the news that were tied to exactly
// those whom a reader understands.
type RoleScore struct {
	Cases, Right int
	Errors       []string // file, document, offset, who is meant, who was found
}

// Percent is the share that is right.
func (s RoleScore) Percent() float64 { return 100 * float64(s.Right) / float64(max(s.Cases, 1)) }

// Roles measures one part ("look", "test") of the annotated pronouns and role
// nouns on the news below shared; read gives the words and actors of an article.
func Roles(shared, part string, f *facts.Facts, read func(*dateline.Article) (*lang.Doc, *who.Layer)) (RoleScore, error) {
	var s RoleScore
	cases, err := readRoles(rolesTable)
	if err != nil {
		return s, err
	}
	byFile := map[string][]role{}
	var files []string
	for _, c := range cases {
		if c.part != part {
			continue
		}
		if byFile[c.file] == nil {
			files = append(files, c.file)
		}
		byFile[c.file] = append(byFile[c.file], c)
	}
	for _, name := range files {
		if err := s.file(filepath.Join(shared, "data", "news", name), byFile[name], f, read); err != nil {
			return s, err
		}
	}
	return s, nil
}

func readRoles(table []byte) ([]role, error) {
	var out []role
	n := 0
	for line := range bytes.Lines(table) {
		n++
		cells := strings.Split(strings.TrimRight(string(line), "\n"), "\t")
		if strings.HasPrefix(cells[0], "#") {
			continue
		}
		if len(cells) != 5 || cells[3] != "look" && cells[3] != "test" {
			return nil, fmt.Errorf("roles.tsv:%d: want file, document, offset, look or test, who", n)
		}
		offset, err := strconv.Atoi(cells[2])
		if err != nil {
			return nil, fmt.Errorf("roles.tsv:%d: offset %q", n, cells[2])
		}
		out = append(out, role{cells[0], cells[1], offset, cells[3], strings.Split(cells[4], ";")})
	}
	return out, nil
}

func (s *RoleScore) file(path string, cases []role, f *facts.Facts, read func(*dateline.Article) (*lang.Doc, *who.Layer)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct{ ID, Date, Title, Text, Source string }
		if !slices.ContainsFunc(cases, func(c role) bool { return bytes.Contains(lines.Bytes(), []byte(`"`+c.doc+`"`)) }) {
			continue
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return err
		}
		day, err := dateline.ParseDay(row.Date)
		if err != nil {
			return err
		}
		var doc *lang.Doc
		var layer *who.Layer
		for _, c := range cases {
			if c.doc != row.ID {
				continue
			}
			if doc == nil {
				doc, layer = read(&dateline.Article{ID: row.ID, Title: row.Title, Source: row.Source, Date: day, Text: row.Text})
			}
			s.role(&c, doc, layer, f)
		}
	}
	return lines.Err()
}

// role counts one case: right are exactly as many as are meant, each once.
func (s *RoleScore) role(c *role, doc *lang.Doc, layer *who.Layer, f *facts.Facts) {
	s.Cases++
	found := mentionOver(doc, layer, c.offset)
	left := slices.Clone(found)
	right := len(found) == len(c.meant)
	for _, m := range c.meant {
		k := slices.IndexFunc(left, func(e int) bool { return meansEntity(m, &layer.Entities[e], f) })
		if k < 0 {
			right = false
			break
		}
		left = slices.Delete(left, k, k+1)
	}
	if right {
		s.Right++
		return
	}
	var names []string
	for _, e := range found {
		names = append(names, layer.Entities[e].Name+"["+layer.Entities[e].State+"]")
	}
	s.Errors = append(s.Errors, fmt.Sprintf("%s:%s:%d: %s; found %s", c.file, c.doc, c.offset, strings.Join(c.meant, " + "), strings.Join(names, " + ")))
}

// mentionOver gives whom the shortest mention speaks of that covers a byte.
func mentionOver(doc *lang.Doc, layer *who.Layer, offset int) []int {
	tok := slices.IndexFunc(doc.Tokens, func(t lang.Token) bool { return t.Start <= offset && offset < t.End })
	if tok < 0 {
		return nil
	}
	if m := layer.At(tok); m != nil {
		return m.Entities
	}
	var best *who.Mention
	for i := range layer.Mentions {
		m := &layer.Mentions[i]
		if m.First <= tok && tok < m.Last && (best == nil || m.Last-m.First < best.Last-best.First) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	return best.Entities
}

// meansEntity reports whether an entity is whom an answer means: of the state, or
// with the last word of one of the names.
func meansEntity(answer string, e *who.Entity, f *facts.Facts) bool {
	names := e.Name + " " + e.Holder
	if p := f.PersonByID(e.ID); p != nil {
		names += " " + p.Name
	}
	words := strings.Fields(facts.Fold(names))
	for a := range strings.SplitSeq(answer, "|") {
		if state, ok := strings.CutPrefix(a, "="); ok {
			if e.State == state && e.Kind != who.Person {
				return true
			}
			continue
		}
		w := strings.Fields(facts.Fold(a))
		if len(w) > 0 && slices.Contains(words, w[len(w)-1]) {
			return true
		}
	}
	return false
}
