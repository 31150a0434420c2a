package read

import (
	"slices"

	"dateline"
)

// leaving folds "will leave office on August 2" into the resignation of the same person,
// which it dates.
func (r *rooms) leaving(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
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

var leaves = wordSet("leave depart vacate quit exit")
