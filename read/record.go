package read

import (
	"cmp"
	"dateline/said"
	"fmt"
	"slices"

	"dateline"
	"dateline/who"
)

// record assembles what leaves: events in the order of time and text, people,
// times and quotations.
func (r *rooms) record(rec *dateline.Record) []*occurrence {
	r.present()
	r.hosts()
	r.hostsOnVisit()
	r.appointed()
	r.firstVisitors()
	r.betweenParties()
	r.links()
	r.guests()
	r.findConferences()
	var all []told
	for _, m := range r.found {
		if t, ok := r.tell(m); ok {
			r.stay(&t)
			all = append(all, r.legs(t)...)
		}
	}
	found := r.anew(r.titled(r.join(r.fates(all))))
	found = r.slips(rec, found)
	r.listedParticipants(found)
	found = r.claimed(found)
	found = r.leaving(found)
	r.lend(found)
	found = r.followed(found)
	found = slices.DeleteFunc(r.attended(found), r.sayingOnly)
	found = r.worthy(found)
	slices.SortStableFunc(found, func(a, b *occurrence) int {
		return cmp.Or(compareWhen(a.When, b.When), cmp.Compare(a.mention.Trigger, b.mention.Trigger))
	})
	for i, o := range found {
		r.weigh(o)
		o.ID = fmt.Sprintf("e%d", i+1)
		slices.SortFunc(o.Evidence, func(a, b dateline.Evidence) int { return cmp.Compare(a.Start, b.Start) })
	}
	r.relate(found)
	r.onTheDay(found)
	for _, o := range found {
		rec.Events = append(rec.Events, o.Event)
	}
	r.dispute(rec)
	r.weekdays(rec)
	rec.Times = r.times.Records()
	rec.People = r.people()
	rec.Quotes = r.quotes()
	r.prose.trace(rec)
	return found
}

// compareWhen orders by the earliest day; undated ones come last.
func compareWhen(a, b *dateline.When) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(a.Earliest, b.Earliest), cmp.Compare(a.Latest, b.Latest))
}

// people lists the persons whom the text names.
func (r *rooms) people() []dateline.Person {
	var out []dateline.Person
	for i := range r.actors.Entities {
		e := &r.actors.Entities[i]
		if e.Kind != who.Person || e.Plural {
			continue
		}
		p := dateline.Person{ID: e.ID, Name: e.Name, State: e.State}
		if e.Office != "" {
			p.Offices = []string{e.Office}
		}
		for _, k := range e.Mentions {
			m := &r.actors.Mentions[k]
			start, end := r.doc.Tokens[m.First].Start, r.doc.Tokens[m.Last-1].End
			p.Mentions = append(p.Mentions, dateline.Mention{Start: start, End: end, Text: r.doc.Text[start:end]})
		}
		out = append(out, p)
	}
	return out
}

// quotes lists who says what, those of a repeated paragraph once, and what is told
// within another quote in that.
func (r *rooms) quotes() []dateline.Quote {
	return r.quotesWithin(-1)
}

func (r *rooms) quotesWithin(outer int) []dateline.Quote {
	var out []dateline.Quote
	for i := range r.words.Attributions {
		if a := &r.words.Attributions[i]; a.Within == outer && !r.repeated(a.First) {
			q := r.quote(a)
			q.Quotes = r.quotesWithin(i)
			out = append(out, q)
		}
	}
	return out
}

func (r *rooms) quote(a *said.Attribution) dateline.Quote {
	start := a.Start
	if w := r.doc.Tokens[a.First]; w.Lemma == "that" && w.Rel == "mark" && a.First+1 < a.Last {
		start = r.doc.Tokens[a.First+1].Start
	}
	q := dateline.Quote{Verb: a.Verb, Class: dateline.QuoteClass(a.Class), Direct: a.Direct, Start: start, End: a.End, Text: r.doc.Text[start:a.End]}
	if len(a.Parts) > 1 {
		for _, p := range a.Parts {
			q.Parts = append(q.Parts, [2]int{r.doc.Tokens[p[0]].Start, r.doc.Tokens[p[1]-1].End})
		}
		q.Parts[0][0] = start
		if q.Parts[0][1] <= start { // it was nothing but "that"
			q.Parts = q.Parts[1:]
		}
	}
	q.Speaker, q.To = r.speaker(a.Speaker, a.SpeakerText), r.speaker(a.To, "")
	if a.When != nil && a.When.Span.Known() {
		q.When = &dateline.When{Span: a.When.Span, EDTF: a.When.EDTF, Text: r.doc.Text[a.When.Start:a.When.End]}
	}
	return q
}

// repeated reports whether a token stands in a paragraph that the text has before.
func (r *rooms) repeated(tok int) bool {
	p := r.doc.Sentences[r.doc.Tokens[tok].Sent].Para
	return p < len(r.article.Paragraphs) && r.article.Paragraphs[p].RepeatOf >= 0
}

func (r *rooms) speaker(mention int, text string) *dateline.Actor {
	if mention >= 0 && len(r.actors.Mentions[mention].Entities) > 0 {
		a := r.actors.Actor(r.actors.Mentions[mention].Entities[0])
		return &a
	}
	if text != "" {
		return &dateline.Actor{Name: text}
	}
	return nil
}
