package what

import "strings"

// verbFrame collects what stands around a verb, whatever its voice and form.
func (r *reader) verbFrame(v int) frame {
	f := frame{trigger: v, passive: r.doc.Tokens[v].UPOS != "ADJ" && r.passive(v)}
	own := -1
	for _, c := range r.doc.Children(v) {
		if rel := base(r.doc.Tokens[c].Rel); rel == "nsubj" || rel == "csubj" && r.gerund(int(c)) {
			if own < 0 || !r.someone(own) || !r.political(own) && r.political(r.referent(int(c))) {
				own = r.referent(int(c))
			}
			continue
		}
		r.putChild(&f, int(c))
	}
	if io := f.get("io"); len(io) > 0 && len(f.get("o")) == 0 {
		f.move("io", "o") // "urged Greece to withdraw"
	}
	if own < 0 {
		own = r.untoldSubject(v)
	}
	if t := &r.doc.Tokens[v]; t.Rel == "parataxis" && t.Head < v && len(f.get("that")) == 0 && !r.owning(&f) {
		f.put("that", t.Head) // "They must leave", the premier said
	}
	r.putSubject(&f, own)
	if f.passive && len(f.get("s")) == 0 {
		r.deepAgent(&f)
	}
	if f.passive && len(f.get("s")) == 0 {
		r.sharedAgent(&f)
	}
	r.predicate(&f)
	r.gap(&f, v)
	r.sharedObject(&f, v)
	r.itself(&f, v)
	return f
}

// owning reports "the front claims responsibility", which says nothing of what stands before it.
func (r *reader) owning(f *frame) bool {
	o := f.get("o")
	return len(o) == 1 && (r.lemma(o[0]) == "responsibility" || r.lemma(o[0]) == "credit")
}

// putChild puts what hangs on a verb in its place of the frame, but for the subject.
func (r *reader) putChild(f *frame, c int) {
	v, t := f.trigger, &r.doc.Tokens[c]
	switch rel := base(t.Rel); rel {
	case "obj":
		if r.measure(c) {
			return // "met a day ahead of the summit"
		}
		if len(f.get("o")) > 0 {
			f.put("as", c) // "called it a failure"
		} else if n := r.freeRelative(r.doc.Child(c, "acl:relcl")); n >= 0 && r.lemma(c) == "what" {
			f.put("o", n)
		} else {
			f.put("o", r.referent(c))
		}
	case "appos":
		if r.doc.Tokens[v].UPOS == "NOUN" && c > v {
			f.put("o", c)
		}
	case "nmod", "acl":
		if r.doc.Tokens[v].UPOS != "NOUN" || c < v {
			return
		}
		if rel == "nmod" {
			r.putOblique(f, c) // "calls on Norland", taken for a noun
		} else if r.to(c) {
			f.put("inf", c)
		}
	case "iobj":
		f.put("io", r.referent(c))
	case "obl":
		if t.Rel == "obl:unmarked" && len(f.get("o")) > 0 && !r.timeWord(c) {
			f.put("as", c) // a second object
			return
		}
		if r.upTo(v, c) && len(f.get("o")) == 0 {
			f.put("o", r.referent(c))
			f.particle = ""
			return
		}
		if r.to(c) && courts[r.lemma(c)] {
			f.put("to", c)
			return
		}
		r.putOblique(f, c)
		r.byPhone(f, c)
	case "xcomp":
		if r.beside(f, c) {
			return
		}
		if r.to(c) && courts[r.lemma(c)] { // "took Norland to court", taken for a verb
			f.put("to", c)
			return
		}
		if r.doc.Child(c, "nsubj") >= 0 {
			f.put("that", c) // "insisted Norland leave"
			return
		}
		r.putComplement(f, c)
	case "ccomp":
		if s := r.doc.Child(c, "nsubj"); s > v && r.lemma(s) == "what" && r.freeRelative(c) >= 0 && len(f.get("o")) == 0 {
			f.put("o", r.freeRelative(c)) // "fired what is believed to be a missile"
			return
		}
		f.put("that", c)
	case "parataxis":
		if c < v {
			f.put("that", c)
		}
	case "advcl":
		if r.marked(c, "if") || r.marked(c, "unless") {
			f.put("if", c)
		}
		if p := r.preposition(c); p != "" && t.UPOS == "VERB" && t.XPOS == "VBG" {
			f.put(p, c)
			f.put("ing", c)
		} else if r.to(c) && r.governs(v) {
			f.put("inf", c)
		} else if t.XPOS == "VBG" && c == v+2 && r.doc.Tokens[v+1].Rel == "compound:prt" {
			f.put("ing", c) // "ruled out sending"
		}
	case "compound":
		if t.Rel == "compound:prt" {
			f.particle = t.Lemma
		}
	}
}

