package read

import (
	"slices"

	"dateline"
	"dateline/who"
)

// legs takes a journey to several states apart: "will visit Norland, Sudland and
// Ostland" is three visits, which may be told apart later on.
func (r *rooms) legs(t told) []told {
	if t.Type != dateline.Consult || t.Mode != "visit" {
		return []told{t}
	}
	type leg struct{ mention, entity int }
	var to []leg
	for _, k := range r.listed(t.mention.Recipients) {
		for _, e := range r.actors.Mentions[k].Entities {
			x := &r.actors.Entities[e]
			if x.Kind != who.State || r.facts.State(x.State) == nil {
				return []told{t}
			}
			if !slices.ContainsFunc(to, func(l leg) bool { return r.actors.Entities[l.entity].State == x.State }) {
				to = append(to, leg{k, e})
			}
		}
	}
	if len(to) < 2 {
		return []told{t}
	}
	out := make([]told, 0, len(to))
	for i, l := range to {
		one := t
		one.leg = i
		one.Recipients = []dateline.Actor{r.actors.Actor(l.entity)}
		one.entities = append(slices.Clone(t.sides), l.entity)
		slices.Sort(one.entities)
		one.entities = slices.Compact(one.entities)
		trace := *t.Trace
		trace.Steps = slices.Clone(t.Trace.Steps)
		one.Trace = &trace
		if p := r.placeAt(r.actors.Mentions[l.mention].Head); p != nil && p.State == r.actors.Entities[l.entity].State {
			one.Place = p
		} else if s := r.facts.State(r.actors.Entities[l.entity].State); s != nil {
			one.Place = &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
		}
		one.step("leg %d of %d: %s", i+1, len(to), one.Place.Name)
		out = append(out, one)
	}
	return out
}
