package said

import "dateline/lang"

// according reads "according to X" and "in the words of X": what they hang on is
// X's word.
func (r *reader) according(i int) {
	d := r.doc
	if d.Tokens[i].Lemma != "accord" && d.Tokens[i].Lemma != "according" && d.Tokens[i].Form != "according" && d.Tokens[i].Form != "According" {
		return
	}
	x := d.Tokens[i].Head
	if x < 0 {
		return
	}
	if !lang.RelIs(d.Tokens[i].Rel, "case") && !lang.RelIs(d.Tokens[i].Rel, "mark") {
		if x = d.Child(i, "obl", "nmod"); x < 0 { // "according" as a verb of its own
			return
		}
	}
	s := &d.Sentences[d.Tokens[i].Sent]
	f, l := r.solid(x)
	f = min(f, i)
	if l < len(d.Tokens) && d.Tokens[l].Form == ")" && r.opensBracket(f, l) {
		l++
	}
	l = r.lostSubject(x, l)
	gov := d.Tokens[x].Head
	if gov == i {
		gov = d.Tokens[i].Head
	}
	if gov < 0 {
		r.attribute(i, Say, x, [2]int{s.First, f}, [2]int{l, s.Last})
		return
	}
	first, last := d.Subtree(gov)
	if d.Tokens[gov].Rel == "acl" && d.Tokens[gov].XPOS == "VBN" || d.Tokens[gov].UPOS != "VERB" && d.Tokens[gov].Head >= 0 && d.Child(gov, "cop", "nsubj") < 0 { // hangs on a noun: the clause is meant
		first, last = d.Subtree(s.Root)
	}
	r.attribute(i, Say, x, [2]int{first, max(first, f)}, [2]int{min(l, last), last})
}

// views are nouns in whose phrase somebody's view of the clause is told.
var views = map[string]Class{
	"view": Think, "opinion": Think, "eye": Think, "judgment": Think, "judgement": Think, "estimation": Think, "mind": Think, "perspective": Think,
	"word": Say, "account": Say, "telling": Say, "assessment": Say,
}

// inView reads "in Lind's view, …", "in the words of the minister, …".
func (r *reader) inView(i int) {
	d := r.doc
	class, ok := views[d.Tokens[i].Lemma]
	k := d.Child(i, "case")
	if !ok || d.Tokens[i].UPOS != "NOUN" || k < 0 || k > i || !lang.RelIs(d.Tokens[i].Rel, "obl") {
		return
	}
	switch d.Tokens[k].Lemma {
	case "in", "by", "from", "to":
	default:
		return
	}
	owner := d.Child(i, "nmod:poss")
	for _, c := range d.Children(i) {
		if m := d.Child(int(c), "case"); owner < 0 && lang.RelIs(d.Tokens[c].Rel, "nmod") && m >= 0 && d.Tokens[m].Lemma == "of" {
			owner = int(c)
		}
	}
	gov := d.Tokens[i].Head
	if owner < 0 || gov < 0 || r.speaks(owner) || d.Tokens[owner].Lemma == "my" || d.Tokens[owner].Lemma == "our" || d.Child(gov, "nsubj") < 0 {
		return
	}
	f, l := r.solid(i)
	s := &d.Sentences[d.Tokens[i].Sent]
	if f != s.First && d.Tokens[f-1].Form != "," { // "is blind in his eyes"
		return
	}
	first, last := d.Subtree(gov)
	r.attribute(i, class, owner, [2]int{first, max(first, f)}, [2]int{min(l, last), last})
}

// solid is the yield of a token but for marks, which the tree may hang anywhere.
func (r *reader) solid(i int) (first, last int) {
	first, last = i, i+1
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].UPOS == "PUNCT" {
			continue
		}
		f, l := r.solid(int(c))
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// lostSubject is where the source x ends if the tree has taken the subject of the
// main clause for an apposition: "According to Norvik, the minister, Ada Lind, said".
func (r *reader) lostSubject(x, last int) int {
	d := r.doc
	if last >= len(d.Tokens) || d.Tokens[last].UPOS != "VERB" && d.Tokens[last].UPOS != "AUX" || d.Tokens[x].Sent != d.Tokens[last].Sent {
		return last
	}
	v := last
	if d.Tokens[v].UPOS == "AUX" && d.Tokens[v].Head > v {
		v = d.Tokens[v].Head
	}
	if d.Child(v, "nsubj") >= 0 {
		return last
	}
	for k := x + 1; k < last; k++ {
		if d.Tokens[k].Form == "," {
			return k
		}
	}
	return last
}

