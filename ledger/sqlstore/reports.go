package sqlstore

import (
	"database/sql"
	"fmt"
	"slices"

	"dateline/ledger"
)

// row is a report with its number.
type row struct {
	n int64
	*ledger.Report
}

const reportColumns = `r.n, r.key, r.event, r.words, r.published, a.id, a.source, a.witness FROM reports r JOIN articles a ON a.n = r.article`

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
	err = c.each(q, args, func(rows *sql.Rows) error {
		var r row
		var event, words []byte
		var published sql.NullInt64
		r.Report = &ledger.Report{}
		if err := rows.Scan(&r.n, &r.Key, &event, &words, &published, &r.Article, &r.Outlet, &r.Witness); err != nil {
			return err
		}
		r.Published, r.Words = dayOf(published), unpackWords(words)
		var err error
		if r.Event, err = unpackEvent(event); err != nil {
			return fmt.Errorf("report %s: %w", r.Key, err)
		}
		c.s.cache.put(r.n, r.Report)
		out = append(out, r)
		return nil
	})
	return out, err
}
