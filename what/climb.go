package what

import (
	"strings"

	"dateline"
)

// climb goes up from a verb, letting every governing word have its say.
func (r *reader) climb(s *standing, v, depth int) {
	t := &r.doc.Tokens[v]
	if t.Head < 0 || depth > 8 {
		return
	}
	h := &r.doc.Tokens[t.Head]
	switch rel := base(t.Rel); rel {
	case "conj":
		if h.UPOS != "VERB" && h.UPOS != "ADJ" {
			return
		}
		if base(h.Rel) == "advcl" && !r.leansOn(v) && r.doc.Child(v, "mark") < 0 && r.conditional(t.Head) {
			s.apply(Conditional, "if, over its conjuncts")
			s.drop = true
			return
		}
		if r.leansOn(v) {
			r.governor(s, t.Head)
		}
		if r.leansOn(v) {
			r.climb(s, t.Head, depth+1)
		}
	case "xcomp":
		if r.to(v) && h.UPOS == "VERB" && r.inClass("approach", t.Head) {
			if _, ok := r.tabs.effect("verb", r.lemma(t.Head), "inf"); !ok {
				r.adverbial(s, v, t.Head, depth) // "visited Norland to meet", whatever the tree calls it
				return
			}
		}
		if s.words && r.to(v) && politely[r.lemma(t.Head)] && r.performing(t.Head) && r.ofState(v) {
			s.say("%s to: a polite way of doing it", h.Form)
			return // "I would like to congratulate"
		}
		place := "inf"
		if t.XPOS == "VBG" || (t.XPOS == "VBN" || t.UPOS == "ADJ") && !r.to(v) {
			place = "ing" // "denied having attacked", "remains concerned"
		}
		r.under(s, t.Head, place)
		r.climb(s, t.Head, depth+1)
	case "ccomp":
		r.under(s, t.Head, "that")
		if r.subjectless(v) {
			r.climb(s, t.Head, depth+1)
		}
	case "advcl":
		r.adverbial(s, v, t.Head, depth)
	case "acl":
		r.attributive(s, v, t.Head, depth)
	case "csubj":
		r.under(s, t.Head, "s")
	case "obl", "nmod", "obj":
		if t.XPOS == "VBG" {
			r.nounPlace(s, v)
		}
	}
}

// leansOn tells a coordinated verb that shares the auxiliaries of the first:
// "will meet … and visit".
func (r *reader) leansOn(v int) bool {
	t := &r.doc.Tokens[v]
	bare := t.XPOS == "VBP" && t.Head >= 0 && r.doc.Tokens[t.Head].XPOS == "VB" && r.doc.Child(v, "nsubj") < 0 && !r.andAlso(v) // "to rescue and begin"
	if t.XPOS != "VB" && t.XPOS != "VBN" && t.XPOS != "VBG" && !bare {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) == "aux" && r.doc.Tokens[c].Rel != "aux:pass" {
			return false
		}
	}
	return true
}

// andAlso reports a verb with "also", which begins a clause of its own: "will act, and
// also call for talks".
func (r *reader) andAlso(v int) bool {
	a := r.doc.Child(v, "advmod")
	return a >= 0 && a < v && r.lemma(a) == "also"
}

// under lets the word above a complement clause speak, with its own tense.
func (r *reader) under(s *standing, g int, place string) {
	h := &r.doc.Tokens[g]
	if l := r.lemma(g); (l == "continue" || l == "keep") && !s.consult && s.status == dateline.Happened {
		s.say("%s: goes on", h.Form)
		s.status, s.tensed = dateline.Ongoing, true
		return
	}
	kind := "verb"
	switch h.UPOS {
	case "ADJ":
		kind = "adj"
	case "NOUN":
		kind = "noun"
	}
	e, ok := r.tabs.effect("adj", lower(h.Form), place) // "is expected to"
	if !ok || h.XPOS != "VBN" && h.UPOS != "ADJ" || h.XPOS == "VBN" && !r.passive(g) {
		e, ok = r.tabs.effect(kind, r.lemma(g), place)
	}
	if !ok && place == "inf" && r.lemma(g) == "be" {
		e, ok = Effect(dateline.Planned), true
	}
	if ok && Effect(dateline.Planned) == e && (r.pluperfect(g) || place == "inf" && r.wasGoing(g)) {
		e = Fell
	}
	if ok && place == "inf" && r.yetTo(g) {
		e = Effect(dateline.Not)
	}
	if ok && e == Wanted && place == "inf" && r.ownHands(g) {
		e = Same // "ordered the army to withdraw": done by its own hands
	}
	if ok {
		s.apply(e, h.Form)
	}
	if place == "that" && !ok {
		return // what is said stands on its own feet
	}
	r.governor(s, g)
}

