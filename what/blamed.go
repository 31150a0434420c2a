package what

import (
	"slices"

	"dateline"
)

// blamed is who did a deed of force for which the clause around it punishes or accuses
// somebody: "sanctions two Norland officials over the arrest of an editor", "summons the
// Sudland ambassador over the shelling".
func (r *reader) blamed(m *found) []int {
	if !m.bound.row.Noun || m.Light >= 0 || m.Type != dateline.Assault && m.Type != dateline.Coerce && m.Type != dateline.Mobilize || len(m.recips) == 0 && m.Type != dateline.Mobilize || r.hasModifier(m.Trigger, "alleged") {
		return nil
	}
	i, over := m.Trigger, false
	for up := 0; up < 3; up++ {
		t := &r.doc.Tokens[i]
		if t.Head < 0 || base(t.Rel) != "obl" && base(t.Rel) != "nmod" && base(t.Rel) != "obj" {
			return nil
		}
		switch r.preposition(i) {
		case "over", "for", "because_of", "in_response_to", "in_retaliation_for", "in_protest_at", "in_protest_against", "in_protest_of":
			over = true
		}
		i = t.Head
		for _, g := range r.found {
			if !over || g.Trigger != i && g.Light != i || g.Type != dateline.Sanction && g.Type != dateline.Accuse {
				continue
			}
			return slices.DeleteFunc(slices.Clone(g.recips), func(t int) bool { return !r.political(t) || r.same(t, m.recips) })
		}
	}
	return nil
}

// victims are those whom the clause behind a noun of force tells to have borne it: "a
// strike that killed two pilots", "a raid killing five".
func (r *reader) victims(n int) []int {
	for _, c := range r.doc.Children(n) {
		if base(r.doc.Tokens[c].Rel) != "acl" || r.passive(int(c)) || !bereaving[r.lemma(int(c))] {
			continue
		}
		if o := r.doc.Child(int(c), "obj"); o > int(c) {
			return []int{r.referent(o)}
		}
	}
	return nil
}

var bereaving = words("kill wound injure hit strike destroy damage")

// aims reports whether a noun of force tells behind its doer on whom it falls: "the
// attack of Norland on our embassy". Alone, an "of" may be either.
func (r *reader) aims(n int) bool {
	for _, c := range r.doc.Children(n) {
		if r.preposition(int(c)) != "of" {
			continue
		}
		if _, end := r.doc.Subtree(int(c)); end < len(r.doc.Tokens) {
			switch r.doc.Tokens[end].Lemma {
			case "on", "against":
				return true
			}
		}
	}
	return false
}

// attackers are those whose deed a noun of force tells, in its modifiers: "Norland's raid",
// "the Norland bombing of Aby", "the killing of an editor by the army".
func (r *reader) attackers(n int) []int {
	var out []int
	for _, j := range r.joined(n) {
		for _, t := range r.owners(j, r.aims(j)) {
			if !r.target(t, j) && !(r.where.At(t) != nil && r.where.At(t).Kind == "city") {
				out = append(out, t)
			}
		}
	}
	return out
}
