package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// mode lets those who take part have their say about how they consult: an
// organization that meets alone holds a session, leaders of many states a
// conference, three ministers a meeting; and talks that go through somebody else
// are mediated.
func (r *rooms) mode(t *told) {
	if t.Type != dateline.Consult {
		return
	}
	if (t.Mode == "meet" || t.Mode == "multilateral") && r.byPhone(t) {
		t.Mode, t.CAMEO = "call", "041"
		t.step("by phone or video: call")
		return
	}
	switch t.Mode {
	case "visit":
		if r.atTable(t) {
			t.Mode, t.CAMEO = "meet", "040"
			t.Actors, t.Recipients, t.sides = append(t.Actors, t.Recipients...), []dateline.Actor{}, t.entities
			t.step("received for a meal or talks: meet")
		}
	case "meet":
		if r.manyStates(t) {
			t.Mode = "multilateral"
			t.step("of many states: multilateral")
			return
		}
		if r.ofBody(t) {
			t.Mode = "multilateral"
			t.step("of a body: multilateral")
			return
		}
		if r.mediated(t) {
			t.Mode, t.CAMEO = "mediate", "045"
			t.step("through others: mediate")
		} else if why := r.assembly(t); why != "" {
			t.Mode = "multilateral"
			t.step("%s: multilateral", why)
		}
	case "multilateral":
		if w := r.doc.Tokens[t.mention.Trigger].Lemma; t.nominal && w == "summit" && len(t.entities) == 2 && r.onlyPersons(t.entities) {
			t.Mode = "meet"
			t.step("of two persons: meet")
		} else if t.nominal && w == "meeting" && (r.onlyPersons(t.entities) || len(t.entities) == 1 && r.beside(t) && r.actors.Entities[t.entities[0]].Kind == who.Person) {
			t.Mode = "meet"
			t.step("of persons who are all named: meet")
		}
	}
}

// manyStates reports whether at least five sides meet, each a state or body of its own.
func (r *rooms) manyStates(t *told) bool {
	const many = 5
	of := map[string]bool{}
	for _, e := range t.entities {
		if s := r.actors.Entities[e].State; s != "" {
			of[s] = true
		}
	}
	return len(of) >= many
}

// ofBody reports "the meeting of the Heads of State Council".
func (r *rooms) ofBody(t *told) bool {
	if !t.nominal || r.doc.Tokens[t.mention.Trigger].Lemma != "meeting" {
		return false
	}
	for _, c := range r.doc.Children(t.mention.Trigger) {
		if r.prepositionBefore(int(c)) != "of" {
			continue
		}
		for _, e := range r.actors.Resolve(int(c)) {
			if x := &r.actors.Entities[e]; x.Kind == who.Org && x.Political && !x.Plural {
				return true
			}
		}
	}
	return false
}

// byPhone reports a meeting that is held by phone or video, as its own words or those
// of its verb tell.
func (r *rooms) byPhone(t *told) bool {
	d := r.doc
	for _, v := range []int{t.mention.Trigger, t.mention.Light} {
		if v < 0 {
			continue
		}
		for _, c := range d.Children(v) {
			w := &d.Tokens[c]
			if w.Rel == "compound" && v == t.mention.Trigger && wires[w.Lemma] {
				return true
			}
			if k := d.Child(int(c), "case"); lang.RelIs(w.Rel, "obl") && k >= 0 && (wires[w.Lemma] || w.Lemma == "call" && d.Tokens[k].Lemma != "after") {
				return d.Tokens[k].Lemma != "about" && d.Tokens[k].Lemma != "for"
			}
		}
	}
	return false
}

var wires = wordSet("phone telephone video videolink videoconference teleconference skype zoom")

// atTable reports "hosted her for dinner", "received them for talks".
func (r *rooms) atTable(t *told) bool {
	d := r.doc
	switch d.Tokens[t.mention.Trigger].Lemma {
	case "host", "receive", "welcome", "entertain":
	default:
		return false
	}
	for _, c := range d.Children(t.mention.Trigger) {
		k := d.Child(int(c), "case")
		if k < 0 || d.Tokens[k].Lemma != "for" && d.Tokens[k].Lemma != "at" {
			continue
		}
		switch d.Tokens[c].Lemma {
		case "dinner", "lunch", "breakfast", "banquet", "talk", "negotiation", "meeting", "discussion":
			return true
		}
	}
	return false
}

