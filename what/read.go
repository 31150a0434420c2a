package what

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/said"
	"dateline/when"
	"dateline/where"
	"dateline/who"
)

// Read finds the events that a text tells of, in order of their triggers. Any
// of the layers may be nil; then less is known of who takes part.
func Read(doc *lang.Doc, w *who.Layer, p *where.Layer, t *when.Layer, s *said.Layer) []Mention {
	tabs, err := Load()
	if err != nil {
		panic(err) // the tables are built in and tested: they load
	}
	return tabs.Read(doc, w, p, t, s)
}

// Read is [Read] with tables of one's own.
func (t *Tables) Read(doc *lang.Doc, w *who.Layer, p *where.Layer, tm *when.Layer, s *said.Layer) []Mention {
	if w == nil {
		w = &who.Layer{}
	}
	if p == nil {
		p = &where.Layer{}
	}
	r := &reader{tabs: t, doc: doc, who: w, where: p, when: tm, said: s, lemmas: make([]string, len(doc.Tokens))}
	for i := range doc.Tokens {
		r.trigger(i)
	}
	return r.settle()
}

// reader is one reading of one text.
type reader struct {
	tabs  *Tables
	doc   *lang.Doc
	who   *who.Layer
	where *where.Layer
	when  *when.Layer
	said  *said.Layer

	lemmas   []string // see lemma
	found    []*found
	past     int         // see toldInPast; 0 not yet known
	consumed map[int]int // event noun -> verb whose row took it as its theme
}

// found is a mention in the making.
type found struct {
	Mention
	bound  bound
	actors []int // tokens
	recips []int
	effect Effect         // of the light verb
	extra  *dateline.Size // told by what came of it
}

// trigger tries whether token i is the word of an event.
func (r *reader) trigger(i int) {
	t := &r.doc.Tokens[i]
	switch t.UPOS {
	case "VERB":
		if r.verb(i, t) || t.XPOS != "VBG" {
			return
		}
		r.noun(i, t.Form)
	case "NOUN":
		if r.misread(i) && r.verb(i, t) {
			return
		}
		r.noun(i, r.lemma(i))
	case "PROPN":
		// "the Oslo Summit", but not "Summit County".
		if next := i + 1; next < len(r.doc.Tokens) && r.doc.Tokens[next].UPOS == "PROPN" && r.doc.Tokens[next].Head != i {
			return
		}
		// Names of treaties and wars tell when and where, not that something was done.
		if r.inClass("multilateral", i) || r.inClass("meetings", i) {
			r.noun(i, r.lemma(i))
		}
	}
}

// misread tells a verb that the tagger took for a noun, as it does in
// headlines: it has an object or a subject, but neither copula nor article.
func (r *reader) misread(i int) bool {
	if r.doc.Child(i, "cop", "det", "case", "nmod:poss", "nummod") >= 0 {
		return false
	}
	if o := r.doc.Child(i, "obj"); o > i {
		return true
	}
	return r.doc.Child(i, "nsubj") >= 0 && r.doc.Child(i, "amod") < 0 && r.doc.Child(i, "appos", "obl") > i
}

func (r *reader) verb(i int, t *lang.Token) bool {
	rows := r.tabs.verb[r.lemma(i)]
	if rows == nil || base(t.Rel) == "amod" || t.Rel == "compound" {
		return false
	}
	f := r.verbFrame(i)
	r.borrow(&f)
	b, ok := r.best(rows, &f)
	if g, two := f.ditransitive(); two {
		if b2, ok2 := r.best(rows, &g); ok2 && (!ok || b2.score > b.score) {
			f, b, ok = g, b2, true
		}
	}
	if g, two := r.particled(&f); two {
		if b2, ok2 := r.best(rows, &g); ok2 && b2.row.Particle != "" && (!ok || b2.score > b.score) {
			f, b, ok = g, b2, true
		}
	}
	if !ok {
		return false
	}
	r.take(&f, b, -1, Same)
	return true
}

// borrow lets prepositions that the parser hung on the object count for the
// verb too: "imposed sanctions on Peru".
func (r *reader) borrow(f *frame) {
	banned := "by"
	if f.noun {
		banned = ""
	}
	for _, name := range [...]string{"o", "in", "to", "on", "with", "of"} {
		for _, o := range f.get(name) {
			for _, j := range r.joined(o) {
				r.borrowFrom(f, j, banned)
			}
		}
	}
}

