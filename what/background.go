package what

import (
	"slices"

	"dateline"
)

// Deeds told by a noun in passing, "after the killing of 62 people", "despite a
// ceasefire", "following the imposition of martial law", are often told without
// those who did them. Here stands what the clause around them tells of them.

// remembered reports violence that is told as known, by a definite noun with those
// who bore it or the place: "since the attack on Aby Island", "the murder of a
// Norland tourist". Such counts though nobody is told to have done it.
func (r *reader) remembered(m *found) bool {
	if m.Type != dateline.Assault || !m.bound.row.Noun || m.Light >= 0 || !r.bloody(m.Trigger) && !deadly[r.lemma(m.Trigger)] || r.calamity(m) {
		return false
	}
	if !r.toldBefore(m.Trigger) && !(r.inClass("terror", m.Trigger) && circumstances[r.preposition(m.Trigger)]) {
		return false
	}
	if m.PlaceHead >= 0 || slices.ContainsFunc(m.recips, r.isPlace) {
		return true
	}
	for _, b := range m.bound.roles {
		for _, t := range b.toks {
			if b.slot.Has('R') && (b.slot.Name == "on" && r.isPlace(t) || (r.inClass("killing", m.Trigger) || deadly[r.lemma(m.Trigger)]) && (r.someone(t) || r.people(t))) {
				return true
			}
		}
	}
	return false
}

var deadly = words("shooting stabbing poisoning abduction kidnapping")

// people reports a noun for people that are counted or told by their nation.
func (r *reader) people(t int) bool {
	return r.doc.Tokens[t].UPOS == "NOUN" && (r.inClass("people", t) || agentive(r.lemma(t))) && (r.doc.Child(t, "nummod") >= 0 || r.foreign(t))
}

// toldBefore reports a noun told as known: with "the", an owner, a year or a day.
func (r *reader) toldBefore(n int) bool {
	for _, c := range r.doc.Children(n) {
		switch k := &r.doc.Tokens[c]; {
		case k.Rel == "det" && (k.Lemma == "the" || k.Lemma == "this" || k.Lemma == "that" || k.Lemma == "these"), k.Rel == "nmod:poss":
			return true
		case int(c) < n && (k.UPOS == "NUM" && len(k.Form) == 4 || r.timeWord(int(c))):
			return true
		}
	}
	return false
}

// ownMeasure is whose measure an emergency, a curfew or a crackdown is that is told in
// passing: of the state or government whose deed the clause tells.
func (r *reader) ownMeasure(m *found) []int {
	if !m.bound.row.Noun || m.Light >= 0 || len(m.actors)+len(m.recips) > 0 {
		return nil
	}
	switch {
	case m.Type == dateline.Mobilize && m.CAMEO == "152", m.Type == dateline.Coerce && (m.Mode == "curfew" || m.CAMEO == "175"):
	default:
		return nil
	}
	return r.clauseSide(m.Trigger)
}

// paraded is whose show of force it is with which somebody marks a day: "celebrated its
// anniversary with a military parade".
func (r *reader) paraded(m *found) []int {
	if m.Type != dateline.Mobilize || !m.bound.row.Noun || m.Light >= 0 || len(m.actors)+len(m.recips) > 0 || r.preposition(m.Trigger) != "with" {
		return nil
	}
	for h, up := r.doc.Tokens[m.Trigger].Head, 0; h >= 0 && up < 3; h, up = r.doc.Tokens[h].Head, up+1 {
		if r.doc.Tokens[h].UPOS != "VERB" {
			continue
		}
		if s := r.subject(h, 0); s >= 0 && r.political(s) {
			return r.participants(s, false)
		}
		break
	}
	return nil
}

