package what

import "slices"

// nounFrame collects what stands around an event noun.
func (r *reader) nounFrame(n int) frame {
	f := frame{trigger: n, noun: true}
	r.putModifiers(&f, n)
	if t := &r.doc.Tokens[n]; t.Rel == "conj" && len(f.get("poss")) == 0 && len(f.get("amod")) == 0 && r.doc.Child(n, "det") < 0 {
		shared := frame{trigger: n}
		r.putModifiers(&shared, t.Head)
		for _, name := range [...]string{"poss", "amod"} {
			for _, tok := range shared.get(name) {
				f.put(name, tok)
			}
		}
		// What follows the last of several nouns belongs to all, and the other way round.
	}
	for _, c := range r.doc.Children(n) {
		if t := &r.doc.Tokens[c]; t.Rel == "conj" && t.UPOS == "NOUN" {
			for _, cc := range r.doc.Children(int(c)) {
				if base(r.doc.Tokens[cc].Rel) == "nmod" {
					if p := r.preposition(int(cc)); p != "" && p != "in" && len(f.get(p)) == 0 && r.someone(int(cc)) {
						f.put(p, int(cc))
					}
				}
			}
		}
	}
	r.nestedBy(&f)
	return f
}

// faiths before a noun tell what kind of thing it is, not who did it.
var faiths = words("islamic islamist muslim christian jewish sunni shia shiite hindu buddhist catholic orthodox")

// nestedBy gives an event noun the doer that the parser hung on the last noun before it:
// "the raid on the ship by Norland".
func (r *reader) nestedBy(f *frame) {
	if len(f.get("by")) > 0 || slices.ContainsFunc(f.get("poss"), r.someone) {
		return
	}
	for _, s := range f.slots {
		switch s.name {
		case "of", "on", "against", "in", "into", "at":
		default:
			continue
		}
		for _, t := range s.toks {
			if t < f.trigger || len(r.tabs.noun[r.lemma(t)]) > 0 {
				continue // "the condemnation of the raid by Norland": whose raid
			}
			for _, c := range r.doc.Children(t) {
				if base(r.doc.Tokens[c].Rel) == "nmod" && int(c) > t && r.preposition(int(c)) == "by" && (r.someone(int(c)) || len(r.behind(int(c))) > 0) && !r.timeWord(int(c)) {
					f.put("by", int(c))
					return
				}
			}
		}
	}
}

func (r *reader) putModifiers(f *frame, n int) {
	for _, c32 := range r.doc.Children(n) {
		c := int(c32)
		t := &r.doc.Tokens[c]
		switch base(t.Rel) {
		case "nmod", "obl":
			switch p := r.preposition(c); {
			case t.Rel == "nmod:poss":
				f.put("poss", r.punished(n, c))
			case p != "":
				f.put(p, r.referent(c))
			case t.Rel == "nmod:desc" || t.Rel == "nmod:unmarked":
				if r.someone(c) {
					f.put("amod", c)
				}
			}
		case "amod", "compound":
			if r.someone(c) && !(t.UPOS == "NOUN" && (t.Lemma == "state" || t.Lemma == "terrorist")) && !faiths[lower(t.Form)] { // "a state visit" is nobody's state
				f.put("amod", c)
				// "U.S.-China talks", "Chinese and Russian leaders' talks"
			} else if t.Rel == "compound" {
				f.put("comp", c)
				for _, k := range r.doc.Children(c) { // "a North Korean missile launch", hung on the missile
					if r.doc.Tokens[k].Rel == "amod" && r.mention(int(k)) != nil {
						f.put("amod", int(k))
					}
				}
			}
		case "acl":
			switch {
			case t.XPOS == "VBG" && r.preposition(c) != "":
				f.put(r.preposition(c), c)
			case r.to(c):
				f.put("inf", c)
			case t.UPOS == "VERB" && (t.XPOS == "VBG" || t.XPOS == "VBN") && (t.Lemma == "involve" || t.Lemma == "include"):
				if o := r.doc.Child(c, "obj"); o >= 0 {
					f.put("between", o)
				}
			}
		}
	}
}