// noun reads "X's claim that …" and "a report by X that …".
func (r *reader) noun(i int) {
	d := r.doc
	if d.Tokens[i].UPOS != "NOUN" || !r.cues.nouns[d.Tokens[i].Lemma] {
		return
	}
	c := d.Child(i, "acl", "ccomp")
	if c < 0 || c < i {
		r.topic(i)
		return
	}
	m := d.Child(c, "mark")
	if m < 0 || d.Tokens[m].Lemma != "that" && d.Tokens[m].Lemma != "to" {
		return
	}
	f, l := d.Subtree(c)
	if f <= i {
		return
	}
	if v := d.Tokens[i].Head; v >= 0 && lang.RelIs(d.Tokens[i].Rel, "obl") && r.isSaying(v) { // "said in a statement that"
		if _, ok := r.byCue[v]; !ok {
			r.attribute(v, r.cues.verbs[d.Tokens[v].Lemma], r.speakerOf(v), [2]int{f, l})
		}
		return
	}
	class := Noun
	if deeds[d.Tokens[i].Lemma] || d.Tokens[m].Lemma == "to" {
		class = Act
	}
	owner := r.owner(i)
	if owner < 0 && d.Tokens[m].Lemma == "to" {
		return // "a call to act": nobody is told to have made it
	}
	r.attribute(i, class, owner, [2]int{f, l})
}

// topic reads "X's comments about …", "allegations of …": what a noun of saying is
// about. Without an owner only reports and charges are read.
func (r *reader) topic(i int) {
	d := r.doc
	owner := r.owner(i)
	if owner < 0 && !charges[d.Tokens[i].Lemma] {
		return
	}
	for _, c := range d.Children(i) {
		k := d.Child(int(c), "case", "mark")
		if int(c) < i || int(c) == owner || k < i || !lang.RelIs(d.Tokens[c].Rel, "nmod") && !lang.RelIs(d.Tokens[c].Rel, "acl") {
			continue
		}
		f, l := d.Subtree(int(c))
		switch {
		case k != f:
			continue
		case d.Tokens[k].Lemma == "about", d.Tokens[k].Lemma == "of" && charges[d.Tokens[i].Lemma]:
			class := Noun
			if deeds[d.Tokens[i].Lemma] {
				class = Act
			}
			r.attribute(i, class, owner, [2]int{f + 1, l})
			return
		}
	}
}

// charges are nouns of saying that tell what they are of.
var charges = map[string]bool{
	"allegation": true, "accusation": true, "claim": true, "report": true, "rumour": true, "rumor": true, "charge": true, "announcement": true,
	"denial": true, "criticism": true, "fear": true, "warning": true, "threat": true,
}

// deeds are nouns whose words do something: what is demanded or feared is no
// report.
var deeds = map[string]bool{
	"demand": true, "call": true, "threat": true, "vow": true, "promise": true, "pledge": true, "proposal": true, "request": true, "offer": true,
	"plea": true, "appeal": true, "hope": true, "fear": true, "expectation": true, "invitation": true, "advice": true, "doubt": true, "question": true,
}

// owner is whose statement a noun is: a possessive, an agent, or the subject of
// the light verb over it ("made the claim that").
func (r *reader) owner(i int) int {
	d := r.doc
	if p := d.Child(i, "nmod:poss"); p >= 0 {
		return p
	}
	for _, c := range d.Children(i) {
		if lang.RelIs(d.Tokens[c].Rel, "nmod") {
			if k := d.Child(int(c), "case"); k >= 0 && (d.Tokens[k].Lemma == "by" || d.Tokens[k].Lemma == "from" || d.Tokens[k].Lemma == "of") {
				return int(c)
			}
		}
	}
	for _, c := range d.Children(i) {
		if rel := d.Tokens[c].Rel; rel == "amod" || lang.RelIs(rel, "compound") {
			if _, ok := r.byHead[int(c)]; ok {
				return int(c)
			}
		}
	}
	if v := d.Tokens[i].Head; v >= 0 && (lang.RelIs(d.Tokens[i].Rel, "obj") || lang.RelIs(d.Tokens[i].Rel, "obl")) && r.cues.verbs[d.Tokens[v].Lemma] != Deny {
		return r.speakerOf(v)
	}
	return -1
}
