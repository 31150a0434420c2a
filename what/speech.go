package what

import (
	"dateline"
	"slices"

	"dateline/who"
)

// What somebody says can be an act: to say that another must withdraw is a
// demand, to say that his raid was illegal an accusation. The rows of "say" in
// the tables rest on the kinds of clause that are told apart here.

// must reports a clause that tells a political actor, other than the one who
// speaks, what he has to do: "they must leave", "Norland needs to act".
func (r *reader) must(v int) bool {
	t := &r.doc.Tokens[v]
	s := r.doc.Child(v, "nsubj")
	if s < 0 || t.UPOS != "VERB" || r.passive(v) {
		return false
	}
	bound := r.bound(v)
	for _, c := range r.doc.Children(v) { // "do harm and must leave"
		bound = bound || r.doc.Tokens[c].Rel == "conj" && r.doc.Child(int(c), "nsubj") < 0 && r.bound(int(c))
	}
	if !bound {
		return false
	}
	s = r.referent(s)
	m := r.mention(s)
	if m == nil {
		return r.plural(s) && (r.inClass("political", s) || r.lemma(s) == "power") // "foreign powers should leave"
	}
	if !r.political(s) && len(r.nation(s)) == 0 {
		return false
	}
	for _, e := range m.Entities {
		if k := r.who.Entities[e].Kind; k != who.State && k != who.Org && k != who.Group && k != who.Person {
			return false
		}
	}
	return !firstPerson(r.doc.Tokens[s].Lemma) && !r.same(s, r.speakers(v))
}

// bound reports a verb of what has to be done: "must leave", "needs to act".
func (r *reader) bound(v int) bool {
	for _, c := range r.doc.Children(v) {
		switch k := &r.doc.Tokens[c]; {
		case k.XPOS == "MD":
			if l := r.lemma(int(c)); l == "must" || l == "should" || l == "ought" {
				return true
			}
		case k.Rel == "xcomp" && r.to(int(c)):
			if r.passive(int(c)) {
				continue // "need to be told"
			}
			if l := r.lemma(v); l == "need" || l == "have" && r.doc.Child(v, "obj") < 0 {
				return true
			}
		}
	}
	return false
}

// unmet finds whose deed a clause makes the condition of what will come, or -1:
// "if Norland does not free the crew, the truce will end".
func (r *reader) unmet(v int) int {
	if !r.future(v) && !r.would(v) {
		return -1
	}
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) != "advcl" {
			continue
		}
		s := r.doc.Child(int(c), "nsubj")
		if s < 0 || !r.marked(int(c), "unless") && !(r.marked(int(c), "if") && r.denied(int(c))) {
			continue
		}
		if s = r.referent(s); (r.political(s) || len(r.nation(s)) > 0) && !r.same(s, r.speakers(v)) {
			return s
		}
	}
	return -1
}

// denied reports a verb with a "not" of its own.
func (r *reader) denied(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel == "advmod" && (k.Lemma == "not" || lower(k.Form) == "n't" || lower(k.Form) == "n’t") {
			return true
		}
	}
	return false
}

// menace reports a clause of consequences to come, "there will be
// consequences", "Norland will pay a price", or of what the speaker's own side
// will do.
func (r *reader) menace(v int) bool {
	h := r.doc.Tokens[v].Head
	if s := r.doc.Child(v, "nsubj"); s >= 0 && h >= 0 && (r.future(v) || r.would(v)) && r.lemma(h) == "warn" {
		who := r.speakers(v)
		for _, w := range r.participants(r.referent(s), false) {
			if r.same(w, who) || r.countrymen(w, who) {
				return true
			}
		}
	}
	if !r.future(v) && !r.would(v) {
		return false
	}
	switch r.lemma(v) {
	case "be", "face", "suffer", "pay", "meet", "bear", "result", "lead", "have", "bring", "carry", "trigger":
	default:
		return false
	}
	for _, c := range r.doc.Children(v) {
		switch base(r.doc.Tokens[c].Rel) {
		case "nsubj", "obj", "obl":
			if l := r.lemma(int(c)); l == "consequence" || l == "repercussion" || l == "retaliation" || l == "cost" || l == "price" || l == "reprisal" || l == "response" && r.lemma(v) == "meet" {
				return true
			} else if r.lemma(v) == "face" && (l == "sanction" || l == "penalty" || l == "isolation" || l == "tariff") {
				return true // "would face sanctions"
			}
		}
	}
	return false
}

// otherwise reports what happens if a demand is not met: "or they will", joined
// to the demand or to the verb of speech over it.
func (r *reader) otherwise(v int) bool {
	return r.orElse(v) || r.doc.Tokens[v].Rel == "ccomp" && r.orElse(r.doc.Tokens[v].Head)
}

func (r *reader) orElse(v int) bool {
	for _, c := range r.doc.Children(v) {
		if r.doc.Tokens[c].Rel != "conj" {
			continue
		}
		if cc := r.doc.Child(int(c), "cc"); cc >= 0 && r.doc.Tokens[cc].Lemma == "or" && (r.future(int(c)) || r.would(int(c))) {
			return true
		}
	}
	return false
}

// politely are verbs by which a speaker does what he says he would do.
var politely = words("like want wish")