func (r *reader) borrowFrom(f *frame, o int, banned string) {
	for _, c := range r.doc.Children(o) {
		if base(r.doc.Tokens[c].Rel) != "nmod" || int(c) < o {
			continue
		}
		if p := r.preposition(int(c)); p != "" && p != banned && len(f.get(p)) == 0 {
			f.put(p, r.referent(int(c)))
		}
	}
}

func (r *reader) noun(i int, lemma string) {
	rows := r.tabs.noun[lower(lemma)]
	if rows == nil {
		return
	}
	f := r.nounFrame(i)
	r.borrow(&f)
	light, effect := r.lighten(&f)
	if light < 0 {
		r.attend(&f)
	}
	b, ok := r.best(rows, &f)
	if !ok {
		return
	}
	r.take(&f, b, light, effect)
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
	if len(m.actors) == 0 && (m.Type == dateline.Mobilize || m.Type == dateline.Retreat && m.Mode == "withdraw") {
		m.actors = r.forces(b) // "troops were deployed": they act themselves
	}
	if len(m.recips) == 0 && (m.Type == dateline.Assault || m.Type == dateline.Coerce && m.Mode == "seize") {
		m.recips = r.things(b)
	}
	// Nobody acts on himself; a pronoun that says so was resolved wrongly.
	m.recips = slices.DeleteFunc(m.recips, func(t int) bool { return r.same(t, m.actors) })
	if light >= 0 && light < f.trigger && f.trigger-light < 6 {
		m.TriggerFirst = light
	}
	if b.row.Particle != "" {
		if p := r.doc.Child(f.trigger, "compound:prt"); p == f.trigger+1 {
			m.TriggerLast = p + 1
		}
	}
	m.Clause = r.clause(f.trigger)
	r.found = append(r.found, m)
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

func (r *reader) forces(b bound) []int {
	for _, bd := range b.roles {
		if bd.slot.Has('T') {
			for _, t := range bd.toks {
				if r.inClass("troops", t) {
					return r.participants(t, false)
				}
			}
		}
	}
	return nil
}

func (r *reader) role(m *found, s *Slot, t, trigger int) {
	if s.Has('A') || s.Has('B') || s.Has('H') {
		m.actors = addAll(m.actors, r.participants(t, false))
	}
	if s.Has('R') {
		m.recips = addAll(m.recips, r.participants(t, true))
	}
	if s.Has('P') && r.isPlace(t) && m.PlaceHead < 0 {
		m.PlaceHead = t
	}
	if s.Has('T') && (r.doc.Tokens[t].UPOS == "NOUN" || r.doc.Tokens[t].UPOS == "VERB") && len(s.Classes) > 0 {
		if r.consumed == nil {
			r.consumed = map[int]int{}
		}
		r.consumed[t] = trigger
	}
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
		if r.content(m, alive) {
			continue
		}
		r.name(m)
		m.Size = joinSize(r.size(m), m.extra)
		m.Confidence = r.confidence(m)
		out = append(out, m.Mention)
	}
	return out
}

// outcome joins what an attack did to the attack: "fired at the base, killing
// two", "a raid that killed two".
func (r *reader) outcome(m *found, alive map[int]*found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if m.Type != dateline.Assault || t.UPOS != "VERB" || t.Head < 0 {
		return false
	}
	if rel := base(t.Rel); rel != "advcl" && rel != "acl" || rel == "advcl" && t.XPOS != "VBG" {
		return false
	}
	g := alive[t.Head]
	if g == nil || g.Type != dateline.Assault {
		return false
	}
	g.recips = addAll(g.recips, m.recips)
	g.extra = joinSize(g.extra, r.size(m))
	if len(g.actors) == 0 {
		g.actors = m.actors
	}
	return true
}

