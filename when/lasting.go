package when

import (
	"fmt"
	"strings"

	"dateline"
	"dateline/lang"
)

// Lasts is the length in days of what the trigger names, if a duration stands
// in front of it ("a two-day visit"); else 0.
func (l *Layer) Lasts(trigger int) int {
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for k := first; k < last; k++ {
		t := &l.Timexes[k]
		if n := wholeDays(t); n > 1 && t.Last <= trigger && trigger-t.Last <= 3 && !l.apartFrom(t.Last) {
			return n
		}
	}
	return 0
}

// lastsMonths is the length in months of a truce or the like, if it is told right in
// front of it; else 0.
func (l *Layer) lastsMonths(trigger int) int {
	if !termNouns[l.doc.Tokens[trigger].Lemma] || ends(l.doc, trigger) {
		return 0
	}
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for k := first; k < last; k++ {
		t := &l.Timexes[k]
		if n, g, ok := wholeAmount(t.Value); ok && t.Type == "DURATION" && g == Month && n <= 12 && t.Last <= trigger && trigger-t.Last <= 1 {
			return n
		}
	}
	return 0
}

// termNouns are measures that are set for a time.
var termNouns = words("truce ceasefire cease-fire armistice curfew lockdown suspension moratorium")

// apartFrom reports whether a token makes the duration before it a distance: "two days
// before the summit".
func (l *Layer) apartFrom(i int) bool {
	switch strings.ToLower(l.doc.Tokens[i].Form) {
	case "before", "after", "ahead", "ago", "later", "earlier", "from":
		return true
	}
	return false
}

// byLength dates what lasts some days, if the days that the text tells around
// the day of publication are just as many: a two-day visit, Sunday and Monday.
func (l *Layer) byLength(trigger int) (*dateline.When, []string) {
	n := l.Lasts(trigger)
	if n == 0 && l.DCT.Known() && l.timeless(trigger) {
		if n = l.comesFor(trigger); n > 1 {
			s := dateline.Span{Earliest: l.DCT, Latest: l.DCT + dateline.Day(n-1)}
			return &dateline.When{Span: s, EDTF: Interval(s)}, []string{fmt.Sprintf("news that somebody comes, for %d days", n)}
		}
	}
	if n < 2 || !l.DCT.Known() {
		return nil, nil
	}
	if h := l.doc.Tokens[trigger].Head; h >= 0 && endNouns[l.doc.Tokens[h].Lemma] && is(l.doc.Tokens[trigger].Rel, "nmod") && !l.willBe(trigger) && l.timeless(trigger) {
		s := dateline.Span{Earliest: l.DCT - dateline.Day(n), Latest: l.DCT}
		return &dateline.When{Span: s, EDTF: Interval(s)}, []string{fmt.Sprintf("news of its end, after %d days", n)}
	}
	if h := l.doc.Tokens[trigger].Head; h >= 0 && startVerbs[l.doc.Tokens[h].Lemma] && !l.willBe(trigger) {
		s := dateline.Span{Earliest: l.DCT, Latest: l.DCT + dateline.Day(n-1)}
		return &dateline.When{Span: s, EDTF: Interval(s)}, []string{fmt.Sprintf("news that it starts, for %d days", n)}
	}
	lo, hi := dateline.NoDay, dateline.NoDay
	for i := range l.Timexes {
		t := &l.Timexes[i]
		if d := t.Span.Earliest; t.Span.Days() == 1 && !t.Vague && abs(int(d-l.DCT)) < n {
			if !lo.Known() || d < lo {
				lo = d
			}
			hi = max(hi, d)
		}
	}
	if !lo.Known() || int(hi-lo)+1 != n {
		return nil, []string{fmt.Sprintf("lasts %d days, but from when?", n)}
	}
	s := dateline.Span{Earliest: lo, Latest: hi}
	return &dateline.When{Span: s, EDTF: Interval(s)}, []string{fmt.Sprintf("the text tells of just the %d days that it lasts", n)}
}

// stretch lengthens a day by a duration on the trigger: "a two-day visit from
// Sunday" lasts to Monday; if it ends on the day, it began before.
func (l *Layer) stretch(trigger int, span dateline.Span, why []string) (dateline.Span, []string) {
	if span.Days() != 1 {
		return span, why
	}
	n := l.Lasts(trigger)
	if m := l.lastsMonths(trigger); m > 0 { // "a truce of two months, which began in June"
		span.Latest = add(span.Earliest, m, Month) - 1
		return span, append(why, fmt.Sprintf("lasts %d months", m))
	}
	if n < 2 {
		return span, why
	}
	if ends(l.doc, trigger) {
		span.Earliest -= dateline.Day(n - 1)
		return span, append(why, fmt.Sprintf("ends %d days after it began", n))
	}
	span.Latest += dateline.Day(n - 1)
	return span, append(why, fmt.Sprintf("lasts %d days", n))
}

// wholeDays is the length of a duration in days, 0 if it has none or is long.
func wholeDays(t *Timex) int {
	var n int
	var unit string
	if t.Type != "DURATION" {
		return 0
	}
	if k, _ := fmt.Sscanf(t.Value, "P%d%s", &n, &unit); k != 2 {
		return 0
	}
	switch unit {
	case "D":
	case "W":
		n *= 7
	default:
		return 0
	}
	if n > 62 {
		return 0
	}
	return n
}

var startVerbs = words("begin start kick open commence launch embark")

// comesFor is how many days a visit lasts for which somebody arrives or on which he
// sets out, as told in the present: "arrives in Lisk for a three-day visit"; else 0.
func (l *Layer) comesFor(verb int) int {
	d := l.doc
	if x := d.Tokens[verb].XPOS; x != "VBZ" && x != "VBP" || !comeVerbs[d.Tokens[verb].Lemma] {
		return 0
	}
	for _, c := range d.Children(verb) {
		if n := int(c); is(d.Tokens[n].Rel, "obl") && timedNouns[d.Tokens[n].Lemma] && l.markedBy(n, comePrep) != "" {
			return l.Lasts(n)
		}
	}
	return 0
}

var (
	comeVerbs = words("arrive embark land fly travel go set leave depart")
	comePrep  = words("for on")
)

// timeless: the sentence tells no day.
func (l *Layer) timeless(trigger int) bool {
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for i := first; i < last; i++ {
		if t := &l.Timexes[i]; t.Type != "DURATION" && t.Span.Known() && !t.Vague {
			return false
		}
	}
	return true
}

var endNouns = words("end close conclusion")

var endVerbs = words("end conclude finish wrap complete close leave depart")

func ends(d *lang.Doc, trigger int) bool {
	h := d.Tokens[trigger].Head
	return h >= 0 && endVerbs[d.Tokens[h].Lemma]
}

// during: "on Monday, during his two-day visit": Monday is not the visit's day.
func (l *Layer) during(trigger int) bool {
	if l.doc.Tokens[trigger].UPOS == "VERB" || l.doc.Child(trigger, "case") < 0 || fold(l.doc.Tokens[l.doc.Child(trigger, "case")].Form) != "during" {
		return false
	}
	return l.Lasts(trigger) > 1
}
