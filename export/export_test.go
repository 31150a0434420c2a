package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"dateline"
	"dateline/ledger"

	ics "github.com/arran4/golang-ical"
	"github.com/parquet-go/parquet-go"
)

func day(s string) dateline.Day {
	d, err := dateline.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// sample is a visit that was planned, then called off, and a demand without a day.
func sample() []*ledger.Occurrence {
	report := func(article, published string, e dateline.Event) *ledger.Report {
		return &ledger.Report{Key: article + "#1", Article: article, Published: day(published), Outlet: "Northern Wire", Witness: article, Event: e}
	}
	visit := dateline.Event{
		Type: dateline.Consult, Mode: "visit", CAMEO: "042", Status: dateline.Planned, Confidence: 0.8,
		Actors:     []dateline.Actor{{ID: "p:lind", Name: "Ada Lind", State: "NOR", Office: "premier"}},
		Recipients: []dateline.Actor{{ID: "s:SWE", Name: "Sweden", State: "SWE"}},
		Place:      &dateline.Place{Name: "Visby", State: "SWE", Lat: 57.64, Lon: 18.3},
		When:       &dateline.When{Span: dateline.Span{Earliest: day("2031-03-04"), Latest: day("2031-03-05")}},
		Evidence:   []dateline.Evidence{{Text: "=Lind is to visit\tVisby; \"two days\" <b>"}},
	}
	off := visit
	off.Status = dateline.Cancelled
	demand := dateline.Event{Type: dateline.Request, CAMEO: "100", Status: dateline.Happened, Actors: []dateline.Actor{{Name: "Front"}}, Recipients: []dateline.Actor{}}
	return []*ledger.Occurrence{
		ledger.Fold([]*ledger.Report{report("a", "2031-03-01", visit), report("b", "2031-03-03", off)})[0],
		ledger.Fold([]*ledger.Report{report("c", "2031-03-02", demand)})[0],
	}
}

func written(t *testing.T, format string) string {
	t.Helper()
	var b, again bytes.Buffer
	if err := Write(&b, format, sample()); err != nil {
		t.Fatal(err)
	}
	if err := Write(&again, format, sample()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("%s: the same events give other bytes", format)
	}
	return b.String()
}

func TestCSVReadsBack(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv"))).ReadAll()
	if err != nil || len(rows) != 3 || len(rows[1]) != len(columns) {
		t.Fatalf("%v %v", rows, err)
	}
	if got := rows[1][len(columns)-1]; !strings.HasPrefix(got, "'=") {
		t.Errorf("a cell that a spreadsheet would run: %q", got)
	}
}

func TestJSONLReadsBack(t *testing.T) {
	dec := json.NewDecoder(strings.NewReader(written(t, "jsonl")))
	n := 0
	for dec.More() {
		var o ledger.Occurrence
		if err := dec.Decode(&o); err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}

func TestParquetReadsBack(t *testing.T) {
	rows, err := parquet.Read[row](strings.NewReader(written(t, "parquet")), int64(len(written(t, "parquet"))))
	if err != nil || len(rows) != 2 || rows[0].Place != "Visby" || rows[0].Status != "cancelled" || rows[1].Lat != nil {
		t.Errorf("%+v %v", rows, err)
	}
}

func TestCalendarReadsBack(t *testing.T) {
	s := written(t, "ics")
	c, err := ics.ParseCalendar(strings.NewReader(s))
	if err != nil || len(c.Events()) != 1 {
		t.Fatalf("%v\n%s", err, s)
	}
	for _, want := range []string{"STATUS:CANCELLED", "SEQUENCE:1", "DTSTART;VALUE=DATE:20310304", "DTEND;VALUE=DATE:20310306", "DTSTAMP:20310303T000000Z", "UID:ev"} {
		if !strings.Contains(s, want) {
			t.Errorf("%s is missing:\n%s", want, s)
		}
	}
}

func TestCodebooks(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(written(t, "polecat")), "\n")
	if len(lines) != 3 || !strings.Contains(lines[1], "\tREJECT\tmeet\t") {
		t.Errorf("a visit called off is no REJECT:\n%s", strings.Join(lines, "\n"))
	}
	for _, l := range strings.Split(strings.TrimSpace(written(t, "gdelt")), "\n") {
		if n := len(strings.Split(l, "\t")); n != gdeltColumns {
			t.Errorf("%d columns, want %d: %s", n, gdeltColumns, l)
		}
	}
}

func TestLinkedForms(t *testing.T) {
	var doc struct {
		Graph []map[string]any `json:"@graph"`
	}
	s := written(t, "schemaorg")
	if err := json.Unmarshal([]byte(s), &doc); err != nil || len(doc.Graph) != 2 || doc.Graph[0]["eventStatus"] != "https://schema.org/EventCancelled" {
		t.Errorf("%v\n%s", err, s)
	}
	if strings.Contains(s, "<b>") {
		t.Error("markup of an article stands unescaped in what may go into a page")
	}
	var g graphML
	if err := xml.Unmarshal([]byte(written(t, "graphml")), &g); err != nil || len(g.Graph.Nodes) != 2 || len(g.Graph.Edges) != 1 {
		t.Errorf("%v %+v", err, g)
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "xls", nil); err == nil || !strings.Contains(err.Error(), "there are csv") {
		t.Errorf("error %v", err)
	}
}

// TestPLOVER holds that the codebook's category of an event depends on its status.
func TestPLOVER(t *testing.T) {
	for _, x := range []struct {
		typ    dateline.Type
		status dateline.Status
		want   string
	}{
		{dateline.Consult, dateline.Happened, "CONSULT"}, {dateline.Consult, dateline.Planned, "AGREE"}, {dateline.Consult, dateline.Postponed, "REJECT"},
		{dateline.Consult, dateline.Not, ""}, {dateline.Aid, dateline.Possible, "AGREE"}, {dateline.Retreat, dateline.Planned, "AGREE"},
		{dateline.Sanction, dateline.Planned, "THREATEN"}, {dateline.Assault, dateline.Possible, "THREATEN"}, {dateline.Assault, dateline.Ongoing, "ASSAULT"},
		{dateline.Agree, dateline.Not, "REJECT"}, {dateline.Accuse, dateline.Planned, ""}, {dateline.Office, dateline.Happened, ""},
	} {
		if got := PLOVER(&dateline.Event{Type: x.typ, Status: x.status}); got != x.want {
			t.Errorf("%s %s is %q, want %q", x.typ, x.status, got, x.want)
		}
	}
}