// freeRelative is the noun that a clause under "what" tells a thing to be: "what appears to
// be a missile", "what it called a satellite", -1 if there is none.
func (r *reader) freeRelative(v int) int {
	if v < 0 {
		return -1
	}
	for _, rel := range [...]string{"xcomp", "ccomp", "obj"} {
		if n := r.doc.Child(v, rel); n > v && r.doc.Tokens[n].UPOS == "NOUN" {
			return n
		}
	}
	return -1
}

// courts are nouns behind "to" that a tagger takes for verbs.
var courts = words("court account trial task")

// untoldSubject is the subject of a verb on which none hangs, or -1.
func (r *reader) untoldSubject(v int) int {
	own := -1
	if strings.HasPrefix(r.doc.Tokens[v].XPOS, "NN") {
		own = r.nounSubject(v)
	}
	if own < 0 {
		own = r.handedDown(v, 0)
	}
	if own < 0 && r.doc.Tokens[v].UPOS == "ADJ" && r.doc.Child(v, "expl") >= 0 && base(r.doc.Tokens[v].Rel) == "ccomp" {
		own = r.subject(r.doc.Tokens[v].Head, 1) // "says it is willing to": no expletive
	}
	return own
}

// putSubject gives the surface subject, or -1, its place: in a passive the object's.
func (r *reader) putSubject(f *frame, own int) {
	switch {
	case own < 0:
	case !f.passive:
		f.put("s", own)
	case len(f.get("o")) == 1 && choosing[r.lemma(f.trigger)] && r.inClass("posts", f.get("o")[0]):
		f.move("o", "as") // "was appointed minister"
		f.put("o", own)
	case len(f.get("o")) > 0 && r.doc.Child(f.trigger, "obj") >= 0:
		f.put("io", own) // "was given the sack"
	default:
		f.put("o", own)
	}
}

// choosing are verbs that make somebody something.
var choosing = words("appoint name elect nominate choose select designate pick tap reappoint reelect re-elect install confirm")

// putComplement tells an infinitive, a gerund and a predicate noun apart.
func (r *reader) putComplement(f *frame, c int) {
	switch t := &r.doc.Tokens[c]; {
	case t.UPOS == "VERB" && t.XPOS == "VBG":
		f.put("ing", c)
	case t.UPOS == "VERB" && t.XPOS == "VBN" && !r.to(c) && r.doc.Child(c, "aux") < 0:
		f.put("as", c)
	case t.UPOS == "VERB":
		f.put("inf", c)
	case t.UPOS == "NOUN" || t.UPOS == "PROPN":
		if r.to(c) {
			f.put("inf", c)
		} else {
			f.put("as", c)
		}
	default:
		if r.to(c) {
			f.put("inf", c)
		} else {
			f.put("as", c)
		}
	}
}

// putOblique files a prepositional phrase under its preposition; the doer of a
// passive is its deep subject.
func (r *reader) putOblique(f *frame, c int) {
	p := r.preposition(c)
	if p == "" {
		return
	}
	if f.passive && (p == "by" || r.doc.Tokens[c].Rel == "obl:agent") && r.doc.Tokens[c].UPOS != "NUM" {
		if !r.timeWord(c) {
			f.put("s", r.referent(c))
		}
		return
	}
	if r.timeWord(c) {
		for _, k := range r.doc.Children(c) { // "in recent years with Peru"
			if q := r.preposition(int(k)); base(r.doc.Tokens[k].Rel) == "nmod" && int(k) > c && q == "with" && len(f.get(q)) == 0 {
				f.put(q, r.referent(int(k)))
			}
		}
		return // "on Friday" leaves the place to "on Peru"
	}
	f.put(p, r.referent(c))
}

// deepAgent finds the doer of a passive that the parser hung on another phrase:
// "was condemned in a statement by Peru".
func (r *reader) deepAgent(f *frame) {
	if x := r.doc.Child(f.trigger, "xcomp"); x == f.trigger+1 && r.doc.Tokens[x].UPOS == "ADJ" {
		if a := r.doc.Child(x, "obl:agent", "obl"); a > x && r.preposition(a) == "by" && r.someone(r.referent(a)) {
			f.put("s", r.referent(a)) // "is shot dead by the troops"
			return
		}
	}
	for _, s := range f.slots {
		if !prepositions[s.name] {
			continue
		}
		for _, t := range s.toks {
			for _, c := range r.doc.Children(t) {
				if base(r.doc.Tokens[c].Rel) == "nmod" && int(c) > t && r.preposition(int(c)) == "by" && r.someone(int(c)) {
					f.put("s", r.referent(int(c)))
					return
				}
			}
		}
	}
}

