package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/what"
)

// date gives an event its time: what the text says, else the default for fresh
// news, else none.
func (r *rooms) date(t *told) {
	w, why := r.times.Of(t.mention.Trigger)
	t.Trace.Steps = append(t.Trace.Steps, why...)
	if (w == nil || t.mention.Tensed) && t.mention.Rule == ofTheTwo {
		w = r.timeBelow(t.mention.Trigger)
	}
	if t.mention.Rule == byLink {
		w = r.linkDays(t.sentence)
	}
	if w == nil {
		w = r.votedOn(t.mention.Trigger)
	}
	if w == nil {
		w = r.ofPaper(t.mention.Trigger)
	}
	w = r.fitting(t, w)
	t.When, t.dated = w, w != nil
	r.inForce(t)
	if t.When == nil && r.fresh(t) {
		t.When = r.reported(t)
		if r.loneRow(t) {
			t.When = &dateline.When{Span: dateline.Span{Earliest: r.article.Date, Latest: r.article.Date + rowDays}}
			t.step("a row by itself: its date is the first day of %d", rowDays+1)
			return
		}
	}
	r.notUntil(t)
	r.lasting(t)
	if t.Status == dateline.Ongoing && !t.dated && t.mention.Tensed && !t.nominal && (t.Type == dateline.Sanction || t.Type == dateline.Coerce && t.Mode == "restrict") && r.leads(t) {
		t.Status = dateline.Happened
		t.When = r.reported(t)
		t.step("a measure that is being taken is told as news: happened")
	}
	if t.Status == dateline.Ongoing && spoken(t.Type) && t.Type != dateline.Request && t.Type != dateline.Agree {
		t.Status = dateline.Happened
		t.step("what is said again and again has been said: happened")
	}
	if t.When == nil {
		return
	}
	if t.mention.Aim && t.Status == dateline.Planned && t.dated && t.When.Latest.Known() && t.When.Latest < r.article.Date {
		t.Status = dateline.Happened
		t.step("the aim of something done, and its time is past: happened")
	}
	st, why2 := what.Settle(t.Status, t.Type, t.Mode, t.When.Span, r.article.Date)
	if why2 != "" {
		t.Status = st
		t.step("%s", why2)
	}
	if t.Status == dateline.Ongoing && !t.When.Earliest.Known() && t.When.Latest >= r.article.Date { // "until Friday"
		const before = 2
		w := *t.When
		w.Earliest, w.EDTF = r.article.Date-before, ""
		t.When = &w
	}
}

// rowDays is by how many days what a row tells may lie behind the row's date, which is
// that of the journey.
const rowDays = 2

// loneRow reports whether an event is told in a row that is all of its article, as a
// table of travels is kept line by line.
func (r *rooms) loneRow(t *told) bool {
	return r.prose != nil && len(r.prose.given.Paragraphs) == 1 && r.prose.tabled[r.doc.Sentences[t.sentence].Para]
}

// freshParagraphs is how far into an article news without a time is fresh; what
// is older is marked as background long before.
const freshParagraphs = 30

// fresh decides whether an event without a time is today's news: an assertion in
// a main clause near the beginning that nothing marks as background.
func (r *rooms) fresh(t *told) bool {
	comes := t.Status == dateline.Ongoing && t.Mode == "visit" && !t.nominal && t.mention.Tensed // "arrives for a visit"
	if t.Status != dateline.Happened && !comes && !r.failed(t) || !r.article.Date.Known() {
		return false
	}
	if why := r.old(t); why != "" {
		t.step("no time told, %s", why)
		return false
	}
	if !t.mention.Tensed && !r.duringNews(t) && !r.becoming(t.mention.Trigger) && !r.caption(t) && !r.heldNow(t) {
		t.step("no time told, no finite verb: left open")
		return false
	}
	if n := r.bodyIndex(r.doc.Sentences[t.sentence].Para); n >= freshParagraphs {
		t.step("no time told, paragraph %d: left open", n+1)
		return false
	}
	t.step("no time told, fresh news: two days before the article's date to its date")
	return true
}

