package sqlstore

import (
	"context"
	"slices"

	"dateline/ledger"
)

// maxList is how many parameters a list in a statement may have.
const maxList = 900

// writer is a transaction that changes the ledger. It keeps the rows that it
// will write, which its own questions see, until flush.
type writer struct {
	shelf
	mem     *memory
	touched map[string]bool // founders whose groups changed

	fresh []*entry            // reports that are not written yet
	filed map[uint64][]*entry // block → those of them filed there
	moved map[int64]*entry    // reports with a new founder, fresh ones too

	quiet       bool           // changes are not logged
	kindNumbers map[kind]int64 // nil until asked for

	lists map[partOf][]posting // what will stand in the lists

	counted map[sourcePart]map[int64]counts // what was read, by day

	first int64 // the first article of this transaction
	next  struct{ article, run int64 }

	articles, reports, occurrences, texts, changes, pages *rows
}

// freshReport is a report with what is filed of it.
type freshReport struct {
	report *ledger.Report
	n      int64
	sketch ledger.Sketch
	stored bool // it has a row already

	foreseen bool // near has all known reports that are the same
	near     []*entry

	event  []byte
	blocks []uint64 // where it is filed
	probes []uint64 // where its neighbours are looked for
}

// update runs f in a transaction: all of it or nothing.
func (s *Store) update(ctx context.Context, op string, f func(*writer) error) error {
	return s.change(ctx, op, func(w *writer) error {
		if err := w.upToDate(); err != nil {
			return err
		}
		return f(w)
	})
}

// change is update for a ledger by whatever rules.
func (s *Store) change(ctx context.Context, op string, f func(*writer) error) error {
	s.write.Lock()
	defer s.write.Unlock()
	err := s.inTransaction(ctx, func(c *conn) error {
		w, err := c.newWriter()
		if err != nil {
			return err
		}
		if err := f(w); err != nil {
			return err
		}
		if err := w.settle(); err != nil {
			return err
		}
		s.cache.seq, err = c.lastChange()
		return err
	})
	if err != nil { // they may hold rows that are no more
		s.cache.clear()
		s.memory.clear()
	}
	return ioError(op, err)
}

func (s *Store) inTransaction(ctx context.Context, f func(*conn) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if s.d.Lock != "" {
		if _, err := tx.ExecContext(ctx, s.d.Lock); err != nil {
			return err
		}
	}
	if err := f(&conn{s, ctx, tx}); err != nil {
		return err
	}
	return tx.Commit()
}

func (c *conn) newWriter() (*writer, error) {
	seq, err := c.lastChange()
	if err != nil {
		return nil, err
	}
	if c.s.cache.upTo(seq) {
		c.s.memory.clear()
	}
	c.s.memory.trim()
	f, err := c.fixes()
	if err != nil {
		return nil, err
	}
	w := &writer{
		mem: c.s.memory, touched: map[string]bool{},
		filed: map[uint64][]*entry{}, moved: map[int64]*entry{}, lists: c.s.memory.lists, counted: map[sourcePart]map[int64]counts{},
		articles:    newRows("articles", "n, id, published, read_at, reader, source, title, url, language, sha256, witness, signature, text", "(?,?,?,?,?,?,?,?,?,?,?,?,?)", ""),
		reports:     newRows("reports", "n, suffix, live, founder, event", "(?,?,1,?,?)", ""),
		occurrences: newRows("occurrences", "n, list, day, more, kind, first, keys", "(?,?,?,?,?,?,?)", ""),
		texts:       newRows(articleWords, "rowid, body", c.s.d.WordsRow, ""),
		changes:     newRows("changes", "at, kind, occurrence, into_id", "(?,?,?,?)", ""),
		pages:       newRows("pages", "n, body", "(?,?)", ""),
	}
	w.shelf = shelf{c, w, f, map[string]string{}}
	if _, err := c.one(`SELECT COALESCE(MAX(n), 0) + 1 FROM articles`, nil, &w.next.article); err != nil {
		return nil, err
	}
	w.first = w.next.article
	_, err = c.one(`SELECT COALESCE(MAX(run), 0) + 1 FROM runs`, nil, &w.next.run)
	return w, err
}

// lastChange is the number of the last change of the ledger.
func (c *conn) lastChange() (seq int64, err error) {
	_, err = c.one(`SELECT COALESCE(MAX(seq), 0) FROM changes`, nil, &seq)
	return seq, err
}

// touch marks founders whose groups changed.
func (w *writer) touch(founders []string) {
	for _, f := range founders {
		if f != "" {
			w.touched[f] = true
		}
	}
}

// list puts a posting on a list, or takes it away.
func (w *writer) list(at partOf, p posting) {
	of := w.lists[at]
	p.turn = int32(len(of))
	w.lists[at] = append(of, p)
}

// file takes a fresh report in and gives it its place.
func (w *writer) file(f *freshReport) error {
	e := w.mem.put(&entry{n: f.n, report: f.report, sketch: f.sketch, fresh: f})
	w.fresh = append(w.fresh, e)
	w.mem.members[f.report.Key] = nil // nobody can have been assigned to it
	for _, b := range f.blocks {
		w.filed[b] = append(w.filed[b], e)
		w.list(partOf{blockList, blockPart(b)}, posting{key: blockKey(b), n: e.n})
		if p := w.mem.parts[blockPart(b)]; w.mem.blocks[b] != nil || p != nil && p.whole {
			w.mem.place(b, ref{e.n, e.sketch})
		}
	}
	changed, err := ledger.Assign(w, f.report)
	w.touch(changed)
	return err
}

// flush writes articles, reports and their groups.
func (w *writer) flush() error {
	for _, e := range w.fresh {
		if !e.fresh.stored {
			_, suffix := cutKey(e.report.Key)
			w.reports.add(e.n, suffix, w.mem.byKey[e.founder].n, e.fresh.event)
		}
	}
	for _, r := range []*rows{w.articles, w.reports} {
		if err := r.flush(w.conn); err != nil {
			return err
		}
	}
	for _, n := range sortedKeys(w.moved) {
		if e := w.moved[n]; e.fresh == nil || e.fresh.stored {
			if err := w.exec(`UPDATE reports SET founder = ? WHERE n = ?`, w.mem.byKey[e.founder].n, n); err != nil {
				return err
			}
		}
	}
	for _, e := range w.fresh {
		e.fresh = nil
	}
	w.fresh = nil
	clear(w.moved)
	return nil
}

func sortedKeys[K int64 | uint64, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
