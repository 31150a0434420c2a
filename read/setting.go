package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/what"
	"dateline/when"
	"dateline/who"
)

// lend lets events of one setting lend each other what only one of them tells: a
// visit has the place of the meetings during it and they have its, and what is
// said at a meeting is said where and when it is held.
func (r *rooms) lend(found []*occurrence) {
	for _, o := range found {
		switch {
		case o.Type != dateline.Consult:
		case o.Mode == "visit":
			r.byInvitation(found, o)
		case o.Mode == "meet":
			r.withVisitor(found, o)
		}
	}
	for _, v := range found {
		if v.Type == dateline.Consult && v.Mode == "visit" {
			r.placeByMeeting(found, v)
		}
		r.settle(v)
	}
	for _, v := range found {
		if v.Type == dateline.Consult && v.Mode == "visit" {
			r.sameJourney(found, v)
		}
	}
	for _, o := range found {
		if o.Type == dateline.Consult && o.Mode != "multilateral" && o.Place == nil {
			if m := r.summitOf(found, o); m != nil && m.Place != nil {
				o.Place = m.Place
				o.step("place %s: of %q", m.Place.Name, m.Trigger)
			} else if k := r.conferenceAround(o); m == nil && k >= 0 && r.conferences[k].place != nil {
				o.Place = r.conferences[k].place
				o.step("place %s: of the conference", o.Place.Name)
			}
		}
	}
	r.dateByVisit(found)
	r.placeByVisit(found)
	for _, o := range found {
		r.placeByFacts(o)
		r.placeByProgramme(found, o)
		r.placeByFight(found, o)
		r.placeByGround(found, o)
		r.placeByDay(found, o)
		r.placeByErrand(found, o)
		r.placeByDateline(o)
	}
	for _, o := range found {
		if spoken(o.Type) {
			r.atMeeting(found, o)
			r.onVisit(found, o)
			r.signedAt(found, o)
		}
		if o.Place != nil && o.Place.State == "" && o.takesPart(o.Place.Name) {
			o.Place = nil // a session of the General Assembly is not "at the General Assembly"
		}
	}
}

// settle lets the joined time have its say on the joined status.
func (r *rooms) settle(o *occurrence) {
	if o.When == nil || !o.dated && r.loneRow(&o.told) {
		return
	}
	if r.onlyAlluded(o) && o.Status == dateline.Possible && o.When.Known() {
		o.Status = dateline.Happened
		o.step("spoken of as known: what \"may\" or \"suggest\" says is not of it")
	}
	if st, why := what.Settle(o.Status, o.Type, o.Mode, o.When.Span, r.article.Date); why != "" {
		o.Status = st
		o.step("%s", why)
	}
	r.cutAtDate(o)
}

// cutAtDate ends what has happened "this week" with the article's date, and
// begins what is planned for "this year" with it.
func (r *rooms) cutAtDate(o *occurrence) {
	s, now := o.When.Span, r.article.Date
	if !now.Known() || !s.Earliest.Known() || !s.Latest.Known() || s.Earliest > now || s.Latest < now || s.Earliest == s.Latest {
		return
	}
	switch o.Status {
	case dateline.Happened:
		s.Latest = now
	case dateline.Planned, dateline.Possible:
		s.Earliest = now
	default:
		return
	}
	if s == o.When.Span {
		return
	}
	w := *o.When
	w.Span, w.EDTF = s, when.Interval(s)
	o.When = &w
	o.step("cut at the article's date")
}

// placeByVisit gives a meeting or conference without a place that of the visit
// during which it is: one of its sides is the visitor, and the days lie within. Of
// several legs of a journey it is the one of which the text spoke last.
func (r *rooms) placeByVisit(found []*occurrence) {
	for _, o := range found {
		if o.Type != dateline.Consult || o.Mode != "meet" && o.Mode != "multilateral" || o.Place != nil {
			continue
		}
		if v := r.legOf(found, o); v != nil && v.Place != nil {
			o.Place = v.Place
			o.step("place %s: of the visit %q", v.Place.Name, v.Trigger)
		}
	}
}

// legOf is the visit that a meeting belongs to, of several in the same days the one
// to whose state the last place before the meeting belongs; or nil.
func (r *rooms) legOf(found []*occurrence, o *occurrence) *occurrence {
	v := visitOf(found, o)
	if v == nil {
		return nil
	}
	for i := len(r.places.Mentions) - 1; i >= 0; i-- {
		m := &r.places.Mentions[i]
		if k := r.doc.Child(m.Head, "case"); m.Head >= o.mention.Trigger || m.Place.State == "" || m.Kind == "state" && (k < 0 || r.doc.Tokens[k].Lemma != "in") {
			continue
		}
		for _, w := range found {
			if w.Mode == "visit" && w.Place != nil && w.Place.State == m.Place.State && w.When != nil && w.When.Span == v.When.Span && slices.Equal(w.sides, v.sides) {
				return w
			}
		}
	}
	return v
}