// votedOn is the time of the vote by which something is done: "voted in a 2026 referendum to
// leave the pact".
func (r *rooms) votedOn(i int) *dateline.When {
	w := &r.doc.Tokens[i]
	if w.XPOS != "VB" || w.Head < 0 || r.doc.Tokens[w.Head].Lemma != "vote" || !lang.RelIs(w.Rel, "advcl") && !lang.RelIs(w.Rel, "xcomp") {
		return nil
	}
	on, _ := r.times.Of(w.Head)
	return on
}

// notUntil reads "will not reconvene until June 14": it will on that day.
func (r *rooms) notUntil(t *told) {
	if t.Type != dateline.Consult || t.Status != dateline.Not || t.nominal || !t.dated || t.When.Days() > 0 && t.When.Days() <= 31 && t.When.Latest < r.article.Date {
		return
	}
	d := r.doc
	for _, c := range d.Children(t.mention.Trigger) {
		if m := r.times.At(int(c)); m == nil || r.prepositionBefore(int(c)) != "until" {
			continue
		} else if m.Span.Latest.Known() {
			last := m.Span.Latest
			t.When = &dateline.When{Span: dateline.Span{Earliest: last, Latest: last}, Text: d.Text[m.Start:m.End]}
			t.Status = dateline.Planned
			if r.article.Date.Known() && last < r.article.Date {
				t.Status = dateline.Happened
			}
			t.step("not until %q: then", t.When.Text)
			return
		}
	}
}

// reported is the time of fresh news: two days up to the article's date, or up to
// the day on which somebody is said to have told it.
func (r *rooms) reported(t *told) *dateline.When {
	w := r.times.Fresh(t.mention.Trigger)
	a := r.words.Source(t.mention.Trigger)
	if w == nil || a == nil || a.When == nil || !a.When.Span.Known() || a.When.Span.Days() != 1 {
		return w
	}
	day := a.When.Span.Latest
	if day > w.Latest || day < w.Earliest-7 {
		return w
	}
	t.step("told on %s: up to that day", day)
	return upTo(day)
}

// upTo is the time of fresh news told on a day: two days up to it.
func upTo(day dateline.Day) *dateline.When {
	const before = 2
	return &dateline.When{Span: dateline.Span{Earliest: day - before, Latest: day}}
}

// lasting lets talks and exercises that begin as the article is written go on, and sanctions
// that are only spoken of stand.
func (r *rooms) lasting(t *told) {
	if t.Status != dateline.Happened {
		return
	}
	switch {
	case !t.nominal && !spoken(t.Type) && t.Type != dateline.Consult && r.begun(t.mention.Trigger) && (t.When == nil || t.When.Latest >= r.article.Date-2):
		t.Status = dateline.Ongoing
		t.step("begins to be done: ongoing")
	case (t.Type == dateline.Consult && t.Mode != "call" || t.CAMEO == "062" || t.Type == dateline.Mobilize && t.Mode == "troops" && t.CAMEO == "150") && (r.beginning(t) || r.underway(t)) && (t.When == nil || t.When.Latest >= r.article.Date-2):
		t.Status = dateline.Ongoing
		t.step("begins: ongoing")
		if back, _ := r.times.Background(t.mention.Trigger); t.When == nil && !back && r.leads(t) {
			t.When = r.reported(t)
			t.step("no time told, fresh news")
		}
	case t.nominal && t.Type == dateline.Sanction && standing[r.doc.Tokens[t.mention.Trigger].Lemma] && t.mention.Light < 0 && !t.dated && !t.mention.Tensed:
		t.Status = dateline.Ongoing
		t.step("a measure that is spoken of stands: ongoing")
	}
}

