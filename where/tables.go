package where

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed tables
var tableFiles embed.FS

// place is a row of places.txt.
type place struct{ name, kind, state string }

// site is a row of sites.txt.
type site struct {
	kind  string
	small string // is, in or name
}

// gazetteer is all tables of the room.
type gazetteer struct {
	places  map[string]place // by key
	begin   map[string]bool  // first words of places
	longest int              // words of the longest place
	sites   map[string]site
	frames  map[string][]string // lemma -> obj, prepositions
	groups  map[string]bool     // nouns of people
	words   map[string]bool     // towns that are oftener words
	spoken  map[string]bool     // verbs whose object is spoken of
	grounds map[string]bool     // nouns that stand for a place told behind them
	reasons map[string]bool     // nouns that lead to what gave rise to an act
	travels map[string]bool     // nouns of journeys: who is on one is there
}

var tables = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{places: map[string]place{}, begin: map[string]bool{}, sites: map[string]site{}, frames: map[string][]string{}, groups: map[string]bool{}, words: map[string]bool{}, grounds: map[string]bool{}, reasons: map[string]bool{}, travels: map[string]bool{}, spoken: map[string]bool{}}
	for name, add := range map[string]func([]string) error{"places": g.addPlace, "sites": g.addSite, "frames": g.addFrame, "groups": wordsInto(g.groups), "words": wordsInto(g.words), "grounds": wordsInto(g.grounds), "reasons": wordsInto(g.reasons), "travels": wordsInto(g.travels), "spoken": wordsInto(g.spoken)} {
		if err := eachRow(name+".txt", add); err != nil {
			panic(err) // the tables are part of the program and tested
		}
	}
	return g
})

// eachRow calls f for every row of a table; columns are parted by tabs.
func eachRow(name string, f func(cells []string) error) error {
	b, err := tableFiles.ReadFile("tables/" + name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimRight(line, " \r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if err := f(append(strings.Split(line, "\t"), "", "")); err != nil {
			return fmt.Errorf("where/tables/%s:%d: %w", name, n, err)
		}
	}
	return nil
}

func (g *gazetteer) addPlace(c []string) error {
	p := place{c[0], c[1], c[2]}
	switch p.kind {
	case "city", "region", "continent", "sea", "site":
	default:
		return fmt.Errorf("kind %q is unknown", p.kind)
	}
	if p.state == "-" {
		p.state = ""
	}
	words := keyWords(splitWords(p.name))
	if len(words) == 0 {
		return fmt.Errorf("place without a name")
	}
	g.places[strings.Join(words, " ")] = p
	g.begin[words[0]] = true
	g.longest = max(g.longest, len(words))
	return nil
}

func (g *gazetteer) addSite(c []string) error {
	switch c[2] {
	case "is", "in", "name":
	default:
		return fmt.Errorf("%q: want is, in or name", c[2])
	}
	g.sites[c[0]] = site{c[1], c[2]}
	return nil
}

func (g *gazetteer) addFrame(c []string) error {
	if c[1] == "" {
		return fmt.Errorf("act %q without a place", c[0])
	}
	g.frames[c[0]] = append(g.frames[c[0]], strings.Split(c[1], ",")...)
	return nil
}

// wordsInto reads rows of words into a set.
func wordsInto(set map[string]bool) func([]string) error {
	return func(c []string) error {
		for w := range strings.FieldsSeq(c[0]) {
			if set[w] {
				return fmt.Errorf("%q stands twice", w)
			}
			set[w] = true
		}
		return nil
	}
}

// splitWords parts a name roughly as the tokenizer does.
func splitWords(s string) []string {
	return strings.Fields(strings.NewReplacer("-", " ", ",", " ", "'s", " s", "'", " ", "’", " ").Replace(s))
}

// keyWords are the words by which places are compared; words without letters
// or digits vanish, and so do points.
func keyWords(words []string) []string {
	var out []string
	for _, w := range words {
		if k := keyWord(w); k != "" {
			out = append(out, k)
		}
	}
	return out
}

func keyWord(w string) string {
	return strings.ToLower(strings.Trim(strings.ReplaceAll(w, ".", ""), "-–—'’,‑"))
}

// frame gives the words under which an act has its place. A lemma that was
// guessed ("expell", "invad") is tried in the spellings that it may stand for.
func (g *gazetteer) frame(lemma string) []string {
	if f := g.frames[lemma]; f != nil || len(lemma) < 3 {
		return f
	}
	n := len(lemma)
	for _, l := range [...]string{lemma + "e", lemma[:n-1]} {
		if f := g.frames[l]; f != nil {
			return f
		}
	}
	return nil
}