// dateByVisit gives what a visitor is to do in a state where he is to go, and has no
// time of its own, the days of the journey: "will visit Norland and Sudland from June
// 5 to 14. … In Norland's capital, he will meet …".
func (r *rooms) dateByVisit(found []*occurrence) {
	for _, o := range found {
		if o.When != nil || o.Status != dateline.Planned || !o.mention.Tensed && !o.mention.Aim || len(o.sides) == 0 {
			continue
		}
		for _, v := range found {
			if v.Mode != "visit" || v.Status != dateline.Planned || v.When == nil || !v.dated || v.Place == nil || v.When.Days() > longProgramme ||
				v.sentence >= o.sentence && !(v.mention.Trigger < o.mention.Trigger && r.doc.Dominates(v.mention.Trigger, o.mention.Trigger)) ||
				o.Place != nil && o.Place.State != v.Place.State || !slices.ContainsFunc(v.sides, func(e int) bool { return slices.Contains(o.sides, e) }) {
				continue
			}
			o.When, o.dated = v.When, true
			o.step("time of the visit %q, which it is part of", v.Trigger)
			break
		}
	}
}

// longProgramme is how many days a journey may take for its programme to be dated by it.
const longProgramme = 14

// placeByMeeting gives a visit the place of a meeting of the visitor abroad on
// one of its days, if it has none or only the state.
func (r *rooms) placeByMeeting(found []*occurrence, v *occurrence) {
	if v.When == nil || v.Place != nil && (r.facts.State(v.Place.State) == nil || !wholeState(v.Place)) {
		return
	}
	var site *occurrence // where no town is told
	for _, o := range found {
		if o.Type != dateline.Consult || o.Mode != "meet" || o.Place == nil || wholeState(o.Place) || o.When == nil || !v.When.Overlaps(o.When.Span) {
			continue
		}
		if v.Place != nil && v.Place.State != o.Place.State || r.home(v.sides, o.Place.State) ||
			!slices.ContainsFunc(v.sides, func(e int) bool { return slices.Contains(o.entities, e) }) {
			continue
		}
		if o.Place.Lat == 0 && o.Place.Lon == 0 {
			if site == nil {
				site = o
			}
			continue
		}
		site = o
		break
	}
	if site != nil {
		v.Place = site.Place
		v.step("place %s: of the meeting %q during it", site.Place.Name, site.Trigger)
		r.host(&v.told)
	}
}

// isCity reports whether a place is more than its state.
func (r *rooms) isCity(p *dateline.Place) bool {
	s := r.facts.State(p.State)
	return s == nil || p.Lat != s.Lat || p.Lon != s.Lon
}

// home reports whether one of the entities acts for the state.
func (r *rooms) home(entities []int, state string) bool {
	return state == "" || slices.ContainsFunc(entities, func(e int) bool { return r.actors.Entities[e].State == state })
}

// longVisit is how many days the time of a visit may take up for a meeting in them to
// be part of it: "later this month" is none that could tell.
const longVisit = 12

// visitOf finds the visit that a meeting belongs to, or nil.
func visitOf(found []*occurrence, o *occurrence) *occurrence {
	for _, v := range found {
		if v == o || v.Type != dateline.Consult || v.Mode != "visit" || v.When == nil || o.When == nil || !v.When.Overlaps(o.When.Span) {
			continue
		}
		visitor := slices.ContainsFunc(v.sides, func(e int) bool { return slices.Contains(o.entities, e) })
		if v.Status == dateline.Possible && o.Status != dateline.Possible || v.When.Days() > longVisit {
			continue
		}
		if visitor && (statusesAgree(v.Status, o.Status) || v.Status == dateline.Ongoing && o.Status != dateline.Not) {
			return v
		}
	}
	return nil
}

// atMeeting dates and places what one side of a meeting says to or of the other
// where neither is told: the meeting is the news, and it was said there.
func (r *rooms) atMeeting(found []*occurrence, o *occurrence) {
	if o.Status != dateline.Happened || !o.mention.Tensed || len(o.sides) == 0 {
		return
	}
	if back, _ := r.times.Background(o.mention.Trigger); back {
		return
	}
	for _, m := range found {
		if !m.meetingTold() || m.mention.Rule == ofTheTwo || m.mention.Trigger > o.mention.Trigger || o.dated && !o.When.Overlaps(m.When.Span) {
			continue
		}
		if !r.among(o.sides, m) || !slices.ContainsFunc(o.sides, func(e int) bool { return r.actors.Entities[e].Kind == who.Person }) {
			continue
		}
		if !o.dated {
			o.When = m.When
			o.step("time of the meeting %q", m.Trigger)
		}
		if (o.Type == dateline.Support || o.Type == dateline.Accuse) && o.Place == nil && m.Place != nil && r.among(o.entities, m) && r.isCity(m.Place) {
			o.Place = m.Place
			o.step("place %s: of the meeting %q", m.Place.Name, m.Trigger)
		}
		return
	}
}

