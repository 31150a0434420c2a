package view

import (
	"bytes"
	"testing"

	"dateline"
)

// FuzzRecord draws records with any days, statuses and offsets.
func FuzzRecord(f *testing.F) {
	f.Add(int32(22000), []byte{0, 1, 2, 3, 200, 255, 7, 9}, 80, "Ada met Per.")
	f.Fuzz(func(t *testing.T, published int32, b []byte, width int, text string) {
		rec := &dateline.Record{Article: dateline.Article{Date: dateline.Day(published % 1000000), Title: text, Text: text,
			Paragraphs: []dateline.Paragraph{{Start: 0, End: len(text), RepeatOf: -1}}}}
		for ; len(b) >= 4 && len(rec.Events) < 50; b = b[4:] {
			e := dateline.Event{Type: dateline.Types[int(b[0])%len(dateline.Types)], Status: dateline.Statuses[int(b[1])%len(dateline.Statuses)],
				Evidence: []dateline.Evidence{{Start: int(b[2]) - 8, End: int(b[3]), Text: text}}}
			e.When = &dateline.When{Span: dateline.Span{Earliest: rec.Article.Date + 40*dateline.Day(int8(b[2])), Latest: rec.Article.Date + dateline.Day(int8(b[3]))}}
			switch b[0] % 5 {
			case 0:
				e.When = nil
			case 1:
				e.When.Earliest = dateline.NoDay
			case 2:
				e.When.Latest = dateline.NoDay
			}
			rec.Events = append(rec.Events, e)
		}
		var out bytes.Buffer
		if err := Record(&out, rec, Style{Width: width, Full: true}); err != nil {
			t.Fatal(err)
		}
	})
}
