package what

// misread tells a verb that the tagger took for a noun, as it does in
// headlines: it has an object or a subject, but neither copula nor article.
func (r *reader) misread(i int) bool {
	if r.doc.Child(i, "cop", "det", "case", "nmod:poss", "nummod") >= 0 {
		return false
	}
	if o := r.doc.Child(i, "obj"); o > i {
		return true
	}
	if r.headline(i) || r.conjoined(i) {
		return true
	}
	if t := &r.doc.Tokens[i]; t.XPOS == "NN" && (t.Rel == "nmod" || t.Rel == "amod") && t.Head >= 0 && r.inClass("quantity", t.Head) && r.preposition(i) == "" && r.doc.Tokens[t.Head].Head < 0 && len(r.tabs.verb[r.lemma(i)]) > 0 && r.doc.Child(i, "obl", "advcl") > i {
		return true // "Tens of thousands of protesters march in Oslo"
	}
	return r.doc.Child(i, "nsubj") >= 0 && r.doc.Child(i, "amod") < 0 && r.doc.Child(i, "appos", "obl") > i
}

// guest is the person in "met visiting premier Ada Lind", where the word before a title
// tells of a visit, or -1.
func (r *reader) guest(i int) int {
	t := &r.doc.Tokens[i]
	if t.XPOS != "VBG" || lower(t.Form) != "visiting" || i == 0 || r.doc.Child(i, "aux", "nsubj", "cop") >= 0 {
		return -1
	}
	switch r.lemma(i - 1) {
	case "after", "before", "while", "when", "upon", "by", "for", "of", "since", "from", "in", "and", ",", "begin", "start", "finish":
		return -1
	}
	o := r.doc.Child(i, "obj")
	if base(t.Rel) == "amod" {
		o = t.Head
	}
	if o <= i || r.doc.Tokens[o].UPOS != "PROPN" || r.doc.Child(o, "det") >= 0 || !r.isKind(o, "person") || !r.political(o) {
		return -1
	}
	return o
}

// hosted takes a guest's visit: to whoever meets or speaks to him.
func (r *reader) hosted(i, guest int) {
	f := frame{trigger: i}
	f.put("s", guest)
	for h := r.doc.Tokens[i].Head; h >= 0; h = r.doc.Tokens[h].Head {
		if r.doc.Tokens[h].UPOS != "VERB" {
			continue
		}
		if s := r.subject(h, 0); s >= 0 && s != guest && r.political(s) {
			f.put("o", s)
			break
		}
	}
	if b, ok := r.best(r.tabs.verb["visit"], &f); ok {
		r.take(&f, b, -1, Same)
	}
}

// mediator is who is told to have brokered talks by the word before them,
// "Norland-mediated talks", or -1.
func (r *reader) mediator(n int) int {
	for _, c := range r.doc.Children(n) {
		t := &r.doc.Tokens[c]
		if t.Rel != "amod" || t.XPOS != "VBN" || !mediating[r.lemma(int(c))] || c < 2 || r.doc.Tokens[c-1].Form != "-" {
			continue
		}
		if s := int(c) - 2; r.someone(s) && (r.doc.Tokens[s].Head == int(c) || r.doc.Tokens[s].Head == n) {
			return s
		}
	}
	return -1
}

var mediating = words("mediate broker")

// gerund tells "fighting" as what happens, "Fighting erupted between", from a verb
// that has a doer.
func (r *reader) gerund(i int) bool {
	t := &r.doc.Tokens[i]
	rel := base(t.Rel)
	if t.XPOS != "VBG" || r.doc.Child(i, "nsubj", "obj", "xcomp", "ccomp") >= 0 {
		return false
	}
	return (rel == "nsubj" || rel == "csubj") && r.doc.Child(i, "obl", "advcl") < 0 || r.hasPreposition(i, "between")
}

// chosen takes "she is elected president", where the participle was taken for an
// adjective of the office, for the passive that it is.
func (r *reader) chosen(i int) (frame, bool) {
	t := &r.doc.Tokens[i]
	h := t.Head
	if t.XPOS != "VBN" || t.Rel != "amod" || h != i+1 || !r.inClass("posts", h) || r.doc.Child(h, "cop") < 0 && r.doc.Child(i, "aux:pass") < 0 || r.doc.Child(h, "det") >= 0 {
		return frame{}, false
	}
	s := r.doc.Child(h, "nsubj")
	if s < 0 {
		s = r.doc.Child(i, "nsubj")
	}
	if s < 0 {
		return frame{}, false
	}
	f := frame{trigger: i, passive: true}
	f.put("o", r.referent(s))
	f.put("as", h)
	return f, true
}

// headline tells "Norland Police arrest Ada Lind", where the doer was taken for
// a modifier and the one who bore it for an apposition.
func (r *reader) headline(i int) bool {
	if r.doc.Tokens[i].Head >= 0 || r.nounSubject(i) < 0 {
		return false
	}
	o := r.doc.Child(i, "appos")
	return o == i+1 && r.someone(o)
}

