package what

import (
	"slices"

	"dateline"
)

// idle tells words that a row fits but that tell of no event: a fight in court,
// a consequence, advice to one's own people.
func (r *reader) idle(m *found) bool {
	if r.provision(m) || r.purposed(m) || r.remorse(m) || r.agreedWords(m) || r.sentFor(m) || r.talkedOf(m) {
		return true
	}
	if t := &r.doc.Tokens[m.Trigger]; m.Type == dateline.Retreat && r.lemma(m.Trigger) == "leave" && t.XPOS == "VBG" && base(t.Rel) == "advcl" {
		return r.leftBehind(m.Trigger) || r.preposition(m.Trigger) == "while" || r.marked(m.Trigger, "while") // "leaving one dead", "while leaving the institute"
	}
	switch m.Type {
	case dateline.Assault:
		return r.figurative(m) || !m.bound.row.Noun && r.lemma(m.Trigger) == "fight" && (r.to(m.Trigger) || r.doc.Child(m.Trigger, "xcomp", "advcl") > m.Trigger) && len(m.actors)+len(m.recips) < 2 || r.feigned(m) // "went abroad to fight", "will fight to bring them home"
	case dateline.Agree:
		return r.leave(m) || r.signedWith(m)
	case dateline.Cooperate:
		return !m.bound.row.Noun && r.lemma(m.Trigger) == "work" && (len(m.recips) == 0 || !slices.ContainsFunc(m.recips, func(t int) bool { return !r.countrymen(t, m.actors) }))
	case dateline.Concede:
		return r.consequence(m)
	case dateline.Threaten, dateline.Aid:
		return r.ownPeople(m) || m.Type == dateline.Threaten && r.advised(m)
	case dateline.Consult:
		return r.reception(m) || r.atHome(m) || r.topic(m)
	case dateline.Accuse:
		if m.bound.row.Noun && r.lemma(m.Trigger) == "charge" && r.preposition(m.Trigger) == "in" {
			return true // "in charge of the hearings"
		}
		return r.byword(m) || r.amongOwn(m) || r.unaddressed(m) || m.bound.row.Noun && r.lemma(m.Trigger) == "claim" && r.ofRight(m.Trigger) || m.bound.row.Noun && r.lemma(m.Trigger) == "claim" && r.doc.Tokens[m.Trigger].XPOS == "NNS" && !m.bound.fills('R', "against") && !m.bound.fills('T', "that", "of") // "territorial claims"
	}
	return false
}

// leftBehind reports an object told with what became of it: "leaving two dead".
func (r *reader) leftBehind(v int) bool {
	first, last := r.doc.Subtree(v)
	for i := first; i < last; i++ {
		switch r.doc.Tokens[i].Lemma {
		case "dead", "wounded", "injured", "homeless", "hurt", "stranded", "unclear", "wound", "injure":
			return true
		}
	}
	return false
}

// feigned tells "simulated attacks" from attacks.
func (r *reader) feigned(m *found) bool {
	return m.bound.row.Noun && (r.hasModifier(m.Trigger, "simulated") || r.hasModifier(m.Trigger, "mock") || r.hasModifier(m.Trigger, "verbal"))
}

// figurative tells a fight without arms: "a legal battle", "their battle to
// keep the seat", "the war on drugs".
func (r *reader) figurative(m *found) bool {
	n := m.Trigger
	if !m.bound.row.Noun || !r.inClass("struggle", n) {
		return false
	}
	if next := n + 1; next < len(r.doc.Tokens) && r.doc.Tokens[next].XPOS == "TO" {
		return true
	}
	for _, c := range r.doc.Children(n) {
		k := &r.doc.Tokens[c]
		switch p := r.preposition(int(c)); {
		case int(c) < n && (base(k.Rel) == "amod" || k.Rel == "compound") && r.inClass("unarmed", int(c)):
			return true
		case int(c) > n && (p == "on" || p == "against" || p == "over" || p == "for") && r.inClass("evils", int(c)):
			return true
		}
	}
	return false
}

// consequence tells "…, allowing the bank to reopen": what a deed makes possible
// is no concession of its doer.
func (r *reader) consequence(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	return t.XPOS == "VBG" && base(t.Rel) == "advcl" && r.doc.Child(m.Trigger, "mark") < 0 && consequences[r.lemma(m.Trigger)]
}

