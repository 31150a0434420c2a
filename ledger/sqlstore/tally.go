package sqlstore

import (
	"cmp"
	"context"
	"slices"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// Tally counts occurrences by day, type and mode: in the lists where these have
// all that is asked for, else one by one.
func (s *Store) Tally(ctx context.Context, q query.Query) ([]ledger.Count, error) {
	no := false
	q.Undated = &no
	counts := map[ledger.Count]int{}
	exact := false
	err := s.read(ctx, "count events", func(c *conn) error {
		a, err := c.ask(q, ledger.ByTime)
		if err != nil {
			return err
		}
		if exact = a.exact; !exact {
			return nil
		}
		return a.tally(counts)
	})
	if err == nil && !exact {
		var found []*ledger.Occurrence
		found, err = s.Find(ctx, q, ledger.Page{Limit: maxTally})
		for _, o := range found {
			counts[ledger.Count{Day: o.Event.When.Earliest, Type: o.Event.Type, Mode: o.Event.Mode}]++
		}
	}
	return sortedCounts(counts), err
}

// maxTally bounds what is counted one by one.
const maxTally = 100000

func (a *ask) tally(counts map[ledger.Count]int) error {
	kinds, err := a.c.kinds()
	if err != nil {
		return err
	}
	type place struct{ day, kind int64 }
	return a.each(func(of []posting) (bool, error) {
		some := map[place]int{}
		for i := range of {
			some[place{int64(of[i].day), int64(of[i].kind)}]++
		}
		for at, n := range some {
			k := kinds[at.kind]
			counts[ledger.Count{Day: dateline.Day(at.day), Type: k.typ, Mode: k.mode}] += n
		}
		return false, nil
	})
}

func sortedCounts(counts map[ledger.Count]int) []ledger.Count {
	out := make([]ledger.Count, 0, len(counts))
	for k, n := range counts {
		k.N = n
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b ledger.Count) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Mode, b.Mode))
	})
	return out
}
