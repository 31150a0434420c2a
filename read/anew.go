package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// anew gives back to the event told before what a sentence tells of it in words that name
// nobody: "the delegations exchanged views", "some 18,000 people attended the rally".
func (r *rooms) anew(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(x *occurrence) bool {
		if len(x.all) > 1 || x.Status != dateline.Happened && x.Status != dateline.Ongoing {
			return false
		}
		var o *occurrence
		switch {
		case x.Type == dateline.Protest:
			o = r.sameRally(found, x)
		case x.Type == dateline.Consult && x.Mode != "visit" && x.Mode != "mediate" && r.onlySides(&x.told):
			o = r.meetingBefore(found, x, anywhere)
		case x.Type == dateline.Consult && (x.Mode == "multilateral" || x.Mode == "meet") && r.onlyTheMeeting(&x.told):
			o = r.meetingBefore(found, x, justBefore)
		}
		if o == nil {
			return false
		}
		o.add(&x.told)
		return true
	})
}

// add takes the evidence of a mention that names nobody, and time and place where the event
// has none that is told.
func (o *occurrence) add(t *told) {
	o.all = append(o.all, *t)
	o.step("told anew by %q", t.Trigger)
	for _, e := range t.Evidence {
		if !slices.Contains(o.Evidence, e) {
			o.Evidence = append(o.Evidence, e)
		}
	}
	if t.dated && !o.dated {
		o.When, o.dated = t.When, true
	}
	if o.Place == nil {
		o.Place = t.Place
	}
}

// rallies are nouns of what people come together for against or for something.
var rallies = wordSet("rally protest march demonstration vigil strike")

// attends are verbs of being one of many at something.
var attends = wordSet("attend join")

// sameRally is the protest that a verb of coming to one is about: the one that its own object
// tells ("gathered for a rally"), or the one told before ("attended the rally"); or nil.
func (r *rooms) sameRally(found []*occurrence, x *occurrence) *occurrence {
	d := r.doc
	v := x.mention.Trigger
	if x.nominal {
		if v = x.mention.Light; v < 0 || !attends[d.Tokens[v].Lemma] {
			return nil
		}
	}
	for _, c := range d.Children(v) {
		n := int(c)
		if w := &d.Tokens[n]; !rallies[w.Lemma] || w.UPOS != "NOUN" || w.XPOS == "NNS" || w.Rel != "obj" && !lang.RelIs(w.Rel, "obl") {
			continue
		}
		for _, o := range found {
			if o == x || o.Type != dateline.Protest || o.Status != x.Status {
				continue
			}
			own := !x.nominal && slices.ContainsFunc(o.all, func(t told) bool { return t.mention.Trigger == n })
			if own || r.definite(n) && o.mention.Trigger < x.mention.Trigger && slices.ContainsFunc(o.all, func(t told) bool { return r.rallyOf(&t) == d.Tokens[n].Lemma }) {
				return o
			}
		}
	}
	return nil
}

// rallyOf is the noun by which a mention of a protest names it, or "".
func (r *rooms) rallyOf(t *told) string {
	d := r.doc
	if t.nominal {
		return d.Tokens[t.mention.Trigger].Lemma
	}
	for _, c := range d.Children(t.mention.Trigger) {
		if w := &d.Tokens[c]; rallies[w.Lemma] && (w.Rel == "obj" || lang.RelIs(w.Rel, "obl")) {
			return w.Lemma
		}
	}
	return ""
}

// roles are nouns by which a text speaks of those who meet.
var roles = wordSet("delegation side party leader official delegate participant president minister diplomat interlocutor two pair principal")

