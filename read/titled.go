package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// inTitle reports whether a sentence is the title, where that does not stand in the text.
func (r *rooms) inTitle(sentence int) bool {
	return r.prose != nil && r.prose.title >= 0 && r.doc.Sentences[sentence].Para == r.prose.title
}

// titled looks at what was only found in the title. A title says in few words, and often
// of fewer people, what the text tells at length: what is told there is not told twice.
// What the text leaves to the title is an event told by it, if a clause tells it or the
// noun of a meeting with both its sides.
func (r *rooms) titled(found []*occurrence) []*occurrence {
	r.rung(found)
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		if !slices.ContainsFunc(o.all, func(t told) bool { return t.heading }) {
			return false
		}
		if !r.titleAlone(o) {
			r.byTitle(o)
			r.freshTitle(o)
			return false
		}
		if r.toldInText(found, o) {
			return true
		}
		if o.Type != dateline.Consult && (o.nominal && o.mention.Light < 0 || len(r.doc.Sentences) > atLength) {
			return true // "Support for Norland"; what is news is told at length
		}
		if o.Mode == "visit" && o.nominal && o.mention.Light < 0 {
			return !r.journeyOf(found, o)
		}
		r.freshTitle(o)
		return len(o.entities) < 2 && len(o.Recipients) == 0 && o.Place == nil && o.nominal
	})
}

// rung makes a telephone call of what was taken for a demand where the title tells of the
// call: "called Berg today to express her condolences".
func (r *rooms) rung(found []*occurrence) {
	for _, o := range found {
		if o.Mode != "call" || !r.titleAlone(o) {
			continue
		}
		for _, x := range found {
			if x.Type == dateline.Request && r.doc.Tokens[x.mention.Trigger].Lemma == "call" && len(x.Recipients) > 0 && r.coveredBy(o, x) && statusesAgree(o.Status, x.Status) {
				x.Type, x.Mode, x.CAMEO = o.Type, o.Mode, o.CAMEO
				x.Actors, x.Recipients = append(x.Actors, x.Recipients...), []dateline.Actor{}
				x.sides = slices.Clone(x.entities)
				x.step("the title tells of a call")
			}
		}
	}
}

// atLength is how many sentences a text has that tells its news itself.
const atLength = 14

// toldInText reports whether the text tells of what a title does, and gives what it tells
// in passing the title's name.
func (r *rooms) toldInText(found []*occurrence, o *occurrence) bool {
	for _, x := range found {
		if x.Type != o.Type || r.titleAlone(x) {
			continue
		}
		if o.Type != dateline.Consult {
			if r.shareOne(o, x) {
				return true
			}
			continue
		}
		if o.Mode == "meet" && (x.Mode == "meet" || x.Mode == "multilateral") && r.bodyIndex(r.doc.Sentences[x.sentence].Para) <= 1 && statusesAgree(o.Status, x.Status) && r.shareOne(o, x) &&
			!slices.ContainsFunc(o.entities, func(e int) bool { return r.actors.Entities[e].State != "" && !r.standsFor(e, x) }) {
			x.Evidence = append(x.Evidence, o.Evidence...) // "Meeting with the Head of Lisk", whom only the text names
			x.all = append(x.all, o.all...)
			return true
		}
		passing := r.onlyDiscussed(x)
		if x.Mode != o.Mode && !passing || !statusesAgree(o.Status, x.Status) && !o.nominal && o.Mode != "visit" {
			continue // "Lind Visits Norland" is yet to come by many a text
		}
		if o.Mode == "visit" && r.sameJourneyAs(o, x) || o.Mode != "visit" && (r.coveredBy(o, x) || passing && r.coveredBy(x, o)) {
			x.named(o)
			return true
		}
	}
	return false
}

// sameJourneyAs reports whether a visit of the text is that of the title: by the same
// traveller, to the same state.
func (r *rooms) sameJourneyAs(title, text *occurrence) bool {
	if title.Place != nil && (text.Place == nil || title.Place.State != text.Place.State) {
		return false
	}
	return slices.ContainsFunc(title.sides, func(e int) bool { return slices.ContainsFunc(text.sides, func(k int) bool { return r.agree(e, k) }) })
}

