package export

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline"
	"dateline/when"
)

// TimeML writes an article with its times and events as TimeML 1.2.1: TIMEX3 for
// each time, EVENT and MAKEINSTANCE for each event whose trigger stands in its
// evidence, TLINK from it to the time that dates it or, for lack of one, to the
// article's day. Status becomes polarity and modality, which are all that TimeML
// has for it.
func TimeML(w io.Writer, a *dateline.Article, times *when.Layer, events []dateline.Event) error {
	t := timeml{article: a, times: times.Timexes}
	for _, e := range events {
		t.addEvent(e)
	}
	slices.SortStableFunc(t.marks, func(x, y mark) int { return cmp.Compare(x.start, y.start) })
	for i := range t.marks {
		t.marks[i].id = fmt.Sprintf("e%d", i+1)
	}
	var b strings.Builder
	b.WriteString(xml.Header + "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n")
	fmt.Fprintf(&b, "<DOCID>%s</DOCID>\n\n", escaped(a.ID))
	if a.Date.Known() {
		fmt.Fprintf(&b, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"%s\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">%s</TIMEX3></DCT>\n\n", a.Date, a.Date)
	}
	if a.Title != "" {
		fmt.Fprintf(&b, "<TITLE>%s</TITLE>\n\n", escaped(a.Title))
	}
	b.WriteString("<TEXT>")
	t.text(&b)
	b.WriteString("</TEXT>\n\n")
	for _, m := range t.marks {
		if m.event != nil {
			fmt.Fprintf(&b, "<MAKEINSTANCE eventID=\"%s\" eiid=\"i%s\" tense=\"NONE\" aspect=\"NONE\" polarity=\"%s\" pos=\"UNKNOWN\"%s/>\n", m.id, m.id, polarity(m.event.Status), modality(m.event.Status))
		}
	}
	for i, l := range t.links() {
		fmt.Fprintf(&b, "<TLINK lid=\"l%d\" relType=\"%s\" eventInstanceID=\"i%s\" relatedToTime=\"%s\"/>\n", i+1, l.relation, l.event, l.time)
	}
	b.WriteString("\n</TimeML>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

type timeml struct {
	article *dateline.Article
	times   []when.Timex
	marks   []mark // of events; times are marked as they come
}

// mark is an event's trigger in the text, in bytes.
type mark struct {
	start, end int
	id         string
	event      *dateline.Event
}

// addEvent finds an event's trigger in its evidence.
func (t *timeml) addEvent(e dateline.Event) {
	if e.Trigger == "" {
		return
	}
	for _, ev := range e.Evidence {
		if ev.In != "" || ev.Start < 0 || ev.End > len(t.article.Text) || ev.Start > ev.End {
			continue
		}
		at := strings.Index(t.article.Text[ev.Start:ev.End], e.Trigger)
		if at < 0 {
			continue
		}
		m := mark{start: ev.Start + at, end: ev.Start + at + len(e.Trigger), event: &e}
		if !slices.ContainsFunc(t.marks, func(x mark) bool { return m.start < x.end && x.start < m.end }) &&
			!slices.ContainsFunc(t.times, func(x when.Timex) bool { return m.start < x.End && x.Start < m.end }) {
			t.marks = append(t.marks, m)
		}
		return
	}
}

// text writes the text with all marks, which do not overlap.
func (t *timeml) text(b *strings.Builder) {
	pos, times, marks := 0, t.times, t.marks
	for len(times)+len(marks) > 0 {
		if len(marks) == 0 || len(times) > 0 && times[0].Start < marks[0].start {
			x := &times[0]
			b.WriteString(escaped(t.article.Text[pos:x.Start]))
			x.WriteTIMEX3(b, fmt.Sprintf("t%d", len(t.times)-len(times)+1), escaped(t.article.Text[x.Start:x.End]))
			pos, times = x.End, times[1:]
			continue
		}
		m := marks[0]
		fmt.Fprintf(b, "%s<EVENT eid=\"%s\" class=\"OCCURRENCE\">%s</EVENT>", escaped(t.article.Text[pos:m.start]), m.id, escaped(t.article.Text[m.start:m.end]))
		pos, marks = m.end, marks[1:]
	}
	b.WriteString(escaped(t.article.Text[pos:]))
}

type link struct{ relation, event, time string }

// links ties each event to the time whose words date it, else to the day of
// publication.
func (t *timeml) links() (out []link) {
	for _, m := range t.marks {
		w := m.event.When
		if w == nil || !w.Known() {
			continue
		}
		if i := t.dating(m); i >= 0 {
			out = append(out, link{"IS_INCLUDED", m.id, fmt.Sprintf("t%d", i+1)})
		} else if d := t.article.Date; d.Known() {
			relation := "IS_INCLUDED"
			switch {
			case w.Latest < d:
				relation = "BEFORE"
			case w.Earliest > d:
				relation = "AFTER"
			case w.Earliest < d || w.Latest > d:
				relation = "INCLUDES"
			}
			out = append(out, link{relation, m.id, "t0"})
		}
	}
	return out
}

// dating finds the time in an event's evidence whose words date it, -1 if none.
func (t *timeml) dating(m mark) int {
	if m.event.When.Text == "" {
		return -1
	}
	best := -1
	for i := range t.times {
		x := &t.times[i]
		if !strings.Contains(m.event.When.Text, t.article.Text[x.Start:x.End]) {
			continue
		}
		if best < 0 || distance(x, m) < distance(&t.times[best], m) {
			best = i
		}
	}
	return best
}

func distance(x *when.Timex, m mark) int {
	if x.Start >= m.end {
		return x.Start - m.end
	}
	return m.start - x.End
}

func polarity(s dateline.Status) string {
	if s == dateline.Not || s == dateline.Cancelled {
		return "NEG"
	}
	return "POS"
}

func modality(s dateline.Status) string {
	switch s {
	case dateline.Planned, dateline.Postponed:
		return ` modality="WILL"`
	case dateline.Possible:
		return ` modality="MAY"`
	}
	return ""
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return strings.NewReplacer("&#xA;", "\n", "&#x9;", "\t", "&#39;", "'", "&#34;", `"`).Replace(b.String())
}
