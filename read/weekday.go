package read

import (
	"fmt"
	"strings"
	"time"

	"dateline"
)

// weekdays points out dates whose weekday is another: "Sunday, June 19".
func (r *rooms) weekdays(rec *dateline.Record) {
	for i := range r.times.Timexes {
		t := &r.times.Timexes[i]
		if !t.Span.Known() || t.Span.Days() != 1 {
			continue
		}
		words := r.doc.Text[t.Start:t.End]
		if !strings.ContainsAny(words, "0123456789") {
			continue
		}
		for wd := time.Sunday; wd <= time.Saturday; wd++ {
			if is := t.Span.Earliest.Weekday(); strings.Contains(words, wd.String()) && is != wd {
				rec.Doubts = append(rec.Doubts, dateline.Doubt{
					Kind: "date", Start: t.Start, End: t.End, Text: words, Why: fmt.Sprintf("%s is a %s", t.Span.Earliest, is),
					Events: r.provenBy(rec, t.Start),
				})
			}
		}
	}
}
