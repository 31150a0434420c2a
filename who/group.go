package who

import (
	"slices"
	"strings"

	"dateline/lang"
)

// company is several who act together in one clause: "Lind and Dahl", "Lind … with
// Dahl", "Lind, joined by Dahl".
type company struct {
	head    int   // token of the first of them
	who     []int // entities, in the order of the text
	crowd   bool  // one of them is a plural: "farmers"
	subject bool
}

// farBack is how many sentences back a noun for several persons looks: a readout
// speaks of the same two throughout.
const farBack = 15

// companies gives those who act together before token i, the nearest first, no
// further back than some sentences.
// Told asks for those as well to whom the subject tells something.
func (r *reader) companies(i, back int, told bool) []company {
	var out []company
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > back {
			break
		}
		if m.Head >= i || m.Form == Adj || len(m.Entities) == 0 || r.doc.Tokens[m.Head].Rel == "conj" {
			continue
		}
		c := company{head: m.Head, who: r.Resolve(m.Head), subject: lang.RelIs(r.doc.Tokens[m.Head].Rel, "nsubj")}
		if c.subject && r.acting(m.Head) {
			for _, e := range r.partners(m.Head, i, told) {
				if !slices.Contains(c.who, e) {
					c.who = append(c.who, e)
				}
			}
		}
		for _, e := range c.who {
			c.crowd = c.crowd || r.Entities[e].Plural
		}
		if len(c.who) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// acting reports whether the mention at a token is of persons or states, who may
// have partners.
func (r *reader) acting(head int) bool {
	m := r.At(head)
	e := &r.Entities[m.Entities[0]]
	return e.Kind == Person || e.Kind == State && m.Form == Named
}

// partners gives those before token end with whom the subject at head acts by the
// words of its clause: "met X", "spoke with X", "held talks in Oslo with X",
// "joined by X", all of the kind of the subject.
func (r *reader) partners(head, end int, told bool) []int {
	verb := r.doc.Tokens[head].Head
	if verb < 0 {
		return nil
	}
	kind := r.Entities[r.At(head).Entities[0]].Kind
	var out []int
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if m.Head <= head || m.Head >= end || r.doc.Tokens[m.Head].Sent != r.doc.Tokens[head].Sent {
			if m.Head < head {
				break
			}
			continue
		}
		if len(m.Entities) == 0 || m.Form == Adj || m.Form == Pronoun || r.Entities[m.Entities[0]].Kind != kind && !(kind == Person && r.Entities[m.Entities[0]].Kind == Group) {
			continue
		}
		if r.partnerAt(m.Head, head, verb) || told && r.doc.Tokens[m.Head].Rel == "obj" && r.doc.Tokens[m.Head].Head == verb && tells[r.doc.Tokens[verb].Lemma] {
			out = append(r.Resolve(m.Head), out...)
		}
	}
	return out
}

// partnerAt reports whether the phrase at head is the other side of what a subject
// does by its verb.
func (r *reader) partnerAt(head, subject, verb int) bool {
	t := &r.doc.Tokens[head]
	if t.Head < 0 {
		return false
	}
	over := t.Head
	if t.Rel == "obj" {
		return over == verb && meets[r.doc.Tokens[verb].Lemma]
	}
	c := r.doc.Child(head, "case")
	if c < 0 || t.Rel == "conj" {
		return false
	}
	switch r.doc.Tokens[c].Lemma {
	case "with", "alongside":
		return over == verb || r.doc.Tokens[over].Head == verb || r.doc.Tokens[over].UPOS == "NOUN" && r.doc.Dominates(verb, over)
	case "along":
		return true
	case "to":
		return over == verb && talks[r.doc.Tokens[verb].Lemma]
	case "by":
		switch r.doc.Tokens[over].Lemma {
		case "join", "accompany":
			return over == verb || r.doc.Tokens[over].Head == verb || r.doc.Tokens[over].Head == subject
		}
	}
	return false
}

// meets are the verbs whose subject and object do the same.
var meets = map[string]bool{"meet": true, "host": true, "receive": true, "welcome": true, "call": true, "telephone": true, "phone": true, "visit": true, "join": true, "marry": true, "greet": true}

// tells are the verbs whose object is told something.
var tells = map[string]bool{"update": true, "brief": true, "inform": true, "thank": true, "tell": true, "congratulate": true, "ask": true, "assure": true, "invite": true, "remind": true, "press": true, "urge": true, "pressure": true, "challenge": true, "confront": true, "warn": true, "lobby": true}

// talks are the verbs that go on with "to" the other.
var talks = map[string]bool{"speak": true, "talk": true}

// together gives n persons (0: two or more) who acted together before token i, all
// of them in office if so asked: what "the two leaders" may mean; or nil.
func (r *reader) together(i, n, back int, inOffice bool) []int {
	for _, c := range r.companies(i, back, false) {
		persons := 0
		for _, e := range c.who {
			if k := &r.Entities[e]; k.Kind == Person && !k.Plural && k.Office != "spokesperson" && (k.Office != "" || !inOffice) {
				persons++
			}
		}
		if persons == len(c.who) && (n == 0 || n == persons) {
			return c.who
		}
	}
	return nil
}

