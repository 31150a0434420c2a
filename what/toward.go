package what

import (
	"slices"

	"dateline"
	"dateline/who"
)

// toward gives a deed that is done to somebody, of which the row found nobody to whom,
// the other side that its words tell: within what is asked, refused, banned ("a ban on
// imports from Norland"), in what it answers ("after Norland's decision"), or who does
// what it is about ("went to Oslo amid criticism from Norland").
func (r *reader) toward(m *found) {
	if m.Type == dateline.Agree && len(m.recips) == 0 && len(m.actors) > 0 {
		m.actors = addAll(m.actors, r.others(m, r.contracted(m)))
		return
	}
	if m.Type == dateline.Retreat && m.Mode != "release" {
		m.recips = slices.DeleteFunc(m.recips, func(t int) bool {
			return r.nationAt(t) && (r.preposition(t) == "from" || r.doc.Tokens[t].Head == m.Trigger && r.preposition(t) != "to")
		})
	}
	if m.Type == dateline.Consult && len(m.recips) == 0 {
		m.recips = r.visited(m)
	}
	if m.Type == dateline.Protest && len(m.recips) == 0 {
		if m.recips = r.others(m, r.outside(m)); len(m.recips) == 0 {
			m.recips = r.greeted(m)
		}
		return
	}
	if len(m.recips) > 0 || !directed[m.Type] && !(m.Type == dateline.Retreat && m.Mode == "withdraw") {
		return
	}
	for _, look := range [...]func(*found) []int{r.complements, r.sameAttack, r.interlocutor, r.judgedDoer, r.answered, r.unlessDone, r.amid, r.agreeing, r.replying, r.against, r.onlyOther} {
		if m.recips = r.others(m, look(m)); len(m.recips) > 0 {
			return
		}
	}
}

// directed are the types of deeds that somebody bears.
var directed = map[dateline.Type]bool{
	dateline.Accuse: true, dateline.Reject: true, dateline.Request: true, dateline.Support: true, dateline.Sanction: true,
	dateline.Coerce: true, dateline.Threaten: true, dateline.Concede: true, dateline.Aid: true, dateline.Assault: true,
}

// others keeps those who may be the other side: political, none of the doers nor
// of their state.
func (r *reader) others(m *found, toks []int) []int {
	return slices.DeleteFunc(toks, func(t int) bool {
		return !r.sidelike(t) || r.same(t, m.actors) || r.countrymen(t, m.actors)
	})
}

// sidelike reports a state or somebody who acts for one or for a body between states.
func (r *reader) sidelike(t int) bool {
	n := r.mention(t)
	if n == nil || r.timeWord(t) {
		return false
	}
	e := &r.who.Entities[n.Entities[0]]
	if e.Kind == who.Org && e.State == "" && !e.Armed && n.Form == who.Named {
		return false
	}
	return e.Political
}

// complements finds the other side in what hangs on the trigger, the nearest first.
func (r *reader) complements(m *found) []int {
	level := r.below(m.Trigger, m, true)
	if m.Light >= 0 {
		level = append(level, slices.DeleteFunc(r.below(m.Light, m, true), func(t int) bool { return t == m.Trigger })...)
	}
	for depth := 0; depth < deepest(m) && len(level) > 0; depth++ {
		var out, next []int
		for _, t := range level {
			if m.Type == dateline.Retreat && depth == 0 {
				next = append(next, r.below(t, m, false)...)
				continue // "withdrew from the treaty with Norland", but not "from Norland"
			}
			out = addAll(out, r.others(m, r.joinedSomeone(r.referent(t))))
			next = append(next, r.below(t, m, false)...)
		}
		if len(out) > 0 {
			return out
		}
		level = next
	}
	return nil
}

// deepest is how many words down the other side may stand: "ships carrying arms supplied
// to Norland".
func deepest(m *found) int {
	if barring(m) {
		return 6
	}
	return 4
}

