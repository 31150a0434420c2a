package who

import (
	"dateline/facts"
	"dateline/lang"
)

// memberOf finds the state for which the members or a group of something act, and
// whether they act politically: "members of the Danish parliament", "members of the
// separatist movement", "a group of Chilean senators".
func (r *reader) memberOf(p phrase) (state string, political bool) {
	c := -1
	for _, o := range r.doc.Children(p.head) {
		if cs := r.doc.Child(int(o), "case"); int(o) > p.head && lang.RelIs(r.doc.Tokens[o].Rel, "nmod") && cs >= 0 && r.doc.Tokens[cs].Lemma == "of" {
			c = int(o)
			break
		}
	}
	if c < 0 { // "Knesset members"
		if c = p.head - 1; c < p.first {
			return "", false
		}
		if _, org := r.words.org(r.lower(c)); !org && r.knownOver(c) == nil {
			return "", false
		}
	}
	q := r.core(c)
	if k := r.knownOver(c); k != nil && k.kind == facts.KindOrg {
		e := r.state(k, "")
		if s := r.qualified(k, q); s != "" {
			e.State = s
		}
		if len(e.State) != 3 && e.State != "" { // the members of a union are states
			return e.State, e.Political
		}
		if e.State == "" {
			e.State = r.stateOf(p) // of a party that is one state's
		}
		return e.State, e.Political
	}
	if o, ok := r.office(q.first, q.last); ok && r.officeAtHead(q) {
		return r.stateOf(q), o.flags["political"]
	}
	lemma := r.lower(c)
	row, ok := r.words.org(lemma)
	if !ok {
		if row, ok = r.words.persons[lemma]; !ok {
			return "", false
		}
	}
	if row.stateless() || !row.flags["of-state"] {
		return "", row.flags["political"]
	}
	if state = r.stateOf(q); state == "" {
		state = r.stateOf(p) // "U.S. Secret Service members"
	}
	return state, row.flags["political"]
}
