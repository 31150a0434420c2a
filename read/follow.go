package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// followed adds the earlier event that an ellipsis tells of: "a meeting in May,
// their first since Oslo in March" is two meetings.
func (r *rooms) followed(found []*occurrence) []*occurrence {
	r.counted = map[int]bool{}
	for _, o := range slices.Clone(found) {
		if o.Type != dateline.Consult {
			continue // "the first since" counts meetings and visits
		}
		if o.Status == dateline.Happened && o.dated {
			r.besides(found, o)
		}
		if e := r.before(found, o); e != nil {
			found = append(found, e)
			r.besides(found, e)
		}
	}
	return found
}

// before makes the earlier event out of "their first since X" beside a mention of
// an event, or of "it will be their first since X" in the sentence behind.
func (r *rooms) before(found []*occurrence, o *occurrence) *occurrence {
	for i := range o.all {
		t := &o.all[i]
		if x, at := r.countedFrom(t); x >= 0 && !r.counted[x] {
			r.counted[x] = true
			return r.earlier(o, t.sentence, at, x)
		}
		for s := t.sentence + 1; s < len(r.doc.Sentences); s++ {
			if s > t.sentence+1 && !o.dated || !(s == t.sentence+1 && r.speaksOf(s)) && !r.speaksOfNoun(s, o) {
				continue
			}
			if x, at := r.rankIn(s); x >= 0 && !r.counted[x] && o.countable(r.doc.Tokens[at].Lemma) && !ofOther(found, o, at) {
				r.counted[x] = true
				return r.earlier(o, s, at, x)
			}
		}
	}
	return nil
}

// countable reports whether a noun that "first" counts may be of an event's mode: who
// has his first meeting since does not come back to a place.
func (o *occurrence) countable(noun string) bool {
	switch noun {
	case "meeting", "talk", "encounter", "conversation":
		return o.Mode != "visit"
	case "visit", "trip", "tour", "journey":
		return o.Mode != "meet"
	}
	return true
}

// ofOther reports whether a counted noun tells of another event than o.
func ofOther(found []*occurrence, o *occurrence, noun int) bool {
	return slices.ContainsFunc(found, func(x *occurrence) bool {
		return x != o && slices.ContainsFunc(x.all, func(t told) bool { return t.mention.Trigger == noun })
	})
}

// countedFrom finds the "since" of a "first" that belongs to a mention; at is what
// it hangs on, x what it names; -1 if there is none.
func (r *rooms) countedFrom(t *told) (x, at int) {
	d := r.doc
	sent := d.Sentences[t.sentence]
	for i := sent.First; i < sent.Last; i++ {
		at := i // what "since" hangs on
		switch {
		case !ranked(d, i):
			continue
		case d.Tokens[i].Head == t.mention.Trigger && i < t.mention.Trigger: // "his first visit since"
			at = t.mention.Trigger
		case d.Tokens[t.mention.Trigger].Head == i && lang.RelIs(d.Tokens[t.mention.Trigger].Rel, "nsubj"): // "the meeting would be the first since"
		case i < t.mention.Trigger || !d.Dominates(t.mention.Trigger, i) && !d.Dominates(d.Tokens[i].Head, t.mention.Trigger):
			continue
		case d.Child(i, "nmod:poss", "det") < 0:
			continue
		}
		if x := since(d, max(i, at), sent.Last); x >= 0 {
			return x, at
		}
	}
	return -1, -1
}

// ofEarlier reports whether a time stands in the phrase that a mention is counted
// from: "their first meeting since Oslo in March".
func (r *rooms) ofEarlier(t *told, w *dateline.When) bool {
	if t.Type != dateline.Consult {
		return false
	}
	x, _ := r.countedFrom(t)
	if x < 0 {
		return false
	}
	sent, behind := r.doc.Sentences[t.sentence], false
	end := x
	for end < sent.Last && r.doc.Tokens[end].UPOS != "PUNCT" {
		end++
	}
	for i := sent.First; i < sent.Last; i++ {
		if m := r.times.At(i); m != nil && m.Span == w.Span {
			if i < x || i >= end {
				return false
			}
			behind = true
		}
	}
	return behind
}

// speaksOf reports whether a sentence says of "it" or "this" what it is: of the
// event told before.
func (r *rooms) speaksOf(sent int) bool {
	d := r.doc
	root := d.Sentences[sent].Root
	s := d.Child(root, "nsubj")
	if s < 0 || d.Child(root, "cop") < 0 && d.Tokens[root].Lemma != "mark" {
		return false
	}
	switch d.Tokens[s].Lemma {
	case "it", "this", "that":
		return true
	}
	return false
}

