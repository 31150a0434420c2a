package when

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"dateline"
	"dateline/lang"
)

// nearCost is what a time costs that stands near by where there is no tree.
const nearCost = 10

// Of gives the time of the event whose trigger is token trigger, or nil if
// nothing tells it, and the reasons.
func (l *Layer) Of(trigger int) (*dateline.When, []string) {
	if trigger < 0 || trigger >= len(l.doc.Tokens) {
		return nil, nil
	}
	if w, why := l.ofAnchor(trigger); w != nil {
		return w, why
	}
	if l.hasTree(trigger) && l.during(trigger) {
		return l.byLength(trigger)
	}
	first, last := l.inSentence(l.doc.Tokens[trigger].Sent)
	var border []string // why a time that hangs on the trigger is not its own
	for _, b := range l.bonds(trigger, first, last) {
		w, why := l.whenOf(l.finer(b.time, b.cost, first, last, trigger), trigger, b.cost)
		if w != nil {
			return w, why
		}
		border = append(border, why...)
	}
	if border != nil {
		return nil, border
	}
	for _, by := range [...]func(*Layer, int) (*dateline.When, []string){
		(*Layer).byRecent, (*Layer).byAmount, (*Layer).byLength, (*Layer).byVisit, (*Layer).byNoun, (*Layer).byDeed, (*Layer).byOccasion, (*Layer).byPlace, (*Layer).byAfter, (*Layer).byTopic, (*Layer).byStory, (*Layer).byPeriod,
	} {
		if w, why := by(l, trigger); w != nil {
			return w, why
		}
	}
	return nil, nil
}

// timeBond is a time that may be that of a trigger, and how loosely it hangs on it.
type timeBond struct{ time, cost, dist int }

// bonds are the times [first, last) that hang on the trigger, the closest first.
func (l *Layer) bonds(trigger, first, last int) []timeBond {
	var out []timeBond
	tree := l.hasTree(trigger)
	for i := first; i < last; i++ {
		t := &l.Timexes[i]
		if t.Type == "SET" || t.Span == dateline.NoSpan || t.Vague || l.isMember(i) || l.before(t.First) == "time" || l.inName(t, trigger) || l.ofBefore(t, trigger) || l.saidNow(t, trigger) {
			continue // "for the first time this year" is no time
		}
		c := farCost
		switch {
		case !tree:
			c = l.orderCost(t, trigger)
		case !l.saidOf(t, trigger):
			if c = l.pathCost(t, trigger); c > 0 && l.tooLate(t, trigger) || l.tooEarly(t, trigger, c) {
				c = farCost
			}
		}
		if tree && c > maxCost {
			c = l.startCost(t, trigger)
		}
		if tree && c > maxCost && l.trails(t, trigger) {
			c = trailCost
		}
		if c <= maxCost {
			out = append(out, timeBond{i, c, abs(t.First - trigger)})
		}
	}
	slices.SortStableFunc(out, func(a, b timeBond) int { return cmp.Or(a.cost-b.cost, a.dist-b.dist) })
	return out
}

// finer is a time that tells more than time best and hangs on the trigger nearly
// as well: the second in "leaves next month on August 2".
func (l *Layer) finer(best, cost, first, last, trigger int) int {
	in := l.Timexes[best].Span
	for i := first; i < last && l.hasTree(trigger); i++ {
		t := &l.Timexes[i]
		if t.Type == "SET" || t.Vague || l.isMember(i) || !t.Span.Known() || t.Span.Days() >= in.Days() || t.Span.Earliest < in.Earliest || t.Span.Latest > in.Latest {
			continue
		}
		if l.pathCost(t, trigger) <= cost+conjCost && l.before(t.First) != "since" {
			best, in = i, t.Span
		}
	}
	return best
}

