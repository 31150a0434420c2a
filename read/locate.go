package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// spoken types are done with words: what their frame leads to is what is spoken
// of, and no place of the speaking.
func spoken(t dateline.Type) bool {
	switch t {
	case dateline.Request, dateline.Accuse, dateline.Reject, dateline.Threaten, dateline.Agree, dateline.Support:
		return true
	}
	return false
}

// locate gives an event the place of its frame, else the one that hangs on it,
// else that of those who suffer it.
func (r *rooms) locate(t *told) {
	if h := t.mention.PlaceHead; h >= 0 && !spoken(t.Type) {
		if m := r.places.At(h); m != nil {
			p := m.Place
			t.Place = &p
			t.step("place %s by the frame", p.Name)
			return
		}
	}
	if p := r.journeysEnd(t); p != nil {
		t.Place = p
		t.step("place %s: where the journey that is made for it goes", p.Name)
		return
	}
	if p := r.kept(t); p != nil {
		t.Place = p
		t.step("place %s: what somebody is kept from entering", p.Name)
		return
	}
	clause, placeOf, lightOf := t.mention.Clause, r.places.Of, r.places.Of
	if spoken(t.Type) {
		if t.Type != dateline.Agree || t.nominal {
			placeOf = r.places.Near
		}
		if t.nominal {
			clause = -1 // "recalled her envoy from Norland in protest of Lind's support"
		}
	}
	if t.sideless() {
		clause, placeOf, lightOf = -1, r.places.Near, r.places.Near // "officials in Oslo said after the talks were called off"
	}
	p, why := placeOf(t.mention.Trigger, clause)
	if p == nil && t.mention.Light >= 0 {
		p, why = lightOf(t.mention.Light, t.mention.Light)
	}
	if h := r.heldBy(t); h >= 0 && t.nominal {
		if q, w := r.places.Of(h, h); q != nil {
			p, why = q, w
		}
	}
	if p == nil && !spoken(t.Type) {
		p, why = r.places.Of(r.object(t), -1)
	}
	if p == nil && byHand(t) {
		p, why = r.places.Alone(t.mention.Trigger)
	}
	if p != nil && t.Mode == "deport" && r.whereTo(t, p) {
		p = nil
	}
	if p != nil && !(spoken(t.Type) && t.takesPart(p.Name)) {
		t.Place = p
		t.Trace.Steps = append(t.Trace.Steps, why...)
		return
	}
	r.locateBySufferer(t)
}

// byHand reports whether an event is a deed that is done in one place.
func byHand(t *told) bool {
	switch t.Type {
	case dateline.Assault, dateline.Protest, dateline.Coerce:
		return !t.nominal && t.Mode != "cyber" && t.Mode != "restrict"
	}
	return false
}

// takesPart reports whether a participant goes by the name of a place.
func (t *told) takesPart(name string) bool {
	return slices.ContainsFunc(slices.Concat(t.Actors, t.Recipients), func(a dateline.Actor) bool { return a.Name == name })
}

// governing reports whether a state is called by those who govern it, who are no place.
func governing(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		switch w {
		case "government", "regime", "administration", "authorities", "cabinet":
			return true
		}
	}
	return false
}

// locateBySufferer places an attack on a state, and a protest against it, in that
// state.
func (r *rooms) locateBySufferer(t *told) {
	if t.Type == dateline.Coerce || t.Type == dateline.Mobilize || t.Type == dateline.Concede {
		if t.Mode != "cyber" && !r.outward(t) && !(t.Type == dateline.Mobilize && t.Mode != "") { // done from afar, or who knows where
			r.locateAtHome(t)
		}
		return
	}
	r.locateExpulsion(t)
	r.defended(t)
	if t.Type == dateline.Protest && t.Place == nil && !t.nominal && len(t.sides) > 0 {
		r.locateAtHome(t)
	}
	if t.Place != nil || t.Type != dateline.Assault && t.Type != dateline.Protest {
		return
	}
	for _, k := range t.mention.Recipients {
		for _, e := range r.actors.Mentions[k].Entities {
			x := &r.actors.Entities[e]
			s := r.facts.State(x.State)
			if x.Kind != who.State || s == nil || slices.ContainsFunc(t.Actors, func(a dateline.Actor) bool { return a.State == x.State }) {
				continue
			}
			name := x.Name
			if governing(name) {
				name = s.Name
			}
			t.Place = &dateline.Place{Name: name, State: x.State, Lat: s.Lat, Lon: s.Lon}
			t.step("place %s: where those are who suffer it", name)
			return
		}
	}
}

// outward reports whether what is done falls on others abroad, whoever is told:
// sanctions lifted, tariffs eased.
func (r *rooms) outward(t *told) bool {
	for _, c := range r.doc.Children(t.mention.Trigger) {
		k := &r.doc.Tokens[c]
		if k.Rel != "obj" && k.Rel != "nsubj:pass" && k.Rel != "nmod" {
			continue
		}
		if n := r.doc.Child(int(c), "nmod"); n >= 0 && k.UPOS != "NOUN" { // "eased some of the tariffs"
			k = &r.doc.Tokens[n]
		}
		switch k.Lemma {
		case "sanction", "embargo", "tariff", "boycott", "duty", "quota", "levy", "visa":
			return true
		}
	}
	return false
}

