// Package view draws records for people: the events of an article on a line of
// dates, then one by one in order of time with the words that prove them, and
// the article itself with its evidence marked.
//
// Everything that colour tells, a sign tells as well. Nothing here decides
// anything about an event; it only sets it out.
package view

import (
	"bufio"
	"io"

	"dateline"
)

// Style is how to draw.
type Style struct {
	Width int  // columns; 0 is 80
	Color bool // ANSI colours
	Full  bool // the article below its events
}

// Record draws the reading of one article. The record's Article.Text is needed
// only for Style.Full.
func Record(w io.Writer, rec *dateline.Record, s Style) error {
	if s.Width == 0 {
		s.Width = 80
	}
	s.Width = min(max(s.Width, 44), 120)
	b := bufio.NewWriter(w)
	p := &page{w: b, style: s, rec: rec}
	p.head()
	p.dateLine()
	p.list()
	p.doubts()
	if s.Full {
		p.article()
	}
	p.legend()
	return b.Flush()
}

// page is one record being drawn.
type page struct {
	w     *bufio.Writer
	style Style
	rec   *dateline.Record

	middle string            // what the middle day is called, "" for the day of publication
	notes  map[string]string // by event id, see Timeline
}
