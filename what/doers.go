package what

import (
	"slices"
	"strings"

	"dateline"
	"dateline/who"
)

// announcer is who tells of his own measure in the passive: "the ministry
// announced that the embassy will be closed".
func (r *reader) announcer(v int) []int {
	t := &r.doc.Tokens[v]
	if base(t.Rel) != "ccomp" || t.Head < 0 || !announcing[r.lemma(t.Head)] || !r.future(v) && !r.nowDone(v) {
		return nil
	}
	s := r.subject(t.Head, 0)
	if s < 0 {
		return nil
	}
	return slices.DeleteFunc(r.participants(s, false), func(t int) bool { return !r.political(t) })
}

// nowDone reports a passive of the present: "announced that flights are banned".
func (r *reader) nowDone(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel == "aux:pass" && (k.XPOS == "VBZ" || k.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// pledger is the office-holder who says what will be done, where it can only be his own
// side that does it: "the defence minister said that two frigates would be sent".
func (r *reader) pledger(v int) []int {
	t := &r.doc.Tokens[v]
	if base(t.Rel) != "ccomp" || t.Head < 0 || r.lemma(t.Head) != "say" && r.lemma(t.Head) != "state" || !r.future(v) && !r.would(v) {
		return nil
	}
	s := r.subject(t.Head, 0)
	if s < 0 {
		return nil
	}
	return slices.DeleteFunc(r.participants(s, false), func(t int) bool { return !r.political(t) || !r.stateful(t) && !r.officer(t) })
}

var announcing = words("announce declare indicate confirm decide order decree reveal")

// unknown reports people of whom who says nothing: a noun that is neither a
// thing that acts for somebody nor an event ("the strike killed two").
func (r *reader) unknown(t int) bool {
	tok := &r.doc.Tokens[t]
	if tok.UPOS == "NOUN" && (r.inClass("soldiery", t) || r.bands(t)) {
		return true // "the military killed ten protesters"
	}
	return tok.UPOS == "NOUN" && !r.inClass("agency", t) && len(r.tabs.noun[r.lemma(t)]) == 0 && agentive(r.lemma(t))
}

// agentive tells nouns for people by their endings.
func agentive(lemma string) bool {
	for _, e := range [...]string{"er", "or", "ist", "ian", "man", "men", "ant", "people", "ee", "mob", "crowd", "youth", "thug"} {
		if strings.HasSuffix(lemma, e) {
			return true
		}
	}
	return false
}

// lawful tells deeds that only those who hold power in a country can do.
func lawful(m *found) bool {
	switch m.Mode {
	case "arrest", "deport", "release", "allege", "expel":
		return true
	}
	return m.CAMEO == "116" || m.CAMEO == "112" || m.CAMEO == "075"
}

// measure tells what only a government takes: curfews and restrictions, a state of
// emergency, an exercise or parade, and the easing of such things.
func measure(m *found) bool {
	switch m.CAMEO {
	case "1723", "172", "150", "152", "085", "081":
		return m.Type == dateline.Coerce || m.Type == dateline.Mobilize || m.Type == dateline.Concede
	}
	return false
}

// answerer is who denies an accusation, or rejects or heeds a demand: it was made
// to him.
func (r *reader) answerer(m *found) []int {
	t := &r.doc.Tokens[m.Trigger]
	if base(t.Rel) != "obj" || len(m.actors) == 0 {
		return nil
	}
	verb := r.lemma(t.Head)
	if !denying[verb] && (m.Type == dateline.Accuse || !answering[verb]) {
		return nil
	}
	if s := r.subject(t.Head, 0); s >= 0 {
		return r.participants(s, false)
	}
	return nil
}

var (
	denying   = words("deny refute rebut")
	answering = words("reject dismiss refuse rebuff accept heed ignore defy spurn decline turn")
)

// orderer is the subject of the verb above an infinitive, where the parser hung a
// clause on that which the one above did: "ordered her to leave after accusing her".
func (r *reader) orderer(v int) []int {
	t := &r.doc.Tokens[v]
	if base(t.Rel) != "advcl" || t.XPOS != "VBG" || r.doc.Child(v, "nsubj") >= 0 {
		return nil
	}
	h := &r.doc.Tokens[t.Head]
	if base(h.Rel) != "xcomp" && base(h.Rel) != "advcl" || h.Head < 0 || !r.to(t.Head) {
		return nil
	}
	if s := r.subject(h.Head, 0); s >= 0 {
		return r.participants(s, false)
	}
	return nil
}

// oneSide tells an exercise that the forces of one state hold by themselves.
func (r *reader) oneSide(m *found) bool {
	if len(m.actors) == 2 && len(m.recips) == 0 && r.countrymen(m.actors[0], m.actors[1:]) {
		return true // "two Norland aircraft carriers"
	}
	if len(m.actors) != 1 || len(m.recips) > 0 {
		return false
	}
	x := r.mention(m.actors[0])
	return x != nil && len(x.Entities) == 1 && r.who.Entities[x.Entities[0]].State != "" && r.who.Entities[x.Entities[0]].Kind != who.State
}

// governments reports whether nobody acts but states and their bodies, who complain
// where people demonstrate.
func (r *reader) governments(m *found) bool {
	for _, t := range m.actors {
		x := r.mention(t)
		if x == nil {
			return false
		}
		if e := &r.who.Entities[x.Entities[0]]; !e.Political || e.Kind != who.State && (e.Kind != who.Org || e.State == "") && (e.Kind != who.Person || e.Office == "") {
			return false
		}
	}
	return len(m.actors) > 0
}

// together tells an exercise that the forces of several states hold, and what is
// called a joint one.
func (r *reader) together(m *found) bool {
	n := m.Trigger
	if !m.bound.row.Noun {
		n = r.doc.Child(n, "obj")
	}
	if n < 0 || !r.inClass("exercise", n) || len(m.actors) < 2 {
		return false
	}
	states := map[string]bool{}
	for _, t := range m.actors {
		if x := r.mention(t); x != nil && r.who.Entities[x.Entities[0]].State != "" {
			states[r.who.Entities[x.Entities[0]].State] = true
		}
	}
	return len(states) > 1
}

// sameCustody is the power that held somebody whom another clause of the sentence
// tells to be arrested, tried or freed: "was jailed in Norland after being arrested".
func (r *reader) sameCustody(v int) []int {
	h := r.doc.Tokens[v].Head
	if h < 0 || base(r.doc.Tokens[v].Rel) != "advcl" {
		return nil
	}
	for _, g := range r.found {
		if g.Trigger == h && lawful(g) && r.passive(h) {
			return g.actors
		}
	}
	return nil
}

func (r *reader) forces(b bound) []int {
	for _, bd := range b.roles {
		if bd.slot.Has('T') {
			for _, t := range bd.toks {
				if r.inClass("troops", t) {
					return r.participants(t, false)
				}
			}
		}
	}
	return nil
}
