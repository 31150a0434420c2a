package who

import (
	"slices"
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// pluralOf reads "the pair", "both sides", "the two leaders".
func (r *reader) pluralOf(m Mention, p phrase, many bool) bool {
	var w []string
	for j := p.first; j < p.last; j++ {
		if lw := r.singular(j); lw != "the" && lw != "these" && lw != "those" {
			w = append(w, lw)
		}
	}
	if d := r.doc.Child(p.head, "det"); d >= 0 && r.lower(d) == "both" && (len(w) == 0 || w[0] != "both") {
		w = append([]string{"both"}, w...)
	}
	row, ok := r.words.plurals[strings.Join(w, " ")]
	if !ok || !r.definite(p.head) && (row.count == 0 || row.count > 2 || many && r.doc.Tokens[p.head].UPOS == "NOUN" && w[0] == "two") { // "two diplomats said" are nobody told before
		return false
	}
	switch w[len(w)-1] {
	case "leader":
		row.lead = true
	case "country", "nation", "state", "government":
		row.land = true
	}
	if !many && row.count == 0 || r.ofSomebody(p.head) {
		return false
	}
	if k := r.countedBefore(p.head, row.count); k >= 0 {
		r.link(m, k)
		return true
	}
	who := r.severalMeant(p.head, row, r.officeOfPlural(p))
	if len(who) < 2 {
		return false
	}
	r.link(m, who...)
	return true
}

// countedBefore is the group of so many that was told last, which "the two" means, if
// nobody was named since: "expels two diplomats … the two had"; or -1.
func (r *reader) countedBefore(i, n int) int {
	want := map[int]string{2: "two", 3: "three", 4: "four"}[n]
	if t := &r.doc.Tokens[i]; want == "" || t.UPOS != "NUM" {
		return -1
	}
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > 1 {
			break
		}
		if len(m.Entities) != 1 {
			continue
		}
		e := &r.Entities[m.Entities[0]]
		if e.Kind == Person && m.Form == Named {
			return -1
		}
		if c := r.doc.Child(m.Head, "nummod"); e.Kind == Group && e.Plural && c >= 0 && strings.ToLower(r.doc.Tokens[c].Form) == want {
			return m.Entities[0]
		}
	}
	return -1
}

// ofSomebody reports whether a plural says itself whose they are: "the leaders of
// Norway", but not "the leaders of the two countries".
func (r *reader) ofSomebody(head int) bool {
	for _, c := range r.doc.Children(head) {
		cs := r.doc.Child(int(c), "case")
		if int(c) < head || !lang.RelIs(r.doc.Tokens[c].Rel, "nmod") || cs < 0 {
			continue
		}
		switch r.doc.Tokens[cs].Lemma {
		case "of", "from":
			n := r.doc.Child(int(c), "nummod", "det")
			return n < 0 || r.lower(n) != "two" && r.lower(n) != "both" && r.lower(n) != "three"
		}
	}
	return false
}

// officeOfPlural is the office of which "the two presidents" are several, or "".
func (r *reader) officeOfPlural(p phrase) string {
	o, ok := r.office(p.first, p.last)
	if !ok || !o.alone() || o.name == "leader" || o.name == "minister" || o.name == "secretary" {
		return ""
	}
	return o.name
}

// listedBehind reads "the leaders – Ana Rojas, Luis Quispe and Ada Lind": those whose
// names stand behind.
func (r *reader) listedBehind(m Mention, p phrase) bool {
	a := r.doc.Child(p.head, "appos")
	if a < p.head || r.personAtToken(a) == nil {
		return false
	}
	var who []int
	for _, c := range append([]int32{int32(a)}, r.doc.Children(a)...) {
		if int(c) != a && r.doc.Tokens[c].Rel != "conj" || r.personAtToken(int(c)) == nil {
			continue
		}
		if k := r.ahead(int(c)); k >= 0 && !slices.Contains(who, k) {
			who = append(who, k)
		}
	}
	if len(who) < 2 {
		return false
	}
	r.link(m, who...)
	return true
}

// leadersOfStates reads "the presidents of Chile and Peru": one for each state.
func (r *reader) leadersOfStates(m Mention, p phrase, o noun) bool {
	states := r.statesBehind(p)
	if len(states) < 2 {
		return false
	}
	r.link(m, r.eachHolder(p.head, states, o.name, func(e int) bool { return r.Entities[e].linked() }, func(state string) string { return o.name + " of " + state })...)
	return true
}

