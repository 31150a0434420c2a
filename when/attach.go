package when

import (
	"fmt"
	"strings"

	"dateline"
	"dateline/lang"
)

// bond is how closely a time hangs on a trigger; smaller is closer.
type bond int

const (
	ownBond    bond = iota + 1 // the time depends on the trigger itself
	lightBond                  // on the verb that carries the trigger: "held talks on Monday"
	conjBond                   // on a verb joined with the trigger's: "arrived on Monday and met"
	insideBond                 // on a noun within the trigger's phrase
	nearBond                   // near by in the clause, without a tree
	noBond     bond = 99
)

// Of gives the time of the event whose trigger is token trigger, or nil if
// nothing tells it, and the reasons.
func (l *Layer) Of(trigger int) (*dateline.When, []string) {
	if trigger < 0 || trigger >= len(l.doc.Tokens) {
		return nil, nil
	}
	best, bestBond, bestDist := -1, noBond, 0
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		if t.Type == "DURATION" && t.Span == dateline.NoSpan || t.Type == "SET" || t.Span == dateline.NoSpan || l.isMember(i) {
			continue
		}
		b := l.bondOf(t, trigger)
		if b == noBond {
			continue
		}
		d := abs(t.First - trigger)
		if b < bestBond || b == bestBond && (d < bestDist && !(t.Vague && !l.Timexes[best].Vague) || l.Timexes[best].Vague && !t.Vague) {
			best, bestBond, bestDist = i, b, d
		}
	}
	if best >= 0 {
		return l.whenOf(best, trigger, bestBond)
	}
	return l.byStory(trigger)
}

// inSentence is the range of times of a sentence.
func (l *Layer) inSentence(sent int) (first, last int) {
	s := &l.doc.Sentences[sent]
	for first < len(l.Timexes) && l.Timexes[first].First < s.First {
		first++
	}
	last = first
	for last < len(l.Timexes) && l.Timexes[last].First < s.Last {
		last++
	}
	return first, last
}

// bondOf tells how the time hangs on the trigger.
func (l *Layer) bondOf(t *Timex, trigger int) bond {
	d := l.doc
	head := l.headOf(t)
	gov := d.Tokens[head].Head
	if !l.hasTree(trigger) {
		return l.bondByOrder(t, trigger)
	}
	if head == trigger {
		return ownBond
	}
	if gov < 0 {
		return l.rootTime(head, trigger)
	}
	switch {
	case gov == trigger:
		return ownBond
	case l.carries(gov, trigger):
		return lightBond
	case l.joined(gov, trigger):
		return conjBond
	case l.within(gov, trigger):
		return insideBond
	}
	return noBond
}

// rootTime: a headline or fragment whose root is the time itself.
func (l *Layer) rootTime(head, trigger int) bond {
	if l.doc.Tokens[trigger].Head == head {
		return insideBond
	}
	return noBond
}

// hasTree reports whether the sentence of a token was parsed.
func (l *Layer) hasTree(tok int) bool {
	s := &l.doc.Sentences[l.doc.Tokens[tok].Sent]
	for i := s.First; i < s.Last; i++ {
		if l.doc.Tokens[i].Head >= 0 {
			return true
		}
	}
	return false
}

// headOf is the token of a time whose head lies outside it.
func (l *Layer) headOf(t *Timex) int {
	for i := t.First; i < t.Last; i++ {
		if h := l.doc.Tokens[i].Head; h < t.First || h >= t.Last {
			return i
		}
	}
	return t.First
}

