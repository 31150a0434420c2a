package what

import (
	"slices"

	"dateline/who"
)

// speaker is who speaks in the words of a thing that cannot: the body whose meeting
// agreed ("a European Union summit agrees"), or who put forward the document that was
// told before ("Norland introduces a resolution; the text also urges"). It is -1 if
// nobody is told.
func (r *reader) speaker(n int) int {
	if r.doc.Tokens[n].UPOS != "NOUN" || base(r.doc.Tokens[n].Rel) != "nsubj" {
		return -1
	}
	if r.inClass("multilateral", n) {
		return r.convener(n)
	}
	if r.lemma(n) != "text" && r.lemma(n) != "document" && !r.inClass("documents", n) || !r.definite(n) {
		return -1
	}
	for i, back := n-1, 0; i >= 0 && back < speakerBack; i, back = i-1, back+1 {
		t := &r.doc.Tokens[i]
		if r.doc.Tokens[n].Sent-t.Sent > 1 {
			return -1
		}
		if t.Head < 0 || t.UPOS != "NOUN" || !r.inClass("documents", i) || r.lemma(n) != r.lemma(i) && r.lemma(n) != "text" && r.lemma(n) != "document" {
			continue
		}
		if v := t.Head; t.Rel == "obj" && authoring[r.lemma(v)] && !r.passive(v) {
			if s := r.subject(v, 0); s >= 0 && (r.someone(s) || len(r.behind(s)) > 0) {
				return s
			}
		}
	}
	return -1
}

// speakerBack is how many words back a document is looked for.
const speakerBack = 60

// authoring are verbs by which somebody makes the words of a document his own.
var authoring = words("adopt pass approve issue release publish endorse make introduce submit sponsor draft propose present circulate send write sign post table")

// voter is who votes for a document, whoever drafted it: "votes in favour of a Norland
// resolution condemning", -1 if nobody does.
func (r *reader) voter(n int) int {
	if !r.inClass("documents", n) {
		return -1
	}
	for i, up, favour := n, 0, false; up < 3; up++ {
		t := &r.doc.Tokens[i]
		if p := r.preposition(i); p == "for" || p == "in_favor_of" || p == "in_favour_of" || r.lemma(i) == "favor" || r.lemma(i) == "favour" {
			favour = true
		}
		if i = t.Head; i < 0 {
			return -1
		}
		if r.lemma(i) == "vote" && r.doc.Tokens[i].UPOS == "VERB" && favour {
			return r.subject(i, 0)
		}
		if adopting[r.lemma(i)] && t.Rel == "obj" && !r.passive(i) {
			return r.subject(i, 0)
		}
	}
	return -1
}

// convener is the body whose meeting a noun is: "a League summit", -1 if none is told.
func (r *reader) convener(n int) int {
	for _, c := range r.doc.Children(n) {
		k := &r.doc.Tokens[c]
		if m := r.mention(int(c)); int(c) < n && (base(k.Rel) == "compound" || k.Rel == "nmod:poss" || k.Rel == "amod") && m != nil {
			if e := &r.who.Entities[m.Entities[0]]; e.Kind == who.Org && e.Political {
				return int(c)
			}
		}
	}
	return -1
}

// latter is who is meant by "the latter" and "the former": the one named last before it, or
// the first of the two joined there.
func (r *reader) latter(t int) int {
	w := &r.doc.Tokens[t]
	last := w.Lemma == "latter"
	if !last && w.Lemma != "former" || t == 0 || lower(r.doc.Tokens[t-1].Form) != "the" || !slices.Contains(argument[:], base(w.Rel)) {
		return t
	}
	for i := t - 2; i >= 0 && w.Sent-r.doc.Tokens[i].Sent <= 1; i-- {
		m := r.mention(i)
		if m == nil || r.doc.Tokens[i].UPOS == "PRON" || !r.political(i) || r.who.At(i) == nil {
			continue
		}
		if last {
			return i
		}
		if k := &r.doc.Tokens[i]; k.Rel == "conj" && r.mention(k.Head) != nil {
			return k.Head
		}
	}
	return t
}

// argument are the places in which somebody is told who acts or is acted upon.
var argument = [...]string{"nsubj", "obj", "iobj", "obl", "nmod"}
