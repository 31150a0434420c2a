package what

import "dateline/who"

// lighten looks for a light or aspect verb over an event noun, gives the noun's
// frame the verb's companions, and tells the verb and its effect; -1 and Same
// if there is none.
func (r *reader) lighten(f *frame) (int, Effect) {
	n := f.trigger
	t := &r.doc.Tokens[n]
	for t.Head >= 0 && (base(t.Rel) == "conj" && r.doc.Tokens[t.Head].UPOS != "VERB" ||
		base(t.Rel) == "nmod" && r.preposition(n) == "of" && r.inClass("aspect", t.Head) ||
		base(t.Rel) == "nmod" && r.preposition(n) == "for" && r.lemma(t.Head) == "responsibility") {
		if base(t.Rel) == "nmod" {
			r.putModifiers(f, t.Head) // "Chile's resumption of talks"
		}
		n = t.Head
		t = &r.doc.Tokens[n]
	}
	if t.Rel == "acl:relcl" || t.Head < 0 {
		return r.lightRelative(f, n)
	}
	v := t.Head
	if r.doc.Tokens[v].UPOS != "VERB" {
		return r.lightRelative(f, n)
	}
	if effect, ok := r.lightVerb(f, v, n); ok {
		return v, effect
	}
	return r.lightRelative(f, n)
}

// attend gives a visit or meeting without a visitor the subject of the clause in
// which it stands: "said after talks with Peru", "spoke ahead of a visit to Peru".
func (r *reader) attend(f *frame) {
	n := f.trigger
	t := &r.doc.Tokens[n]
	if base(t.Rel) == "nmod" && r.preposition(n) == "of" && stages[r.lemma(t.Head)] { // "at the start of a visit"
		n = t.Head
		t = &r.doc.Tokens[n]
	}
	verb := t.Head
	for up := 0; n != f.trigger && base(t.Rel) == "nmod" && verb >= 0 && r.doc.Tokens[verb].UPOS != "VERB" && up < 3; up++ {
		verb = r.doc.Tokens[verb].Head // hung on the last participant before it
	}
	if base(t.Rel) != "obl" && (n == f.trigger || verb < 0 || r.doc.Tokens[verb].UPOS != "VERB") {
		return
	}
	if n != f.trigger && !r.inClass("visit", f.trigger) {
		return
	}
	assembly := r.inClass("multilateral", f.trigger)
	alone := len(f.get("to"))+len(f.get("with")) == 0 && len(r.doers(verb)) < 2 && !r.several(verb) // "in a call, Lind and Rojas agreed"
	if o := r.doc.Child(max(verb, 0), "obj", "iobj"); alone && verb >= 0 && o >= 0 && o < n && r.inClass("meetings", f.trigger) && r.political(r.referent(o)) && setting[r.preposition(n)] && len(f.get("poss"))+len(f.get("between"))+len(f.get("by")) == 0 {
		if s := r.subject(verb, 0); s >= 0 && r.someone(s) && !r.same(s, []int{r.referent(o)}) {
			f.put("poss", s) // "asked the premier for arms during a meeting"
			f.put("poss", r.referent(o))
			return
		}
	}
	if !assembly && n == f.trigger && (alone || !r.inClass("meetings", f.trigger)) && !(r.inClass("agreement", f.trigger) && len(f.get("with")) > 0) {
		return
	}
	for _, name := range [...]string{"poss", "amod", "by", "of", "between"} {
		if p := r.preposition(n); assembly && name == "amod" && (p == "at" || p == "during") && verb >= 0 && r.speaksAt(verb) {
			continue // "at a CIS summit the president says": he was there
		}
		if len(f.get(name)) > 0 && !(name == "poss" && r.cataphor(f.get(name)[0], verb)) {
			return
		}
	}
	switch r.preposition(n) {
	case "in", "on", "since":
		if assembly {
			return
		}
		fallthrough
	case "after", "before", "during", "ahead_of", "until", "following", "prior_to", "until_after", "at", "for":
		if s := r.subject(verb, 0); s >= 0 && r.someone(s) {
			if o := r.doc.Child(verb, "obj"); o >= 0 && o < n && r.preposition(n) == "during" && r.nationAt(s) && r.individual(r.referent(o)) && r.inClass("visit", f.trigger) {
				s = r.referent(o) // "Norland plotted to kill him during a visit to Peru"
			}
			f.drop("poss")
			f.put("poss", s)
		}
	}
}

