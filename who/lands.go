package who

import (
	"dateline/facts"
)

// continental reports whether a word at token i is of a continent's name, not a state's:
// "South America", "Latin American".
func continental(forms []string, i int) bool {
	prev := ""
	if i > 0 {
		prev = forms[i-1]
	}
	switch forms[i] {
	case "America":
		return prev == "South" || prev == "North" || prev == "Latin" || prev == "Central"
	case "American", "Americans":
		switch prev {
		case "South", "Latin", "Central", "North", "Inter", "Pan":
			return true
		}
	case "South", "North", "Latin", "Central":
		return i+1 < len(forms) && (forms[i+1] == "America" || forms[i+1] == ",")
	}
	return false
}

// land finds at token i what the tables of lands within states know and what only half
// a state's name tells.
func (r *reader) land(first int, forms []string, i int) (known, bool) {
	if s := newLand(forms, i); s > "" {
		n := 2
		if forms[i+1] == "South" {
			n = 3
		}
		return known{first: first + i, last: first + i + n, kind: facts.KindRegion, state: newLands[s]}, true
	}
	if s, ok := r.words.regions[forms[i]]; ok {
		if i+1 < len(forms) && r.words.regions[forms[i]+" "+forms[i+1]] != "" {
			return known{first: first + i, last: first + i + 2, kind: facts.KindRegion, state: r.words.regions[forms[i]+" "+forms[i+1]]}, true
		}
		if s != "" && r.doc.Tokens[first+i].UPOS == "ADJ" {
			return known{first: first + i, last: first + i + 1, kind: facts.KindRegion, state: s}, true
		}
	}
	return r.halfBefore(first, forms, i)
}

// halfBefore finds the state that "North" means in "North and South Korea".
func (r *reader) halfBefore(first int, forms []string, i int) (known, bool) {
	if i+3 >= len(forms) || forms[i+1] != "and" || r.facts.StateByName(forms[i+2]+" "+forms[i+3]) == nil {
		return known{}, false
	}
	for _, ref := range r.facts.Lookup(forms[i] + " " + forms[i+3]) {
		if ref.Kind == facts.KindState {
			return known{first: first + i, last: first + i + 1, kind: ref.Kind, ref: ref, state: r.facts.StateOf(ref), half: true}, true
		}
	}
	return known{}, false
}

// newLands are the states of lands called "New" after one that is a state or land itself.
var newLands = map[string]string{"Jersey": "USA", "Mexico": "USA", "Wales": "AUS"}

// newLand is the word behind "New" (or "New South") of a land at token i; or "".
func newLand(forms []string, i int) string {
	if forms[i] != "New" || i+1 >= len(forms) {
		return ""
	}
	w := forms[i+1]
	if w == "South" && i+2 < len(forms) {
		w = forms[i+2]
	} else if w == "Wales" {
		return ""
	}
	if newLands[w] == "" {
		return ""
	}
	return w
}