// conjoined tells "crosses the border and defects to Norland": a present tense
// behind "and" that was joined to the object of the verb before it.
func (r *reader) conjoined(i int) bool {
	t := &r.doc.Tokens[i]
	if t.XPOS != "NNS" || t.Rel != "conj" || r.upperVerb(i) < 0 {
		return false
	}
	cc := false
	for _, c := range r.doc.Children(i) {
		switch k := &r.doc.Tokens[c]; {
		case int(c) > i:
		case k.Rel == "cc" && int(c) == i-1:
			cc = true
		case k.Rel != "punct":
			return false
		}
	}
	if !cc || r.doc.Child(i, "nmod", "obl") < i {
		return false
	}
	lemma := r.lemma(i)
	return len(r.tabs.noun[lemma]) == 0 || lemma == "call" && r.hasPreposition(i, "for", "on")
}

// upperVerb is the verb in the third person to whose object a noun was joined.
func (r *reader) upperVerb(i int) int {
	h := r.doc.Tokens[i].Head
	if h < 0 || base(r.doc.Tokens[h].Rel) != "obj" && base(r.doc.Tokens[h].Rel) != "obl" {
		return -1
	}
	v := r.doc.Tokens[h].Head
	for up := 0; up < 2 && r.doc.Tokens[v].XPOS == "VBG" && r.doc.Tokens[v].Head >= 0; up++ {
		v = r.doc.Tokens[v].Head // "passes a resolution condemning the raid and calls on"
		if r.doc.Tokens[v].UPOS == "NOUN" && r.doc.Tokens[v].Head >= 0 && base(r.doc.Tokens[v].Rel) == "obj" {
			v = r.doc.Tokens[v].Head
		}
	}
	if r.doc.Tokens[v].XPOS == "VBZ" {
		return v
	}
	return -1
}

func (r *reader) hasPreposition(n int, wanted ...string) bool {
	for _, c := range r.doc.Children(n) {
		p := r.preposition(int(c))
		for _, w := range wanted {
			if p == w {
				return true
			}
		}
	}
	return false
}

// nounSubject is the subject of a verb misread as a noun: the name right before
// it that the parser hung on it, or that of the verb to whose object it was joined.
func (r *reader) nounSubject(v int) int {
	s := -1
	for _, c := range r.doc.Children(v) {
		t := &r.doc.Tokens[c]
		if int(c) < v && (base(t.Rel) == "compound" || base(t.Rel) == "nmod" || base(t.Rel) == "amod") && (r.someone(int(c)) || t.Rel == "compound" && int(c) == v-1 && len(r.behind(int(c))) > 0) {
			s = int(c)
		}
	}
	if t := &r.doc.Tokens[v]; s < 0 && (t.Rel == "nmod" || t.Rel == "amod") && t.Head >= 0 && r.inClass("quantity", t.Head) {
		return t.Head
	}
	if s < 0 && r.doc.Tokens[v].Rel == "conj" {
		if up := r.upperVerb(v); up >= 0 {
			return r.subject(up, 1)
		}
	}
	return s
}

// upTo tells "killed up to thirty people", where the words before the number were
// taken for a particle and a preposition of the verb.
func (r *reader) upTo(v, c int) bool {
	p := r.doc.Child(v, "compound:prt")
	if p != v+1 || p+2 >= len(r.doc.Tokens) || lower(r.doc.Tokens[p].Form) != "up" || lower(r.doc.Tokens[p+1].Form) != "to" {
		return false
	}
	n := r.doc.Child(c, "nummod")
	return r.doc.Tokens[p+1].Head == c && n > p+1 || r.doc.Tokens[p+1].Head == p+2 && r.doc.Tokens[p+2].UPOS == "NUM"
}

// beside tells "accuses neighboring Norland of theft", where the adjective was
// taken for a verb that has the object and all that follows.
func (r *reader) beside(f *frame, c int) bool {
	switch lower(r.doc.Tokens[c].Form) {
	case "neighboring", "neighbouring", "visiting", "outgoing", "incoming", "opposing", "warring", "acting", "serving", "sitting", "ruling":
	default:
		return false
	}
	o := r.doc.Child(c, "obj")
	if c != f.trigger+1 || o < 0 {
		return false
	}
	f.put("o", r.referent(o))
	for _, k := range r.doc.Children(c) {
		switch p := r.preposition(int(k)); {
		case int(k) > o && base(r.doc.Tokens[k].Rel) == "obj":
			f.put("as", int(k)) // "offers neighbouring Norland a loan"
		case int(k) == o || p == "":
		case r.doc.Tokens[k].XPOS == "VBG":
			f.put(p, int(k))
			f.put("ing", int(k))
		default:
			r.putOblique(f, int(k))
		}
	}
	return true
}
