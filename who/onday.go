package who

import (
	"slices"

	"dateline"
	"dateline/facts"
)

// On gives an actor as of the days of an event, which need not be the article's: who
// held an office that the text names without its holder, and which office a person
// of the facts held then whose office the text does not tell. What changed within
// the days stays open.
func (l *Layer) On(a dateline.Actor, days dateline.Span, f *facts.Facts) dateline.Actor {
	k := slices.IndexFunc(l.Entities, func(e Entity) bool { return e.ID == a.ID && e.Kind == Person && !e.Plural })
	if k < 0 || !days.Known() {
		return a
	}
	e := &l.Entities[k]
	switch {
	case a.Holder != "" && !e.Past:
		a.Holder = ""
		if first := holderOn(f, a.State, a.Office, days.Earliest); first == holderOn(f, a.State, a.Office, days.Latest) {
			a.Holder = first
		}
	case e.looked && e.linked():
		a.Office = ""
		if first := officeOn(f, a.ID, days.Earliest); first == officeOn(f, a.ID, days.Latest) {
			a.Office = first
		}
	}
	return a
}

// holderOn is who is known to have held an office on a day, or "".
func holderOn(f *facts.Facts, state, office string, day dateline.Day) string {
	hs := f.Holders(state, office, day)
	if len(hs) == 0 {
		hs = f.Counterpart(office, state, day)
	}
	if len(hs) == 0 || hs[0].LastKnown {
		return ""
	}
	return hs[0].Person.Name
}

// officeOn is the weightiest office that a person is known to have held on a day, or "".
func officeOn(f *facts.Facts, id string, day dateline.Day) string {
	hs := f.OfficesOf(id, day)
	if len(hs) == 0 {
		return ""
	}
	return hs[0].Title
}
