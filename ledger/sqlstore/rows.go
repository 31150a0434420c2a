package sqlstore

import "strings"

// rows collects what goes into one table, so that it goes in by statements of
// many rows: a statement costs several times as much as a row.
type rows struct {
	insert string // INSERT INTO table (columns) VALUES
	row    string // (?, ?, …)
	after  string // ON CONFLICT …
	width  int    // parameters a row
	args   []any
	texts  map[int]string // statements by number of rows
}

// rowSteps are the numbers of rows for which statements are prepared.
var rowSteps = []int{64, 8, 1}

func newRows(table, columns, row, after string) *rows {
	return &rows{
		insert: "INSERT INTO " + table + " (" + columns + ") VALUES ", row: row, after: after, width: strings.Count(row, "?"),
		texts: map[int]string{},
	}
}

func (r *rows) add(args ...any) { r.args = append(r.args, args...) }

// len is how many rows wait.
func (r *rows) len() int { return len(r.args) / r.width }

// flush writes what is there.
func (r *rows) flush(c *conn) error {
	args := r.args
	for _, step := range rowSteps {
		for len(args) >= step*r.width {
			if r.texts[step] == "" {
				r.texts[step] = r.insert + strings.TrimSuffix(strings.Repeat(r.row+",", step), ",") + r.after
			}
			if err := c.exec(r.texts[step], args[:step*r.width]...); err != nil {
				return err
			}
			args = args[step*r.width:]
		}
	}
	clear(r.args)
	r.args = r.args[:0]
	return nil
}
