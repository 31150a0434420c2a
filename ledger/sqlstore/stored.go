package sqlstore

import (
	"database/sql"

	"dateline/ledger"
)

// groups tells who belongs together.
type groups interface {
	// Report gives the report of a key, nil if it was dropped.
	Report(key string) (*ledger.Report, error)
	// Founder gives the key of the founder that a report was assigned to.
	Founder(key string) (string, error)
	// Members gives the reports assigned to a founder in canonical order.
	Members(founder string) ([]*ledger.Report, error)
}

// stored is groups as the database has them.
type stored struct{ *conn }

func (h stored) number(key string) (int64, error) {
	if n, ok := h.s.cache.number(key); ok {
		return n, nil
	}
	return h.conn.number(key)
}

func (h stored) Report(key string) (*ledger.Report, error) {
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

func (h stored) Founder(key string) (string, error) {
	n, err := h.number(key)
	if err != nil || n == 0 {
		return "", err
	}
	return h.founderOf(n, key)
}

// founderOf gives the key of the founder of a live report, "" if it has none.
func (c *conn) founderOf(n int64, key string) (string, error) {
	var founder int64
	_, err := c.one(`SELECT founder FROM reports WHERE n = ? AND live = 1`, []any{n}, &founder)
	if err != nil || founder == n {
		return key, err
	}
	if founder == 0 {
		return "", nil
	}
	of, err := c.keysByNumber([]int64{founder})
	return of[founder], err
}

func (h stored) Members(founder string) ([]*ledger.Report, error) {
	n, err := h.number(founder)
	if err != nil || n == 0 {
		return nil, err
	}
	nums, err := h.members(n)
	if err != nil {
		return nil, err
	}
	out, err := h.load(nums)
	ledger.SortReports(out)
	return out, err
}

// members gives the numbers of the live reports assigned to a founder.
func (c *conn) members(founder int64) (nums []int64, err error) {
	return c.numbers(`SELECT n FROM reports WHERE n = ? AND founder = n AND live = 1
		UNION ALL SELECT n FROM reports WHERE founder = ? AND founder <> n AND founder <> 0 AND live = 1`, founder, founder)
}

// numbers reads a column of row numbers.
func (c *conn) numbers(q string, args ...any) (nums []int64, err error) {
	st, err := c.stmt(q)
	if err != nil {
		return nil, err
	}
	found, err := st.QueryContext(c.ctx, args...)
	if err != nil {
		return nil, err
	}
	return nums, each(found, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		nums = append(nums, n)
		return err
	})
}
