package said

import "dateline/lang"

// setSpeaker ties the attribution to whoever the token names, and notes the words
// beside the cue that stand for the source.
func (r *reader) setSpeaker(a *Attribution, tok int) {
	if tok < 0 {
		return
	}
	head := r.antecedent(tok)
	if head != tok {
		head = r.whole(head, r.doc.Tokens[tok].Lemma == "who")
	}
	first, last := r.nounPhrase(head)
	if k, ok := r.byHead[head]; ok {
		a.Speaker = k
		m := &r.who.Mentions[k]
		first, last = min(first, m.First), max(last, m.Last)
	}
	a.SpeakerText = r.doc.Words(first, last)
	if n := r.outlet(head); n >= 0 {
		a.Speaker, a.SpeakerText = -1, r.doc.Tokens[n].Form
	} else if k := r.named(head); k >= 0 {
		a.Speaker = k
	} else if k := r.issuer(head); k >= 0 {
		a.Speaker = k
	}
	if head != tok {
		first, last = tok, tok+1
	} else {
		first, last = r.sourceExtent(a, tok, first, last)
	}
	a.SpeakerStart, a.SpeakerEnd = r.doc.Tokens[first].Start, r.doc.Tokens[last-1].End
}

// whole is the name to which an apposition belongs: "Ada Lind, 42, a judge at the
// court, who said"; "who" asks for a person if there is one.
func (r *reader) whole(h int, person bool) int {
	first := -1
	for i := h; i >= 0; i = r.doc.Tokens[i].Head {
		if k, ok := r.byHead[i]; ok && r.actor(k) {
			if !person || r.byHeadPerson(i) {
				return i
			}
			if first < 0 {
				first = i
			}
		}
		rel := r.doc.Tokens[i].Rel
		if rel != "conj" && !lang.RelIs(rel, "appos") && !lang.RelIs(rel, "nummod") && !lang.RelIs(rel, "flat") && !(person && lang.RelIs(rel, "nmod")) {
			break
		}
	}
	if first >= 0 {
		return first
	}
	return h
}

// nounPhrase is the subtree of a head without clauses, appositions and what
// stands behind a comma.
func (r *reader) nounPhrase(h int) (first, last int) {
	first, last = h, h+1
	for _, c := range r.doc.Children(h) {
		rel := r.doc.Tokens[c].Rel
		if lang.RelIs(rel, "acl") || lang.RelIs(rel, "appos") || !r.inPhrase(int(c)) {
			continue
		}
		f, l := r.doc.Subtree(int(c))
		if f <= first || int(c) < h {
			first = min(first, f)
		}
		last = max(last, l)
	}
	return first, last
}

// inPhrase reports whether a dependent of a noun belongs to the phrase that names
// it: not what makes the noun a predicate, links it or stands loosely beside it.
func (r *reader) inPhrase(c int) bool {
	t := &r.doc.Tokens[c]
	switch t.Rel {
	case "punct", "advcl", "cop", "mark", "cc", "discourse", "vocative":
		return false
	case "case":
		return t.XPOS == "POS"
	}
	return !lang.RelIs(t.Rel, "parataxis") && !lang.RelIs(t.Rel, "nsubj")
}

// sourceExtent stretches a noun phrase over the appositions and relative clauses
// that tell who the source is, up to the cue and the content, with the comma that
// closes them.
func (r *reader) sourceExtent(a *Attribution, h, first, last int) (int, int) {
	d := r.doc
	s := &d.Sentences[d.Tokens[h].Sent]
	lo, hi := s.First, s.Last
	bound := func(f, l int) {
		if l <= h {
			lo = max(lo, l)
		} else if f > h {
			hi = min(hi, f)
		}
	}
	if a.Cue >= 0 && a.Cue != h {
		bound(a.Cue, a.Cue+1)
	}
	for _, p := range a.Parts {
		bound(p[0], p[1])
	}
	for k := h + 1; k+1 < hi; k++ { // "a statement by Lind, “We go”"
		if q := r.quoteAt(k + 1); q >= 0 && r.quotes[q].first == k+1 && d.Tokens[k].Form == "," && r.wholeSentence(&r.quotes[q]) {
			hi = k
		}
	}
	core := last
	for _, c := range d.Children(h) {
		if int(c) < h || !r.inPhrase(int(c)) || r.loosely(h, int(c)) {
			continue
		}
		_, l := d.Subtree(int(c))
		last = max(last, l)
	}
	last = min(last, hi)
	if last < hi && d.Tokens[last].Form == ")" && r.opensBracket(first, last) {
		last++
	}
	for last > core && r.loose(last-1) {
		last--
	}
	if last < hi && a.Cue >= last && (d.Tokens[last].Form == "," || d.Tokens[last].Form == "--") && r.hasComma(h, last) {
		last++
	}
	return max(min(first, h), lo), max(last, h+1)
}

// opensBracket reports whether a run has a bracket that it does not close.
func (r *reader) opensBracket(first, last int) bool {
	n := 0
	for i := first; i < last; i++ {
		switch r.doc.Tokens[i].Form {
		case "(":
			n++
		case ")":
			n--
		}
	}
	return n > 0
}

// loosely reports whether a dependent tells when or where something was said
// rather than who is meant: "prosecutors in April".
func (r *reader) loosely(h, c int) bool {
	return r.times != nil && (lang.RelIs(r.doc.Tokens[c].Rel, "nmod") || lang.RelIs(r.doc.Tokens[c].Rel, "obl")) && r.times.At(c) != nil
}

func (r *reader) hasComma(first, last int) bool {
	for i := first; i < last; i++ {
		if f := r.doc.Tokens[i].Form; f == "," || f == "--" {
			return true
		}
	}
	return false
}
