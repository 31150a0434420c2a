package what

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// handedDown finds the subject of a verb that has none of its own: from the
// verb it is joined to, the verb or noun that governs it, or the noun that it
// modifies. It is the surface subject: in a passive the one acted upon.
func (r *reader) handedDown(v, depth int) int {
	t := &r.doc.Tokens[v]
	if t.Head < 0 || depth > 6 {
		return -1
	}
	h := &r.doc.Tokens[t.Head]
	switch base(t.Rel) {
	case "conj":
		return r.sisterSubject(v, depth)
	case "xcomp", "ccomp":
		if t.Rel == "ccomp" && !r.subjectless(v) {
			return -1
		}
		if h.UPOS == "VERB" && !r.passive(t.Head) && !subjectControl[r.lemma(t.Head)] {
			if o := r.doc.Child(t.Head, "obj", "iobj"); o >= 0 {
				return r.referent(o)
			}
		}
		return r.subject(t.Head, depth+1)
	case "advcl", "parataxis", "dep":
		if t.Rel == "parataxis" && r.follows(v) {
			return r.subject(t.Head, depth+1)
		}
		if !r.subjectless(v) {
			return -1
		}
		if n := r.resolve(v); n >= 0 {
			return r.holder(n, depth+1)
		}
		if o := r.addressed(v, t.Head); o >= 0 {
			return o
		}
		if k := &r.doc.Tokens[max(v-1, 0)]; t.XPOS == "VBG" && k.UPOS == "NOUN" && k.Head == t.Head && base(k.Rel) == "obl" && r.preposition(v-1) == "by" && r.passive(t.Head) {
			return v - 1 // "was triggered by police breaking up a protest"
		}
		if s := r.absolute(v); s >= 0 {
			return s
		}
		if up := r.speaksOn(v); up >= 0 {
			return r.subject(up, depth+1)
		}
		return r.subject(t.Head, depth+1)
	case "acl":
		if t.Rel == "acl:relcl" {
			if !r.hasRelative(v) && r.subjectless(v) {
				return t.Head
			}
			return -1
		}
		if up := r.above(v); t.XPOS == "VBG" && up >= 0 {
			return r.subject(up, depth+1) // "cut ties with Norland calling it", hung on the ties
		}
		if s := r.voter(t.Head); t.XPOS == "VBG" && s >= 0 {
			return s // "votes in favour of a Norland resolution condemning the raid"
		}
		if r.to(v) || r.preposition(v) != "" || t.XPOS == "VBG" && r.inClass("documents", t.Head) {
			return r.holder(t.Head, depth+1) // "issued a statement denouncing"
		}
		if t.XPOS == "VBN" {
			return r.bearer(t.Head)
		}
		return t.Head
	case "obl", "nmod", "obj", "nsubj": // a gerund in a noun's place
		if t.XPOS == "VBG" {
			return r.subject(t.Head, depth+1)
		}
	}
	return -1
}

// resolve is the noun of planning that an infinitive completes though the tree hung it on
// the verb above: "welcomed the pledge by Norland to provide loans", or -1.
func (r *reader) resolve(v int) int {
	t := &r.doc.Tokens[v]
	if base(t.Rel) != "advcl" || t.Head < 0 || !r.to(v) || r.governs(t.Head) {
		return -1
	}
	n := r.doc.Child(t.Head, "obj")
	if n < 0 || n > v || r.doc.Tokens[n].UPOS != "NOUN" || !r.hasPreposition(n, "by", "from") {
		return -1
	}
	if e, _ := r.tabs.effect("noun", r.lemma(n), "inf"); e != Effect(dateline.Planned) {
		return -1
	}
	return n
}

