package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/view"
)

// format turns a record into the bytes that are written for it. Formats are
// called by several goroutines at once.
type format interface {
	head() string // written once, before all records
	gap() string  // written between records
	record(*dateline.Record) ([]byte, error)
}

// jsonFormat writes a record a line.
type jsonFormat struct{}

func (jsonFormat) head() string { return "" }
func (jsonFormat) gap() string  { return "" }
func (jsonFormat) record(r *dateline.Record) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(r)
	return b.Bytes(), err
}

// viewFormat draws a record for people.
type viewFormat struct{ style view.Style }

func (viewFormat) head() string { return "" }
func (viewFormat) gap() string  { return "\n\n" }
func (f viewFormat) record(r *dateline.Record) ([]byte, error) {
	var b bytes.Buffer
	err := view.Record(&b, r, f.style)
	return b.Bytes(), err
}

// csvFormat writes an event a line. Several actors are joined by "; ", their
// states in the same order.
type csvFormat struct{}

var csvColumns = []string{
	"article", "date", "source_of_article", "event", "type", "mode", "cameo", "status", "confidence",
	"earliest", "latest", "when", "part", "actors", "actor_states", "recipients", "recipient_states",
	"place", "place_state", "lat", "lon", "source", "trigger", "start", "end", "evidence",
}

func (csvFormat) head() string { return strings.Join(csvColumns, ",") + "\n" }
func (csvFormat) gap() string  { return "" }
func (csvFormat) record(r *dateline.Record) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for i := range r.Events {
		if err := w.Write(csvRow(&r.Article, &r.Events[i])); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func csvRow(a *dateline.Article, e *dateline.Event) []string {
	var when dateline.When
	when.Span = dateline.NoSpan
	if e.When != nil {
		when = *e.When
	}
	var place dateline.Place
	lat, lon := "", ""
	if e.Place != nil {
		place = *e.Place
		if place.Lat != 0 || place.Lon != 0 {
			lat, lon = decimal(place.Lat), decimal(place.Lon)
		}
	}
	source := ""
	if e.Source != nil {
		source = e.Source.Name
	}
	var ev dateline.Evidence
	start, end := "", ""
	if len(e.Evidence) > 0 {
		ev = e.Evidence[0]
		if ev.In == "" { // else it is the title that proves it
			start, end = strconv.Itoa(ev.Start), strconv.Itoa(ev.End)
		}
	}
	actors, actorStates := namesAndStates(e.Actors)
	recipients, recipientStates := namesAndStates(e.Recipients)
	return []string{
		a.ID, a.Date.String(), a.Source, e.ID, string(e.Type), e.Mode, e.CAMEO, string(e.Status), decimal(e.Confidence),
		when.Earliest.String(), when.Latest.String(), when.Text, when.Part, actors, actorStates, recipients, recipientStates,
		place.Name, place.State, lat, lon, source, e.Trigger, start, end, ev.Text,
	}
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func namesAndStates(as []dateline.Actor) (names, states string) {
	var ns, ss []string
	for _, a := range as {
		ns, ss = append(ns, a.Name), append(ss, a.State)
	}
	return strings.Join(ns, "; "), strings.Join(ss, "; ")
}