// below are the tokens under one that may tell to whom something is done: objects,
// complements, owners; not where, when, why or by whom.
func (r *reader) below(t int, m *found, top bool) []int {
	var out []int
	proper := r.doc.Tokens[t].UPOS == "PROPN" // "the Treaty on Armed Forces in the South" names no other side
	borne := !top && m.Type == dateline.Accuse && r.attackNoun(t)
	for _, c32 := range r.doc.Children(t) {
		c := int(c32)
		k := &r.doc.Tokens[c]
		if borne && k.Rel != "nmod:poss" && r.preposition(c) != "by" {
			continue // "condemned the attack on Norland": on those who did it
		}
		switch base(k.Rel) {
		case "obj", "iobj", "xcomp":
			if r.doc.Tokens[t].Rel == "acl" && base(k.Rel) == "xcomp" {
				continue // "a line planned to pass Norland by"
			}
			out = append(out, c)
		case "ccomp":
			if !top || m.Type != dateline.Accuse {
				out = append(out, c)
			}
		case "nsubj": // "chose not to certify that Norland complies"
			if !top && m.Type == dateline.Reject && base(r.doc.Tokens[t].Rel) == "ccomp" {
				out = append(out, c)
			}
		case "amod", "compound":
			if !top && r.mention(c) != nil {
				out = append(out, c)
			}
		case "acl":
			switch {
			case !top && k.Rel == "acl" && k.XPOS == "VBN", r.to(c), !top && barring(m) && k.UPOS == "VERB":
				out = append(out, c)
			case !top && k.Rel == "acl" && k.XPOS == "VBG": // "a cable linking it to Norland"
				for _, o := range r.doc.Children(c) {
					if p := r.preposition(int(o)); base(r.doc.Tokens[o].Rel) == "obl" && (p == "to" || p == "with") {
						out = append(out, int(o))
					}
				}
			}
		case "advcl":
			if p := r.preposition(c); top && k.XPOS == "VBG" && (p == "against" || p == "from") && m.Type == dateline.Reject {
				out = append(out, c) // "rules against giving the islands to Norland"
			}
		case "nmod", "obl":
			if k.Rel == "nmod:poss" {
				if !top {
					out = append(out, c)
				}
				continue
			}
			switch p := r.preposition(c); {
			case p == "to", p == "against", p == "with", p == "from" && !r.fromPlace(m, c), p == "on" && !r.timeWord(c) && !proper, p == "upon", p == "toward", p == "towards":
				out = append(out, c)
			case p == "of", p == "by", p == "between", p == "into", p == "for" && !proper:
				if !top || m.bound.row.Noun && p == "of" {
					out = append(out, c)
				}
			case p == "in" && !top && !proper && m.Type != dateline.Request && base(k.Rel) == "nmod" && !r.town(c):
				out = append(out, c)
			}
		}
	}
	return out
}

// fromPlace reports that "from" tells where somebody stood.
func (r *reader) fromPlace(m *found, c int) bool {
	return r.town(c) && r.doc.Tokens[c].Head == m.Trigger
}

func (r *reader) town(t int) bool {
	p := r.where.At(t)
	return p != nil && p.Kind == "city"
}

// attackNoun reports a noun of attack, whose complements tell who bore it.
func (r *reader) attackNoun(t int) bool {
	rows := r.tabs.noun[r.lemma(t)]
	return r.doc.Tokens[t].UPOS == "NOUN" && len(rows) > 0 && (rows[0].Type == dateline.Assault || rows[0].Type == dateline.Coerce)
}

