package said

import "dateline/lang"

// speakerOf finds the token by which whoever speaks the verb's content is named
// beside it, a relative pronoun among others, or -1.
func (r *reader) speakerOf(i int) int {
	s := r.doer(i)
	if s < 0 || r.quoteAt(s) >= 0 && r.quoteAt(i) < 0 {
		if h := r.inverted(i); h >= 0 {
			return h
		}
		if h := r.behindQuote(i); h >= 0 {
			return h
		}
	}
	if s < 0 || r.quoteAt(s) < 0 || r.quoteAt(s) == r.quoteAt(i) {
		return s
	}
	// "“We go,” Lind said, adding …": nobody in the quotation is meant.
	from := r.doc.Sentences[r.doc.Tokens[min(i, r.quotes[r.quoteAt(s)].first)].Sent].First
	for v := i - 1; v >= from; v-- {
		if r.isSaying(v) && r.quoteAt(v) < 0 {
			if s := r.subject(v); s >= 0 && r.quoteAt(s) < 0 {
				return s
			}
		}
	}
	return s
}

// inverted is the phrase right behind a verb of saying that begins its sentence or
// follows a quotation, whatever the tree calls it: “We go,” writes Lind's partner
// Berg; "Remarked Lind, “We go.”"
func (r *reader) inverted(v int) int {
	d := r.doc
	s := &d.Sentences[d.Tokens[v].Sent]
	if !r.isSaying(v) || v != s.First && (mark(d, v-1) == 0 || r.quoteAt(v-1) < 0) {
		return -1
	}
	for _, c := range d.Children(v) {
		f, _ := d.Subtree(int(c))
		if f != v+1 || r.quoteAt(int(c)) >= 0 {
			continue
		}
		switch t := &d.Tokens[c]; {
		case lang.RelIs(t.Rel, "nsubj"), t.Rel == "obj", t.Rel == "iobj":
			if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" {
				return int(c)
			}
		}
	}
	return -1
}

// behindQuote is the phrase between a quotation and the verb of saying behind it,
// which the tree hung into the quotation: “We go,” Berg, a friend of Lind's, said.
func (r *reader) behindQuote(v int) int {
	const longest = 16
	d := r.doc
	for k := range r.quotes {
		q := &r.quotes[k]
		if q.last < v && v-q.last <= longest && d.Tokens[q.last].Sent == d.Tokens[v].Sent && r.isSaying(v) && !r.passive(v) {
			for i := q.last; i < v; i++ {
				if t := &d.Tokens[i]; t.Head < q.last && (t.UPOS == "PROPN" || t.UPOS == "NOUN" || t.UPOS == "PRON") {
					return i
				}
			}
		}
	}
	return -1
}

// doer finds the subject of a verb of saying in the tree.
func (r *reader) doer(i int) int {
	d := r.doc
	if d.Child(i, "aux:pass") >= 0 || d.Child(i, "nsubj:pass") >= 0 || d.Tokens[i].XPOS == "VBN" && lang.RelIs(d.Tokens[i].Rel, "acl") && r.agent(i) >= 0 {
		if r.bare(i) {
			return d.Child(i, "nsubj:pass")
		}
		return r.agent(i)
	}
	for hops := 0; i >= 0 && hops < 4; hops++ {
		if s := r.subject(i); s >= 0 {
			return s
		}
		if hops == 0 && d.Tokens[i].Rel == "conj" {
			if s := r.nameBefore(i); s >= 0 {
				return s
			}
		}
		t := &d.Tokens[i]
		switch {
		case t.Rel == "conj" && lang.RelIs(d.Tokens[t.Head].Rel, "ccomp") && d.Tokens[t.Head].Head >= 0 && r.goesBack(d.Tokens[t.Head].Head, i):
			i = d.Tokens[t.Head].Head // "said he would order it and warned": who said it warned
		case lang.RelIs(t.Rel, "advcl") && t.XPOS == "VBG" && i > 0 && d.Tokens[i-1].Form == ",":
			// "Lind said he was late, adding that": Lind adds it.
			for i = t.Head; i >= 0 && d.Tokens[i].Head >= 0 && lang.RelIs(d.Tokens[i].Rel, "ccomp") && r.isSaying(d.Tokens[i].Head) && d.Tokens[i].Head < i; {
				i = d.Tokens[i].Head
			}
		case lang.RelIs(t.Rel, "conj") || lang.RelIs(t.Rel, "xcomp") || lang.RelIs(t.Rel, "advcl") || lang.RelIs(t.Rel, "parataxis"):
			i = t.Head
			if s := d.Child(i, "nsubj:pass"); s >= 0 && i >= 0 && d.Tokens[i].Lemma == "quote" {
				return s // "was quoted as saying"
			}
		case lang.RelIs(t.Rel, "acl") && r.loosePhrase(i):
			for i = t.Head; i >= 0 && d.Tokens[i].UPOS != "VERB"; {
				i = d.Tokens[i].Head
			}
		case lang.RelIs(t.Rel, "acl"): // "a statement saying that"
			h := &d.Tokens[t.Head]
			if _, known := r.byHead[t.Head]; known || r.cues.nouns[h.Lemma] || r.cues.voices[h.Lemma] || h.UPOS == "PROPN" {
				return t.Head
			}
			return r.nameBefore(i) // "footage of Lind saying"
		default:
			return r.nameBefore(i)
		}
	}
	return -1
}

