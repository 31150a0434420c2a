package what

import (
	"slices"

	"dateline"
)

// ownStaff tells a request to one's own people: "asked her foreign minister".
func (r *reader) ownStaff(m *found) bool {
	if len(m.recips) == 0 {
		return false
	}
	for _, t := range m.recips {
		p := r.doc.Child(t, "nmod:poss")
		if rel := base(r.doc.Tokens[t].Rel); rel == "nmod" {
			return false // "requested the release of its citizens"
		}
		if r.inClass("citizens", t) {
			return false // "urged its citizens to leave Norland"
		}
		if p < 0 || !r.same(r.referent(p), m.actors) || peers[r.lemma(t)] && r.doc.Tokens[t].XPOS == "NNS" || r.inClass("citizens", t) {
			return false
		}
	}
	return true
}

// peers are those whom somebody calls his own but cannot order about: "urged its allies".
var peers = words("ally neighbor neighbour partner counterpart rival creditor lender enemy opponent")

// standing tells a state of affairs from an act: in an article that tells its
// story in the past tense, "recognizes", "supports", "trades with" in the
// simple present tell how things stand.
func (r *reader) standing(m *found) bool {
	switch m.Type {
	case dateline.Support, dateline.Cooperate, dateline.Aid, dateline.Concede, dateline.Coerce, dateline.Mobilize:
	default:
		return false
	}
	x := r.doc.Tokens[m.Trigger].XPOS
	if x == "VBN" { // "is recognized only by"
		for _, c := range r.doc.Children(m.Trigger) {
			if k := &r.doc.Tokens[c]; k.Rel == "aux:pass" && (k.XPOS == "VBZ" || k.XPOS == "VBP") && r.doc.Child(m.Trigger, "aux") == int(c) {
				x = k.XPOS
			}
		}
	}
	if m.bound.row.Noun || x != "VBZ" && x != "VBP" || (ofWords[m.Type] || m.Type == dateline.Support) && r.performing(m.Trigger) {
		return false // "we commend": said and done at once
	}
	return r.toldInPast()
}

// toldInPast reports whether most main clauses of the text are in the past.
func (r *reader) toldInPast() bool {
	if r.past == 0 {
		past, present := 0, 0
		for _, s := range r.doc.Sentences {
			switch r.doc.Tokens[s.Root].XPOS {
			case "VBD":
				past++
			case "VBZ", "VBP":
				present++
			}
		}
		r.past = -1
		if past > 2 && past > present {
			r.past = 1
		}
	}
	return r.past > 0
}

// threat tells "will impose tariffs if", "will attack unless": a hostile act that
// hangs on a condition is a threat, and the threat was made.
func (r *reader) threat(m *found, st dateline.Status) bool {
	if m.bound.row.Noun && m.Light >= 0 && st == dateline.Cancelled && len(m.actors) > 0 && (r.future(m.Light) || r.would(m.Light)) && r.hangsOnIf(m.Light) {
		return true // "will cancel the sale if"
	}
	switch m.Type {
	case dateline.Sanction, dateline.Assault, dateline.Coerce, dateline.Mobilize, dateline.Accuse:
	default:
		return false
	}
	if r.inClass("reprisal", m.Trigger) && (st == dateline.Planned || st == dateline.Possible) && !m.bound.row.Noun && len(m.actors) > 0 {
		return true // "will retaliate"
	}
	if t := &r.doc.Tokens[m.Trigger]; st == dateline.Possible && !m.bound.row.Noun && len(m.actors) > 0 && base(t.Rel) == "xcomp" && t.Head >= 0 &&
		(r.future(t.Head) || r.would(t.Head)) && r.hangsOnIf(t.Head) {
		return true // "would consider imposing sanctions if"
	}
	if st != dateline.Possible || len(m.actors) == 0 || m.bound.row.Noun || !r.future(m.Trigger) && !r.would(m.Trigger) {
		return false
	}
	return r.hangsOnIf(m.Trigger) || r.sharedIf(m.Trigger)
}

// hangsOnIf reports a verb with a conditional clause.
func (r *reader) hangsOnIf(v int) bool {
	for _, c := range r.doc.Children(v) {
		if r.doc.Tokens[c].Rel == "advcl" && r.conditional(int(c)) {
			return true
		}
	}
	return false
}

