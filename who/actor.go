package who

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// Resolve gives the entities of the phrase headed by a token, those of its
// conjuncts included, each once.
func (l *Layer) Resolve(tok int) []int {
	var out []int
	if m := l.At(tok); m != nil {
		out = append(out, m.Entities...)
	}
	for _, c := range l.doc.Children(tok) {
		if lang.RelIs(l.doc.Tokens[c].Rel, "conj") {
			for _, e := range l.Resolve(int(c)) {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// Actor gives an entity as it stands in a record.
func (l *Layer) Actor(entity int) dateline.Actor {
	e := &l.Entities[entity]
	return dateline.Actor{ID: e.ID, Name: e.Name, State: e.State, Office: e.Office, Holder: e.Holder}
}
