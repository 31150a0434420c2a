package read

import (
	"strings"

	"dateline"
	"dateline/lang"
)

// whole reports whether a noun of known reference tells with its own words who did what to
// what, so that it stands for a deed of its own: "the suspension of the treaty by Norland",
// "Norland's raid on the convoy", "a visit by Minister Berg to Oslo".
func (r *rooms) whole(t *told) bool {
	if len(t.sides) == 0 || t.Status != dateline.Happened && t.Status != dateline.Ongoing {
		return false
	}
	doer, agent, theme := r.complements(t.mention.Trigger)
	switch t.Type {
	case dateline.Consult:
		return t.Mode == "visit" && doer && t.Place != nil && !r.home(t.sides, t.Place.State)
	case dateline.Assault:
		return agent || doer && theme
	case dateline.Sanction, dateline.Accuse, dateline.Retreat, dateline.Coerce, dateline.Concede:
		return doer && theme
	}
	return false
}

// complements reports whether a noun has its doer beside it, as a possessive or agent behind
// "by", and its theme, which it is done to, behind another preposition.
func (r *rooms) complements(n int) (doer, agent, theme bool) {
	d := r.doc
	for _, c := range d.Children(n) {
		w := &d.Tokens[c]
		switch {
		case lang.RelIs(w.Rel, "nmod:poss"):
			doer = doer || w.UPOS == "PROPN" || w.UPOS == "NOUN"
		case lang.RelIs(w.Rel, "nmod"), lang.RelIs(w.Rel, "obl"):
			switch strings.ToLower(r.prepositionBefore(int(c))) {
			case "by":
				doer, agent = true, true
			case "of", "on", "against", "into", "from":
				theme = theme || r.times.At(int(c)) == nil
			}
		}
	}
	return doer, agent, theme
}
