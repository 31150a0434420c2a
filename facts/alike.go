package facts

import (
	"regexp"
	"slices"
	"strings"
)

// spelled is a name taken apart for comparing: the words that tell, and the
// initials between them.
type spelled struct {
	words    []string // folded, without particles and initials
	initials map[string]bool
	bin      bool // tells the father's name
}

var nickname = regexp.MustCompile(`["“].*?["”]`)

func spell(name string) spelled {
	s := spelled{initials: map[string]bool{}}
	for w := range strings.FieldsSeq(Fold(strings.Join(nameWords(nickname.ReplaceAllString(name, "")), " "))) {
		switch {
		case w == "bin" || w == "ibn" || w == "bint":
			s.bin = true
		case particles[w]:
		case len(w) == 1:
			s.initials[w] = true
		default:
			s.words = append(s.words, w)
		}
	}
	return s
}

// sameWord reports whether two words are one name in two romanizations.
func sameWord(a, b string) bool {
	if a == b || short(a, b) || short(b, a) {
		return true
	}
	room := max(len(a), len(b))
	if a[0] == b[0] {
		room++
	}
	d := editDistance(a, b)
	return Sound(a) == Sound(b) && d <= 2 && 3*d <= room
}

// sameLongWord is sameWord where nothing else bears it out: short words must be
// the same letter by letter ("Shwe" is not "Swe").
func sameLongWord(a, b string) bool {
	return a == b || max(len(a), len(b)) >= 5 && sameWord(a, b)
}

// short reports whether b is a short form of the first name a.
func short(a, b string) bool {
	return slices.ContainsFunc(shortNames[a], func(s string) bool { return strings.EqualFold(s, b) })
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// kinship says how two spellings of a name agree.
type kinship int

const (
	strangers kinship = iota
	shortened         // first and last word agree, full names between them are dropped
	initialed         // as shortened, but only initials differ
	sameSpelt         // word by word
)

// kin compares two names of persons of one state.
func kin(a, b spelled, state string) kinship {
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if len(a.words) < 2 {
		return strangers
	}
	if len(a.words) == len(b.words) {
		if equalWords(a.words, b.words) || orderVaries[state] && equalWords(slices.Sorted(slices.Values(a.words)), slices.Sorted(slices.Values(b.words))) {
			if len(a.initials) > 0 && len(b.initials) > 0 && !meet(a.initials, b.initials) {
				return strangers // "John A. Lind" and "John B. Lind"
			}
			if len(a.initials) != len(b.initials) {
				return initialed
			}
			return sameSpelt
		}
		return strangers
	}
	n, m := len(a.words)-1, len(b.words)-1
	if surnameFirst[state] || !sameLongWord(a.words[0], b.words[0]) || !sameLongWord(a.words[n], b.words[m]) || !within(a.words, b.words) {
		return strangers
	}
	if m-n == len(a.initials) && len(b.initials) == 0 { // "Ada M. Lind", "Ada Maria Lind"
		for _, w := range b.words[1:m] {
			if a.initials[w[:1]] {
				return initialed
			}
		}
		return strangers
	}
	return shortened
}

func equalWords(a, b []string) bool { return slices.EqualFunc(a, b, sameLongWord) }

// within reports whether the words of a stand in b in their order.
func within(a, b []string) bool {
	for _, w := range b {
		if len(a) > 0 && sameWord(a[0], w) {
			a = a[1:]
		}
	}
	return len(a) == 0
}

func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