// tooLate: what is told as done does not happen on a day to come: "blocks him
// from going in September".
func (l *Layer) tooLate(t *Timex, trigger int) bool {
	x := l.doc.Tokens[trigger].XPOS
	return l.DCT.Known() && t.Span.Earliest.Known() && t.Span.Earliest > l.DCT &&
		(x == "VBD" || x == "VBZ" || x == "VBP") && !aspectVerbs[l.doc.Tokens[trigger].Lemma] && !lightVerbs[l.doc.Tokens[trigger].Lemma]
}

// ofBefore: what news in the present tells follows on something of a time before:
// "recalls its envoy following the bombing last week".
func (l *Layer) ofBefore(t *Timex, trigger int) bool {
	x := l.doc.Tokens[trigger].XPOS
	if t.First < trigger || x != "VBZ" && x != "VBP" && x != "VB" || !l.DCT.Known() || !t.Span.Latest.Known() || t.Span.Latest >= l.DCT {
		return false
	}
	for i := t.First - 1; i > trigger+1; i-- {
		switch w := &l.doc.Tokens[i]; {
		case w.Form == "," || w.UPOS == "VERB" && w.Form != "following" || w.UPOS == "CCONJ":
			return false
		case w.Form == "following", w.Form == "after":
			return t.First-i > 2 // "after Tuesday" tells its own time
		}
	}
	return false
}

// inName: the year of publication in the name of what is news now: "the 2031 Bali
// summit opens".
func (l *Layer) inName(t *Timex, trigger int) bool {
	x := &l.doc.Tokens[trigger]
	if x.UPOS == "VERB" || t.Last > trigger || len(t.Value) != 4 || !l.DCT.Known() || t.Span.Earliest > l.DCT || t.Span.Latest < l.DCT {
		return false
	}
	if !l.samePhrase(l.headOf(t), trigger) && l.doc.Tokens[l.headOf(t)].Head != trigger || x.Head < 0 {
		return false
	}
	h := l.doc.Tokens[x.Head].XPOS
	return is(x.Rel, "nsubj", "obj", "obl") && (h == "VBZ" || h == "VBD" || h == "VBP" || h == "VB" && !timedNouns[x.Lemma])
}

// saidNow: what is said in the present is of these days and not of all "this year";
// a year behind what is spoken of is not that of the words: "praised the growth of
// trade over the last year".
func (l *Layer) saidNow(t *Timex, trigger int) bool {
	x := &l.doc.Tokens[trigger]
	if x.XPOS == "VBD" && l.DCT.Known() && t.Mod == "END" && t.Span.Earliest == l.DCT && t.Span.Latest > l.DCT && l.hasTree(trigger) {
		return true // "travelled to Lisk ahead of a summit later this year"
	}
	if speechVerbs[x.Lemma] && x.XPOS == "VBD" && t.First > trigger && t.Span.Days() > 31 && l.doc.Tokens[l.headOf(t)].Head != trigger && l.hasTree(trigger) {
		return true
	}
	return t.deictic && t.Span.Days() > 7 && t.Span.Earliest <= l.DCT && l.DCT <= t.Span.Latest && speechVerbs[x.Lemma] && (x.XPOS == "VBZ" || x.XPOS == "VBP")
}

// saidOf: a day to come is that of what is promised or agreed on.
func (l *Layer) saidOf(t *Timex, trigger int) bool {
	x := &l.doc.Tokens[trigger]
	return speechVerbs[x.Lemma] && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP") && l.DCT.Known() && t.Span.Earliest.Known() && t.Span.Earliest > l.DCT
}

var speechVerbs = words("promise vow pledge agree say warn threaten demand urge reject ask offer propose accuse tell call order insist condemn praise welcome denounce applaud commend")

