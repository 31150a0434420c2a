package where

import (
	"slices"
	"strings"

	"dateline/lang"
)

// locatives are the words that put an event at a place.
var locatives = strings.Fields("in at near outside inside off around across along within on throughout aboard above beside")

// footing finds the word that a place hangs on and whether it is put there as a
// place: by a locative, as a modifier ("the Ruritz talks"), or as the act's own
// frame has it.
func (l *Layer) footing(m *Mention, trigger int) (at int, cost float64, ok bool) {
	h := m.Head
	t := &l.doc.Tokens[h]
	for t.Head >= 0 && (t.Rel == "appos" || t.Rel == "conj" || lang.RelIs(t.Rel, "flat") || t.Rel == "nmod:desc") && l.byHead[t.Head] >= 0 {
		h, cost = t.Head, cost+0.3
		t = &l.doc.Tokens[h]
	}
	if t.Head < 0 {
		return 0, 0, false
	}
	gov := t.Head
	cs := l.preposition(h, m)
	if k := m.First - 1; cs < 0 && h == m.Head && k >= 0 && l.town(k, gov) { // "in the Danish capital Ruritz"
		h, t = k, &l.doc.Tokens[k]
		gov, cs = t.Head, l.doc.Child(k, "case")
	}
	switch {
	case t.Rel == "advmod":
		return gov, cost, true
	case t.Rel == "compound" || t.Rel == "amod":
		return gov, cost + 0.5, gov == trigger && (m.Kind == "city" || m.Kind == "site")
	case cs < 0:
		if (t.Rel == "obj" || lang.RelIs(t.Rel, "nsubj") && strings.Contains(t.Rel, "pass")) && l.framed(gov, "obj") {
			return gov, cost + l.aside(gov, trigger), true
		}
		return 0, 0, false
	case l.behind(h, m, cs):
		return gov, cost, lang.RelIs(t.Rel, "obl") || lang.RelIs(t.Rel, "nmod") || t.Rel == "advcl" || t.Rel == "appos"
	case l.framed(gov, strings.ToLower(l.doc.Tokens[cs].Form)):
		return gov, cost + l.aside(gov, trigger), true
	case l.doc.Tokens[cs].Lemma != "to" && l.movedBy(gov, strings.ToLower(l.doc.Tokens[cs].Form)) >= 0:
		up := l.movedBy(gov, strings.ToLower(l.doc.Tokens[cs].Form))
		return up, cost + l.aside(up, trigger), true
	case l.people(gov, cs) && l.doc.Tokens[gov].Head >= 0: // "war against the people of Ukraine"
		if c := l.doc.Child(gov, "case"); c >= 0 && l.framed(l.doc.Tokens[gov].Head, strings.ToLower(l.doc.Tokens[c].Form)) {
			up := l.doc.Tokens[gov].Head
			return up, cost + l.aside(up, trigger), true
		}
	}
	return 0, 0, false
}

// town reports whether token k is a noun for a town or region beside whose name the
// tree has hung on the same word, although the two are one phrase.
func (l *Layer) town(k, gov int) bool {
	t := &l.doc.Tokens[k]
	if t.UPOS != "NOUN" || t.Head < 0 || t.Head != gov {
		return false
	}
	row, ok := l.table.sites[strings.ToLower(t.Lemma)]
	return ok && row.small == "name"
}

// preposition is the one that a place stands under, or -1; trees may hang it on
// another word of the name.
func (l *Layer) preposition(h int, m *Mention) int {
	if cs := l.doc.Child(h, "case"); cs >= 0 || h != m.Head {
		return cs
	}
	for i := m.First; i < m.Last; i++ {
		if cs := l.doc.Child(i, "case"); cs >= 0 && cs < m.First {
			return cs
		}
	}
	return -1
}

// movedBy is the act whose object a noun is and whose frame takes the
// preposition behind it, or -1: "withdraws (all of) its troops from Ukraine".
func (l *Layer) movedBy(i int, under string) int {
	for lang.RelIs(l.doc.Tokens[i].Rel, "nmod") && l.doc.Tokens[i].Head >= 0 {
		if cs := l.doc.Child(i, "case"); cs < 0 || l.doc.Tokens[cs].Lemma != "of" {
			return -1
		}
		i = l.doc.Tokens[i].Head
		if l.framed(i, under) {
			return i // "the withdrawal of troops from Gaza"
		}
	}
	if up := l.doc.Tokens[i].Head; l.doc.Tokens[i].Rel == "obj" && up >= 0 && l.framed(up, under) {
		return up
	}
	return -1
}

// aside makes the place of another act than the trigger dear.
func (l *Layer) aside(gov, trigger int) float64 {
	switch {
	case gov == trigger:
		return 0
	case l.doc.Dominates(gov, trigger):
		return 0.5
	case l.table.travels[l.doc.Tokens[gov].Lemma]: // "met on a visit to Ruritz"
		return 0.3
	}
	return 3
}

// people reports whether a noun before "of" is all that live in the place behind it.
func (l *Layer) people(i, cs int) bool {
	if l.doc.Tokens[cs].Lemma != "of" {
		return false
	}
	switch l.doc.Tokens[i].Lemma {
	case "people", "citizen", "civilian", "population":
		return true
	}
	return false
}

// behind reports whether a locative stands before a place; "on" only before
// what one can stand on.
func (l *Layer) behind(h int, m *Mention, cs int) bool {
	w := strings.ToLower(l.doc.Tokens[cs].Form)
	if w == "on" && (m.Kind == "state" || (m.Kind == "region" || m.Kind == "continent" || m.Kind == "city") && !standable(m.Place.Name)) {
		return false // "action on Ruritz"
	}
	if slices.Contains(locatives, w) {
		return true
	}
	f, last := l.doc.Subtree(cs)
	return last-f > 1 && (w == "close" || w == "next" || w == "outside") && h > cs
}

// standable reports whether a place's name says that one can be "on" it.
func standable(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		switch w {
		case "island", "islands", "isle", "peninsula", "heights", "mount", "mountain", "hill", "bank", "reef", "atoll", "plateau", "coast", "border":
			return true
		}
	}
	return false
}

// framed reports whether an act has its place under a word.
func (l *Layer) framed(i int, under string) bool {
	return slices.Contains(l.table.frame(strings.ToLower(l.doc.Tokens[i].Lemma)), under)
}
