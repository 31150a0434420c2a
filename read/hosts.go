package read

import (
	"slices"

	"dateline"
	"dateline/who"
)

// hosts gives the people whom somebody meets abroad, and of whom only the words
// around told a state, that of the place: "In Lima, the Norwegian minister will meet
// with Foreign Minister Ana Rojas".
func (r *rooms) hosts() {
	for i := range r.found {
		m := &r.found[i]
		if m.Type != dateline.Consult || m.Mode == "visit" || m.Mode == "call" {
			continue
		}
		p, _ := r.places.Of(m.Trigger, m.Clause)
		if p == nil || r.facts.State(p.State) == nil {
			continue
		}
		var people []int
		for _, k := range slices.Concat(m.Actors, m.Recipients) {
			people = append(people, r.actors.Mentions[k].Entities...)
		}
		known := slices.IndexFunc(people, func(e int) bool {
			x := &r.actors.Entities[e]
			return x.Kind == who.Person && x.Political && !r.actors.Guessed(e)
		})
		if known < 0 || slices.ContainsFunc(people, func(e int) bool { return r.actors.Entities[e].State == p.State }) {
			continue
		}
		for _, e := range people {
			if x := &r.actors.Entities[e]; r.actors.Guessed(e) && x.State == r.actors.Entities[people[known]].State {
				r.actors.Settle(e, p.State, "met in "+p.Name+" by a visitor")
			}
		}
	}
}