// onVisit places what a visitor asks for or praises where the visitor is: it is told in
// one sentence with the visit or conference, or in the next.
func (r *rooms) onVisit(found []*occurrence, o *occurrence) {
	if o.Place != nil || o.Type != dateline.Request && o.Type != dateline.Support || o.Status != dateline.Happened || !o.mention.Tensed || len(o.sides) == 0 || o.When == nil {
		return
	}
	for _, v := range found {
		if v.Type != dateline.Consult || v.Mode != "visit" && v.Mode != "multilateral" || v.Place == nil || v.When == nil || !v.When.Overlaps(o.When.Span) ||
			v.Status != dateline.Happened && v.Status != dateline.Ongoing || o.sentence < v.sentence || o.sentence > v.sentence+1 ||
			r.doc.Tokens[v.mention.Trigger].Lemma == "host" || slices.ContainsFunc(o.sides, func(e int) bool { return !slices.Contains(v.sides, e) }) {
			continue
		}
		o.Place = v.Place
		o.step("place %s: on the visit %q", v.Place.Name, v.Trigger)
		return
	}
}

// meetingTold reports whether an event is a meeting or call that was held on a
// day that is told.
func (o *occurrence) meetingTold() bool {
	return o.Type == dateline.Consult && (o.Mode == "meet" || o.Mode == "call") && o.Status == dateline.Happened &&
		o.When != nil && o.dated && o.When.Days() <= 3
}

// among reports whether all entities take part in an event, or act for those who do.
func (r *rooms) among(entities []int, o *occurrence) bool {
	return !slices.ContainsFunc(entities, func(e int) bool {
		return !slices.ContainsFunc(o.entities, func(x int) bool { return r.agree(e, x) })
	})
}

// byInvitation makes the guest the visitor: "invited Berg to Norland; the two
// agreed on a visit in May".
func (r *rooms) byInvitation(found []*occurrence, v *occurrence) {
	if v.Place != nil || len(v.sides) < 2 {
		return
	}
	d := r.doc
	for _, q := range found {
		if q.Type != dateline.Request || !strings.HasPrefix(d.Tokens[q.mention.Trigger].Lemma, "invit") || q.sentence > v.sentence || v.sentence-q.sentence > 2 || len(q.Recipients) != 1 {
			continue
		}
		guest := slices.IndexFunc(v.Actors, func(a dateline.Actor) bool { return a.ID == q.Recipients[0].ID })
		for _, c := range d.Children(q.mention.Trigger) {
			p := r.placeAt(int(c))
			if k := d.Child(int(c), "case"); guest < 0 || p == nil || k < 0 || d.Tokens[k].Lemma != "to" {
				continue
			}
			v.Actors, v.Place = []dateline.Actor{v.Actors[guest]}, p
			v.sides = slices.DeleteFunc(v.sides, func(e int) bool { return r.actors.Entities[e].ID != q.Recipients[0].ID })
			v.step("visitor %s, place %s: by the invitation %q", v.Actors[0].Name, p.Name, q.Trigger)
			r.host(&v.told)
			return
		}
	}
}

// sameJourney gives a visit without a place that of the only other journey of
// the same traveller: the plan that was put off, the trip that came of it.
func (r *rooms) sameJourney(found []*occurrence, v *occurrence) {
	if v.Place != nil || len(v.sides) == 0 {
		return
	}
	from := placedLike(found, func(o *occurrence) bool {
		return o != v && o.Mode == "visit" && o.Place != nil && slices.Equal(o.sides, v.sides)
	})
	if from == nil {
		return
	}
	v.Place = r.stateOf(from.Place)
	v.step("place %s: of the journey %q", v.Place.Name, from.Trigger)
	r.host(&v.told)
}

// withVisitor completes a meeting of which only one side is told by the visitor
// whose visit the same sentence speaks of.
func (r *rooms) withVisitor(found []*occurrence, o *occurrence) {
	if len(o.entities) != 1 || len(o.Actors) != 1 {
		return
	}
	for _, v := range found {
		if v.Type != dateline.Consult || v.Mode != "visit" || len(v.sides) != 1 || r.agree(v.sides[0], o.entities[0]) || r.home(v.sides, r.actors.Entities[o.entities[0]].State) {
			continue
		}
		for i := range v.all {
			x := v.all[i].mention.Trigger
			if v.all[i].sentence == o.sentence && (r.doc.Dominates(r.doc.Tokens[o.mention.Trigger].Head, x) || r.doc.Dominates(x, o.mention.Trigger) && r.doc.Tokens[o.mention.Trigger].XPOS == "VB") {
				o.Actors = append(o.Actors, v.Actors[0])
				o.entities = append(o.entities, v.sides[0])
				o.step("with %s: during the visit %q", v.Actors[0].Name, v.all[i].Trigger)
				return
			}
		}
	}
}

// placeAt is the place that token i names, be it as the state that acts there.
func (r *rooms) placeAt(i int) *dateline.Place {
	if m := r.places.At(i); m != nil {
		p := m.Place
		return &p
	}
	if m := r.actors.At(i); m != nil && len(m.Entities) == 1 {
		x := &r.actors.Entities[m.Entities[0]]
		if s := r.facts.State(x.State); s != nil && x.Kind == who.State {
			return &dateline.Place{Name: x.Name, State: x.State, Lat: s.Lat, Lon: s.Lon}
		}
	}
	return nil
}
