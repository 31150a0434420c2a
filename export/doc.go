// Package export writes what leaves a ledger in the forms that others read:
// CSV, JSON lines, Parquet, iCalendar, schema.org, GraphML, TimeML, and tables like those
// of POLECAT and GDELT.
//
// Each form is one file here. Events are written in the order given; the same
// events give the same bytes.
package export

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/ledger"
)

// Formats lists the forms by name, with what each is for.
var Formats = []struct{ Name, For string }{
	{"csv", "spreadsheets: one event a line"},
	{"jsonl", "programs: one event a line, with all reports"},
	{"parquet", "R, Python, DuckDB: one event a row"},
	{"ics", "calendars: events with a day, as iCalendar"},
	{"schemaorg", "web pages: schema.org/Event as JSON-LD"},
	{"polecat", "scripts made for POLECAT: tab-separated, with a header"},
	{"gdelt", "scripts made for GDELT 2.0 event tables: 61 columns, no header"},
	{"graphml", "network programs: who did what to whom as a graph"},
	{"timeml", "temporal annotation: each article with its times and events, a file an article"},
}

// writers by name.
var writers = map[string]func(io.Writer, []*ledger.Occurrence) error{
	"csv": writeCSV, "jsonl": writeJSONL, "parquet": writeParquet, "ics": writeCalendar, "schemaorg": writeSchemaOrg,
	"polecat": writePolecat, "gdelt": writeGDELT, "graphml": writeGraphML,
}

// Write writes events in a format. The error is that of w, or tells that there
// is no such format.
func Write(w io.Writer, format string, events []*ledger.Occurrence) error {
	f := writers[format]
	if format == "timeml" {
		return errors.New("timeml is written article by article, see TimeML")
	}
	if f == nil {
		var names []string
		for _, x := range Formats {
			names = append(names, x.Name)
		}
		slices.Sort(names)
		return fmt.Errorf("there is no format %q; there are %s", format, strings.Join(names, ", "))
	}
	return f(w, events)
}
