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

// cacheSize is how many reports are kept unpacked.
const cacheSize = 1 << 16

// cache keeps unpacked reports, which are never changed in place. When it is
// full it is emptied: simpler than tracking use, and as good here, where reports
// of one time come together.
type cache struct {
	mu   sync.Mutex
	byN  map[int64]*ledger.Report
	nums map[string]int64
}

func newCache() *cache {
	return &cache{byN: map[int64]*ledger.Report{}, nums: map[string]int64{}}
}

func (c *cache) get(n int64) *ledger.Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.byN[n]
}

func (c *cache) put(n int64, r *ledger.Report) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.byN) >= cacheSize {
		clear(c.byN)
		clear(c.nums)
	}
	c.byN[n], c.nums[r.Key] = r, n
}

func (c *cache) number(key string) (int64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.nums[key]
	return n, ok
}

func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.byN)
	clear(c.nums)
}

func (c *cache) drop(n int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r := c.byN[n]; r != nil {
		delete(c.nums, r.Key)
		delete(c.byN, n)
	}
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
	for part := range slices.Chunk(missing, 500) {
		in, args := list(part)
		rows, err := c.reports(`SELECT `+reportColumns+` WHERE r.n IN (`+in+`)`, args)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, r.Report)
		}
	}
	return out, nil
}

// reports runs a query over reportColumns.
func (c *conn) reports(q string, args []any) (out []row, err error) {
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

// hood is the neighbourhood that ledger.Assign looks at, inside one transaction.
type hood struct{ *conn }

func (h hood) number(key string) (int64, error) {
	if n, ok := h.s.cache.number(key); ok {
		return n, nil
	}
	var n int64
	_, err := h.one(`SELECT n FROM reports WHERE key = ? AND live = 1`, []any{key}, &n)
	return n, err
}

func (h hood) Near(r *ledger.Report) ([]*ledger.Report, error) {
	blocks := ledger.Blocks(r)
	signed := make([]int64, len(blocks))
	for i, b := range blocks {
		signed[i] = int64(b)
	}
	own, err := h.number(r.Key)
	if err != nil || len(signed) == 0 {
		return nil, err
	}
	in, args := list(signed)
	var nums []int64
	err = h.each(`SELECT DISTINCT report FROM blocks WHERE block IN (`+in+`)`, args, func(rows *sql.Rows) error {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return err
		}
		if n != own {
			nums = append(nums, n)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return h.load(nums)
}

func (h hood) Report(key string) (*ledger.Report, error) {
	n, err := h.number(key)
	if err != nil || n == 0 {
		return nil, err
	}
	rs, err := h.load([]int64{n})
	if err != nil || len(rs) == 0 {
		return nil, err
	}
	return rs[0], nil
}

func (h hood) Founder(key string) (string, error) {
	var f string
	_, err := h.one(`SELECT founder FROM reports WHERE key = ? AND live = 1`, []any{key}, &f)
	return f, err
}

func (h hood) Members(founder string) ([]*ledger.Report, error) {
	var nums []int64
	err := h.each(`SELECT n FROM reports WHERE founder = ? AND live = 1`, []any{founder}, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		nums = append(nums, n)
		return err
	})
	if err != nil {
		return nil, err
	}
	out, err := h.load(nums)
	ledger.SortReports(out)
	return out, err
}

func (h hood) Assign(r *ledger.Report, founder string) error {
	return h.exec(`UPDATE reports SET founder = ? WHERE key = ?`, founder, r.Key)
}

func (h hood) Drop(r *ledger.Report) error {
	n, err := h.number(r.Key)
	if err != nil {
		return err
	}
	h.s.cache.drop(n)
	if err := h.exec(`DELETE FROM blocks WHERE report = ?`, n); err != nil {
		return err
	}
	return h.exec(`UPDATE reports SET live = 0, founder = '' WHERE n = ?`, n)
}
