package when

import (
	"strings"

	"dateline"
)

// join ties the two ends of a range: "from Monday to Wednesday", "between May
// and July", "June 3–5". Both stay times of their own.
func (l *Layer) join(g *grammar) {
	l.rangeWith = map[int]int{}
	for i := 0; i+1 < len(l.Timexes); i++ {
		a, b := &l.Timexes[i], &l.Timexes[i+1]
		if !a.Span.Known() || !b.Span.Known() || b.Span.Latest <= a.Span.Earliest || a.Type == "DURATION" || b.Type == "DURATION" {
			continue
		}
		between := l.wordsBetween(a.Last, b.First)
		if a.Last > b.First && a.End <= b.Start { // "1812–1814" in one token
			between = fold(strings.TrimSpace(l.doc.Text[a.End:b.Start]))
		}
		head := l.before(a.First)
		if head == "the" && a.First > 0 {
			head = l.before(a.First - 1)
		}
		switch {
		case g.guards["rangeword"][between],
			g.guards["rangeand"][between] && g.guards["between"][head],
			g.guards["rangeopen"][head] && g.guards["rangeto"][between],
			g.guards["rangeto"][between] && (l.bareDay(a) || l.bareDay(b)),
			g.guards["rangethrough"][between] && a.Span.Days() == b.Span.Days(),
			g.guards["rangeand"][between] && a.Span.Days() == 1 && b.Span.Days() == 1 && b.Span.Earliest == a.Span.Latest+1:
			l.rangeWith[i] = i + 1
		}
	}
}

// wordsBetween is what stands between two tokens, folded; "" if too much.
func (l *Layer) wordsBetween(from, to int) string {
	if from > to || to-from > 2 {
		return ""
	}
	s := ""
	for i := from; i < to; i++ {
		if i > from {
			s += " "
		}
		s += fold(l.doc.Text[l.doc.Tokens[i].Start:l.doc.Tokens[i].End])
	}
	return s
}

// isMember reports whether time i is the second end of a range.
func (l *Layer) isMember(i int) bool {
	return i > 0 && l.rangeWith[i-1] == i
}

// Range gives the days from the first to the last end of the range that time i
// opens; ok is false if it opens none.
func (l *Layer) Range(i int) (s dateline.Span, ok bool) {
	j, ok := l.rangeWith[i]
	if !ok {
		return dateline.NoSpan, false
	}
	return dateline.Span{Earliest: l.Timexes[i].Span.Earliest, Latest: l.Timexes[j].Span.Latest}, true
}

// bareDay reports whether a time is a number alone, which "February 17 to 20" has
// behind its month: only a range is told so.
func (l *Layer) bareDay(t *Timex) bool {
	w, _, _ := strings.Cut(l.doc.Text[t.Start:t.End], ",") // "17 to 20, 2022"
	return len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}
