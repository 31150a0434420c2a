package who

import (
	"slices"
	"strings"

	"dateline"
)

// Resolve gives the entities of the phrase headed by a token, those of its
// conjuncts included, each once.
func (l *Layer) Resolve(tok int) []int {
	var out []int
	if m := l.At(tok); m != nil {
		out = append(out, m.Entities...)
	}
	for _, c := range l.conjuncts(tok) {
		for _, e := range l.Resolve(int(c)) {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// conjuncts are the words joined to a phrase, those included that the tree joins
// to its complement although an article sets them apart: "the government of
// Chile and the rebels".
func (l *Layer) conjuncts(tok int) []int32 {
	var out []int32
	for _, c := range l.doc.Children(tok) {
		switch rel := l.doc.Tokens[c].Rel; {
		case rel == "conj":
			out = append(out, c)
		case rel == "appos" && l.sameOne(tok, int(c)): // "president Lind and premier Dahl", the second joined to the name
			for _, g := range l.doc.Children(int(c)) {
				if l.doc.Tokens[g].Rel == "conj" {
					out = append(out, g)
				}
			}
		case rel == "nmod" && int(c) > tok:
			for _, g := range l.doc.Children(int(c)) {
				if l.doc.Tokens[g].Rel == "conj" && l.doc.Child(int(g), "det") >= 0 && l.doc.Child(int(g), "case") < 0 && l.At(int(g)) != nil && l.At(tok) != nil {
					out = append(out, g)
				}
			}
		}
	}
	return out
}

// sameOne reports whether two tokens hold mentions of one entity.
func (l *Layer) sameOne(a, b int) bool {
	m, n := l.At(a), l.At(b)
	return m != nil && n != nil && len(m.Entities) == 1 && len(n.Entities) == 1 && m.Entities[0] == n.Entities[0]
}

// Actor gives an entity as it stands in a record.
func (l *Layer) Actor(entity int) dateline.Actor {
	e := &l.Entities[entity]
	return dateline.Actor{ID: e.ID, Name: e.Name, State: e.State, Office: e.Office, Holder: e.Holder}
}

// Guessed reports whether the state of a person whom the facts do not know comes from
// the words around and not from a title or a name.
func (l *Layer) Guessed(entity int) bool {
	e := &l.Entities[entity]
	return e.Kind == Person && e.guessed && !strings.HasPrefix(e.ID, "p:Q")
}

// Settle gives somebody of guessed state the one that what he does tells.
func (l *Layer) Settle(entity int, state, why string) {
	e := &l.Entities[entity]
	e.State, e.guessed = state, false
	e.ID = newID(e.Kind, e.Name, state)
	e.Why = append(e.Why, why)
}

// Bodies marks the tokens that are part of the name of a person or of a body of
// several words, whose parts are no places: "Union" in "European Union".
func (l *Layer) Bodies() []bool {
	in := make([]bool, len(l.doc.Tokens))
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Form != Named || m.Last-m.First < 2 || len(m.Entities) != 1 {
			continue
		}
		if e := &l.Entities[m.Entities[0]]; e.Kind == Person || e.Kind == Org && len(e.State) != 3 {
			for j := m.First; j < m.Last; j++ {
				in[j] = true
			}
		}
	}
	return in
}
