package what

import "dateline/who"

// behind finds who stands behind a thing that acts: "Chilean troops", "the
// navy's missiles", "a group of officers", "strikes by the air force".
func (r *reader) behind(t int) []int {
	tok := &r.doc.Tokens[t]
	if tok.UPOS == "PROPN" {
		if r.mention(t) == nil && r.doc.NameAt(t) == nil && r.inClass("quantity", t) {
			return r.owners(t, true) // "Foreign Ministers of the member states"
		}
		return r.nation(t) // "Norland Ministers of Defence and Trade"
	}
	if tok.UPOS != "NOUN" && tok.UPOS != "NUM" && tok.UPOS != "DET" && tok.UPOS != "ADJ" && tok.UPOS != "PRON" {
		return nil
	}
	quantity := tok.UPOS != "NOUN" || r.inClass("quantity", t)
	if !quantity && !r.inClass("agency", t) {
		return r.nation(t)
	}
	return r.owners(t, quantity)
}

// nation is the state or people whose adjective stands before a noun that says
// nothing of itself: "Norland gunners", "the Sudrian trawler".
func (r *reader) nation(t int) []int {
	u := r.doc.Tokens[t].UPOS
	if u != "NOUN" && (u != "PROPN" || r.doc.NameAt(t) != nil) || r.mention(t) != nil || !agentive(r.lemma(t)) {
		return nil
	}
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if int(c) > t || base(k.Rel) != "amod" && k.Rel != "compound" && k.Rel != "nmod:poss" {
			continue
		}
		if m := r.mention(int(c)); m != nil && r.who.Entities[m.Entities[0]].Political {
			return []int{int(c)}
		}
	}
	return nil
}

// operators are those whose operation it was in which somebody was killed: "in a Norland
// commando raid".
func (r *reader) operators(f *frame) []int {
	for _, name := range [...]string{"in", "during"} {
		for _, t := range f.get(name) {
			if r.inClass("struggle", t) || r.lemma(t) == "operation" || r.lemma(t) == "raid" {
				if out := r.behind(t); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// authority is the state in which somebody was arrested, tried, freed or
// deported where the text does not tell by whom: only those who hold power
// there can have done it.
func (r *reader) authority(f *frame, measure bool) []int {
	at := f.trigger
	for _, name := range [...]string{"in", "at", "from", "across", "throughout"} {
		for _, t := range f.get(name) {
			if s := r.stateOf(t); s >= 0 {
				return []int{s}
			}
			if p := r.where.At(t); measure && p != nil && p.Kind == "city" {
				return []int{t} // "a curfew was imposed in Aby"
			}
			if who := r.owners(t, true); r.inClass("custody", t) && len(who) > 0 {
				return who // "released from Norland custody"
			}
		}
	}
	for _, c := range r.doc.Children(at) { // "jailed for two years in Norland"
		if base(r.doc.Tokens[c].Rel) == "obl" && r.inClass("term", int(c)) {
			if s := r.stateWithin(int(c)); s >= 0 {
				return []int{s}
			}
		}
	}
	for _, v := range f.get("inf") { // "were told to leave Norland"
		if o := r.doc.Child(v, "obj"); o >= 0 && r.stateOf(o) >= 0 {
			return []int{r.stateOf(o)}
		}
	}
	for _, o := range f.get("o") {
		o = r.counted(o) // "dozens of people in Norland"
		for _, c := range r.doc.Children(o) {
			if k := &r.doc.Tokens[c]; k.Rel != "nmod" || int(c) > at {
				continue
			}
			if p := r.preposition(int(c)); p == "in" || p == "from" || p == "at" || p == "of" {
				s := r.stateWithin(int(c))
				if p == "in" {
					s = r.stateOf(int(c))
				}
				if s >= 0 {
					return []int{s}
				}
			}
		}
	}
	return nil
}

// stateOf is a token that is the mention of a state and a place besides, or the
// state in which the place lies that it names ("in Oslo, Norway").
func (r *reader) stateOf(t int) int {
	if m := r.mention(t); m != nil && r.who.Entities[m.Entities[0]].Kind == who.State {
		return t
	}
	for _, c := range r.doc.Children(t) { // "in the Norland city of Aby"
		if k := &r.doc.Tokens[c]; int(c) < t && base(k.Rel) == "amod" && r.inClass("territory", t) {
			if m := r.mention(int(c)); m != nil && r.who.Entities[m.Entities[0]].Kind == who.State {
				return int(c)
			}
		}
	}
	return r.stateWithin(t)
}

// stateWithin is the state named in the places that hang on a noun: "the
// embassy in Oslo, Norway".
func (r *reader) stateWithin(t int) int {
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if int(c) < t || k.Rel != "appos" && (k.Rel != "nmod" || r.preposition(int(c)) != "in") {
			continue
		}
		if m := r.mention(int(c)); m != nil && r.who.Entities[m.Entities[0]].Kind == who.State {
			return int(c)
		}
		if s := r.stateWithin(int(c)); s >= 0 {
			return s
		}
	}
	return -1
}

// owners are the participants in the modifiers of a noun. Each is a token.
func (r *reader) owners(t int, of bool) []int {
	var out []int
	for _, c32 := range r.doc.Children(t) {
		c := int(c32)
		k := &r.doc.Tokens[c]
		switch base(k.Rel) {
		case "amod", "compound":
			if p := r.where.At(c); p != nil && p.Kind == "city" && (r.inClass("war", t) || r.inClass("terror", t)) {
				continue // "the Oslo bombing" was in Oslo
			}
			if k.UPOS == "PROPN" && r.doc.Tokens[t].UPOS == "PROPN" && !r.nationAt(c) && (r.inClass("agreement", t) || r.inClass("documents", t)) {
				continue // the forces of the "Nuclear Forces Treaty"
			}
			if r.mention(c) != nil || k.UPOS == "PROPN" && r.someone(c) {
				out = addAll(out, r.joinedSomeone(c))
			}
		case "nmod", "obl":
			p := r.preposition(c)
			if k.Rel == "nmod:poss" || p == "by" || p == "from" || of && (p == "of" || p == "including") {
				if ref := r.referent(c); r.someone(ref) {
					out = append(out, r.joinedSomeone(ref)...)
				} else if of {
					out = append(out, r.owners(c, true)...)
				}
			}
		}
	}
	return out
}
