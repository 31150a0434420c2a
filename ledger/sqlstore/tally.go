package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// Tally counts occurrences by day, type and mode: in the index of a party where
// that has all that is asked for, else one by one.
func (s *Store) Tally(ctx context.Context, q query.Query) ([]ledger.Count, error) {
	no := false
	q.Undated = &no
	c, err := s.reading(ctx)
	if err != nil {
		return nil, ioError("count events", err)
	}
	way, err := c.plan(q, ledger.ByTime)
	switch {
	case err != nil:
	case way.empty:
		return nil, nil
	case way.exact(q):
		out, err := c.tally(way)
		return out, ioError("count events", err)
	}
	var found []*ledger.Occurrence
	if err == nil {
		found, err = s.Find(ctx, q, ledger.Page{Limit: maxTally})
	}
	counts := map[ledger.Count]int{}
	for _, o := range found {
		counts[ledger.Count{Day: o.Event.When.Earliest, Type: o.Event.Type, Mode: o.Event.Mode}]++
	}
	return sortedCounts(counts), err
}

// maxTally bounds what is counted one by one.
const maxTally = 100000

// exact reports whether all that q asks for stands in the index of a party.
func (p *plan) exact(q query.Query) bool {
	return p.party != "" && len(p.where.where) <= 2 && p.keysOnly && !q.AsOf.Known() && q.Published == dateline.NoSpan &&
		len(q.Without)+len(q.Places)+len(q.Sources)+len(q.Words)+q.Witnesses == 0
}

func (c *conn) tally(p *plan) ([]ledger.Count, error) {
	kinds, err := c.kinds()
	if err != nil {
		return nil, err
	}
	counts := map[ledger.Count]int{}
	for i := range p.parts {
		q, args := p.indexOnly().sql("p.earliest, p.kind, COUNT(*)", i)
		err := c.each(q+" GROUP BY p.earliest, p.kind", args, func(r *sql.Rows) error {
			var day, k int64
			var n int
			err := r.Scan(&day, &k, &n)
			counts[ledger.Count{Day: dateline.Day(day), Type: kinds[k].typ, Mode: kinds[k].mode}] += n
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return sortedCounts(counts), nil
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