// clauseSide is the political subject of the clause in whose circumstances a noun stands.
func (r *reader) clauseSide(n int) []int {
	t := &r.doc.Tokens[n]
	p := r.preposition(n)
	if base(t.Rel) == "nmod" && t.Head >= 0 && r.inClass("aspect", t.Head) { // "following the imposition of martial law"
		p = r.preposition(t.Head)
		t = &r.doc.Tokens[t.Head]
	}
	if base(t.Rel) != "obl" || t.Head < 0 {
		return nil
	}
	switch p {
	case "after", "following", "amid", "despite", "during", "under", "since", "because_of":
	default:
		return nil
	}
	for h, up := t.Head, 0; h >= 0 && up < 3; h, up = r.doc.Tokens[h].Head, up+1 {
		if s := r.subject(h, 0); s >= 0 && r.political(s) {
			return r.participants(s, false)
		}
	}
	return nil
}

// truceSides are who fights in spite of a truce: they made it, "clashes between the army
// and the rebels continue despite a ceasefire".
func (r *reader) truceSides(m *found) []int {
	t := &r.doc.Tokens[m.Trigger]
	if m.Mode != "ceasefire" || !m.bound.row.Noun || len(m.actors)+len(m.recips) > 0 || base(t.Rel) != "obl" || t.Head < 0 || r.preposition(m.Trigger) != "despite" {
		return nil
	}
	for _, g := range r.found {
		if g.Type == dateline.Assault && (g.Trigger == t.Head || g.Light == t.Head) {
			return append(slices.Clone(g.actors), g.recips...)
		}
	}
	return nil
}

// polled reports an election that is told with its day or as one that was, is or is to be
// held: "ahead of the parliamentary election on October 26", "the disputed election".
func (r *reader) polled(m *found) bool {
	if m.Type != dateline.Office || m.Mode != "run" || !m.bound.row.Noun || m.Light >= 0 {
		return false
	}
	first, last := r.doc.Subtree(m.Trigger)
	for i := first; i < last; i++ {
		if r.timeWord(i) && (i < m.Trigger || r.doc.Tokens[i].Head == m.Trigger) {
			return true
		}
	}
	for _, c := range r.doc.Children(m.Trigger) {
		if int(c) < m.Trigger && held[r.lemma(int(c))] {
			return true
		}
	}
	return false
}

var held = words("upcoming forthcoming disputed recent current last next scheduled planned rigged postponed annulled contested fraudulent")

// soil is the one state that the places of a sentence lie in, or failing that those of the
// sentence before: whoever is arrested there is arrested by its authorities.
func (r *reader) soil(v int) []int {
	s := r.doc.Tokens[v].Sent
	for back := 0; back < 2 && s-back >= 0; back++ {
		state, at := "", -1
		for i := range r.where.Mentions {
			p := &r.where.Mentions[i]
			if k := &r.doc.Tokens[p.Head]; k.Sent != s-back || p.Place.State == "" {
				continue
			}
			if in := r.preposition(p.Head); p.Kind == "state" && in != "in" && in != "at" && r.doc.Tokens[p.Head].Rel != "nmod:unmarked" {
				continue // a state that acts
			}
			if state != "" && state != p.Place.State {
				return nil
			}
			state = p.Place.State
			if m := r.mention(p.Head); m != nil && at < 0 && r.who.Entities[m.Entities[0]].State == p.Place.State && r.political(p.Head) {
				at = p.Head
			}
		}
		if at >= 0 {
			return []int{at}
		}
		if state != "" {
			return nil
		}
	}
	return nil
}

// labour reports a strike of a sentence that speaks of workers and of no arms.
func (r *reader) labour(i int) bool {
	work := false
	s := r.doc.Sentences[r.doc.Tokens[i].Sent]
	for k := s.First; k < s.Last; k++ {
		switch r.lemma(k) {
		case "worker", "union", "teacher", "nurse", "wage", "pay", "labour", "labor", "railway", "pension":
			work = true
		case "missile", "drone", "air", "airstrike", "military", "army", "rocket", "bomb", "militant", "kill", "rebel":
			return false
		}
	}
	return work
}
