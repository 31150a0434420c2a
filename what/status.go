package what

import (
	"fmt"
	"slices"
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
	threat  bool // was uttered, whatever it hangs on
	words   bool // an act of words, told as the aim of a visit or letter
	speech  bool // an act of words: it was done even if it is denied or refused
	instant bool // an act of a moment: "is imposing" tells that it is done
	aim     bool // the purpose of something that was done
	scene   bool // takes the time of the clause that it is the scene of
	consult bool // meetings may be the purpose of a journey and then are planned
	why     []string
}

func (s *standing) say(format string, a ...any) { s.why = append(s.why, fmt.Sprintf(format, a...)) }

// status works out how an event stands by the words of its sentence. The
// resolved time has its say afterwards, in [Settle].
func (r *reader) status(m *found) standing {
	s := standing{status: dateline.Happened, consult: m.Type == dateline.Consult}
	switch m.Type {
	case dateline.Request, dateline.Accuse, dateline.Threaten:
		s.speech = true
	}
	switch m.Type {
	case dateline.Request, dateline.Accuse, dateline.Threaten, dateline.Agree, dateline.Support, dateline.Reject:
		s.words = !m.bound.row.Noun
		s.threat = m.Type == dateline.Threaten
	}
	switch m.Type {
	case dateline.Sanction, dateline.Agree, dateline.Reject, dateline.Accuse:
		s.instant = true
	case dateline.Request:
		s.instant = asking[r.lemma(m.Trigger)] // "is seeking his extradition"
	}
	i := m.Trigger
	if !m.bound.row.Noun && m.Mode == "visit" && r.guest(i) >= 0 {
		s.say("a guest: ongoing")
		s.status = dateline.Ongoing
		return s
	}
	if m.Type == dateline.Aid && r.lemma(i) == "offer" {
		s.apply(Effect(dateline.Possible), "offered")
	}
	if !m.bound.row.Noun {
		r.ownVerb(&s, i)
	} else {
		i = r.ownNoun(&s, m)
	}
	if i >= 0 {
		r.climb(&s, i, 0)
	}
	if m.Mode == "visit" && s.status == dateline.Happened && r.comesFor(m.Trigger) {
		s.say("arrives for a visit: ongoing")
		s.status = dateline.Ongoing
	}
	if m.Type == dateline.Assault && s.status == dateline.Happened && r.setsOut(m.Trigger) {
		s.say("begins something that lasts: ongoing")
		s.status = dateline.Ongoing
	}
	if m.Light >= 0 && s.status == dateline.Happened && m.Type != dateline.Consult && goesOn[r.lemma(m.Light)] {
		if x := r.doc.Tokens[m.Light].XPOS; x == "VBZ" || x == "VBP" {
			s.say("goes on: ongoing")
			s.status = dateline.Ongoing
		}
	}
	return s
}

var goesOn = words("continue rage persist intensify escalate spread linger go")

var asking = words("ask seek request demand apply")

// comesFor tells an arrival for a visit, which then goes on.
func (r *reader) comesFor(v int) bool {
	if l := r.lemma(v); l != "arrive" && l != "land" || r.doc.Tokens[v].UPOS != "VERB" {
		return false
	}
	return slices.ContainsFunc(r.doc.Children(v), func(c int32) bool {
		l := r.lemma(int(c))
		return r.preposition(int(c)) == "for" && (l == "visit" || l == "trip" || l == "tour")
	})
}

// setsOut tells "began an offensive": the verb begins what takes its time.
func (r *reader) setsOut(v int) bool {
	if o := r.doc.Child(v, "obj"); o >= 0 && r.inClass("lasting", o) {
		return beginWords[r.lemma(v)]
	}
	return false
}

var beginWords = words("begin start launch open mount resume commence initiate")

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
		s.drop = s.drop || !s.consult // what somebody wants done is no event yet
	case Conditional:
		s.status = dateline.Possible
	case Fell:
		s.status = dateline.Cancelled
	case Denied:
		s.status = dateline.Not
	case Effect(dateline.Not):
		if s.status == dateline.Cancelled || s.status == dateline.Postponed {
			s.status = dateline.Planned // "refused to cancel the meeting"
			return
		}
		s.set(dateline.Not)
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

