package lang

import (
	"strings"

	"dateline/lang/internal/lemma"
)

// mendHeadline turns "police arrest Lind" back into a clause: the root is a noun
// with a bare noun before it and a person's name right behind, and there is no
// verb.
func (d *Doc) mendHeadline(s *Sentence) bool {
	r := s.Root
	if r < 0 || d.Tokens[r].XPOS != "NN" && d.Tokens[r].XPOS != "NNS" || d.Child(r, "det", "nmod:poss", "cop") >= 0 {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; finite(t) || t.UPOS == "AUX" {
			return false
		}
	}
	doer, object := -1, -1
	for _, c := range d.Children(r) {
		c := int(c)
		switch t := &d.Tokens[c]; {
		case t.Rel == "compound" && t.UPOS == "NOUN" && c == r-1:
			doer = c
		case t.Rel == "appos" && c > r && d.namedBehind(c, r):
			object = c
		}
	}
	if doer < 0 || object < 0 {
		return false
	}
	d.asVerb(r)
	d.Tokens[doer].Rel, d.Tokens[object].Rel = "nsubj", "obj"
	for _, c := range d.Children(r) {
		c := int(c)
		switch t := &d.Tokens[c]; {
		case c < doer && (t.Rel == "amod" || t.Rel == "compound" || t.Rel == "nmod:desc"):
			t.Head = doer
		case c > r && c < object:
			t.Head = object
		case t.Rel == "nmod" && d.Child(c, "case") >= 0:
			t.Rel = "obl"
		}
	}
	return true
}

// namedBehind reports whether a person is named with head c, between whom and
// token i stand titles at most: "arrest former premier Bo Ek".
func (d *Doc) namedBehind(c, i int) bool {
	n := d.NameAt(c)
	if n == nil || n.Kind != PER {
		return false
	}
	for k := i + 1; k < n.First; k++ {
		if u := d.Tokens[k].UPOS; u != "NOUN" && u != "ADJ" && u != "PROPN" {
			return false
		}
	}
	return n.First > i
}

// asVerb makes a token the present tense of a verb.
func (d *Doc) asVerb(i int) {
	t := &d.Tokens[i]
	t.UPOS, t.XPOS, t.Feats = "VERB", "VBP", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
	if t.Lemma != t.Form { // "arrests"
		t.XPOS, t.Feats = "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	}
	t.Lemma = d.lemma(lemma.English(), t)
}

// mendThird makes a verb of a plural that has "a" or "an" and a bare noun right
// before it, which is its subject.
func (d *Doc) mendThird(i int) bool {
	t := &d.Tokens[i]
	if t.XPOS != "NNS" || i == 0 || t.Lemma == t.Form || d.Child(i, "nmod:poss", "nummod", "cop", "nsubj") >= 0 {
		return false
	}
	doer, det := &d.Tokens[i-1], d.Child(i, "det")
	if doer.Head != i || doer.Rel != "compound" || doer.XPOS != "NN" || det < 0 || d.Tokens[det].Lemma != "a" {
		return false
	}
	if t.Head >= 0 && t.Rel != "conj" && t.Rel != "parataxis" && t.Rel != "advcl" && t.Rel != "ccomp" {
		return false
	}
	d.asVerb(i)
	doer.Rel = "nsubj"
	for _, c := range d.Children(i) {
		switch k := &d.Tokens[c]; {
		case int(c) < i-1 && k.Rel != "punct":
			k.Head = i - 1
		case k.Rel == "nmod" && int(c) > i:
			k.Rel = "obl"
		}
	}
	return true
}

// mendTest gives the subject of "test-fires", "test launches" to the verb: the tree
// makes "test" the subject, or hangs it before the verb with the subject on it.
func (d *Doc) mendTest(i int) bool {
	t := &d.Tokens[i]
	v := t.Head
	if t.Form != "test" || t.XPOS != "NN" || v <= i || v > i+2 || !finite(&d.Tokens[v]) {
		return false
	}
	s := d.Child(i, "compound", "nmod:poss")
	if s < 0 || t.Rel == "compound" && d.Child(v, "nsubj") >= 0 {
		return false
	}
	for _, c := range d.Children(i) {
		if k := &d.Tokens[c]; int(c) != s && int(c) < s && k.Rel != "punct" {
			k.Head = s
		}
	}
	t.Rel, d.Tokens[s].Head, d.Tokens[s].Rel = "compound", v, "nsubj"
	return true
}

// forces are nouns of those who arrest, raid and fire, which are plural as they stand.
var forces = map[string]bool{"police": true, "troops": true, "soldiers": true, "forces": true, "militants": true, "rebels": true, "gunmen": true, "authorities": true, "protesters": true}

// mendForces turns "Norland police arrest opposition leader Ada Lind" back into a
// clause, where the tree hung doer and deed before the one who bore it.
func (d *Doc) mendForces(s *Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; finite(t) || t.UPOS == "AUX" {
			return false
		}
	}
	if d.mendForcesIn(s) {
		return true
	}
	for v := s.First + 1; v < s.Last-1; v++ {
		t, doer := &d.Tokens[v], &d.Tokens[v-1]
		if t.XPOS != "NN" || t.Rel != "compound" || t.Head <= v || !forces[strings.ToLower(doer.Form)] || doer.Rel != "compound" || d.Child(v, "det", "amod", "case") >= 0 {
			continue
		}
		o := t.Head
		for up := &d.Tokens[o]; (up.Rel == "compound" || up.Rel == "nmod:desc" || up.Rel == "amod") && up.Head > o; up = &d.Tokens[o] {
			o = up.Head
		}
		if s.Root != o {
			return false
		}
		for c := s.First; c < s.Last; c++ {
			k := &d.Tokens[c]
			switch {
			case c < v-1 && k.Head >= v-1:
				k.Head = v - 1
			case c > o && k.Head == o && (k.Rel == "nmod" && d.Child(c, "case") >= 0 || k.Rel == "punct" || k.Rel == "advcl"):
				k.Head = v
				if k.Rel == "nmod" {
					k.Rel = "obl"
				}
			}
		}
		d.asVerb(v)
		t.Head, t.Rel, s.Root = -1, "root", v
		doer.Head, doer.Rel = v, "nsubj"
		d.Tokens[o].Head, d.Tokens[o].Rel = v, "obj"
		return true
	}
	return false
}

