package who

import (
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// peerage is the person whose title of nobility stands behind a comma from token start on:
// "Chris Patten, Baron Patten of Barnes"; or -1.
func (r *reader) peerage(start int) int {
	if start < 2 || r.doc.Tokens[start-1].Form != "," || !nobles[r.doc.Tokens[start].Form] {
		return -1
	}
	q := r.personAtToken(start - 2)
	if q == nil || q.Last != start-1 {
		return -1
	}
	if m := r.At(q.First); m != nil && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == Person {
		return m.Entities[0]
	}
	return -1
}

// nobles are the words by which titles of nobility begin.
var nobles = map[string]bool{"Baron": true, "Baroness": true, "Lord": true, "Lady": true, "Duke": true, "Duchess": true, "Earl": true, "Countess": true, "Viscount": true, "Marquess": true, "Count": true}

// surnameShared is the surname that a first name has in common with the name joined to it,
// with a blank before it: " Putin" for the first of "Vladimir and Lyudmila Putin"; or "".
func (r *reader) surnameShared(p *nameSpan) string {
	n := p.Last
	if p.Last-p.First > 1 || p.start < p.First || n+1 >= len(r.doc.Tokens) || r.doc.Tokens[n].Lemma != "and" {
		return ""
	}
	q := r.personAtToken(n + 1)
	if q == nil || q.start != n+1 || q.Last-q.First != 2 || q.start != q.First || r.sameName(&Entity{Kind: Person, Name: r.doc.Tokens[p.First].Form}) >= 0 {
		return ""
	}
	surname := " " + r.doc.Tokens[q.Last-1].Form
	if first := r.doc.Tokens[p.First].Form; r.facts.Gender(first) == "" && len(r.facts.Lookup(first+surname)) == 0 {
		return ""
	}
	return surname
}

// stateBeside takes from the words around what a name's own title does not tell.
func (r *reader) stateBeside(e *Entity, p *nameSpan) {
	switch {
	case e.State != "":
	case e.Office != "" && !r.ofBody(p):
		e.State = r.stateOfConjunct(p, e.Office)
		e.guessed = e.State != ""
	case e.Office == "" && p.start == p.First:
		if k := r.titledBefore(p); k >= 0 {
			o := &r.Entities[k]
			e.State, e.Office, e.Political, e.Armed, e.guessed = o.State, o.Office, o.Political, o.Armed, o.guessed
		}
	}
	if e.State == "" && lawmakers[e.Office] {
		e.State = r.stateOfParty(p)
	}
	if e.Office == "" && r.holderLike(p) {
		r.counterpartNamed(e, p)
	}
	if s := servedBy[e.Office]; s != "" {
		e.State = s
	}
	if e.State == "" {
		e.State = mostlyOf[e.Office]
	}
}

// titledBefore is who shares a title in the plural with a name joined to his: Wolfe in
// "American envoys Wolfe and Hart"; or -1.
func (r *reader) titledBefore(p *nameSpan) int {
	n := p.start - 1
	if n < 1 || r.doc.Tokens[n].Lemma != "and" && r.doc.Tokens[n].Form != "," && r.doc.Tokens[n].Form != "&" {
		return -1
	}
	for j := n - 1; j >= 0 && j >= n-2 && r.doc.Tokens[j].UPOS == "PUNCT"; j-- {
		n = j
	}
	q := r.personAtToken(n - 1)
	if q == nil || q.Last != n || r.doc.Tokens[q.First].Sent != r.doc.Tokens[p.First].Sent {
		return -1
	}
	m := r.At(q.First)
	if m == nil || len(m.Entities) != 1 || r.Entities[m.Entities[0]].Kind != Person {
		return -1
	}
	if q.start == q.First { // the third of three
		return r.titledBefore(q)
	}
	if !r.plural(q.First-1) && r.singular(q.First-1) == r.lower(q.First-1) {
		return -1
	}
	return m.Entities[0]
}

// ofParty gives somebody told as "of" a party its state: "Ada Lind of the Labour Party".
func (r *reader) ofParty(e *Entity, p *nameSpan) {
	j := p.Last
	if j+2 >= len(r.doc.Tokens) || r.doc.Tokens[j].Lemma != "of" && r.doc.Tokens[j].Lemma != "from" {
		return
	}
	for j++; j < min(p.Last+4, len(r.doc.Tokens)-1) && (r.doc.Tokens[j].UPOS == "DET" || r.knownOver(j) != nil && r.knownOver(j).kind != facts.KindOrg || r.doc.Tokens[j].UPOS == "PART"); j++ {
	}
	if k := r.knownOver(j); k != nil && k.kind == facts.KindOrg && k.body == nil && r.facts.Org(k.ref).Kind == "party" {
		e.Political = true
		if e.State == "" {
			e.State = k.state
		}
	} else if n := r.doc.NameAt(j); n != nil && n.Kind == lang.ORG {
		if row, ok := r.words.org(r.lower(n.Last - 1)); ok && (row.name == "party" || row.name == "movement") {
			e.Political = true
		}
	}
}

// lawmakers are the offices whose holders are of the state that their party is of.
var lawmakers = map[string]bool{"member of parliament": true, "senator": true, "lawmaker": true, "deputy": true, "representative": true}

// stateOfParty is the state of the party that a lawmaker's title names, or "".
func (r *reader) stateOfParty(p *nameSpan) string {
	for j := p.start; j < p.First; j++ {
		if k := r.knownOver(j); k != nil && k.kind == facts.KindOrg && k.body == nil && len(k.state) == 3 && r.facts.Org(k.ref).Kind == "party" {
			return k.state
		}
	}
	return ""
}

// stateOfConjunct lends "Chilean president A and energy minister B" one state:
// that of the person named last before B.
// No state has two presidents.
func (r *reader) stateOfConjunct(p *nameSpan, office string) string {
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
		if p.start-m.Last > 4 && !r.asideBetween(m.Last, p.start) {
			continue
		}
		if len(m.Entities) != 1 || m.Form != Named {
			continue
		}
		if e := &r.Entities[m.Entities[0]]; e.Kind == Person && len(e.State) == 3 {
			if oneOnly(office) && strings.EqualFold(e.Office, office) && !e.Past {
				return ""
			}
			return e.State
		}
	}
	return ""
}

// asideBetween reports whether nothing but a phrase between commas and "and" stands
// from one name to the next: "Lind, the Chilean secretary of state, and Dahl, …".
func (r *reader) asideBetween(from, to int) bool {
	if to-from < 4 || to-from > 14 || r.doc.Tokens[from].Form != "," || r.doc.Tokens[to-2].Form != "," || r.doc.Tokens[to-1].Lemma != "and" {
		return false
	}
	for j := from + 1; j < to-2; j++ {
		if t := &r.doc.Tokens[j]; t.Form == "," || t.UPOS == "VERB" || t.UPOS == "PRON" || r.personAt[j] >= 0 {
			return false
		}
	}
	return true
}