// begun reports whether a verb stands under one of beginning: "starts deporting", "began to
// deploy".
func (r *rooms) begun(i int) bool {
	w := &r.doc.Tokens[i]
	if w.Rel != "xcomp" || w.Head < 0 {
		return false
	}
	switch r.doc.Tokens[w.Head].Lemma {
	case "begin", "start", "commence":
		return true
	}
	return false
}

// standing are nouns of measures that stand until they are lifted.
var standing = wordSet("sanction tariff embargo boycott duty levy ban restriction blacklist penalty quota freeze measure war blockade")

// leads reports whether the root of a sentence near the beginning, in the present or
// past tense, is the verb over an event.
func (r *rooms) leads(t *told) bool {
	root := r.doc.Sentences[t.sentence].Root
	if h := r.doc.Tokens[t.mention.Trigger].Head; h != root && t.mention.Trigger != root && t.mention.Light != root {
		return false
	}
	x := r.doc.Tokens[root].XPOS
	return (x == "VBZ" || x == "VBP" || x == "VBD") && r.bodyIndex(r.doc.Sentences[t.sentence].Para) < freshParagraphs
}

// underway reports a visit that somebody has gone, come or set out on.
func (r *rooms) underway(t *told) bool {
	d := r.doc
	v := t.mention.Light
	if !t.nominal || v < 0 || t.Mode != "visit" {
		return false
	}
	switch d.Tokens[v].Lemma {
	case "go", "arrive", "embark", "set", "depart", "leave":
		k := d.Child(t.mention.Trigger, "case")
		return k >= 0 && d.Tokens[k].Lemma == "on"
	}
	return false
}

// beginning reports whether a verb lets the event begin: the one over its noun,
// or the trigger itself ("start talks").
func (r *rooms) beginning(t *told) bool {
	over := []int{t.mention.Trigger}
	if t.nominal {
		over = []int{t.mention.Light, r.doc.Tokens[t.mention.Trigger].Head}
	}
	for _, v := range over {
		if v < 0 {
			continue
		}
		if t.Mode == "meet" && r.doc.Tokens[v].Lemma != "continue" && (t.nominal && r.doc.Tokens[t.mention.Trigger].Rel == "obj" || !t.nominal && r.doc.Child(v, "obj") >= 0) {
			return false // "the two resume talks": they have; "talks open" go on
		}
		switch r.doc.Tokens[v].Lemma {
		case "continue":
			return t.nominal && r.doc.Tokens[v].UPOS == "VERB"
		case "begin", "start", "commence", "open", "resume", "launch":
			return r.doc.Tokens[v].UPOS == "VERB"
		}
	}
	return false
}

// duringNews reports whether a visit or meeting without a verb of its own is the
// setting of what a tensed main clause tells: "said during his visit", "leaders at the
// summit call for", "after a meeting".
func (r *rooms) duringNews(t *told) bool {
	d := r.doc
	if r.afterwards(t) {
		return true
	}
	if t.Type != dateline.Consult || !t.nominal {
		return false
	}
	i := t.mention.Trigger
	k := d.Child(i, "case")
	if k < 0 {
		return false
	}
	root := d.Sentences[t.sentence].Root
	if back, _ := r.times.Background(root); back || d.Tokens[root].UPOS != "VERB" {
		return false
	}
	h := d.Tokens[i].Head
	switch d.Tokens[k].Lemma {
	case "during", "on", "at":
		if h >= 0 && d.Tokens[h].Head == root && lang.RelIs(d.Tokens[h].Rel, "nsubj") {
			return true
		}
	case "after", "following", "follow":
		return h == root && t.Mode != "visit" && t.Mode != "mediate" && !talksOfDays[d.Tokens[i].Lemma]
	default:
		return false
	}
	return h == root || h >= 0 && d.Tokens[h].UPOS == "VERB" && lang.RelIs(d.Tokens[h].Rel, "advcl") || h >= 0 && lang.RelIs(d.Tokens[h].Rel, "acl")
}

