package what

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// attempts are nouns that make what follows them an aim: "in an attempt to end the war".
var attempts = words("attempt bid effort hope")

// purposed reports a peaceable deed that another is to bring about: "arrives for talks in
// an attempt to end the war". What is tried by itself ("attempted to end") is told as possible.
func (r *reader) purposed(m *found) bool {
	switch m.Type {
	case dateline.Retreat, dateline.Cooperate, dateline.Support, dateline.Agree, dateline.Aid, dateline.Concede:
	default:
		return false
	}
	v := m.Trigger
	if m.bound.row.Noun {
		v = m.Light
	}
	if v < 2 || !r.to(v) {
		return false
	}
	for i := v - 1; i > 0 && i > v-4; i-- {
		if attempts[r.lemma(i)] {
			return r.preposition(i) == "in"
		}
	}
	return false
}

// remorse reports blame that falls on its own author: "apologised for the delay, calling
// it a mistake".
func (r *reader) remorse(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	return m.Type == dateline.Accuse && len(m.recips) == 0 && t.XPOS == "VBG" && base(t.Rel) == "advcl" && apologizing[r.lemma(t.Head)]
}

var apologizing = words("apologize apologise regret atone")

// agreedWords reports words that others agree on saying: "agreed to make an offer to
// Norland" is the agreement.
func (r *reader) agreedWords(m *found) bool {
	v := m.Trigger
	if m.Light >= 0 {
		v = m.Light
	}
	t := &r.doc.Tokens[v]
	if m.Type == dateline.Agree && !m.bound.row.Noun && r.lemma(v) == "agree" && r.opinion(v) {
		return true
	}
	return m.Type == dateline.Request && base(t.Rel) == "xcomp" && r.to(v) && r.lemma(t.Head) == "agree"
}

// opinion reports a verb of agreeing over how things are: "agreed that it is an attack on
// all", where nothing is agreed to be done.
func (r *reader) opinion(v int) bool {
	for _, o := range r.doc.Children(v) {
		if l := r.lemma(int(o)); r.preposition(int(o)) == "on" && (l == "importance" || l == "imperative") {
			return true // "agreed on the importance of free elections"
		}
	}
	c := r.doc.Child(v, "ccomp")
	if c < 0 || r.doc.Child(v, "xcomp") >= 0 || r.doc.Child(c, "cop") < 0 {
		return false
	}
	for _, k := range r.doc.Children(c) {
		if r.doc.Tokens[k].XPOS == "MD" {
			return false
		}
	}
	return true
}

// sentFor reports the purpose of a deployment, told as one more: "sends troops to be
// stationed at the border".
func (r *reader) sentFor(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if m.Type != dateline.Mobilize || m.bound.row.Noun || !r.to(m.Trigger) || t.Head < 0 {
		return false
	}
	return slices.ContainsFunc(r.found, func(g *found) bool {
		return g != m && g.Type == m.Type && (g.Trigger == t.Head || r.doc.Tokens[t.Head].Head == g.Trigger && base(r.doc.Tokens[t.Head].Rel) == "obj")
	})
}

// holders are who held the people whom a passive tells to be freed: "two sailors
// detained by Norland were released".
func (r *reader) holders(f *frame) []int {
	for _, o := range f.get("o") {
		for c := o + 1; c < f.trigger; c++ { // also where it hangs on their firm
			if k := &r.doc.Tokens[c]; k.Rel != "acl" && k.Rel != "acl:relcl" || !holding[r.lemma(c)] {
				continue
			}
			for _, b := range r.doc.Children(c) {
				if base(r.doc.Tokens[b].Rel) == "obl" && r.preposition(int(b)) == "by" {
					return r.participants(r.referent(int(b)), false)
				}
			}
		}
	}
	return nil
}

var holding = words("detain hold arrest seize capture abduct kidnap imprison jail")

// visited is to whom a visit goes of which only the visitor is told: who approves it, or
// does something during it, is at home ("approved a visit by the Norland premier").
func (r *reader) visited(m *found) []int {
	t := &r.doc.Tokens[m.Trigger]
	if m.Type != dateline.Consult || m.Mode != "visit" || !m.bound.row.Noun || !m.bound.fills('A', "by") || m.PlaceHead >= 0 || t.Head < 0 {
		return nil
	}
	v := t.Head
	switch p := r.preposition(m.Trigger); {
	case p == "during" || p == "ahead_of":
		for up := 0; r.doc.Tokens[v].UPOS != "VERB" && r.doc.Tokens[v].Head >= 0 && up < 3; up++ {
			v = r.doc.Tokens[v].Head // hung on what stands before it
		}
	case m.Light < 0 || base(t.Rel) != "obj":
		return nil
	}
	s := r.subject(v, 0)
	if s < 0 {
		return nil
	}
	return slices.DeleteFunc(r.participants(s, false), func(t int) bool {
		return !r.political(t) || r.same(t, m.actors) || r.countrymen(t, m.actors)
	})
}

// signedWith reports what only says which agreement is meant: "ratified the treaty signed
// with Norland".
func (r *reader) signedWith(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	return !m.bound.row.Noun && t.Rel == "acl" && t.XPOS == "VBN" && len(m.actors) < 2 && !m.bound.fills('B', "s") && m.bound.fills('B', "with")
}

// talkedOf reports a deed that is only what others talk about: "spoke about the war, the
// sanctions and removing restrictions".
func (r *reader) talkedOf(m *found) bool {
	i := m.Trigger
	if m.bound.row.Noun || r.doc.Tokens[i].XPOS != "VBG" {
		return false
	}
	if h := r.doc.Tokens[i].Head; h >= 0 && base(r.doc.Tokens[i].Rel) == "conj" && talking[r.lemma(h)] && r.doc.Tokens[h].XPOS != "VBG" && r.leansOn(i) {
		return slices.ContainsFunc(r.doc.Tokens[h:i], func(t lang.Token) bool { return t.Lemma == "about" }) // hung on the verb
	}
	for r.doc.Tokens[i].Rel == "conj" {
		i = r.doc.Tokens[i].Head
	}
	if h := r.doc.Tokens[i].Head; h >= 0 && talking[r.lemma(h)] {
		switch r.preposition(i) {
		case "about", "on", "over":
			return true
		}
	}
	return false
}

var talking = words("speak talk negotiate converse confer consult")

// greeted is against whom a demonstration is that somebody meets with where he comes to:
// "arrives in Norland amid protests".
func (r *reader) greeted(m *found) []int {
	v := r.doc.Tokens[m.Trigger].Head
	if v < 0 || !m.bound.row.Noun || r.preposition(m.Trigger) != "amid" {
		return nil
	}
	for up := 0; r.doc.Tokens[v].UPOS != "VERB" && r.doc.Tokens[v].Head >= 0 && up < 3; up++ {
		v = r.doc.Tokens[v].Head
	}
	for _, g := range r.found {
		if g.Type == dateline.Consult && g.Mode == "visit" && (g.Trigger == v || g.Light == v) {
			return slices.DeleteFunc(slices.Clone(g.actors), func(t int) bool { return !r.political(t) })
		}
	}
	return nil
}