// finiteUntagged reports a present tense that the tagger took for a bare form: "France and
// Germany end talks".
func (r *reader) finiteUntagged(v int) bool {
	t := &r.doc.Tokens[v]
	return (t.XPOS == "VB" || t.XPOS == "NN" || t.XPOS == "NNS") && t.UPOS == "VERB" && t.Rel == "root" && r.doc.Child(v, "nsubj") >= 0 && r.doc.Child(v, "aux", "aux:pass", "mark") < 0
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
		case (base(k.Rel) == "nsubj" || k.Rel == "obj") && r.none(c):
			s.negate("no " + k.Form)
		case k.Rel == "advcl" && !s.threat && !(s.words && (t.XPOS == "VBD" || t.XPOS == "VBZ")) && r.conditional(c): // but "agrees to talks if"
			s.apply(Conditional, "if")
		}
	}
	if t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.UPOS == "NOUN" || r.finiteUntagged(v) {
		s.tensed = true
	}
	s.drop = s.drop || r.everyTime(v)
	s.drop = s.drop || r.everyYear(v)
	if r.wasTo(v) {
		s.apply(Fell, "was to have")
	}
	if !s.threat && r.sharedIf(v) {
		s.apply(Conditional, "if, over both clauses")
	}
	if (t.XPOS == "VB" || t.XPOS == "VBN" && be == "VB") && r.to(v) && r.doc.Child(v, "nsubj") >= 0 && base(t.Rel) != "xcomp" {
		s.apply(Effect(dateline.Planned), "to-infinitive with a subject") // "is to visit", "is to be received"
	}
	// The passive progressive: "is being held".
	if be == "VBG" && s.tensed {
		progressive = true
	}
	if progressive && s.status == dateline.Happened && (!past || be == "VBD" && base(t.Rel) == "ccomp" && r.reported(v)) && !s.instant { // "said it was providing help"
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
		if r.counterfactual(v) && !s.consult {
			s.say("would have: it did not")
			s.drop = true
			return
		}
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

// none reports "no soldiers", "nobody": what is said of them was not. (Of "no meeting" the
// noun itself tells.)
func (r *reader) none(n int) bool {
	switch lower(r.doc.Tokens[n].Form) {
	case "nobody", "none":
		return true
	}
	c := r.doc.Child(n, "det")
	return c >= 0 && r.lemma(c) == "no" && r.someone(n)
}

func (r *reader) adverb(s *standing, c int) {
	k := &r.doc.Tokens[c]
	lemma := strings.ToLower(k.Lemma)
	if lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" || lemma == "neither" || lemma == "nor" {
		s.negate(k.Form)
		return
	}
	if lemma == "longer" || lower(k.Form) == "longer" {
		for _, n := range r.doc.Children(c) {
			if r.lemma(int(n)) == "no" {
				s.negate("no longer")
			}
		}
		return
	}
	if habits[lemma] {
		s.say("%s: a habit, no event", k.Form)
		s.drop = true
		return
	}
	for _, row := range r.tabs.status["adv "+lemma] {
		s.apply(row.Effect, k.Form)
	}
}

// habits are adverbs of what is done again and again.
var habits = words("always usually often regularly frequently typically generally routinely normally customarily traditionally sometimes occasionally")

// everyTime tells a relative clause of "every time we visit".
func (r *reader) everyTime(v int) bool {
	t := &r.doc.Tokens[v]
	if t.Rel != "acl:relcl" || t.Head < 0 || r.lemma(t.Head) != "time" && r.lemma(t.Head) != "year" {
		return false
	}
	d := r.doc.Child(t.Head, "det")
	return d >= 0 && (r.lemma(d) == "every" || r.lemma(d) == "each")
}

// sharedIf reports a conjunct of a verb before which an "if" stands: "if they stay,
// the truce will end and the army will attack".
func (r *reader) sharedIf(v int) bool {
	t := &r.doc.Tokens[v]
	if t.Head < 0 || base(t.Rel) != "conj" || r.doc.Tokens[t.Head].UPOS != "VERB" || !r.future(v) {
		return false
	}
	for _, c := range r.doc.Children(t.Head) {
		if int(c) < t.Head && r.doc.Tokens[c].Rel == "advcl" && r.conditional(int(c)) {
			return true
		}
	}
	return false
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

func lower(s string) string { return strings.ToLower(s) }
