package read

import "dateline"

// onTheDay gives the participants of dated events the offices and the holders of that
// day: "in 2010, the British prime minister visited India" is not today's.
func (r *rooms) onTheDay(found []*occurrence) {
	for _, o := range found {
		if o.When == nil {
			continue
		}
		o.Actors = r.dated(o.Actors, o.When.Span)
		o.Recipients = r.dated(o.Recipients, o.When.Span)
	}
}

func (r *rooms) dated(side []dateline.Actor, days dateline.Span) []dateline.Actor {
	out := make([]dateline.Actor, 0, len(side)) // an empty side is a list, not null
	for _, a := range side {
		out = append(out, r.actors.On(a, days, r.facts))
	}
	return out
}
