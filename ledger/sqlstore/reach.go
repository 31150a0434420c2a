package sqlstore

import "dateline"

// reaches are the classes of spans by their length in days after the first:
// events that lie over a day are found among those that begin on it and, class
// by class, among those that began no earlier than their reach.
var reaches = []int64{0, 7, 31, 100, 400, 1 << 20}

// reachArg is the class of a span, null for an unknown one.
func reachArg(s dateline.Span) any {
	if !s.Known() {
		return nil
	}
	for _, r := range reaches {
		if int64(s.Latest-s.Earliest) <= r {
			return r
		}
	}
	return reaches[len(reaches)-1]
}

// Spans longer than longSpan days are filed under their parties' keys with
// longMark, too, so that those over a day are found without reading all before it.
const (
	longSpan = 100
	longMark = "~"
)
