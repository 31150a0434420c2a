package who

import (
	"slices"
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// locatives are prepositions by which a noun's state hangs on it: "the
// president of Chile", "the mission in Chile", "ministers from Chile".
var locatives = []string{"of", "from", "in", "for"}

// stateOf finds the state or body that a phrase acts for: a name or demonym
// before the head, an owner, a complement.
func (r *reader) stateOf(p phrase) string {
	for j := p.first; j < p.last; j++ {
		k := r.knownOver(j)
		if k == nil || p.name != nil && j >= p.name.First && j < p.name.Last || k.town() && j != k.first {
			continue
		}
		if j == p.head && k.town() && p.name == nil {
			continue
		}
		return k.state
	}
	for j := p.first; j < p.last; j++ {
		if p.name != nil && j >= p.name.First && j < p.name.Last && j != p.head {
			continue
		}
		for _, c := range r.doc.Children(j) {
			if s := r.stateOfModifier(p, int(c)); s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *reader) stateOfModifier(p phrase, c int) string {
	t := &r.doc.Tokens[c]
	switch {
	case t.Rel == "nmod:poss":
	case lang.RelIs(t.Rel, "nmod") && (c < p.first || c >= p.last):
		cs := r.doc.Child(c, "case")
		if cs < 0 || !slices.Contains(locatives, r.doc.Tokens[cs].Lemma) {
			return ""
		}
	default:
		return ""
	}
	if t.UPOS == "PRON" && r.words.persons[r.lower(p.head)].flags["office"] {
		return "" // "his counterpart" is of another state
	}
	if k := r.knownOver(c); k != nil {
		return k.state
	}
	if m := r.At(c); m != nil && len(m.Entities) == 1 {
		return r.Entities[m.Entities[0]].State
	}
	q := r.core(c)
	for j := q.first; j < q.last; j++ {
		if k := r.knownOver(j); k != nil && (q.name == nil || j < q.name.First) {
			return k.state
		}
	}
	if t.Rel == "nmod:poss" || q.name != nil {
		return ""
	}
	return r.stateOf(q)
}

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
	former := false
	if p.start < p.First {
		r.describe(&e, p.title, p.First)
		if e.Office == "" && p.shared >= 0 {
			r.describe(&e, p.shared, p.title)
		}
		former = r.former(p.start, p.First)
	}
	e.State = r.stateOfTitle(p)
	if a := r.apposed(head, p); a >= 0 {
		q := r.core(a)
		if e.Office == "" {
			r.describe(&e, q.first, q.last)
			former = former || r.former(q.first, q.last)
		}
		if s := r.stateOf(q); e.State == "" && e.Political { // an American hiker acts for nobody
			e.State = s
		}
	}
	if e.State == "" && e.Office != "" {
		e.State = r.stateOfConjunct(p)
	}
	if e.Office == "" && r.holderLike(p) {
		r.counterpartNamed(&e, p)
	}
	partisan := r.partisan(p)
	r.named(m, e, former)
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

// partisan reports whether a title is one against the state: "rebel leader".
func (r *reader) partisan(p *nameSpan) bool {
	if p.title == p.First {
		return false
	}
	if o, ok := r.office(p.title, p.First); ok {
		return o.flags["private"]
	}
	n, ok := r.words.persons[r.lower(p.First-1)]
	return ok && n.stateless() && !n.flags["kin"]
}

// holderLike reports whether a name's title is "counterpart".
func (r *reader) holderLike(p *nameSpan) bool {
	return p.title < p.First && r.words.persons[r.lower(p.First-1)].flags["office"]
}

// stateOfTitle is the state that the words before or behind a name tell.
func (r *reader) stateOfTitle(p *nameSpan) string {
	for j := p.First - 1; j >= p.start; j-- {
		if k := r.knownOver(j); k != nil && !r.sentTo(k.first) && !r.private(k) && !(k.town() && !r.acts(k)) {
			return k.state
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

// private reports whether a known name is a party or a company, which gives its
// people no state: "Minister of Labour".
func (r *reader) private(k *known) bool {
	if k.kind != facts.KindOrg || k.body != nil {
		return false
	}
	switch r.facts.Org(k.ref).Kind {
	case "party", "company", "movement":
		return true
	}
	return false
}

// sentTo reports whether a name stands behind "to": an envoy's destination.
func (r *reader) sentTo(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch r.doc.Tokens[j].UPOS {
		case "DET":
			continue
		case "ADP":
			return r.doc.Tokens[j].Lemma == "to"
		}
		break
	}
	return false
}

// stateOfConjunct lends "Chilean president A and energy minister B" one state:
// that of the person named last before B.
func (r *reader) stateOfConjunct(p *nameSpan) string {
	if p.start == 0 {
		return ""
	}
	switch t := &r.doc.Tokens[p.start-1]; {
	case t.Lemma == "and", t.Form == ",", t.Form == "&":
	default:
		return ""
	}
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[m.Head].Sent != r.doc.Tokens[p.First].Sent {
			break
		}
		if p.start-m.Last > 4 {
			continue
		}
		if len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == Person && m.Form == Named && len(r.Entities[m.Entities[0]].State) == 3 {
			return r.Entities[m.Entities[0]].State
		}
	}
	return ""
}

// describe takes office, gender and standing from the words beside a name.
func (r *reader) describe(e *Entity, first, last int) {
	if o, ok := r.office(first, last); ok {
		if g := gender(o.flags); g != "" {
			e.Gender = g
		}
		if !o.flags["title"] || o.flags["political"] {
			e.Office, e.Political, e.Armed = o.name, true, e.Armed || o.flags["armed"]
		}
		return
	}
	for j := first; j < last; j++ {
		if n, ok := r.words.persons[r.lower(j)]; ok {
			e.Political = e.Political || n.flags["political"]
			e.Armed = e.Armed || n.flags["armed"]
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

// former reports whether the words say that an office is over.
func (r *reader) former(first, last int) bool {
	for j := first; j < last; j++ {
		switch r.lower(j) {
		case "former", "ex", "then", "late", "ousted", "deposed", "outgoing", "onetime":
			return true
		}
	}
	return false
}

// apposed gives the nominal beside a name: "Xu Bo, the new envoy", or -1.
func (r *reader) apposed(i int, p *nameSpan) int {
	for _, c := range r.doc.Children(i) {
		t := &r.doc.Tokens[c]
		if t.Rel == "appos" && (int(c) >= p.Last || int(c) < p.start) && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && r.personAt[c] < 0 {
			return int(c)
		}
	}
	return -1
}

// named ties a named person to an earlier mention of the text, or to the facts,
// or makes a new one.
func (r *reader) named(m Mention, e Entity, former bool) {
	if k := r.sameName(&e); k >= 0 {
		r.enrich(&r.Entities[k], &e)
		r.link(m, k)
		return
	}
	hint := facts.Hint{State: e.State, Office: e.Office, Former: former, Gender: e.Gender, Day: r.article.Date}
	var refs []facts.PersonRef
	focus := ""
	if e.State == "" && e.Office != "" && !former {
		focus = r.focusState(m.First)
	}
	if focus != "" { // "Foreign Minister Lind" of the state that the text speaks of
		at := hint
		at.State = focus
		refs = r.facts.PersonsNamed(withoutInitials(e.Name), at)
		if len(refs) > 0 && refs[0].Score >= linkAt && refs[0].Holding != nil && refs[0].Holding.State == focus && r.holds(&refs[0], e.Office) {
			e.State = focus
			r.take(&e, &refs[0], false)
			r.introduce(m, e, former)
			return
		}
	}
	refs = r.facts.PersonsNamed(e.Name, hint)
	if short := withoutInitials(e.Name); short != e.Name {
		if more := r.facts.PersonsNamed(short, hint); len(refs) == 0 || len(more) > 0 && more[0].Score >= refs[0].Score {
			refs = more
		}
	}
	if len(refs) > 0 && r.trusted(&e, &refs[0]) {
		r.take(&e, &refs[0], former)
	} else {
		e.ID = newID(Person, e.Name, e.State)
	}
	if e.State == "" && focus != "" && stateOffices[lastWord(e.Office)] {
		e.State = focus
		if !strings.HasPrefix(e.ID, "p:Q") {
			e.ID = newID(Person, e.Name, e.State)
		}
	}
	r.introduce(m, e, former)
}

// introduce adds a person who was not in the text before.
func (r *reader) introduce(m Mention, e Entity, former bool) {
	if e.Gender == "" {
		first, _, _ := strings.Cut(e.Name, " ")
		e.Gender = r.facts.Gender(first)
	}
	e.Political = e.Political || former
	r.add(m, e)
}

// stateOffices end the names of offices that a state has, not a body.
var stateOffices = map[string]bool{"president": true, "minister": true, "king": true, "queen": true, "chancellor": true, "emir": true, "sultan": true, "prince": true, "premier": true, "parliament": true}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// holds reports whether the holding of a person answers to an office.
func (r *reader) holds(ref *facts.PersonRef, office string) bool {
	for _, want := range r.facts.ClassesOf(ref.Holding.State, office) {
		if slices.Contains(ref.Holding.Classes, want) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(ref.Holding.Title), office)
}

// linkAt is the least score at which a name is tied to a person of the facts.
const linkAt = 0.5

// take fills an entity from the facts.
func (r *reader) take(e *Entity, ref *facts.PersonRef, former bool) {
	e.ID, e.Confidence = ref.Person.ID, ref.Score
	if e.Gender == "" {
		e.Gender = ref.Person.Gender
	}
	if e.State == "" {
		e.State = r.homeOf(ref)
	}
	if h := ref.Holding; h != nil {
		now := !r.article.Date.Known() || !h.To.Known() || h.To >= r.article.Date
		if e.Office == "" && now {
			e.Office = h.Title
		}
		e.Political = e.Political || now
	}
	e.Why = append(e.Why, ref.Why)
}

// sameName finds an earlier person of the text who goes by the name.
func (r *reader) sameName(e *Entity) int {
	name := facts.Fold(e.Name)
	for k := len(r.Entities) - 1; k >= 0; k-- {
		o := &r.Entities[k]
		if o.Kind != Person || o.Plural || o.State != "" && e.State != "" && o.State != e.State || o.Gender != "" && e.Gender != "" && o.Gender != e.Gender {
			continue
		}
		n := facts.Fold(o.Name)
		if n == name || partOf(n, name) || partOf(name, n) {
			return k
		}
	}
	return -1
}

// partOf reports whether the words of part begin or end the words of whole.
func partOf(part, whole string) bool {
	return strings.HasPrefix(whole, part+" ") || strings.HasSuffix(whole, " "+part)
}

// enrich adds what a later mention tells of a person.
func (r *reader) enrich(old, e *Entity) {
	if len(e.Name) > len(old.Name) {
		old.Name = e.Name
	}
	if old.State == "" {
		old.State = e.State
	}
	if old.Office == "" {
		old.Office = e.Office
	}
	if old.Gender == "" {
		old.Gender = e.Gender
	}
	old.Political = old.Political || e.Political
	old.Armed = old.Armed || e.Armed
}

// trusted reports whether a person of the facts is the one of the text. A name
// that only sounds alike needs the same state and an office beside it.
func (r *reader) trusted(e *Entity, ref *facts.PersonRef) bool {
	if ref.Score < linkAt {
		return false
	}
	if strings.HasPrefix(ref.Why, "sounds alike") && !sameEnds(e.Name, ref.Person.Name) {
		return e.State != "" && e.Office != "" && (e.State == ref.Person.State || ref.Holding != nil && ref.Holding.State == e.State)
	}
	return true
}

// withoutInitials drops middle initials and "Jr.".
func withoutInitials(name string) string {
	var out []string
	for w := range strings.FieldsSeq(strings.ReplaceAll(name, ",", " ")) {
		b := strings.TrimSuffix(w, ".")
		if len(b) == 1 && len(out) > 0 || b == "Jr" || b == "Sr" {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// sameEnds reports whether two full names begin and end with the same words.
func sameEnds(a, b string) bool {
	x, y := strings.Fields(facts.Fold(withoutInitials(a))), strings.Fields(facts.Fold(withoutInitials(b)))
	return len(x) > 1 && len(y) > 1 && x[0] == y[0] && x[len(x)-1] == y[len(y)-1]
}

// homeOf is the state of a person of the facts; a territory gives way to the
// state that its governor serves.
func (r *reader) homeOf(ref *facts.PersonRef) string {
	s := r.facts.State(ref.Person.State)
	if s == nil || s.Independent {
		return ref.Person.State
	}
	for _, h := range r.facts.OfficesOf(ref.Person.ID, r.article.Date) {
		if o := r.facts.State(h.State); o != nil && o.Independent {
			return h.State
		}
	}
	return ref.Person.State
}
