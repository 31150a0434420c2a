package what

import "slices"

// frame is what stands around a trigger: for each place the tokens that fill it.
type frame struct {
	trigger  int
	noun     bool
	passive  bool
	particle string
	slots    []filled
}

type filled struct {
	name string
	toks []int
}

func (f *frame) get(name string) []int {
	for _, s := range f.slots {
		if s.name == name {
			return s.toks
		}
	}
	return nil
}

// put adds a filler; a token fills a place once.
func (f *frame) put(name string, tok int) {
	if tok < 0 || tok == f.trigger {
		return
	}
	for i := range f.slots {
		if f.slots[i].name != name {
			continue
		}
		for _, t := range f.slots[i].toks {
			if t == tok {
				return
			}
		}
		f.slots[i].toks = append(f.slots[i].toks, tok)
		return
	}
	f.slots = append(f.slots, filled{name, []int{tok}})
}

// drop empties a place.
func (f *frame) drop(name string) {
	f.slots = slices.DeleteFunc(f.slots, func(s filled) bool { return s.name == name })
}

// move renames a place.
func (f *frame) move(from, to string) {
	for i := range f.slots {
		if f.slots[i].name == from {
			f.slots[i].name = to
		}
	}
}

// ditransitive is the other reading of a verb with two objects: "offered Nepal
// a loan" rather than "called Nepal a friend".
func (f *frame) ditransitive() (frame, bool) {
	o, as := f.get("o"), f.get("as")
	if len(o) != 1 || len(as) != 1 || as[0] < o[0] {
		return frame{}, false
	}
	g := frame{trigger: f.trigger, noun: f.noun, passive: f.passive, particle: f.particle}
	for _, s := range f.slots {
		switch s.name {
		case "o":
			s.name = "io"
		case "as":
			s.name = "o"
		}
		g.slots = append(g.slots, s)
	}
	return g, true
}

// particled is the other reading of a verb with a preposition or adverb right
// behind it: "handed over the general", "turned away two ships" as a phrasal
// verb with an object.
func (r *reader) particled(f *frame) (frame, bool) {
	next := f.trigger + 1
	if f.particle != "" || next >= len(r.doc.Tokens) {
		return frame{}, false
	}
	t := &r.doc.Tokens[next]
	p := lower(t.Form)
	adverb := t.Rel == "advmod" && (t.Head == f.trigger || t.UPOS == "ADV" && slices.Contains(f.get("o"), t.Head)) || // "scaled back cooperation"
		t.Rel == "amod" && t.UPOS == "ADV" && slices.Contains(f.get("o"), t.Head)
	switch {
	case adverb:
	case t.Rel == "case" && !f.passive && slices.Contains(f.get("o"), t.Head):
		adverb = true // "handing over their weapons", the particle taken for the object's preposition
	case len(f.get("o")) > 0 && !f.passive:
		return frame{}, false
	case t.Rel == "case" && len(f.get(p)) > 0:
	default:
		return frame{}, false
	}
	g := frame{trigger: f.trigger, noun: f.noun, passive: f.passive, particle: p}
	for _, s := range f.slots {
		if s.name == p && !adverb {
			s.name = "o"
		}
		g.slots = append(g.slots, s)
	}
	return g, true
}