// speaksOfNoun reports whether a sentence says of "the meeting" or "the visit" that it
// is the first: of this one, unless it names another place.
func (r *rooms) speaksOfNoun(sent int, o *occurrence) bool {
	d := r.doc
	root := d.Sentences[sent].Root
	s := d.Child(root, "nsubj")
	if s < 0 || d.Child(root, "cop") < 0 || !r.definite(s) {
		return false
	}
	switch d.Tokens[s].Lemma {
	case "meeting", "talk", "encounter":
		if o.Mode != "meet" {
			return false
		}
	case "visit", "trip":
		if o.Mode != "visit" {
			return false
		}
	default:
		return false
	}
	for _, c := range d.Children(s) {
		if m := r.places.At(int(c)); m != nil && (o.Place == nil || m.Place.Name != o.Place.Name) {
			return false
		}
	}
	return true
}

// rankIn is [rooms.countedFrom] for a sentence that has no mention of its own.
func (r *rooms) rankIn(s int) (x, at int) {
	d := r.doc
	sent := d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if !ranked(d, i) {
			continue
		}
		at := i
		if h := d.Tokens[i].Head; h > i && d.Tokens[h].UPOS == "NOUN" {
			at = h
		}
		if x := since(d, at, sent.Last); x >= 0 {
			return x, at
		}
	}
	return -1, -1
}

// exactDay narrows the time of an earlier event to a day that an apposition tells:
// "since Oslo in March, a day before a summit".
func (r *rooms) exactDay(e *occurrence, to int) {
	d := r.doc
	if e.When == nil || to >= len(d.Tokens) || d.Tokens[to].Form != "," {
		return
	}
	const near = 3
	for i := to + 1; i < min(to+near, len(d.Tokens)); i++ {
		t := r.times.At(i)
		if t == nil || !t.Span.Known() || t.Span.Days() >= e.When.Days() || !e.When.Overlaps(t.Span) {
			continue
		}
		e.When = &dateline.When{Span: t.Span, EDTF: t.EDTF, Text: d.Text[t.Start:t.End]}
		e.step("the day is told: %q", e.When.Text)
		return
	}
}

// besides gives a conference that a sentence puts a day or so before or after an
// event told there its place and, roughly, its time: "met in Oslo in May, two days
// after a summit ended there".
func (r *rooms) besides(found []*occurrence, e *occurrence) {
	d := r.doc
	if e.When == nil || !e.When.Known() {
		return
	}
	for _, s := range found {
		if s == e || s.Mode != "multilateral" || s.sentence != e.sentence || s.dated || s.Trace.Trigger[0] < e.Trace.Trigger[1] ||
			s.Place != nil && (e.Place == nil || s.Place.Name != e.Place.Name) {
			continue
		}
		for i := s.mention.Trigger - 1; i > 0 && d.Tokens[i].Start >= e.Trace.Trigger[1]; i-- {
			if w := d.Tokens[i].Lemma; (w == "before" || w == "after") && daysApart[d.Tokens[i-1].Lemma] {
				s.When, s.Place = e.When, e.Place
				s.Status = dateline.Happened
				s.step("time and place of %q, which it stands beside", e.Trigger)
				break
			}
		}
	}
}

var daysApart = wordSet("day hour week")

// since finds what a "since" right behind token i names, whatever it hangs on; -1
// if there is none, or a clause that does not say that they met.
func since(d *lang.Doc, i, last int) int {
	const near = 6
	for j := i + 1; j < min(last, i+near); j++ {
		switch t := &d.Tokens[j]; {
		case t.UPOS == "PUNCT" || t.UPOS == "VERB":
			return -1
		case t.Lemma == "since" && (t.Rel == "case" || t.Rel == "mark") && t.Head > j && (d.Tokens[t.Head].UPOS != "VERB" || metThen[d.Tokens[t.Head].Lemma] && d.Child(t.Head, "obj") < 0):
			return t.Head
		}
	}
	return -1
}

// metThen are verbs by which the sides of a meeting are said to have met before:
// "since they spoke in Oslo".
var metThen = wordSet("speak talk confer sit")

// ranked words count the events of a row.
func ranked(d *lang.Doc, i int) bool {
	switch d.Tokens[i].Lemma {
	case "first", "second", "third":
		return true
	}
	return false
}

// placing are the prepositions that go on telling where and when.
var placing = wordSet("in at of on")

