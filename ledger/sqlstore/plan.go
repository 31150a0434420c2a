package sqlstore

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// A plan is how the candidates of a query are read, in order, from one index: of
// the occurrences of the rarest party, or of all occurrences. It is cut into
// parts that are read one after the other, so that no part needs sorting and the
// first answers come at once: those that begin before the days asked for and
// reach over them, those that begin on these days, and those without a day.
type plan struct {
	from  string
	party string // the party that is gone by, "" if none
	day   string // the column of the first day
	last  string // the column of the last
	row   string // the column of the occurrence's row
	where condition
	parts []part
	empty bool // nothing can be found

	keysOnly bool // the party's key alone says who takes part
}

type part struct {
	condition
	order string
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

// rare is the size below which a set is read whole and sorted.
const rare = 2000

func (c *conn) plan(q query.Query, order ledger.Order) (*plan, error) {
	p := &plan{from: "occurrences o", day: "o.earliest", last: "o.latest", row: "o.n"}
	keys, whole, err := c.keys(q)
	if err != nil {
		return nil, err
	}
	driver := slices.IndexFunc(keys, func(k key) bool { return len(k.names) == 1 })
	if driver >= 0 { // keys come with the rarest first
		p.from, p.day, p.last, p.row = "parties p CROSS JOIN occurrences o", "p.earliest", "p.latest", "p.occurrence"
		p.party = keys[driver].names[0]
		p.where.and("o.n = p.occurrence")
		p.keysOnly = whole
		keys = slices.Delete(keys, driver, driver+1)
	}
	for _, k := range keys {
		if p.empty = p.empty || len(k.names) == 0; p.empty {
			return p, nil
		}
		marks, args := list(k.names)
		if k.count < rare && driver < 0 {
			p.where.and("o.n IN (SELECT occurrence FROM parties WHERE party IN ("+marks+"))", args...)
		} else {
			day := "p.earliest"
			if driver < 0 {
				day = fmt.Sprintf("COALESCE(o.earliest, %d)", undatedDay)
			}
			p.where.and("EXISTS (SELECT 1 FROM parties x WHERE x.party IN ("+marks+") AND x.earliest = "+day+" AND x.occurrence = "+p.row+")", args...)
		}
	}
	if err := c.choose(p, q); err != nil {
		return nil, err
	}
	p.cut(q, order)
	return p, nil
}

// choose adds what has no order of its own.
func (c *conn) choose(p *plan, q query.Query) error {
	if p.party != "" {
		all, err := c.kinds()
		if err != nil {
			return err
		}
		if want, ok := kindsOf(q, all); ok {
			if p.empty = p.empty || len(want) == 0; p.empty {
				return nil
			}
			marks, args := list(want)
			p.where.and("p.kind IN ("+marks+")", args...)
		}
	} else {
		for _, f := range []struct {
			column string
			values []string
		}{{"type", texts(q.Types)}, {"status", texts(q.Statuses)}, {"mode", q.Modes}} {
			if err := c.filter(p, f.column, f.values); err != nil {
				return err
			}
		}
	}
	if q.Published.Earliest.Known() {
		p.where.and(c.s.d.Aside("o.last_published")+" >= ?", int64(q.Published.Earliest))
	}
	if q.Published.Latest.Known() {
		p.where.and("o.first_published <= ?", int64(q.Published.Latest))
	}
	if q.Witnesses > 0 {
		p.where.and(c.s.d.Aside("o.witnesses")+" >= ?", q.Witnesses)
	}
	for _, word := range q.Words {
		if ws := query.Words(word); len(ws) > 0 {
			p.where.and("o.n IN ("+fmt.Sprintf(c.s.d.FindWords, eventWords)+")", c.s.d.Phrase(ws))
		}
	}
	return nil
}

// filter chooses by a column of the occurrences. Several frequent values are
// kept from their index: it would have to be sorted.
func (c *conn) filter(p *plan, column string, values []string) error {
	if len(values) == 0 {
		return nil
	}
	marks, args := list(values)
	name := "o." + column
	if len(values) > 1 || column == "mode" {
		n, err := c.countUpTo(rare, `SELECT 1 FROM occurrences o WHERE o.`+column+` IN (`+marks+`)`, args...)
		if err != nil {
			return err
		}
		if n >= rare || column == "mode" {
			name = c.s.d.Aside(name)
		}
	}
	p.where.and(name+" IN ("+marks+")", args...)
	return nil
}

// countUpTo counts the rows of a question, but no further than most.
func (c *conn) countUpTo(most int, q string, args ...any) (n int, err error) {
	_, err = c.one(`SELECT COUNT(*) FROM (`+q+fmt.Sprintf(` LIMIT %d) few`, most), args, &n)
	return n, err
}

// cut makes the parts.
func (p *plan) cut(q query.Query, order ledger.Order) {
	way := fmt.Sprintf("%s, %s, o.id", p.day, p.last)
	if order == ledger.ByNewest {
		way = fmt.Sprintf("%s DESC, %s DESC, o.id", p.day, p.last)
	}
	if q.Undated == nil || !*q.Undated {
		within := p.part(way)
		if p.party != "" {
			within.and(fmt.Sprintf("p.earliest < %d", undatedDay))
		} else {
			within.and("o.earliest IS NOT NULL")
		}
		if q.Happens.Latest.Known() {
			within.and(p.day+" <= ?", int64(q.Happens.Latest))
		}
		if q.Happens.Earliest.Known() {
			within.and(p.day+" >= ?", int64(q.Happens.Earliest))
			p.parts = append(p.parts, p.over(way, q.Happens.Earliest))
		}
		p.parts = append(p.parts, within)
		if order == ledger.ByNewest {
			slices.Reverse(p.parts)
		}
	}
	if (q.Undated == nil || *q.Undated) && q.Happens == dateline.NoSpan {
		undated := p.part("o.id")
		if p.party != "" {
			undated.and(fmt.Sprintf("p.earliest = %d", undatedDay))
		} else {
			undated.and("o.earliest IS NULL")
		}
		p.parts = append(p.parts, undated)
	}
}

// part begins a part.
func (p *plan) part(order string) part {
	out := part{order: order}
	if p.party != "" {
		out.and("p.party = ?", p.party)
	}
	return out
}

// over asks for those that begin before a day and reach over it, class by class
// of their length; parties have two, the long ones under a key of their own.
func (p *plan) over(order string, day dateline.Day) part {
	out := part{order: order}
	d := int64(day)
	if p.party != "" {
		out.and("(p.party = ? AND p.earliest >= ? AND p.earliest < ? AND p.latest >= ? AND p.latest - p.earliest <= ? OR p.party = ? AND p.earliest < ? AND p.latest >= ?)",
			p.party, d-longSpan, d, d, longSpan, p.party+longMark, d, d)
		return out
	}
	var either []string
	var args []any
	for _, r := range reaches[1:] {
		either = append(either, "(o.reach = ? AND o.earliest >= ? AND o.earliest < ? AND o.latest >= ?)")
		args = append(args, r, d-r, d, d)
	}
	out.and("("+strings.Join(either, " OR ")+")", args...)
	return out
}

// sql gives the question for a part.
func (p *plan) sql(columns string, i int) (q string, args []any) {
	of := p.parts[i]
	where := slices.Concat(p.where.where, of.where)
	q = "SELECT " + columns + " FROM " + p.from
	if len(where) > 0 {
		q += " WHERE " + strings.Join(where, " AND ")
	}
	return q, slices.Concat(p.where.args, of.args)
}

// indexOnly is the plan without the occurrences' rows: for what the index has.
func (p *plan) indexOnly() *plan {
	out := *p
	out.from = "parties p"
	out.where.where = slices.Clone(p.where.where)
	out.where.where[0] = "1 = 1" // the join
	return &out
}
