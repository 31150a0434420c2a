package score

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/lang"
)

// NameRow is the measure of names (persons, organizations, places) on one set.
type NameRow struct {
	Set   string
	Score PRF
}

// nameSet is a file of words with BIO tags, one a line.
type nameSet struct {
	set, path  string
	word, tag  int               // columns
	kinds      map[string]string // its classes as ours
	onlyOnTest bool
}

var nameSets = []nameSet{
	{"UNER-EWT %s", "ner/UNER-EWT/en_ewt-ud-%s.iob2", 1, 2, map[string]string{"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, false},
	{"worldwide newswire", "ner/worldwide_eval.tsv", 0, 1, map[string]string{"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC"}, true},
}

// Names measures the names of lang on whole documents, tokenized by lang itself;
// a name is right if it covers the same characters and is of the same kind.
// Groups (NORP) and the other classes of the sets are not counted.
func Names(shared, split string, parse func(text string) *lang.Doc) ([]NameRow, error) {
	var rows []NameRow
	for _, s := range nameSets {
		if s.onlyOnTest && split != "test" {
			continue
		}
		path, set := s.path, s.set
		if strings.Contains(path, "%s") {
			path, set = fmt.Sprintf(path, split), fmt.Sprintf(set, split)
		}
		b, err := os.ReadFile(filepath.Join(shared, "data", filepath.FromSlash(path)))
		if err != nil {
			return rows, err
		}
		r := NameRow{Set: set}
		for _, d := range s.read(string(b)) {
			r.Score = sum(r.Score, compareNames(d, parse(d.text.String())))
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// namedText is a document joined from its words, and its names in bytes.
type namedText struct {
	text  strings.Builder
	names []namedSpan
}

type namedSpan struct {
	start, end int
	kind       string
}

// read joins words by blanks and sentences by empty lines, a text for each
// document.
func (s *nameSet) read(file string) []*namedText {
	var docs []*namedText
	fresh := true // a new sentence begins
	for line := range strings.SplitSeq(file, "\n") {
		if strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "# doc ") || docs == nil {
			docs = append(docs, &namedText{})
			fresh = true
		}
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "# ") || len(f) <= s.tag {
			fresh = true
			continue
		}
		docs[len(docs)-1].add(f[s.word], f[s.tag], s.kinds, fresh)
		fresh = false
	}
	return docs
}

func (d *namedText) add(word, tag string, kinds map[string]string, fresh bool) {
	switch {
	case d.text.Len() == 0:
	case fresh:
		d.text.WriteString("\n\n")
	default:
		d.text.WriteByte(' ')
	}
	start := d.text.Len()
	d.text.WriteString(word)
	bio, class, _ := strings.Cut(tag, "-")
	kind := kinds[class]
	if kind == "" {
		return
	}
	if n := len(d.names); bio == "I" && n > 0 && !fresh && d.names[n-1].end == start-1 && d.names[n-1].kind == kind {
		d.names[n-1].end = d.text.Len()
		return
	}
	d.names = append(d.names, namedSpan{start, d.text.Len(), kind})
}

func compareNames(gold *namedText, d *lang.Doc) PRF {
	p := PRF{Gold: len(gold.names)}
	for _, n := range d.Names {
		if n.Kind == lang.NORP {
			continue
		}
		p.Found++
		s := namedSpan{d.Tokens[n.First].Start, d.Tokens[n.Last-1].End, string(n.Kind)}
		if _, ok := slices.BinarySearchFunc(gold.names, s, func(a, b namedSpan) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.kind, b.kind))
		}); ok {
			p.Hits++
		}
	}
	return p
}

func sum(a, b PRF) PRF {
	return PRF{Gold: a.Gold + b.Gold, Found: a.Found + b.Found, Hits: a.Hits + b.Hits}
}
