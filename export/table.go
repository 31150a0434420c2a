package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"dateline"
	"dateline/ledger"

	"github.com/parquet-go/parquet-go"
)

// row is an event in one line. Days are ISO 8601; lists are parted by "; ".
type row struct {
	ID              string   `parquet:"id"`
	Type            string   `parquet:"type,dict"`
	Mode            string   `parquet:"mode,dict"`
	CAMEO           string   `parquet:"cameo,dict"`
	Status          string   `parquet:"status,dict"`
	Earliest        string   `parquet:"earliest"`
	Latest          string   `parquet:"latest"`
	Actors          string   `parquet:"actors"`
	ActorStates     string   `parquet:"actor_states"`
	Recipients      string   `parquet:"recipients"`
	RecipientStates string   `parquet:"recipient_states"`
	Place           string   `parquet:"place"`
	PlaceState      string   `parquet:"place_state,dict"`
	Lat             *float64 `parquet:"lat,optional"`
	Lon             *float64 `parquet:"lon,optional"`
	Source          string   `parquet:"source"`
	Witnesses       int64    `parquet:"witnesses"`
	Reprints        int64    `parquet:"reprints"`
	FirstPublished  string   `parquet:"first_published"`
	LastPublished   string   `parquet:"last_published"`
	Confidence      float64  `parquet:"confidence"`
	Words           string   `parquet:"words"`
}

var columns = []string{
	"id", "type", "mode", "cameo", "status", "earliest", "latest", "actors", "actor_states", "recipients", "recipient_states",
	"place", "place_state", "lat", "lon", "source", "witnesses", "reprints", "first_published", "last_published", "confidence", "words",
}

func rowOf(o *ledger.Occurrence) row {
	e := &o.Event
	r := row{
		ID: o.ID, Type: string(e.Type), Mode: e.Mode, CAMEO: e.CAMEO, Status: string(e.Status), Witnesses: int64(o.Witnesses), Reprints: int64(o.Reprints),
		Confidence: e.Confidence, Words: words(o),
	}
	if e.When != nil {
		r.Earliest, r.Latest = e.When.Earliest.String(), e.When.Latest.String()
	}
	r.Actors, r.ActorStates = lists(e.Actors)
	r.Recipients, r.RecipientStates = lists(e.Recipients)
	if p := e.Place; p != nil {
		r.Place, r.PlaceState = p.Name, p.State
		if p.Lat != 0 || p.Lon != 0 {
			r.Lat, r.Lon = &p.Lat, &p.Lon
		}
	}
	if e.Source != nil {
		r.Source = e.Source.Name
	}
	first, last := o.Published()
	r.FirstPublished, r.LastPublished = first.String(), last.String()
	return r
}

// words is the evidence of the last report.
func words(o *ledger.Occurrence) string {
	if len(o.Reports) == 0 || len(o.Reports[len(o.Reports)-1].Event.Evidence) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(o.Reports[len(o.Reports)-1].Event.Evidence[0].Text), " ")
}

func lists(as []dateline.Actor) (names, states string) {
	var n, s []string
	for _, a := range as {
		n, s = append(n, a.Name), append(s, a.State)
	}
	return strings.Join(n, "; "), strings.Join(s, "; ")
}

func writeCSV(w io.Writer, events []*ledger.Occurrence) error {
	c := csv.NewWriter(w)
	if err := c.Write(columns); err != nil {
		return err
	}
	for _, o := range events {
		r := rowOf(o)
		cells := []string{
			r.ID, r.Type, r.Mode, r.CAMEO, r.Status, r.Earliest, r.Latest, r.Actors, r.ActorStates, r.Recipients, r.RecipientStates,
			r.Place, r.PlaceState, decimal(r.Lat), decimal(r.Lon), r.Source, strconv.FormatInt(r.Witnesses, 10), strconv.FormatInt(r.Reprints, 10),
			r.FirstPublished, r.LastPublished, strconv.FormatFloat(r.Confidence, 'f', 3, 64), r.Words,
		}
		for i := range cells {
			cells[i] = unformula(cells[i])
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// unformula keeps a spreadsheet from running a cell that begins like a formula.
func unformula(s string) string {
	if s != "" && strings.ContainsRune("=+@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func decimal(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

func writeJSONL(w io.Writer, events []*ledger.Occurrence) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, o := range events {
		if err := enc.Encode(o); err != nil {
			return err
		}
	}
	return nil
}

// rowGroup is how many rows are written at once.
const rowGroup = 4096

func writeParquet(w io.Writer, events []*ledger.Occurrence) error {
	p := parquet.NewGenericWriter[row](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("dateline", "1", ""))
	batch := make([]row, 0, rowGroup)
	flush := func() error {
		_, err := p.Write(batch)
		batch = batch[:0]
		return err
	}
	for _, o := range events {
		if batch = append(batch, rowOf(o)); len(batch) == rowGroup {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return p.Close()
}