// assembly says why a meeting is one of many: a body that meets alone, leaders
// of whom none is named.
func (r *rooms) assembly(t *told) string {
	if slices.ContainsFunc(t.entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Plural && x.State != "" && r.facts.State(x.State) == nil && (len(t.entities) == 1 || x.Office == "leader" || strings.Contains(x.Office, "minister"))
	}) && r.ofStates(t) {
		return "leaders of an organization"
	}
	if len(t.entities) != 1 || len(t.mention.ActorHeads)+len(t.mention.RecipientHeads) > 0 || r.beside(t) {
		return ""
	}
	switch e := &r.actors.Entities[t.entities[0]]; {
	case t.nominal && severalSided[r.doc.Tokens[t.mention.Trigger].Lemma]:
		return "" // talks have another side, told or not
	case e.Kind == who.Org && e.Political:
		return "a body that meets alone"
	case e.Plural && e.State == "" && r.ofStates(t):
		return "leaders of several states"
	}
	return ""
}

var severalSided = wordSet("talk negotiation discussion consultation dialogue conversation")

// ofStates reports whether the only participants of a meeting are leaders or
// ministers, more than two.
func (r *rooms) ofStates(t *told) bool {
	for _, k := range slices.Concat(t.mention.Actors, t.mention.Recipients) {
		m := &r.actors.Mentions[k]
		for i := m.First; i < m.Last; i++ {
			if w := strings.ToLower(r.doc.Tokens[i].Form); w == "two" || w == "both" || w == "pair" {
				return false
			}
		}
		switch w := &r.doc.Tokens[m.Head]; w.Lemma {
		case "leader", "minister", "head", "president", "chief", "king", "delegation", "representative", "envoy", "ambassador", "state", "country", "nation", "member":
			return w.XPOS == "NNS" || w.XPOS == "NNPS"
		}
	}
	return false
}

// beside reports whether the words tell of another side, whoever it is: "a
// meeting with", "met with", "between".
func (r *rooms) beside(t *told) bool {
	d := r.doc
	for _, v := range []int{t.mention.Trigger, t.mention.Light} {
		if v < 0 {
			continue
		}
		for _, c := range d.Children(v) {
			if lang.RelIs(d.Tokens[c].Rel, "obj") && !t.nominal && r.actors.At(int(c)) != nil {
				return true
			}
			if k := d.Child(int(c), "case"); k >= 0 && (d.Tokens[k].Lemma == "with" || d.Tokens[k].Lemma == "between" || d.Tokens[k].Lemma == "to") {
				return true
			}
		}
	}
	return false
}

// onlyPersons reports whether at most four take part and all are single persons.
func (r *rooms) onlyPersons(entities []int) bool {
	const few = 4
	return len(entities) > 1 && len(entities) <= few && !slices.ContainsFunc(entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Kind != who.Person || x.Plural
	})
}

// mediated finds "indirect talks" and talks that are "Qatari-mediated"; the
// mediator takes part.
func (r *rooms) mediated(t *told) bool {
	if !t.nominal {
		return false
	}
	d := r.doc
	for _, c := range d.Children(t.mention.Trigger) {
		if int(c) > t.mention.Trigger && !lang.RelIs(d.Tokens[c].Rel, "acl") {
			continue
		}
		switch lemma := strings.ToLower(d.Tokens[c].Lemma); {
		case lemma == "indirect" || lemma == "proximity":
			return true
		case mediates[lemma]:
			for _, k := range d.Children(int(c)) {
				for _, e := range r.actors.Resolve(int(k)) {
					r.addSide(t, e)
				}
			}
			return true
		}
	}
	return false
}

var mediates = map[string]bool{
	"mediate": true, "broker": true, "facilitate": true, "mediated": true, "brokered": true, "facilitated": true,
}

// addSide lets one more take part in a meeting.
func (r *rooms) addSide(t *told, e int) {
	if slices.Contains(t.entities, e) || !r.actors.Entities[e].Political {
		return
	}
	t.Actors = append(t.Actors, r.actors.Actor(e))
	t.sides = append(t.sides, e)
	t.entities = append(t.entities, e)
	slices.Sort(t.entities)
}
