package sqlstore

import (
	"context"
	"errors"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// defaultLimit is how many occurrences Find gives if not told.
const defaultLimit = 100

// Find asks the indexes for candidates, in order, and lets the query's own
// meaning decide on each.
func (s *Store) Find(ctx context.Context, q query.Query, p ledger.Page) ([]*ledger.Occurrence, error) {
	if p.Limit == 0 {
		p.Limit = defaultLimit
	}
	c, err := s.reading(ctx)
	if err != nil {
		return nil, ioError("find events", err)
	}
	var out []*ledger.Occurrence
	if q.AsOf.Known() {
		out, err = c.findPast(q, p)
	} else {
		out, err = c.find(q, p)
	}
	return out, ioError("find events", err)
}

func (c *conn) find(q query.Query, p ledger.Page) ([]*ledger.Occurrence, error) {
	on, err := c.shelf()
	if err != nil {
		return nil, err
	}
	way, err := c.plan(q, p.Order)
	if err != nil || way.empty {
		return nil, err
	}
	var out []*ledger.Occurrence
	skip := p.Skip
	for part := range way.parts {
		for offset, batch := 0, min(p.Limit+skip, maxBatch); ; offset, batch = offset+batch, min(2*batch, maxBatch) {
			founders, err := c.founders(way, part, batch, offset)
			if err != nil {
				return nil, err
			}
			for _, k := range founders {
				o, err := on.occurrence(k)
				if err != nil {
					return nil, err
				}
				if o == nil {
					continue
				}
				if ok, err := on.matches(q, o); err != nil {
					return nil, err
				} else if !ok {
					continue
				}
				if skip > 0 {
					skip--
					continue
				}
				if out = append(out, o); len(out) == p.Limit {
					return out, nil
				}
			}
			if len(founders) < batch {
				break
			}
		}
	}
	return out, nil
}

// maxBatch bounds the candidates that are read at once.
const maxBatch = 10000

func texts[E ~string](v []E) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = string(x)
	}
	return out
}

func (c *conn) founders(p *plan, part, limit, offset int) ([]string, error) {
	q, args := p.sql("(SELECT r.key FROM reports r WHERE r.n = o.n)", part)
	q += " ORDER BY " + p.parts[part].order + " LIMIT ? OFFSET ?"
	return c.strings(q, append(args, limit, offset)...)
}

// matches asks the query's own meaning.
func (c shelf) matches(q query.Query, o *ledger.Occurrence) (bool, error) {
	s := query.Subject{Event: &o.Event, Witnesses: o.Witnesses}
	for _, r := range o.Reports {
		s.Published = append(s.Published, r.Published)
		s.Sources = append(s.Sources, r.Outlet)
	}
	if len(q.Words) > 0 {
		var err error
		if s.Text, err = c.body(o); err != nil {
			return false, err
		}
	}
	return q.Match(s), nil
}

// findPast folds what had been published by that day and asks that.
func (c *conn) findPast(q query.Query, p ledger.Page) ([]*ledger.Occurrence, error) {
	wide := query.All()
	wide.With, wide.Types, wide.Words = q.With, q.Types, q.Words
	wide.Published.Latest = q.AsOf
	way, err := c.plan(wide, ledger.ByTime)
	if err != nil || way.empty {
		return nil, err
	}
	var founders []string
	for part := range way.parts {
		more, err := c.founders(way, part, maxPast, 0)
		if err != nil {
			return nil, err
		}
		founders = append(founders, more...)
	}
	if len(founders) >= maxPast {
		return nil, &dateline.Error{Kind: dateline.Usage, Op: "find events", Err: errors.New("too many events had been reported by that day"), Hint: "narrow the question by --with, --type or words"}
	}
	var known []*ledger.Report
	on, err := c.shelf()
	if err != nil {
		return nil, err
	}
	for _, k := range founders {
		m, err := on.Members(k)
		if err != nil {
			return nil, err
		}
		for _, r := range m {
			if r.Published.Known() && r.Published <= q.AsOf {
				known = append(known, r)
			}
		}
	}
	var out []*ledger.Occurrence
	for _, o := range ledger.FoldBlocks(known) {
		if ok, err := on.matches(q, o); err != nil {
			return nil, err
		} else if ok {
			out = append(out, o)
		}
	}
	ledger.SortOccurrences(out, p.Order)
	out = out[min(p.Skip, len(out)):]
	return out[:min(p.Limit, len(out))], nil
}

// maxPast bounds how many occurrences are folded anew for a question about the past.
const maxPast = 20000

// Occurrence answers for any id that was ever given.
func (s *Store) Occurrence(ctx context.Context, id string) (*ledger.Occurrence, error) {
	c, err := s.reading(ctx)
	if err != nil {
		return nil, ioError("find event", err)
	}
	on, err := c.shelf()
	if err != nil {
		return nil, ioError("find event", err)
	}
	founder, err := on.resolve(id)
	if err != nil {
		return nil, ioError("find event", err)
	}
	o, err := on.occurrence(founder)
	if err != nil {
		return nil, ioError("find event", err)
	}
	if o == nil {
		return nil, &dateline.Error{Kind: dateline.Usage, Op: "find event", Place: id, Err: errors.New("it was rejected, or its report was withdrawn by a later reading"), Hint: "dateline changes and dateline fix --list tell when"}
	}
	return o, nil
}