// convenes gives a meeting without sides the body that acts at it: "during a meeting in
// Oslo, the league decided".
func (r *reader) convenes(f *frame) {
	t := &r.doc.Tokens[f.trigger]
	if l := r.lemma(f.trigger); l != "meeting" && l != "session" || base(t.Rel) != "obl" || !setting[r.preposition(f.trigger)] {
		return
	}
	for _, name := range [...]string{"poss", "amod", "by", "of", "between", "with", "among"} {
		if len(f.get(name)) > 0 && !(name == "poss" && r.cataphor(f.get(name)[0], t.Head)) {
			return
		}
	}
	if s := r.subject(t.Head, 0); s >= 0 && r.isKind(s, "org") && r.political(s) {
		f.drop("poss")
		f.put("poss", s)
	}
}

// speaksAt reports a verb of saying with a person for its subject.
func (r *reader) speaksAt(v int) bool {
	if l := r.lemma(v); !saying[l] {
		return false
	}
	s := r.subject(v, 0)
	return s >= 0 && r.isKind(s, "person")
}

var saying = words("say tell announce declare call urge warn state stress")

// individual reports a person, who can be on a journey where a state cannot.
func (r *reader) individual(t int) bool {
	m := r.mention(t)
	return m != nil && r.who.Entities[m.Entities[0]].Kind == who.Person
}

// cataphor reports a possessive that nobody stands for yet, before the subject who will:
// "During his visit to Peru, the premier met".
func (r *reader) cataphor(t, verb int) bool {
	w := &r.doc.Tokens[t]
	return w.UPOS == "PRON" && r.mention(t) == nil && r.subject(verb, 0) > t
}

// setting are prepositions of the meeting at which somebody does something to another.
var setting = words("during at in after following")

// several reports a subject that stands for more than one side: "the ministers of Chile
// and Peru".
func (r *reader) several(v int) bool {
	if v < 0 {
		return false
	}
	s := r.subject(v, 0)
	if s < 0 {
		return false
	}
	m := r.mention(s)
	return m != nil && len(m.Entities) > 1
}

// doers are those who act in the clause of a verb.
func (r *reader) doers(v int) []int {
	if v < 0 {
		return nil
	}
	s := r.subject(v, 0)
	if s < 0 {
		return nil
	}
	return r.participants(s, false)
}

// stages are the parts of a visit on which a clause hangs.
var stages = words("start beginning end eve day leg stop outset close")

// arranged gives an event noun the sides that hang on the participle behind it:
// "cancelled the talks scheduled for Friday with Peru".
func (r *reader) arranged(f *frame) {
	if s := r.doc.Child(f.trigger, "nsubj"); s >= 0 && r.doc.Child(f.trigger, "cop") >= 0 && r.someone(s) && len(f.get("poss")) == 0 {
		switch r.preposition(f.trigger) {
		case "in":
			f.put("poss", r.referent(s)) // "Norland and Sudland are in talks"
		case "on":
			f.put("by", r.referent(s)) // "nurses are on strike"
		}
	}
	for _, c := range r.doc.Children(f.trigger) {
		t := &r.doc.Tokens[c]
		if base(t.Rel) != "acl" || t.XPOS != "VBN" || r.tabs.light[r.lemma(int(c))] == nil {
			continue
		}
		for _, o := range r.doc.Children(int(c)) {
			switch p := r.preposition(int(o)); p {
			case "with", "between", "to":
				if len(f.get(p)) == 0 && base(r.doc.Tokens[o].Rel) == "obl" && r.someone(int(o)) {
					f.put(p, int(o))
				}
			}
		}
	}
}

// lightRelative finds the light verb below the noun: "the talks that they held",
// "a visit planned by the minister".
func (r *reader) lightRelative(f *frame, n int) (int, Effect) {
	for _, c := range r.doc.Children(n) {
		if base(r.doc.Tokens[c].Rel) == "acl" && r.doc.Tokens[c].UPOS == "VERB" {
			if effect, ok := r.lightVerb(f, int(c), n); ok {
				return int(c), effect
			}
		}
		if r.doc.Tokens[c].Rel == "acl:relcl" { // "a summit that is set to be held"
			for _, x := range r.doc.Children(int(c)) {
				if r.doc.Tokens[x].Rel != "xcomp" || r.doc.Tokens[x].UPOS != "VERB" {
					continue
				}
				if effect, ok := r.lightVerb(f, int(x), n); ok {
					return int(x), effect
				}
			}
		}
	}
	return -1, Same
}

