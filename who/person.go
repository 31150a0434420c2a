package who

import (
	"strings"

	"dateline/facts"
)

// office finds the longest office that the tokens [first, last) name; among
// equals the last, for that stands next to the name.
func (r *reader) office(first, last int) (noun, bool) {
	var w []string
	for j := first; j < last; j++ {
		if r.doc.Tokens[j].UPOS != "PUNCT" {
			w = append(w, r.lower(j))
		}
	}
	for n := min(len(w), 7); n > 0; n-- {
		for k := len(w) - n; k >= 0; k-- {
			if row, ok := r.words.offices[strings.Join(w[k:k+n], " ")]; ok {
				return row, true
			}
		}
	}
	return noun{}, false
}

// person reads a name with its title.
func (r *reader) person(p *nameSpan) {
	e := Entity{Kind: Person, Name: r.doc.Words(p.First, p.Last), Confidence: 0.6}
	head, others := r.spanHead(p.start, p.Last)
	m := Mention{First: p.start, Last: p.Last, Head: head, Form: Named}
	if k := r.peerage(p.start); k >= 0 {
		r.link(m, k)
		return
	}
	if p.start == p.First && p.Last-p.First == 1 {
		if k := r.calledShort(phrase{head: p.First, first: p.First, last: p.Last}); k >= 0 && r.sameName(&e) < 0 {
			r.link(m, k) // the model took a company's short name for a person
			return
		}
	}
	e.Name += r.surnameShared(p)
	former := false
	if p.start < p.First {
		r.describe(&e, p.title, p.First)
		if e.Office == "" && p.shared >= 0 {
			r.describe(&e, p.shared, p.title)
		}
		former = r.former(p.start, p.First)
	}
	e.State = r.stateOfTitle(p)
	r.ofParty(&e, p)
	kin := p.title < p.First && r.words.persons[r.lower(p.title)].flags["kin"] // a state of kin is only likely
	aside := r.officeBehind(p)
	for _, o := range append([]int{head}, others...) {
		if aside < 0 {
			aside = r.apposed(o, p)
		}
	}
	if aside >= 0 {
		q := r.core(aside)
		if e.Office == "" {
			r.describe(&e, q.first, q.last)
			former = former || r.former(q.first, q.last)
		}
		if s := r.stateOfAside(q); (e.State == "" || kin && s != "") && (e.Political || e.civil) {
			e.State = s
		}
	}
	r.stateBeside(&e, p)
	partisan := r.partisan(p)
	e.Past = former && e.Office != ""
	e.retired = e.Past && headed(e.Office) && (r.over(p.start) || aside >= 0 && r.over(r.core(aside).first))
	r.named(m, e, former)
	r.beside(head, aside)
	if h := r.doc.Tokens[head].Head; r.doc.Tokens[head].Rel == "appos" && h == p.start-1 && r.byHead[h] < 0 && r.doc.Tokens[h].UPOS == "NOUN" {
		r.byHead[h] = r.byHead[head] // "the hiker Ada Lind"
	}
	if k := &r.Entities[r.Mentions[r.byHead[head]].Entities[0]]; partisan && len(k.Mentions) == 1 {
		k.State = ""
	}
	for _, o := range others {
		if r.byHead[o] < 0 {
			r.byHead[o] = r.byHead[head]
		}
	}
	if r.byHead[p.First] < 0 {
		r.byHead[p.First] = r.byHead[head]
	}
}

// stateOfAside is the state that a phrase beside a name tells, or one joined to it:
// "the vice president and prime minister of Chile".
func (r *reader) stateOfAside(q phrase) string {
	if k := r.knownOver(q.first - 1); k != nil && k.last == q.first && len(k.state) == 3 && k.kind == facts.KindState {
		return k.state
	}
	if s := r.stateOf(q); s != "" {
		return s
	}
	for _, c := range r.doc.Children(q.head) {
		if r.doc.Tokens[c].Rel == "conj" && r.personAt[c] < 0 {
			if s := r.stateOf(r.core(int(c))); s != "" {
				return s
			}
		}
	}
	return ""
}

// partisan reports whether a title is one against the state: "rebel leader".
func (r *reader) partisan(p *nameSpan) bool {
	if p.title == p.First {
		return false
	}
	if o, ok := r.office(p.title, p.First); ok {
		return o.flags["private"]
	}
	for j := p.start; j+2 <= p.First; j++ { // "politician and activist"
		if n := r.words.persons[r.lower(j)]; n.flags["political"] && !n.stateless() && r.doc.Tokens[j+1].Lemma == "and" {
			return false
		}
	}
	n, ok := r.words.persons[r.lower(p.First-1)]
	return ok && n.flags["private"] && !n.flags["kin"]
}

// holderLike reports whether a name's title is "counterpart".
func (r *reader) holderLike(p *nameSpan) bool {
	return p.title < p.First && r.personNoun(p.First - 1).flags["office"]
}