// speaksOn is the verb whose subject goes on to speak in a participle behind a comma, where
// the tree hung that on an infinitive or clause between: "urged the court to act, calling on
// the prosecutor to", "cancelled the trip before the council voted, saying"; or -1.
func (r *reader) speaksOn(v int) int {
	t := &r.doc.Tokens[v]
	if t.XPOS != "VBG" || !addingTo[r.lemma(v)] || r.preposition(v) != "" || !r.setOff(v) {
		return -1
	}
	up := -1
	for i := t.Head; i >= 0; i = r.doc.Tokens[i].Head {
		h := &r.doc.Tokens[i]
		if rel := base(h.Rel); rel != "xcomp" && rel != "advcl" || h.Head < 0 || h.Head > i || r.doc.Tokens[h.Head].UPOS != "VERB" {
			break
		}
		up = h.Head
	}
	return up
}

// addingTo are verbs by which whoever speaks goes on to say more.
var addingTo = words("accuse call urge say cite warn describe claim allege demand blame denounce criticize criticise condemn add vow threaten insist stress argue brand label promise pledge praise thank hail")

// follows reports a finite verb without a subject that goes on telling what the one of the
// verb above did: "arrives in Oslo on Monday, then visits Lima".
func (r *reader) follows(v int) bool {
	t := &r.doc.Tokens[v]
	return v > t.Head && (t.XPOS == "VBZ" || t.XPOS == "VBD") && t.XPOS == r.doc.Tokens[t.Head].XPOS && r.doc.Child(v, "nsubj", "csubj", "expl", "mark") < 0
}

// sisterSubject is the subject of a verb joined to another: that one's, or where the tree
// can hardly be right, that of the verb above.
func (r *reader) sisterSubject(v, depth int) int {
	t := &r.doc.Tokens[v]
	h := &r.doc.Tokens[t.Head]
	// A finite verb is no sister of an infinitive, whatever the tree says.
	if (t.XPOS == "VBD" || t.XPOS == "VBZ") && h.XPOS == "VB" && h.Head >= 0 {
		return r.subject(h.Head, depth+1)
	}
	if (t.XPOS == "VB" || t.XPOS == "VBP" || t.XPOS == "VBZ") && h.XPOS == "VBG" && h.Rel == "acl" && !r.to(v) {
		if up := r.finiteAbove(t.Head); up >= 0 {
			return r.subject(up, depth+1) // "detain exiles marching at the embassy and arrest three"
		}
	}
	if (t.XPOS == "VBD" || t.XPOS == "VBZ") && h.XPOS == "VBN" && (r.to(t.Head) || h.Rel == "acl" && addressing(t)) {
		if up := r.finiteAbove(t.Head); up >= 0 {
			return r.subject(up, depth+1) // "… thought to have been seen and demanded", "land recognized as theirs and called on"
		}
	}
	s := r.subject(t.Head, depth+1)
	if s >= 0 && base(h.Rel) == "ccomp" && !r.someone(s) && addressing(t) {
		return r.subject(h.Head, depth+1) // "warned that the dam is a risk and has called for talks"
	}
	if t.XPOS != "VBZ" || h.Head < 0 || base(h.Rel) == "conj" || !r.manySubject(t.Head, s) {
		return s
	}
	up := h.Head // "says the rebels are weak and calls for talks"
	for up >= 0 && r.doc.Tokens[up].UPOS == "NOUN" {
		up = r.doc.Tokens[up].Head
	}
	if up < 0 {
		return -1
	}
	return r.subject(up, depth+1)
}

// bearer is of whom a participle behind a place speaks that stands behind people:
// "nuns from a convent in Norland detained by the police".
func (r *reader) bearer(h int) int {
	for i := h; (r.isPlace(i) || !r.someone(i)) && base(r.doc.Tokens[i].Rel) == "nmod" && r.preposition(i) != "" && r.preposition(i) != "of"; {
		if i = r.doc.Tokens[i].Head; i < 0 {
			break
		}
		for up := i; up >= 0; up = r.doc.Tokens[up].Head {
			if r.inClass("people", up) && r.doc.Tokens[up].UPOS == "NOUN" {
				return up
			}
			if base(r.doc.Tokens[up].Rel) != "nmod" {
				break
			}
		}
	}
	return h
}

