package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"dateline"
	"dateline/ledger"
)

// Replace puts new readings in the place of old ones, article by article.
func (s *Store) Replace(ctx context.Context, entries []ledger.Entry) ([]ledger.Added, error) {
	out := make([]ledger.Added, len(entries))
	err := s.update(ctx, "replace readings", func(w *writer) (err error) {
		for i := range entries {
			if out[i], err = w.replace(&entries[i]); err != nil {
				return fmt.Errorf("article %s: %w", entries[i].Record.Article.ID, err)
			}
			if err := w.flush(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (w *writer) replace(e *ledger.Entry) (ledger.Added, error) {
	a := &e.Record.Article
	out := ledger.Added{Article: a.ID}
	var n int64
	var witness, source string
	var published sql.NullInt64
	there, err := w.one(`SELECT n, witness, source, published FROM articles WHERE id = ?`, []any{a.ID}, &n, &witness, &source, &published)
	if err != nil {
		return out, err
	}
	if !there {
		return out, &dateline.Error{Kind: dateline.Input, Op: "replace reading", Place: a.ID, Err: errors.New("no such article")}
	}
	if err := w.exec(`UPDATE articles SET reader = ?, read_at = ? WHERE n = ?`, e.Reader, e.Read.Unix(), n); err != nil {
		return out, err
	}
	old, err := w.readReports(`SELECT `+reportColumns+` WHERE r.live = 1 AND r.n >= ? AND r.n <= ? ORDER BY r.n`, []any{n << slotBits, n<<slotBits | maxSlot})
	if err != nil {
		return out, err
	}
	now := ledger.Reports(&e.Record, witness)
	out.Reports = len(now)
	w.count(source, dayOf(published), counts{reports: int64(len(now) - len(old))})
	kept, err := w.removeOld(old, now)
	if err != nil {
		return out, err
	}
	return out, w.fileNew(n, a, now, kept)
}

// removeOld takes away the reports that the new reading does not have just so, and
// gives the keys of those that stay.
func (w *writer) removeOld(old []row, now []ledger.Report) (kept map[string]bool, err error) {
	kept = map[string]bool{}
	for _, o := range old {
		i := slices.IndexFunc(now, func(f ledger.Report) bool { return f.Key == o.Key })
		if i >= 0 && sameEvent(&now[i].Event, &o.Event) {
			kept[o.Key] = true
			continue
		}
		changed, err := ledger.Remove(w, o.Report)
		if err != nil {
			return nil, err
		}
		w.touch(changed)
	}
	return kept, w.flush() // what Remove moved
}

// fileNew files the reports of article n that are not kept. A later reading may bring
// back a report that an earlier one had.
func (w *writer) fileNew(n int64, a *dateline.Article, now []ledger.Report, kept map[string]bool) error {
	dead, next, err := w.dead(n, a.ID)
	if err != nil {
		return err
	}
	for i := range now {
		if kept[now[i].Key] {
			continue
		}
		f, err := freshOf(&now[i], a.Text)
		if err != nil {
			return err
		}
		if f.n = dead[now[i].Key]; f.n != 0 {
			f.stored = true
			if err := w.exec(`UPDATE reports SET live = 1, event = ? WHERE n = ?`, f.event, f.n); err != nil {
				return err
			}
		} else {
			f.n = next
			if next++; f.n > n<<slotBits|maxSlot {
				return errors.New("too many different readings of one article")
			}
		}
		if err := w.file(f); err != nil {
			return err
		}
	}
	return nil
}

// dead gives the numbers of an article's reports that a later reading replaced,
// and the next number.
func (c *conn) dead(n int64, article string) (of map[string]int64, next int64, err error) {
	of, next = map[string]int64{}, n<<slotBits
	err = c.each(`SELECT n, suffix, live FROM reports WHERE n >= ? AND n <= ? ORDER BY n`, []any{next, next | maxSlot}, func(r *sql.Rows) error {
		var suffix string
		var live int
		err := r.Scan(&next, &suffix, &live)
		if live == 0 {
			of[keyOfReport(article, suffix)] = next
		}
		next++
		return err
	})
	return of, next, err
}

// sameEvent compares what is stored of two events.
func sameEvent(a, b *dateline.Event) bool {
	x, errx := json.Marshal(a)
	y, erry := json.Marshal(b)
	return errx == nil && erry == nil && slices.Equal(x, y)
}
