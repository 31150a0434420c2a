package what

import (
	"fmt"
	"strings"

	"dateline"
)

// The status of an event is folded from the trigger upwards: its own tense,
// mood, aspect and negation, then the effect of every word that governs it,
// each with its own tense and negation, until a finite main clause is reached.

// standing is what is known on the way up.
type standing struct {
	status  dateline.Status
	tensed  bool // a finite verb has spoken
	drop    bool // only wanted or aimed at: no event
	speech  bool // an act of words: it was done even if it is denied or refused
	instant bool // an act of a moment: "is imposing" tells that it is done
	scene   bool // takes the time of the clause that it is the scene of
	consult bool // meetings may be the purpose of a journey and then are planned
	why     []string
}

func (s *standing) say(format string, a ...any) { s.why = append(s.why, fmt.Sprintf(format, a...)) }

// status works out how an event stands by the words of its sentence. The
// resolved time has its say afterwards, in [Settle].
func (r *reader) status(m *found) (dateline.Status, []string, bool, bool) {
	s := standing{status: dateline.Happened, consult: m.Type == dateline.Consult}
	switch m.Type {
	case dateline.Request, dateline.Accuse, dateline.Threaten:
		s.speech = true
	}
	switch m.Type {
	case dateline.Sanction, dateline.Agree, dateline.Reject, dateline.Accuse:
		s.instant = true
	}
	i := m.Trigger
	if !m.bound.row.Noun {
		r.ownVerb(&s, i)
	} else {
		i = r.ownNoun(&s, m)
	}
	if i >= 0 {
		r.climb(&s, i, 0)
	}
	return s.status, s.why, s.tensed, s.drop
}

// apply lets an effect of a governing word fall on the standing.
func (s *standing) apply(e Effect, word string) {
	if e == Same {
		return
	}
	s.say("%s: %s", word, e)
	switch e {
	case Wanted:
		if s.status != dateline.Not && s.status != dateline.Cancelled {
			s.status = dateline.Possible
		}
	case Conditional:
		s.status = dateline.Possible
	case Fell:
		s.status = dateline.Cancelled
	case Denied:
		s.status = dateline.Not
	default:
		s.set(dateline.Status(e))
	}
}

// set lets a status from above meet the one from below: what is less sure wins,
// and what was called off stays so.
func (s *standing) set(st dateline.Status) {
	rank := func(x dateline.Status) int {
		switch x {
		case dateline.Happened:
			return 0
		case dateline.Ongoing:
			return 1
		case dateline.Planned:
			return 2
		case dateline.Possible:
			return 3
		case dateline.Postponed:
			return 4
		case dateline.Cancelled:
			return 5
		}
		return 6
	}
	if rank(st) > rank(s.status) {
		s.status = st
	}
}

// negate turns a standing into its opposite: a plan that does not exist, a deed
// that was not done.
func (s *standing) negate(word string) {
	s.say("%s: negated", word)
	switch s.status {
	case dateline.Not, dateline.Cancelled, dateline.Postponed:
		s.status = dateline.Happened
	default:
		s.status = dateline.Not
	}
}