// journeyOf gives a journey that only a title names ("Lind's Travel to Norland") the days
// and the status of what the traveller does by the text; ok is false if it tells nothing.
func (r *rooms) journeyOf(found []*occurrence, o *occurrence) (ok bool) {
	for _, x := range found {
		if x.Type == dateline.Consult && !r.titleAlone(x) && x.When != nil && slices.ContainsFunc(o.sides, func(e int) bool { return slices.Contains(x.sides, e) }) {
			o.Status, o.When, o.dated = x.Status, x.When, x.dated
			o.step("status and days of %q, which the traveller does by the text", x.Trigger)
			return true
		}
	}
	return false
}

// titleAlone reports whether nothing but the title tells of an event.
func (r *rooms) titleAlone(o *occurrence) bool {
	return !slices.ContainsFunc(o.all, func(t told) bool { return !t.heading })
}

// named gives what a text tells in passing ("the two discussed trade") the name that the
// title has for it ("Call with Chancellor Berg").
func (x *occurrence) named(o *occurrence) {
	if x.Mode != o.Mode {
		x.Mode, x.CAMEO, x.Trigger = o.Mode, o.CAMEO, o.Trigger
	}
	x.Evidence = append(x.Evidence, o.Evidence...)
	if len(x.entities) < len(o.entities) {
		x.addParticipants(&o.told)
	}
	x.all = append(x.all, o.all...)
	x.step("the title tells of it: %q", o.Trigger)
}

// byTitle makes a call of what was only discussed, if the title says so.
func (r *rooms) byTitle(o *occurrence) {
	i := slices.IndexFunc(o.all, func(t told) bool { return t.heading && t.Mode == "call" })
	if i >= 0 && o.Mode != "call" && r.onlyDiscussed(o) {
		o.Mode, o.CAMEO, o.Trigger = o.all[i].Mode, o.all[i].CAMEO, o.all[i].Trigger
		o.step("a call by the title")
	}
}

// onlyDiscussed reports whether an event is told by nothing but that its sides discussed
// something, which they may do in any way.
func (r *rooms) onlyDiscussed(o *occurrence) bool {
	return o.Mode == "meet" && !slices.ContainsFunc(o.all, func(t told) bool {
		return !t.heading && !discussing[r.doc.Tokens[t.mention.Trigger].Lemma]
	})
}

var discussing = wordSet("discuss exchange talk discussion conversation speak brief continue consult consultation review")

// shareOne reports whether somebody of one event, or one who acts for his state, takes
// part in another.
func (r *rooms) shareOne(a, b *occurrence) bool {
	return slices.ContainsFunc(a.entities, func(e int) bool { return r.standsFor(e, b) })
}

// coveredBy reports whether all who take part in an event of the title take part in one
// of the text, or others for their states.
func (r *rooms) coveredBy(title, text *occurrence) bool {
	return len(title.entities) > 0 && !slices.ContainsFunc(title.entities, func(e int) bool { return !r.standsFor(e, text) })
}

func (r *rooms) standsFor(e int, o *occurrence) bool {
	s := r.actors.Entities[e].State
	return slices.ContainsFunc(o.entities, func(k int) bool {
		return r.agree(e, k) || s != "" && s == r.actors.Entities[k].State
	})
}

// freshTitle dates a meeting that a title tells with a noun ("Lind's Call with Berg"), and
// of whose day the text says nothing, as fresh news.
func (r *rooms) freshTitle(o *occurrence) {
	if o.When != nil || o.Type != dateline.Consult || o.Status != dateline.Happened || o.Mode == "visit" || !r.article.Date.Known() {
		return
	}
	if lang.RelIs(r.doc.Tokens[o.mention.Trigger].Rel, "obl") {
		return // "reaffirms its word of the meeting": of another day
	}
	o.When = upTo(r.article.Date)
	o.step("the title's news: two days before the article's date to its date")
}
