package what

import (
	"slices"

	"dateline"
	"dateline/who"
)

// refusal reports a clause that tells what the speaker himself will not do: "it will
// not pay the fees", "the state will no longer accept refugees".
func (r *reader) refusal(v int) bool {
	t := &r.doc.Tokens[v]
	if t.UPOS != "VERB" || r.passive(v) || !r.future(v) && !r.would(v) || !r.refused(v) {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) == "advcl" && r.marked(int(c), "if") {
			return false // what will not be done in a case that may not come
		}
	}
	if l := r.lemma(v); l == "attend" || l == "visit" || l == "meet" || l == "travel" || l == "participate" || l == "come" || l == "go" {
		return false // it is entered as what will not be
	}
	if o := r.doc.Child(v, "obj"); o >= 0 && r.inClass("meetings", o) && r.doc.Child(v, "nsubj") >= 0 && emptyVerbs[r.lemma(v)] {
		return false
	}
	s := r.doc.Child(v, "nsubj")
	if s < 0 {
		return false
	}
	if firstPerson(r.doc.Tokens[s].Lemma) {
		return true
	}
	speakers := r.speakers(v)
	for _, w := range r.participants(r.referent(s), false) {
		if r.same(w, speakers) || r.countrymen(w, speakers) {
			return true
		}
	}
	return false
}

// notDone is who bears what somebody says he will not do: "told the council that it
// will no longer accept refugees" is refused to them.
func (r *reader) notDone(f *frame, b bound) (out []int) {
	if b.row.Type != dateline.Reject || !b.fills('T', "that") {
		return nil
	}
	for _, v := range f.get("that") {
		if !r.refusal(v) {
			continue
		}
		for _, c := range r.doc.Children(v) {
			switch rel := base(r.doc.Tokens[c].Rel); {
			case rel == "obj" && r.inClass("meetings", int(c)):
				for _, w := range r.doc.Children(int(c)) { // "will not hold talks with Norland"
					if r.preposition(int(w)) == "with" {
						out = addAll(out, r.participants(r.referent(int(w)), true))
					}
				}
			case rel == "obj" || rel == "iobj":
				out = addAll(out, r.participants(r.referent(int(c)), true))
			case rel == "obl" && r.someone(r.referent(int(c))) && !r.timeWord(int(c)):
				if p := r.preposition(int(c)); p == "with" || p == "to" || p == "from" {
					out = addAll(out, r.participants(r.referent(int(c)), true))
				}
			}
		}
	}
	return out
}

// refused reports a verb with "not", "never" or "no longer".
func (r *reader) refused(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel != "advmod" {
			continue
		}
		switch lower(r.doc.Tokens[c].Form) {
		case "not", "n't", "n’t", "never", "neither":
			return true
		case "longer":
			for _, n := range r.doc.Children(int(c)) {
				if r.lemma(int(n)) == "no" {
					return true
				}
			}
		}
	}
	return false
}

