package lemma

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"dateline/lang/conllu"
)

// settled are words whose lemma the treebanks do not agree on, or whose plural
// news uses side by side with the singular.
var settled = map[string][][2]string{
	"NOUN/NNS":  {{"people", "people"}, {"troops", "troop"}, {"media", "media"}},
	"NOUN/NNS^": {{"People", "people"}, {"Troops", "troop"}, {"Media", "media"}},
	"NOUN/NN":   {{"media", "media"}},
}

// counts are how often an edit was right for an ending.
type counts map[edit]int

// learner gathers what the treebanks show.
type learner map[string]map[string]counts // class, ending

// Train learns a table from trees and writes it. Raw counts how often words in
// small letters occur in other texts: it mends what endings alone cannot know
// ("timed" is of "time", "trimmed" of "trim"). The same input gives the same
// bytes.
func Train(w io.Writer, trees []conllu.Sentence, raw map[string]int) error {
	l := learner{}
	lemmas := map[string]int{}
	for _, s := range trees {
		for _, t := range s.Tokens {
			if t.Lemma != "" && t.Lemma != "_" {
				l.see(t)
				lemmas[t.Lemma]++
			}
		}
	}
	for w, n := range raw {
		lemmas[w] += n
	}
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "# Lemmas of English, made by `go run ./cmd/train lemma` from UD English EWT")
	fmt.Fprintln(b, "# (CC BY-SA 4.0) and the free part of UD English GUM (CC BY 4.0). Do not edit.")
	for _, c := range slices.Sorted(maps.Keys(l)) {
		fmt.Fprintf(b, "= %s\n", c)
		rules := prune(c, l[c])
		mend(c, rules, lemmas)
		for _, w := range settled[c] {
			rules["^"+lowered(w[0])] = editOf(w[0], lowered(w[0]), w[1])
		}
		for _, e := range slices.Sorted(maps.Keys(rules)) {
			r := rules[e]
			keep := ""
			if r.keep {
				keep = "k"
			}
			fmt.Fprintf(b, "%s\t%s%d\t%s\n", e, keep, r.cut, r.add)
		}
	}
	return b.Flush()
}

func (l learner) see(t conllu.Token) {
	lower := lowered(t.Form)
	c := class(t.UPOS, t.XPOS, t.Form)
	if l[c] == nil {
		l[c] = map[string]counts{}
	}
	e := editOf(t.Form, lower, t.Lemma)
	for _, ending := range endings(lower) {
		if l[c][ending] == nil {
			l[c][ending] = counts{}
		}
		l[c][ending][e]++
	}
}

// endings are all under which a word is learnt, shortest first.
func endings(lower string) []string {
	var out []string
	for i := len(lower); i >= max(0, len(lower)-longest); i-- {
		if i == len(lower) || lower[i]&0xC0 != 0x80 {
			out = append(out, lower[i:])
		}
	}
	return append(out, "^"+lower)
}

// prune keeps of each class what differs from the next shorter ending. An ending
// that was seen in one word only makes no rule but for that word.
func prune(class string, seen map[string]counts) map[string]edit {
	rules := map[string]edit{}
	open := openClass(class)
	if !open {
		rules[""] = edit{keep: strings.HasPrefix(class, "PROPN")}
	}
	words := map[string]int{}
	for w := range seen {
		if w != "" && w[0] == '^' {
			for _, e := range endings(w[1:]) {
				words[e]++
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	for _, k := range keys {
		best, share := majority(seen[k])
		whole := k != "" && k[0] == '^'
		if !whole && (!open || k != "" && (words[k] < fewest(best) || share < 0.7)) {
			continue
		}
		if up, ok := shorter(rules, k); ok && up == best {
			continue
		}
		rules[k] = best
	}
	return rules
}

// openClass reports whether endings say anything in a class; in the others only
// whole words do.
func openClass(class string) bool {
	switch c, _, _ := strings.Cut(class, "/"); c {
	case "NOUN", "VERB", "ADJ", "ADV", "X", "NUM":
		return true
	}
	return strings.HasPrefix(class, "PROPN/NNPS")
}

// fewest is how many words must show a rule: two where an ending is cut off or
// exchanged for one letter, more for what looks irregular.
func fewest(e edit) int {
	if len(e.add) <= 1 && e.cut <= 4 {
		return 2
	}
	return 4
}

// rank puts whole words behind all endings.
func rank(k string) int {
	if k != "" && k[0] == '^' {
		return 1 << 20
	}
	return len(k)
}

// shorter is the rule that holds for an ending without one of its own.
func shorter(rules map[string]edit, k string) (edit, bool) {
	if k == "" {
		return edit{}, false
	}
	all := endings(k[1:])
	all = all[:len(all)-1]
	for _, e := range slices.Backward(all) {
		if r, ok := rules[e]; ok {
			return r, true
		}
	}
	return edit{}, false
}

func majority(c counts) (edit, float64) {
	var best edit
	most, sum := 0, 0
	for e, n := range c {
		sum += n
		if n > most || n == most && less(e, best) {
			best, most = e, n
		}
	}
	return best, float64(most) / float64(sum)
}

func less(a, b edit) bool {
	if a.cut != b.cut {
		return a.cut < b.cut
	}
	if a.add != b.add {
		return a.add < b.add
	}
	return !a.keep && b.keep
}
