package what

import (
	"slices"

	"dateline"
)

// settle decides which mentions stay, and gives them participants and status.
func (r *reader) settle() []Mention {
	alive := map[int]*found{}
	for _, m := range r.found {
		if r.worthy(m) && r.stand(m) {
			alive[m.Trigger] = m
		}
	}
	for _, m := range r.found {
		if alive[m.Trigger] == m && r.outcome(m, alive) {
			delete(alive, m.Trigger)
		}
	}
	var out []Mention
	for _, m := range r.found {
		if alive[m.Trigger] != m {
			continue
		}
		// The theme of another event is no event besides: "signed the treaty".
		if v, ok := r.consumed[m.Trigger]; ok && v != m.Trigger && alive[v] != nil && !r.apart(m, alive[v]) {
			continue
		}
		if r.content(m, alive) || r.vessel(m, alive) {
			continue
		}
		r.toward(m)
		r.name(m)
		m.Size = joinSize(r.size(m), m.extra)
		out = append(out, m.Mention)
	}
	return out
}

// apart tells the theme of an event that somebody else did: "rejected Peru's
// ultimatum" is two acts by two sides.
func (r *reader) apart(m, taker *found) bool {
	if taker.Type == dateline.Agree && m.Type == dateline.Consult && m.Mode == "visit" && m.bound.fills('A', "by") {
		return true // "approved a visit by the Norland premier"
	}
	if m.Type == taker.Type || m.Light >= 0 && m.Light == taker.Trigger {
		return false
	}
	switch taker.Type {
	case dateline.Reject, dateline.Accuse, dateline.Support, dateline.Agree, dateline.Threaten, dateline.Concede:
	default:
		return false
	}
	for _, a := range m.actors {
		if r.same(a, taker.actors) || (m.Type == dateline.Sanction || m.Type == dateline.Support) && r.countrymen(a, taker.actors) { // "the cabinet lifts Norland's sanctions"
			return false
		}
	}
	return len(m.actors) > 0
}

// same reports whether a token stands for one that others stand for too.
func (r *reader) same(t int, others []int) bool {
	m := r.mention(t)
	for _, o := range others {
		if o == t {
			return true
		}
		n := r.mention(o)
		if m == nil || n == nil {
			continue
		}
		for _, e := range m.Entities {
			if slices.Contains(n.Entities, e) {
				return true
			}
		}
	}
	return false
}

// stand works out the status of a mention; false if it is no event after all.
func (r *reader) stand(m *found) bool {
	if r.standing(m) || r.idle(m) || m.Type == dateline.Request && (r.ownStaff(m) || !m.bound.row.Noun && r.ownHands(m.Trigger)) {
		return false
	}
	if len(m.actors) == 0 && r.handover(m) {
		m.actors = r.custodian(m)
	}
	s := r.status(m)
	status, why := s.status, s.why
	if r.threat(m, status) {
		m.Type, m.Mode, m.CAMEO, status = dateline.Threaten, "", "130", dateline.Happened
		why = append(why, "said that it will, if: a threat")
		if len(m.recips) == 0 {
			m.recips = r.told(m.Clause)
		}
		if g := alike(r, m); g != nil && !slices.ContainsFunc(m.recips, func(t int) bool { return r.otherState(t, m.actors) }) {
			m.recips = g.recips // "summoned Norland's envoy and will expel two diplomats if"
		}
	}
	if r.unwilling(m, status) {
		m.Type, m.Mode, m.CAMEO, status = dateline.Reject, "", "120", dateline.Happened
		why = append(why, "said that it will not: a refusal")
	}
	if m.Type == dateline.Support && status == dateline.Possible && slices.ContainsFunc(r.doc.Children(m.Trigger), func(c int32) bool { return r.lemma(int(c)) == "how" }) {
		return false // "discussed how to support Norland"
	}
	if m.Type == dateline.Cooperate && status == dateline.Possible && r.supposed(m.Trigger) {
		return false // "if the government goes ahead with buying jets"
	}
	if r.passed(m) {
		s.drop, status = false, dateline.Happened
		if t := &r.doc.Tokens[m.Trigger]; base(t.Rel) == "advcl" {
			status = dateline.Planned // "signed a decree to open a mission"
		}
		why = append(why, "by a motion that was passed")
	}
	if s.drop || len(m.actors) == 0 && !doerless(m, status) && !r.inForce(m, status) && !(r.known(m) && fated(status)) && !r.handover(m) || !noteworthy(m.Type, status) && !r.handover(m) {
		return false
	}
	if t := &r.doc.Tokens[m.Trigger]; m.Type == dateline.Mobilize && status == dateline.Not && base(t.Rel) == "ccomp" && t.Head >= 0 && denying[r.lemma(t.Head)] {
		return false // "denied that its army is on alert": nothing was called off
	} else if m.Type == dateline.Mobilize && status == dateline.Not && t.XPOS == "VBG" && r.preposition(m.Trigger) == "from" {
		return false // "banned states from placing weapons in space"
	}
	m.Status, m.StatusWhy, m.Tensed, m.Aim = status, why, s.tensed, s.aim
	return true
}

