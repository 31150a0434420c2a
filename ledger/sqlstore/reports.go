package sqlstore

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"sync"

	"dateline/ledger"
)

// row is a report with its number.
type row struct {
	n int64
	*ledger.Report
}

const reportColumns = `r.n, r.suffix, r.event, a.published, a.id, a.source, a.witness, a.text FROM reports r JOIN articles a ON a.n = r.n / 65536`

// keyOfReport is its article's id and what tells it from the others of that
// article, which alone is stored.
func keyOfReport(article, suffix string) string { return article + "#" + suffix }

func cutKey(key string) (article, suffix string) {
	i := strings.LastIndexByte(key, '#')
	if i < 0 {
		return "", key
	}
	return key[:i], key[i+1:]
}

// number gives the number of a report, live or not; 0 if it was never there.
func (c *conn) number(key string) (n int64, err error) {
	article, suffix := cutKey(key)
	_, err = c.one(`SELECT r.n FROM articles a CROSS JOIN reports r WHERE a.id = ? AND r.n >= a.n * 65536 AND r.n <= a.n * 65536 + 65535 AND r.suffix = ?`,
		[]any{article, suffix}, &n)
	return n, err
}

// keysByNumber gives the keys of reports.
func (c *conn) keysByNumber(nums []int64) (map[int64]string, error) {
	out := make(map[int64]string, len(nums))
	for part := range slices.Chunk(nums, maxList) {
		in, args := list(part)
		err := c.each(`SELECT r.n, a.id, r.suffix FROM reports r JOIN articles a ON a.n = r.n / 65536 WHERE r.n IN (`+in+`)`, args, func(r *sql.Rows) error {
			var n int64
			var article, suffix string
			err := r.Scan(&n, &article, &suffix)
			out[n] = keyOfReport(article, suffix)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// load gives live reports by number, unpacking those that are not in the cache.
func (c *conn) load(nums []int64) ([]*ledger.Report, error) {
	out := make([]*ledger.Report, 0, len(nums))
	var missing []int64
	for _, n := range nums {
		if r := c.s.cache.get(n); r != nil {
			out = append(out, r)
		} else {
			missing = append(missing, n)
		}
	}
	for part := range slices.Chunk(missing, maxList) {
		in, args := list(part)
		rows, err := c.readReports(`SELECT `+reportColumns+` WHERE r.live = 1 AND r.n IN (`+in+`)`, args)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, r.Report)
		}
	}
	return out, nil
}

// readReports runs a query over reportColumns.
func (c *conn) readReports(q string, args []any) (out []row, err error) {
	err = c.each(q, args, func(found *sql.Rows) error {
		r, err := scanReport(found)
		if err != nil {
			return err
		}
		c.s.cache.put(r.n, r.Report)
		out = append(out, r)
		return nil
	})
	return out, err
}

// scanner is a row of an answer.
type scanner interface{ Scan(into ...any) error }

// leading scans columns before the others aside.
type leading struct {
	scanner
	first []any
}

func (l leading) Scan(into ...any) error { return l.scanner.Scan(append(l.first, into...)...) }

// scanReport reads reportColumns.
func scanReport(found scanner) (row, error) {
	r := row{Report: &ledger.Report{}}
	var suffix string
	var event, text []byte
	var published sql.NullInt64
	if err := found.Scan(&r.n, &suffix, &event, &published, &r.Article, &r.Outlet, &r.Witness, &text); err != nil {
		return r, err
	}
	r.Key = keyOfReport(r.Article, suffix)
	r.Published = dayOf(published)
	var err error
	r.Event, err = unpackEvent(event, sync.OnceValues(func() (string, error) {
		t, err := unpack(text)
		return string(t), err
	}))
	if err != nil {
		return r, fmt.Errorf("report %s: %w", r.Key, err)
	}
	r.Renew()
	return r, nil
}