// judgedDoer is who did what a definite noun means that is complained of: "spoke out
// against the raid".
func (r *reader) judgedDoer(m *found) []int {
	if m.Type != dateline.Accuse && m.Type != dateline.Reject {
		return nil
	}
	for _, c := range r.doc.Children(m.Trigger) {
		switch base(r.doc.Tokens[c].Rel) {
		case "obj", "obl", "nmod":
			switch r.preposition(int(c)) {
			case "", "against", "at", "over", "of":
				if out := r.doersOf(int(c), m); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// answered is whose deed a demand, a refusal or a measure answers: "demanded an
// apology after Norland's minister said", "was angry over Norland's test".
func (r *reader) answered(m *found) []int {
	switch m.Type {
	case dateline.Accuse, dateline.Reject, dateline.Request, dateline.Threaten, dateline.Sanction:
	default:
		return nil
	}
	if len(m.actors) == 0 {
		return nil
	}
	for _, c32 := range r.doc.Children(m.Trigger) {
		c := int(c32)
		k := &r.doc.Tokens[c]
		p := r.preposition(c)
		if k := r.doc.Child(c, "mark"); p == "" && k >= 0 {
			p = r.lemma(k)
		}
		switch p {
		case "after", "over", "because", "following", "in_response_to", "in_retaliation_for":
		default:
			continue
		}
		switch base(k.Rel) {
		case "advcl":
			if s := r.subject(c, 0); s >= 0 && !r.passive(c) {
				return r.joinedSomeone(s)
			}
		case "obl", "nmod":
			if r.someone(c) {
				continue
			}
			if out := r.owners(c, true); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// unlessDone is upon whose deed a threat depends: "threatens to close the strait if
// Norland builds the dam".
func (r *reader) unlessDone(m *found) []int {
	if m.Type != dateline.Threaten || m.bound.row.Noun && m.Light < 0 {
		return nil
	}
	at := m.Trigger
	if m.Light >= 0 {
		at = m.Light
	}
	first, last := r.doc.Subtree(at)
	for i := first; i < last; i++ {
		if t := &r.doc.Tokens[i]; t.Rel == "mark" && (t.Lemma == "if" || t.Lemma == "unless") {
			if s := r.subject(t.Head, 0); s >= 0 {
				return r.joinedSomeone(s)
			}
		}
	}
	return nil
}

// amid is who does what the words of others are about: "began a visit amid
// criticism from Norland", "despite protests by Norland".
func (r *reader) amid(m *found) []int {
	at := m.Trigger
	t := &r.doc.Tokens[at]
	if t.Rel == "acl" && t.XPOS == "VBN" { // "resigned after sanctions imposed by"
		at = t.Head
		t = &r.doc.Tokens[at]
	} else if !m.bound.row.Noun {
		return nil
	}
	if len(m.actors) == 0 || t.Head < 0 {
		return nil
	}
	switch m.Type {
	case dateline.Accuse, dateline.Request, dateline.Reject, dateline.Threaten, dateline.Sanction:
	default:
		return nil
	}
	switch r.preposition(at) {
	case "amid", "despite", "amidst", "over", "following", "after", "in_spite_of", "under":
	default:
		return nil
	}
	if s := r.subject(r.clause(t.Head), 0); s >= 0 {
		return r.joinedSomeone(s)
	}
	return nil
}

// barring reports a measure whose other side may stand in what a thing is for: "shipments
// that could help the Norland army".
func barring(m *found) bool { return m.Type == dateline.Sanction || m.Type == dateline.Coerce }

// contracted is the other side of a deal of which one side is told, within what is
// approved or signed: "approved a deal with Norland", "pacts between the two countries".
func (r *reader) contracted(m *found) []int {
	o := r.doc.Child(m.Trigger, "obj")
	if o < 0 {
		o = r.doc.Child(m.Trigger, "obl")
	}
	if m.bound.row.Noun || o < 0 {
		return nil
	}
	if addressedTo[r.lemma(o)] || r.lemma(o) == "call" || r.lemma(o) == "appeal" { // "accepts Norland's offer"
		return r.owners(o, true)
	}
	if !r.inClass("agreement", o) {
		return nil
	}
	var out []int
	for _, c := range r.doc.Children(o) {
		if p := r.preposition(int(c)); base(r.doc.Tokens[c].Rel) == "nmod" && (p == "with" || p == "between") {
			out = addAll(out, r.joinedSomeone(r.referent(int(c))))
		}
	}
	return out
}

// agreeing is who gives in to a demand that is told as a noun: "agreed to a request by
// Norland".
func (r *reader) agreeing(m *found) []int {
	t := &r.doc.Tokens[m.Trigger]
	if m.Type != dateline.Request || !m.bound.row.Noun || base(t.Rel) != "obl" || r.preposition(m.Trigger) != "to" || !yielding[r.lemma(t.Head)] {
		return nil
	}
	if s := r.subject(t.Head, 0); s >= 0 {
		return r.joinedSomeone(s)
	}
	return nil
}

var yielding = words("agree accede respond yield bow comply consent submit object")

// outside is before whose house people protest: "marched outside the Norland embassy".
func (r *reader) outside(m *found) []int {
	first, last := r.doc.Subtree(m.Trigger)
	for c := first; c < last; c++ {
		switch r.preposition(c) {
		case "outside", "in_front_of", "at", "near", "to":
			if n := r.mention(c); n != nil && (r.inClass("embassy", c) || r.doc.Tokens[c].Head == m.Trigger && n.Form == who.Named && r.who.Entities[n.Entities[0]].Kind == who.Org) {
				return []int{c}
			}
		}
	}
	return nil
}
