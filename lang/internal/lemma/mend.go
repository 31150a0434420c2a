package lemma

import (
	"maps"
	"slices"
	"strings"
)

// regular are the endings of inflected forms and what may stand in their place,
// by class. A trailing "2" undoubles the consonant before.
var regular = map[string]struct {
	ending string
	adds   []string
}{
	"VERB/VBD": {"ed", []string{"", "e", "2"}},
	"VERB/VBN": {"ed", []string{"", "e", "2"}},
	"VERB/VBG": {"ing", []string{"", "e", "2"}},
	"VERB/VBZ": {"es", []string{"", "e"}},
	"NOUN/NNS": {"es", []string{"", "e"}},
	"ADJ/JJR":  {"er", []string{"", "e", "2"}},
	"ADJ/JJS":  {"est", []string{"", "e", "2"}},
}

// prefixes before an irregular verb: "overthrew".
var prefixes = []string{"over", "under", "with", "fore", "mis", "re", "un", "out", "up"}

// mend adds rules for whole words where the endings lead to a lemma that no text
// shows and another possible lemma is common.
func mend(class string, rules map[string]edit, lemmas map[string]int) {
	r, ok := regular[class]
	if !ok {
		return
	}
	t := &Table{rules: map[string]map[string]edit{class: rules}}
	upos, xpos, _ := strings.Cut(class, "/")
	for _, w := range slices.Sorted(maps.Keys(lemmas)) {
		if _, known := rules["^"+w]; known || lemmas[w] < 2 || len(w) < 4 || lowered(w) != w {
			continue
		}
		now := t.Lemma(w, upos, xpos)
		if e, ok := prefixed(w, rules, lemmas); ok {
			rules["^"+w] = e
			continue
		}
		stem, ok := strings.CutSuffix(w, r.ending)
		if !ok || len(stem) < 2 || lemmas[now] > 1 {
			continue
		}
		best := ""
		for _, add := range r.adds {
			if c := build(stem, add); c != w && c != "" && lemmas[c] > max(1, lemmas[best]) {
				best = c
			}
		}
		if best != "" && best != now {
			rules["^"+w] = editOf(w, w, best)
		}
	}
}

func build(stem, add string) string {
	if add != "2" {
		return stem + add
	}
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
		return stem[:n-1]
	}
	return ""
}

// prefixed finds the rule of the irregular verb inside a word.
func prefixed(w string, rules map[string]edit, lemmas map[string]int) (edit, bool) {
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(w, p)
		if !ok || len(rest) < 3 {
			continue
		}
		e, ok := rules["^"+rest]
		if !ok {
			continue
		}
		if l, ok := e.apply(rest, rest); ok && lemmas[p+l] > 1 {
			return editOf(w, w, p+l), true
		}
	}
	return edit{}, false
}
