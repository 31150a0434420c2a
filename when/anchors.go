package when

import (
	"fmt"
	"sort"
	"strings"

	"dateline"
)

// anchorWords bounds the words that are asked for.
const anchorWords = 9

// hangOnAnchors gives days to what is told by its distance from an event or an
// office: "a day before the summit opened", "since Lind became president".
func (l *Layer) hangOnAnchors(g *grammar, a Anchors, picks []pick) {
	for i := range l.Timexes {
		l.hangAmount(g, a, &l.Timexes[i], picks[i].node)
	}
	l.hangOffices(g, a)
}

// hangAmount: an amount of time with "before" or "after" and an event behind.
func (l *Layer) hangAmount(g *grammar, a Anchors, t *Timex, n *node) {
	if n.kind != kDur || n.dur[0].vague || t.Last >= len(l.doc.Tokens) || l.doc.Tokens[t.Last].Sent != l.doc.Tokens[t.First].Sent {
		return
	}
	dir := 0
	switch w := l.low(t.Last); {
	case g.guards["anchorbefore"][w]:
		dir = -1
	case g.guards["anchorafter"][w]:
		dir = 1
	default:
		return
	}
	words := l.phrase(g, t.Last+1)
	span, ok := a.Event(words, l.around(t.First))
	if words == "" || !ok || !span.Known() {
		return
	}
	from := span.Earliest
	if dir > 0 {
		from = span.Latest
	}
	d := from
	for _, x := range n.dur {
		d = moveBy(d, x, dir)
	}
	v := unit(n.shiftGrain(), d)
	if v.grain < DayGrain {
		v.grain = DayGrain
	}
	t.Span = v.days(l.DCT)
	t.EDTF = v.edtf(t.Span)
	t.anchor, t.anchorSpan = [2]int{t.Last + 1, t.Last + 1 + anchorWords}, span
	t.Why = append(t.Why, fmt.Sprintf("%q is %s", words, Interval(span)))
}

// ofAnchor gives the days of an event that a time of the text hangs on.
func (l *Layer) ofAnchor(trigger int) (*dateline.When, []string) {
	for i := range l.Timexes {
		t := &l.Timexes[i]
		if t.anchor[1] > 0 && t.anchor[0] <= trigger && trigger < t.anchor[1] && l.doc.Tokens[trigger].Sent == l.doc.Tokens[t.First].Sent {
			return &dateline.When{Span: t.anchorSpan, EDTF: Interval(t.anchorSpan)}, []string{"the days that the facts tell of it"}
		}
	}
	return nil, nil
}

// hangOffices adds a time for "since somebody took office".
func (l *Layer) hangOffices(g *grammar, a Anchors) {
	n := len(l.Timexes)
	for i := range l.doc.Tokens {
		if !g.guards["since"][l.low(i)] || i+1 >= len(l.doc.Tokens) || l.At(i+1) != nil {
			continue
		}
		words := l.untilStop(g, i+1)
		if !l.tellsOffice(g, words) {
			continue
		}
		span, ok := a.Office(words, l.DCT)
		if !ok || !span.Earliest.Known() {
			continue
		}
		last := i + 1 + len(strings.Fields(words))
		for last > i+2 && l.doc.Tokens[last-1].Sent != l.doc.Tokens[i].Sent {
			last--
		}
		v := unit(DayGrain, span.Earliest)
		l.Timexes = append(l.Timexes, Timex{
			First: i + 1, Last: last, Start: l.doc.Tokens[i+1].Start, End: l.doc.Tokens[last-1].End,
			Type: "DATE", Value: v.value(), Span: dateline.OneDay(span.Earliest), EDTF: isoDay(span.Earliest),
			Rule: "anchor", Why: []string{fmt.Sprintf("%q is %s", words, isoDay(span.Earliest))},
		})
	}
	if len(l.Timexes) > n {
		sort.SliceStable(l.Timexes, func(i, j int) bool { return l.Timexes[i].First < l.Timexes[j].First })
	}
}

func (l *Layer) low(i int) string { return fold(l.doc.Text[l.doc.Tokens[i].Start:l.doc.Tokens[i].End]) }

func (l *Layer) tellsOffice(g *grammar, words string) bool {
	for _, w := range strings.Fields(fold(words)) {
		if g.guards["officeverb"][w] {
			return true
		}
	}
	return false
}

// phrase is the noun phrase from token i: up to punctuation, a finite verb or a time.
func (l *Layer) phrase(g *grammar, i int) string {
	var ws []string
	for k := i; k < len(l.doc.Tokens) && k-i < anchorWords && l.doc.Tokens[k].Sent == l.doc.Tokens[i].Sent; k++ {
		w := l.low(k)
		x := l.doc.Tokens[k].XPOS
		if isPunct(w) && w != "-" && w != "'" || x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" || g.guards["verbs"][w] {
			break
		}
		if k == i && g.guards["opens"][w] {
			continue
		}
		ws = append(ws, l.doc.Text[l.doc.Tokens[k].Start:l.doc.Tokens[k].End])
	}
	return strings.ReplaceAll(strings.ReplaceAll(strings.Join(ws, " "), " - ", "-"), " 's", "'s")
}

// untilStop is the clause from token i, up to punctuation.
func (l *Layer) untilStop(g *grammar, i int) string {
	var ws []string
	for k := i; k < len(l.doc.Tokens) && k-i < anchorWords && l.doc.Tokens[k].Sent == l.doc.Tokens[i].Sent; k++ {
		w := l.low(k)
		if isPunct(w) && w != "-" && w != "'" {
			break
		}
		ws = append(ws, l.doc.Text[l.doc.Tokens[k].Start:l.doc.Tokens[k].End])
	}
	return strings.Join(ws, " ")
}

// around is the day that the text is at before token i: the last time told in
// its sentence, else the day of publication.
func (l *Layer) around(i int) dateline.Day {
	for k := len(l.Timexes) - 1; k >= 0; k-- {
		t := &l.Timexes[k]
		if t.First < i && t.Span.Earliest.Known() && l.doc.Tokens[t.First].Sent == l.doc.Tokens[i].Sent {
			return t.Span.Earliest
		}
	}
	return l.DCT
}