// earlier is the event of the same kind that a "since" phrase names by its place,
// its time or both; nil if it gives neither.
func (r *rooms) earlier(o *occurrence, sentence, first, x int) *occurrence {
	d := r.doc
	if r.otherThan(x) {
		return nil
	}
	from, to := d.Subtree(x)
	for to < d.Sentences[sentence].Last && d.Tokens[to].UPOS != "PUNCT" && d.Tokens[to].UPOS != "VERB" && (d.Tokens[to].UPOS != "ADP" || placing[d.Tokens[to].Lemma]) {
		to++
	}
	for k := x + 1; k < to; k++ {
		if d.Tokens[k].UPOS == "ADP" && !placing[d.Tokens[k].Lemma] { // "since 1980 with the topic being …"
			to = k
		}
	}
	e := &occurrence{told: o.told}
	e.When, e.Place, e.Relations, e.Source, e.dated = nil, nil, nil, nil, false
	e.sentence = sentence
	e.Trace = &dateline.Trace{Sentence: sentence, Rule: o.Trace.Rule, Trigger: [2]int{d.Tokens[first].Start, d.Tokens[to-1].End}}
	e.Trigger = d.Words(min(first, x), to)
	e.Status = dateline.Happened
	e.Actors, e.Recipients = slices.Clone(o.Actors), slices.Clone(o.Recipients)
	if k, ok := r.kinds[first]; ok { // the one before was by another of the kind
		x := r.actors.Mentions[k].Entities[0]
		e.Actors, e.sides, e.entities = []dateline.Actor{r.actors.Actor(x)}, []int{x}, []int{x}
	}
	s := d.Sentences[sentence]
	e.Evidence = []dateline.Evidence{{Start: s.Start, End: s.End, Text: d.Text[s.Start:s.End]}}
	e.step("%q: an earlier event of the kind of %q", e.Trigger, o.Trigger)
	for i := from; i < to; i++ {
		if m := r.places.At(i); m != nil && e.Place == nil && r.times.At(i) == nil {
			p := m.Place
			e.Place = &p
			e.step("place %s: told by \"since\"", p.Name)
		}
		if t := r.times.At(i); t != nil && e.When == nil && t.Span.Known() && t.Type != "DURATION" {
			span := t.Span
			if o.When != nil && span.Latest >= o.When.Earliest && span.Days() < 366 { // the same month a year before
				y, m, day := span.Earliest.Civil()
				back := span.Earliest - dateline.Date(y-1, m, day)
				span = dateline.Span{Earliest: span.Earliest - back, Latest: span.Latest - back}
			}
			e.When = &dateline.When{Span: span, EDTF: t.EDTF, Text: d.Text[t.Start:t.End]}
			if span != t.Span {
				e.When.EDTF = ""
			}
			e.dated = true
			e.step("time %q: told by \"since\"", e.When.Text)
		}
	}
	r.exactDay(e, to)
	if e.When == nil && e.Place == nil {
		return nil
	}
	if e.Place == nil && o.Mode == "visit" {
		e.Place = o.Place
	}
	e.all = []told{e.told}
	e.follows = nil
	o.follows = append(o.follows, e)
	return e
}

// partOfSummit ties what is held "during", "at" or "on the sidelines of" a
// conference of the same sentence to it.
func (r *rooms) partOfSummit(found []*occurrence, o *occurrence) {
	if o.Type != dateline.Consult || o.Mode == "multilateral" {
		return
	}
	if s := r.summitOf(found, o); s != nil {
		o.tie("part-of", s)
	}
}

// summitOf finds the conference that a mention of a meeting hangs into: one that is
// told in the sentence, or that a noun of the sentence stands for.
func (r *rooms) summitOf(found []*occurrence, o *occurrence) *occurrence {
	for _, s := range found {
		if s == o || s.Mode != "multilateral" || s.When != nil && o.When != nil && !s.When.Overlaps(o.When.Span) {
			continue
		}
		for i := range s.all {
			for j := range o.all {
				if s.all[i].sentence == o.all[j].sentence && s.all[i].mention.Trigger > o.all[j].mention.Trigger && r.heldAt(s.all[i].mention.Trigger) {
					return s
				}
			}
		}
	}
	k := r.conferenceAround(o)
	for _, s := range found {
		if k >= 0 && s != o && s.conference == k && s.Status != dateline.Not {
			return s
		}
	}
	return nil
}

// heldAt reports whether a noun stands, be it deep, behind "during", "at" or "on".
func (r *rooms) heldAt(x int) bool {
	d := r.doc
	for h := x; h >= 0; h = d.Tokens[h].Head {
		if k := d.Child(h, "case"); k >= 0 && (d.Tokens[k].Lemma == "during" || d.Tokens[k].Lemma == "at" || d.Tokens[k].Lemma == "on") {
			return true
		}
	}
	return false
}

// longConference is how many days a conference may go on of which only the first is told.
const longConference = 4

// conferenceAround is the conference at or on whose sidelines a meeting is said to
// be held, -1 if there is none.
func (r *rooms) conferenceAround(o *occurrence) int {
	d := r.doc
	for i := range o.all {
		t := &o.all[i]
		top := t.mention.Trigger
		if t.mention.Light >= 0 {
			top = t.mention.Light
		}
		first, last := d.Subtree(top)
		for x := first; x < last; x++ {
			k, ok := r.conferenceAt[x]
			if !ok || x == t.mention.Trigger || !r.heldAt(x) {
				continue
			}
			if w := r.conferences[k].when; w == nil || o.When == nil || w.Overlaps(o.When.Span) || w.Days() == 1 && o.When.Earliest > w.Latest && o.When.Earliest <= w.Latest+longConference {
				return k
			}
		}
	}
	return -1
}