// latter reads "the latter" and "the latter country": the one named last.
func (r *reader) latter(m Mention, p phrase) bool {
	last := r.lower(p.head) == "latter"
	for j := p.first; j < p.head; j++ {
		last = last || r.lower(j) == "latter"
	}
	if !last {
		return false
	}
	row, org := r.words.org(r.lower(p.head))
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		c := &r.Mentions[k]
		if r.doc.Tokens[p.head].Sent-r.doc.Tokens[c.Head].Sent > 1 {
			return false
		}
		if c.Form == Pronoun || len(c.Entities) != 1 {
			continue
		}
		e := &r.Entities[c.Entities[0]]
		if org && row.kind == "state" {
			if s := r.stateEntity(e.State); s >= 0 {
				r.link(m, s)
				return true
			}
		}
		if e.Kind == Person || e.Kind == State || e.Kind == Org {
			r.link(m, c.Entities[0])
			return true
		}
	}
	return false
}

// severalMeant gives those whom "the two leaders", "the pair", "both countries" at
// token i mean: who acted together, else who was named last; nil if too few were.
// Office is what they hold; "": any.
func (r *reader) severalMeant(i int, row plural, office string) []int {
	n := max(row.count, 2)
	var who []int
	if office != "" {
		if who = r.heldBy(i, office, row.count); len(who) >= n {
			return who
		}
	}
	if row.lead {
		for _, c := range r.companies(i, focus, false) {
			if (row.count == 0 || row.count == len(c.who)) && !slices.ContainsFunc(c.who, func(e int) bool { return !r.leads(e) }) {
				return c.who
			}
		}
	}
	if row.kind != "state" {
		if who = r.together(i, row.count, focus, true); len(who) >= n {
			return who
		}
		if who = r.together(i, row.count, focus, false); len(who) >= n && row.kind == "any" {
			return who
		}
	}
	if row.count > 2 { // so many are only meant where they stood side by side
		if row.kind == "state" {
			who = r.listedStates(i, row.count)
		}
		if len(who) < n {
			return nil
		}
		return who
	}
	if row.kind == "any" { // two persons if there are, else two states
		who = r.recent(i, "person", n)
	}
	if row.kind == "state" && row.count == 2 {
		if who = r.twoSides(i); len(who) < n {
			who = r.twoStates(i)
		}
	}
	if row.kind == "state" && row.land && len(who) < n {
		who = r.listedStates(i, row.count)
	}
	if len(who) < n {
		who = r.recent(i, row.kind, n)
	}
	if len(who) < n && row.kind == "person" {
		who = r.together(i, row.count, farBack, false)
	}
	if len(who) < n && row.kind == "state" {
		who = r.statesOf(r.together(i, row.count, farBack, true))
	}
	if len(who) < n {
		return nil
	}
	return who
}

// leads reports whether an entity heads a state or its government, as "leaders" do; a
// governor does not.
func (r *reader) leads(entity int) bool {
	e := &r.Entities[entity]
	if e.Kind != Person || e.Plural || len(e.State) != 3 {
		return false
	}
	return oneOnly(strings.ToLower(e.Office)) && lastWord(strings.ToLower(e.Office)) != "secretary" && lastWord(strings.ToLower(e.Office)) != "adviser"
}

// twoStates gives the states of two persons who acted together, if they were told
// after the two states named last; else nil.
func (r *reader) twoStates(i int) []int {
	for _, c := range r.companies(i, focus, false) {
		states := r.statesOf(c.who)
		if len(c.who) != 2 || len(states) != 2 {
			continue
		}
		named := r.recent(i, "state", 2)
		for _, k := range named {
			if !slices.Contains(states, k) && r.lastHead(k, i) < c.head {
				return states
			}
		}
		return nil
	}
	return nil
}

// twoSides gives the two states of those who are told to act together, as a clause's
// subject or in "talks between", if no other state has acted since: others were named in
// passing; else nil.
func (r *reader) twoSides(i int) []int {
	for _, c := range r.companies(i, focus, false) {
		states := r.statesOf(c.who)
		if len(c.who) != 2 || len(states) != 2 || !c.subject && !r.subjectBetween(c.head) {
			continue
		}
		for k := len(r.Mentions) - 1; k >= 0; k-- {
			m := &r.Mentions[k]
			if m.Head <= c.head || m.Head >= i || len(m.Entities) != 1 {
				continue
			}
			s := r.Entities[m.Entities[0]].State
			if len(s) == 3 && !slices.ContainsFunc(states, func(e int) bool { return r.Entities[e].State == s }) && lang.RelIs(r.doc.Tokens[m.Head].Rel, "nsubj") {
				return nil
			}
		}
		return states
	}
	return nil
}

// subjectBetween reports "talks between X and Y" that are the subject of a clause.
func (r *reader) subjectBetween(head int) bool {
	c, over := r.doc.Child(head, "case"), r.doc.Tokens[head].Head
	return c >= 0 && over >= 0 && r.doc.Tokens[c].Lemma == "between" && lang.RelIs(r.doc.Tokens[over].Rel, "nsubj")
}

// listedStates gives the states, n of them (0: any number), that the text named side by
// side last before token i: what "those countries" means; or nil.
func (r *reader) listedStates(i, n int) []int {
	for _, c := range r.companies(i, focus, false) {
		if n > 0 && len(c.who) != n {
			continue
		}
		if !slices.ContainsFunc(c.who, func(e int) bool { return r.Entities[e].Kind != State }) {
			return c.who
		}
	}
	return nil
}

// lastHead is the head of the last mention of an entity before token i, or -1.
func (r *reader) lastHead(entity, i int) int {
	last := -1
	for _, m := range r.Entities[entity].Mentions {
		if h := r.Mentions[m].Head; h < i {
			last = max(last, h)
		}
	}
	return last
}

// statesOf are the states that persons act for, each once.
func (r *reader) statesOf(persons []int) []int {
	var out []int
	for _, e := range persons {
		if s := r.Entities[e].State; len(s) == 3 {
			if k := r.stateEntity(s); k >= 0 && !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}