// carries reports whether verb gov stands above the trigger and lends it its
// time: a light or aspect verb above a noun ("held talks", "began a visit",
// "is on a visit"), above a verb ("continue to meet"), or a copula's clause.
func (l *Layer) carries(gov, trigger int) bool {
	d := l.doc
	at := trigger
	for step := 0; step < 4; step++ {
		t := &d.Tokens[at]
		h := t.Head
		if h < 0 {
			return false
		}
		hv := &d.Tokens[h]
		switch {
		case lang.RelIs(t.Rel, "obj"), lang.RelIs(t.Rel, "nsubj"), lang.RelIs(t.Rel, "obl"), lang.RelIs(t.Rel, "nmod"):
			if hv.UPOS == "VERB" && !(lang.RelIs(t.Rel, "obj") || lang.RelIs(t.Rel, "nsubj") || lightVerbs[hv.Lemma]) {
				return false
			}
			if hv.UPOS == "NOUN" && !lightNouns[hv.Lemma] {
				return false
			}
		case lang.RelIs(t.Rel, "xcomp"), lang.RelIs(t.Rel, "acl"), lang.RelIs(t.Rel, "advcl"), lang.RelIs(t.Rel, "ccomp"):
			if !aspectVerbs[hv.Lemma] {
				return false
			}
		case lang.RelIs(t.Rel, "compound"), lang.RelIs(t.Rel, "conj"), lang.RelIs(t.Rel, "appos"):
		default:
			return false
		}
		if h == gov {
			return true
		}
		at = h
	}
	return false
}

var lightVerbs = words(`hold have make take pay give begin start open end conclude go be visit attend arrive travel
	return embark come launch undertake conduct carry continue resume finish complete host wrap kick follow occur
	happen leave depart set schedule plan postpone cancel delay`)

var lightNouns = words(`round series day part start beginning end stop leg session visit trip tour meeting talk series`)

var aspectVerbs = words(`continue begin start go come be have set schedule plan due expect resume help manage proceed
	slate intend prepare head travel fly arrive decide propose gather`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// joined reports whether the trigger's clause is joined to gov's ("arrived on
// Monday and met"), with no time of its own.
func (l *Layer) joined(gov, trigger int) bool {
	d := l.doc
	at := trigger
	for step := 0; step < 3; step++ {
		t := &d.Tokens[at]
		if t.Head < 0 {
			return false
		}
		switch {
		case lang.RelIs(t.Rel, "conj"), lang.RelIs(t.Rel, "advcl"), lang.RelIs(t.Rel, "parataxis") && step > 0:
		case lang.RelIs(t.Rel, "obj"), lang.RelIs(t.Rel, "obl"), lang.RelIs(t.Rel, "xcomp"), lang.RelIs(t.Rel, "nsubj"):
		default:
			return false
		}
		at = t.Head
		if at == gov {
			return true
		}
	}
	return false
}

// within reports whether gov is a noun inside the trigger's own phrase: "met
// at the summit in November".
func (l *Layer) within(gov, trigger int) bool {
	d := l.doc
	for step, at := 0, gov; step < 3 && at >= 0; step++ {
		t := &d.Tokens[at]
		if t.Head == trigger {
			return t.UPOS != "VERB" && (lang.RelIs(t.Rel, "obl") || lang.RelIs(t.Rel, "obj") || lang.RelIs(t.Rel, "nmod") ||
				lang.RelIs(t.Rel, "nsubj") || lang.RelIs(t.Rel, "advmod") || lang.RelIs(t.Rel, "appos") || lang.RelIs(t.Rel, "xcomp"))
		}
		if t.UPOS == "VERB" {
			return false
		}
		at = t.Head
	}
	return false
}

// bondByOrder guesses without a tree: the same stretch between commas and
// conjunctions, else the nearest in the sentence within twelve words.
func (l *Layer) bondByOrder(t *Timex, trigger int) bond {
	lo, hi := min(t.First, trigger), max(t.Last-1, trigger)
	if hi-lo > 14 {
		return noBond
	}
	for i := lo + 1; i < hi; i++ {
		switch strings.ToLower(l.doc.Tokens[i].Form) {
		case "that", "which", "who", "while", "after", "before", "when", "said", ";", ":":
			return noBond
		}
	}
	return nearBond
}

// whenOf makes the record's time of a timex, by the preposition in front of it.
func (l *Layer) whenOf(i, trigger int, b bond) (*dateline.When, []string) {
	t := &l.Timexes[i]
	why := []string{fmt.Sprintf("%q: %s", l.doc.Text[t.Start:t.End], bondNames[b])}
	span := t.Span
	prep := l.before(t.First)
	switch prep {
	case "since", "until", "till":
		if b > ownBond || prep == "since" {
			return nil, append(why, "but only a border: "+prep)
		}
		span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Latest}
	case "by":
		span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Latest}
		if l.DCT.Known() && t.Span.Latest >= l.DCT {
			span.Earliest = l.DCT
		}
	case "before":
		if span.Earliest.Known() {
			span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Earliest - 1}
		}
	case "after":
		if span.Latest.Known() {
			span = dateline.Span{Earliest: span.Latest + 1, Latest: dateline.NoDay}
		}
	}
	if prep == "by" || prep == "before" || prep == "after" {
		why = append(why, "cut by "+prep)
	}
	if l.rangeWith[i] > 0 {
		span.Latest = l.Timexes[l.rangeWith[i]].Span.Latest
		why = append(why, "to "+l.Timexes[l.rangeWith[i]].Value)
	}
	span, why = l.stretch(i, trigger, span, why)
	w := &dateline.When{Span: span, Text: l.doc.Text[t.Start:t.End], Part: t.Part, Time: t.Clock, EDTF: t.EDTF}
	if span != t.Span {
		w.EDTF = Interval(span)
	}
	return w, append(why, t.Why...)
}

