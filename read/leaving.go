package read

import (
	"slices"

	"dateline"
)

// leaving folds "will leave office on August 2" into the resignation of the same person,
// which it dates.
func (r *rooms) leaving(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(r.resignsOnce(found), func(o *occurrence) bool {
		if o.Type != dateline.Office || len(o.sides) != 1 || !leaves[r.doc.Tokens[o.mention.Trigger].Lemma] {
			return false
		}
		for _, x := range found {
			if x.Type != dateline.Retreat || x.Mode != "resign" || len(x.sides) != 1 || x.sides[0] != o.sides[0] || o.dated && x.dated && !o.When.Overlaps(x.When.Span) {
				continue
			}
			for i := range o.all {
				x.take(&o.all[i], "leaves office: the resignation")
			}
			return true
		}
		return false
	})
}

// resignsOnce folds what somebody is to do ("is to leave office on August 2") into the
// resignation that he has announced, and keeps the day that was told for it.
func (r *rooms) resignsOnce(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		if o.Type != dateline.Retreat || o.Mode != "resign" || len(o.sides) != 1 || o.Status != dateline.Planned {
			return false
		}
		for _, x := range found {
			if x == o || x.Type != dateline.Retreat || x.Mode != "resign" || !slices.Equal(x.sides, o.sides) || x.Status != dateline.Happened || !r.announced(&x.told) {
				continue
			}
			x.all = append(x.all, o.all...)
			x.Evidence = append(x.Evidence, o.Evidence...)
			x.Status, x.When, x.dated = o.Status, o.When, o.dated
			x.step("it is still to come: %q", o.Trigger)
			return true
		}
		return false
	})
}

// announced reports an act of which the announcement is told.
func (r *rooms) announced(t *told) bool {
	l := t.mention.Trigger
	if t.mention.Light >= 0 {
		l = t.mention.Light
	}
	return r.doc.Tokens[l].Lemma == "announce"
}

var leaves = wordSet("leave depart vacate quit exit")
