package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/where"
	"dateline/who"
)

// placeByFacts gives a conference without a place the one where the facts know
// that body to have met on those days, if the text speaks of that place.
func (r *rooms) placeByFacts(o *occurrence) {
	if o.Place != nil || o.Type != dateline.Consult || o.Mode != "multilateral" || o.When == nil || !o.When.Span.Known() {
		return
	}
	for _, e := range o.entities {
		x := &r.actors.Entities[e]
		if x.Kind != who.Org {
			continue
		}
		for _, s := range r.facts.Summits(x.State, o.When.Earliest) {
			if s.Earliest > o.When.Latest || s.Latest < o.When.Earliest {
				break // the nearest first
			}
			if p := r.spokenOf(s.City, s.State); p != nil {
				o.Place = p
				o.step("place %s: the facts know the meeting there", p.Name)
				return
			}
		}
	}
}

// placeByProgramme gives a conference without a place that of the only other one
// of the same body in these days: "during the summits, the leaders meet at …".
func (r *rooms) placeByProgramme(found []*occurrence, o *occurrence) {
	if o.Place != nil || o.Type != dateline.Consult || o.Mode != "multilateral" || o.Status == dateline.Not {
		return
	}
	var from *occurrence
	for _, p := range found {
		if p == o || p.Type != dateline.Consult || p.Mode != "multilateral" || p.Place == nil || p.Place.State == "" ||
			o.When != nil && p.When != nil && !p.When.Overlaps(o.When.Span) ||
			!slices.ContainsFunc(p.entities, func(e int) bool { return r.sharesBody(o.entities, e) }) {
			continue
		}
		if from != nil && from.Place.State != p.Place.State {
			return
		}
		from = p
	}
	if from != nil {
		o.Place = from.Place
		o.step("place %s: of %q, of the same body in these days", o.Place.Name, from.Trigger)
	}
}

// object is the occasion that a deed is done to, or -1: "broke up the protest in
// Lima" was in Lima.
func (r *rooms) object(t *told) int {
	switch t.Type {
	case dateline.Coerce, dateline.Assault, dateline.Mobilize, dateline.Retreat, dateline.Protest, dateline.Consult:
	default:
		return -1
	}
	for _, c := range r.doc.Children(t.mention.Trigger) {
		k := &r.doc.Tokens[c]
		if (k.Rel == "obj" || k.Rel == "nsubj:pass") && k.UPOS == "NOUN" {
			return int(c)
		}
	}
	return -1
}

// sharesBody reports whether e acts for the same organization as one of the entities.
func (r *rooms) sharesBody(entities []int, e int) bool {
	body := r.actors.Entities[e].State
	return body != "" && r.facts.State(body) == nil && slices.ContainsFunc(entities, func(x int) bool { return r.actors.Entities[x].State == body })
}

// bureaus are capitals from which news of elsewhere is sent.
var bureaus = map[string]bool{"USA": true, "GBR": true, "FRA": true, "RUS": true, "CHN": true, "DEU": true, "JPN": true, "IND": true, "BEL": true, "EGY": true}

// placeByDateline gives a meeting that the lead tells without a place that of the
// dateline: "GENEVA, March 4 — The envoys met on Monday". From where news of
// elsewhere is sent it counts only if somebody of that state takes part.
func (r *rooms) placeByDateline(o *occurrence) {
	from := r.article.Place
	titled := slices.ContainsFunc(o.all, func(t told) bool { return t.heading })
	if from == "" && titled {
		from = r.headPlace()
	}
	if o.Place != nil || from == "" || o.Type != dateline.Consult || o.Mode != "meet" && o.Mode != "multilateral" && o.Mode != "visit" ||
		o.Status != dateline.Happened && o.Status != dateline.Ongoing || !titled && r.bodyIndex(r.doc.Sentences[o.sentence].Para) > 0 {
		return
	}
	if back, _ := r.times.Background(o.mention.Trigger); back || o.When == nil || r.article.Date.Known() && o.When.Earliest < r.article.Date-7 {
		return
	}
	p := where.Named(r.facts, from)
	if p == nil {
		return
	}
	c := r.facts.City(p.Name, p.State)
	takesPart := slices.ContainsFunc(o.entities, func(e int) bool { return r.actors.Entities[e].State == p.State })
	if o.Mode == "visit" && r.home(o.sides, p.State) || bureaus[p.State] && (c == nil || c.Capital || p.State == "USA") && !takesPart {
		return
	}
	o.Place = p
	o.step("place %s: the article's dateline, of what the lead tells", p.Name)
	r.host(&o.told)
}

