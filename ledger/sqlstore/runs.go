package sqlstore

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"math"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// What stands under keys is kept as a log-structured merge tree (O'Neil et al.
// 1996): each transaction adds a run of sorted, packed postings, and runs are
// merged when there are many of a size. So what comes together in time is written
// together, whatever its keys are. Lists are cut into parts by time, which keeps
// merges small and lets questions go from one time to the next.

// The lists.
const (
	blockList   = iota + 1 // reports by block
	bandList               // articles by band of their signature; part: time of publication
	eventList              // events by party, place, kind and month; part: their first day
	undatedList            // events without a day; part: time of publication
	wordList               // events by word, in the parts of both lists
	idList                 // reports by the id that an event has which they found
)

// dated tells whether the postings of a list have days.
func dated(list int) bool { return list == eventList || list == undatedList }

// partDays is a part's length: 2 to the power of so many days.
const partDays = 6

// fanOut is how many runs of a level are merged into one of the next.
const fanOut = 6

// maxPages is how many pages a run may have: page i of run r is number r<<24|i.
const pageBits = 24

// run is a sorted sequence of pages.
type run struct {
	n      int64
	level  int
	firsts []uint64 // the first key of each page
}

// runs gives those of a part, the oldest first.
func (c *conn) runs(list int, part int64) (out []run, err error) {
	st, err := c.stmt(`SELECT run, level, firsts FROM runs WHERE list = ? AND part = ? ORDER BY run`)
	if err != nil {
		return nil, err
	}
	found, err := st.QueryContext(c.ctx, list, part)
	if err != nil {
		return nil, err
	}
	return out, each(found, func(r *sql.Rows) error {
		var of run
		var firsts sql.RawBytes
		if err := r.Scan(&of.n, &of.level, &firsts); err != nil {
			return err
		}
		for key := uint64(0); len(firsts) > 0; {
			v, n := binary.Uvarint(firsts)
			if n <= 0 {
				return errPage
			}
			key += v
			of.firsts, firsts = append(of.firsts, key), firsts[n:]
		}
		out = append(out, of)
		return nil
	})
}

// parts gives the parts of a list, sorted.
func (c *conn) parts(list int) ([]int64, error) {
	return c.numbers(`SELECT DISTINCT part FROM runs WHERE list = ? ORDER BY part`, int64(list))
}

// page calls f with the body of a page, which it must not keep.
func (c *conn) page(r *run, i int, f func(body []byte) error) error {
	return c.pages(r, i, i+1, f)
}

func (c *conn) pages(r *run, from, to int, f func(body []byte) error) error {
	st, err := c.stmt(`SELECT body FROM pages WHERE n >= ? AND n < ? ORDER BY n`)
	if err != nil {
		return err
	}
	found, err := st.QueryContext(c.ctx, r.n<<pageBits+int64(from), r.n<<pageBits+int64(to))
	if err != nil {
		return err
	}
	n := 0
	err = each(found, func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		n++
		return f(body)
	})
	if err == nil && n != to-from {
		err = errPage
	}
	return err
}

// pageOf gives the page in which a key stands, if anywhere; -1: nowhere.
func (r *run) pageOf(key uint64) int {
	i, there := slices.BinarySearch(r.firsts, key)
	if there {
		return i
	}
	return i - 1
}

// lookUp gives what stands in a part under keys, which are sorted and each once;
// the answer is in the order of a run, gone ones left out.
func (c *conn) lookUp(list int, part int64, keys []uint64) ([]posting, error) {
	return c.lookUpOnly(list, part, keys, nil)
}

// lookUpOnly is lookUp for some numbers; for all if only is nil.
func (c *conn) lookUpOnly(list int, part int64, keys []uint64, only map[int64]bool) ([]posting, error) {
	of, err := c.runs(list, part)
	if err != nil || len(of) == 0 {
		return nil, err
	}
	var out []posting
	cuts := []int{0}
	for i := range of {
		r := &of[i]
		for at := 0; at < len(keys); {
			page := r.pageOf(keys[at])
			end := at + 1
			for end < len(keys) && r.pageOf(keys[end]) == page {
				end++
			}
			if page >= 0 {
				err := c.page(r, page, func(body []byte) (err error) {
					out, err = pick(body, dated(list), keys[at:end], only, out)
					return err
				})
				if err != nil {
					return nil, err
				}
			}
			at = end
		}
		if len(out) > cuts[len(cuts)-1] {
			cuts = append(cuts, len(out))
		}
	}
	return newest(out, cuts), nil
}

// all gives everything that stands in a part.
func (c *conn) all(list int, part int64) (out []posting, err error) {
	of, err := c.runs(list, part)
	if err != nil {
		return nil, err
	}
	cuts := []int{0}
	for i := range of {
		err := c.pages(&of[i], 0, len(of[i].firsts), func(body []byte) (err error) {
			out, err = unpackPage(body, dated(list), out)
			return err
		})
		if err != nil {
			return nil, err
		}
		cuts = append(cuts, len(out))
	}
	return newest(out, cuts), nil
}

// newest keeps the last word on each posting, of sorted runs that came one after
// another and lie between cuts, and of these words only those that it stands there.
func newest(of []posting, cuts []int) []posting {
	var room []posting
	for len(cuts) > 2 { // merge neighbours
		if room == nil {
			room = make([]posting, len(of))
		}
		fewer := []int{0}
		for i := 0; i+1 < len(cuts); i += 2 {
			end := cuts[min(i+2, len(cuts)-1)]
			mergeInto(room[cuts[i]:end], of[cuts[i]:cuts[i+1]], of[cuts[i+1]:end])
			fewer = append(fewer, end)
		}
		of, room, cuts = room, of, fewer
	}
	out := of[:0]
	for i := range of {
		if i+1 < len(of) && comparePostings(&of[i], &of[i+1]) == 0 {
			continue
		}
		if !of[i].gone {
			out = append(out, of[i])
		}
	}
	return out
}

// mergeInto merges two sorted runs; of equals those of the first come first.
func mergeInto(to, a, b []posting) {
	for i := range to {
		if len(b) == 0 || len(a) > 0 && comparePostings(&a[0], &b[0]) <= 0 {
			to[i], a = a[0], a[1:]
		} else {
			to[i], b = b[0], b[1:]
		}
	}
}

// partOf is a part of a list.
type partOf struct {
	list int
	part int64
}

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

// unknownDay stands for a day that is not known, after all others.
const unknownDay = math.MaxInt32 >> 1
