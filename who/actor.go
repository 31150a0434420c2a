package who

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// Resolve gives the entities of the phrase headed by a token, those of its
// conjuncts included, each once.
func (l *Layer) Resolve(tok int) []int {
	if tok < 0 {
		return nil // a root has no head
	}
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
	for _, h := range l.Listed(tok) {
		out = append(out, int32(h))
	}
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
				if l.doc.Tokens[g].Rel == "conj" && l.Apart(tok, int(g)) {
					out = append(out, g)
				}
			}
		}
	}
	return out
}

// Apart reports whether a phrase that the tree joins to the complement of another is set
// apart by an article, and so joined to that one: "the government of Chile and the
// rebels", but not "the president of Chile and the United States".
func (l *Layer) Apart(tok, joined int) bool {
	m, n := l.At(tok), l.At(joined)
	if m == nil || n == nil || len(n.Entities) == 0 || l.doc.Child(joined, "det") < 0 && l.doc.Child(joined, "nmod:poss") < 0 || l.doc.Child(joined, "case") >= 0 {
		return false
	}
	return l.Entities[n.Entities[0]].Kind != State || n.Form != Named
}

// Listed are the heads of the persons named right behind the one at a token, with
// commas and "and" between, whom the tree hangs on that one without coordination: "the
// president of Chile Ana Rojas, premier Luis Quispe and minister Ada Lind". Two names
// are no apposition of one another.
func (l *Layer) Listed(tok int) []int {
	var out []int
	var list []*Mention
	for m := l.onePerson(tok); m != nil; {
		list = append(list, m)
		n := l.nextPerson(m)
		if n == nil || slices.ContainsFunc(list, func(o *Mention) bool { return o.Entities[0] == n.Entities[0] }) ||
			!slices.ContainsFunc(list, func(o *Mention) bool { return l.hangs(n.Head, o) }) {
			break
		}
		out = append(out, n.Head)
		m = n
	}
	return out
}

// onePerson is the mention at a token if it names one person, else nil.
func (l *Layer) onePerson(tok int) *Mention {
	m := l.At(tok)
	if m == nil || m.Form != Named || len(m.Entities) != 1 || l.Entities[m.Entities[0]].Kind != Person || l.Entities[m.Entities[0]].Plural {
		return nil
	}
	return m
}

// nextPerson is the named person that begins right behind a mention and a comma or "and".
func (l *Layer) nextPerson(m *Mention) *Mention {
	j := m.Last
	for j < len(l.doc.Tokens) && j < m.Last+4 {
		switch f := l.doc.Tokens[j].Form; f {
		case ",", ";", "and", "&", "the":
			j++
			continue
		}
		break
	}
	if j == m.Last || j >= len(l.doc.Tokens) {
		return nil
	}
	for i := j; i < len(l.doc.Tokens) && i < j+reach; i++ {
		if n := l.onePerson(i); n != nil && n.First == j && l.doc.Tokens[n.Head].Sent == l.doc.Tokens[m.Head].Sent {
			return n
		}
	}
	return nil
}

// hangs reports whether a token hangs on a mention by nothing but the relations of
// names.
func (l *Layer) hangs(tok int, m *Mention) bool {
	for i := tok; i >= 0; i = l.doc.Tokens[i].Head {
		if i >= m.First && i < m.Last {
			return true
		}
		switch rel := l.doc.Tokens[i].Rel; {
		case rel == "appos", rel == "conj", rel == "dep", rel == "compound", rel == "nmod:desc", rel == "list", lang.RelIs(rel, "flat"):
		case lang.RelIs(rel, "nmod") && rel != "nmod:poss" && l.doc.Child(i, "case") < 0:
		default:
			return false
		}
	}
	return false
}

// sameOne reports whether two tokens hold mentions of one entity.
func (l *Layer) sameOne(a, b int) bool {
	m, n := l.At(a), l.At(b)
	return m != nil && n != nil && len(m.Entities) == 1 && len(n.Entities) == 1 && m.Entities[0] == n.Entities[0]
}

// Actor gives an entity as it stands in a record. A former head of state acts for no
// state.
func (l *Layer) Actor(entity int) dateline.Actor {
	e := &l.Entities[entity]
	if e.retired {
		return dateline.Actor{ID: e.ID, Name: e.Name, Office: e.Office}
	}
	return dateline.Actor{ID: e.ID, Name: e.Name, State: e.State, Office: e.Office, Holder: e.Holder}
}

// Guessed reports whether the state of a person whom the facts do not know comes from
// the words around and not from a title or a name.
func (l *Layer) Guessed(entity int) bool {
	e := &l.Entities[entity]
	return e.Kind == Person && e.guessed && !e.linked()
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