// sharedAgent gives a passive the doer of the next one joined to it: "were detained and
// beaten by the police".
func (r *reader) sharedAgent(f *frame) {
	for _, c := range r.doc.Children(f.trigger) {
		if k := &r.doc.Tokens[c]; k.Rel != "conj" || k.XPOS != "VBN" || int(c) > f.trigger+3 {
			continue
		}
		if a := r.doc.Child(int(c), "obl:agent"); a > int(c) && r.mention(r.referent(a)) != nil {
			f.put("s", r.referent(a))
			return
		}
	}
}

// predicate finds what an object is said to be where the parser made it the
// object's own: "called the attack unacceptable".
func (r *reader) predicate(f *frame) {
	o := f.get("o")
	if len(o) == 0 || f.passive || len(f.get("as")) > 0 {
		return
	}
	for _, c := range r.doc.Children(o[0]) {
		t := &r.doc.Tokens[c]
		if int(c) < o[0] {
			continue
		}
		switch { // what hangs on the object but completes the verb
		case base(t.Rel) == "acl" && r.to(int(c)) && r.governs(f.trigger) && (r.someone(o[0]) || r.lemma(f.trigger) == "order" && r.passive(int(c))):
			f.put("inf", int(c)) // "encouraged firms to leave"
		case base(t.Rel) == "acl" && r.marked(int(c), "that"):
			f.put("that", int(c)) // "shared their concern that"
		}
		if t.Rel == "acl" && len(f.get("as")) == 0 && calling[r.lemma(f.trigger)] {
			if q := r.calledBy(int(c)); q >= 0 {
				f.put("as", q) // "calls the decision to stay 'strange'", hung within the decision
				continue
			}
		}
		if t.Rel == "amod" || t.UPOS == "ADJ" && (t.Rel == "acl" || t.Rel == "appos") || t.Rel == "appos" && r.quoted(int(c)) {
			f.put("as", int(c))
		}
	}
}

// calling are verbs that say what somebody's deed is.
var calling = words("call label brand describe term dub deem consider")

// calledBy is the quoted adjective behind a noun at the end of a clause, or -1.
func (r *reader) calledBy(v int) int {
	first, last := r.doc.Subtree(v)
	for i := first; i < last; i++ {
		if t := &r.doc.Tokens[i]; t.UPOS == "ADJ" && t.Rel == "amod" && t.Head < i && t.Head >= first && r.quoted(i) {
			return i
		}
	}
	return -1
}

// quoted reports a noun with an opening quotation mark of its own: "calls the
// raid 'an act of piracy'".
func (r *reader) quoted(n int) bool {
	for _, c := range r.doc.Children(n) {
		if k := &r.doc.Tokens[c]; int(c) < n && k.Rel == "punct" && (k.XPOS == "``" || k.Form == "\"" || k.Form == "“" || k.Form == "'" || k.Form == "‘") {
			return true
		}
	}
	return false
}

// gap fills the place from which a relative clause's head was taken: "the
// minister (whom) she met".
func (r *reader) gap(f *frame, v int) {
	t := &r.doc.Tokens[v]
	if t.Rel != "acl:relcl" || f.passive || len(f.get("s")) == 0 || len(f.get("o")) > 0 {
		return
	}
	for _, c := range r.doc.Children(v) {
		switch x := r.doc.Tokens[c].XPOS; {
		case x == "WDT" || x == "WP" || x == "WRB" || x == "WP$":
			return // the pronoun stands in its own place
		}
	}
	if r.doc.Child(v, "ccomp", "xcomp") < 0 {
		f.put("o", t.Head)
	}
}

// sharedObject gives "condemned and rejected the plan" one object for both.
func (r *reader) sharedObject(f *frame, v int) {
	if f.passive || len(f.get("o")) > 0 {
		return
	}
	for _, c := range r.doc.Children(v) {
		t := &r.doc.Tokens[c]
		if t.Rel == "conj" && t.UPOS == "VERB" && int(c)-v <= 2 {
			if o := r.doc.Child(int(c), "obj"); o >= 0 && len(r.tabs.light[r.lemma(int(c))]) == 0 {
				f.put("o", r.referent(o))
			}
			return
		}
	}
}

// byPhone gives the verb what a tree hangs on the means: "spoke by phone with Lind".
func (r *reader) byPhone(f *frame, t int) {
	switch r.lemma(t) {
	case "phone", "telephone", "video", "videoconference", "videolink", "link":
	default:
		return
	}
	for _, c := range r.doc.Children(t) {
		if p := r.preposition(int(c)); int(c) > t && base(r.doc.Tokens[c].Rel) == "nmod" && (p == "with" || p == "to") && len(f.get(p)) == 0 {
			r.putOblique(f, int(c))
		}
	}
}
