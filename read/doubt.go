package read

import (
	"fmt"
	"slices"

	"dateline"
)

// slips finds visits ascribed to somebody who, by all the rest of the article,
// is not the visitor: "Berg's visit to Oslo" in an article on Lind's visit to
// Oslo, told of no further and Berg of the same state. The reader is told, and
// the mention is no event of its own.
func (r *rooms) slips(rec *dateline.Record, found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		if o.Type != dateline.Consult || o.Mode != "visit" || !r.onlyAlluded(o) || o.Place == nil || r.ownTime(&o.told) || len(o.sides) != 1 {
			return false
		}
		for _, v := range found {
			if v == o || v.Type != dateline.Consult || v.Mode != "visit" || len(v.all) <= len(o.all) || len(v.sides) != 1 || v.sides[0] == o.sides[0] {
				continue
			}
			if v.Place != nil && v.Place.State != o.Place.State || v.Place == nil || r.actors.Entities[v.sides[0]].State != r.actors.Entities[o.sides[0]].State {
				continue
			}
			a, b := r.actors.Entities[o.sides[0]].Name, r.actors.Entities[v.sides[0]].Name
			e := o.Evidence[0]
			rec.Doubts = append(rec.Doubts, dateline.Doubt{
				Kind: "contradiction", Start: o.Trace.Trigger[0], End: o.Trace.Trigger[1], Text: e.Text,
				Why: fmt.Sprintf("the visit to %s is %s's everywhere else in the article, here %s's", v.Place.Name, b, a),
			})
			return true
		}
		return false
	})
}

// onlyAlluded reports whether no mention tells of the event as news.
func (r *rooms) onlyAlluded(o *occurrence) bool {
	return !slices.ContainsFunc(o.all, func(t told) bool { return !t.presupposed() })
}

// ownTime reports whether an event's time hangs on the trigger itself.
func (r *rooms) ownTime(t *told) bool {
	if t.When == nil {
		return false
	}
	return r.hasOwnTime(t.mention.Trigger)
}

// hasOwnTime reports whether a time hangs on a token.
func (r *rooms) hasOwnTime(i int) bool {
	for _, c := range r.doc.Children(i) {
		if r.times.At(int(c)) != nil {
			return true
		}
	}
	return false
}