// finiteAbove is the nearest verb above with a tense of its own.
func (r *reader) finiteAbove(v int) int {
	for i := r.doc.Tokens[v].Head; i >= 0; i = r.doc.Tokens[i].Head {
		switch r.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP":
			return i
		}
	}
	return -1
}

// manySubject reports whether the clause of a head has a subject in the plural, which
// a verb in the singular that is joined to it cannot share.
func (r *reader) manySubject(v, s int) bool {
	if s < 0 || r.doc.Tokens[v].XPOS == "VBZ" {
		return false
	}
	if x := r.doc.Tokens[s].XPOS; x == "NNS" || x == "NNPS" {
		return true
	}
	for _, c := range append([]int32{int32(v)}, r.doc.Children(v)...) {
		if k := &r.doc.Tokens[c]; (int(c) == v || base(k.Rel) == "cop" || base(k.Rel) == "aux") && k.XPOS == "VBP" {
			return true
		}
	}
	return false
}

// addressing reports a verb of asking or condemning in a finite form.
func addressing(t *lang.Token) bool {
	switch t.Lemma {
	case "call", "urge", "demand", "ask", "appeal", "condemn", "accuse", "criticize", "criticise", "denounce", "warn", "thank", "praise", "reject":
		return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBN"
	}
	return false
}

// addressed is the one whose deed an adverbial clause tells: "accused Peru of
// breaking", "called on Peru to withdraw", "barred the envoy from entering".
func (r *reader) addressed(v, h int) int {
	switch p := r.preposition(v); {
	case p == "in" && joining[r.lemma(h)] && !r.passive(h): // "supports Norland in calling for": Norland calls
		if o := r.doc.Child(h, "obj"); o >= 0 && o < v && r.someone(o) {
			return r.referent(o)
		}
	case p == "of" || p == "from" || p == "on" && congratulating[r.lemma(h)] || p == "for" && objectGerund[r.lemma(h)] || p == "into" || p == "against" || p == "by" && charging[r.lemma(h)]:
		if r.passive(h) {
			return -1
		}
		if o := r.doc.Child(h, "obj"); p == "for" && o >= 0 && r.inClass("sanctions", o) {
			return r.sanctioned(h, o) // "imposed sanctions on the guards for beating"
		}
		if o := r.doc.Child(h, "obj"); o >= 0 && r.someone(o) {
			return r.referent(o)
		}
	case r.to(v):
		if v < h { // "Lind to skip the summit, send her deputy"
			return -1
		}
		if o := r.doc.Child(h, "obj"); o >= 0 && r.governs(h) && !subjectControl[r.lemma(h)] && !r.passive(h) && r.someone(o) {
			return r.referent(o)
		}
		for _, c := range r.doc.Children(h) {
			if base(r.doc.Tokens[c].Rel) != "obl" || int(c) > v {
				continue
			}
			if p := r.preposition(int(c)); (p == "on" || p == "upon" || p == "for" || p == "with") && addresses[r.lemma(h)] && r.someone(int(c)) {
				return int(c)
			}
		}
	}
	return -1
}

// sanctioned is the one on whom a measure falls, -1 if none is told.
func (r *reader) sanctioned(v, o int) int {
	for _, h := range [...]int{v, o} {
		for _, c := range r.doc.Children(h) {
			if p := r.preposition(int(c)); (p == "on" || p == "against") && r.someone(int(c)) {
				return int(c)
			}
		}
	}
	return -1
}

// governs reports whether the tables know the verb to take an infinitive.
func (r *reader) governs(v int) bool {
	if _, ok := r.tabs.effect("verb", r.lemma(v), "inf"); ok {
		return true
	}
	return slices.ContainsFunc(r.tabs.verb[r.lemma(v)], func(row *Row) bool {
		return slices.ContainsFunc(row.Slots, func(s Slot) bool { return s.Name == "inf" && !s.Absent })
	})
}

