package lang

// saying are verbs that take a clause and nobody to whom it is said.
var saying = map[string]bool{"say": true, "claim": true, "state": true, "think": true, "believe": true, "add": true, "insist": true, "argue": true, "hope": true, "allege": true, "declare": true, "announce": true, "warn": true, "confirm": true, "report": true, "reveal": true}

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
			tensed = tensed || t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD"
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

// mendPlural makes a verb of a plural that has an object and a bare noun right before
// it, which is its subject: "Norland's high court blocks the extradition".
func (d *Doc) mendPlural(i int) bool {
	t := &d.Tokens[i]
	if t.XPOS != "NNS" || i == 0 || t.Lemma == t.Form || d.Child(i, "cop", "nsubj", "case") >= 0 || d.Child(i, "obj") < i {
		return false
	}
	doer := &d.Tokens[i-1]
	if doer.Head != i || doer.Rel != "compound" || doer.XPOS != "NN" && doer.XPOS != "NNP" {
		return false
	}
	d.asVerb(i)
	doer.Rel = "nsubj"
	for _, c := range d.Children(i) {
		if k := &d.Tokens[c]; int(c) < i-1 && k.Rel != "punct" {
			k.Head = i - 1
		} else if k.Rel == "nmod" {
			k.Rel = "obl"
		}
	}
	return true
}

// mendThat gives a verb of saying the clause that the tree hung on where it was said:
// "announced in a broadcast that Norland had fallen".
func (d *Doc) mendThat(i int) bool {
	t := &d.Tokens[i]
	if !RelIs(t.Rel, "acl") || t.Rel == "acl:relcl" || t.Head < 0 || d.Child(i, "nsubj") < 0 {
		return false
	}
	m := d.Child(i, "mark")
	if m < 0 || d.Tokens[m].Lemma != "that" {
		return false
	}
	n := &d.Tokens[t.Head]
	if !RelIs(n.Rel, "obl") || n.Head < 0 || n.Head > t.Head || !saying[d.Tokens[n.Head].Lemma] || d.Child(n.Head, "ccomp") >= 0 {
		return false
	}
	t.Head, t.Rel = n.Head, "ccomp"
	return true
}

// mendDespite makes what stands between "despite" and a participle the participle's
// subject: "despite Norland withdrawing its envoy".
func (d *Doc) mendDespite(i int) bool {
	t := &d.Tokens[i]
	k := d.Child(i, "case")
	if !RelIs(t.Rel, "obl") || k < 0 || k > i || t.Head < 0 || d.Tokens[k].Lemma != "despite" && d.Tokens[k].Lemma != "amid" {
		return false
	}
	_, end := d.Subtree(i)
	if end >= len(d.Tokens) {
		return false
	}
	v := &d.Tokens[end]
	if v.XPOS != "VBG" || v.Head != t.Head || !RelIs(v.Rel, "advcl") || d.Child(end, "nsubj", "mark") >= 0 {
		return false
	}
	d.Tokens[k].Head, d.Tokens[k].Rel = end, "mark"
	t.Head, t.Rel = end, "nsubj"
	return true
}

// adverbs are the second halves of phrasal verbs.
var adverbs = map[string]bool{"over": true, "off": true, "out": true, "up": true, "down": true, "back": true}

// mendPhrasal makes a phrasal verb of a plural at the root with a name before it and
// an adverb behind, which the tree took for a preposition: "Norland hands over a suspect".
func (d *Doc) mendPhrasal(i int) bool {
	t := &d.Tokens[i]
	if t.Head >= 0 || t.XPOS != "NNS" || t.Lemma == t.Form || i == 0 || i+2 >= len(d.Tokens) || d.Child(i, "obj", "nsubj", "cop", "det") >= 0 {
		return false
	}
	doer, adv := &d.Tokens[i-1], &d.Tokens[i+1]
	if doer.Head != i || doer.Rel != "compound" || doer.XPOS != "NNP" || !adverbs[adv.Lemma] || adv.Rel != "case" || adv.Head < i {
		return false
	}
	o := &d.Tokens[adv.Head]
	if o.Head != i || !RelIs(o.Rel, "obl") && o.Rel != "nmod" {
		return false
	}
	d.asVerb(i)
	doer.Rel, o.Rel = "nsubj", "obj"
	adv.Head, adv.Rel = i, "compound:prt"
	return true
}