// slur reports a predicate in quotation marks that praises nobody: news items quote
// what others are called where the words sting.
func (r *reader) slur(t int) bool {
	if r.inClass("liked", t) || r.inClass("praise", t) {
		return false
	}
	first, _ := r.doc.Subtree(t)
	for i := max(first-1, 0); i <= t; i++ {
		if k := &r.doc.Tokens[i]; k.XPOS == "``" || k.Form == "\"" || k.Form == "“" || k.Form == "‘" {
			for j := i; j < t; j++ {
				if r.inClass("liked", j) || r.inClass("praise", j) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// stung reports a clause that judges the deed of another, or tells what he is doing, in
// quoted words that do not praise: "is 'toying with peace'".
func (r *reader) stung(v int) bool {
	if !r.slur(v) || r.wholly(v) {
		return false
	}
	if r.judged(v) {
		return true
	}
	x := r.doc.Tokens[v].XPOS
	return (x == "VBG" || x == "VBZ" || x == "VBP") && !r.future(v) && r.alleged(v)
}

// wholly reports a clause that is quoted with its subject: its words are news, not picked
// out because they sting.
func (r *reader) wholly(v int) bool {
	s := r.doc.Child(v, "nsubj")
	if s < 0 {
		return false
	}
	first, _ := r.doc.Subtree(s)
	for i := max(first-2, 0); i < s; i++ {
		if k := &r.doc.Tokens[i]; k.XPOS == "``" || k.Form == "\"" || k.Form == "“" || k.Form == "‘" {
			return true
		}
	}
	return false
}

// topic reports a verb of discussing that only tells what a meeting is for: "met to
// discuss the strait".
func (r *reader) topic(m *found) bool {
	if m.Mode != "meet" || m.bound.row.Noun || m.bound.fills('B', "with") || m.bound.fills('B', "o") {
		return false
	}
	l := r.lemma(m.Trigger)
	if l != "discuss" && l != "debate" && l != "exchange" && l != "share" {
		return false
	}
	t := &r.doc.Tokens[m.Trigger]
	if t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || t.Rel == "acl:relcl" {
		return true
	}
	return slices.ContainsFunc(r.found, func(o *found) bool { // told of the meeting besides
		return o != m && o.Type == dateline.Consult && (!o.bound.row.Noun || len(o.actors) > 1)
	})
}

// leave reports an approval that only describes what was approved: "the raid, which
// was approved by the premier".
func (r *reader) leave(m *found) bool {
	return !m.bound.row.Noun && base(r.doc.Tokens[m.Trigger].Rel) == "acl" && approving[r.lemma(m.Trigger)]
}

// unaddressed reports dismay at nobody's doing, "the deal alarmed Norland", and what is
// merely reported of people who act for nobody, "police said that workers blocked it".
func (r *reader) unaddressed(m *found) bool {
	if !m.bound.row.Noun && m.bound.fills('R', "that") && relating[r.lemma(m.Trigger)] && !slices.ContainsFunc(m.recips, func(t int) bool { return r.political(t) || r.stateful(t) }) {
		return true
	}
	return !m.bound.row.Noun && len(m.recips) == 0 && m.bound.fills('A', "o") && r.lemma(m.Trigger) != "oppose"
}

// passed reports a deed that a body does by passing something: "approved a motion to
// recognise the islands".
func (r *reader) passed(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if o := t.Head; !m.bound.row.Noun && base(t.Rel) == "advcl" && r.to(m.Trigger) && o >= 0 && passing[r.lemma(o)] {
		if d := r.doc.Child(o, "obj"); d >= 0 && (r.inClass("drafts", d) || r.inClass("lawtexts", d)) {
			f, _ := r.doc.Subtree(d)
			_, l := r.doc.Subtree(d)
			return f < l && l >= m.Trigger-2 && !r.inOrder(m.Trigger) // "signed a decree for the state to open a mission"
		}
	}
	if m.bound.row.Noun || base(t.Rel) != "acl" || !r.to(m.Trigger) || t.Head < 0 {
		return false
	}
	n := &r.doc.Tokens[t.Head]
	if base(n.Rel) != "obj" || !r.inClass("drafts", t.Head) && !r.inClass("lawtexts", t.Head) {
		return false
	}
	v := &r.doc.Tokens[n.Head]
	return passing[r.lemma(n.Head)] && (v.XPOS == "VBD" || v.XPOS == "VBZ" || v.XPOS == "VBP") && r.doc.Child(n.Head, "aux") < 0
}

// officer reports somebody who holds an office of a state.
func (r *reader) officer(t int) bool {
	m := r.mention(t)
	if m == nil {
		return false
	}
	e := &r.who.Entities[m.Entities[0]]
	return e.Kind == who.State || e.Kind == who.Person && e.Office != "" && e.State != ""
}

// stateful reports somebody of a known state.
func (r *reader) stateful(t int) bool {
	m := r.mention(t)
	return m != nil && r.who.Entities[m.Entities[0]].State != "" && r.who.Entities[m.Entities[0]].Kind == who.Org
}

var relating = words("say state report announce declare add tell")

var passing = words("approve pass adopt ratify sign enact")

// doorkeeper is the state to which somebody is denied entry: "was denied access to
// Norland".
func (r *reader) doorkeeper(f *frame) []int {
	for _, name := range [...]string{"to", "into", "in"} {
		for _, t := range f.get(name) {
			if s := r.stateOf(t); s >= 0 {
				return []int{s}
			}
		}
	}
	return nil
}

// amongOwn reports a quoted word, no blame by itself, for one's own people: between
// states such words sting, at home they may as well praise.
func (r *reader) amongOwn(m *found) bool {
	for _, b := range m.bound.roles {
		if !slices.Contains(b.slot.Kinds, "slur") && !slices.Contains(b.slot.Kinds, "stung") || slices.ContainsFunc(b.toks, func(t int) bool { return r.inClass("blame", t) }) {
			continue
		}
		return len(m.recips) > 0 && !slices.ContainsFunc(m.recips, func(t int) bool { return r.otherState(t, m.actors) })
	}
	return false
}

// otherState reports somebody of a known state that is not that of others.
func (r *reader) otherState(t int, others []int) bool {
	m := r.mention(t)
	return m != nil && r.who.Entities[m.Entities[0]].State != "" && !r.countrymen(t, others)
}

// inForce reports measures against a state that are spoken of as known, whoever took
// them, "despite the sanctions against Norland", and somebody who is under investigation.
func (r *reader) inForce(m *found, st dateline.Status) bool {
	if r.convened(m) && st != dateline.Possible {
		return true
	}
	if m.bound.row.Noun && r.lemma(m.Trigger) == "extradition" && m.bound.fills('R', "to") && (st == dateline.Planned || st == dateline.Possible || r.hasYear(m.Trigger)) {
		return true // "faces extradition to Norland": by whoever holds him
	}
	if !m.bound.row.Noun || m.Light >= 0 || st != dateline.Happened && st != dateline.Ongoing {
		return false
	}
	switch m.Type {
	case dateline.Sanction:
		return r.lemma(m.Trigger) == "sanction" && m.bound.fills('R', "on", "against") && slices.ContainsFunc(m.recips, r.political) && r.asKnown(m.Trigger)
	case dateline.Accuse:
		l := r.lemma(m.Trigger)
		return len(m.recips) > 0 && r.preposition(m.Trigger) == "under" && (l == "investigation" || l == "probe" || l == "inquiry")
	}
	return false
}

// convened reports a conference or talks that begin, end or are held somewhere, of
// whose sides nothing is told: "talks on the strait open in Oslo".
func (r *reader) convened(m *found) bool {
	return m.Type == dateline.Consult && m.Mode != "visit" && m.bound.row.Noun && m.Light >= 0 && m.bound.fills('P', "in", "at") &&
		(m.Mode == "multilateral" || r.inClass("talks", m.Trigger))
}

// asKnown reports a noun for what is known to stand: "the sanctions", "existing
// tariffs", "despite sanctions".
func (r *reader) asKnown(n int) bool {
	if standingBy[r.preposition(n)] {
		return true
	}
	for _, c := range r.doc.Children(n) {
		if k := &r.doc.Tokens[c]; k.Rel == "det" && k.Lemma == "the" || k.Rel == "amod" && existing[r.lemma(int(c))] {
			return true
		}
	}
	return false
}

var (
	standingBy = words("despite amid because_of due_to under from by")
	existing   = words("existing current remaining ongoing longstanding decades-old crippling")
)

// itself takes "it" that was resolved to the doer for the object of the verb above:
// "reopened its embassy after closing it in May".
func (r *reader) itself(f *frame, v int) {
	o, s := f.get("o"), f.get("s")
	t := &r.doc.Tokens[v]
	if len(o) != 1 || len(s) == 0 || f.passive || r.doc.Tokens[o[0]].UPOS != "PRON" || base(t.Rel) != "advcl" || t.Head < 0 || !r.same(o[0], s) {
		return
	}
	if up := r.doc.Child(t.Head, "obj"); up >= 0 && up < v && r.doc.Tokens[up].UPOS == "NOUN" && !uttering[r.lemma(v)] {
		for i := range f.slots {
			if f.slots[i].name == "o" {
				f.slots[i].toks = []int{up}
			}
		}
	}
}

// conferees is the body whose conference a sentence opens with, for the "leaders" or
// "delegates" who act there: "During the League's summit, leaders condemned".
func (r *reader) conferees(t int) int {
	if r.doc.Tokens[t].XPOS != "NNS" || !attending[r.lemma(t)] || base(r.doc.Tokens[t].Rel) != "nsubj" || r.doc.Child(t, "amod", "compound", "nmod", "nummod") >= 0 {
		return -1
	}
	for _, c := range r.doc.Children(r.doc.Tokens[t].Head) {
		if base(r.doc.Tokens[c].Rel) != "obl" || int(c) > t || !r.inClass("multilateral", int(c)) {
			continue
		}
		for _, k := range r.doc.Children(int(c)) {
			if m := r.mention(int(k)); m != nil && r.who.Entities[m.Entities[0]].Kind == who.Org && int(k) < int(c) {
				return int(k)
			}
		}
	}
	return -1
}

var attending = words("leader minister delegate representative member diplomat negotiator participant attendee")

// measure reports an amount of time that the tree took for an object: "a day ahead of".
func (r *reader) measure(t int) bool {
	if next := t + 1; !r.inClass("term", t) || next >= len(r.doc.Tokens) {
		return false
	}
	switch r.lemma(t + 1) {
	case "ahead", "before", "after", "later", "earlier", "ago":
		return true
	}
	return false
}

// punished is whose "his" is in what somebody is punished or praised for: "declared the
// envoy unwelcome for his criticism".
func (r *reader) punished(n, poss int) int {
	t := &r.doc.Tokens[n]
	if k := &r.doc.Tokens[poss]; k.UPOS == "PRON" && base(t.Rel) == "obl" && t.Head >= 0 && (r.preposition(n) == "for" || r.preposition(n) == "over") {
		v := t.Head
		if o := r.doc.Child(v, "obj"); o >= 0 && o < n && (objectGerund[r.lemma(v)] || requiting[r.lemma(v)]) && r.mention(r.referent(o)) != nil {
			return r.referent(o)
		}
	}
	return r.referent(poss)
}

var requiting = words("declare summon recall bar ban slam blast hail laud applaud salute")

// byword reports a nickname that newspapers give: no political actor calls names.
func (r *reader) byword(m *found) bool {
	if m.bound.row.Noun || len(m.actors) == 0 || !m.bound.fills('T', "as") {
		return false
	}
	return slices.ContainsFunc(m.actors, r.newsroom)
}

// newsroom reports a newspaper, broadcaster or news agency, not the agency of a state.
func (r *reader) newsroom(t int) bool {
	if !r.inClass("media", t) {
		return false
	}
	for _, c := range r.doc.Children(t) {
		if int(c) < t && r.inClass("bureau", int(c)) {
			return false
		}
	}
	return true
}

var approving = words("approve okay greenlight authorize authorise clear")
