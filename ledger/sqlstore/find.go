package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

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
	cond := c.conditions(q)
	var out []*ledger.Occurrence
	skip := p.Skip
	for offset, batch := 0, p.Limit+skip; ; offset, batch = offset+batch, 2*batch {
		founders, err := c.founders(cond, p.Order, batch, offset)
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
			return out, nil
		}
	}
}

// condition is a WHERE with its arguments.
type condition struct {
	where []string
	args  []any
}

func (w *condition) and(sql string, args ...any) {
	w.where = append(w.where, sql)
	w.args = append(w.args, args...)
}

// conditions narrows by what has an index; Match makes sure of the rest.
func (c *conn) conditions(q query.Query) *condition {
	w := &condition{}
	in := func(column string, values []string) {
		if len(values) > 0 {
			marks, args := list(values)
			w.and(column+" IN ("+marks+")", args...)
		}
	}
	in("o.type", texts(q.Types))
	in("o.mode", q.Modes)
	in("o.status", texts(q.Statuses))
	if q.Happens.Earliest.Known() {
		w.and("o.latest >= ?", int64(q.Happens.Earliest))
	}
	if q.Happens.Latest.Known() {
		w.and("o.earliest <= ?", int64(q.Happens.Latest))
	}
	if q.Published.Earliest.Known() {
		w.and("o.last_published >= ?", int64(q.Published.Earliest))
	}
	if q.Published.Latest.Known() {
		w.and("o.first_published <= ?", int64(q.Published.Latest))
	}
	if q.Undated != nil {
		w.and("o.earliest IS " + map[bool]string{true: "NULL", false: "NOT NULL"}[*q.Undated])
	}
	for _, g := range q.With {
		c.withParty(w, g)
	}
	if q.Witnesses > 0 {
		w.and("o.witnesses >= ?", q.Witnesses)
	}
	for _, word := range q.Words {
		if ws := query.Words(word); len(ws) > 0 {
			w.and("o.n IN ("+c.s.d.FindWords+")", c.s.d.Phrase(ws))
		}
	}
	return w
}

// withParty asks that one of the alternatives takes part: a code, or all words
// of a name.
func (c *conn) withParty(w *condition, who []string) {
	var either []string
	var args []any
	for _, name := range who {
		var all []string
		words := query.Words(name)
		if len(words) == 1 {
			all = append(all, "o.n IN (SELECT occurrence FROM parties WHERE party = ? OR party = ?)")
			args = append(args, strings.ToUpper(name), words[0])
		} else {
			for _, x := range words {
				all = append(all, "o.n IN (SELECT occurrence FROM parties WHERE party = ?)")
				args = append(args, x)
			}
		}
		if len(all) > 0 {
			either = append(either, strings.Join(all, " AND "))
		}
	}
	if len(either) > 0 {
		w.and("("+strings.Join(either, " OR ")+")", args...)
	}
}

func texts[E ~string](v []E) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = string(x)
	}
	return out
}

var orders = map[ledger.Order]string{
	ledger.ByTime:    "o.earliest IS NULL, o.earliest, o.latest, o.id",
	ledger.ByNewest:  "o.earliest IS NULL, o.earliest DESC, o.latest DESC, o.id",
	ledger.ByReports: "o.witnesses DESC, o.earliest, o.id",
}

func (c *conn) founders(w *condition, order ledger.Order, limit, offset int) ([]string, error) {
	q := "SELECT o.founder FROM occurrences o"
	if len(w.where) > 0 {
		q += " WHERE " + strings.Join(w.where, " AND ")
	}
	q += " ORDER BY " + orders[order] + " LIMIT ? OFFSET ?"
	var out []string
	err := c.each(q, append(slices.Clone(w.args), limit, offset), func(r *sql.Rows) error {
		var k string
		err := r.Scan(&k)
		out = append(out, k)
		return err
	})
	return out, err
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
	founders, err := c.founders(c.conditions(wide), ledger.ByTime, maxPast, 0)
	if err != nil {
		return nil, err
	}
	if len(founders) == maxPast {
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
