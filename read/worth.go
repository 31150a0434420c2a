package read

import (
	"slices"

	"dateline"
)

// worthy drops what is told too weakly to be entered in a record.
func (r *rooms) worthy(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		return r.doerless(o) || r.onlyQuoted(o) || r.onlyTheWay(found, o)
	})
}

// doerless events name nobody who acts: "the sanctions on Norland". Force that is
// told as a deed of unknown doers stays.
func (r *rooms) doerless(o *occurrence) bool {
	if len(o.Actors) > 0 {
		return false
	}
	force := o.Type == dateline.Assault || o.Type == dateline.Coerce || o.Type == dateline.Office
	return !force || !o.mention.Tensed || o.nominal
}

// onlyQuoted events are told in nothing but direct speech, where people allude,
// warn and boast: they are entered if both sides or the time are told.
func (r *rooms) onlyQuoted(o *occurrence) bool {
	for i := range o.all {
		a := r.words.Source(o.all[i].mention.Trigger)
		if a == nil || !a.Direct {
			return false
		}
	}
	return !o.dated && (o.Type != dateline.Consult && o.Type != dateline.Agree || len(o.entities) < 2)
}

// onlyTheWay events are journeys that are told for the conference at their end:
// "travelled to Oslo to attend the summit" is one event.
func (r *rooms) onlyTheWay(found []*occurrence, o *occurrence) bool {
	if o.Type != dateline.Consult || o.Mode != "visit" || slices.ContainsFunc(o.all, func(t told) bool { return !goes[r.doc.Tokens[t.mention.Trigger].Lemma] }) {
		return false
	}
	return slices.ContainsFunc(found, func(m *occurrence) bool {
		return m.Mode == "multilateral" && m.sentence == o.sentence && slices.ContainsFunc(o.sides, func(e int) bool { return slices.Contains(m.sides, e) })
	})
}

// goes are verbs and nouns of going, which do not say that anybody is visited.
var goes = map[string]bool{"travel": true, "go": true, "fly": true, "head": true, "arrive": true, "come": true, "depart": true, "leave": true, "journey": true}
