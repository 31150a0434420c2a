package sqlstore

import (
	"database/sql"
	"slices"

	"dateline/ledger"
)

// The writer is the neighbourhood that ledger.Assign looks at. It answers from
// what it will write and from its memory before it asks the database.

// number gives the row of a report that is live, 0 if there is none.
func (w *writer) number(key string) (int64, error) {
	if n, ok := w.keys[key]; ok {
		return n, nil
	}
	return stored{w.conn}.number(key)
}

// take gives reports by number, those that are not yet written too.
func (w *writer) take(nums []int64) ([]*ledger.Report, error) {
	out := make([]*ledger.Report, 0, len(nums))
	var older []int64
	for _, n := range nums {
		if f := w.fresh[n]; f != nil {
			out = append(out, f.report)
		} else {
			older = append(older, n)
		}
	}
	if len(older) == 0 {
		return out, nil
	}
	rest, err := w.load(older)
	return append(out, rest...), err
}

// Near implements ledger.Neighbours.
func (w *writer) Near(r *ledger.Report) ([]*ledger.Report, error) {
	own, err := w.number(r.Key)
	if err != nil {
		return nil, err
	}
	blocks := w.blocksOf(own, r)
	if err := w.remember(blocks); err != nil {
		return nil, err
	}
	var nums []int64
	for _, b := range blocks {
		nums = append(nums, w.mem.blocks[b]...)
	}
	slices.Sort(nums)
	nums = slices.DeleteFunc(slices.Compact(nums), func(n int64) bool { return n == own })
	return w.take(nums)
}

func (w *writer) blocksOf(n int64, r *ledger.Report) []uint64 {
	if f := w.fresh[n]; f != nil {
		return f.blocks
	}
	return ledger.Blocks(r)
}

// remember reads from the database what is filed under blocks, where that is not
// known yet.
func (w *writer) remember(blocks []uint64) error {
	var missing []int64
	for _, b := range blocks {
		if _, ok := w.mem.blocks[b]; !ok {
			w.mem.blocks[b] = nil
			missing = append(missing, int64(b))
		}
	}
	slices.Sort(missing)
	for part := range slices.Chunk(missing, maxList) {
		in, args := list(part)
		err := w.each(`SELECT block, report FROM blocks WHERE block IN (`+in+`) ORDER BY block, report`, args, func(r *sql.Rows) error {
			var b, n int64
			err := r.Scan(&b, &n)
			w.mem.blocks[uint64(b)] = append(w.mem.blocks[uint64(b)], n)
			w.mem.held++
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, b := range missing { // what is to be written is filed there too
		for _, n := range w.filed[uint64(b)] {
			w.mem.blocks[uint64(b)] = append(w.mem.blocks[uint64(b)], n)
		}
	}
	return nil
}

// Report implements ledger.Neighbours.
func (w *writer) Report(key string) (*ledger.Report, error) {
	n, err := w.number(key)
	if err != nil || n == 0 {
		return nil, err
	}
	rs, err := w.take([]int64{n})
	if err != nil || len(rs) == 0 {
		return nil, err
	}
	return rs[0], nil
}

// Founder implements ledger.Neighbours.
func (w *writer) Founder(key string) (string, error) {
	n, err := w.number(key)
	if err != nil || n == 0 {
		return "", err
	}
	if f, ok := w.mem.founder[n]; ok {
		return f, nil
	}
	f, err := stored{w.conn}.Founder(key)
	if err == nil {
		w.mem.founder[n] = f
	}
	return f, err
}

// Members implements ledger.Neighbours.
func (w *writer) Members(founder string) ([]*ledger.Report, error) {
	nums, err := w.memberNumbers(founder)
	if err != nil {
		return nil, err
	}
	out, err := w.take(nums)
	ledger.SortReports(out)
	return out, err
}

func (w *writer) memberNumbers(founder string) ([]int64, error) {
	if nums, ok := w.mem.members[founder]; ok {
		return nums, nil
	}
	nums, err := w.members(founder)
	if err != nil {
		return nil, err
	}
	nums = slices.DeleteFunc(nums, func(n int64) bool { _, gone := w.moved[n]; return gone })
	for n, f := range w.moved {
		if f == founder {
			nums = append(nums, n)
		}
	}
	slices.Sort(nums)
	w.mem.members[founder] = nums
	w.mem.held += len(nums)
	return nums, nil
}

// Assign implements ledger.Neighbours.
func (w *writer) Assign(r *ledger.Report, founder string) error {
	n, err := w.number(r.Key)
	if err != nil {
		return err
	}
	before, err := w.Founder(r.Key)
	if err != nil {
		return err
	}
	// Both lists are made whole before the move, so that they stay whole.
	for _, f := range []string{before, founder} {
		if f != "" {
			if _, err := w.memberNumbers(f); err != nil {
				return err
			}
		}
	}
	if before != "" {
		w.mem.members[before] = slices.DeleteFunc(w.mem.members[before], func(m int64) bool { return m == n })
	}
	w.mem.members[founder] = append(w.mem.members[founder], n)
	w.mem.founder[n] = founder
	w.moved[n] = founder
	return nil
}

// Drop implements ledger.Neighbours.
func (w *writer) Drop(r *ledger.Report) error {
	n, err := w.number(r.Key)
	if err != nil {
		return err
	}
	founder, err := w.Founder(r.Key)
	if err != nil {
		return err
	}
	if _, err := w.memberNumbers(founder); err != nil {
		return err
	}
	without := func(nums []int64) []int64 {
		return slices.DeleteFunc(nums, func(m int64) bool { return m == n })
	}
	w.mem.members[founder] = without(w.mem.members[founder])
	delete(w.mem.founder, n)
	delete(w.moved, n)
	for _, b := range ledger.Blocks(r) {
		if nums, ok := w.mem.blocks[b]; ok {
			w.mem.blocks[b] = without(nums)
		}
		if err := w.exec(`DELETE FROM blocks WHERE block = ? AND report = ?`, int64(b), n); err != nil {
			return err
		}
	}
	w.s.cache.drop(n)
	return w.exec(`UPDATE reports SET live = 0, founder = '' WHERE n = ?`, n)
}
