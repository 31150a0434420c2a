package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/where"
	"dateline/who"
)

// placeByGround gives a deed by hands that is told without a place the state where
// all the others of the text are ("more than a thousand have been arrested since the
// protests began"), or else the only one where its head and lead put anything, if it
// is done by those at home there.
func (r *rooms) placeByGround(found []*occurrence, o *occurrence) {
	if o.Place != nil || !onGround(o) || o.Status != dateline.Happened && o.Status != dateline.Ongoing {
		return
	}
	if back, _ := r.times.Background(o.mention.Trigger); back {
		return
	}
	from := placedLike(found, func(p *occurrence) bool { return p != o && onGround(p) && p.Place != nil && p.Place.State != "" })
	var p *dateline.Place
	why := "the lead"
	switch {
	case from != nil && r.local(o, from.Place.State):
		p, why = r.stateOf(from.Place), from.Trigger
	case from == nil && !o.nominal && !slices.ContainsFunc(found, func(p *occurrence) bool { return onGround(p) && p.Place != nil }):
		if p = r.leadState(); p == nil || !r.local(o, p.State) {
			return
		}
	default:
		return
	}
	o.Place = p
	o.step("place %s: the ground of the text, by %q", p.Name, why)
}

// onGround reports whether a deed is done by people in one place.
func onGround(o *occurrence) bool {
	switch o.Type {
	case dateline.Assault, dateline.Protest:
		return o.Mode != "cyber"
	case dateline.Mobilize:
		return !o.nominal // "the Danish exercises" may be anywhere
	case dateline.Coerce:
		return o.Mode == "arrest" || o.Mode == "seize"
	}
	return false
}

// local reports whether a deed is one of those at home in a state: all of its sides
// that act for a state act for that one. An attack must have its victims there.
func (r *rooms) local(o *occurrence, state string) bool {
	sides := slices.Concat(o.Actors, o.Recipients)
	if slices.ContainsFunc(sides, func(a dateline.Actor) bool { return a.State != "" && a.State != state }) {
		return false
	}
	of := func(a dateline.Actor) bool { return a.State == state }
	return o.Type != dateline.Assault || !slices.ContainsFunc(o.Actors, of) || slices.ContainsFunc(o.Recipients, of)
}

// leadState is the state of all the places that title, first and second paragraph
// put something at, or nil.
func (r *rooms) leadState() *dateline.Place {
	state := ""
	var at *where.Mention
	for i := range r.places.Mentions {
		m := &r.places.Mentions[i]
		t := &r.doc.Tokens[m.Head]
		if r.bodyIndex(r.doc.Sentences[t.Sent].Para) > 0 {
			break
		}
		k := r.doc.Child(m.Head, "case")
		if m.Place.State == "" || m.Kind == "state" && (k < 0 || r.doc.Tokens[k].Lemma != "in") {
			continue
		}
		if state != "" && m.Place.State != state {
			return nil
		}
		state, at = m.Place.State, m
	}
	if at == nil {
		return nil
	}
	return r.stateOf(&at.Place)
}

// placeByDay gives a meeting the place where the same person meets others, or is at a
// conference, on the same day or in the same fresh news: "later on Tuesday she met the
// speaker".
func (r *rooms) placeByDay(found []*occurrence, o *occurrence) {
	if o.Place != nil || o.Mode != "meet" || !r.ofTheNews(o) {
		return
	}
	from := placedLike(found, func(p *occurrence) bool {
		return p != o && (p.Mode == "meet" || p.Mode == "multilateral") && p.Place != nil && r.ofTheNews(p) && p.When.Span == o.When.Span && p.Status == o.Status &&
			slices.ContainsFunc(p.entities, func(e int) bool {
				return r.actors.Entities[e].Kind == who.Person && slices.Contains(o.entities, e)
			})
	})
	if from == nil {
		return
	}
	o.Place = from.Place
	o.step("place %s: of %q on the same day", o.Place.Name, from.Trigger)
}

// ofTheNews reports whether a meeting is of one told day or of the days of the news.
func (r *rooms) ofTheNews(o *occurrence) bool {
	if o.Type != dateline.Consult || o.When == nil || !o.When.Span.Known() || o.When.Days() > 7 || o.Status != dateline.Happened && o.Status != dateline.Planned {
		return false
	}
	back, _ := r.times.Background(o.mention.Trigger)
	return !back
}

// placeByErrand gives what somebody goes somewhere to say the place of the journey:
// "visits Lima to urge the parties to agree".
func (r *rooms) placeByErrand(found []*occurrence, o *occurrence) {
	if o.Place != nil || !spoken(o.Type) && o.Mode != "meet" || o.mention.Clause < 0 && len(o.sides) == 0 {
		return
	}
	d := r.doc
	i := o.mention.Trigger
	if t := &d.Tokens[i]; !lang.RelIs(t.Rel, "advcl") && t.Rel != "xcomp" && !(o.Mode == "meet" && lang.RelIs(t.Rel, "acl")) || d.Child(i, "mark") < 0 || d.Tokens[d.Child(i, "mark")].Lemma != "to" {
		return
	}
	for _, v := range found {
		if v.Type == dateline.Consult && v.Mode == "visit" && v.Place != nil && (v.mention.Trigger == d.Tokens[i].Head || o.Mode == "meet" && v.sentence == o.sentence && d.Dominates(v.mention.Trigger, i)) &&
			(slices.Equal(v.sides, o.sides) || o.Mode == "meet" && !slices.ContainsFunc(v.sides, func(e int) bool { return !slices.Contains(o.entities, e) })) {
			o.Place = v.Place
			o.step("place %s: what the journey %q was for", o.Place.Name, v.Trigger)
			return
		}
	}
}
