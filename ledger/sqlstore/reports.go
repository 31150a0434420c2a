package sqlstore

import (
	"database/sql"
	"fmt"
	"slices"
	"sync"

	"dateline/ledger"
)

// row is a report with its number.
type row struct {
	n int64
	*ledger.Report
}

const reportColumns = `r.n, r.key, r.event, r.published, a.id, a.source, a.witness, a.text FROM reports r JOIN articles a ON a.n = r.article`

// load gives reports by number, unpacking those that are not in the cache.
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
		rows, err := c.readReports(`SELECT `+reportColumns+` WHERE r.n IN (`+in+`)`, args)
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

// leading scans a column before the others aside.
type leading struct {
	scanner
	first any
}

func (l leading) Scan(into ...any) error { return l.scanner.Scan(append([]any{l.first}, into...)...) }

// scanReport reads reportColumns.
func scanReport(found scanner) (row, error) {
	r := row{Report: &ledger.Report{}}
	var event, text []byte
	var published sql.NullInt64
	if err := found.Scan(&r.n, &r.Key, &event, &published, &r.Article, &r.Outlet, &r.Witness, &text); err != nil {
		return r, err
	}
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
