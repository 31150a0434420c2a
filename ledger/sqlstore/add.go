package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"dateline"
	"dateline/ledger"
)

// Add takes entries in, in one transaction.
func (s *Store) Add(ctx context.Context, entries []ledger.Entry) ([]ledger.Added, error) {
	out := make([]ledger.Added, len(entries))
	err := s.update(ctx, "add articles", func(c *conn) error {
		t, err := c.newTouch()
		if err != nil {
			return err
		}
		for i := range entries {
			if out[i], err = c.add(&entries[i], t); err != nil {
				return fmt.Errorf("article %s: %w", entries[i].Record.Article.ID, err)
			}
		}
		return t.settle()
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (c *conn) add(e *ledger.Entry, t *touch) (ledger.Added, error) {
	a := &e.Record.Article
	out := ledger.Added{Article: a.ID}
	var n int64
	var sha string
	there, err := c.one(`SELECT n, sha256 FROM articles WHERE id = ?`, []any{a.ID}, &n, &sha)
	if err != nil {
		return out, err
	}
	if there {
		out.Duplicate = true
		if sha != hashOf(a.Text) {
			out.Err = &dateline.Error{
				Kind: dateline.Input, Op: "add article", Place: a.ID, Err: errors.New("another text is there under this id"),
				Hint: "give the corrected article an id of its own",
			}
		}
		return out, nil
	}
	sig := ledger.Sign(a.Text)
	witness, err := c.witness(a.ID, &sig)
	if err != nil {
		return out, err
	}
	if witness != a.ID {
		out.ReprintOf = witness
	}
	if n, err = c.insertArticle(e, witness, &sig); err != nil {
		return out, err
	}
	reports := ledger.Reports(&e.Record, witness)
	for i := range reports {
		if err := c.insertReport(n, &reports[i], t); err != nil {
			return out, err
		}
	}
	out.Reports = len(reports)
	return out, nil
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func (c *conn) insertArticle(e *ledger.Entry, witness string, sig *ledger.Signature) (n int64, err error) {
	a := &e.Record.Article
	_, err = c.one(`INSERT INTO articles (id, published, read_at, reader, source, title, url, language, sha256, witness, signature, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n`,
		[]any{a.ID, dayArg(a.Date), e.Read.Unix(), e.Reader, a.Source, a.Title, a.URL, a.Language, hashOf(a.Text), witness,
			packWords(sig[:]), pack([]byte(a.Text))}, &n)
	if err != nil {
		return 0, err
	}
	for _, b := range sig.Bands() {
		if err := c.exec(`INSERT INTO bands (band, article) VALUES (?, ?) ON CONFLICT DO NOTHING`, int64(b), n); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// witness finds the first article of which this one is a reprint: the one with
// the smallest id among those alike, so that the order of arrival matters
// little; the article itself if there is none.
func (c *conn) witness(id string, sig *ledger.Signature) (string, error) {
	bands := sig.Bands()
	signed := make([]int64, len(bands))
	for i, b := range bands {
		signed[i] = int64(b)
	}
	in, args := list(signed)
	best, bestSim := id, 0.0
	err := c.each(`SELECT DISTINCT a.witness, a.signature FROM bands b JOIN articles a ON a.n = b.article WHERE b.band IN (`+in+`) ORDER BY a.witness LIMIT 200`, args,
		func(rows *sql.Rows) error {
			var w string
			var blob []byte
			if err := rows.Scan(&w, &blob); err != nil {
				return err
			}
			other, err := unpackSignature(blob)
			if err != nil {
				return err
			}
			if sim := sig.Similarity(&other); sim >= ledger.Reprint && sim > bestSim {
				best, bestSim = w, sim
			}
			return nil
		})
	return best, err
}

// insertReport files a report and gives it its place.
func (c *conn) insertReport(article int64, r *ledger.Report, t *touch) error {
	event, err := packEvent(&r.Event)
	if err != nil {
		return err
	}
	var n int64
	// A later reading may bring back a report that an earlier one had.
	_, err = c.one(`INSERT INTO reports (key, article, published, live, event, words) VALUES (?, ?, ?, 1, ?, ?)
		ON CONFLICT (key) DO UPDATE SET live = 1, event = excluded.event, words = excluded.words RETURNING n`,
		[]any{r.Key, article, dayArg(r.Published), event, packWords(r.Words)}, &n)
	if err != nil {
		return err
	}
	c.s.cache.put(n, r)
	for _, b := range ledger.Blocks(r) {
		if err := c.exec(`INSERT INTO blocks (block, report) VALUES (?, ?) ON CONFLICT DO NOTHING`, int64(b), n); err != nil {
			return err
		}
	}
	changed, err := ledger.Assign(hood{c}, r)
	t.add(changed)
	return err
}

// Replace puts new readings in the place of old ones, article by article.
func (s *Store) Replace(ctx context.Context, entries []ledger.Entry) ([]ledger.Added, error) {
	out := make([]ledger.Added, len(entries))
	err := s.update(ctx, "replace readings", func(c *conn) error {
		t, err := c.newTouch()
		if err != nil {
			return err
		}
		for i := range entries {
			if out[i], err = c.replace(&entries[i], t); err != nil {
				return fmt.Errorf("article %s: %w", entries[i].Record.Article.ID, err)
			}
		}
		return t.settle()
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (c *conn) replace(e *ledger.Entry, t *touch) (ledger.Added, error) {
	a := &e.Record.Article
	out := ledger.Added{Article: a.ID}
	var n int64
	var witness string
	there, err := c.one(`SELECT n, witness FROM articles WHERE id = ?`, []any{a.ID}, &n, &witness)
	if err != nil {
		return out, err
	}
	if !there {
		return out, &dateline.Error{Kind: dateline.Input, Op: "replace reading", Place: a.ID, Err: errors.New("no such article")}
	}
	if err := c.exec(`UPDATE articles SET reader = ?, read_at = ? WHERE n = ?`, e.Reader, e.Read.Unix(), n); err != nil {
		return out, err
	}
	old, err := c.reports(`SELECT `+reportColumns+` WHERE r.article = ? AND r.live = 1 ORDER BY r.n`, []any{n})
	if err != nil {
		return out, err
	}
	fresh := ledger.Reports(&e.Record, witness)
	out.Reports = len(fresh)
	kept := map[string]bool{}
	for _, o := range old {
		i := slices.IndexFunc(fresh, func(f ledger.Report) bool { return f.Key == o.Key })
		if i >= 0 && sameEvent(&fresh[i].Event, &o.Event) {
			kept[o.Key] = true
			continue
		}
		changed, err := ledger.Remove(hood{c}, o.Report)
		if err != nil {
			return out, err
		}
		t.add(changed)
	}
	for i := range fresh {
		if !kept[fresh[i].Key] {
			if err := c.insertReport(n, &fresh[i], t); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// sameEvent compares what is stored of two events.
func sameEvent(a, b *dateline.Event) bool {
	x, errx := packEvent(a)
	y, erry := packEvent(b)
	return errx == nil && erry == nil && slices.Equal(x, y)
}