// tooEarly: what is told in the present did not happen weeks ago: "recalls its
// envoy after he used a slur in April".
func (l *Layer) tooEarly(t *Timex, trigger, cost int) bool {
	d := l.doc
	at := trigger
	for steps := 0; steps < 3 && d.Tokens[at].UPOS != "VERB" && is(d.Tokens[at].Rel, "obj", "nsubj") && lightVerbs[d.Tokens[d.Tokens[at].Head].Lemma]; steps++ {
		at = d.Tokens[at].Head
	}
	if d.Tokens[at].XPOS == "VB" && cost > 0 { // "visits Lisk for the first time since the war in 2011 to meet Hale"
		at = l.presentOver(at)
	}
	if x := d.Tokens[at].XPOS; x != "VBZ" && x != "VBP" || l.whole {
		return false
	}
	return l.DCT.Known() && t.Span.Latest.Known() && (t.Span.Latest < l.DCT-6 || cost > 0 && t.Span.Earliest <= l.DCT && t.Span.Days() > 7 ||
		at == trigger && cost > lightCost && t.Span.Latest < l.DCT) // "condemns the test yesterday"
}

// presentOver is the verb in the present for whose sake an infinitive is told, else
// the infinitive.
func (l *Layer) presentOver(verb int) int {
	d := l.doc
	if l.willBe(verb) || l.markedBy(verb, aimMark) == "" {
		return verb
	}
	for at, steps := verb, 0; at >= 0 && steps < 4; steps++ {
		if x := d.Tokens[at].XPOS; x == "VBZ" || x == "VBP" {
			return at
		}
		if !is(d.Tokens[at].Rel, "xcomp", "advcl", "acl", "conj") {
			break
		}
		at = d.Tokens[at].Head
	}
	return verb
}

var aimMark = words("to")

// startCost is that of a time with "starting" or "effective" in front, which what
// will be done takes: "will ban travel for a week starting on Monday".
func (l *Layer) startCost(t *Timex, trigger int) int {
	i := t.First - 1
	if i > 0 && (l.low(i) == "on" || l.low(i) == "from") {
		i--
	}
	if i <= trigger || !startWords[l.low(i)] || l.doc.Tokens[i].Sent != l.doc.Tokens[trigger].Sent || !l.willBe(trigger) {
		return farCost
	}
	return nearCost
}

var startWords = words("starting beginning effective")

// inSentence is the range of times of a sentence.
func (l *Layer) inSentence(sent int) (first, last int) {
	s := &l.doc.Sentences[sent]
	first = sort.Search(len(l.Timexes), func(i int) bool { return l.Timexes[i].First >= s.First })
	last = first
	for last < len(l.Timexes) && l.Timexes[last].First < s.Last {
		last++
	}
	return first, last
}

// hasTree reports whether the sentence of a token was parsed.
func (l *Layer) hasTree(tok int) bool {
	return hasTree(l.doc, &l.doc.Sentences[l.doc.Tokens[tok].Sent])
}

