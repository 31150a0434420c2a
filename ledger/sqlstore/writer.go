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

	next struct{ article, report int64 }

	articles, bands, reports, blocks, occurrences, parties, words, texts, changes *rows
}

// freshReport is a report with what is filed of it.
type freshReport struct {
	report  *ledger.Report
	article int64
	row     int64 // of a report that is stored already, else 0
	event   []byte
	blocks  []uint64 // where it is filed
	probes  []uint64 // where its neighbours are looked for
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
		filed: map[uint64][]*entry{}, moved: map[int64]*entry{},
		articles: newRows("articles", "n, id, published, read_at, reader, source, title, url, language, sha256, witness, signature, text", "(?,?,?,?,?,?,?,?,?,?,?,?,?)", ""),
		bands:    newRows("bands", "band, article", "(?,?)", " ON CONFLICT DO NOTHING"),
		reports:  newRows("reports", "n, key, article, published, live, founder, event", "(?,?,?,?,1,?,?)", ""),
		blocks:   newRows("blocks", "block, report", "(?,?)", " ON CONFLICT DO NOTHING"),
		occurrences: newRows("occurrences", "n, id, type, mode, status, earliest, latest, reach, place_state, witnesses, first_published, last_published, keys",
			"(?,?,?,?,?,?,?,?,?,?,?,?,?)", ""),
		parties: newRows("parties", "party, earliest, occurrence, latest, kind", "(?,?,?,?,?)", " ON CONFLICT DO NOTHING"),
		words:   newRows(eventWords, "rowid, body", c.s.d.WordsRow, ""),
		texts:   newRows(articleWords, "rowid, body", c.s.d.WordsRow, ""),
		changes: newRows("changes", "at, kind, occurrence, into_id", "(?,?,?,?)", ""),
	}
	w.shelf = shelf{c, w, f, map[string]string{}}
	for table, n := range map[string]*int64{"articles": &w.next.article, "reports": &w.next.report} {
		if _, err := c.one(`SELECT COALESCE(MAX(n), 0) + 1 FROM `+table, nil, n); err != nil {
			return nil, err
		}
	}
	return w, nil
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

// file takes a fresh report in and gives it its place.
func (w *writer) file(f *freshReport) error {
	n := f.row
	if n == 0 {
		n = w.next.report
		w.next.report++
	}
	e := w.mem.put(&entry{n: n, report: f.report, fresh: f})
	w.fresh = append(w.fresh, e)
	w.mem.members[f.report.Key] = nil // nobody can have been assigned to it
	for _, b := range f.blocks {
		w.filed[b] = append(w.filed[b], e)
		if at := w.mem.blocks[b]; at != nil {
			at.of = append(at.of, e)
			w.mem.held++
		}
	}
	changed, err := ledger.Assign(w, f.report)
	w.touch(changed)
	return err
}

// flush writes articles, reports and their groups.
func (w *writer) flush() error {
	for _, e := range w.fresh {
		if e.fresh.row == 0 {
			w.reports.add(e.n, e.report.Key, e.fresh.article, dayArg(e.report.Published), w.mem.byKey[e.founder].n, e.fresh.event)
		}
	}
	for _, b := range sortedKeys(w.filed) { // in the order of the index
		for _, e := range w.filed[b] {
			w.blocks.add(int64(b), e.n)
		}
	}
	for _, r := range []*rows{w.articles, w.bands, w.reports, w.blocks} {
		if err := r.flush(w.conn); err != nil {
			return err
		}
	}
	for _, n := range sortedKeys(w.moved) {
		if e := w.moved[n]; e.fresh == nil || e.fresh.row != 0 {
			if err := w.exec(`UPDATE reports SET founder = ? WHERE n = ?`, w.mem.byKey[e.founder].n, n); err != nil {
				return err
			}
		}
	}
	for _, e := range w.fresh {
		e.fresh = nil
	}
	w.fresh = nil
	clear(w.filed)
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
