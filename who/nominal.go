package who

import (
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// nominal reads a phrase without a person's name: an office, a ministry, a
// group, a role.
func (r *reader) nominal(p phrase) {
	m := Mention{First: r.withoutDeterminer(p), Last: p.last, Head: p.head, Form: Nominal}
	text, end := r.fullName(p, m.First)
	defer func() { r.apposes(p.head, end) }()
	if k := r.peerage(m.First); k >= 0 {
		r.link(m, k)
		return
	}
	if r.latter(m, p) {
		return
	}
	many := strings.Contains(r.doc.Tokens[p.head].Feats, "Number=Plur")
	state := r.stateOf(p)
	if r.pluralOf(m, p, many) || r.namedBySide(m, p, state) || r.officeHolder(m, p, text, state, many) {
		return
	}
	lemma := r.lower(p.head)
	if row, ok := r.words.org(lemma); ok {
		r.organization(m, p, row, text, state, many)
		return
	}
	if row := r.personNoun(p.head); row.name != "" {
		r.role(m, p, row, text, state, many)
		return
	}
	if k := r.halfNamed(p); k >= 0 { // "the North"
		r.link(m, k)
		return
	}
	if k := r.landNamed(p); k >= 0 { // "its province of Kosovo"
		r.link(m, k)
		return
	}
	if k := r.calledShort(p); k >= 0 {
		m.Form = Named
		r.link(m, k)
		return
	}
	if t := &r.doc.Tokens[p.head]; state != "" && t.UPOS == "PROPN" && len(t.Form) > 2 && shortName(t.Form) && p.first < p.head && r.doc.NameAt(p.head) == nil {
		r.namedBody(m, text, state) // "the Belarusian KGB"
		return
	}
	if n := r.doc.NameAt(p.head); n != nil && (n.Kind == lang.ORG || n.Kind == lang.NORP) {
		if n.First > p.first { // "Iranian airline Mahan Air"
			if row, ok := r.words.org(r.lower(n.First - 1)); ok {
				text = r.doc.Words(n.First, n.Last)
				if row.stateless() {
					state = ""
				}
			}
		}
		r.namedBody(m, text, state)
	}
}

// halfNamed is the state that "the North" or "the South" means beside one of the two;
// or -1.
func (r *reader) halfNamed(p phrase) int {
	w := r.doc.Tokens[p.head].Form
	if p.last-p.first > 2 || w != "North" && w != "South" || r.doc.Child(p.head, "det") < 0 {
		return -1
	}
	for j := len(r.known) - 1; j >= 0; j-- {
		s := r.facts.State(r.known[j].state)
		if s == nil || r.known[j].first > p.head {
			continue
		}
		half, land, ok := strings.Cut(s.Name, " ")
		if !ok || half != "North" && half != "South" {
			continue
		}
		if other := r.facts.StateByName(w + " " + land); other != nil {
			return r.stateEntity(other.ISO3)
		}
	}
	return -1
}

// landNamed is the state or territory that a phrase names behind its noun: "the former
// province of Kosovo"; or -1.
func (r *reader) landNamed(p phrase) int {
	if !landNoun(r.lower(p.head)) {
		return -1
	}
	c := p.last + 1
	if c >= len(r.doc.Tokens) || r.doc.Tokens[p.last].Lemma != "of" {
		return -1
	}
	k := r.knownOver(c)
	if k == nil || k.kind != facts.KindState || k.first != c {
		return -1
	}
	return r.stateEntity(k.state)
}

// landNoun reports whether a word is a noun for a land, which is no land's name although
// some language may call one so ("Island").
func landNoun(w string) bool {
	switch w {
	case "province", "territory", "colony", "enclave", "island", "nation", "monarchy", "emirate":
		return true
	}
	return false
}

func (r *reader) withoutDeterminer(p phrase) int {
	first := p.first
	for first < p.head {
		switch r.doc.Tokens[first].UPOS {
		case "DET", "PUNCT":
			first++
			continue
		}
		break
	}
	return r.hyphenBefore(first)
}

// hyphenBefore takes in what a hyphen ties to the first word of a phrase: "far-right
// group", "so-called army".
func (r *reader) hyphenBefore(first int) int {
	if first < 2 || r.knownOver(first) != nil || r.knownOver(first-2) != nil {
		return first
	}
	if t, d := &r.doc.Tokens[first-2], &r.doc.Tokens[first-1]; d.Form == "-" && !d.SpaceAfter && !t.SpaceAfter && t.Sent == r.doc.Tokens[first].Sent {
		return first - 2
	}
	return first
}

// namedBySide reads "China's new ambassador, Xie Feng": the name stands behind.
func (r *reader) namedBySide(m Mention, p phrase, state string) bool {
	if r.plural(p.head) {
		return r.listedBehind(m, p)
	}
	for _, c := range r.doc.Children(p.head) {
		c := int(c)
		n := r.personAtToken(c)
		if r.doc.Tokens[c].Rel != "appos" && r.doc.Tokens[c].Rel != "flat" && r.doc.Tokens[c].Rel != "nmod:desc" || n == nil || c < p.head || n.done {
			continue
		}
		e := Entity{Kind: Person, Name: r.doc.Words(n.First, n.Last), State: state, Confidence: 0.6}
		r.describe(&e, p.first, p.last)
		row := r.personNoun(p.head)
		if row.flags["office"] {
			r.counterpart(&e, p)
		}
		if e.Office == "" && !e.Political && row.name == "" {
			return false
		}
		n.done = true
		if n.start < n.First {
			told := e.Office
			r.describe(&e, n.title, n.First)
			if told != "" && e.Office != told {
				e.offices, e.Office = append(e.offices, e.Office), told
			}
		}
		if s := r.stateOfTitle(n); s != "" {
			e.State = s
		}
		e.Holder = ""
		r.named(m, e, r.former(p.first, p.last))
		k := r.Mentions[len(r.Mentions)-1].Entities[0]
		head, _ := r.spanHead(n.start, n.Last)
		r.link(Mention{First: n.start, Last: n.Last, Head: head, Form: Named}, k)
		return true
	}
	return false
}

// officeHolder reads an office without a name: "the Chinese commerce minister".
func (r *reader) officeHolder(m Mention, p phrase, text, state string, many bool) bool {
	o, ok := r.office(p.first, p.last)
	if !ok || !o.alone() || !r.officeAtHead(p) {
		return false
	}
	if in := r.inOnly(p); in && state != "" && !local[o.name] { // "ministers in Munich" are of other states
		state = ""
	}
	if s := servedBy[o.name]; s != "" {
		state = s
	}
	e := Entity{Kind: Person, Name: text, State: state, Office: o.name, Plural: many, Political: true, Armed: o.flags["armed"], Gender: gender(o.flags), Confidence: 0.6}
	if many {
		if r.leadersOfStates(m, p, o) || r.leadersNamedByState(m, p, o) {
			return true
		}
		if state == "" && r.definite(p.head) && !r.ofSomebody(p.head) { // "the energy ministers" who were named
			if who := r.heldBy(p.head, o.name, 0); len(who) > 1 {
				r.link(m, who...)
				return true
			}
		}
		e.Kind = Group
		e.ID = newID(Group, text, state)
		r.add(m, e)
		return true
	}
	other := r.ofOther(p, o.name)
	if r.definite(p.head) && !other {
		if k := r.meantBy(p, o.name, state); k >= 0 {
			r.link(m, k)
			return true
		}
	}
	if state == "" && r.definite(p.head) && !other && (stateOffices[lastWord(o.name)] || lastWord(o.name) == "secretary") {
		state = r.from().state
		e.State = state
	}
	if state == "" && r.definite(p.head) && !other && o.name != "ambassador" && o.name != "envoy" && !o.flags["private"] { // who is summoned is of another state
		state = r.focusState(p.head)
		e.State = state
	}
	e.ID, e.Name = newID(Person, o.name, state), r.withOwner(p, text)
	if state != "" && !other && !r.former(p.first, p.last) && !r.lesserLeader(p, o.name) {
		if h := soleHolder(r.facts, state, o.name, r.article.Date); h != nil {
			e.Holder, e.holder = h.Name, h.ID
			if k := r.byID(h.ID); k >= 0 {
				r.link(m, k)
				return true
			}
		}
	}
	r.add(m, e)
	return true
}

// local are the offices whose holders are of where they are: "a judge in Peru".
var local = map[string]bool{"judge": true, "prosecutor": true, "chief prosecutor": true, "magistrate": true, "police chief": true, "police officer": true, "mayor": true, "governor": true, "sheriff": true, "lawmaker": true, "district attorney": true}

// ofOther reports whether a phrase says itself what an office is of, and that this is no
// state: "the president of the Catalan parliament".
func (r *reader) ofOther(p phrase, office string) bool {
	switch office {
	case "president", "vice president", "chairman", "chairwoman", "chairperson", "director", "secretary-general", "speaker of parliament":
	default:
		return false
	}
	for _, c := range r.doc.Children(p.head) {
		cs := r.doc.Child(int(c), "case")
		if int(c) < p.head || !lang.RelIs(r.doc.Tokens[c].Rel, "nmod") || cs < 0 || r.doc.Tokens[cs].Lemma != "of" || r.knownOver(int(c)) != nil {
			continue
		}
		row, org := r.words.org(r.lower(int(c)))
		return org && row.kind != "state" && row.kind != "government"
	}
	return false
}

// meantBy finds whom an office with "the" means: one of the text, or of its title.
func (r *reader) meantBy(p phrase, office, state string) int {
	former := r.former(p.first, p.last)
	if k := r.holderInText(p.head, office, state, former); k >= 0 {
		return k
	}
	return r.inTitle(func(e *Entity) bool {
		return (state == "" || e.State == state) && e.Past == former && r.officeFits(e, office) > 0
	})
}

// lesserLeader reports whether a leader leads something else than a state: "the
// spiritual leader of Chile's Llama community".
func (r *reader) lesserLeader(p phrase, office string) bool {
	if office != "leader" && office != "head" {
		return false
	}
	for j := p.first; j < p.head; j++ {
		if t := &r.doc.Tokens[j]; (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN") && r.knownOver(j) == nil {
			return true
		}
	}
	for _, c := range r.doc.Children(p.head) {
		if int(c) > p.head && lang.RelIs(r.doc.Tokens[c].Rel, "nmod") && r.knownOver(int(c)) == nil {
			return true
		}
	}
	return false
}

// inOnly reports whether nothing but "in X" tells the state of a phrase.
func (r *reader) inOnly(p phrase) bool {
	in := false
	for j := p.first; j < p.last; j++ {
		if r.knownOver(j) != nil {
			return false
		}
	}
	for _, c := range r.doc.Children(p.head) {
		switch rel := r.doc.Tokens[c].Rel; {
		case rel == "nmod:poss":
			return false
		case lang.RelIs(rel, "nmod"):
			if cs := r.doc.Child(int(c), "case"); cs >= 0 {
				switch r.doc.Tokens[cs].Lemma {
				case "of", "from", "for":
					return false
				case "in":
					in = true
				}
			}
		}
	}
	return in
}

// officeAtHead makes sure that the office names the head, not a modifier ("the
// president's office").
func (r *reader) officeAtHead(p phrase) bool {
	w := r.lower(p.head)
	if row, ok := r.words.offices[w]; ok && row.alone() {
		return true
	}
	if _, row, ok := r.officeEnding(p.first, p.head+1); ok && row.alone() {
		return true // "chief executive"
	}
	if o, ok := r.office(p.first, p.last); ok && o.name == "general" {
		return false // "a general strike"
	}
	_, org := r.words.org(w)
	return !org && r.words.persons[w].name == ""
}
