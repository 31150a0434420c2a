package read

import (
	"dateline"
)

// fates finds out whose meeting or journey it is of which only is told that it is
// due or what became of it. "The trip was called off" speaks of one that was to
// come; "a second meeting, planned for June, did not take place" is one more of
// those who met before. Where nobody is known, nothing is told.
func (r *rooms) fates(all []told) []told {
	out := all[:0:0]
	for i := range all {
		t := all[i]
		if !t.sideless() || t.Mode == "multilateral" || t.conference >= 0 || t.Place != nil && t.mention.Light >= 0 && r.beginning(&t) { // "talks open in Oslo"
			out = append(out, t)
			continue
		}
		if !t.toCome() && !another(r, &t) {
			continue // how a meeting went, told of nobody: whose it was is not known
		}
		if before := r.fateOf(out, &t); before != nil {
			t.lendSides(before)
			t.fate = t.definite && !another(r, &t)
			out = append(out, t)
		}
	}
	return out
}

// sideless reports whether a noun tells of a meeting or journey and of nobody.
func (t *told) sideless() bool {
	return t.Type == dateline.Consult && t.nominal && len(t.Actors)+len(t.Recipients) == 0
}

// fateReach is how many sentences back the sides of a known event may be told.
const fateReach = 2

// fateOf finds the mention before t that tells who takes part: the nearest one of
// its kind, and for "the trip" one that had not come about.
func (r *rooms) fateOf(before []told, t *told) *told {
	more := !t.definite || another(r, t)
	for i := len(before) - 1; i >= 0 && before[i].sentence >= t.sentence-fateReach; i-- {
		b := &before[i]
		if b.Type != dateline.Consult || b.Mode != t.Mode && !(more && t.Mode == "meet" && b.Mode == "call") || len(b.Actors) == 0 {
			continue
		}
		if t.Mode != "visit" && len(b.Actors)+len(b.Recipients) < 2 {
			continue
		}
		if more || b.toCome() {
			return b
		}
	}
	return nil
}

// toCome reports whether an event had not come about when it was told.
func (t *told) toCome() bool {
	return t.Status != dateline.Happened && t.Status != dateline.Ongoing
}

// lendSides gives t those who take part in b.
func (t *told) lendSides(b *told) {
	t.Actors, t.entities, t.sides = b.Actors, b.entities, b.sides
	if t.Mode == "visit" && (t.Place == nil || b.Place != nil && t.Place.State == b.Place.State) {
		t.Recipients, t.Place = b.Recipients, b.Place
	}
	t.step("who takes part from %q", b.Trigger)
}