var bondNames = map[bond]string{
	ownBond: "on the trigger", lightBond: "on the verb that carries the trigger", conjBond: "on a joined clause",
	insideBond: "within the trigger's phrase", nearBond: "near by",
}

// before is the word in front of token i, in lower case.
func (l *Layer) before(i int) string {
	if i == 0 || l.doc.Tokens[i-1].Sent != l.doc.Tokens[i].Sent {
		return ""
	}
	return strings.ToLower(l.doc.Tokens[i-1].Form)
}

// stretch lengthens a day by a duration on the trigger: "a two-day visit from
// Sunday" lasts to Monday; if it ends on the day, it began before.
func (l *Layer) stretch(i, trigger int, span dateline.Span, why []string) (dateline.Span, []string) {
	if span.Days() != 1 {
		return span, why
	}
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	for k := first; k < last; k++ {
		t := &l.Timexes[k]
		n := wholeDays(t)
		if n < 2 || k == i || !(t.Last <= trigger && trigger-t.Last <= 3) {
			continue
		}
		if ends(l.doc, trigger) {
			return dateline.Span{Earliest: span.Latest - dateline.Day(n-1), Latest: span.Latest}, append(why, "ends "+t.Value+" after it began")
		}
		return dateline.Span{Earliest: span.Earliest, Latest: span.Earliest + dateline.Day(n-1)}, append(why, "lasts "+t.Value)
	}
	return span, why
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

var endVerbs = words("end conclude finish wrap complete close leave depart")

func ends(d *lang.Doc, trigger int) bool {
	h := d.Tokens[trigger].Head
	return h >= 0 && endVerbs[d.Tokens[h].Lemma]
}

// byStory gives the story's time to an event in a narrative paragraph that
// tells none itself: that of the last time before it in the paragraph.
func (l *Layer) byStory(trigger int) (*dateline.When, []string) {
	sent := l.doc.Tokens[trigger].Sent
	para := l.doc.Sentences[sent].Para
	if !l.story[para] && !l.whole {
		return nil, nil
	}
	for i := len(l.Timexes) - 1; i >= 0; i-- {
		t := &l.Timexes[i]
		if t.First > trigger || t.Type != "DATE" && t.Type != "TIME" || !t.Span.Known() || t.Vague {
			continue
		}
		if l.doc.Sentences[l.doc.Tokens[t.First].Sent].Para != para || l.doc.Tokens[t.First].Sent < sent-1 {
			return nil, nil
		}
		w := &dateline.When{Span: t.Span, EDTF: t.EDTF, Text: l.doc.Text[t.Start:t.End], Part: t.Part}
		return w, []string{fmt.Sprintf("%q, told last in a paragraph that tells a story", w.Text)}
	}
	return nil, nil
}
