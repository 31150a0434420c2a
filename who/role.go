package who

import (
	"dateline/facts"
	"dateline/lang"
)

// role reads a person or people named by what they do: "a Chilean lawmaker",
// "protesters", "her Danish counterpart".
func (r *reader) role(m Mention, p phrase, row noun, text, state string, many bool) {
	e := Entity{
		Kind: Person, Name: text, State: state, Plural: many, Armed: row.flags["armed"], Gender: gender(row.flags), Confidence: 0.5,
		Political: row.flags["political"], noun: row.name,
	}
	if row.stateless() && !(row.name == "people" && r.definite(p.head) && r.doc.Child(p.head, "nummod") < 0) { // "the people of Chile" are Chile's
		e.State = r.nationality(p, row)
	}
	if row.name == "member" {
		if s, political := r.memberOf(p); political {
			e.State, e.Political, state = s, true, s
		}
	}
	if many {
		e.Kind = Group
		if row.name == "ally" || row.name == "member" || row.name == "partner" {
			if k := r.knownOver(p.head - 1); k != nil && k.kind == facts.KindOrg && k.last == p.head && k.body != nil && k.body.short != "" && e.State == "" {
				e.State, e.Political = k.body.short, true // "NATO allies"
			}
		}
		if e.State == "" && row.name == "official" {
			e.State = r.stateMet(p)
			e.guessed = e.State != ""
		}
	}
	if row.flags["office"] && !many {
		if k := r.counterpartTold(&e, p); k >= 0 {
			r.link(m, k)
			return
		}
		r.counterpart(&e, p)
		if k := r.incumbent(&e); k >= 0 {
			r.link(m, k)
			return
		}
	}
	if !many && r.definite(p.head) && state == "" && e.Office == "" && !row.flags["kin"] {
		if k := r.sameHead(p.head, row.name); k >= 0 {
			r.link(m, k)
			return
		}
	}
	if many && (r.sidesNamedByState(m, p, e) || row.flags["political"] && r.sidesOfStates(m, p, e)) {
		return
	}
	e.ID = newID(e.Kind, text, e.State)
	if row.flags["office"] && !many { // a counterpart of one is not that of another
		e.ID = newID(e.Kind, text+" "+r.ownedAs(&e, p.head), e.State)
	}
	r.add(m, e)
}

// nationality is the state of whose nationals a phrase speaks: "two Chilean migrants",
// "citizens of Peru", but not "tourists in Peru", nor "Chilean rebels", who act against it.
func (r *reader) nationality(p phrase, row noun) string {
	if row.flags["private"] || row.flags["kin"] {
		return ""
	}
	if s := r.flag(p); s != "" {
		return s
	}
	for _, c := range r.doc.Children(p.head) {
		cs := r.doc.Child(int(c), "case")
		if int(c) < p.head || cs != p.last || !lang.RelIs(r.doc.Tokens[c].Rel, "nmod") {
			continue
		}
		if l := r.doc.Tokens[cs].Lemma; l != "of" && l != "from" {
			continue
		}
		if k := r.knownOver(int(c)); k != nil && len(k.state) == 3 && k.kind == facts.KindState && r.doc.Child(int(c), "conj") < 0 {
			return k.state
		}
	}
	return ""
}

// flag is the state that the words before the head of a phrase tell: "a Togolese ship",
// "two U.S. citizens", "Chile's leadership"; or "".
func (r *reader) flag(p phrase) string {
	for j := p.first; j < p.head; j++ {
		if k := r.knownOver(j); k != nil && len(k.state) == 3 && k.last <= p.head && (k.kind == facts.KindDemonym || k.kind == facts.KindState) {
			return k.state
		}
	}
	if k := r.knownOver(r.doc.Child(p.head, "nmod:poss")); k != nil && len(k.state) == 3 && (k.kind == facts.KindState || k.kind == facts.KindMetonym) {
		return k.state
	}
	return ""
}
