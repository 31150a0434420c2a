package who

import (
	"slices"
	"strings"

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
	h := soleHolder(f, state, office, day)
	if hs := f.Counterpart(office, state, day); h == nil && len(hs) > 0 && !hs[0].LastKnown {
		h = &hs[0].Person
	}
	if h == nil {
		return ""
	}
	return h.Name
}

// soleHolder is who is known to hold an office on a day that one alone holds: "the
// senator" may be any of many; or nil.
func soleHolder(f *facts.Facts, state, office string, day dateline.Day) *facts.Person {
	hs := f.Holders(state, office, day)
	if len(hs) == 0 || hs[0].LastKnown {
		return nil
	}
	if oneOnly(office) || !ofMany[lastWord(office)] && !slices.ContainsFunc(hs[1:], func(h facts.Holding) bool { return h.Person.ID != hs[0].Person.ID }) {
		return &hs[0].Person
	}
	return nil
}

// oneOnly reports whether a state has but one holder of an office at a time.
func oneOnly(office string) bool {
	switch office {
	case "central bank governor", "high representative", "trade representative":
		return true
	}
	first, _, _ := strings.Cut(office, " ")
	switch first {
	case "vice", "deputy", "assistant", "under", "former", "cabinet", "senior", "minister":
		return false
	}
	switch lastWord(office) {
	case "president", "minister", "chancellor", "king", "queen", "emir", "sultan", "pope", "emperor", "leader", "state", "secretary-general", "government", "adviser":
		return true
	}
	return false
}

// ofMany are offices that many hold at a time, though the facts may know but one.
var ofMany = map[string]bool{"senator": true, "lawmaker": true, "representative": true, "mayor": true, "governor": true, "judge": true, "ambassador": true, "envoy": true, "member": true, "general": true, "deputy": true, "minister": true, "spokesperson": true, "official": true}

// officeOn is the weightiest office that a person is known to have held on a day, or "".
func officeOn(f *facts.Facts, id string, day dateline.Day) string {
	hs := f.OfficesOf(id, day)
	if len(hs) == 0 {
		return ""
	}
	return hs[0].Title
}
