package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"dateline"
	"dateline/ledger"
)

const articleColumns = `id, published, source, title, url, language, sha256, text FROM articles`

func scanArticle(r scanner) (*dateline.Article, error) {
	var a dateline.Article
	var published sql.NullInt64
	var text []byte
	if err := r.Scan(&a.ID, &published, &a.Source, &a.Title, &a.URL, &a.Language, &a.SHA256, &text); err != nil {
		return nil, err
	}
	raw, err := unpack(text)
	if err != nil {
		return nil, fmt.Errorf("article %s: text: %w", a.ID, err)
	}
	a.Date, a.Text = dayOf(published), string(raw)
	a.DateReason = "ledger"
	return &a, nil
}

// Article gives an article with its text.
func (s *Store) Article(ctx context.Context, id string) (*dateline.Article, error) {
	a, err := scanArticle(s.db.QueryRowContext(ctx, s.rebind(`SELECT `+articleColumns+` WHERE id = ?`), id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &dateline.Error{Kind: dateline.Usage, Op: "find article", Place: id, Err: errors.New("the ledger has no such article")}
	}
	return a, ioError("find article", err)
}

// Articles calls f for every article in the order in which they came. It pages,
// so that f may write.
func (s *Store) Articles(ctx context.Context, f func(*dateline.Article) error) error {
	c := &conn{s: s, ctx: ctx}
	last := int64(0)
	for {
		var page []*dateline.Article
		err := c.each(`SELECT n, `+articleColumns+` WHERE n > ? ORDER BY n LIMIT 200`, []any{last}, func(r *sql.Rows) error {
			a, err := scanArticle(leading{r, []any{&last}})
			page = append(page, a)
			return err
		})
		if err != nil || len(page) == 0 {
			return ioError("list articles", err)
		}
		for _, a := range page {
			if err := f(a); err != nil {
				return err
			}
		}
	}
}

// Has reports which of the articles are there.
func (s *Store) Has(ctx context.Context, ids []string) (map[string]bool, error) {
	c := &conn{s: s, ctx: ctx}
	out := map[string]bool{}
	for len(ids) > 0 {
		n := min(500, len(ids))
		in, args := list(ids[:n])
		ids = ids[n:]
		err := c.each(`SELECT id FROM articles WHERE id IN (`+in+`)`, args, func(r *sql.Rows) error {
			var id string
			err := r.Scan(&id)
			out[id] = true
			return err
		})
		if err != nil {
			return nil, ioError("look for articles", err)
		}
	}
	return out, nil
}

// Changes gives the change feed after a number.
func (s *Store) Changes(ctx context.Context, since int64, limit int) (out []ledger.Change, err error) {
	c := &conn{s: s, ctx: ctx}
	err = c.each(`SELECT seq, at, kind, occurrence, into_id FROM changes WHERE seq > ? ORDER BY seq LIMIT ?`, []any{since, limit}, func(r *sql.Rows) error {
		var k ledger.Change
		var at int64
		if err := r.Scan(&k.Seq, &at, &k.Kind, &k.Occurrence, &k.Into); err != nil {
			return err
		}
		k.At = time.Unix(at, 0).UTC()
		out = append(out, k)
		return nil
	})
	return out, ioError("list changes", err)
}
