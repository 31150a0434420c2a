package lang

// saying are verbs that take a clause and nobody to whom it is said.
var saying = map[string]bool{"say": true, "claim": true, "state": true, "think": true, "believe": true, "add": true, "insist": true, "argue": true, "hope": true, "allege": true, "declare": true, "announce": true}

// mendSaid makes what the tree took for the object of "says" the subject of the clause
// behind it: "says Norland, Sudland and Peru are toying with peace".
func (d *Doc) mendSaid(i int) bool {
	if d.Tokens[i].UPOS != "VERB" || !saying[d.Tokens[i].Lemma] {
		return false
	}
	o, c := d.Child(i, "iobj", "obj"), d.Child(i, "ccomp")
	if o < i || c < o || d.Child(c, "nsubj", "csubj", "expl", "mark") >= 0 {
		return false
	}
	tensed, passive := finite(&d.Tokens[c]), false
	for _, k := range d.Children(c) {
		t := &d.Tokens[k]
		if int(k) > o && (RelIs(t.Rel, "aux") || RelIs(t.Rel, "cop")) {
			tensed = tensed || finite(t) || t.XPOS == "MD"
			passive = passive || t.Rel == "aux:pass"
		}
	}
	if !tensed {
		return false
	}
	d.Tokens[o].Head, d.Tokens[o].Rel = int(c), "nsubj"
	if passive {
		d.Tokens[o].Rel = "nsubj:pass"
	}
	return true
}
