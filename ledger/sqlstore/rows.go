package sqlstore

import (
	"cmp"
	"slices"
	"strings"
)

// rows collects what goes into one table, so that it goes in by statements of
// many rows: a statement costs several times as much as a row.
type rows struct {
	insert string // INSERT INTO table (columns) VALUES
	row    string // (?, ?, …)
	after  string // ON CONFLICT …
	width  int    // parameters a row
	args   []any
}

// rowSteps are the numbers of rows for which statements are prepared.
var rowSteps = []int{64, 8, 1}

func newRows(table, columns, row, after string) *rows {
	return &rows{insert: "INSERT INTO " + table + " (" + columns + ") VALUES ", row: row, after: after, width: strings.Count(row, "?")}
}

func (r *rows) add(args ...any) { r.args = append(r.args, args...) }

// flush writes what is there.
func (r *rows) flush(c *conn) error {
	for _, step := range rowSteps {
		for len(r.args) >= step*r.width {
			q := r.insert + strings.TrimSuffix(strings.Repeat(r.row+",", step), ",") + r.after
			if err := c.exec(q, r.args[:step*r.width]...); err != nil {
				return err
			}
			r.args = r.args[step*r.width:]
		}
	}
	r.args = r.args[:0:0]
	return nil
}

// sort brings rows whose first column is a text into its order, which is that of
// the index they go into.
func (r *rows) sort() {
	all := slices.Collect(slices.Chunk(r.args, r.width))
	slices.SortStableFunc(all, func(a, b []any) int { return cmp.Compare(a[0].(string), b[0].(string)) })
	r.args = slices.Concat(all...)
}
