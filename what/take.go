package what

import (
	"slices"

	"dateline"
	"dateline/who"
)

// found is a mention in the making.
type found struct {
	Mention
	bound  bound
	actors []int // tokens
	recips []int
	effect Effect         // of the light verb
	extra  *dateline.Size // told by what came of it
}

// take turns a row that fits into a mention.
func (r *reader) take(f *frame, b bound, light int, effect Effect) {
	m := &found{bound: b, effect: effect}
	m.Trigger, m.TriggerFirst, m.TriggerLast = f.trigger, f.trigger, f.trigger+1
	m.Type, m.Mode, m.CAMEO = b.row.Type, b.row.Mode, b.row.CAMEO
	m.PlaceHead, m.Light, m.Rule = -1, light, b.row.Where()
	for _, bd := range b.roles {
		for _, t := range bd.toks {
			r.role(m, bd.slot, t, f.trigger)
		}
	}
	r.untoldActors(f, b, m)
	r.untoldRecipients(f, b, m)
	if len(m.actors)+len(m.recips) == 0 {
		m.actors = r.toldSides(m)
	}
	r.byOrder(m)
	r.retype(f, b, m)
	if m.Type == dateline.Mobilize || m.Type == dateline.Assault {
		m.recips = r.abroad(m)
	}
	if m.Type == dateline.Threaten || m.Type == dateline.Sanction && !b.row.Noun {
		m.recips = slices.DeleteFunc(m.recips, func(t int) bool {
			return r.countrymen(t, m.actors) && (m.Type == dateline.Threaten || r.isKind(t, "state")) // "suspended a foreign airline's flights to" one's own capital
		})
	}
	if p := r.doc.Child(f.trigger, "nmod:poss"); p >= 0 && b.row.Noun && r.doc.Tokens[p].UPOS == "PRON" && m.Type != dateline.Coerce {
		if who := r.blamed(m); len(who) > 0 && r.political(who[0]) {
			m.actors = who // "sanctions on Norland over its test": Norland's
		}
	}
	if len(m.recips) > 0 && !slices.ContainsFunc(m.recips, func(t int) bool { return !r.same(t, m.actors) }) {
		if a := r.orderer(f.trigger); len(a) > 0 {
			m.actors = a
		}
	}
	// Nobody acts on himself; a pronoun that says so was resolved wrongly.
	before := len(m.recips)
	m.recips = slices.DeleteFunc(m.recips, func(t int) bool { return r.same(t, m.actors) })
	if len(m.recips) == 0 && before > 0 && m.Type == dateline.Accuse {
		m.recips = r.besides(f, m)
	}
	if len(m.actors) == 0 {
		bore := m.recips
		if len(bore) == 0 && m.Type == dateline.Assault {
			m.recips = r.victims(m.Trigger)
		}
		if m.actors = r.blamed(m); len(m.actors) == 0 {
			m.recips = bore
		}
	}
	if light >= 0 && light < f.trigger && f.trigger-light < 6 {
		m.TriggerFirst = light
	}
	if b.row.Particle != "" {
		if p := r.doc.Child(f.trigger, "compound:prt"); p == f.trigger+1 {
			m.TriggerLast = p + 1
		}
	}
	if o := r.doc.Child(f.trigger, "obj"); !b.row.Noun && emptyVerbs[r.lemma(f.trigger)] && o > f.trigger && o-f.trigger < 6 {
		m.TriggerLast = max(m.TriggerLast, o+1) // "held talks", where the row is the verb's
	}
	m.Clause = r.clause(f.trigger)
	r.found = append(r.found, m)
}