// statesBehind are the states behind the "of" or "from" of a phrase, joined to each other.
func (r *reader) statesBehind(p phrase) []known {
	var states []known
	for _, c := range r.doc.Children(p.head) {
		cs := r.doc.Child(int(c), "case")
		if !lang.RelIs(r.doc.Tokens[c].Rel, "nmod") || cs < 0 || r.doc.Tokens[cs].Lemma != "of" && r.doc.Tokens[cs].Lemma != "from" {
			continue
		}
		for _, j := range append([]int32{c}, r.doc.Children(int(c))...) {
			if j != c && r.doc.Tokens[j].Rel != "conj" {
				continue
			}
			if k := r.knownOver(int(j)); k != nil && len(k.state) == 3 && (k.kind == facts.KindState || k.kind == facts.KindMetonym) {
				states = append(states, *k)
			}
		}
	}
	return states
}

// sidesOfStates reads "officials from Chile and Peru": some for each state.
func (r *reader) sidesOfStates(m Mention, p phrase, e Entity) bool {
	states := r.statesBehind(p)
	if len(states) < 2 {
		return false
	}
	var who []int
	for i := range states {
		k := &states[i]
		side := e
		side.Name, side.State = r.doc.Words(m.First, p.last)+" "+r.lower(p.last)+" "+r.doc.Words(k.first, k.last), k.state
		who = append(who, r.entityOf(side))
	}
	r.link(m, who...)
	return true
}

// governmentsOf reads "the governments of Chile and Peru": the states themselves.
func (r *reader) governmentsOf(m Mention, p phrase) bool {
	states := r.statesBehind(p)
	if len(states) < 2 {
		return false
	}
	var who []int
	for i := range states {
		if k := r.stateEntity(states[i].state); k >= 0 && !slices.Contains(who, k) {
			who = append(who, k)
		}
	}
	r.link(m, who...)
	return true
}

// leadersNamedByState reads "the Chilean and Peruvian presidents": one for each
// state, those whom the text named if it did.
func (r *reader) leadersNamedByState(m Mention, p phrase, o noun) bool {
	states := r.statesBefore(p)
	if len(states) < 2 {
		return false
	}
	r.link(m, r.eachHolder(p.head, states, o.name, func(int) bool { return true }, func(state string) string { return state + " " + o.name })...)
	return true
}

// eachHolder gives one holder of an office for each state: the one whom the text
// named, if fits says that he will do, or somebody known by the office alone, whom
// name names.
func (r *reader) eachHolder(head int, states []known, office string, fits func(entity int) bool, name func(state string) string) (who []int) {
	for i := range states {
		k := &states[i]
		if e := r.holderInText(head, office, k.state, false); e >= 0 && fits(e) {
			who = append(who, e)
			continue
		}
		e := Entity{Kind: Person, Name: name(r.doc.Words(k.first, k.last)), State: k.state, Office: office, Political: true, Confidence: 0.6}
		e.ID = newID(Person, office, k.state)
		if h := soleHolder(r.facts, k.state, office, r.article.Date); h != nil {
			e.Holder, e.holder = h.Name, h.ID
		}
		r.Entities = append(r.Entities, e)
		who = append(who, len(r.Entities)-1)
	}
	return who
}

// sidesNamedByState reads "Chilean and Peruvian delegations": one for each state.
func (r *reader) sidesNamedByState(m Mention, p phrase, e Entity) bool {
	states := r.statesBefore(p)
	if len(states) < 2 {
		return false
	}
	last := states[len(states)-1].last
	var who []int
	for i := range states {
		k := &states[i]
		side := e
		side.Name = r.doc.Words(k.first, k.last) + " " + r.doc.Words(last, p.last)
		if side.State != "" {
			side.State = k.state
		}
		who = append(who, r.entityOf(side))
	}
	r.link(m, who...)
	return true
}

// statesBefore are the states whose names or adjectives stand side by side before the
// head of a phrase: "Chilean, Peruvian and U.S. trade ministers".
func (r *reader) statesBefore(p phrase) []known {
	var states []known
	for j := p.head - 1; j >= r.doc.Sentences[r.doc.Tokens[p.head].Sent].First && p.head-j < reach; j-- {
		t := &r.doc.Tokens[j]
		k := r.knownOver(j)
		switch {
		case k != nil && len(k.state) == 3 && (k.kind == facts.KindState || k.kind == facts.KindDemonym):
			if k.last == j+1 {
				states = append([]known{*k}, states...)
			}
			continue
		case len(states) == 0 && t.Form != "-" && j > 0 && capital(r.doc.Tokens[j-1].Form) && (t.Form == "," || t.Lemma == "and"):
			return states // "Chile, Peru and several African nations"
		case t.Form == ",", t.Lemma == "and", t.Form == "-":
			continue
		case len(states) == 0 && (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN"): // "foreign" ministers
			continue
		}
		break
	}
	return states
}

// entityOf is the entity of a name and state, a new one if the text has not spoken of it.
func (r *reader) entityOf(side Entity) int {
	side.ID = newID(side.Kind, side.Name, side.State)
	if old := r.byID(side.ID); old >= 0 {
		return old
	}
	r.Entities = append(r.Entities, side)
	return len(r.Entities) - 1
}