// stateOfTitle is the state that the words before or behind a name tell.
func (r *reader) stateOfTitle(p *nameSpan) string {
	for j := p.First - 1; j >= p.start; j-- {
		if k := r.knownOver(j); k != nil && k.last < len(r.doc.Tokens) && r.lower(k.last) == "war" {
			continue // "Iraq War veteran"
		}
		if k := r.knownOver(j); k != nil && !(k.first-p.start > 0 && r.sentTo(k.first)) && !r.private(k) {
			return r.actsFor(k)
		}
	}
	if i := p.start - 2; i >= 0 && r.doc.Tokens[i+1].Form == "'s" || i >= 0 && r.doc.Tokens[i+1].Form == "'" {
		if k := r.knownOver(i); k != nil {
			return k.state
		}
		if m := r.At(i); m != nil && len(m.Entities) == 1 && p.start < p.First {
			if e := &r.Entities[m.Entities[0]]; e.Kind != Person || r.words.persons[r.lower(p.First-1)].flags["kin"] {
				return e.State
			}
		}
	}
	q := phrase{head: p.First, first: p.start, last: p.Last, name: p}
	for j := p.start; j < p.Last; j++ {
		for _, c := range r.doc.Children(j) {
			if int(c) >= p.start && int(c) < p.Last || r.doc.Tokens[c].Rel == "nmod:poss" && p.start == p.First {
				continue
			}
			if cs := r.doc.Child(int(c), "case"); cs >= 0 && r.doc.Tokens[cs].Lemma == "in" {
				continue // where somebody was met
			}
			if r.doc.Tokens[c].UPOS == "PRON" && r.holderLike(p) {
				continue // "his counterpart Lind" is of another state
			}
			if s := r.stateOfModifier(q, int(c)); s != "" {
				return s
			}
		}
	}
	// "Ada Lind of Norway", whatever the tree
	if j := p.Last; j+1 < len(r.doc.Tokens) && r.doc.Tokens[j].Lemma == "of" && p.start < p.First {
		if k := r.knownOver(j + 1); k != nil {
			return k.state
		}
		if k := r.knownOver(min(j+2, len(r.doc.Tokens)-1)); k != nil && r.doc.Tokens[j+1].UPOS == "DET" {
			return k.state
		}
	}
	return ""
}

// qualifiedBefore is the state told before the name that houses and courts of many states
// have: "Poland's Senate speaker", "Chilean Supreme Court judge"; or "".
func (r *reader) qualifiedBefore(k *known) string {
	if k.kind != facts.KindOrg || k.body != nil || len(k.state) != 3 {
		return ""
	}
	i := k.first - 1
	if i > 0 && (r.doc.Tokens[i].Form == "'s" || r.doc.Tokens[i].Form == "’s") {
		i--
	}
	if o := r.knownOver(i); o != nil && len(o.state) == 3 && (o.kind == facts.KindState || o.kind == facts.KindDemonym) {
		return o.state
	}
	return ""
}

// private reports whether a known name is a party or a company, which gives its
// people no state: "Minister of Labour".
func (r *reader) private(k *known) bool {
	if k.kind != facts.KindOrg || k.body != nil {
		return false
	}
	kind := r.facts.Org(k.ref).Kind
	return forItself(kind) || kind == "party" || kind == "company"
}

// sentTo reports whether a name stands behind "to", or an envoy's "for" or "in": the
// destination, not the sender.
func (r *reader) sentTo(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch r.doc.Tokens[j].UPOS {
		case "DET":
			continue
		case "ADP":
			switch r.doc.Tokens[j].Lemma {
			case "to":
				return true
			case "for", "in", "on":
				return j > 0 && envoys[r.singular(j-1)]
			}
			return false
		}
		break
	}
	return false
}

// envoys are the offices whose "for" tells where somebody is sent: "the UN envoy for
// Chile". A minister for Wales is of it.
var envoys = map[string]bool{"envoy": true, "ambassador": true, "representative": true, "emissary": true, "coordinator": true, "rapporteur": true, "mediator": true, "negotiator": true, "adviser": true, "advisor": true}

// ofBody reports whether a title names a body that is of no state: "Red Llama Front
// military chief".
func (r *reader) ofBody(p *nameSpan) bool {
	for j := p.start; j < p.First; j++ {
		if k := r.knownOver(j); k != nil && k.kind == facts.KindOrg && len(k.state) != 3 {
			return true
		}
	}
	return false
}

// describe takes office, gender and standing from the words beside a name.
func (r *reader) describe(e *Entity, first, last int) {
	if o, ok := r.office(first, last); ok {
		for k := last - 1; o.flags["title"] && k > first; k-- { // "Emir Sheikh"
			if other, ok := r.office(first, k); ok && !other.flags["title"] {
				e.Political = e.Political || o.flags["political"]
				o = other
			}
		}
		if g := gender(o.flags); g != "" {
			e.Gender = g
		}
		switch {
		case !o.flags["title"]:
			e.Office, e.Political, e.Armed = o.name, true, e.Armed || o.flags["armed"]
		case o.flags["political"]:
			e.Political = true
		}
		return
	}
	for j := first; j < last; j++ {
		if n, ok := r.words.persons[r.lower(j)]; ok {
			e.Political = e.Political || n.flags["political"]
			e.Armed = e.Armed || n.flags["armed"]
			e.civil = !e.Political && !n.flags["kin"]
		}
	}
}

func gender(flags map[string]bool) string {
	switch {
	case flags["f"]:
		return "f"
	case flags["m"]:
		return "m"
	}
	return ""
}