var refusing = words("recognize recognise accept acknowledge")

func (r *reader) would(v int) bool {
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.XPOS == "MD" && (k.Lemma == "would" || lower(k.Form) == "would") {
			return true
		}
	}
	return false
}

// unwilling tells "will not extradite", "would not accept": whoever says that he
// will not help, agree or yield refuses.
func (r *reader) unwilling(m *found, st dateline.Status) bool {
	switch m.Type {
	case dateline.Cooperate, dateline.Aid, dateline.Concede, dateline.Agree, dateline.Support, dateline.Retreat:
	default:
		return false
	}
	if st == dateline.Not && len(m.actors) > 0 && refusing[r.lemma(m.Trigger)] && (len(m.recips) > 0 || m.Type == dateline.Agree || r.doc.Child(m.Trigger, "obj") >= 0) && !m.bound.row.Noun {
		return true // "does not recognize the ruling"
	}
	if st != dateline.Not || m.bound.row.Noun || len(m.actors) == 0 {
		return false
	}
	will, not := false, false
	for _, c := range r.doc.Children(m.Trigger) {
		switch r.lemma(int(c)) {
		case "will", "would", "wo", "shall":
			will = true
		case "not", "n't", "never", "no":
			not = true
		}
	}
	return will && not
}

// noteworthy leaves out what did not happen or only might: a meeting that was
// refused is news, an accusation that nobody made is not.
func noteworthy(t dateline.Type, st dateline.Status) bool {
	switch st {
	case dateline.Not:
		return t == dateline.Consult || t == dateline.Office || t == dateline.Mobilize || t == dateline.Agree
	case dateline.Cancelled, dateline.Postponed:
		return t != dateline.Accuse && t != dateline.Request && t != dateline.Reject && t != dateline.Support // "abandoned his bid"
	case dateline.Possible:
		switch t {
		case dateline.Accuse, dateline.Protest, dateline.Request, dateline.Reject:
			return false
		}
	}
	return true
}

// doerless tells which events count though nobody is told to have done them:
// violence and force that was done to somebody.
func doerless(m *found, st dateline.Status) bool {
	if m.Known && m.Type == dateline.Office {
		return st != dateline.Not && st != dateline.Possible
	}
	if st != dateline.Happened && st != dateline.Ongoing {
		return m.Type == dateline.Office || m.Mode == "release" && !m.bound.row.Noun && len(m.recips) > 0 || m.Type == dateline.Cooperate && st == dateline.Planned && !m.bound.row.Noun && len(m.recips) > 0 // "will be extradited to"
	}
	switch m.Type {
	case dateline.Protest:
		return true
	case dateline.Support, dateline.Concede, dateline.Reject, dateline.Cooperate: // "was honoured with", "are being eased"
		return !m.bound.row.Noun && len(m.recips) > 0
	case dateline.Accuse: // "was accused of", "was charged with"
		return (!m.bound.row.Noun || m.CAMEO == "115" && m.Light >= 0) && len(m.recips) > 0 && m.Mode != "disapprove" && m.CAMEO != "111"
	case dateline.Assault, dateline.Coerce, dateline.Office, dateline.Sanction, dateline.Retreat:
		if m.CAMEO == "170" && m.bound.row.Noun && len(m.recips) > 0 {
			return true // "the coup of 2021 in Norland"
		}
		if m.Mode == "arrest" && m.bound.row.Noun && len(m.recips) > 0 {
			return true // "condemned the arrest of the premier"
		}
		return m.Light >= 0 || !m.bound.row.Noun || m.Type == dateline.Assault || m.Mode == "ceasefire"
	}
	return false
}

// toPost reports whether an office event names a public office.
func (r *reader) toPost(m *found) bool {
	for _, b := range m.bound.roles {
		if b.slot.Has('T') && m.Mode == "elect" && slices.ContainsFunc(b.toks, func(t int) bool { return r.inClass("election", t) }) {
			return true
		}
		if b.slot.Has('T') && slices.ContainsFunc(b.toks, r.political) {
			return true // "assumed the presidency of Norland"
		}
		if b.slot.Name == "as" && slices.ContainsFunc(b.toks, func(t int) bool { return r.inClass("posts", t) }) {
			return true
		}
	}
	return false
}

