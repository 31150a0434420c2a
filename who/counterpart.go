package who

import (
	"strings"

	"dateline/facts"
)

// personNoun is the row of the noun for people at token i; a colleague of another state is
// a counterpart: "his Turkish colleague".
func (r *reader) personNoun(i int) noun {
	row := r.words.persons[r.lower(i)]
	if row.name != "colleague" || i == 0 {
		return row
	}
	if k := r.knownOver(i - 1); k != nil && k.last == i && len(k.state) == 3 && k.kind != facts.KindOrg {
		return r.words.persons["counterpart"]
	}
	return row
}

// incumbent is the person of the text who is known to hold the office of e now, or -1.
func (r *reader) incumbent(e *Entity) int {
	if e.Office == "" || e.State == "" {
		return -1
	}
	if k := r.holderInText(len(r.doc.Tokens)-1, e.Office, e.State, false); k >= 0 && strings.EqualFold(r.Entities[k].Office, e.Office) && !r.Entities[k].Past && !r.Entities[k].guessed {
		return k
	}
	return -1
}

// ownedAs tells counterparts apart: by their office, else by whose they are.
func (r *reader) ownedAs(e *Entity, head int) string {
	if e.Office != "" {
		return e.Office
	}
	if o := r.owner(head); o >= 0 {
		return r.Entities[o].ID
	}
	return ""
}

// owner is the one whose counterpart the noun at head is: whom it is joined to in
// "the minister and her counterpart", the possessor, the person named last; or -1.
func (r *reader) owner(head int) int {
	o := r.doc.Child(head, "nmod:poss")
	if t := &r.doc.Tokens[head]; o >= 0 && r.doc.Tokens[o].UPOS == "PRON" && t.Rel == "conj" && t.Head < head {
		if m := r.At(t.Head); m != nil && len(m.Entities) == 1 {
			e := &r.Entities[m.Entities[0]]
			if row := r.words.pronouns[r.lower(o)]; e.Kind == Person && !e.Plural && (row.gender == "" || e.Gender == "" || row.gender == e.Gender) {
				return m.Entities[0]
			}
		}
	}
	if o >= 0 {
		if m := r.At(o); m != nil && len(m.Entities) == 1 {
			return m.Entities[0]
		}
	}
	if who := r.recent(head, "person", 1); len(who) == 1 {
		return who[0]
	}
	return -1
}

// counterpartNamed does the same where the counterpart's name is told: "her
// Danish counterpart, Per Dahl".
func (r *reader) counterpartNamed(e *Entity, p *nameSpan) {
	q := r.core(p.First - 1)
	q.head = p.First - 1
	if owner := r.owner(q.head); e.State == "" && owner >= 0 {
		e.State = r.onlyOther(r.Entities[owner].State)
		e.guessed = e.State != ""
	}
	r.counterpart(e, q)
	e.Holder = ""
}

// onlyOther is the one state besides another that the text names, or "" if it names
// none or several.
func (r *reader) onlyOther(state string) string {
	other := ""
	for i := range r.known {
		switch k := &r.known[i]; {
		case len(k.state) != 3 || k.state == state || k.town() || k.kind == facts.KindOrg:
		case other != "" && other != k.state:
			return ""
		default:
			other = k.state
		}
	}
	return other
}

// counterpartTold finds the one of another state in the text or its title who holds the
// office of the owner of a counterpart whose state is not told: "briefed his
// counterpart"; or -1.
func (r *reader) counterpartTold(e *Entity, p phrase) int {
	owner := r.owner(p.head)
	if e.State != "" || owner < 0 || !r.definite(p.head) || r.Entities[owner].Office == "" || r.Entities[owner].State == "" {
		return -1
	}
	office, state := strings.ToLower(r.Entities[owner].Office), r.Entities[owner].State
	fits := func(o *Entity) int {
		if o.State == "" || o.State == state {
			return 0
		}
		return r.officeFits(o, office)
	}
	if k := r.foremost(p.head, "", false, fits); k >= 0 {
		return k
	}
	return r.inTitle(func(o *Entity) bool { return fits(o) > 0 })
}

// counterpart gives "her Danish counterpart" the office of the one whose
// counterpart it is, in the other state.
func (r *reader) counterpart(e *Entity, p phrase) {
	owner := r.owner(p.head)
	if owner < 0 || r.Entities[owner].Office == "" || e.State == "" || e.State == r.Entities[owner].State {
		return
	}
	e.Office = r.Entities[owner].Office
	if hs := r.facts.Counterpart(e.Office, e.State, r.article.Date); len(hs) > 0 && !hs[0].LastKnown {
		e.Holder = hs[0].Person.Name
	}
}