// performing reports a verb whose subject is "I" or "we".
func (r *reader) performing(v int) bool {
	s := r.doc.Child(v, "nsubj")
	return s >= 0 && (r.doc.Tokens[s].Lemma == "I" || lower(r.doc.Tokens[s].Form) == "we")
}

// ofState reports a verb whose object is a political actor or a people.
func (r *reader) ofState(v int) bool {
	o := r.doc.Child(v, "obj", "iobj")
	if o < 0 {
		return false
	}
	if t := r.doc.Child(o, "nmod"); t >= 0 && r.mention(o) == nil { // "my thanks to"
		o = t
	}
	m := r.mention(o)
	return m != nil && (r.political(o) || r.who.Entities[m.Entities[0]].State != "")
}

func firstPerson(lemma string) bool {
	switch lower(lemma) {
	case "i", "we", "our", "us", "all", "both":
		return true
	}
	return false
}

// speakers are the subjects of the verb of speech over a clause.
func (r *reader) speakers(v int) []int {
	h := r.doc.Tokens[v].Head
	if r.doc.Tokens[v].Rel != "ccomp" {
		h = r.doc.Child(v, "parataxis")
	}
	if h < 0 {
		return nil
	}
	if s := r.subject(h, 0); s >= 0 {
		return r.participants(s, false)
	}
	return nil
}

// alleged reports a clause that tells what another political actor did or does.
func (r *reader) alleged(v int) bool {
	s := r.doc.Child(v, "nsubj")
	if s < 0 || r.passive(v) {
		return false
	}
	for _, c := range r.doc.Children(v) {
		k := &r.doc.Tokens[c]
		if l := r.lemma(int(c)); k.XPOS == "MD" && l != "will" || l == "not" || l == "n't" || l == "never" {
			return false
		}
	}
	whose, who := r.participants(r.referent(s), true), r.speakers(v)
	if p := r.doc.Child(s, "nmod:poss"); p >= 0 && r.same(r.referent(p), who) {
		return false // "said that its troops have killed"
	}
	if slices.ContainsFunc(who, r.newsroom) {
		return false // what newspapers report is no accusation
	}
	for _, w := range whose {
		if r.same(w, who) || firstPerson(r.doc.Tokens[w].Lemma) || r.countrymen(w, who) {
			return false
		}
	}
	return len(whose) > 0
}

// hostile reports a clause of another's violence or force: "that Norland has assaulted
// fishermen".
func (r *reader) hostile(v int) bool {
	s := r.doc.Child(v, "nsubj")
	o := r.doc.Child(v, "obj")
	return s >= 0 && o >= 0 && r.political(r.referent(s)) && len(r.participants(r.referent(o), true)) > 0 && r.alleged(v) && slices.ContainsFunc(r.tabs.verb[r.lemma(v)], func(row *Row) bool {
		return row.Particle == "" && (row.Type == dateline.Assault || row.Type == dateline.Coerce)
	})
}

// wrong reports a clause of another's doing what its noun blames: "that Norland was making
// provocations".
func (r *reader) wrong(v int) bool {
	if !doing[r.lemma(v)] || !r.alleged(v) {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if rel := base(r.doc.Tokens[c].Rel); int(c) > v && (rel == "obj" || rel == "obl") && (r.inClass("blame", int(c)) || r.inClass("warfare", int(c))) {
			return true
		}
	}
	return false
}

var doing = words("make commit carry engage conduct stage perpetrate wage use practise practice resort pursue launch spread create cause")

// countrymen reports whether somebody acts for the state of others: "the
// minister said that his country will".
func (r *reader) countrymen(t int, others []int) bool {
	m := r.mention(t)
	return m != nil && slices.ContainsFunc(others, func(o int) bool {
		n := r.mention(o)
		s := r.who.Entities[m.Entities[0]].State
		return n != nil && s != "" && s == r.who.Entities[n.Entities[0]].State
	})
}

// judged reports a clause that calls the deed of somebody else wrong: "the
// blockade is illegal", "they are occupiers".
func (r *reader) judged(v int) bool {
	if r.doc.Child(v, "cop") < 0 {
		return false
	}
	for _, c := range r.doc.Children(v) {
		switch k := &r.doc.Tokens[c]; {
		case k.XPOS == "MD" || k.Lemma == "not" || k.Lemma == "n't" || k.Lemma == "no":
			return false
		case k.Rel == "advcl" && r.conditional(int(c)):
			return false
		}
	}
	s := r.doc.Child(v, "nsubj")
	if s < 0 {
		return false
	}
	whose := r.participants(r.referent(s), true)
	for _, w := range whose {
		if r.same(w, r.speakers(v)) || firstPerson(r.doc.Tokens[w].Lemma) || !r.political(w) {
			return false
		}
	}
	return len(whose) > 0
}

// foretold reports a clause of what another side could do: "warned that Norland could test
// a missile if talks fail" threatens nobody.
func (r *reader) foretold(v int) bool {
	s := r.doc.Child(v, "nsubj")
	if s < 0 || !r.political(r.referent(s)) || r.same(r.referent(s), r.speakers(v)) || r.countrymen(r.referent(s), r.speakers(v)) {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.XPOS == "MD" {
			switch lower(k.Form) {
			case "could", "may", "might":
				return true
			}
		}
	}
	return false
}
