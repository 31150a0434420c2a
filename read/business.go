package read

import (
	"slices"

	"dateline"
	"dateline/who"
)

// byNameAlone is how sure the room who is of a body of which it has nothing but the name.
const byNameAlone = 0.5

// business reports dealings of names that nobody knows for anything political, as firms are:
// "Brantley and Kolding announced their agreement", "OrbitX tested its rocket". They count
// where they act on somebody political.
func (r *rooms) business(o *occurrence) bool {
	switch o.Type {
	case dateline.Agree, dateline.Cooperate, dateline.Aid, dateline.Mobilize, dateline.Retreat, dateline.Concede:
	default:
		return false
	}
	if len(o.Actors) == 0 || o.Mode == "ceasefire" || slices.ContainsFunc(slices.Concat(o.Actors, o.Recipients), func(a dateline.Actor) bool { return a.State != "" }) {
		return false
	}
	if slices.ContainsFunc(o.entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Political && x.Confidence > byNameAlone || x.Armed || x.Kind == who.Person
	}) {
		return false
	}
	heads := r.groups(o.mention.Actors, o.mention.ActorHeads)
	return len(heads) > 0 && !slices.ContainsFunc(heads, func(h int) bool { return r.doc.Tokens[h].XPOS != "NNP" })
}