var consequences = words("allow permit let enable")

// advised tells a warning to the public, "warns consumers that", from one to an opponent.
func (r *reader) advised(m *found) bool {
	if l := r.lemma(m.Trigger); m.bound.row.Noun || l != "warn" && l != "caution" || len(m.recips) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.recips, func(t int) bool { return r.political(t) || r.foreign(t) || r.called(t) || r.armed(t) })
}

// ownPeople tells what is said or done to nobody but one's own people: "warned its
// citizens", "evacuated its diplomats".
func (r *reader) ownPeople(m *found) bool {
	if m.bound.row.Noun || len(m.actors) == 0 {
		return false
	}
	own := false
	for _, b := range m.bound.roles {
		if b.slot.Name != "o" {
			continue
		}
		for _, t := range b.toks {
			if m.Type == dateline.Aid && !r.inClass("staff", t) {
				return false
			}
			if !r.owned(t, m.actors) {
				return false
			}
			own = true
		}
	}
	return own
}

// owned reports people told as somebody's own: "its citizens", "Danish
// travellers" to the Danish embassy.
func (r *reader) owned(t int, whose []int) bool {
	if r.doc.Tokens[t].UPOS != "NOUN" || !r.inClass("people", t) {
		return false
	}
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if int(c) > t || k.Rel != "nmod:poss" && k.Rel != "amod" && k.Rel != "compound" {
			continue
		}
		if x := r.referent(int(c)); r.same(x, whose) || r.countrymen(x, whose) {
			return true
		}
	}
	return false
}

// reception tells "the plan was met with anger": nobody met anybody.
func (r *reader) reception(m *found) bool {
	if m.Mode != "meet" || m.bound.row.Noun || r.lemma(m.Trigger) != "meet" || !r.passive(m.Trigger) {
		return false
	}
	s := r.doc.Child(m.Trigger, "nsubj")
	return s >= 0 && !r.someone(r.referent(s)) && len(r.behind(r.referent(s))) == 0
}

// atHome tells an office-holder's way about his own country, which is no visit
// between two sides.
func (r *reader) atHome(m *found) bool {
	if m.Mode != "visit" || len(m.actors) == 0 || len(m.recips) == 0 || r.lemma(m.Trigger) != "visit" {
		return false
	}
	return !slices.ContainsFunc(m.recips, func(t int) bool { return !r.countrymen(t, m.actors) || r.same(t, m.actors) })
}

// told are those to whom a clause is said: "told Denmark that it would".
func (r *reader) told(v int) []int {
	t := &r.doc.Tokens[v]
	if base(t.Rel) != "ccomp" || t.Head < 0 {
		return nil
	}
	if o := r.doc.Child(t.Head, "obj", "iobj"); o >= 0 && o < v {
		return r.participants(r.referent(o), true)
	}
	return nil
}

// provision tells what a bill or treaty is to do: "opposes a bill that will
// recognise the islands".
func (r *reader) provision(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if m.bound.row.Noun || t.Rel != "acl:relcl" || t.Head < 0 {
		return false
	}
	if m.Type == dateline.Agree && r.inClass("agreement", t.Head) && r.within(m.Trigger) {
		return true // "a deal in which Norland agrees to cut tariffs"
	}
	if !r.future(m.Trigger) && !r.would(m.Trigger) {
		return false
	}
	s := r.doc.Child(m.Trigger, "nsubj")
	if s < 0 {
		return false
	}
	switch f := lower(r.doc.Tokens[s].Form); f {
	case "that", "which":
		return bills[r.lemma(t.Head)]
	}
	return false
}

// within reports a relative clause that tells what is in something: "in which",
// "under which".
func (r *reader) within(v int) bool {
	for _, c := range r.doc.Children(v) {
		if r.doc.Tokens[c].Lemma != "which" {
			continue
		}
		switch r.preposition(int(c)) {
		case "in", "under", "by":
			return true
		}
	}
	return false
}

var bills = words("bill law legislation resolution draft proposal amendment treaty motion decree")

// ofRight reports a claim that blames nobody: "the claim that the islands are its own".
func (r *reader) ofRight(n int) bool {
	for _, c := range r.doc.Children(n) {
		if base(r.doc.Tokens[c].Rel) == "acl" && r.marked(int(c), "that") {
			return !r.alleged(int(c))
		}
	}
	return false
}
