package sqlstore

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// defaultLimit is how many occurrences Find gives if not told.
const defaultLimit = 100

// Find asks the lists for candidates, in order, and lets the query's own meaning
// decide on each.
func (s *Store) Find(ctx context.Context, q query.Query, p ledger.Page) (out []*ledger.Occurrence, err error) {
	if p.Limit == 0 {
		p.Limit = defaultLimit
	}
	err = s.read(ctx, "find events", func(c *conn) error {
		if q.AsOf.Known() {
			out, err = c.findPast(q, p)
		} else {
			out, err = c.find(q, p)
		}
		return err
	})
	return out, err
}

// finder takes candidates in and keeps those that a query means.
type finder struct {
	on      shelf
	compare func(x, y posting) int
	q       query.Query
	p       ledger.Page
	skip    int
	out     []*ledger.Occurrence
}

// atOnce is how many candidates are read together.
const atOnce = 32

func (c *conn) find(q query.Query, p ledger.Page) ([]*ledger.Occurrence, error) {
	on, err := c.shelf()
	if err != nil {
		return nil, err
	}
	a, err := c.ask(q, p.Order)
	if err != nil {
		return nil, err
	}
	if err := a.phrases(on.fixes); err != nil {
		return nil, err
	}
	f := &finder{on: on, compare: a.compare, q: q, p: p, skip: p.Skip}
	err = a.each(f.take)
	return f.out, err
}

// take decides on the candidates of a part, which come in the order of their days.
func (f *finder) take(of []posting) (enough bool, err error) {
	for len(of) > 0 {
		n := group(of, func(a, b *posting) bool { return a.day == b.day })
		slices.SortFunc(of[:n], f.compare)
		for now := of[:n]; len(now) > 0; {
			n := group(now, func(a, b *posting) bool { return a.day == b.day && a.more == b.more })
			if enough, err := f.takeSome(now[:n]); enough || err != nil {
				return enough, err
			}
			now = now[n:]
		}
		of = of[n:]
	}
	return false, nil
}

// group is how many of the first candidates are taken together, no two alike cut apart.
func group(of []posting, alike func(a, b *posting) bool) int {
	n := min(atOnce, len(of))
	for n < len(of) && alike(&of[n], &of[n-1]) {
		n++
	}
	return n
}

// takeSome decides on some candidates; those of the same days go by their id.
func (f *finder) takeSome(now []posting) (enough bool, err error) {
	nums := make([]int64, len(now))
	for i := range now {
		nums[i] = now[i].n
	}
	keys, err := f.on.keysByNumber(nums)
	if err != nil {
		return false, err
	}
	ids := make(map[int64]string, len(now))
	for n, key := range keys {
		ids[n] = ledger.IDOf(key)
	}
	slices.SortFunc(now, func(x, y posting) int { return cmp.Or(f.compare(x, y), cmp.Compare(ids[x.n], ids[y.n])) })
	for some := range slices.Chunk(now, atOnce) {
		if enough, err := f.look(some, keys); enough || err != nil {
			return enough, err
		}
	}
	return false, nil
}

// look builds occurrences and keeps those that match.
func (f *finder) look(of []posting, keys map[int64]string) (enough bool, err error) {
	nums := make([]int64, len(of))
	for i := range of {
		nums[i] = of[i].n
	}
	if _, err := f.on.load(nums); err != nil { // all at once, into the cache
		return false, err
	}
	for i := range of {
		o, err := f.on.occurrence(keys[of[i].n])
		if err != nil {
			return false, err
		}
		if o == nil {
			continue
		}
		if ok, err := f.on.matches(f.q, o); err != nil {
			return false, err
		} else if !ok {
			continue
		}
		if f.skip > 0 {
			f.skip--
			continue
		}
		if f.out = append(f.out, o); len(f.out) == f.p.Limit {
			return true, nil
		}
	}
	return false, nil
}

func texts[E ~string](v []E) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = string(x)
	}
	return out
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
	a, err := c.ask(wide, ledger.ByTime)
	if err != nil {
		return nil, err
	}
	var founders []int64
	err = a.each(func(of []posting) (bool, error) {
		some, err := c.firstKnown(of, q.AsOf)
		founders = append(founders, some...)
		return len(founders) >= maxPast, err
	})
	if err != nil {
		return nil, err
	}
	if len(founders) >= maxPast {
		return nil, &dateline.Error{Kind: dateline.Usage, Op: "find events", Err: errors.New("too many events had been reported by that day"), Hint: "narrow the question by --with, --type or words"}
	}
	var known []*ledger.Report
	on, err := c.shelf()
	if err != nil {
		return nil, err
	}
	for _, n := range founders {
		nums, err := c.members(n)
		if err != nil {
			return nil, err
		}
		m, err := c.load(nums)
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
func (s *Store) Occurrence(ctx context.Context, id string) (o *ledger.Occurrence, err error) {
	err = s.read(ctx, "find event", func(c *conn) error {
		on, err := c.shelf()
		if err != nil {
			return err
		}
		founder, err := on.resolve(id)
		if err != nil {
			return err
		}
		if o, err = on.occurrence(founder); err == nil && o == nil {
			err = &dateline.Error{Kind: dateline.Usage, Op: "find event", Place: id, Err: errors.New("it was rejected, or its report was withdrawn by a later reading"), Hint: "dateline changes and dateline fix --list tell when"}
		}
		return err
	})
	return o, err
}