// mendForcesIn does the same where they are told by their place: "Police in Norland
// arrest opposition leader Ada Lind".
func (d *Doc) mendForcesIn(s *Sentence) bool {
	r, in := s.Root, s.Root+1
	if !forces[strings.ToLower(d.Tokens[r].Form)] || in+3 >= s.Last || d.Tokens[in].Rel != "case" {
		return false
	}
	h := d.Tokens[in].Head
	v := in + 1
	for v < h && d.Tokens[v].UPOS == "PROPN" && d.Tokens[v].Head == h {
		v++
	}
	if v == in+1 || v >= h || d.Tokens[v].XPOS != "NN" || d.Tokens[v].Rel != "compound" || d.Tokens[v].Head != h {
		return false
	}
	place, o := v-1, h
	if next := h + 1; next < s.Last && d.Tokens[next].UPOS == "PROPN" && d.Tokens[next].Head == r {
		d.Tokens[h].Head, d.Tokens[h].Rel, o = next, "nmod:desc", next
	}
	for c := in; c < s.Last; c++ {
		switch k := &d.Tokens[c]; {
		case c < place:
			k.Head = place
		case c > v && c != o && k.Head == r:
			k.Head = v
			if k.Rel == "nmod" && d.Child(c, "case") >= 0 {
				k.Rel = "obl"
			}
		}
	}
	d.asVerb(v)
	d.Tokens[place].Head, d.Tokens[place].Rel = r, "nmod"
	d.Tokens[r].Head, d.Tokens[r].Rel = v, "nsubj"
	d.Tokens[v].Head, d.Tokens[v].Rel, s.Root = -1, "root", v
	d.Tokens[o].Head, d.Tokens[o].Rel = v, "obj"
	return true
}

// mendGerund makes a noun of a gerund right behind its article that was taken for the
// complement of a verb with no other object; what was its object says what it is.
func (d *Doc) mendGerund(i int) bool {
	t := &d.Tokens[i]
	det := d.Child(i, "det")
	if t.XPOS != "VBG" || t.Rel != "xcomp" || t.Head < 0 || t.Head > i || det != i-1 || d.Child(t.Head, "obj") >= 0 {
		return false
	}
	o := d.Child(i, "obj")
	t.UPOS, t.XPOS, t.Feats, t.Rel, t.Lemma = "NOUN", "NN", "Number=Sing", "obj", strings.ToLower(t.Form)
	if o > i {
		d.Tokens[o].Head, d.Tokens[o].Rel = t.Head, "xcomp"
	}
	return true
}