var (
	objectGerund = words("impose slap dismiss sack fire suspend expel deport fine detain blame thank praise criticize criticise condemn arrest jail sanction charge fault commend punish accuse rebuke denounce")
	// congratulating are verbs with whose object the deed behind "on" is: "congratulated
	// Lind on winning".
	congratulating = words("congratulate compliment commend praise")
	// joining are verbs of standing by what somebody else does: "backs Norland in rejecting".
	joining   = words("support back help assist aid")
	addresses = words("call appeal plead press push wait prevail lean count rely ask")
)

// subject is the surface subject of a clause's head, its own or handed down.
func (r *reader) subject(v, depth int) int {
	if s := r.doc.Child(v, "nsubj"); s >= 0 {
		return r.referent(s)
	}
	if t := &r.doc.Tokens[v]; t.UPOS == "ADJ" && base(t.Rel) == "ccomp" && r.doc.Child(v, "expl") >= 0 {
		return r.subject(t.Head, depth+1) // "says it is close to reaching": no expletive
	}
	if r.doc.Tokens[v].UPOS == "NOUN" && depth > 0 {
		if p := r.doc.Child(v, "nmod:poss"); p >= 0 {
			return p
		}
		if s := r.nounSubject(v); s >= 0 && r.doc.Tokens[v].XPOS == "NNS" && r.doc.Tokens[v].Head < 0 {
			return s // "The navy boards and seizes": a verb taken for a noun
		}
	}
	return r.handedDown(v, depth)
}

// holder is who has a plan, an offer or a right: "Chile's plan to visit", "has
// a plan to visit", "the Chilean plan to".
func (r *reader) holder(n, depth int) int {
	if r.ranked(n) { // "became the first minister to visit"
		if s := r.doc.Child(n, "nsubj"); s >= 0 {
			return r.referent(s)
		}
		if t := &r.doc.Tokens[n]; t.Head >= 0 && base(t.Rel) == "xcomp" {
			return r.subject(t.Head, depth+1)
		}
	}
	if r.someone(n) {
		return n
	}
	if p := r.doc.Child(n, "nmod:poss"); p >= 0 {
		return r.referent(p)
	}
	for _, c := range r.doc.Children(n) {
		t := &r.doc.Tokens[c]
		if (t.Rel == "amod" || t.Rel == "compound") && r.someone(int(c)) {
			return int(c)
		}
		if t.Rel == "nmod" && int(c) > n {
			if p := r.preposition(int(c)); (p == "by" || p == "from" || p == "of" || p == "for") && r.someone(int(c)) {
				return int(c)
			}
		}
	}
	t := &r.doc.Tokens[n]
	switch base(t.Rel) {
	case "obj", "obl", "xcomp", "conj", "nmod":
		if t.Head >= 0 && !(base(t.Rel) == "obl" && occasions[r.preposition(n)]) {
			return r.subject(t.Head, depth+1)
		}
	}
	if r.someone(n) {
		return n
	}
	return -1
}

// occasions are prepositions of what somebody else did before: "acted after a report
// accusing the envoy".
var occasions = words("after following despite amid over due_to because_of in_response_to since")

// subjectless reports a form that takes its subject from above: a participle or
// an infinitive.
func (r *reader) subjectless(v int) bool {
	t := &r.doc.Tokens[v]
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; base(k.Rel) == "aux" && (k.XPOS == "VBZ" || k.XPOS == "VBD" || k.XPOS == "VBP" || k.XPOS == "MD") {
			return false
		}
	}
	return t.XPOS == "VBG" || t.XPOS == "VBN" || t.XPOS == "VB" || r.to(v)
}

func (r *reader) hasRelative(v int) bool {
	for _, c := range r.doc.Children(v) {
		switch r.doc.Tokens[c].XPOS {
		case "WDT", "WP", "WP$", "WRB":
			return true
		}
	}
	return false
}

// subjectControl are verbs whose object does not become the subject of the
// infinitive after them.
var subjectControl = words("meet visit summon receive host join promise vow pledge threaten use take spend make hold offer")
