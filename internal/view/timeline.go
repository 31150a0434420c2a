package view

import (
	"bufio"
	"io"

	"dateline"
)

// Timeline is events of many articles, drawn like those of one.
type Timeline struct {
	Title  string
	Today  dateline.Day // the day that parts what was from what is to come
	Events []dateline.Event
	Notes  map[string]string // by event id: witnesses and the like
}

// Draw writes the timeline.
func (t *Timeline) Draw(w io.Writer, s Style) error {
	if s.Width == 0 {
		s.Width = 80
	}
	s.Width = min(max(s.Width, 44), 120)
	b := bufio.NewWriter(w)
	rec := &dateline.Record{Article: dateline.Article{Date: t.Today}, Events: t.Events}
	p := &page{w: b, style: s, rec: rec, middle: "today", notes: t.Notes}
	for _, l := range wrap(t.Title, p.style.Width-2) {
		p.puts(" ", p.paint(bold, l), "\n")
	}
	p.puts(" ", p.paint(dim, count(len(t.Events), "event")), "\n\n")
	p.dateLine()
	p.list()
	p.legend()
	return b.Flush()
}
