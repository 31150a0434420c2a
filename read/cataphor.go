package read

import (
	"slices"

	"dateline/who"
)

// nameAhead is the person whom an office stands for that the text names only later:
// "The Norland president will …" in a key point, "Norland's President Lind" in the
// lead. It is e itself if nobody of that office and state is named, or several are.
func (r *rooms) nameAhead(e int) int {
	x := &r.actors.Entities[e]
	if x.Kind != who.Person || x.Plural || x.Past || x.Office == "" || x.State == "" || r.isNamed(x) || len(x.Mentions) == 0 {
		return e
	}
	if d := &r.doc.Sentences[r.doc.Tokens[r.actors.Mentions[slices.Min(x.Mentions)].Head].Sent]; d.Para > openingParagraphs {
		return e
	}
	found := e
	for i := range r.actors.Entities {
		y := &r.actors.Entities[i]
		if i == e || y.Kind != who.Person || y.Past || y.State != x.State || y.Office != x.Office || !r.isNamed(y) {
			continue
		}
		if found != e {
			return e
		}
		found = i
	}
	return found
}

// openingParagraphs is how far into an article key points and lead reach.
const openingParagraphs = 4

// isNamed reports whether some mention of an entity is its name.
func (r *rooms) isNamed(x *who.Entity) bool {
	return slices.ContainsFunc(x.Mentions, func(k int) bool { return r.actors.Mentions[k].Form == who.Named })
}