// ownVerb reads the auxiliaries, adverbs and form of a verb.
func (r *reader) ownVerb(s *standing, v int) {
	t := &r.doc.Tokens[v]
	perfect, progressive, past := false, false, t.XPOS == "VBD"
	be := ""
	for _, c32 := range r.doc.Children(v) {
		c := int(c32)
		k := &r.doc.Tokens[c]
		switch {
		case k.Rel == "aux" || k.Rel == "aux:pass" || k.Rel == "cop":
			if k.XPOS == "MD" || k.XPOS == "VBZ" || k.XPOS == "VBP" || k.XPOS == "VBD" {
				s.tensed = true
				past = past || k.XPOS == "VBD"
			}
			switch {
			case k.XPOS == "MD":
				r.modal(s, v, c)
			case k.Lemma == "have":
				perfect = true
			case k.Lemma == "be":
				be = k.XPOS
				progressive = progressive || k.Rel == "aux" && t.XPOS == "VBG"
			}
		case k.Rel == "advmod" || k.Rel == "det":
			r.adverb(s, c)
		case k.Rel == "mark":
			r.mark(s, v, c)
		case k.Rel == "advcl" && r.conditional(c):
			s.apply(Conditional, "if")
		}
	}
	if t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.UPOS == "NOUN" {
		s.tensed = true
	}
	if t.XPOS == "VB" && r.to(v) && r.doc.Child(v, "nsubj") >= 0 && base(t.Rel) != "xcomp" {
		s.apply(Effect(dateline.Planned), "to-infinitive with a subject")
	}
	// The passive progressive: "is being held".
	if be == "VBG" {
		progressive = true
	}
	if progressive && s.status == dateline.Happened && !past && !s.instant {
		s.say("progressive: ongoing")
		s.status = dateline.Ongoing
	}
	_ = perfect
}

// modal lets will, may, should … speak. "would" tells a plan in reported speech
// and a mere possibility elsewhere.
func (r *reader) modal(s *standing, v, c int) {
	k := &r.doc.Tokens[c]
	lemma := strings.ToLower(k.Lemma)
	if lemma == "would" || lemma == "'d" {
		if r.reported(v) {
			s.apply(Effect(dateline.Planned), "would, in reported speech")
		} else {
			s.apply(Effect(dateline.Possible), "would")
		}
		return
	}
	for _, row := range r.tabs.status["aux "+lemma] {
		s.apply(row.Effect, fmt.Sprintf("%s (%s:%d)", k.Form, row.File, row.Line))
		return
	}
}

// reported tells whether a verb stands in a clause that somebody says.
func (r *reader) reported(v int) bool {
	for i := v; i >= 0; i = r.doc.Tokens[i].Head {
		t := &r.doc.Tokens[i]
		switch base(t.Rel) {
		case "ccomp", "parataxis":
			return true
		case "conj", "xcomp":
			continue
		case "advcl":
			return r.doc.Child(i, "mark") < 0
		case "root":
			return r.doc.Child(i, "parataxis") >= 0
		default:
			return base(t.Rel) == "acl"
		}
	}
	return false
}

func (r *reader) adverb(s *standing, c int) {
	k := &r.doc.Tokens[c]
	lemma := strings.ToLower(k.Lemma)
	if lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" || lemma == "neither" || lemma == "nor" {
		s.negate(k.Form)
		return
	}
	for _, row := range r.tabs.status["adv "+lemma] {
		s.apply(row.Effect, k.Form)
	}
}

// conditional reports a clause under "if" or "unless".
func (r *reader) conditional(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel == "mark" {
			for _, row := range r.tabs.status["mark "+lower(k.Form)] {
				if row.Effect == Conditional {
					return true
				}
			}
		}
	}
	return false
}

