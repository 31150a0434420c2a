package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"dateline"
	"dateline/ledger"
)

// rulesSetting names the setting that tells by which rules the ledger was merged.
const rulesSetting = "rules"

// refolding is its value while a refold goes on.
const refolding = "refolding"

func (c *conn) rules() (rules string, err error) {
	_, err = c.one(`SELECT value FROM settings WHERE name = ?`, []any{rulesSetting}, &rules)
	return rules, err
}

func (w *writer) setRules(rules string) error {
	return w.exec(`INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, rulesSetting, rules)
}

// reportsLeft counts the live reports after a row.
func (c *conn) reportsLeft(after int64) (n int, err error) {
	_, err = c.one(`SELECT COUNT(*) FROM reports WHERE live = 1 AND n > ?`, []any{after}, &n)
	return n, err
}

// holdsAny reports whether there is an article.
func (c *conn) holdsAny() (bool, error) {
	var n int64
	return c.one(`SELECT n FROM articles LIMIT 1`, nil, &n)
}

// Outdated reports whether the ledger was merged by other rules.
func (s *Store) Outdated(ctx context.Context) (bool, error) {
	c := &conn{s: s, ctx: ctx}
	rules, err := c.rules()
	if err != nil || rules == strconv.Itoa(ledger.Rules) {
		return false, ioError("look for the ledger's rules", err)
	}
	full, err := c.holdsAny()
	return full, ioError("look for the ledger's rules", err)
}

// upToDate refuses to write by other rules; an empty ledger takes ours.
func (w *writer) upToDate() error {
	rules, err := w.rules()
	if err != nil || rules == strconv.Itoa(ledger.Rules) {
		return err
	}
	full, err := w.holdsAny()
	if err != nil {
		return err
	}
	if full {
		return &dateline.Error{
			Kind: dateline.Usage, Op: "write to the ledger", Err: errors.New("another version of Dateline merged it"),
			Hint: "open it with one version only; a command of the newer one brings it up to date",
		}
	}
	return w.setRules(strconv.Itoa(ledger.Rules))
}

// refoldPage is how many reports are merged anew in one transaction.
const refoldPage = 2000

// Refold merges all reports anew. A refold that breaks off begins again at the
// next.
func (s *Store) Refold(ctx context.Context, tell func(done, all int)) error {
	all, done := 0, 0
	err := s.change(ctx, "merge anew", func(w *writer) (err error) {
		all, err = w.unfold()
		return err
	})
	pages := func(page func(w *writer, after int64) (n int, last int64, err error), tell func(n int)) {
		for last := int64(0); err == nil; {
			n := 0
			err = s.change(ctx, "merge anew", func(w *writer) (err error) {
				w.quiet = true
				w.mem.hold(w.s.many)
				n, last, err = page(w, last)
				return err
			})
			if n == 0 {
				break
			}
			tell(n)
		}
	}
	pages((*writer).refold, func(n int) {
		done += n
		tell(done, all)
	})
	pages((*writer).reindex, func(int) {})
	if err != nil {
		return err
	}
	return s.change(ctx, "merge anew", (*writer).tellRefold)
}

// unfold takes away all that was derived from the reports.
func (w *writer) unfold() (reports int, err error) {
	rules, err := w.rules()
	if err != nil {
		return 0, err
	}
	if rules != refolding && rules != "" { // the migration has told what was shown
		for _, q := range []string{`DELETE FROM shown_before`, `INSERT INTO shown_before SELECT n FROM occurrences`} {
			if err := w.exec(q); err != nil {
				return 0, err
			}
		}
	}
	for _, q := range []string{`DELETE FROM occurrences`, `DELETE FROM coverage`, `UPDATE reports SET founder = 0`, fmt.Sprintf(w.s.d.NoWords, articleWords)} {
		if err := w.exec(q); err != nil {
			return 0, err
		}
	}
	old, err := w.numbers(`SELECT run FROM runs WHERE list <> ?`, idList) // ids that were given go on answering
	if err != nil {
		return 0, err
	}
	for _, n := range old {
		if err := w.dropRun(&run{n: n}); err != nil {
			return 0, err
		}
	}
	w.mem.clear()
	if err := w.setRules(refolding); err != nil {
		return 0, err
	}
	return w.reportsLeft(0)
}

// refold merges a page of the reports after a row.
func (w *writer) refold(after int64) (n int, last int64, err error) {
	found, err := w.readReports(`SELECT `+reportColumns+` WHERE r.live = 1 AND r.n > ? ORDER BY r.n LIMIT ?`, []any{after, refoldPage})
	if err != nil || len(found) == 0 {
		return 0, after, err
	}
	fresh := make([]*freshReport, len(found))
	for i, r := range found {
		fresh[i] = &freshReport{report: r.Report, sketch: r.Sketch(), blocks: ledger.Blocks(r.Report), probes: ledger.Probes(r.Report)}
	}
	for i, f := range fresh {
		f.n, f.stored = found[i].n, true
	}
	if err := w.foresee(fresh); err != nil {
		return 0, after, err
	}
	for _, f := range fresh {
		if err := w.file(f); err != nil {
			return 0, after, err
		}
	}
	return len(found), found[len(found)-1].n, nil
}

// tellRefold ends a refold: it tells of the events that came and went.
func (w *writer) tellRefold() error {
	gone, err := w.numbers(`SELECT n FROM shown_before WHERE n NOT IN (SELECT n FROM occurrences) ORDER BY n`)
	if err != nil {
		return err
	}
	come, err := w.numbers(`SELECT n FROM occurrences WHERE n NOT IN (SELECT n FROM shown_before) ORDER BY n`)
	if err != nil {
		return err
	}
	keys, err := w.keysByNumber(slices.Concat(gone, come))
	if err != nil {
		return err
	}
	for _, n := range gone {
		if err := w.logGone(ledger.IDOf(keys[n]), keys[n]); err != nil {
			return err
		}
	}
	for _, n := range come {
		w.log("new", ledger.IDOf(keys[n]), "")
	}
	if err := w.exec(`DELETE FROM shown_before`); err != nil {
		return err
	}
	return w.setRules(strconv.Itoa(ledger.Rules))
}
