package what

import (
	"strings"

	"dateline"
)

// ownNoun reads the determiner, adjectives and preposition of an event noun and
// its light verb; it returns the token from which to climb, -1 if nothing above
// has a say.
func (r *reader) ownNoun(s *standing, m *found) int {
	n := m.Trigger
	for _, c32 := range r.doc.Children(n) {
		k := &r.doc.Tokens[c32]
		switch base(k.Rel) {
		case "det":
			if k.Lemma == "any" {
				s.drop = true // "any attack": of none in particular
			}
			if k.Lemma == "no" || k.Lemma == "neither" {
				s.negate(k.Form)
			}
		case "amod", "compound", "acl", "advmod":
			for _, row := range r.tabs.status["amod "+r.lemma(int(c32))] {
				s.apply(row.Effect, k.Form)
			}
			if base(k.Rel) == "amod" && strings.HasSuffix(k.Form, "ed") {
				for _, row := range r.tabs.status["amod "+strings.ToLower(k.Form)] {
					s.apply(row.Effect, k.Form)
				}
			}
		}
	}
	if m.Light < 0 && s.speech && r.ownersWords(n) {
		s.say("somebody's own words: uttered")
		return -1 // "met to discuss Norland's demand": it was made
	}
	if s.status == dateline.Happened && r.toBegin(n) {
		s.apply(Effect(dateline.Planned), "to begin")
	}
	r.fate(s, n)
	s.scene = s.consult || m.Type == dateline.Mobilize || m.Type == dateline.Protest
	if m.Light >= 0 {
		s.apply(m.effect, r.doc.Tokens[m.Light].Form)
		r.governor(s, m.Light)
		return m.Light
	}
	if c := r.doc.Child(n, "cop"); c >= 0 && r.preposition(n) == "" && s.consult { // "it will be their first meeting"
		r.governor(s, n)
		return n
	} else if c >= 0 && r.preposition(n) == "in" && s.consult { // "is in talks"
		r.governor(s, n)
		if x := r.doc.Tokens[c].XPOS; s.status == dateline.Happened && (x == "VBZ" || x == "VBP" || x == "VBN" && r.stillPerfect(n)) {
			s.say("is in it: ongoing")
			s.status = dateline.Ongoing
		}
		return n
	}
	at := r.nounPlace(s, n)
	if s.status == dateline.Happened && !s.tensed && r.inClass("lasting", n) && !r.ended(n) {
		s.say("%s: lasts", r.doc.Tokens[n].Form)
		s.status = dateline.Ongoing
	}
	return at
}

// ownersWords reports a demand, charge or threat told with whose it is before it.
func (r *reader) ownersWords(n int) bool {
	p := r.doc.Child(n, "nmod:poss")
	return p >= 0 && r.called(r.referent(p))
}

// toBegin reports talks or a drill that are still to come: "with talks to resume on
// Monday", "a summit to be held in May".
func (r *reader) toBegin(n int) bool {
	for _, c32 := range r.doc.Children(n) {
		c := int(c32)
		if c < n || base(r.doc.Tokens[c].Rel) != "acl" || !r.to(c) || r.doc.Child(c, "obj") >= 0 && r.lemma(c) != "take" {
			continue
		}
		switch r.lemma(c) {
		case "begin", "start", "resume", "continue", "follow", "open", "convene", "commence", "hold":
			return true
		case "take":
			o := r.doc.Child(c, "obj")
			return o >= 0 && r.lemma(o) == "place"
		}
	}
	return false
}

// nounPlace is for a noun without a light verb: what its preposition or its
// governor tells.
func (r *reader) nounPlace(s *standing, n int) int {
	for up := 0; up < 4; up++ {
		t := &r.doc.Tokens[n]
		if t.Head < 0 {
			return -1
		}
		if base(t.Rel) == "conj" && r.doc.Tokens[t.Head].UPOS != "VERB" {
			n = t.Head
			continue
		}
		p := r.preposition(n)
		for _, row := range r.tabs.status["prep "+strings.ReplaceAll(p, "_", " ")] {
			s.apply(row.Effect, p)
			if row.Effect != Same {
				return -1
			}
		}
		h := &r.doc.Tokens[t.Head]
		rel := base(t.Rel)
		if rel == "nsubj" && r.saidOf(s, t.Head) {
			return -1
		}
		switch h.UPOS {
		case "NOUN", "PROPN":
			if !r.underNoun(s, n, p) {
				return -1
			}
			n = t.Head
			continue
		case "VERB", "ADJ":
			return r.underVerb(s, n, p, up)
		}
		return -1
	}
	return -1
}

