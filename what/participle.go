package what

// Participles that the parser hung on something that is not their subject.

// absolute is the subject of a participle that the parser gave to the clause above, "with
// the premier placing the army on standby", or -1.
func (r *reader) absolute(v int) int {
	t := &r.doc.Tokens[v]
	if t.XPOS != "VBG" {
		return -1
	}
	for _, c := range r.doc.Children(t.Head) {
		if k := &r.doc.Tokens[c]; int(c) < v && base(k.Rel) == "obl" && r.preposition(int(c)) == "with" && r.someone(int(c)) {
			if _, end := r.doc.Subtree(int(c)); end == v {
				return r.referent(int(c))
			}
		}
	}
	return -1
}

// above is the verb whose subject speaks in a participle of words that the parser hung
// on something that cannot speak, -1 if there is none.
func (r *reader) above(v int) int {
	h := r.doc.Tokens[v].Head
	if h < 0 || !uttering[r.lemma(v)] || r.preposition(v) != "" || r.someone(h) || len(r.behind(h)) > 0 || r.inClass("documents", h) {
		return -1
	}
	for up := 0; up < 3 && h >= 0; up++ {
		k := &r.doc.Tokens[h]
		if k.UPOS == "VERB" {
			return h
		}
		switch base(k.Rel) {
		case "obj", "obl", "nmod":
			h = k.Head
		default:
			return -1
		}
	}
	return -1
}

var uttering = words("call accuse blame cite describe denounce condemn say claim urge warn threaten criticize criticise vow demand label brand")