// pluperfect: "had been due to", "had planned to".
func (r *reader) pluperfect(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; base(k.Rel) == "aux" && k.Lemma == "have" && strings.HasPrefix(strings.ToLower(k.Form), "had") {
			return true
		}
	}
	return false
}

// adverbial clauses: purpose is a plan; a participle shares the time of the
// main clause; "before doing" too; if makes everything conditional.
func (r *reader) adverbial(s *standing, v, h, depth int) {
	t := &r.doc.Tokens[v]
	if !r.subjectless(v) {
		return
	}
	if e, ok := r.tabs.effect("verb", r.lemma(h), "inf"); ok && r.to(v) && !r.inOrder(v) && r.doc.Child(h, "obj", "obl") >= 0 && e != Effect(dateline.Planned) {
		r.under(s, h, "inf")
		r.climb(s, h, depth+1)
		return
	}
	if n := r.resolve(v); n >= 0 {
		if !s.instant || r.lemma(n) != "decision" {
			s.apply(Effect(dateline.Planned), r.doc.Tokens[n].Form)
		}
		return
	}
	if r.to(v) {
		if s.words && r.inClass("approach", h) || s.consult && beginWords[r.lemma(v)] && r.inClass("approach", h) {
			s.say("%s to: done there", r.doc.Tokens[h].Form) // "visited Norland to urge", "arrived to begin a tour"
			r.governor(s, h)
			r.climb(s, h, depth+1)
			return
		}
		if !s.consult {
			s.drop = true // an aim is no event of its own
			return
		}
		s.say("to-infinitive of purpose: planned")
		s.set(dateline.Planned)
		before := s.status
		r.governor(s, h)
		r.climb(s, h, depth+1)
		s.aim = before == dateline.Planned && s.status == dateline.Planned && r.pastTense(h)
		return
	}
	p := r.preposition(v)
	o := r.doc.Child(h, "obj")
	if o < 0 {
		o = r.doc.Child(h, "nsubj")
	}
	if (p == "on" || p == "about" || p == "over") && t.XPOS == "VBG" && o >= 0 && o < v && (r.inClass("talks", o) || r.inClass("agreement", o)) {
		s.apply(Wanted, p) // "began talks on improving ties"
		return
	}
	if p == "without" || p == "instead_of" || p == "rather_than" {
		s.negate(p)
		return
	}
	kind := "verb"
	if r.doc.Tokens[h].UPOS == "ADJ" {
		kind = "adj"
	}
	if e, ok := r.tabs.effect(kind, r.lemma(h), p); ok && p != "" {
		s.apply(e, r.doc.Tokens[h].Form)
	}
	switch p {
	case "despite", "since", "for", "over", "on", "following", "upon":
		return
	}
	if p == "after" || t.XPOS == "VBN" && r.doc.Child(v, "aux") < 0 {
		return
	}
	if p == "" && s.words && t.XPOS == "VBG" && r.setOff(v) {
		s.say("words set off by a comma: said whatever becomes of the rest")
		s.tensed = true // "refuses to recognise the vote, calling it a farce"
		return
	}
	r.governor(s, h)
	r.climb(s, h, depth+1)
}

// setOff reports a clause behind a comma.
func (r *reader) setOff(v int) bool {
	first, _ := r.doc.Subtree(v)
	return first < v && r.doc.Tokens[first].Form == "," || first > 0 && r.doc.Tokens[first-1].Form == ","
}