// bare reports whether a verb that was taken for a passive has no auxiliary: a past
// tense, as in "Lind called for a truce".
func (r *reader) bare(i int) bool {
	d := r.doc
	s := d.Child(i, "nsubj:pass")
	return s >= 0 && s < i && d.Child(i, "aux") < 0 && d.Child(i, "obl", "ccomp") > i && d.Child(i, "xcomp") < 0 && r.agent(i) < 0
}

// nameBefore is the name right before a verb that the tree has given no subject:
// "Speaking to the agency, the president of the league, Ada Lind, said".
func (r *reader) nameBefore(v int) int {
	d := r.doc
	k := v - 1
	for k >= 0 && (d.Tokens[k].Form == "," || d.Tokens[k].UPOS == "ADV" || d.Tokens[k].UPOS == "AUX") {
		k--
	}
	for b := k; b > max(k-8, 0) && d.Tokens[k].Form == ")"; b-- { // "Ada Lind (R-Oslo) told"
		if d.Tokens[b].Form == "(" {
			k = b - 1
		}
	}
	n := d.NameAt(max(k, 0))
	if k < 0 || n == nil || n.Last != k+1 || n.Kind != lang.PER && n.Kind != lang.ORG || d.Tokens[k].Sent != d.Tokens[v].Sent || !r.isSaying(v) {
		return -1
	}
	for i := n.First; i < n.Last; i++ {
		if h := d.Tokens[i].Head; h < n.First || h >= n.Last {
			return i
		}
	}
	return -1
}

// loosePhrase reports whether a participle that the tree hung on a noun speaks of
// the sentence's subject: "at a hearing for saying that", "the plan, saying that".
func (r *reader) loosePhrase(i int) bool {
	d := r.doc
	if d.Tokens[i].XPOS != "VBG" || lang.RelIs(d.Tokens[d.Tokens[i].Head].Rel, "nsubj") {
		return false
	}
	return r.doc.Child(i, "mark") >= 0 || i > 0 && d.Tokens[i-1].Form == ","
}

// subject is the verb's own subject, or -1: the nearest before it where the tree
// has given it that of the content as well ("The climate, Lind says, is").
func (r *reader) subject(i int) int {
	d := r.doc
	s := -1
	for _, c := range d.Children(i) {
		t := &d.Tokens[c]
		all := s < 0 && int(c) == i-1 && t.XPOS == "DT" && lang.RelIs(t.Rel, "advmod") // "all agreed"
		quoted := s >= 0 && r.quoteAt(s) >= 0 && r.quoteAt(i) < 0
		if all || lang.RelIs(t.Rel, "nsubj") && (s < 0 || int(c) < i || quoted) {
			s = int(c)
		}
	}
	if s < 0 || d.Tokens[s].Rel == "expl" || d.Tokens[s].Lemma == "it" && d.Tokens[i].UPOS == "AUX" {
		return -1
	}
	return s
}

// antecedent is what a relative pronoun stands for; any other token is itself.
func (r *reader) antecedent(s int) int {
	d := r.doc
	if s < 0 || d.Tokens[s].UPOS == "PROPN" {
		return s
	}
	switch d.Tokens[s].Lemma {
	case "who", "which", "that":
		for v := d.Tokens[s].Head; v >= 0; v = d.Tokens[v].Head {
			if lang.RelIs(d.Tokens[v].Rel, "acl") {
				return d.Tokens[v].Head
			}
			if rel := d.Tokens[v].Rel; rel != "conj" && rel != "xcomp" && rel != "ccomp" {
				break
			}
		}
	}
	return s
}

// agent is who is told behind a passive: "was reported by the agency".
func (r *reader) agent(i int) int {
	d := r.doc
	for _, c := range d.Children(i) {
		if lang.RelIs(d.Tokens[c].Rel, "obl") {
			if k := d.Child(int(c), "case"); k >= 0 && d.Tokens[k].Lemma == "by" {
				return int(c)
			}
		}
	}
	return -1
}

// addressee is the mention that the words go to, or -1: "told X", "said to X",
// "X was told".
func (r *reader) addressee(i int) int {
	d := r.doc
	to := -1
	switch d.Tokens[i].Lemma {
	case "tell", "inform", "assure", "remind", "notify", "brief", "reassure", "warn", "advise", "ask", "urge":
		if to = d.Child(i, "iobj", "obj", "nsubj:pass"); to >= 0 && d.Child(i, "nsubj:pass") >= 0 {
			to = d.Child(i, "nsubj:pass")
		}
	}
	for _, c := range d.Children(i) {
		if to < 0 && lang.RelIs(d.Tokens[c].Rel, "obl") {
			if k := d.Child(int(c), "case"); k >= 0 && d.Tokens[k].Lemma == "to" {
				to = int(c)
			}
		}
	}
	if k, ok := r.byHead[to]; ok && to >= 0 {
		return k
	}
	return -1
}
