package when

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A table at fault is told with its file and line.
func TestTableErrors(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"DATE <- YEAR4 date $1 | 2029 = 2029", "t/xx/a.txt:2: no => in row"},
		{"DATE <- YEAR4 => date $1", "t/xx/a.txt:2: row without an example"},
		{"DATE <- YEAR4 => date $1 | 2029", "t/xx/a.txt:2: example wants: text = value"},
		{"DATE <- YEAR4 => dote $1 | 2029 = 2029", `t/xx/a.txt:2: unknown action "dote"`},
		{"DATE <- YEAR4 => date $2 | 2029 = 2029", `t/xx/a.txt:2: argument "$2": the row has 1 parts`},
		{"DATE <- => date | 2029 = 2029", "t/xx/a.txt:2: empty right side"},
		{"DATE <- (a b) => date $1 | 2029 = 2029", "t/xx/a.txt:2: choice \"(a\": no spaces within ( )"},
		{"date <- YEAR4 => date $1 | 2029 = 2029", `t/xx/a.txt:2: left side "date" is no category`},
		{"DATE <- YEAR4 => date $1 {before=in} | 2029 = 2029", `t/xx/a.txt:2: guard "before=in"`},
		{"DATE <- YEAR4 => date $1 {prev=@nolist} | 2029 = 2029", `t/xx/a.txt:2: guard: no list or test "@nolist"`},
		{"DATE <- MOON => keep $1 | moon = 2029", "category MOON is used but no row makes it"},
		{"june = 6", "t/xx/a.txt:2: words before any [section]"},
		{"[MONTH month]\njune 6", "t/xx/a.txt:3: want words = value"},
		{"[MONTH month]\njune = 13", `t/xx/a.txt:3: value "13": want 1..12`},
		{"[MONTH moon]\njune = 6", `t/xx/a.txt:3: unknown form "moon"`},
		{"[MONTH month bold]", `t/xx/a.txt:2: section "[MONTH month bold]": unknown flag "bold"`},
		{"[HOLIDAY holiday]\nfeast = 13-01", `t/xx/a.txt:3: holiday rule "13-01"`},
		{"[UNIT unit]\nmoon = moon", `t/xx/a.txt:3: unknown unit "moon"`},
	} {
		fs := fstest.MapFS{"t/xx/a.txt": {Data: []byte("# a comment\n" + c.table + "\n")}}
		_, err := loadGrammar(fs, "t/xx")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q:\n got %v\nwant %s", c.table, err, c.want)
		}
	}
}

func TestHolidayRules(t *testing.T) {
	for _, c := range []struct {
		rule string
		year int
		want string
	}{
		{"12-25", 2031, "2031-12-25"},
		{"11-4thu", 2031, "2031-11-27"},
		{"05--1mon", 2031, "2031-05-26"},
		{"11-tue>1", 2028, "2028-11-07"},
		{"11-tue>1", 2032, "2032-11-02"},
		{"easter", 2031, "2031-04-13"},
		{"easter-2", 2024, "2024-03-29"},
		{"easter+50", 2025, "2025-06-09"},
	} {
		d, ok := holidayDay(c.rule, c.year)
		if !ok || d.String() != c.want {
			t.Errorf("%s in %d: got %s, %v; want %s", c.rule, c.year, d, ok, c.want)
		}
	}
}