// headPlace is the place that a line of its own names above a transcript: "Lima, Peru".
func (r *rooms) headPlace() string {
	for i, p := range r.article.Paragraphs {
		if i >= 6 {
			break
		}
		line := r.article.Text[p.Start:p.End]
		if len(line) > 60 || p.Kind == dateline.Body || strings.ContainsAny(line, "0123456789:") {
			continue
		}
		if q := where.Named(r.facts, line); q != nil && (q.Lat != 0 || q.Lon != 0) {
			return line
		}
	}
	return ""
}

// spokenOf is the first place of the text with a city's name, or nil.
func (r *rooms) spokenOf(city, state string) *dateline.Place {
	for i := range r.places.Mentions {
		if m := &r.places.Mentions[i]; m.Place.State == state && m.Place.Name == city {
			p := m.Place
			return &p
		}
	}
	return nil
}

// placeByFight gives an attack or protest that is only spoken of ("the
// aggression") the place of another one of the same side, if all of those are in
// one state.
func (r *rooms) placeByFight(found []*occurrence, o *occurrence) {
	if o.Place != nil || o.Type != dateline.Assault && o.Type != dateline.Protest || len(o.sides) == 0 {
		return
	}
	from := placedLike(found, func(p *occurrence) bool {
		return p != o && p.Type == o.Type && p.Place != nil && p.Place.State != "" && slices.ContainsFunc(p.sides, func(e int) bool { return slices.Contains(o.sides, e) })
	})
	if from == nil {
		return
	}
	o.Place = r.stateOf(from.Place)
	o.step("place %s: of %q", o.Place.Name, from.Trigger)
}

// placedLike gives the last of the placed events that fit, if all of those are in
// one state; else nil.
func placedLike(found []*occurrence, fits func(*occurrence) bool) *occurrence {
	var from *occurrence
	for _, o := range found {
		if !fits(o) {
			continue
		}
		if from != nil && from.Place.State != o.Place.State {
			return nil
		}
		from = o
	}
	return from
}

// stateOf is the state of a place as a place, or the place itself outside of all states.
func (r *rooms) stateOf(p *dateline.Place) *dateline.Place {
	if s := r.facts.State(p.State); s != nil {
		return &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
	}
	return p
}

// defended is the state for which somebody fights against what an attack noun
// names: "Norland's fight against Danish aggression" is in Norland.
func (r *rooms) defended(t *told) {
	d := r.doc
	h := d.Tokens[t.mention.Trigger].Head
	if t.Place != nil || t.Type != dateline.Assault || h < 0 || !lang.RelIs(d.Tokens[t.mention.Trigger].Rel, "nmod") {
		return
	}
	switch d.Tokens[h].Lemma {
	case "fight", "defense", "defence", "struggle", "resistance", "response":
	default:
		return
	}
	k := d.Child(h, "nmod:poss")
	if k < 0 {
		k = d.Child(h, "amod")
	}
	m := r.actors.At(k)
	if m == nil || len(m.Entities) != 1 {
		return
	}
	x := &r.actors.Entities[m.Entities[0]]
	if s := r.facts.State(x.State); s != nil && x.Kind == who.State && !r.home(t.sides, x.State) {
		t.Place = &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
		t.step("place %s: who fights back there", s.Name)
	}
}

// locateExpulsion places an expulsion of envoys in the state that expels them, where
// it is told from where.
func (r *rooms) locateExpulsion(t *told) {
	if t.Type != dateline.Sanction || t.CAMEO != "166" || len(t.Actors) != 1 || !r.fromWhere(t.mention.Trigger) {
		return
	}
	if s := r.facts.State(t.Actors[0].State); s != nil {
		t.Place = &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
		t.step("place %s: from where they are expelled", s.Name)
	}
}

// fromWhere reports a verb or noun with "from" behind it, or behind what it governs.
func (r *rooms) fromWhere(i int) bool {
	for _, c := range r.doc.Children(i) {
		if k := &r.doc.Tokens[c]; int(c) > i && (lang.RelIs(k.Rel, "obl") || lang.RelIs(k.Rel, "nmod") || k.Rel == "obj") {
			if p := r.doc.Child(int(c), "case"); p >= 0 && r.doc.Tokens[p].Lemma == "from" || k.Rel == "obj" && r.fromWhere(int(c)) {
				return true
			}
		}
	}
	return false
}