// pastTense reports a verb in the past tense without an auxiliary.
func (r *reader) pastTense(v int) bool {
	return r.doc.Tokens[v].XPOS == "VBD" && r.doc.Child(v, "aux") < 0
}

// attributive clauses: "a plan to visit", "protesters demanding", "troops sent".
func (r *reader) attributive(s *standing, v, h, depth int) {
	t := &r.doc.Tokens[v]
	if t.Rel == "acl:relcl" {
		return
	}
	place := ""
	switch p := r.preposition(v); {
	case r.to(v):
		place = "inf"
	case p != "":
		place = p
	default:
		if t.XPOS == "VBG" && s.status == dateline.Happened {
			s.tensed = true
		}
		return
	}
	if g := r.doc.Tokens[h].Head; place == "inf" && g >= 0 && r.someone(h) && addresses[r.lemma(g)] && base(r.doc.Tokens[h].Rel) == "obl" {
		r.under(s, g, "inf") // "called on all parties to cease fire", hung on the parties
		return
	}
	e, ok := r.tabs.effect("noun", r.lemma(h), place)
	if g := r.doc.Tokens[h].Head; !ok && place == "inf" && g >= 0 && base(r.doc.Tokens[h].Rel) == "obl" && !r.someone(h) && r.inClass("approach", g) {
		r.adverbial(s, v, g, depth) // "visited Norland after the blast to urge", hung on the blast
		return
	}
	if !ok && place == "inf" && r.doc.Tokens[h].Head < 0 && r.doc.Child(h, "cop") < 0 {
		e, ok = Effect(dateline.Planned), true // a headline: "Minister to visit Peru"
	}
	switch {
	case place == "inf" && r.goingOn(h):
		e = Effect(dateline.Ongoing) // "their ongoing efforts to help"
	case place == "inf" && s.instant && r.lemma(h) == "decision":
		e = Same // "after Norland's decision to sever ties": it is out
	case !ok && place == "inf" && (r.someone(h) || r.ranked(h)):
		e = Same // "the first minister to visit"
	case !ok && place == "inf":
		e = Effect(dateline.Possible)
	}
	s.apply(e, r.doc.Tokens[h].Form)
	for _, c := range r.doc.Children(h) {
		if k := &r.doc.Tokens[c]; k.Rel == "det" && k.Lemma == "no" {
			s.status = opposite(s.status)
			s.say("no: negated")
		}
	}
	hd := &r.doc.Tokens[h]
	if hd.Head >= 0 && r.doc.Tokens[hd.Head].UPOS == "VERB" && (base(hd.Rel) == "obj" || base(hd.Rel) == "nsubj") {
		if e, ok := r.tabs.effect("verb", r.lemma(hd.Head), map[string]string{"obj": "o", "nsubj": "s"}[base(hd.Rel)]); ok {
			s.apply(e, r.doc.Tokens[hd.Head].Form)
		}
		r.governor(s, hd.Head)
		r.climb(s, hd.Head, depth+1)
	}
}

// goingOn reports "ongoing", "continued" and the like before a noun.
func (r *reader) goingOn(n int) bool {
	for _, c := range r.doc.Children(n) {
		for _, row := range r.tabs.status["amod "+r.lemma(int(c))] {
			if r.doc.Tokens[c].Rel == "amod" && row.Effect == Effect(dateline.Ongoing) {
				return true
			}
		}
	}
	return false
}

// ranked tells "the first …, the only …, the latest …".
func (r *reader) ranked(n int) bool {
	for _, c := range r.doc.Children(n) {
		if k := &r.doc.Tokens[c]; k.Rel == "amod" && (rankWords[r.lemma(int(c))] || k.Form[0] >= '0' && k.Form[0] <= '9' && strings.HasSuffix(k.Form, "th")) {
			return true
		}
	}
	return rankWords[r.lemma(n)]
}

var rankWords = words("first last only latest second third next senior highest")