// untoldActors finds who does what the row found no doer of, and who does it with them.
func (r *reader) untoldActors(f *frame, b bound, m *found) {
	if len(m.actors) == 0 && (m.Type == dateline.Mobilize || m.Type == dateline.Retreat && m.Mode == "withdraw") {
		m.actors = r.forces(b) // "troops were deployed": they act themselves
	}
	if len(m.actors) == 0 && f.passive && (lawful(m) || measure(m)) {
		m.actors = r.authority(f, measure(m))
	}
	if len(m.actors) == 0 && f.passive && lawful(m) {
		m.actors = r.sameCustody(f.trigger)
	}
	if len(m.actors) == 0 && f.passive && m.Type == dateline.Coerce && m.Mode == "arrest" {
		m.actors = r.soil(f.trigger)
	}
	if len(m.actors) == 0 && f.passive && m.Mode == "release" {
		m.actors = r.holders(f)
	}
	if len(m.actors) == 0 && f.passive && m.Type == dateline.Reject {
		m.actors = r.doorkeeper(f)
		m.recips = slices.DeleteFunc(m.recips, func(t int) bool { return slices.Contains(m.actors, t) })
	}
	if len(m.actors) == 0 && m.Light >= 0 && b.row.Noun {
		m.actors = r.announcer(m.Light) // "announced that tariffs will take effect"
		if len(m.actors) == 0 && m.Type == dateline.Sanction {
			m.actors = r.pledger(m.Light) // "the premier says that tariffs will be put off"
		}
	}
	if len(m.actors) == 0 && f.passive && m.Type == dateline.Assault {
		m.actors = r.operators(f)
	}
	if len(m.actors) == 0 && f.passive {
		m.actors = r.announcer(f.trigger)
		if len(m.actors) == 0 && (m.Type == dateline.Mobilize || m.Type == dateline.Aid || m.Type == dateline.Concede || m.Type == dateline.Sanction || m.Mode == "release") {
			m.actors = r.pledger(f.trigger)
		}
		if r.lemma(f.trigger) == "summon" {
			for _, t := range f.get("to") {
				m.actors = addAll(m.actors, r.participants(t, false)) // "was summoned to the ministry"
			}
		}
	}
	if len(m.actors) == 0 {
		m.actors = append(append(r.ownMeasure(m), r.truceSides(m)...), r.paraded(m)...)
	}
	if len(m.actors) > 0 {
		m.actors = addAll(m.actors, r.companions(f.trigger))
	}
}

// untoldRecipients finds to whom it is done where the row found nobody, and corrects who
// refuses what.
func (r *reader) untoldRecipients(f *frame, b bound, m *found) {
	if len(m.recips) == 0 && (m.Type == dateline.Assault || m.Type == dateline.Coerce && m.Mode == "seize") {
		m.recips = r.things(b)
	}
	if c := r.seat(f.trigger); len(m.recips) == 0 && c >= 0 && m.Type == dateline.Assault && b.row.Noun {
		m.recips = []int{c} // "an explosion outside the embassy"
	}
	if g := alike(r, m); len(m.recips) == 0 && m.Type == dateline.Sanction && g != nil && g.Type == dateline.Accuse {
		m.recips = g.recips // "accused Norland and closed the border"
	}
	if refused := r.notDone(f, b); len(refused) > 0 {
		m.recips = refused
	}
	if len(m.recips) == 0 {
		m.recips = r.undergoer(f, m)
	}
	if len(m.recips) == 0 {
		m.recips = r.meantDeed(m)
	}
	if len(m.recips) == 0 && b.row.Noun && m.CAMEO == "170" && r.lemma(f.trigger) == "coup" {
		m.recips = r.clauseSide(f.trigger) // "Norland appoints a premier after a coup"
	}
	if len(m.recips) == 0 {
		m.recips = r.threatened(m)
	}
	if len(m.recips) == 0 && m.Type == dateline.Request && !b.row.Noun {
		m.recips = r.addressee(f.trigger)
	}
	if len(m.recips) == 0 && b.row.Noun && (m.Type == dateline.Accuse || m.Type == dateline.Request || m.Type == dateline.Threaten) {
		m.recips = r.answerer(m)
	}
}

// addressee is to whom somebody writes or turns in order to ask for something: "writes to
// the council to ask for entry".
func (r *reader) addressee(v int) []int {
	t := &r.doc.Tokens[v]
	if rel := base(t.Rel); rel != "advcl" && rel != "xcomp" || !r.to(v) || t.Head < 0 || !writing[r.lemma(t.Head)] {
		return nil
	}
	for _, c := range r.doc.Children(t.Head) {
		if base(r.doc.Tokens[c].Rel) == "obl" && int(c) < v && r.preposition(int(c)) == "to" && r.someone(int(c)) {
			return r.participants(int(c), true)
		}
	}
	return nil
}

var writing = words("write turn appeal go send")

