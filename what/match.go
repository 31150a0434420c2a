package what

import "slices"

// bound is a row that fits a frame: which fillers took which roles.
type bound struct {
	row   *Row
	score int
	roles []binding
}

type binding struct {
	slot *Slot
	toks []int
}

// fills reports whether something stands with a role in one of some places.
func (b *bound) fills(role byte, names ...string) bool {
	for _, x := range b.roles {
		if x.slot.Has(role) && slices.Contains(names, x.slot.Name) {
			return true
		}
	}
	return false
}

// best is the most specific row that fits the frame, the earlier of two alike.
func (r *reader) best(rows []*Row, f *frame) (bound, bool) {
	var win bound
	for _, row := range rows {
		b, ok := r.fit(row, f)
		if ok && (win.row == nil || b.score > win.score) {
			win = b
		}
	}
	return win, win.row != nil
}

func (r *reader) fit(row *Row, f *frame) (bound, bool) {
	b := bound{row: row}
	if row.Particle != f.particle && (row.Particle != "" || !f.noun) {
		return b, false
	}
	if row.Particle != "" {
		b.score += 6
	}
	for _, m := range row.Mods {
		if !r.modified(f.trigger, m) {
			return b, false
		}
		b.score += 6
	}
	for i := range row.Slots {
		s := &row.Slots[i]
		toks := f.get(s.Name)
		if s.Absent {
			if len(toks) > 0 && (len(s.Classes) == 0 && len(s.Kinds) == 0 || len(r.passing(s, toks)) > 0) {
				return b, false
			}
			b.score += 2
			continue
		}
		pass := r.passing(s, toks)
		if s.Has('E') {
			pass = toks // holds has seen to it, also behind "the resumption of"
		}
		if len(pass) == 0 {
			strict := s.Required || !f.noun && len(toks) > 0 && (s.Name == "s" || s.Name == "o")
			if strict {
				return b, false
			}
			continue
		}
		b.score++
		if s.Required {
			b.score += 2
		}
		if len(s.Classes) > 0 {
			b.score += 4
		}
		if len(s.Kinds) > 0 && !slices.Contains(s.Kinds, "any") {
			b.score += 2
		}
		b.roles = append(b.roles, binding{s, pass})
	}
	return b, true
}

// passing are the fillers that a slot admits.
func (r *reader) passing(s *Slot, toks []int) []int {
	var out []int
	for _, t := range toks {
		if r.admits(s, t) {
			out = append(out, t)
		}
	}
	return out
}

func (r *reader) admits(s *Slot, t int) bool {
	if len(s.Classes) > 0 && s.Has('T') && r.inClass("noevent", t) {
		return false // "issued a travel warning" warns nobody off
	}
	if len(s.Classes) > 0 && !slices.ContainsFunc(s.Classes, func(c ref) bool { return r.inRef(c, t) }) {
		return false
	}
	if len(s.Kinds) > 0 {
		return slices.ContainsFunc(s.Kinds, func(k Kind) bool { return r.isKind(t, k) })
	}
	if s.Has('A') || s.Has('B') {
		return r.someone(t) || len(r.behind(t)) > 0 || r.adopter(t) >= 0 || s.Has('A') && r.speaker(t) >= 0
	}
	if s.Has('P') && !s.Has('R') && len(s.Classes) == 0 {
		return r.isPlace(t)
	}
	return true
}

// inRef reports whether a filler, or one joined to it, belongs to a class.
func (r *reader) inRef(c ref, t int) bool {
	in := func(t int) bool {
		if c.class != "" {
			return r.inClass(c.class, t)
		}
		return slices.Contains(c.words, r.lemma(t))
	}
	return slices.ContainsFunc(r.joined(t), func(t int) bool {
		return in(t) || in(r.counted(t)) || slices.ContainsFunc(r.titles(t), in)
	}) != c.not
}

// inRefAlone reports whether a filler itself belongs to a class.
func (r *reader) inRefAlone(c ref, t int) bool {
	if c.class != "" {
		return r.inClass(c.class, t)
	}
	return slices.Contains(c.words, r.lemma(t))
}

// titles are the offices before or behind a name: "ambassador Ada Lind".
func (r *reader) titles(t int) []int {
	if r.doc.Tokens[t].UPOS != "PROPN" {
		return nil
	}
	var out []int
	for _, c := range r.doc.Children(t) {
		switch k := &r.doc.Tokens[c]; k.Rel {
		case "compound", "nmod", "nmod:desc", "appos":
			if (k.UPOS == "NOUN" || k.UPOS == "PROPN") && r.preposition(int(c)) == "" {
				out = append(out, int(c))
			}
		}
	}
	return out
}

// counted looks through a quantity to what it counts: "all of its diplomats".
func (r *reader) counted(t int) int {
	if tok := &r.doc.Tokens[t]; tok.UPOS == "NOUN" && !r.inClass("quantity", t) || tok.UPOS == "PROPN" || tok.UPOS == "VERB" {
		return t
	}
	for _, c := range r.doc.Children(t) {
		if p := r.preposition(int(c)); base(r.doc.Tokens[c].Rel) == "nmod" && (p == "of" || p == "out_of" && r.doc.Tokens[t].UPOS == "NUM" || p == "in" && r.doc.Tokens[t].UPOS != "NOUN") {
			return r.counted(int(c)) // "$3 million in aid", "billions of dollars of aid"
		}
	}
	return t
}

// modified reports whether a noun has a modifier with the lemma before it.
func (r *reader) modified(n int, lemma string) bool {
	for _, c := range r.doc.Children(n) {
		t := &r.doc.Tokens[c]
		if int(c) < n && (t.Rel == "compound" || t.Rel == "amod" || t.Rel == "nummod" || t.Rel == "nmod:poss") && lowerEq(r.lemma(int(c)), lemma) {
			return true
		}
	}
	return false
}