// supposed reports a word within a clause under "if".
func (r *reader) supposed(i int) bool {
	for ; i >= 0; i = r.doc.Tokens[i].Head {
		if base(r.doc.Tokens[i].Rel) == "advcl" && r.conditional(i) {
			return true
		}
	}
	return false
}

// alike is the deed of the same doer that the verb of another is joined to, nil if none.
func alike(r *reader, m *found) *found {
	t := &r.doc.Tokens[m.Trigger]
	if base(t.Rel) != "conj" {
		return nil
	}
	for _, g := range r.found {
		if g.Trigger == t.Head && len(g.recips) > 0 {
			return g
		}
	}
	return nil
}

// content reports whether a mention only fills in what another asks for,
// threatens or alleges: the guidelines enter the act of speech alone.
func (r *reader) content(m *found, all map[int]*found) bool {
	if g := all[m.Light]; m.Light >= 0 && g != nil && g.Type == dateline.Reject && m.Status == dateline.Not {
		return true // talks that were ruled out: the refusal is the event
	}
	if g := all[m.Light]; m.Light >= 0 && g != nil && g.Type == dateline.Accuse && g.bound.fills('T', "as") {
		return true // "called the summit useless"
	}
	if r.presupposed(m) || r.alongside(m) {
		return false
	}
	i, charge := m.Trigger, false
	for up := 0; up < 6; up++ {
		t := &r.doc.Tokens[i]
		if t.Head < 0 {
			return false
		}
		rel := base(t.Rel)
		if rel == "acl" && (t.Rel == "acl:relcl" || t.XPOS == "VBN") || rel == "parataxis" {
			return false // "the release of sailors seized in May": they were seized
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Reject && rel == "advcl" && r.to(i) && refusedLeave(r, t.Head) {
			return true // "denied approval for the minister to land"
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Reject && rel == "advcl" && r.lemma(t.Head) == "rule" && t.XPOS == "VBG" {
			return true // "ruled out deploying troops"
		}
		if rel == "nsubj" || rel == "advcl" && !r.belongs(i, t.Head) {
			return false
		}
		if rel == "obl" && circumstances[r.preposition(i)] {
			return false // "following talks in Oslo, Norland called for": no part of the call
		}
		if rel == "acl" && t.XPOS == "VBG" && r.preposition(i) == "of" {
			charge = true // "accused the navy of ramming", hung on the navy
		}
		if g := all[t.Head]; charge && rel == "obj" && g != nil && g != m && g.Type == dateline.Accuse {
			return true
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Accuse && rel == "ccomp" && t.Head >= 0 && i == m.Trigger && m.Type == dateline.Assault && reporting[r.lemma(t.Head)] {
			return false // "says that the army killed five": told as an occurrence
		}
		if g := all[t.Head]; g != nil && rel == "advcl" && i == m.Trigger && (g.Type == dateline.Coerce || g.Type == dateline.Reject) && r.preposition(i) == "from" && m.Status == dateline.Not && m.Mode == "visit" {
			return true // "barred her from visiting": that she is barred is told
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Reject && i != m.Trigger && (rel == "obj" || rel == "obl") && proposals[r.lemma(i)] && !m.bound.row.Noun {
			return true // "voted against a plan to ratify the treaty"
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Reject && rel == "ccomp" && r.refusal(i) {
			return true // "says that it will not pay"
		}
		if g := all[t.Head]; g != nil && g.Type == dateline.Accuse && i == m.Trigger && charged(m) {
			return false // "accused Norland of detaining", "says that Norland violated its airspace": told as done
		}
		if g := all[t.Head]; g != nil && g != m && rel != "conj" && (swallows(g.Type, rel) || m.Type == g.Type && m.Type == dateline.Agree && rel == "xcomp") && !r.plan(m, t.Head) {
			return true
		}
		i = t.Head
	}
	return false
}

// vessel tells a resolution or statement that was passed from what it does, where
// that is told: "passed a resolution condemning the raid" is the condemnation.
func (r *reader) vessel(m *found, all map[int]*found) bool {
	if m.Type != dateline.Agree || m.bound.row.Noun {
		return false
	}
	if x := r.doc.Child(m.Trigger, "xcomp", "advcl"); x >= 0 && (r.lemma(m.Trigger) == "vote" || r.lemma(m.Trigger) == "offer") && r.to(x) {
		for _, g := range all { // "voted to leave the league" is the leaving, "offers to send rice" may send it
			if g.Trigger == x || g.Light == x {
				return true
			}
		}
	}
	o := r.doc.Child(m.Trigger, "obj")
	if o < 0 || r.lemma(o) != "resolution" && r.lemma(o) != "motion" && r.lemma(o) != "statement" && !r.inClass("lawtexts", o) {
		return false
	}
	for _, c := range r.doc.Children(o) {
		if base(r.doc.Tokens[c].Rel) == "acl" && all[int(c)] != nil {
			return true
		}
	}
	for _, c := range r.doc.Children(m.Trigger) { // the same, hung on the verb
		if t := &r.doc.Tokens[c]; t.Rel == "advcl" && t.XPOS == "VBG" && int(c) > o && r.preposition(int(c)) == "" && all[int(c)] != nil && ofWords[all[int(c)].Type] {
			return true
		}
	}
	return false
}

// refusedLeave reports a refusal of leave to do something.
func refusedLeave(r *reader, v int) bool {
	o := r.doc.Child(v, "obj")
	return o >= 0 && leaves[r.lemma(o)]
}

var leaves = words("approval permission clearance consent authorization authorisation access entry visa")

// proposals are nouns for what somebody would have done.
var proposals = words("plan proposal bill motion bid request demand offer resolution draft idea initiative amendment call approval permission clearance consent authorization authorisation access entry")

// circumstances are prepositions of what was when somebody spoke.
var circumstances = words("after following during before ahead_of amid despite since at prior_to in_response_to as_part_of")

var reporting = words("say claim state report announce declare")

// presupposed tells violence that is spoken of as known: "asked to investigate
// the bombings", "urged an end to Norland's blockade".
func (r *reader) presupposed(m *found) bool {
	if !m.bound.row.Noun || m.Status != dateline.Happened && m.Status != dateline.Ongoing {
		return false
	}
	if m.Type == dateline.Sanction || m.Type == dateline.Agree {
		return r.whose(m.Trigger) // "will retaliate against Peru's tariffs", "the 2015 agreement"
	}
	if m.Type != dateline.Assault && m.Type != dateline.Coerce {
		return false
	}
	for _, c := range r.doc.Children(m.Trigger) {
		switch k := &r.doc.Tokens[c]; {
		case k.Rel == "det" && (k.Lemma == "the" || k.Lemma == "this" || k.Lemma == "these"):
			return true
		case k.Rel == "nmod:poss" || k.Rel == "amod" && r.someone(int(c)):
			return true
		}
	}
	return false
}

// whose reports whether a noun is told to be somebody's or of a year.
func (r *reader) whose(n int) bool {
	for _, c := range r.doc.Children(n) {
		if k := &r.doc.Tokens[c]; int(c) < n && (r.someone(int(c)) && (k.Rel == "nmod:poss" || k.Rel == "amod" || k.Rel == "compound") || k.UPOS == "NUM" && len(k.Form) == 4) {
			return true
		}
	}
	return false
}

// alongside tells a finite act of words that the parser joined to the clause
// that an earlier one governs: "warned Norland that it would act and denounced
// the raid".
func (r *reader) alongside(m *found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if m.bound.row.Noun || !ofWords[m.Type] || base(t.Rel) != "conj" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" {
		return false
	}
	return base(r.doc.Tokens[t.Head].Rel) == "ccomp" && r.doc.Child(m.Trigger, "nsubj", "mark") < 0
}

// charged tells a deed with which somebody is charged that analysts enter beside the
// charge, with the accuser as its source: what a state does by its own hands.
func charged(m *found) bool {
	return !m.bound.row.Noun && (m.Type == dateline.Coerce && m.Mode != "cyber" || m.Type == dateline.Cooperate)
}

// plan tells a meeting or visit that somebody is invited to, or that is put off
// or called off at somebody's request: it is an event besides the asking.
func (r *reader) plan(m *found, g int) bool {
	if m.Type != dateline.Consult {
		return false
	}
	switch m.effect {
	case Effect(dateline.Cancelled), Effect(dateline.Postponed):
		return true
	}
	return r.lemma(g) == "invite" || r.lemma(g) == "invitation"
}

// belongs tells an adverbial clause that completes its verb ("accused of
// breaking", "called on them to leave") from one that tells of something else.
func (r *reader) belongs(v, h int) bool {
	if r.to(v) {
		return addresses[r.lemma(h)] || r.governs(h)
	}
	t := &r.doc.Tokens[v]
	switch r.preposition(v) {
	case "of", "from", "for", "against", "with", "to", "in":
		return t.XPOS == "VBG"
	case "by":
		return t.XPOS == "VBG" && charging[r.lemma(h)] // "accused Norland of aggression by arming the rebels"
	}
	return false
}

var charging = words("accuse blame charge criticize criticise condemn denounce")

// swallows tells which acts of speech make no event of their content.
func swallows(t dateline.Type, rel string) bool {
	switch t {
	case dateline.Request, dateline.Threaten:
		return true
	case dateline.Accuse:
		return rel != "obj" && rel != "nsubj"
	case dateline.Reject:
		return rel == "xcomp" || rel == "acl"
	}
	return false
}

// name turns the tokens of the participants into who's mentions where there are any.
func (r *reader) name(m *found) {
	m.Actors, m.ActorHeads = r.split(m.actors)
	m.Recipients, m.RecipientHeads = r.split(m.recips)
}

func (r *reader) split(toks []int) (mentions, heads []int) {
	for i, t := range toks {
		if r.same(t, toks[:i]) {
			continue
		}
		if r.mention(t) == nil {
			heads = append(heads, t)
			continue
		}
		for i := range r.who.Mentions {
			if &r.who.Mentions[i] == r.who.At(t) {
				mentions = append(mentions, i)
			}
		}
	}
	return mentions, heads
}
