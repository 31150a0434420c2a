package who

import (
	"slices"
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// isHead reports whether token i carries a mention of its own.
func (r *reader) isHead(i int) bool {
	t := &r.doc.Tokens[i]
	k := r.knownOver(i)
	switch t.UPOS {
	case "PRON":
		_, ok := r.words.pronouns[strings.ToLower(t.Form)]
		return ok
	case "NOUN", "PROPN":
	case "ADJ":
		return k != nil && k.first == i && r.headOf(k.first, k.last) == i && (k.kind == facts.KindDemonym || k.kind == facts.KindState || k.body != nil && k.last == i+1)
	case "NUM", "DET":
		_, ok := r.words.plurals[strings.ToLower(t.Form)]
		return ok && !lang.RelIs(t.Rel, "det") && !lang.RelIs(t.Rel, "nummod") || k != nil && k.body != nil
	default:
		return k != nil && k.body != nil && k.last == i+1
	}
	switch {
	case t.Rel == "compound" && r.shortened(i) >= 0:
		return true
	case t.Rel == "compound" && r.ownBody(i):
		return true
	case t.Rel == "compound":
		return k != nil && k.first <= i && r.headOf(k.first, k.last) == i && !r.inPersonName(i)
	case lang.RelIs(t.Rel, "nmod") && k != nil && k.kind == facts.KindState && k.first <= t.Head && t.Head < k.last: // "Congo" in "Democratic Republic of the Congo"
		return false
	case lang.RelIs(t.Rel, "nmod") && t.Head >= 0 && r.titleOf(t.Head, i):
		return false
	case lang.RelIs(t.Rel, "flat"), t.Rel == "fixed", t.Rel == "goeswith", t.Rel == "nmod:desc":
		return false
	}
	return true
}

// ownBody reports whether a noun before another is a body told by its state, which the
// tree may have taken for that one's modifier: "French police arrest two".
func (r *reader) ownBody(i int) bool {
	row, ok := r.words.org(r.lower(i))
	t := &r.doc.Tokens[i]
	if !ok || t.UPOS != "NOUN" && (t.UPOS != "PROPN" || r.doc.Tokens[t.Head].UPOS == "PROPN" || t.Head != i+1) || !row.flags["of-state"] || row.kind == "state" {
		return false
	}
	return r.stateOver(i) != nil
}

// stateOver is the state's name or adjective before a body's noun at token i and the words
// of its name: "Egyptian" of "Egyptian Air Force"; or nil.
func (r *reader) stateOver(i int) *known {
	j := i - 1
	for j > 0 && r.doc.Tokens[j].Head == i && r.doc.Tokens[j].Rel == "compound" && r.knownOver(j) == nil {
		j--
	}
	if k := r.knownOver(j); k != nil && len(k.state) == 3 && k.last == j+1 && k.kind != facts.KindOrg {
		return k
	}
	return nil
}

func (r *reader) inPersonName(i int) bool {
	p := r.personAtToken(i)
	return p != nil && i >= p.First
}

// headOf is the token of [first, last) whose head lies outside; a noun if the tree
// has torn the stretch apart.
func (r *reader) headOf(first, last int) int {
	torn := -1
	for i := first; i < last; i++ {
		if h := r.doc.Tokens[i].Head; h < first || h >= last {
			if u := r.doc.Tokens[i].UPOS; u == "NOUN" || u == "PROPN" {
				return i
			}
			if torn < 0 {
				torn = i
			}
		}
	}
	if torn >= 0 {
		return torn
	}
	return last - 1
}

// phrase is the core of a mention: the head with its modifiers, a title with the
// name that follows.
type phrase struct {
	head        int
	first, last int
	name        *nameSpan // a person named within
}

// core gathers the phrase of head i.
func (r *reader) core(i int) phrase {
	p := phrase{head: i, first: i, last: i + 1}
	r.gather(&p, i)
	if r.doc.Tokens[i].Rel == "compound" && r.ownBody(i) {
		p.first = min(p.first, r.stateOver(i).first)
	}
	if k := r.knownOver(p.first); k != nil && k.kind == facts.KindOrg && k.last <= i && k.last-k.first > 1 {
		p.first = min(p.first, k.first) // "Lord's Resistance Army rebels"
	}
	if n := r.doc.NameAt(i); n != nil && n.Kind == lang.ORG && n.Last == i+1 && n.First < p.first && r.possessiveBefore(p.first) {
		p.first = n.First // "Martyrs' Brigades"
	}
	for j := p.first; j < p.last; j++ {
		if n := r.personAtToken(j); n != nil {
			p.name = n
			break
		}
	}
	return p
}

// possessiveBefore reports whether a plural with an apostrophe stands right before a
// token: "Workers' Party".
func (r *reader) possessiveBefore(i int) bool {
	return i > 1 && r.doc.Tokens[i-1].UPOS == "PART" && r.doc.Tokens[i-2].UPOS == "PROPN" && r.knownOver(i-2) == nil
}

func (r *reader) gather(p *phrase, j int) {
	p.first, p.last = min(p.first, j), max(p.last, j+1)
	for _, c := range r.doc.Children(j) {
		c := int(c)
		switch rel := r.doc.Tokens[c].Rel; {
		case rel == "compound", rel == "amod", rel == "nmod:desc", rel == "fixed", rel == "nummod", rel == "goeswith", lang.RelIs(rel, "flat"):
			r.gather(p, c)
		case rel == "nmod" && r.titleOf(j, c):
			r.gather(p, c)
		case rel == "punct" && r.doc.Tokens[c].Form == "-" && c == j-1:
			p.first = min(p.first, c)
		}
	}
}

// titleOf holds "Secretary of State", "Minister of Defense" together.
func (r *reader) titleOf(i, c int) bool {
	of := r.doc.Child(c, "case")
	if of < 0 || of != i+1 {
		return false
	}
	_, ok := r.words.offices[r.lower(i)+" "+r.lower(of)+" "+r.lower(c)]
	if !ok {
		cp := phrase{head: c, first: c, last: c + 1}
		r.gather(&cp, c)
		_, ok = r.words.offices[r.lower(i)+" "+r.lower(of)+" "+strings.ToLower(r.doc.Words(cp.first, cp.last))]
	}
	return ok
}

// lower is the form by which tables know a token.
func (r *reader) lower(i int) string {
	t := &r.doc.Tokens[i]
	if (t.UPOS == "NOUN" || t.XPOS == "NNPS" && t.Rel == "nmod:poss") && t.Lemma != "" { // "the Norland Leaders' Summit"
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

// mention reads the mention whose head is token i.
func (r *reader) mention(i int) {
	t := &r.doc.Tokens[i]
	k := r.knownOver(i)
	switch {
	case t.UPOS == "PRON":
		r.pronoun(i)
		return
	case k != nil && (t.UPOS == "ADJ" || t.Rel == "compound" || t.Rel == "amod" && k.kind == facts.KindDemonym) && r.shortened(i) < 0:
		r.add(Mention{First: k.first, Last: k.last, Head: i, Form: Adj}, r.state(k, r.doc.Words(k.first, k.last)))
		for j := k.first; j < k.last; j++ { // the other half, where the tree has torn the two apart
			if (t.UPOS == "PROPN" || t.UPOS == "ADJ") && r.byHead[j] < 0 && r.doc.Tokens[j].Rel == "amod" {
				r.byHead[j] = r.byHead[i]
			}
		}
		return
	}
	if e := r.shortened(i); e >= 0 && (k == nil || k.last-k.first == 1) {
		form := Named
		if t.Rel == "compound" || t.UPOS == "ADJ" {
			form = Adj
		}
		r.link(Mention{First: i, Last: i + 1, Head: i, Form: form}, e)
		return
	}
	p := r.core(i)
	switch {
	case k != nil && k.last > i && r.wholeName(k, p):
		e := r.state(k, r.doc.Words(k.first, k.last))
		if k.town() || k.kind == facts.KindMetonym {
			r.seats[int32(i)] = true
		}
		if k.kind == facts.KindDemonym { // "the Kurds", "Palestinians": the people, not the state
			e.Kind, e.Plural, e.ID, e.Name = Group, true, newID(Group, e.Name, e.State), r.doc.Words(r.counted(k.first), k.last)
		}
		if s := r.qualified(k, p); s != "" && s != e.State && (k.body == nil || k.organ()) { // "the Libyan House of Representatives"
			e.Name, e.State = r.doc.Words(r.withoutDeterminer(p), max(p.last, k.last)), s
			e.ID = newID(Org, e.Name, s)
			e.Name = r.withOwner(p, e.Name)
		}
		if last := r.endOfOwner(k); last > k.last { // "Supreme Court of Chile"
			e.Name = r.doc.Words(r.withoutDeterminer(p), last)
		}
		if s := r.otherHouse(k, i); s != "" {
			e.State, e.ID = s, newID(Org, e.Name, s)
			if h := r.sameHead(i, strings.ToLower(e.Name)); h >= 0 && r.Entities[h].State == s {
				r.link(Mention{First: k.first, Last: k.last, Head: i, Form: Named}, h)
				return
			}
		}
		r.add(Mention{First: k.first, Last: k.last, Head: i, Form: Named}, e)
	default:
		r.nominal(p)
	}
}

// counted is where a number right before a token begins: "15 Chileans"; else the token.
func (r *reader) counted(i int) int {
	if i > 1 && r.doc.Tokens[i-1].Form == "-" && r.knownOver(i-2) != nil {
		i = r.knownOver(i - 2).first // "Iranian-Americans"
	}
	for i > 0 && r.doc.Tokens[i-1].UPOS == "NUM" && r.doc.Tokens[i-1].Sent == r.doc.Tokens[i].Sent {
		if i--; i > 1 && r.doc.Tokens[i-1].Form == "-" && r.doc.Tokens[i-2].UPOS == "NUM" {
			i-- // "Forty-three"
		}
	}
	return i
}

// wholeName reports whether the phrase is nothing but the known name, a
// determiner and adjectives aside ("the People's Republic of China").
func (r *reader) wholeName(k *known, p phrase) bool {
	if n := k.last; k.kind == facts.KindOrg && k.body == nil && n-k.first == 1 && n+1 < len(r.doc.Tokens) && r.doc.Tokens[n].Lemma == "of" && capital(r.doc.Tokens[n+1].Form) {
		return false // "the Congress of Teachers" is not the Congress
	}
	if k.kind == facts.KindDemonym && r.doc.Tokens[p.head].UPOS == "NOUN" && !strings.Contains(r.doc.Tokens[p.head].Feats, "Number=Plur") {
		return true
	}
	for j := p.first; j < p.last; j++ {
		if j >= k.first && j < k.last {
			continue
		}
		if o := r.knownOver(j); o != nil && o.last <= k.first && r.doc.Tokens[j].UPOS == "PROPN" && len(k.state) != 3 {
			continue // "United Nations International Court of Justice"
		}
		switch r.doc.Tokens[j].UPOS {
		case "PROPN", "NOUN":
			return false
		case "ADJ": // "the National Congress": another than that of one word
			if k.last-k.first == 1 && k.kind == facts.KindOrg && j == k.first-1 && capital(r.doc.Tokens[j].Form) && r.knownOver(j) == nil && j > r.doc.Sentences[r.doc.Tokens[j].Sent].First {
				return false
			}
		}
	}
	return true
}

// otherHouse is the state that a text speaks of where "Congress", the name of a house
// of several states, stands and nothing tells of the state that the facts know it by;
// or "".
func (r *reader) otherHouse(k *known, i int) string {
	if k.kind != facts.KindOrg || k.body != nil || k.last-k.first > 1 || r.facts.Org(k.ref).Kind != "parliament" {
		return ""
	}
	for j := range r.known {
		if o := &r.known[j]; o.state == k.state && o.kind != facts.KindOrg {
			return ""
		}
	}
	if r.from().state == k.state {
		return ""
	}
	return r.focusState(i)
}

// ownOrgan reports whether a council of which both a state and the United Nations have one
// is the publishing government's own: the text never names the United Nations.
func (r *reader) ownOrgan() bool {
	return r.from().state != "" && !slices.ContainsFunc(r.known, func(o known) bool { return o.state == "UN" && !o.organ() })
}

// ofBehind is the state that a body known by a name that many have is told to be of:
// "the Supreme Court of Chile"; or "".
func (r *reader) ofBehind(k *known) string {
	n := k.last
	if k.kind != facts.KindOrg || k.body != nil || n+1 >= len(r.doc.Tokens) || r.doc.Tokens[n].Lemma != "of" {
		return ""
	}
	if r.doc.Tokens[n+1].UPOS == "DET" {
		n++
	}
	if o := r.knownOver(min(n+1, len(r.doc.Tokens)-1)); o != nil && o.kind == facts.KindState && o.first == n+1 {
		return o.state
	}
	return ""
}

// endOfOwner is where the name ends of the state that a body known by a name that many have
// is told to be of: behind "Chile" in "Supreme Court of Chile"; else 0.
func (r *reader) endOfOwner(k *known) int {
	if r.ofBehind(k) == "" {
		return 0
	}
	n := k.last + 1
	if r.doc.Tokens[n].UPOS == "DET" {
		n++
	}
	return r.knownOver(n).last
}

// qualified is the state that an adjective before a known body tells, or "".
func (r *reader) qualified(k *known, p phrase) string {
	if k.kind != facts.KindOrg {
		return ""
	}
	if o := r.knownOver(r.doc.Child(p.head, "nmod:poss")); o != nil && len(o.state) == 3 && o.last <= k.first { // "Russia's Security Council"
		return o.state
	}
	if k.organ() && r.ownOrgan() {
		return r.from().state
	}
	if s := r.ofBehind(k); s != "" {
		return s
	}
	for j := p.first; j < k.first; j++ {
		if o := r.knownOver(j); o != nil && (o.kind == facts.KindDemonym || o.kind == facts.KindState) {
			return o.state
		}
	}
	return ""
}
