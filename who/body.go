package who

import (
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// organization reads a ministry, army, party, government, country.
func (r *reader) organization(m Mention, p phrase, row noun, text, state string, many bool) {
	proper := r.doc.Tokens[p.head].UPOS == "PROPN"
	if row.name == "bank" && !many && r.centralBankAt(p) {
		row = centralBank
	}
	if many && row.kind == "government" && r.governmentsOf(m, p) {
		return
	}
	if row.flags["flagged"] {
		if state = r.flag(p); state == "" {
			return
		}
	}
	k, ok := r.bodyBefore(p, row, state, many, proper)
	if !ok {
		return
	}
	if k >= 0 {
		r.link(m, k)
		return
	}
	r.newBody(m, p, row, text, state, many)
}

// newBody makes the entity of a body that was not told before.
func (r *reader) newBody(m Mention, p phrase, row noun, text, state string, many bool) {
	proper := r.doc.Tokens[p.head].UPOS == "PROPN"
	e := Entity{
		Kind: Org, Name: text, State: state, Armed: row.flags["armed"], Plural: many || row.flags["plural"], Confidence: 0.6,
		Political: row.flags["political"] || state != "" || proper && row.flags["of-state"],
	}
	e.noun = row.name
	if row.name == "group" && !many && !proper {
		if s, political := r.memberOf(p); political {
			e.State, e.Political = s, true
			e.ID = newID(e.Kind, text, s)
			r.add(m, e)
			return
		}
	}
	if state == "" {
		e.State = r.governedBy(p, row)
	}
	if row.kind == "body" && !many {
		if k := r.knownBeside(p); k != nil { // "the trade bloc Mercosur"
			r.add(m, r.state(k, r.doc.Words(k.first, k.last)))
			return
		}
	}
	if n := r.nameBeside(p); n != nil {
		e.Name, e.noun = r.doc.Words(n.First, n.Last), ""
		text = e.Name
		m.Form = Named
		defer r.linkBeside(n, m.Head)
	}
	r.stateOfBody(&e, p, row, many)
	if k := r.sameBody(&e, proper); k >= 0 {
		r.link(m, k)
		return
	}
	if many && r.sidesNamedByState(m, p, e) {
		return
	}
	e.ID = newID(e.Kind, text, e.State)
	e.Name = r.withOwner(p, e.Name)
	if row.kind == "government" && e.State != "" {
		e.Kind, e.ID = State, "s:"+e.State
	}
	r.add(m, e)
}

// linkBeside ties a body's name beside the noun for it to the one whom the noun means.
func (r *reader) linkBeside(n *lang.Name, head int) {
	h := r.headOf(n.First, n.Last)
	if k := r.byHead[head]; r.byHead[h] < 0 && k >= 0 && r.Mentions[k].Head == head {
		r.link(Mention{First: n.First, Last: n.Last, Head: h, Form: Named}, r.Mentions[k].Entities...)
	}
}

// bodyBefore gives the entity of the text that a body's noun means, or -1; and false if
// the noun stands for no body at all.
func (r *reader) bodyBefore(p phrase, row noun, state string, many, proper bool) (k int, ok bool) {
	if row.kind == "state" && !many && !proper && state != "" && r.doc.Child(p.head, "nmod:poss") >= 0 {
		if k := r.stateEntity(state); k >= 0 { // "his country"
			return k, true
		}
	}
	if c := r.doc.Child(p.head, "case"); row.name == "force" && !many && c >= 0 && r.doc.Tokens[c].Lemma == "into" {
		return -1, false // "enters into force"
	}
	if row.name == "bank" && !many && state == "" && r.definite(p.head) && p.last-p.first == 1 {
		if k := r.sameHead(p.head, centralBank.name); k >= 0 { // "the bank", a central one before
			return k, true
		}
	}
	if row.name == "force" && !many && !proper && state == "" && r.doc.Child(p.head, "det", "nmod:poss") < 0 {
		return -1, false // "to use force"
	}
	if s := r.realm(p); s != "" && proper && row.kind == "state" { // "the Republic of Macedonia"
		if k := r.stateEntity(s); k >= 0 {
			return k, true
		}
	}
	if !proper && state == "" && (row.flags["name"] || row.kind == "state" && !many && !r.definite(p.head)) {
		return -1, false // "a house", "an independent state"
	}
	if proper && row.kind == "state" && state == "" && p.last-p.first == 1 && r.doc.Child(p.head, "det") >= 0 { // "the Kingdom"
		if k := r.stateCalled(row.name); k >= 0 {
			return k, true
		}
	}
	if proper && state == "" && row.kind != "state" && p.last-p.first == 1 && r.doc.Child(p.head, "det") >= 0 { // "the Parliament", named in full before
		if k := r.sameHead(p.head, row.name); k >= 0 {
			return k, true
		}
	}
	if state == "" && r.definite(p.head) && !proper && !many && !r.ofPeople(p) {
		if row.kind == "state" {
			k := r.stateCalled(row.name)
			if k < 0 {
				k = r.lastState(p.head)
			}
			if k < 0 {
				if s := r.focusState(p.head); s != "" {
					k = r.stateEntity(s)
				}
			}
			if k >= 0 {
				return k, true
			}
		} else if k := r.sameHead(p.head, row.name); k >= 0 {
			return k, true
		} else if k := r.lastBody(p.head); (row.kind == "body" || calledSo[row.name]) && k >= 0 && (p.last-p.first == 1 || r.Entities[k].Armed && r.calledArmed(p)) && r.doc.Child(p.head, "nmod:poss") < 0 {
			return k, true
		}
	}
	return -1, true
}

// calledArmed reports whether nothing but its kind is told of a group: "the militant
// group", "the rebel movement".
func (r *reader) calledArmed(p phrase) bool {
	for j := p.first; j < p.head; j++ {
		if n := r.words.persons[r.lower(j)]; r.lower(j) != "armed" && !n.flags["armed"] && !n.flags["private"] {
			return false
		}
	}
	return true
}

// knownBeside is the body of the facts or tables whose name stands right behind the noun
// for it, or between commas: "state media KCNA", "a rebel group, the Red Front,"; or nil.
func (r *reader) knownBeside(p phrase) *known {
	for _, c := range r.doc.Children(p.head) {
		k := r.knownOver(int(c))
		if k != nil && k.kind == facts.KindOrg && k.last <= p.head && r.doc.Tokens[c].Rel == "compound" && kinds[r.lower(p.head)] && !r.private(k) {
			return k // "the Mercosur trade bloc"
		}
		if k == nil || k.kind != facts.KindOrg || k.first < p.last || k.first-p.last > 2 {
			continue
		}
		if rel := r.doc.Tokens[c].Rel; rel == "appos" || rel == "flat" || rel == "nmod:desc" || rel == "nmod:unmarked" {
			return k
		}
	}
	return nil
}

// kinds are the nouns that tell but what kind of body a name is.
var kinds = map[string]bool{"bloc": true, "alliance": true, "group": true, "movement": true, "organization": true, "organisation": true, "militia": true, "network": true, "union": true}

// nameBeside is the name of a body that stands right behind the noun for it: "the
// rebel group Red Llama Front", or nil.
func (r *reader) nameBeside(p phrase) *lang.Name {
	for _, c := range r.doc.Children(p.head) {
		c := int(c)
		if rel := r.doc.Tokens[c].Rel; rel != "appos" && rel != "flat" && rel != "nmod:desc" && rel != "nmod:unmarked" {
			continue
		}
		if n := r.doc.NameAt(c); n != nil && n.Kind == lang.ORG && n.First >= p.last && n.First-p.last <= 1 && !r.introduces(n.First) && r.knownOver(c) == nil {
			return n
		}
	}
	return nil
}

// sameBody finds an earlier body whose name begins like this one ("U.S. Embassy",
// "U.S. Embassy in Oslo") and leaves it the longer name.
func (r *reader) sameBody(e *Entity, proper bool) int {
	name := facts.Fold(e.Name)
	for k := len(r.Entities) - 1; k >= 0; k-- {
		o := &r.Entities[k]
		if o.noun != e.noun || o.Plural != e.Plural || o.State != e.State {
			continue
		}
		old := facts.Fold(o.Name)
		if old == name || proper && (strings.HasPrefix(old, name+" ") || strings.HasPrefix(name, old+" ")) {
			if len(e.Name) > len(o.Name) {
				o.Name = e.Name
			}
			return k
		}
	}
	return -1
}

// namedBody reads an organization that only its name shows to be one.
func (r *reader) namedBody(m Mention, text, state string) {
	m.Form = Named
	name := facts.Fold(text)
	for k := range r.Entities {
		if e := &r.Entities[k]; e.Kind == Org && (facts.Fold(e.Name) == name || acronym(e.Name) == text) {
			r.link(m, k)
			return
		}
	}
	r.add(m, Entity{ID: newID(Org, text, state), Kind: Org, Name: text, State: state, Political: true, Confidence: 0.5})
}

// acronym is the capitals of a name of several words.
func acronym(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(strings.ReplaceAll(name, "-", " ")) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// calledSo are nouns for parts of a government by which bodies between states are
// called too.
var calledSo = map[string]bool{"agency": true, "commission": true, "council": true, "court": true, "assembly": true}