// worthy asks for somebody political among those who take part.
func (r *reader) worthy(m *found) bool {
	if t := &r.doc.Tokens[m.Trigger]; m.Type == dateline.Support && t.XPOS == "VBG" && r.lemma(m.Trigger) == "stand" {
		return false // "is standing here with"
	}
	if t := &r.doc.Tokens[m.Trigger]; m.Mode == "call" && !m.bound.row.Noun && base(t.Rel) == "acl" && t.XPOS == "VBN" && r.lemma(m.Trigger) == "call" {
		return false // "a premier called Lind"
	}
	if m.Type == dateline.Support && !m.bound.row.Noun && r.lemma(m.Trigger) == "defend" && (len(m.recips) == 0 && !r.concerns(r.doc.Child(m.Trigger, "obj")) || slices.ContainsFunc(m.actors, r.armed)) {
		return false // "we will defend human rights", "the ridge that the brigade defended"
	}
	if (m.Type == dateline.Support || m.Type == dateline.Aid) && !m.bound.row.Noun && r.preposition(m.Trigger) == "including" {
		return false // "discussed health, including supporting the clinics": a topic
	}
	if m.Type == dateline.Support && m.bound.row.Noun && m.Light < 0 && r.shown(m.Trigger) {
		return false // "to demonstrate Norland's support for its farmers"
	}
	if m.Type == dateline.Office && r.lemma(m.Trigger) == "serve" && (r.doc.Tokens[m.Trigger].XPOS == "VBG" || r.to(m.Trigger)) {
		return false // "the prosecutor serving in Aby", "the first to serve as"
	}
	if m.Type == dateline.Office && base(r.doc.Tokens[m.Trigger].Rel) == "advcl" && r.marked(m.Trigger, "since") {
		return false // "since she became premier" dates something else
	}
	if t := &r.doc.Tokens[m.Trigger]; m.Type == dateline.Agree && m.bound.row.Noun && m.Trigger > 0 && t.Form[0] >= 'A' && t.Form[0] <= 'Z' && m.Light < 0 {
		return false // the name of a treaty tells of no signing
	}
	all := append(slices.Clone(m.actors), m.recips...)
	if m.Type == dateline.Consult && m.Mode == "visit" {
		all = m.actors // that refugees come to a state makes no visit
	}
	if len(all) == 0 {
		return r.happens(m) || r.known(m) || r.convened(m)
	}
	if r.remembered(m) || r.polled(m) {
		m.Known = true
		return true
	}
	if m.Type == dateline.Office && m.Mode == "run" && m.bound.row.Noun && m.Light < 0 {
		return false // an election that is only talked about
	}
	if m.Type == dateline.Assault && (len(m.actors) == 0 && r.calamity(m) || r.aimed(m)) {
		return false
	}
	if m.Type == dateline.Assault && m.bound.row.Noun && len(m.actors) == 0 && !r.bloody(m.Trigger) && !slices.ContainsFunc(m.recips, r.armed) && !(warring[r.lemma(m.Trigger)] && slices.ContainsFunc(m.recips, r.political)) {
		return false // "charges of abuse of office"
	}
	if m.Type == dateline.Cooperate && m.bound.row.Noun && m.CAMEO == "050" && len(all) < 2 {
		return false
	}
	if m.Type == dateline.Protest && len(m.actors) > 0 {
		return true // who demonstrates is a movement
	}
	if (m.Type == dateline.Office || m.Mode == "resign") && r.toPost(m) {
		return true // whoever comes to a public post is an office-holder
	}
	if (m.Type == dateline.Assault || m.Type == dateline.Protest) && r.atSeat(m.Trigger) {
		return true
	}
	if (m.Mode == "abduct" || m.Mode == "release" || m.Mode == "deport") && slices.ContainsFunc(m.recips, r.foreign) {
		return true
	}
	if (m.Type == dateline.Coerce || m.Type == dateline.Accuse) && r.offence(m.Trigger) {
		return true
	}
	if m.Mode == "release" && !m.bound.row.Noun && slices.ContainsFunc(m.recips, func(t int) bool { return r.lemma(t) == "hostage" || r.lemma(r.counted(t)) == "hostage" }) {
		return true
	}
	if measure(m) && m.Type != dateline.Concede && slices.ContainsFunc(m.actors, r.isPlace) {
		return true // "an emergency was declared in Aby"
	}
	if m.Type == dateline.Assault && !m.bound.row.Noun && slices.ContainsFunc(m.recips, r.armed) {
		return true // soldiers who are hurt are so in a fight
	}
	if l := r.lemma(m.Trigger); l == "impeachment" || l == "impeach" {
		return true // only office-holders are
	}
	if m.Mode == "arrest" && m.Type == dateline.Coerce && !m.bound.row.Noun && (len(m.actors) == 0 || slices.ContainsFunc(m.actors, r.political)) && slices.ContainsFunc(m.recips, func(t int) bool { return r.called(t) || r.foreign(t) }) {
		return true // whoever is jailed by name is so by a state
	}
	if len(r.who.Mentions) == 0 || m.Type == dateline.Assault && r.warlike(m.Trigger) {
		return true
	}
	return slices.ContainsFunc(all, r.political) || slices.ContainsFunc(m.actors, r.bands) || (m.Type == dateline.Assault || m.Type == dateline.Mobilize) && slices.ContainsFunc(m.actors, r.armed)
}

