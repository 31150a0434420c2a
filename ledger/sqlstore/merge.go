package sqlstore

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// keep adds runs of postings, part by part, and merges where there are many.
func (w *writer) keep(of map[partOf][]posting) error {
	where := make([]partOf, 0, len(of))
	for at, ps := range of {
		if len(ps) == 0 { // the last transaction had something there
			delete(of, at)
			continue
		}
		where = append(where, at)
	}
	slices.SortFunc(where, func(a, b partOf) int { return cmp.Or(cmp.Compare(a.list, b.list), cmp.Compare(a.part, b.part)) })
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, at := range where {
		g.Go(func() error {
			slices.SortFunc(of[at], func(a, b posting) int {
				if a.key != b.key {
					return cmp.Compare(a.key, b.key)
				}
				return cmp.Or(comparePostings(&a, &b), cmp.Compare(a.turn, b.turn))
			})
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, at := range where {
		ps := of[at]
		out := w.newRun(at, 0)
		for i := range ps {
			if i+1 < len(ps) && comparePostings(&ps[i], &ps[i+1]) == 0 {
				continue
			}
			if err := out.add(&ps[i]); err != nil {
				return err
			}
		}
		if err := out.finish(); err != nil {
			return err
		}
		if err := w.mergeRuns(at); err != nil {
			return err
		}
		of[at] = ps[:0]
	}
	return nil
}

// newRun begins a run.
func (w *writer) newRun(at partOf, level int) *runWriter {
	out := &runWriter{w: w, at: at, level: level, n: w.next.run}
	w.next.run++
	out.paginator = paginator{dated: dated(at.list), put: out.page}
	return out
}

// runWriter writes a run.
type runWriter struct {
	paginator
	w      *writer
	at     partOf
	level  int
	n      int64
	count  int64
	last   uint64
	firsts []byte
}

func (r *runWriter) page(first uint64, body []byte) error {
	r.firsts = binary.AppendUvarint(r.firsts, first-r.last)
	r.last = first
	r.w.pages.add(r.n<<pageBits|r.count, body)
	r.count++
	if r.w.pages.len() >= rowSteps[0] { // what waits is not to grow with the run
		return r.w.pages.flush(r.w.conn)
	}
	return nil
}

func (r *runWriter) finish() error {
	if err := r.end(); err != nil {
		return err
	}
	if err := r.w.pages.flush(r.w.conn); err != nil {
		return err
	}
	if r.count == 0 {
		return nil
	}
	return r.w.exec(`INSERT INTO runs (run, list, part, level, firsts) VALUES (?, ?, ?, ?, ?)`, r.n, r.at.list, r.at.part, r.level, r.firsts)
}

// mergeRuns merges the youngest runs of a part if there are many of their level.
func (w *writer) mergeRuns(at partOf) error {
	levels, err := w.levels(at)
	if err != nil {
		return err
	}
	for level := 0; ; level++ {
		from := slices.IndexFunc(levels, func(r run) bool { return r.level <= level })
		if from < 0 || len(levels)-from < fanOut {
			return nil
		}
		of, err := w.runs(at.list, at.part)
		if err != nil {
			return err
		}
		merged, err := w.merge(at, of[from:], level+1, from == 0)
		if err != nil {
			return err
		}
		levels = append(levels[:from], merged...)
	}
}

// levels gives the runs of a part without their pages.
func (w *writer) levels(at partOf) (out []run, err error) {
	st, err := w.stmt(`SELECT run, level FROM runs WHERE list = ? AND part = ? ORDER BY run`)
	if err != nil {
		return nil, err
	}
	found, err := st.QueryContext(w.ctx, at.list, at.part)
	if err != nil {
		return nil, err
	}
	return out, each(found, func(r *sql.Rows) error {
		var of run
		err := r.Scan(&of.n, &of.level)
		out = append(out, of)
		return err
	})
}

// merge makes one run of several; whole if they are all of the part, which then
// need not remember what is gone.
func (w *writer) merge(at partOf, of []run, level int, whole bool) ([]run, error) {
	cursors := make([]*cursor, len(of))
	for i := range of {
		cursors[i] = &cursor{w: w, r: &of[i], dated: dated(at.list)}
		if err := cursors[i].fill(); err != nil {
			return nil, err
		}
	}
	out := w.newRun(at, level)
	for {
		least, alone := leastKey(cursors)
		if least == nil {
			break
		}
		if alone {
			if err := least.copyKey(out, whole); err != nil {
				return nil, err
			}
			continue
		}
		if err := mergeKey(cursors, least.of[least.at].key, out, whole); err != nil {
			return nil, err
		}
	}
	if err := out.finish(); err != nil {
		return nil, err
	}
	for i := range of {
		if err := w.dropRun(&of[i]); err != nil {
			return nil, err
		}
	}
	if out.count == 0 {
		return nil, nil
	}
	return []run{{n: out.n, level: level}}, nil
}

// leastKey gives a cursor at the least key, nil at the end; alone if no other has it.
func leastKey(of []*cursor) (least *cursor, alone bool) {
	for _, c := range of {
		if c.at == len(c.of) {
			continue
		}
		switch {
		case least == nil || c.of[c.at].key < least.of[least.at].key:
			least, alone = c, true
		case c.of[c.at].key == least.of[least.at].key:
			alone = false
		}
	}
	return least, alone
}

// copyKey copies what a run has under its present key, all of which is in one page.
func (c *cursor) copyKey(to *runWriter, whole bool) error {
	key := c.of[c.at].key
	for c.at < len(c.of) && c.of[c.at].key == key {
		if p := &c.of[c.at]; !whole || !p.gone {
			if err := to.add(p); err != nil {
				return err
			}
		}
		c.at++
	}
	if c.at == len(c.of) {
		return c.fill()
	}
	return nil
}

// mergeKey merges what several runs have under a key; of equals the last is the
// newest.
func mergeKey(of []*cursor, key uint64, to *runWriter, whole bool) error {
	for {
		var least *cursor
		for _, c := range of {
			if c.at < len(c.of) && c.of[c.at].key == key && (least == nil || comparePostings(&c.of[c.at], &least.of[least.at]) <= 0) {
				least = c
			}
		}
		if least == nil {
			return nil
		}
		p := least.of[least.at]
		if !whole || !p.gone {
			if err := to.add(&p); err != nil {
				return err
			}
		}
		for _, c := range of {
			if c.at < len(c.of) && comparePostings(&c.of[c.at], &p) == 0 {
				if err := c.next(); err != nil {
					return err
				}
			}
		}
	}
}

func (w *writer) dropRun(r *run) error {
	if err := w.exec(`DELETE FROM pages WHERE n >= ? AND n < ?`, r.n<<pageBits, (r.n+1)<<pageBits); err != nil {
		return err
	}
	return w.exec(`DELETE FROM runs WHERE run = ?`, r.n)
}

// cursor reads a run page by page.
type cursor struct {
	w     *writer
	r     *run
	dated bool
	page  int
	of    []posting
	at    int
}

func (c *cursor) next() error {
	if c.at++; c.at < len(c.of) {
		return nil
	}
	return c.fill()
}

// fill reads the next page; after the last one there is nothing left.
func (c *cursor) fill() error {
	c.of, c.at = c.of[:0], 0
	if c.page == len(c.r.firsts) {
		return nil
	}
	c.page++
	return c.w.page(c.r, c.page-1, func(body []byte) (err error) {
		c.of, err = unpackPage(body, c.dated, c.of)
		return err
	})
}
