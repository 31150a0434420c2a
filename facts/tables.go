package facts

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"dateline"
)

//go:embed tables/titles.tsv tables/portfolios.tsv
var tables embed.FS

// row is one line of a table: its cells, trimmed, and where it stands.
type row struct {
	cells []string
	place string // file:line
}

// cell gives column i, "" if the row is short or the cell is "-".
func (r row) cell(i int) string {
	if i >= len(r.cells) || r.cells[i] == "-" {
		return ""
	}
	return r.cells[i]
}

// list splits column i at "|".
func (r row) list(i int) []string {
	var out []string
	for s := range strings.SplitSeq(r.cell(i), "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r row) errorf(hint, format string, args ...any) error {
	return &dateline.Error{Kind: dateline.Data, Op: "read table", Place: r.place, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// readRows reads tab-separated lines; "#" begins a comment line.
func readRows(name string, r io.Reader) ([]row, error) {
	var out []row
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " \t\r")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, row{cells, fmt.Sprintf("%s:%d", name, n)})
	}
	if err := sc.Err(); err != nil {
		return nil, &dateline.Error{Kind: dateline.Data, Op: "read table", Place: name, Err: err}
	}
	return out, nil
}

// readTable reads a table of fsys; a missing one has no rows.
func readTable(fsys fs.FS, name string) ([]row, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, nil //nolint: tables are optional
	}
	defer file.Close()
	return readRows(name, file)
}
