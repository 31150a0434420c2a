package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	"dateline"
	"dateline/ledger"

	ics "github.com/arran4/golang-ical"
)

// longest is the longest span, in days, that a calendar shows as one entry: a
// meeting "in November" would fill the month.
const longest = 31

// writeCalendar writes events with a day as all-day entries. The UID is the
// event's id, the SEQUENCE counts what became known since the first report, and
// DTSTAMP is the day of the last report: so the same ledger gives the same file.
func writeCalendar(w io.Writer, events []*ledger.Occurrence) error {
	c := ics.NewCalendar()
	c.SetProductId("-//Dateline//EN")
	c.SetMethod(ics.MethodPublish)
	c.SetName("Dateline")
	for _, o := range events {
		e := &o.Event
		if e.When == nil || !e.When.Known() || e.When.Days() > longest {
			continue
		}
		v := c.AddEvent(o.ID + "@dateline")
		_, last := o.Published()
		if !last.Known() {
			last = e.When.Earliest
		}
		v.SetDtStampTime(last.Time())
		v.SetSequence(len(o.History) - 1)
		v.SetAllDayStartAt(e.When.Earliest.Time())
		v.SetAllDayEndAt((e.When.Latest + 1).Time().Add(0 * time.Hour))
		v.SetSummary(Title(e))
		v.SetStatus(calendarStatus(e.Status))
		if e.Place != nil {
			v.SetLocation(strings.TrimSuffix(e.Place.Name+", "+e.Place.State, ", "))
			if e.Place.Lat != 0 || e.Place.Lon != 0 {
				v.SetGeo(e.Place.Lat, e.Place.Lon)
			}
		}
		v.SetDescription(fmt.Sprintf("%s. %d witnesses. %s", e.Status, o.Witnesses, words(o)))
	}
	return c.SerializeTo(w)
}

func calendarStatus(s dateline.Status) ics.ObjectStatus {
	switch s {
	case dateline.Possible, dateline.Postponed:
		return ics.ObjectStatusTentative
	case dateline.Cancelled, dateline.Not:
		return ics.ObjectStatusCancelled
	}
	return ics.ObjectStatusConfirmed
}

// Title names an event in a line: "Ada Lind, Bo Ek: meet (Oslo)".
func Title(e *dateline.Event) string {
	who, _ := lists(e.Actors)
	whom, _ := lists(e.Recipients)
	verb := strings.ToLower(string(e.Type))
	if e.Mode != "" {
		verb = e.Mode
	}
	s := strings.ReplaceAll(who, "; ", ", ")
	if s == "" {
		s = "Somebody"
	}
	s += ": " + verb
	if whom != "" {
		s += " " + strings.ReplaceAll(whom, "; ", ", ")
	}
	if e.Place != nil && e.Place.Name != "" {
		s += " (" + e.Place.Name + ")"
	}
	return s
}
