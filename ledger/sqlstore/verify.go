package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"dateline"
	"dateline/ledger"
)

// verifyPage is how many articles are checked at once.
const verifyPage = 200

// verifier checks a snapshot of the ledger, article by article: what it holds in
// memory does not grow with the ledger.
type verifier struct {
	*writer // of which only the questions are used
	faults  []ledger.Fault
	shownIn map[partOf]map[int64]bool // what the list of all events has
}

// Verify checks every text against its hash, every quotation against its text,
// and of every report that it stands where a fold made anew would put it: which
// is where its neighbours put it, for each and all.
func (s *Store) Verify(ctx context.Context) ([]ledger.Fault, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.d.Snapshot})
	if err != nil {
		return nil, ioError("verify", err)
	}
	defer tx.Rollback()
	c := &conn{s, ctx, tx}
	v := &verifier{writer: &writer{shelf: shelf{conn: c}, mem: newMemory()}, shownIn: map[partOf]map[int64]bool{}}
	v.mem.hold(manyHeld)
	for last := int64(0); err == nil; {
		var n int
		if n, err = v.page(&last); n == 0 {
			break
		}
		v.mem.trim()
	}
	return v.faults, ioError("verify", err)
}

func (v *verifier) fault(kind, place, format string, a ...any) {
	v.faults = append(v.faults, ledger.Fault{Kind: kind, Place: place, Text: fmt.Sprintf(format, a...)})
}

// page checks the articles after a row; it gives their number.
func (v *verifier) page(last *int64) (n int, err error) {
	texts, titles := map[string]string{}, map[string]string{}
	var nums []int64
	err = v.each(`SELECT n, `+articleColumns+` WHERE n > ? ORDER BY n LIMIT ?`, []any{*last, verifyPage}, func(r *sql.Rows) error {
		n++
		var num int64
		a, err := scanArticle(leading{r, []any{&num}})
		*last = max(*last, num)
		nums = append(nums, num)
		if err != nil {
			v.fault("record", fmt.Sprintf("article in row %d", num), "%v", err)
			return nil
		}
		if h := hashOf(a.Text); h != a.SHA256 {
			v.fault("hash", a.ID, "the text has hash %s, the ledger says %s", h, a.SHA256)
		}
		texts[a.ID], titles[a.ID] = a.Text, a.Title
		return nil
	})
	if err != nil || n == 0 {
		return n, err
	}
	found, err := v.numbers(`SELECT n FROM reports WHERE n >= ? AND n <= ? AND live = 1 ORDER BY n`, nums[0]<<slotBits, nums[len(nums)-1]<<slotBits|maxSlot)
	if err != nil {
		return n, err
	}
	reports, err := v.recallAll(found)
	if err != nil {
		return n, err
	}
	slices.SortFunc(reports, func(a, b *entry) int { return cmp.Compare(a.n, b.n) })
	var blocks []uint64
	for _, e := range reports {
		blocks = slices.Concat(blocks, ledger.Blocks(e.report), ledger.Probes(e.report))
	}
	if err := v.remember(blocks); err != nil {
		return n, err
	}
	for _, e := range reports {
		v.quotations(e.report, texts[e.report.Article], titles[e.report.Article])
		if err := v.place(e); err != nil {
			return n, err
		}
	}
	return n, nil
}

// quotations checks evidence against the text and the title.
func (v *verifier) quotations(r *ledger.Report, body, title string) {
	for _, e := range r.Event.Evidence {
		text := body
		if e.In == dateline.InTitle {
			text = title
		}
		if e.Start < 0 || e.End > len(text) || e.Start > e.End || text[e.Start:e.End] != e.Text {
			v.fault("hash", r.Key, "the quotation at %d..%d is not in the article", e.Start, e.End)
		}
	}
}

// place checks the founder of a report, and that it is filed where it is looked for.
func (v *verifier) place(e *entry) error {
	want, err := ledger.Place(v, e.report)
	if err != nil {
		return err
	}
	if want != e.founder {
		v.fault("fold", e.report.Key, "stored under %s, belongs to %s", ledger.IDOf(e.founder), ledger.IDOf(want))
	}
	filed := ledger.Blocks(e.report)
	if err := v.remember(filed); err != nil {
		return err
	}
	for _, b := range filed {
		if at := v.mem.blocks[b]; at == nil || !slices.ContainsFunc(at.of, func(r ref) bool { return r.n == e.n }) {
			v.fault("fold", e.report.Key, "it is not filed under %x", b)
		}
	}
	return v.isShown(e)
}

// isShown checks that the occurrence of a founder is there, unless a correction
// took it away.
func (v *verifier) isShown(e *entry) error {
	if e.founder != e.report.Key {
		return nil
	}
	var at position
	there, err := v.one(`SELECT list, day FROM occurrences WHERE n = ?`, []any{e.n}, &at.list, &at.day)
	if err != nil {
		return err
	}
	if there {
		of, err := v.listed(at.part())
		if err == nil && !of[e.n] {
			v.fault("fold", e.report.Key, "its event is not filed")
		}
		return err
	}
	on, err := v.conn.shelf()
	if err != nil {
		return err
	}
	o, err := on.occurrence(e.founder)
	if err == nil && o != nil {
		v.fault("fold", e.report.Key, "its event %s is not shown", o.ID)
	}
	return err
}

// listed gives what the list of all events has in a part.
func (v *verifier) listed(at partOf) (map[int64]bool, error) {
	of := v.shownIn[at]
	if of == nil {
		found, err := v.lookUp(at.list, at.part, []uint64{hashKey(anyKey)})
		if err != nil {
			return nil, err
		}
		of = map[int64]bool{}
		for i := range found {
			of[found[i].n] = true
		}
		if len(v.shownIn) >= maxListed {
			clear(v.shownIn)
		}
		v.shownIn[at] = of
	}
	return of, nil
}

// maxListed bounds the parts that are held.
const maxListed = 8