// afterwards reports a meeting or call after which something is told as news: "After
// meeting Berg, Lind said", "after holding a call with Berg".
func (r *rooms) afterwards(t *told) bool {
	d := r.doc
	v := t.mention.Trigger
	if t.nominal {
		v = t.mention.Light
	}
	if t.Type != dateline.Consult || t.Mode != "meet" && t.Mode != "call" || v < 0 || d.Tokens[v].XPOS != "VBG" || !lang.RelIs(d.Tokens[v].Rel, "advcl") {
		return false
	}
	k, h := d.Child(v, "mark"), d.Tokens[v].Head
	if k < 0 || d.Tokens[k].Lemma != "after" || h != d.Sentences[t.sentence].Root {
		return false
	}
	back, _ := r.times.Background(h)
	return !back && d.Tokens[h].UPOS == "VERB"
}

// talksOfDays are nouns of talks that may have gone on for long before what they led to.
var talksOfDays = wordSet("negotiation talk consultation discussion dialogue mediation")

// becoming: "becomes the tenth country to recognise Lisk" is news of recognising it.
func (r *rooms) becoming(i int) bool {
	d := r.doc
	h := d.Tokens[i].Head
	if h < 0 || !lang.RelIs(d.Tokens[i].Rel, "acl") && !lang.RelIs(d.Tokens[i].Rel, "xcomp") {
		return false
	}
	for v, steps := h, 0; v >= 0 && steps < 2; steps++ {
		if x := d.Tokens[v].XPOS; d.Tokens[v].Lemma == "become" && (x == "VBZ" || x == "VBD") {
			return true
		}
		v = d.Tokens[v].Head
	}
	return false
}

// bodyIndex numbers the paragraphs that are read, from 0.
func (r *rooms) bodyIndex(para int) int {
	n := 0
	for i := 0; i < para && i < len(r.article.Paragraphs); i++ {
		switch r.article.Paragraphs[i].Kind {
		case dateline.Body, dateline.Lead, dateline.KeyPoint:
			n++
		}
	}
	return n
}

// source is whose word the event is: the speaker of what is said around it,
// unless the saying is the event itself or the speaker is its actor.
func (r *rooms) source(t *told) *dateline.Actor {
	a := r.words.Source(t.mention.Trigger)
	if t.presupposed() {
		return nil // known before anybody speaks of it
	}
	if a == nil || a.Cue == t.mention.Trigger || a.Cue == t.mention.Light {
		return nil
	}
	if a.Speaker < 0 {
		if a.SpeakerText == "" {
			return nil
		}
		return &dateline.Actor{Name: a.SpeakerText}
	}
	m := &r.actors.Mentions[a.Speaker]
	if len(m.Entities) == 0 {
		return nil
	}
	if spoken(t.Type) && t.Type != dateline.Agree && t.Type != dateline.Support && !a.Direct && slices.Contains(t.sides, m.Entities[0]) {
		return nil // "warns and expresses concern": the words are the act
	}
	src := r.actors.Actor(m.Entities[0])
	t.step("source: %s %s it", src.Name, a.Verb)
	return &src
}

// authorities fills the doer of an arrest, a deportation or a charge of which
// only the sufferer is told: the state where it happens, for nobody else may do
// so there.
func (r *rooms) authorities(t *told) {
	if len(t.Actors) > 0 || t.Place == nil || !official(t) {
		return
	}
	s := r.facts.State(t.Place.State)
	if s == nil {
		return
	}
	t.Actors = []dateline.Actor{{ID: "s:" + s.ISO3, Name: s.Name, State: s.ISO3}}
	t.step("done by %s: it happens there, and only a state does so", s.ISO3)
}

// official deeds are those of police and courts.
func official(t *told) bool {
	switch t.Type {
	case dateline.Coerce:
		return t.Mode == "arrest" || t.Mode == "deport"
	case dateline.Accuse:
		return t.CAMEO == "115" || t.CAMEO == "116" || t.CAMEO == "1121"
	}
	return false
}