// underNoun lets the noun that governs noun n by preposition p have its say, and reports
// whether the way goes on above it.
func (r *reader) underNoun(s *standing, n int, p string) bool {
	t := &r.doc.Tokens[n]
	h, rel := &r.doc.Tokens[t.Head], base(t.Rel)
	if p == "for" && s.consult && h.UPOS == "PROPN" {
		r.there(s, t.Head)
	}
	place := p
	if rel == "compound" {
		place = "of"
	}
	if e, ok := r.tabs.effect("noun", r.lemma(t.Head), place); ok && h.UPOS == "NOUN" { // the Marshall Plan plans nothing
		s.apply(e, h.Form)
		if c := r.doc.Child(t.Head, "det"); c >= 0 && r.lemma(c) == "no" {
			s.status = opposite(s.status) // "no plans for a meeting"
			s.say("no: negated")
			return false
		}
	}
	return (rel == "nmod" || rel == "compound") && p != "after" && p != "since" && p != "following"
}

// underVerb lets the verb or adjective that governs noun n by preposition p, up nouns above
// the event's, have its say; it returns the token from which to climb, or -1.
func (r *reader) underVerb(s *standing, n int, p string, up int) int {
	t := &r.doc.Tokens[n]
	h, rel := &r.doc.Tokens[t.Head], base(t.Rel)
	place := map[string]string{"obj": "o", "nsubj": "s"}[rel]
	if rel == "nsubj" && r.passive(t.Head) {
		place = "o"
	}
	if place == "" {
		place = p
	}
	kind := "verb"
	if h.UPOS == "ADJ" {
		kind = "adj"
	}
	if e, ok := r.tabs.effect(kind, r.lemma(t.Head), place); ok {
		if s.speech && e != Same {
			return -1 // an accusation denied was made
		}
		s.apply(e, h.Form)
		if e == Wanted {
			s.drop = true
		}
		r.governor(s, t.Head)
		return t.Head
	}
	if rel == "nsubj" && r.lemma(t.Head) == "be" {
		r.governor(s, t.Head) // "there may be a meeting"
		return t.Head
	}
	if rel == "obj" && up > 0 && s.consult && delegations[r.lemma(n)] {
		r.scene(s, t.Head) // "will lead a delegation to the summit"
		return t.Head
	}
	if rel == "nsubj" && r.future(t.Head) && (s.consult || up == 0) {
		s.apply(Effect(dateline.Planned), "subject of a future verb")
		return -1
	}
	switch p {
	case "during", "at", "in", "on", "for", "with", "as_part_of":
		// The scene of the main event shares its time.
		if !s.scene {
			return -1
		}
		if p == "during" { // what it happens during is presupposed
			if r.future(t.Head) {
				s.apply(Effect(dateline.Planned), p)
			}
			return -1
		}
		r.scene(s, t.Head)
		return t.Head
	}
	return -1
}

func (r *reader) future(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.XPOS == "MD" && (k.Lemma == "will" || k.Lemma == "shall" || k.Lemma == "'ll") {
			return true
		}
	}
	return false
}

// effect looks a governing word up with what hangs on it.
func (t *Tables) effect(kind, lemma, place string) (Effect, bool) {
	for _, row := range t.status[kind+" "+lemma] {
		for _, f := range row.Frames {
			if f == place {
				return row.Effect, true
			}
		}
	}
	return Same, false
}

// governor adds the tense, mood and negation of a verb above.
func (r *reader) governor(s *standing, v int) {
	own := standing{status: dateline.Happened}
	r.ownVerb(&own, v)
	s.why = append(s.why, own.why...)
	s.tensed = s.tensed || own.tensed
	s.drop = s.drop || !s.consult && r.counterfactual(v) // "would have allowed Peru to extradite"
	switch own.status {
	case dateline.Not:
		if s.status == dateline.Not && r.lemma(v) == "rule" {
			s.status = dateline.Possible // "did not rule out a visit"
			break
		}
		s.status = opposite(s.status)
	case dateline.Ongoing:
		if s.status == dateline.Happened {
			s.status = dateline.Ongoing
		}
	default:
		s.set(own.status)
	}
}

// scene adds the tense and mood of the clause that an event is the scene of; what
// was not done there does not undo the scene: "at the summit they did not meet".
func (r *reader) scene(s *standing, v int) {
	own := *s
	r.governor(&own, v)
	if own.status == dateline.Not && s.status != dateline.Not {
		s.say("not so at it: the scene stays")
		s.tensed = own.tensed
		return
	}
	*s = own
}

// opposite of a standing under negation: no plan, no talks; not cancelled.
func opposite(st dateline.Status) dateline.Status {
	switch st {
	case dateline.Not, dateline.Cancelled, dateline.Postponed:
		return dateline.Happened
	}
	return dateline.Not
}

// ended reports what is told to be over: "after a month of negotiations", "concluding
// months of talks".
func (r *reader) ended(n int) bool {
	if h := r.doc.Tokens[n].Head; r.preposition(n) == "of" && h >= 0 && r.inClass("term", h) {
		if v := r.doc.Tokens[h].Head; r.doc.Tokens[h].Rel == "obj" && v >= 0 && ending[r.lemma(v)] {
			return true
		}
		n = h
	}
	switch r.preposition(n) {
	case "after", "following":
		return true
	}
	return false
}

var ending = words("conclude end finish cap")
