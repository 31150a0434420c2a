package what

// borrow lets prepositions that the parser hung on the object count for the
// verb too: "imposed sanctions on Peru".
func (r *reader) borrow(f *frame) {
	r.agent(f)
	banned := "by"
	if f.noun {
		banned = ""
	}
	for _, name := range [...]string{"o", "in", "to", "on", "with", "of", "at", "into", "from", "by"} {
		if name == "by" && !f.noun {
			continue
		}
		for _, o := range f.get(name) {
			for _, j := range r.joined(o) {
				r.borrowFrom(f, j, banned)
			}
		}
	}
	for _, m := range f.get("as") { // "became a member of the league"
		if l := r.lemma(m); l == "member" || l == "signatory" || l == "party" {
			r.borrowFrom(f, m, banned)
		}
	}
}

// agent finds the doer of a passive that the parser hung on the last of those
// before it: "sanctions are imposed on two men and a firm by the ministry".
func (r *reader) agent(f *frame) {
	if f.noun || !f.passive || len(f.get("s")) > 0 {
		return
	}
	for _, name := range [...]string{"on", "in", "to", "against", "for", "from", "at"} {
		for _, o := range f.get(name) {
			for _, j := range r.joined(o) {
				for _, c := range r.doc.Children(j) {
					if k := &r.doc.Tokens[c]; int(c) > j && k.Rel == "nmod" && r.preposition(int(c)) == "by" && r.someone(int(c)) && len(r.tabs.noun[r.lemma(j)]) == 0 {
						f.put("s", r.referent(int(c)))
						return
					}
				}
			}
		}
	}
}

func (r *reader) borrowFrom(f *frame, o int, banned string) {
	if f.noun && r.inClass("easing", f.trigger) && len(f.get("poss"))+len(f.get("amod"))+len(f.get("by")) == 0 {
		for _, c := range r.doc.Children(o) {
			if int(c) < o && r.doc.Tokens[c].Rel == "amod" && r.someone(int(c)) {
				f.put("amod", int(c)) // "the lifting of the Norland blockade"
			}
		}
	}
	for _, c := range r.doc.Children(o) {
		if base(r.doc.Tokens[c].Rel) != "nmod" || int(c) < o {
			continue
		}
		p := r.preposition(int(c))
		if p == "with" && !f.noun && r.doc.Child(o, "nmod:poss") >= 0 && r.inClass("meetings", o) {
			continue // "discussed the minister's talks with Norland": the minister's
		}
		if p == "of" && f.noun && (r.someone(o) || r.doc.Tokens[o].UPOS == "PROPN") {
			continue // "sanctions on the government of Norland": its own; "in the Sea of Norland"
		}
		if p != "" && p != banned && len(f.get(p)) == 0 {
			f.put(p, r.referent(int(c)))
		}
		if p == "under" { // "sanctions under the Trade Act on Norland"
			r.borrowFrom(f, int(c), banned)
		}
	}
}