// locateAtHome places what a state does to nobody of another state in that state:
// arrests, bans, states of emergency.
func (r *rooms) locateAtHome(t *told) {
	state := ""
	for _, a := range slices.Concat(t.Actors, t.Recipients) {
		if a.State == "" {
			continue
		}
		if state != "" && state != a.State {
			return
		}
		state = a.State
	}
	if s := r.facts.State(state); s != nil && len(t.Actors) > 0 && t.Actors[0].State == state {
		t.Place = &dateline.Place{Name: s.Name, State: state, Lat: s.Lat, Lon: s.Lon}
		t.step("place %s: nobody of another state takes part", s.Name)
	}
}

// hostsHome places a meeting or visit for which somebody is received in the state of
// whoever receives, if no place is told.
func (r *rooms) hostsHome(t *told) {
	if t.Type != dateline.Consult || t.Place != nil || t.nominal {
		return
	}
	switch r.doc.Tokens[t.mention.Trigger].Lemma {
	case "host", "receive", "welcome":
	default:
		return
	}
	host := r.doc.Child(t.mention.Trigger, "nsubj")
	if host >= 0 && strings.Contains(r.doc.Tokens[host].Rel, "pass") { // "is received by Lind"
		host = r.doc.Child(t.mention.Trigger, "obl:agent")
	}
	if host < 0 {
		return
	}
	for _, e := range r.actors.Resolve(host) {
		x := &r.actors.Entities[e]
		if s := r.facts.State(x.State); s != nil {
			t.Place = &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
			t.step("place %s: at home of %s, who receives", s.Name, x.Name)
			return
		}
	}
}

// host completes a visit: who is visited is the place's state, and the place is
// where the hosts are.
func (r *rooms) host(t *told) {
	r.hostsHome(t)
	if t.Type != dateline.Consult || t.Mode != "visit" {
		return
	}
	if len(t.Recipients) == 0 && t.Place != nil && t.Place.State != "" {
		if !slices.ContainsFunc(t.Actors, func(a dateline.Actor) bool { return a.State == t.Place.State }) {
			t.Recipients = []dateline.Actor{{ID: "s:" + t.Place.State, Name: t.Place.Name, State: t.Place.State}}
			t.step("visited: %s, the place", t.Place.State)
		}
	}
	if len(t.sides) > 0 && t.Place != nil { // a journey at home visits nobody but whom it names
		t.Recipients = slices.DeleteFunc(t.Recipients, func(a dateline.Actor) bool {
			return strings.HasPrefix(a.ID, "s:") && a.State == t.Place.State && r.home(t.sides, a.State)
		})
	}
	if t.Place == nil {
		for _, k := range t.mention.Recipients {
			for _, e := range r.actors.Mentions[k].Entities {
				x := &r.actors.Entities[e]
				if s := r.facts.State(x.State); x.Kind == who.State && s != nil {
					t.Place = &dateline.Place{Name: x.Name, State: x.State, Lat: s.Lat, Lon: s.Lon}
					t.step("place %s: whom the visit was to", x.Name)
					return
				}
			}
		}
	}
}

// heldBy finds the verb that says where an event noun was or will be: "the summit
// (that is set to be) held in Oslo", or -1.
func (r *rooms) heldBy(t *told) int {
	for _, c := range r.doc.Children(t.mention.Trigger) {
		if !lang.RelIs(r.doc.Tokens[c].Rel, "acl") {
			continue
		}
		at := int(c)
		if x := r.doc.Child(at, "xcomp"); x >= 0 {
			at = x
		}
		switch r.doc.Tokens[at].Lemma {
		case "hold", "take", "host", "convene", "schedule", "begin", "open", "start", "end":
			return at
		}
	}
	return -1
}

// journeysEnd is the place to which somebody goes "for talks", or nil.
func (r *rooms) journeysEnd(t *told) *dateline.Place {
	if t.Type != dateline.Consult || t.Mode == "visit" || !t.nominal || r.prepositionBefore(t.mention.Trigger) != "for" {
		return nil
	}
	v := r.doc.Tokens[t.mention.Trigger].Head
	for _, m := range r.found {
		if m.Trigger == v && m.Type == dateline.Consult && m.Mode == "visit" && m.PlaceHead >= 0 {
			if q := r.places.At(m.PlaceHead); q != nil {
				p := q.Place
				return &p
			}
		}
	}
	return nil
}

// kept is the place that somebody is denied entry to ("deny the envoy entry into Norland"), or
// nil.
func (r *rooms) kept(t *told) *dateline.Place {
	d := r.doc
	if t.Type != dateline.Reject || t.nominal {
		return nil
	}
	for _, c := range d.Children(t.mention.Trigger) {
		switch d.Tokens[c].Lemma {
		case "entry", "access", "admission", "passage":
		default:
			continue
		}
		for _, x := range slices.Concat(d.Children(int(c)), d.Children(t.mention.Trigger)) {
			switch r.prepositionBefore(int(x)) {
			case "to", "into":
				if p := r.placeAt(int(x)); p != nil {
					return p
				}
			}
		}
	}
	return nil
}

// whereTo reports whether a place stands behind "to" at the verb of a deportation, which is
// done where the people are and not where they go.
func (r *rooms) whereTo(t *told, p *dateline.Place) bool {
	return slices.ContainsFunc(r.doc.Children(t.mention.Trigger), func(c int32) bool {
		m := r.places.At(int(c))
		return m != nil && m.Place.Name == p.Name && r.prepositionBefore(int(c)) == "to"
	})
}
