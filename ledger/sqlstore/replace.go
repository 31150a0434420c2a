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
	var witness string
	there, err := w.one(`SELECT n, witness FROM articles WHERE id = ?`, []any{a.ID}, &n, &witness)
	if err != nil {
		return out, err
	}
	if !there {
		return out, &dateline.Error{Kind: dateline.Input, Op: "replace reading", Place: a.ID, Err: errors.New("no such article")}
	}
	if err := w.exec(`UPDATE articles SET reader = ?, read_at = ? WHERE n = ?`, e.Reader, e.Read.Unix(), n); err != nil {
		return out, err
	}
	old, err := w.readReports(`SELECT `+reportColumns+` WHERE r.article = ? AND r.live = 1 ORDER BY r.n`, []any{n})
	if err != nil {
		return out, err
	}
	now := ledger.Reports(&e.Record, witness)
	out.Reports = len(now)
	kept := map[string]bool{}
	for _, o := range old {
		i := slices.IndexFunc(now, func(f ledger.Report) bool { return f.Key == o.Key })
		if i >= 0 && sameEvent(&now[i].Event, &o.Event) {
			kept[o.Key] = true
			continue
		}
		changed, err := ledger.Remove(w, o.Report)
		if err != nil {
			return out, err
		}
		w.touch(changed)
	}
	if err := w.flush(); err != nil { // what Remove moved
		return out, err
	}
	dead, err := w.dead(n)
	if err != nil {
		return out, err
	}
	for i := range now {
		if kept[now[i].Key] {
			continue
		}
		f, err := freshOf(&now[i], a.Text)
		if err != nil {
			return out, err
		}
		f.article = n
		if f.row = dead[now[i].Key]; f.row != 0 {
			// A later reading brings back a report that an earlier one had.
			if err := w.exec(`UPDATE reports SET live = 1, event = ? WHERE n = ?`, f.event, f.row); err != nil {
				return out, err
			}
		}
		if err := w.file(f); err != nil {
			return out, err
		}
	}
	return out, nil
}

// dead gives the rows of an article's reports that a later reading replaced.
func (c *conn) dead(article int64) (map[string]int64, error) {
	out := map[string]int64{}
	err := c.each(`SELECT key, n FROM reports WHERE article = ? AND live = 0`, []any{article}, func(r *sql.Rows) error {
		var key string
		var n int64
		err := r.Scan(&key, &n)
		out[key] = n
		return err
	})
	return out, err
}

// sameEvent compares what is stored of two events.
func sameEvent(a, b *dateline.Event) bool {
	x, errx := json.Marshal(a)
	y, erry := json.Marshal(b)
	return errx == nil && erry == nil && slices.Equal(x, y)
}