func (r *reader) mark(s *standing, v, c int) {
	// "is due to visit", where the tree takes "due to" for a conjunction.
	if e, ok := r.tabs.effect("adj", lower(r.doc.Tokens[c].Form), "inf"); ok && r.doc.Child(c, "fixed") >= 0 {
		s.apply(e, r.doc.Tokens[c].Form)
		return
	}
	if base(r.doc.Tokens[v].Rel) != "advcl" {
		return
	}
	k := &r.doc.Tokens[c]
	for _, row := range r.tabs.status["mark "+strings.ToLower(k.Form)] {
		s.apply(row.Effect, k.Form)
		if row.Effect == Conditional {
			s.drop = true // what is only supposed is no event
		}
	}
}

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
	s.scene = s.consult || m.Type == dateline.Mobilize || m.Type == dateline.Protest
	if m.Light >= 0 {
		s.apply(m.effect, r.doc.Tokens[m.Light].Form)
		r.governor(s, m.Light)
		return m.Light
	}
	at := r.nounPlace(s, n)
	if s.status == dateline.Happened && !s.tensed && r.inClass("lasting", n) {
		s.say("%s: lasts", r.doc.Tokens[n].Form)
		s.status = dateline.Ongoing
	}
	return at
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
		if h.UPOS == "NOUN" || h.UPOS == "PROPN" {
			place := p
			if rel == "compound" {
				place = "of"
			}
			if e, ok := r.tabs.effect("noun", r.lemma(t.Head), place); ok {
				s.apply(e, h.Form)
			}
			if rel != "nmod" && rel != "compound" || p == "after" || p == "since" || p == "following" {
				return -1
			}
			n = t.Head
			continue
		}
		if h.UPOS == "VERB" || h.UPOS == "ADJ" {
			place := map[string]string{"obj": "o", "nsubj": "s"}[rel]
			if rel == "nsubj" && r.passive(t.Head) {
				place = "o"
			}
			if place == "" {
				place = p
			}
			if e, ok := r.tabs.effect("verb", r.lemma(t.Head), place); ok {
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
			if rel == "nsubj" && r.future(t.Head) {
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
				r.governor(s, t.Head)
				return t.Head
			}
		}
		return -1
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
	switch own.status {
	case dateline.Not:
		s.status = opposite(s.status)
	case dateline.Ongoing:
		if s.status == dateline.Happened {
			s.status = dateline.Ongoing
		}
	default:
		s.set(own.status)
	}
}

// opposite of a standing under negation: no plan, no talks; not cancelled.
func opposite(st dateline.Status) dateline.Status {
	switch st {
	case dateline.Not, dateline.Cancelled, dateline.Postponed:
		return dateline.Happened
	}
	return dateline.Not
}

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
		if r.leansOn(v) {
			r.governor(s, t.Head)
		}
		if r.leansOn(v) {
			r.climb(s, t.Head, depth+1)
		}
	case "xcomp":
		place := "inf"
		if t.XPOS == "VBG" || t.XPOS == "VBN" && !r.to(v) {
			place = "ing" // "denied having attacked"
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
	if t.XPOS != "VB" && t.XPOS != "VBN" && t.XPOS != "VBG" {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) == "aux" && r.doc.Tokens[c].Rel != "aux:pass" {
			return false
		}
	}
	return true
}

// under lets the word above a complement clause speak, with its own tense.
func (r *reader) under(s *standing, g int, place string) {
	h := &r.doc.Tokens[g]
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
	if ok && Effect(dateline.Planned) == e && r.pluperfect(g) {
		e = Fell
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
	if e, ok := r.tabs.effect("verb", r.lemma(h), "inf"); ok && r.to(v) && r.doc.Child(h, "obj", "obl") >= 0 && e != Effect(dateline.Planned) {
		r.under(s, h, "inf")
		r.climb(s, h, depth+1)
		return
	}
	if r.to(v) {
		if !s.consult {
			s.drop = true // an aim is no event of its own
			return
		}
		s.say("to-infinitive of purpose: planned")
		s.set(dateline.Planned)
		r.governor(s, h)
		r.climb(s, h, depth+1)
		return
	}
	p := r.preposition(v)
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
	r.governor(s, h)
	r.climb(s, h, depth+1)
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
	e, ok := r.tabs.effect("noun", r.lemma(h), place)
	if !ok && place == "inf" && r.doc.Tokens[h].Head < 0 && r.doc.Child(h, "cop") < 0 {
		e, ok = Effect(dateline.Planned), true // a headline: "Minister to visit Peru"
	}
	switch {
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

// ranked tells "the first …, the only …, the latest …".
func (r *reader) ranked(n int) bool {
	for _, c := range r.doc.Children(n) {
		if k := &r.doc.Tokens[c]; k.Rel == "amod" && rankWords[r.lemma(int(c))] {
			return true
		}
	}
	return rankWords[r.lemma(n)]
}

var rankWords = words("first last only latest second third next senior highest")

func lower(s string) string { return strings.ToLower(s) }
