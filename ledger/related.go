package ledger

import (
	"context"
	"errors"
	"slices"

	"dateline"
)

// Related fills in the relations of an occurrence: what its reports say it is part
// of, follows up, replaces, was caused or disrupted by. They lead to the present
// ids of other occurrences, and to words where no event stands for them. What
// leads to nothing any more (a rejected event) is left out. It gives the
// occurrences that they lead to, by id.
func Related(ctx context.Context, s Store, o *Occurrence) (map[string]*Occurrence, error) {
	o.Relations = nil
	others := map[string]*Occurrence{}
	for _, r := range o.Reports {
		for _, rel := range r.Event.Relations {
			if rel.Event != "" {
				to, err := s.Occurrence(ctx, rel.Event)
				var e *dateline.Error
				if errors.As(err, &e) && e.Kind == dateline.Usage {
					continue
				}
				if err != nil {
					return nil, err
				}
				rel.Event, others[to.ID] = to.ID, to
			}
			if rel.Event != o.ID && !slices.Contains(o.Relations, rel) {
				o.Relations = append(o.Relations, rel)
			}
		}
	}
	return others, nil
}