// retype gives a deed the type that those who take part make it: suspended memberships,
// exercises of one state, governments that protest.
func (r *reader) retype(f *frame, b bound, m *found) {
	if o := r.doc.Child(f.trigger, "obj"); m.Type == dateline.Retreat && o >= 0 && r.lemma(o) == "membership" {
		if p := r.doc.Child(o, "nmod:poss"); p >= 0 && r.someone(r.referent(p)) && !r.same(r.referent(p), m.actors) {
			m.Type, m.Mode, m.CAMEO = dateline.Sanction, "", "160" // "suspended Norland's membership"
			m.recips = addAll(m.recips, r.participants(r.referent(p), true))
		}
	}
	if m.Type == dateline.Reject && b.fills('T', "that") && slices.ContainsFunc(f.get("that"), func(v int) bool { return harming[r.lemma(v)] && r.refusal(v) }) {
		m.Type, m.Mode, m.CAMEO = dateline.Agree, "", "030" // "say that they will not impose new tariffs": a promise
	}
	if m.Type == dateline.Cooperate && m.CAMEO == "062" && (!b.row.Noun || m.Light >= 0) && r.oneSide(m) {
		m.Type, m.Mode, m.CAMEO = dateline.Mobilize, "troops", "150"
	}
	if m.Type == dateline.Protest && !b.row.Noun && r.lemma(f.trigger) == "protest" && r.governments(m) {
		m.Type, m.Mode, m.CAMEO = dateline.Accuse, "disapprove", "111" // "Norland protests over the visit"
	}
	if m.Type == dateline.Office && m.Mode == "run" && len(m.actors) == 1 && r.lemma(m.actors[0]) == "voter" {
		if s := r.stateWithin(m.actors[0]); s >= 0 {
			m.actors = []int{s} // "voters in Norland go to the polls"
		}
	}
	if m.Type == dateline.Mobilize && m.CAMEO == "150" && r.together(m) {
		m.Type, m.Mode, m.CAMEO = dateline.Cooperate, "", "062"
	}
}

// harming are verbs of what one promises to refrain from.
var harming = words("impose attack invade strike retaliate deploy annex bomb blockade escalate target fire shell")

// abroad leaves out the state in which a deed of war was done where it is the
// doers' own, and the place to which troops are sent: neither bore it.
func (r *reader) abroad(m *found) []int {
	place := map[int]bool{}
	for _, b := range m.bound.roles {
		if b.slot.Has('P') && b.slot.Has('R') {
			for _, t := range b.toks {
				for _, p := range r.participants(t, true) {
					place[p] = true
				}
			}
		}
	}
	return slices.DeleteFunc(m.recips, func(t int) bool {
		return place[t] && (m.Type == dateline.Mobilize || r.countrymen(t, m.actors))
	})
}

// things are what force was done to where it is nobody: "shot down the balloon".
func (r *reader) things(b bound) []int {
	for _, bd := range b.roles {
		if bd.slot.Has('R') && !bd.slot.Has('P') {
			for _, t := range bd.toks {
				if u := r.doc.Tokens[t].UPOS; u == "NOUN" || u == "PROPN" {
					return bd.toks
				}
			}
		}
	}
	return nil
}