// onlySides reports whether a verb has for its doers nothing but "the delegations", "the two
// sides", "the countries' leaders", and nobody beside them.
func (r *rooms) onlySides(t *told) bool {
	d := r.doc
	heads := r.groups(t.mention.Actors, t.mention.ActorHeads)
	if t.nominal || len(heads) != 1 || len(t.mention.Recipients)+len(t.mention.RecipientHeads) > 0 || t.mention.Clause >= 0 && r.words.Source(t.mention.Trigger) != nil {
		return false
	}
	h := heads[0]
	if w := &d.Tokens[h]; !roles[w.Lemma] || w.XPOS == "NN" || w.UPOS == "PRON" {
		return false
	}
	known := false
	for _, c := range d.Children(h) {
		switch k := &d.Tokens[c]; {
		case k.Rel == "det":
			known = k.Lemma == "the" || k.Lemma == "both" || k.Lemma == "these"
		case lang.RelIs(k.Rel, "nummod"):
			known = known || k.Lemma == "two"
		case lang.RelIs(k.Rel, "nmod:poss"):
			known = known || d.Tokens[c].Lemma == "country" || d.Tokens[c].Lemma == "nation" || d.Tokens[c].Lemma == "state"
		case lang.RelIs(k.Rel, "nmod"), lang.RelIs(k.Rel, "acl"), k.Rel == "compound", lang.RelIs(k.Rel, "conj"), lang.RelIs(k.Rel, "appos"), lang.RelIs(k.Rel, "amod"):
			return false
		}
	}
	return known
}

// How many sentences before a mention the meeting that it speaks of may be told.
const (
	justBefore = 2
	anywhere   = 1000
)

// onlyTheMeeting reports a verb of taking part whose object is nothing but "the meeting" or
// "the virtual call".
func (r *rooms) onlyTheMeeting(t *told) bool {
	d := r.doc
	v := t.mention.Trigger
	if t.nominal {
		v = t.mention.Light
	}
	if v < 0 || t.dated {
		return false
	}
	switch d.Tokens[v].Lemma {
	case "attend", "join", "host", "chair", "convene", "lead":
	default:
		return false
	}
	n := d.Child(v, "obj")
	if n < 0 || !r.definite(n) {
		return false
	}
	switch d.Tokens[n].Lemma {
	case "meeting", "talk", "call", "discussion", "conversation":
	default:
		return false
	}
	return !slices.ContainsFunc(d.Children(n), func(c int32) bool {
		w := &d.Tokens[c]
		if lang.RelIs(w.Rel, "nmod") && r.prepositionBefore(int(c)) == "from" {
			return false // "hosted the virtual meeting from Oslo"
		}
		return w.UPOS == "PROPN" || lang.RelIs(w.Rel, "nmod") || lang.RelIs(w.Rel, "acl") || w.Rel == "compound" && !wires[w.Lemma]
	})
}

// meetingBefore is the meeting or call told last before a mention, within some sentences,
// that its time, its place and its sides allow; or nil.
func (r *rooms) meetingBefore(found []*occurrence, x *occurrence, within int) *occurrence {
	var best *occurrence
	for _, o := range found {
		if o == x || o.Type != dateline.Consult || o.Mode == "visit" || o.Mode == "mediate" || o.Status != dateline.Happened && o.Status != dateline.Ongoing || len(o.Actors) < 2 ||
			o.mention.Trigger > x.mention.Trigger || !placesAgree(o.Place, x.Place) || o.When == nil || x.When != nil && !o.When.Overlaps(x.When.Span) {
			continue
		}
		if x.sentence-o.sentence > within || within == justBefore && slices.ContainsFunc(x.entities, func(e int) bool { return !r.standsFor(e, o) }) {
			continue
		}
		if best == nil || o.mention.Trigger > best.mention.Trigger {
			best = o
		}
	}
	return best
}

// otherThan reports whether a noun behind "since" names something else than an event of the
// kind that is counted: "the first visit since the killing of the editor in 2018".
func (r *rooms) otherThan(x int) bool {
	w := &r.doc.Tokens[x]
	return w.UPOS == "NOUN" && r.times.At(x) == nil && r.places.At(x) == nil && r.actors.At(x) == nil && !occasions[w.Lemma] && r.doc.Child(x, "det") >= 0
}

// occasions are nouns that may name an earlier event of a row.
var occasions = wordSet("visit trip meeting summit talk conference call session forum journey tour encounter dinner one round gathering inauguration ceremony handshake")
