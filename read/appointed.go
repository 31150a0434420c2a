package read

import (
	"slices"

	"dateline"
	"dateline/who"
)

// appointed gives those whom a state or its office-holder names to a post, and of whom
// the text tells no state, that state: "Chile appoints Ana Rojas as its negotiator".
func (r *rooms) appointed() {
	for i := range r.found {
		m := &r.found[i]
		if m.Type != dateline.Office || m.Mode != "appoint" {
			continue
		}
		state := ""
		var named []int
		for _, k := range slices.Concat(m.Actors, m.Recipients) {
			for _, e := range r.actors.Mentions[k].Entities {
				switch x := &r.actors.Entities[e]; {
				case x.Kind == who.Person && x.State == "" && r.actors.Mentions[k].Form == who.Named:
					named = append(named, e)
				case len(x.State) == 3 && x.Kind != who.Group:
					state = x.State
				}
			}
		}
		for _, e := range named {
			if state != "" {
				r.actors.Settle(e, state, "appointed by "+state)
			}
		}
	}
}
