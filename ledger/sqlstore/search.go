package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"dateline"
	"dateline/query"
)

// The full text indexes: of what is shown of events, and of articles.
const (
	eventWords   = "words"
	articleWords = "texts"
)

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

// reindex files the words of a page of the articles after a row.
func (w *writer) reindex(after int64) (n int, last int64, err error) {
	last = after
	err = w.each(`SELECT n, `+articleColumns+` WHERE n > ? ORDER BY n LIMIT ?`, []any{after, reindexPage}, func(r *sql.Rows) error {
		a, err := scanArticle(leading{r, &last})
		if err != nil {
			return err
		}
		n++
		w.texts.add(last, articleBody(a.Title, a.Text))
		return nil
	})
	return n, last, err
}
