package said

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed tables/cues.txt
var cueText string

// Class is what a cue does with its content; see tables/cues.txt.
type Class string

const (
	Say   Class = "say"
	Deny  Class = "deny"
	Think Class = "think"
	Learn Class = "learn"
	Act   Class = "act"
	Feel  Class = "feel"
	Noun  Class = "noun"
	Voice Class = "voice"

	stance Class = "stance" // read as Think
	light  Class = "light"  // read as Act
	quote  Class = "quote"  // read as Say
)

// cueTable is the verbs by lemma, and the nouns.
type cueTable struct {
	verbs       map[string]Class
	nouns       map[string]bool
	voices      map[string]bool
	stances     map[string]bool
	quoting     map[string]bool
	parseFailed error
}

var cues = sync.OnceValue(func() *cueTable { return parseCues(cueText) })

// parseCues reads the table; what is wrong with it is kept for the test.
func parseCues(text string) *cueTable {
	t := &cueTable{verbs: map[string]Class{}, nouns: map[string]bool{}, voices: map[string]bool{}, stances: map[string]bool{}, quoting: map[string]bool{}}
	n := 0
	for row := range strings.Lines(text) {
		n++
		row = strings.TrimSpace(row)
		if row == "" || row[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(row, ":")
		if !ok {
			t.parseFailed = fmt.Errorf("cues.txt:%d: want `class: lemmas`", n)
			continue
		}
		for w := range strings.SplitSeq(words, ",") {
			if err := t.add(Class(class), strings.TrimSpace(w)); err != nil {
				t.parseFailed = fmt.Errorf("cues.txt:%d: %w", n, err)
			}
		}
	}
	return t
}

// add enters a lemma; the first class of a verb stays.
func (t *cueTable) add(c Class, w string) error {
	switch c {
	case Say, Deny, Think, Learn, Act, Feel, light:
		if _, ok := t.verbs[w]; !ok {
			t.verbs[w] = c
		}
	case quote:
		t.verbs[w], t.quoting[w] = Say, true
	case Noun:
		t.nouns[w] = true
	case Voice:
		t.voices[w] = true
	case stance:
		t.stances[w] = true
	default:
		return fmt.Errorf("no class %q", c)
	}
	return nil
}