// apart tells the theme of an event that somebody else did: "rejected Peru's
// ultimatum" is two acts by two sides.
func (r *reader) apart(m, taker *found) bool {
	if m.Type == taker.Type || m.Light >= 0 && m.Light == taker.Trigger {
		return false
	}
	switch taker.Type {
	case dateline.Reject, dateline.Accuse, dateline.Support, dateline.Agree, dateline.Threaten, dateline.Concede:
	default:
		return false
	}
	for _, a := range m.actors {
		if r.same(a, taker.actors) {
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
	if r.standing(m) || m.Type == dateline.Request && r.ownStaff(m) {
		return false
	}
	status, why, tensed, drop := r.status(m)
	if r.threat(m, status) {
		m.Type, m.Mode, m.CAMEO, status = dateline.Threaten, "", "130", dateline.Happened
		why = append(why, "said that it will, if: a threat")
	}
	if r.unwilling(m, status) {
		m.Type, m.Mode, m.CAMEO, status = dateline.Reject, "", "120", dateline.Happened
		why = append(why, "said that it will not: a refusal")
	}
	if drop || len(m.actors) == 0 && !doerless(m, status) || !noteworthy(m.Type, status) {
		return false
	}
	m.Status, m.StatusWhy, m.Tensed = status, why, tensed
	return true
}

// content reports whether a mention only fills in what another asks for,
// threatens or alleges: the guidelines enter the act of speech alone.
func (r *reader) content(m *found, all map[int]*found) bool {
	i := m.Trigger
	for up := 0; up < 6; up++ {
		t := &r.doc.Tokens[i]
		if t.Head < 0 {
			return false
		}
		rel := base(t.Rel)
		if rel == "acl" && t.Rel == "acl:relcl" || rel == "parataxis" {
			return false
		}
		if rel == "nsubj" || rel == "advcl" && !r.belongs(i, t.Head) {
			return false
		}
		if g := all[t.Head]; g != nil && g != m && rel != "conj" && swallows(g.Type, rel) && !r.plan(m, t.Head) {
			return true
		}
		i = t.Head
	}
	return false
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
	}
	return false
}

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

// ownStaff tells a request to one's own people: "asked her foreign minister".
func (r *reader) ownStaff(m *found) bool {
	if len(m.recips) == 0 {
		return false
	}
	for _, t := range m.recips {
		p := r.doc.Child(t, "nmod:poss")
		if p < 0 || !r.same(r.referent(p), m.actors) {
			return false
		}
	}
	return true
}

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
	if m.bound.row.Noun || x != "VBZ" && x != "VBP" {
		return false
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
	switch m.Type {
	case dateline.Sanction, dateline.Assault, dateline.Coerce, dateline.Mobilize, dateline.Accuse:
	default:
		return false
	}
	if st != dateline.Possible || m.bound.row.Noun || len(m.actors) == 0 || !r.future(m.Trigger) && !r.would(m.Trigger) {
		return false
	}
	for _, c := range r.doc.Children(m.Trigger) {
		if r.doc.Tokens[c].Rel == "advcl" && r.conditional(int(c)) {
			return true
		}
	}
	return false
}

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
		return t == dateline.Consult || t == dateline.Office || t == dateline.Mobilize
	case dateline.Possible:
		switch t {
		case dateline.Accuse, dateline.Cooperate, dateline.Protest, dateline.Support, dateline.Request, dateline.Reject:
			return false
		}
	}
	return true
}

// doerless tells which events count though nobody is told to have done them:
// violence and force that was done to somebody.
func doerless(m *found, st dateline.Status) bool {
	if st != dateline.Happened && st != dateline.Ongoing {
		return m.Type == dateline.Office
	}
	switch m.Type {
	case dateline.Protest:
		return true
	case dateline.Assault, dateline.Coerce, dateline.Office, dateline.Sanction, dateline.Retreat:
		return m.Light >= 0 || !m.bound.row.Noun || m.Type == dateline.Assault
	}
	return false
}

// toPost reports whether an office event names a public office.
func (r *reader) toPost(m *found) bool {
	for _, b := range m.bound.roles {
		if b.slot.Name == "as" && slices.ContainsFunc(b.toks, func(t int) bool { return r.inClass("posts", t) }) {
			return true
		}
	}
	return false
}

// worthy asks for somebody political among those who take part.
func (r *reader) worthy(m *found) bool {
	all := append(slices.Clone(m.actors), m.recips...)
	if m.Type == dateline.Consult && m.Mode == "visit" {
		all = m.actors // that refugees come to a state makes no visit
	}
	if len(all) == 0 {
		return false
	}
	if m.Type == dateline.Protest && len(m.actors) > 0 {
		return true // who demonstrates is a movement
	}
	if (m.Type == dateline.Office || m.Mode == "resign") && r.toPost(m) {
		return true // whoever comes to a public post is an office-holder
	}
	if len(r.who.Mentions) == 0 {
		return true
	}
	return slices.ContainsFunc(all, r.political)
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

func addAll(dst, src []int) []int {
	for _, t := range src {
		if !slices.Contains(dst, t) {
			dst = append(dst, t)
		}
	}
	return dst
}
