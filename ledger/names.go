package ledger

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"dateline"
	"dateline/facts"
)

// name is a participant's proper name, made comparable: its words as sounds, so
// that romanizations of one name agree, without titles, particles and initials.
type name struct {
	words []string // in the order written; empty: no proper name
	known string   // id of a person of the facts, "" if unknown
	text  string   // as written, for explanations
}

// nameOf folds the proper name of a participant. States, organs of a state,
// offices without a known holder and groups that are only described have none.
func nameOf(a *dateline.Actor) name {
	text := a.Name
	switch {
	case strings.HasPrefix(a.ID, "s:"), a.State != "" && (strings.HasPrefix(a.ID, "x:") || strings.HasPrefix(a.ID, "o:")):
		return name{}
	case a.Holder != "":
		text = a.Holder
	case a.Office != "" && a.ID == "":
		return name{}
	}
	if first, _ := firstRune(text); unicode.IsLower(first) && strings.Contains(text, " of ") {
		return name{} // "the wife of Bo Ek" is another
	}
	n := name{text: text, words: nameWords(text)}
	if strings.HasPrefix(a.ID, "p:Q") {
		n.known = a.ID
	}
	return n
}

// nameWords gives the words of a name that tell persons apart. Words without a
// capital letter are descriptions or particles.
func nameWords(text string) []string {
	var out, initials []string
	for f := range capitals(text) {
		switch {
		case noName[f]:
		case len(f) == 1:
			initials = append(initials, f)
		default:
			k := soundKey(f)
			if len(out) > 1 && slices.Contains(out, k) {
				return out // the name begins again: pages put a note behind it
			}
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		return initials
	}
	return out
}

// capitals gives the folded words of a text that are written with a capital or a
// letter that has none.
func capitals(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’'
		}) {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
			if first, _ := firstRune(w); unicode.IsLower(first) {
				continue
			}
			if f := strings.ReplaceAll(fold(w), " ", ""); f != "" && !yield(f) {
				return
			}
		}
	}
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// soundKey is the sound of a folded word, or a short word itself: of those too
// little is left.
func soundKey(folded string) string {
	if s := facts.Sound(folded); len(s) >= 3 {
		return s
	}
	return folded
}

// noName are words in a participant's name that name nobody.
var noName = wordSet(`jr sr ii iii iv mr mrs ms dr sir lord dame sheikh shaikh king queen prince princess crown emir sultan
	his her your royal highness majesty excellency holiness pope imam ayatollah
	president presidents vice prime minister ministers premier chancellor secretary secretaries foreign state deputy leader leaders
	general admiral colonel ambassador senator governor speaker chairman chairwoman chairperson director commissioner
	government administration country countries nation nations team teams side sides party parties partners allies
	the of and al bin ibn el`)

func (n *name) none() bool    { return len(n.words) == 0 }
func (n *name) first() string { return n.words[0] }
func (n *name) last() string  { return n.words[len(n.words)-1] }

// agree reports whether two names may be one person's: equal in any order, a
// part that stands at an end of the other ("Xi" and "Xi Jinping"), or the same
// last word behind given names of one initial. Names that agree share a first or
// last word, by which [Blocks] files them.
func (n *name) agree(m *name) bool {
	if n.none() || m.none() {
		return false
	}
	if n.known != "" && m.known != "" && n.known != m.known && n.text != m.text { // the facts may have one twice
		return false
	}
	if len(n.words) > len(m.words) {
		n, m = m, n
	}
	if n.last() == m.last() && n.first()[0] == m.first()[0] {
		return true
	}
	ends := n.first() == m.first() || n.first() == m.last() || n.last() == m.first() || n.last() == m.last()
	if !ends {
		return false
	}
	for _, w := range n.words {
		if !slices.Contains(m.words, w) {
			return false
		}
	}
	return true
}
