package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// articleWords is the full text index of the articles.
const articleWords = "texts"

// articleBody is the text by which an article is found.
func articleBody(title, text string) string {
	return strings.Join(query.Words(title), " ") + "\n" + strings.Join(query.Words(text), " ")
}

// Search gives the articles in whose title or text all words and phrases stand,
// the newest first.
func (s *Store) Search(ctx context.Context, phrases []string, limit int) ([]*dateline.Article, error) {
	c := &conn{s: s, ctx: ctx}
	var where []string
	var args []any
	for _, p := range phrases {
		if words := query.Words(p); len(words) > 0 {
			where = append(where, "n IN ("+fmt.Sprintf(s.d.FindWords, articleWords)+")")
			args = append(args, s.d.Phrase(words))
		}
	}
	if len(where) == 0 {
		return nil, nil
	}
	if limit == 0 {
		limit = defaultLimit
	}
	var out []*dateline.Article
	err := c.each(`SELECT `+articleColumns+` WHERE `+strings.Join(where, " AND ")+` ORDER BY published IS NULL, published DESC, id LIMIT ?`, append(args, limit),
		func(r *sql.Rows) error {
			a, err := scanArticle(r)
			out = append(out, a)
			return err
		})
	return out, ioError("search articles", err)
}

// reindexPage is how many articles are indexed in one transaction.
const reindexPage = 1000

// reindex files the words and the signatures of a page of the articles after a row.
func (w *writer) reindex(after int64) (n int, last int64, err error) {
	last = after
	signatures := map[int64]*ledger.Signature{}
	err = w.each(`SELECT n, `+articleColumns+` WHERE n > ? ORDER BY n LIMIT ?`, []any{after, reindexPage}, func(r *sql.Rows) error {
		a, err := scanArticle(leading{r, []any{&last}})
		if err != nil {
			return err
		}
		n++
		w.texts.add(last, articleBody(a.Title, a.Text))
		sig := ledger.Sign(cmp.Or(a.Text, a.Title))
		w.fileBands(last, a.Date, &sig)
		signatures[last] = &sig
		return nil
	})
	for _, k := range sortedKeys(signatures) {
		if err == nil {
			err = w.exec(`UPDATE articles SET signature = ? WHERE n = ?`, packSignature(signatures[k]), k)
		}
	}
	return n, last, err
}
