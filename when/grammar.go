package when

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed tables
var tables embed.FS

// grammar is a language: its words, its rows and the trie that parses with them.
type grammar struct {
	lang   string
	cats   map[string]int // category or literal → symbol
	names  []string
	words  map[string][]entry
	root   *state
	first  []*state // by symbol: where rows that begin with it go on
	rows   []*row
	guards map[string]map[string]bool // named word lists for guards and tense
	lexer  [nLexer]int
	prio   []int  // by symbol: which of two readings of the same words wins
	top    []bool // symbols that are time expressions
}

// entry is one meaning of a word.
type entry struct {
	sym     int
	node    *node
	capital bool // only when written with a capital
}

// row is one line of a rule table.
type row struct {
	place   string // file:line
	lhs     int
	action  action
	args    []arg
	guards  []guard
	example string
	want    string
	rank    int
}

// arg is an argument of an action: a part of the rule or a constant.
type arg struct {
	part  int // 1-based, 0 for a constant
	fixed *node
}

// state is a node of the trie of right-hand sides.
type state struct {
	next []edgeTo
	done []completion
}

type edgeTo struct {
	sym   int
	glued bool
	to    *state
}

// completion is a row that ends here; slots[i] is where part i+1 stands, or -1.
type completion struct {
	row   *row
	slots []int8
}

// topCats are the categories that leave the grammar as time expressions.
// The first wins where two cover the same words: a SPAN is an amount of time
// that wins over a date.
var topCats = []string{"BLOCK", "TIME", "SPAN", "DATE", "SET", "REF", "DUR"}

var (
	grammarMu sync.Mutex
	grammars  = map[string]*grammar{}
)

// Languages lists the languages that have tables, sorted.
func Languages() []string {
	ds, _ := fs.ReadDir(tables, "tables")
	var ls []string
	for _, d := range ds {
		ls = append(ls, d.Name())
	}
	sort.Strings(ls)
	return ls
}

// grammarOf loads the tables of a language once.
func grammarOf(lang string) (*grammar, error) {
	grammarMu.Lock()
	defer grammarMu.Unlock()
	if g := grammars[lang]; g != nil {
		return g, nil
	}
	g, err := loadGrammar(tables, "tables/"+lang)
	if err != nil {
		return nil, err
	}
	grammars[lang] = g
	return g, nil
}

// loadGrammar reads every .txt of a folder, in the order of names.
func loadGrammar(fsys fs.FS, dir string) (*grammar, error) {
	names, err := fs.Glob(fsys, dir+"/*.txt")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no time tables in %s", dir)
	}
	g := &grammar{
		lang: dir[strings.LastIndexByte(dir, '/')+1:], cats: map[string]int{}, words: map[string][]entry{},
		root: &state{}, guards: map[string]map[string]bool{},
	}
	for _, c := range lexerCats {
		g.sym(c)
	}
	for _, n := range names {
		b, err := fs.ReadFile(fsys, n)
		if err != nil {
			return nil, err
		}
		if err := g.load(n, string(b)); err != nil {
			return nil, err
		}
	}
	g.top = make([]bool, len(g.names))
	g.prio = make([]int, len(g.names))
	for i, c := range topCats {
		if s, ok := g.cats[c]; ok {
			g.top[s], g.prio[s] = true, i
		}
	}
	g.first = make([]*state, len(g.names))
	for _, e := range g.root.next {
		g.first[e.sym] = e.to
	}
	for i, c := range lexerCats {
		g.lexer[i] = g.cats[c]
	}
	return g, g.check()
}

// check finds symbols that rows use but nothing makes.
func (g *grammar) check() error {
	made := map[int]bool{}
	for _, c := range lexerCats {
		made[g.cats[c]] = true
	}
	for _, es := range g.words {
		for _, e := range es {
			made[e.sym] = true
		}
	}
	for _, r := range g.rows {
		made[r.lhs] = true
	}
	for name, s := range g.cats {
		if isCat(name) && !made[s] {
			return fmt.Errorf("tables/%s: category %s is used but no row makes it", g.lang, name)
		}
	}
	return nil
}

func (g *grammar) sym(name string) int {
	if s, ok := g.cats[name]; ok {
		return s
	}
	s := len(g.names)
	g.cats[name] = s
	g.names = append(g.names, name)
	return s
}

func isCat(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// load reads one table: sections of words in [brackets], rows with "<-".
func (g *grammar) load(file, text string) error {
	var sec section
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		place := file + ":" + strconv.Itoa(n)
		var err error
		switch {
		case line[0] == '[':
			sec, err = parseSection(line)
		case strings.Contains(line, "<-"):
			err = g.addRow(place, line)
		default:
			err = g.addWords(place, sec, line)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
	}
	return sc.Err()
}

// section heads a list of words: [CATEGORY form flags].
type section struct {
	cat, form string
	capital   bool
}

func parseSection(line string) (section, error) {
	fs := strings.Fields(strings.Trim(line, "[]"))
	if len(fs) < 2 {
		return section{}, fmt.Errorf("section %q: want [CATEGORY form]", line)
	}
	s := section{cat: fs[0], form: fs[1]}
	for _, f := range fs[2:] {
		if f != "capital" {
			return s, fmt.Errorf("section %q: unknown flag %q", line, f)
		}
		s.capital = true
	}
	return s, nil
}

// addWords reads "word, word, several words = value".
func (g *grammar) addWords(place string, sec section, line string) error {
	if sec.cat == "" {
		return fmt.Errorf("words before any [section]")
	}
	if sec.form == "list" {
		g.addList(sec.cat, line)
		return nil
	}
	list, value, ok := strings.Cut(line, " = ")
	if !ok {
		return fmt.Errorf("want words = value")
	}
	n, err := wordNode(sec.form, strings.TrimSpace(value))
	if err != nil {
		return err
	}
	for _, w := range strings.Split(list, ",") {
		ws := cutPhrase(strings.TrimSpace(w))
		if len(ws) == 0 {
			return fmt.Errorf("empty word")
		}
		if len(ws) == 1 {
			g.words[ws[0].low] = append(g.words[ws[0].low], entry{g.sym(sec.cat), n, sec.capital})
			continue
		}
		syms := make([]element, len(ws))
		for i, w := range ws {
			syms[i] = element{syms: []int{g.literal(w.low)}, glued: w.glued}
		}
		r := &row{place: place, lhs: g.sym(sec.cat), action: constant(n), rank: len(g.rows)}
		g.rows = append(g.rows, r)
		g.insert(syms, r)
	}
	return nil
}

func (g *grammar) addList(name, line string) {
	m := g.guards[name]
	if m == nil {
		m = map[string]bool{}
		g.guards[name] = m
	}
	for _, w := range strings.Split(line, ",") {
		w = strings.TrimSpace(w)
		if w == "comma" {
			w = ","
		}
		m[w] = true
	}
}

// literal is the symbol of a word that stands for itself.
func (g *grammar) literal(w string) int {
	known := false
	s, ok := g.cats["'"+w]
	if ok {
		known = true
	} else {
		s = g.sym("'" + w)
	}
	if !known {
		g.words[w] = append(g.words[w], entry{sym: s, node: &node{kind: kCode, code: w}})
	}
	return s
}