func (r *reader) role(m *found, s *Slot, t, trigger int) {
	if s.Name == "amod" && m.Type == dateline.Assault && m.bound.row.Noun && r.target(t, trigger) {
		m.recips = addAll(m.recips, r.participants(t, true)) // "the Norland embassy bombing"
		return
	}
	if s.Name == "amod" && m.Type == dateline.Assault && m.bound.row.Noun && r.bystander(t) {
		m.recips = addAll(m.recips, r.participants(t, true)) // "the Norland Airways bombing"
		return
	}
	if s.Name == "amod" && slices.Contains(m.bound.row.Mods, r.lemma(t)) {
		return // the prisoners of a "prisoner exchange"
	}
	if s.Name == "amod" && r.venue(m, t) {
		m.PlaceHead = t
		return
	}
	if s.Has('A') || s.Has('B') || s.Has('H') {
		who := r.participants(t, false)
		if len(who) == 0 && slices.Contains(s.Kinds, "any") && r.unknown(t) {
			who = []int{t}
		}
		m.actors = addAll(m.actors, who)
	}
	if m.bound.row.Noun && s.Roles == "R" && (s.Name == "poss" || s.Name == "amod") && m.bound.fills('R', "of", "for", "against", "on", "into") {
		m.actors = addAll(m.actors, r.participants(t, false)) // "Norland's expulsion of migrants"
		return
	}
	if s.Has('R') {
		if s.Name == "that" {
			if u := r.unmet(t); u >= 0 && m.Type == dateline.Threaten {
				t = u
			} else {
				t = r.subject(t, 0) // what is said of somebody
			}
		}
		switch {
		case t < 0:
		case m.Type == dateline.Accuse && r.bloody(t):
			m.recips = addAll(m.recips, r.attackers(t)) // not those whom it struck
		default:
			m.recips = addAll(m.recips, r.participants(t, true))
		}
	}
	if s.Has('P') && r.isPlace(t) && m.PlaceHead < 0 {
		m.PlaceHead = t
	}
	theme := s.Has('T') || m.Type == dateline.Retreat && s.Has('R')
	if theme && (r.doc.Tokens[t].UPOS == "NOUN" || r.doc.Tokens[t].UPOS == "VERB") && len(s.Classes) > 0 {
		if r.consumed == nil {
			r.consumed = map[int]int{}
		}
		for _, j := range r.joined(t) { // "imposed sanctions and travel bans" is one act
			if j == t || r.doc.Tokens[j].UPOS == "NOUN" && (m.Type == dateline.Sanction || slices.ContainsFunc(s.Classes, func(c ref) bool { return !c.not && r.inRefAlone(c, j) })) {
				if _, ok := r.consumed[j]; ok && r.doc.Tokens[trigger].Head == j {
					continue // "ratified the treaty signed with Norland": what was ratified
				}
				r.consumed[j] = trigger
			}
		}
	}
}

// bystander reports an organization that neither acts politically nor bears arms.
func (r *reader) bystander(t int) bool {
	m := r.mention(t)
	if m == nil {
		return false
	}
	e := &r.who.Entities[m.Entities[0]]
	return e.Kind == who.Org && !e.Political && !e.Armed
}

// target reports whether what stands before a noun of attack is what was
// attacked: a building, or the nation or body whose building it is.
func (r *reader) target(t, n int) bool {
	for i := t; i < n; i++ {
		if u := r.doc.Tokens[i].UPOS; (u == "NOUN" || u == "PROPN") && (r.inClass("embassy", i) || r.inClass("building", i)) {
			return true
		}
	}
	return false
}

// venue tells the city that talks or attacks are called by, "the Vienna talks", from a side
// to them; two cities are the sides: "Beijing-Moscow talks".
func (r *reader) venue(m *found, t int) bool {
	p := r.where.At(t)
	switch m.Type {
	case dateline.Consult, dateline.Assault, dateline.Protest:
	default:
		return false
	}
	if !m.bound.row.Noun || p == nil || p.Kind != "city" || m.PlaceHead >= 0 {
		return false
	}
	for _, b := range m.bound.roles {
		if b.slot.Name == "amod" && len(b.toks) > 1 {
			return false
		}
	}
	return true
}

// clause is the verb (or other predicate) in whose clause a token stands.
func (r *reader) clause(i int) int {
	for {
		t := &r.doc.Tokens[i]
		switch base(t.Rel) {
		case "root", "ccomp", "advcl", "acl", "parataxis", "xcomp", "csubj":
			return i
		case "conj":
			if t.UPOS == "VERB" {
				return i
			}
		}
		if t.Head < 0 {
			return i
		}
		i = t.Head
	}
}

func addAll(dst, src []int) []int {
	for _, t := range src {
		if !slices.Contains(dst, t) {
			dst = append(dst, t)
		}
	}
	return dst
}

// emptyVerbs say nothing without their object.
var emptyVerbs = words("have hold make take give do conduct pay")

// seat is the political body in or at whose seat a deed was done, or -1.
func (r *reader) seat(v int) int {
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) != "obl" && base(r.doc.Tokens[c].Rel) != "nmod" {
			continue
		}
		switch r.preposition(int(c)) {
		case "in", "at", "near", "outside", "inside":
			m := r.mention(int(c))
			if m != nil && r.who.Entities[m.Entities[0]].Kind == who.Org && r.who.Entities[m.Entities[0]].Political {
				return int(c)
			}
		}
	}
	return -1
}
