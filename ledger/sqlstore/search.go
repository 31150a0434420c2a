package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
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

// maxSearched is of how many articles Search gives the newest: those that came last.
const maxSearched = 2000

// Search gives the articles in whose title or text all words and phrases stand,
// the newest first.
func (s *Store) Search(ctx context.Context, phrases []string, limit int) (out []*dateline.Article, err error) {
	var all [][]string
	for _, p := range phrases {
		if words := query.Words(p); len(words) > 0 {
			all = append(all, words)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	if limit == 0 {
		limit = defaultLimit
	}
	err = s.read(ctx, "search articles", func(c *conn) error {
		where, args := s.d.WithAll(articleWords, all)
		nums, err := c.eachNumber(fmt.Sprintf(`SELECT rowid FROM %s WHERE %s ORDER BY rowid DESC LIMIT %d`, articleWords, where, max(limit, maxSearched)), args)
		if err != nil {
			return err
		}
		if nums, err = c.newestArticles(nums); err != nil {
			return err
		}
		for _, n := range nums[:min(limit, len(nums))] {
			st, err := c.stmt(`SELECT ` + articleColumns + ` WHERE n = ?`)
			if err != nil {
				return err
			}
			a, err := scanArticle(st.QueryRowContext(ctx, n))
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

// newestArticles sorts articles by their publication, the newest first, those
// without a day last.
func (c *conn) newestArticles(nums []int64) (out []int64, err error) {
	type found struct {
		n         int64
		published dateline.Day
		id        string
	}
	var all []found
	for part := range slices.Chunk(nums, maxList) {
		in, args := list(part)
		err := c.each(`SELECT n, published, id FROM articles WHERE n IN (`+in+`)`, args, func(r *sql.Rows) error {
			var f found
			var published sql.NullInt64
			err := r.Scan(&f.n, &published, &f.id)
			f.published = dayOf(published)
			all = append(all, f)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		switch {
		case a.published.Known() != b.published.Known():
			if a.published.Known() {
				return -1
			}
			return 1
		case a.published != b.published:
			return cmp.Compare(b.published, a.published)
		}
		return cmp.Compare(a.id, b.id)
	})
	for _, f := range all {
		out = append(out, f.n)
	}
	return out, nil
}

// reindexPage is how many articles are indexed in one transaction.
const reindexPage = 1000

// reindex files the words and the signatures of a page of the articles after a row.
func (w *writer) reindex(after int64) (n int, last int64, err error) {
	last = after
	signatures := map[int64]*ledger.Signature{}
	const columns = `n, witness, (SELECT COUNT(*) FROM reports r WHERE r.n >= articles.n * 65536 AND r.n <= articles.n * 65536 + 65535 AND r.live = 1)`
	err = w.each(`SELECT `+columns+`, `+articleColumns+` WHERE n > ? ORDER BY n LIMIT ?`, []any{after, reindexPage}, func(r *sql.Rows) error {
		var witness string
		more := counts{articles: 1}
		a, err := scanArticle(leading{r, []any{&last, &witness, &more.reports}})
		if err != nil {
			return err
		}
		n++
		if witness != a.ID {
			more.reprints = 1
		}
		w.count(a.Source, a.Date, more)
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