// concerns reports words in which somebody political is named.
func (r *reader) concerns(n int) bool {
	if n < 0 {
		return false
	}
	first, last := r.doc.Subtree(n)
	for i := first; i < last; i++ {
		if r.mention(i) != nil && r.political(i) {
			return true
		}
	}
	return false
}

// shown reports a noun that is the object of an infinitive: what somebody's deed is to show.
func (r *reader) shown(n int) bool {
	t := &r.doc.Tokens[n]
	return base(t.Rel) == "obj" && t.Head >= 0 && r.doc.Tokens[t.Head].UPOS == "VERB" && r.to(t.Head) && base(r.doc.Tokens[t.Head].Rel) != "xcomp"
}

// happens tells what counts though it names neither side: "protests broke out in
// Norland", "the truce took effect", "the fighting in Aby".
func (r *reader) happens(m *found) bool {
	switch {
	case m.Type == dateline.Office && m.Mode == "run" && m.bound.row.Noun:
		m.Known = m.Light >= 0
		return m.Known
	case m.Type == dateline.Protest && len(r.greeted(m)) > 0:
		return true
	case m.Type == dateline.Protest:
		return m.Light >= 0 || m.bound.row.Noun && (r.doc.Tokens[m.Trigger].XPOS == "NNS" || m.PlaceHead >= 0 && r.definite(m.Trigger))
	case m.Mode == "ceasefire":
		return m.Light >= 0 || m.bound.row.Noun && base(r.doc.Tokens[m.Trigger].Rel) != "compound" && r.asKnown(m.Trigger)
	case m.Type == dateline.Assault:
		m.Known = r.remembered(m)
		return m.Known || m.PlaceHead >= 0 && m.bound.row.Noun && r.bloody(m.Trigger)
	}
	return false
}

// aimed tells whom a measure is for: "imposed sanctions targeting two banks".
func (r *reader) aimed(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if l := r.lemma(m.Trigger); l != "target" && l != "hit" && l != "strike" || t.XPOS != "VBG" && t.XPOS != "VBN" || t.Head < 0 {
		return false
	}
	return slices.ContainsFunc(r.found, func(g *found) bool {
		return g.Type == dateline.Sanction && (g.Trigger == t.Head || g.Light == t.Head || r.consumed[t.Head] == g.Trigger)
	})
}

// atSeat reports a deed in or at the seat of a political body: "were taken
// hostage in the embassy".
func (r *reader) atSeat(v int) bool { return r.seat(v) >= 0 }

func (r *reader) marked(v int, word string) bool {
	k := r.doc.Child(v, "mark")
	return k >= 0 && r.doc.Tokens[k].Lemma == word
}
