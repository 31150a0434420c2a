package article

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"dateline"
)

//go:embed boilerplate.txt
var boilerplateTable string

// boilerplateRow is one line of boilerplate.txt.
type boilerplateRow struct {
	kind    dateline.ParagraphKind
	heads   bool // heads a list of links
	long    bool // may be longer than 200 bytes
	pattern *regexp.Regexp
	example string
	line    int
}

// boilerplate gives the function that tells a paragraph's kind by the table:
// "" if it is none of them; heads if links follow.
var boilerplate = sync.OnceValue(func() func(string) (kind dateline.ParagraphKind, heads bool) {
	rows, err := parseBoilerplate(boilerplateTable)
	if err != nil {
		panic(err) // the table is part of the program and its test runs every row
	}
	return func(s string) (dateline.ParagraphKind, bool) {
		long := len(s) > 200
		for i := range rows {
			if r := &rows[i]; (!long || r.long) && r.pattern.MatchString(s) {
				return r.kind, r.heads
			}
		}
		return "", false
	}
})

// parseBoilerplate reads the table; errors name their line.
func parseBoilerplate(table string) ([]boilerplateRow, error) {
	var rows []boilerplateRow
	for i, l := range strings.Split(table, "\n") {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		bad := func(why string) error {
			return &dateline.Error{Kind: dateline.Data, Op: "load", Place: fmt.Sprintf("article/boilerplate.txt:%d", i+1), Err: fmt.Errorf("%s", why)}
		}
		kind, rest, _ := strings.Cut(l, " ")
		at := strings.LastIndex(rest, "  =  ")
		if at < 0 {
			return nil, bad("want KIND pattern  =  example")
		}
		pattern, example := strings.TrimSpace(rest[:at]), rest[at+5:]
		re, err := regexp.Compile(`^(?i:` + pattern + `)`)
		if err != nil {
			return nil, bad(err.Error())
		}
		r := boilerplateRow{pattern: re, example: example, line: i + 1, long: strings.HasSuffix(kind, "+")}
		switch strings.TrimSuffix(kind, "+") {
		case "list":
			r.kind, r.heads = dateline.SeeAlso, true
		case "see-also":
			r.kind = dateline.SeeAlso
		case "caption":
			r.kind = dateline.Caption
		default:
			return nil, bad("unknown kind " + kind)
		}
		rows = append(rows, r)
	}
	return rows, nil
}