func (r *reader) lightVerb(f *frame, v, n int) (Effect, bool) {
	rows := r.tabs.light[r.lemma(v)]
	any := r.tabs.light["*"]
	if len(rows)+len(any) == 0 {
		return Same, false
	}
	vf := r.verbFrame(v)
	r.sides(&vf, n)
	var win *LightRow
	var winBound bound
	for _, set := range [...][]*LightRow{rows, any} {
		for _, row := range set {
			if !r.holds(row, &vf, n, f.trigger) {
				continue
			}
			b, ok := r.fit(&row.Row, &vf)
			if ok && (win == nil || b.score > winBound.score) {
				win, winBound = row, b
			}
		}
		if win != nil {
			break
		}
	}
	if g, two := r.particled(&vf); two {
		for _, row := range rows { // "pushed back", where "back" is no particle to the tree
			if b, ok := r.fit(&row.Row, &g); ok && row.Particle != "" && r.holds(row, &g, n, f.trigger) && (win == nil || win.Particle == "" || b.score > winBound.score) {
				win, winBound, vf = row, b, g
			}
		}
	}
	if win == nil {
		return Same, false
	}
	r.passOn(f, &vf, win, n)
	return win.Effect, true
}

// sides finds the sides of an event that the parser hung deep in another
// companion of its verb: "fighting went on around the town between A and B".
func (r *reader) sides(f *frame, n int) {
	for _, s := range f.slots {
		for _, t := range s.toks {
			if t == n {
				continue
			}
			for _, c := range r.doc.Children(t) {
				if base(r.doc.Tokens[c].Rel) != "nmod" || int(c) < t {
					continue
				}
				switch p := r.preposition(int(c)); p {
				case "between", "against", "with":
					if len(f.get(p)) == 0 && r.someone(int(c)) {
						f.put(p, int(c))
						return
					}
				}
			}
		}
	}
}

// sidesWithin finds the sides of talks that are told within what they are about: "talks
// on forming a coalition between the two parties".
func (r *reader) sidesWithin(f *frame) {
	if !r.inClass("talks", f.trigger) {
		return
	}
	for _, name := range [...]string{"between", "with", "poss", "amod", "by", "of"} {
		if len(f.get(name)) > 0 {
			return
		}
	}
	if s := r.mediator(f.trigger); s >= 0 {
		f.put("by", s)
		return
	}
	first, last := r.doc.Subtree(f.trigger)
	for i := max(first, f.trigger); i < last; i++ {
		if base(r.doc.Tokens[i].Rel) == "nmod" && r.preposition(i) == "between" && r.someone(i) && r.political(i) {
			f.put("between", i)
			return
		}
	}
}

// holds reports whether the noun fills the row's event slot.
func (r *reader) holds(row *LightRow, vf *frame, n, event int) bool {
	for i := range row.Slots {
		if s := &row.Slots[i]; s.Has('E') {
			for _, t := range vf.get(s.Name) {
				if t == n && (r.admits(s, t) || r.admits(s, event)) {
					return true
				}
			}
		}
	}
	return false
}

// passOn hands the companions of the light verb over to the event noun.
func (r *reader) passOn(f, vf *frame, row *LightRow, n int) {
	named := map[string]string{}
	for _, s := range row.Slots {
		switch {
		case s.Has('E'):
			named[s.Name] = ""
		case s.To != "":
			named[s.Name] = s.To
		}
	}
	for _, s := range vf.slots {
		to, ok := named[s.name]
		if !ok && !prepositions[s.name] {
			continue
		}
		if !ok {
			to = s.name
		}
		if to == "" {
			continue
		}
		for _, t := range s.toks {
			if t != n && !(ok && to != s.name && len(f.get(to)) > 0 && !r.someone(t)) {
				f.put(to, t)
			}
		}
	}
}
