package sqlstore

import (
	"database/sql"
	"slices"

	"dateline"
	"dateline/query"
)

// kind is what an occurrence is, for counting and choosing without its row.
type kind struct {
	typ    dateline.Type
	mode   string
	status dateline.Status
}

// kinds gives all kinds of the ledger by number: some hundreds at most.
func (c *conn) kinds() (map[int64]kind, error) {
	out := map[int64]kind{}
	err := c.each(`SELECT n, type, mode, status FROM kinds`, nil, func(r *sql.Rows) error {
		var n int64
		var k kind
		err := r.Scan(&n, &k.typ, &k.mode, &k.status)
		out[n] = k
		return err
	})
	return out, err
}

// kindOf gives the number of a kind, a new one if it has none.
func (w *writer) kindOf(k kind) (int64, error) {
	if w.kindNumbers == nil {
		all, err := w.kinds()
		if err != nil {
			return 0, err
		}
		w.kindNumbers = map[kind]int64{}
		for n, k := range all {
			w.kindNumbers[k] = n
		}
	}
	n, ok := w.kindNumbers[k]
	if ok {
		return n, nil
	}
	n = int64(len(w.kindNumbers)) + 1
	w.kindNumbers[k] = n
	return n, w.exec(`INSERT INTO kinds (n, type, mode, status) VALUES (?, ?, ?, ?)`, n, string(k.typ), k.mode, string(k.status))
}

// kindsOf gives the numbers of the kinds that a query wants; ok is false if it
// does not choose by kind.
func kindsOf(q query.Query, all map[int64]kind) (want []int64, ok bool) {
	if len(q.Types)+len(q.Modes)+len(q.Statuses) == 0 {
		return nil, false
	}
	for _, n := range sortedKeys(all) {
		if k := all[n]; in(q.Types, k.typ) && in(q.Modes, k.mode) && in(q.Statuses, k.status) {
			want = append(want, n)
		}
	}
	return want, true
}

func in[E comparable](want []E, have E) bool { return len(want) == 0 || slices.Contains(want, have) }