func hasTree(d *lang.Doc, s *lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head >= 0 {
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

// orderCost guesses without a tree: the same stretch between commas and
// conjunctions, else the nearest in the sentence within twelve words.
func (l *Layer) orderCost(t *Timex, trigger int) int {
	lo, hi := min(t.First, trigger), max(t.Last-1, trigger)
	if hi-lo > 14 {
		return farCost
	}
	for i := lo + 1; i < hi; i++ {
		switch strings.ToLower(l.doc.Tokens[i].Form) {
		case "that", "which", "who", "while", "after", "before", "when", "said", ";", ":":
			return farCost
		}
	}
	return nearCost
}

// whenOf makes the record's time of a timex, by the preposition in front of it.
func (l *Layer) whenOf(i, trigger, cost int) (*dateline.When, []string) {
	t := &l.Timexes[i]
	why := []string{fmt.Sprintf("%q: %s", l.doc.Text[t.Start:t.End], bond(cost))}
	span := t.Span
	prep := l.before(t.First)
	if gov := l.doc.Tokens[l.headOf(t)].Head; t.Last <= trigger && gov >= 0 && l.doc.Tokens[trigger].UPOS != "VERB" && l.samePhrase(gov, trigger) {
		prep = "" // "before next month's summit": the preposition is the summit's
	}
	switch prep {
	case "since", "until", "till":
		if w := l.sinceThen(t, trigger); w != nil && prep == "since" {
			return w, append(why, "from then on")
		}
		if x := l.doc.Tokens[trigger].XPOS; cost > 0 || prep == "since" || x == "VBZ" || x == "VBD" && l.DCT.Known() && t.Span.Latest >= l.DCT {
			return nil, append(why, "but only a border: "+prep)
		}
		span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Latest}
	case "for":
		if cost < farCost && !l.plannedFor(t, trigger) {
			return nil, append(why, "but only what it is for")
		}
	case "by":
		span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Latest}
		if l.DCT.Known() && t.Span.Latest >= l.DCT {
			span.Earliest = l.DCT
		}
	case "before":
		if t.Clock == "" && span.Earliest.Known() {
			span = dateline.Span{Earliest: dateline.NoDay, Latest: span.Earliest - 1}
			if l.DCT.Known() && l.DCT <= span.Latest && l.willBe(trigger) {
				span.Earliest = l.DCT
			}
		}
	case "after":
		if t.Clock == "" && span.Latest.Known() {
			span = dateline.Span{Earliest: span.Latest + 1, Latest: dateline.NoDay}
			if l.DCT.Known() && l.DCT >= span.Earliest && !l.willBe(trigger) {
				span.Latest = l.DCT
			}
		}
	}
	if span != t.Span && (prep == "by" || prep == "before" || prep == "after") {
		why = append(why, "cut by "+prep)
	}
	if l.rangeWith[i] > 0 {
		span.Latest = l.Timexes[l.rangeWith[i]].Span.Latest
		why = append(why, "to "+l.Timexes[l.rangeWith[i]].Value)
	}
	span, why = l.stretch(trigger, span, why)
	w := &dateline.When{Span: span, Text: l.doc.Text[t.Start:t.End], Part: t.Part, Time: t.Clock, EDTF: t.EDTF}
	if span != t.Span {
		w.EDTF = Interval(span)
	}
	return w, append(why, t.Why...)
}

// plannedFor: what is set or called for Monday is on Monday, as is a noun with
// "for" ("talks for Monday"); those elected for 2031 are elected before.
func (l *Layer) plannedFor(t *Timex, trigger int) bool {
	d := l.doc
	gov := d.Tokens[l.headOf(t)].Head
	return gov < 0 || d.Tokens[gov].UPOS != "VERB" || aspectVerbs[d.Tokens[gov].Lemma] || lightVerbs[d.Tokens[gov].Lemma] || plannedVerbs[d.Tokens[gov].Lemma]
}

var plannedVerbs = words("book fix call put move reschedule defer slate time propose arrange expect invite target promise announce organise organize")

// sinceThen gives what "has been done since 2029" the days from then on, and
// what something "has been under since 2029" that time: both need a perfect.
func (l *Layer) sinceThen(t *Timex, trigger int) *dateline.When {
	d := l.doc
	at := trigger
	for steps := 0; at >= 0 && steps < 5; steps++ {
		for _, c := range d.Children(at) {
			if x := &d.Tokens[c]; is(x.Rel, "aux") && x.Lemma == "have" && x.XPOS != "VBD" {
				span := t.Span
				if d.Tokens[trigger].UPOS == "VERB" && l.DCT.Known() && span.Earliest < l.DCT {
					span.Latest = l.DCT
				}
				return &dateline.When{Span: span, EDTF: Interval(span), Text: d.Text[t.Start:t.End]}
			}
			if x := &d.Tokens[c]; is(x.Rel, "amod") {
				return nil // "the first visit since 2029"
			}
		}
		at = d.Tokens[at].Head
	}
	return nil
}

// bond tells in words how closely a time hangs on a trigger.
func bond(cost int) string {
	switch {
	case cost == 0:
		return "on the trigger"
	case cost <= lightCost:
		return "on the verb that carries the trigger"
	case cost <= conjCost:
		return "on the same clause"
	}
	return "on a neighbouring phrase"
}

// before is the word in front of token i, in lower case.
func (l *Layer) before(i int) string {
	if i == 0 || l.doc.Tokens[i-1].Sent != l.doc.Tokens[i].Sent {
		return ""
	}
	return strings.ToLower(l.doc.Tokens[i-1].Form)
}
