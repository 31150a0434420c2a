package lang

import (
	"strings"

	"dateline/lang/internal/encoder"
	"dateline/lang/internal/lemma"
)

// A headline's present tense that is a noun as well ("Norland and Sudland swap
// prisoners", "Supporters riot in Aby") is taken for one, and the sentence is left
// without a verb. Such a sentence is read again with a verb of no other sense in the
// word's place; the reading counts if that makes it the root with a subject before it.

// again reads the sentences without a verb once more.
func (d *Doc) again(m *encoder.Model) {
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if !d.verbless(sent) {
			continue
		}
		tried := 0
		for v := sent.First + 1; v < sent.Last-1 && tried < 3; v++ {
			if d.eitherWay(v) {
				tried++
				if d.asIf(m, sent, v) {
					break
				}
			}
		}
	}
}

// verbless reports a sentence of some length without a finite verb, or whose root is a
// noun of which nothing is said, with the verbs in clauses below it.
func (d *Doc) verbless(s *Sentence) bool {
	root, verb, said := -1, false, false
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Head < 0 {
			root = i
		} else if finite(t) || t.UPOS == "AUX" {
			verb = true
		}
	}
	if root < 0 || finite(&d.Tokens[root]) || s.Last-s.First < 5 {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		said = said || t.Head == root && (t.Rel == "cop" || RelIs(t.Rel, "nsubj") || RelIs(t.Rel, "aux") || finite(t) && !RelIs(t.Rel, "acl") && !RelIs(t.Rel, "advcl"))
	}
	u := d.Tokens[root].UPOS
	return !verb || !said && (u == "NOUN" || u == "PROPN")
}

// eitherWay reports a noun that may be a verb where it stands: behind a noun or name.
func (d *Doc) eitherWay(v int) bool {
	t, before := &d.Tokens[v], &d.Tokens[v-1]
	if t.XPOS != "NN" && t.XPOS != "NNS" || !lists().homographs[strings.ToLower(t.Form)] {
		return false
	}
	switch strings.ToLower(d.Tokens[v+1].Form) {
	case "over", "up", "off", "out": // another verb altogether: see mendPhrasal
		return false
	}
	switch before.XPOS {
	case "NN", "NNS", "NNP", "NNPS", "RB", ",":
		return true
	}
	return false
}

// asIf reads a sentence with a plain verb for token v and keeps what is read if v is its
// root and has a subject.
func (d *Doc) asIf(m *encoder.Model, s *Sentence, v int) bool {
	forms := make([]string, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		forms = append(forms, d.Text[d.Tokens[i].Start:d.Tokens[i].End])
	}
	forms[v-s.First] = "arrived"
	switch next := d.Tokens[v+1]; next.XPOS {
	case "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "VBG", "VBN":
		forms[v-s.First] = "attacked"
	}
	a := m.Annotate([][]string{forms})[0]
	k := v - s.First
	if a.Head[k] >= 0 || a.XPOS[k] != "VBD" {
		return false
	}
	subject := false
	for j := range k {
		subject = subject || a.Head[j] == k && a.Rel[j] == "nsubj"
	}
	if !subject {
		return false
	}
	words := lemma.English()
	for j := range forms {
		t := &d.Tokens[s.First+j]
		t.UPOS, t.XPOS, t.Feats, t.Rel, t.Head = a.UPOS[j], a.XPOS[j], a.Feats[j], a.Rel[j], -1
		if a.Head[j] >= 0 {
			t.Head = s.First + a.Head[j]
		}
		t.Lemma = d.lemma(words, t)
	}
	t := &d.Tokens[v]
	if t.Lemma = t.Form; strings.HasSuffix(t.Form, "s") {
		t.Lemma = "" // "docks", not "riot": the third person
	}
	d.asVerb(v)
	return true
}
