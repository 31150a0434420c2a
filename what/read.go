package what

import (
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/said"
	"dateline/when"
	"dateline/where"
	"dateline/who"
)

// Read finds the events that a text tells of, in order of their triggers. Any
// of the layers may be nil; then less is known of who takes part.
func Read(doc *lang.Doc, w *who.Layer, p *where.Layer, t *when.Layer, s *said.Layer) []Mention {
	tabs, err := Load()
	if err != nil {
		panic(err) // the tables are built in and tested: they load
	}
	return tabs.Read(doc, w, p, t, s)
}

// Read is [Read] with tables of one's own.
func (t *Tables) Read(doc *lang.Doc, w *who.Layer, p *where.Layer, tm *when.Layer, s *said.Layer) []Mention {
	if w == nil {
		w = &who.Layer{}
	}
	if p == nil {
		p = &where.Layer{}
	}
	r := &reader{tabs: t, doc: doc, who: w, where: p, when: tm, said: s, lemmas: make([]string, len(doc.Tokens))}
	for i := range doc.Tokens {
		r.trigger(i)
	}
	return r.settle()
}

// reader is one reading of one text.
type reader struct {
	tabs  *Tables
	doc   *lang.Doc
	who   *who.Layer
	where *where.Layer
	when  *when.Layer
	said  *said.Layer

	lemmas   []string // see lemma
	found    []*found
	past     int         // see toldInPast; 0 not yet known
	consumed map[int]int // event noun -> verb whose row took it as its theme
}

// trigger tries whether token i is the word of an event.
func (r *reader) trigger(i int) {
	t := &r.doc.Tokens[i]
	switch t.UPOS {
	case "VERB":
		if n := len(r.found); r.gerund(i) {
			if r.noun(i, t.Form); len(r.found) > n {
				return
			}
		}
		if r.verb(i, t) || t.XPOS != "VBG" || base(t.Rel) == "amod" {
			return
		}
		r.noun(i, t.Form)
	case "ADJ":
		if r.doc.Child(i, "cop", "aux:pass") >= 0 || base(t.Rel) == "xcomp" || // "is opposed to", "remained critical of"
			r.doc.Child(i, "obj") > i && r.doc.Child(i, "nsubj") >= 0 { // "Norland and Sudland free hostages"
			r.verb(i, t)
		}
	case "NOUN":
		if r.misread(i) && r.verb(i, t) {
			return
		}
		r.noun(i, r.lemma(i))
	case "PROPN":
		// "the Oslo Summit", but not "Summit County".
		if next := i + 1; next < len(r.doc.Tokens) && r.doc.Tokens[next].UPOS == "PROPN" && r.doc.Tokens[next].Head != i {
			return
		}
		if t.Rel == "compound" { // "the Harbour Dialogue event"
			return
		}
		// The name of a body is no meeting of it: "the National Assembly approved".
		if m := r.mention(i); m != nil && bodies[r.lemma(i)] {
			return
		}
		// Names of treaties and wars tell when and where, not that something was done.
		if r.inClass("multilateral", i) || r.inClass("meetings", i) {
			r.noun(i, r.lemma(i))
		}
	}
}

func (r *reader) verb(i int, t *lang.Token) bool {
	if v := r.guest(i); v >= 0 {
		r.hosted(i, v)
		return true
	}
	rows := r.tabs.verb[r.lemma(i)]
	if f, ok := r.chosen(i); ok && rows != nil {
		if b, ok := r.best(rows, &f); ok {
			r.take(&f, b, -1, Same)
			return true
		}
	}
	if rows == nil || base(t.Rel) == "amod" && t.UPOS != "NOUN" || t.Rel == "compound" {
		return false
	}
	f := r.verbFrame(i)
	if reflexive(r.doc.Tokens, f.get("o")) && !selfDone[r.lemma(i)] {
		return false // "defend itself": done to nobody else
	}
	r.borrow(&f)
	b, ok := r.best(rows, &f)
	if g, two := f.ditransitive(); two {
		if b2, ok2 := r.best(rows, &g); ok2 && (!ok || b2.score > b.score) {
			f, b, ok = g, b2, true
		}
	}
	if g, two := r.particled(&f); two {
		if b2, ok2 := r.best(rows, &g); ok2 && b2.row.Particle != "" && (!ok || b2.score > b.score) {
			f, b, ok = g, b2, true
		}
	}
	if as := f.get("as"); !ok && len(as) == 1 && len(f.get("o")) == 0 && !f.passive && as[0] == i+1 && r.doc.Tokens[as[0]].UPOS != "VERB" {
		f.move("as", "o") // "urges calm", taken for what it is said to be
		b, ok = r.best(rows, &f)
	}
	if !ok {
		return false
	}
	r.take(&f, b, -1, Same)
	return true
}

var bodies = words("assembly council congress convention")

// selfDone are deeds that count though they are done to oneself: "declared himself
// president", "set herself on fire".
var selfDone = words("declare proclaim immolate set")

func reflexive(tokens []lang.Token, toks []int) bool {
	for _, t := range toks {
		if f := lower(tokens[t].Form); strings.HasSuffix(f, "self") || strings.HasSuffix(f, "selves") {
			return true
		}
	}
	return false
}

func (r *reader) noun(i int, lemma string) {
	if lemma == "strike" && r.preposition(i) == "on" && r.doc.Child(i, "nmod", "det", "compound") < 0 {
		lemma = "walkout" // "nurses are on strike"
	} else if lemma == "strike" && r.labour(i) {
		lemma = "walkout"
	}
	rows := r.tabs.noun[lower(lemma)]
	if plural := r.tabs.noun[lower(r.doc.Tokens[i].Form)]; plural != nil {
		rows = plural // "hostilities" are no hostility
	}
	if rows == nil || r.inClass("noevent", i) || lemma == "protest" && r.preposition(i) == "in" && r.doc.Tokens[i].XPOS != "NNS" {
		return
	}
	if rows[0].Type == dateline.Assault && r.doc.Child(i, "cop") >= 0 {
		return // "the tariff is an attack": a judgement
	}
	f := r.nounFrame(i)
	if h := r.doc.Tokens[i].Head; r.doc.Tokens[i].Rel == "compound" && h > i && rows[0].Mode == "ceasefire" && r.inClass("agreement", h) {
		f = r.nounFrame(h) // a "ceasefire agreement" is a ceasefire
	}
	r.borrow(&f)
	light, effect := r.lighten(&f)
	if f.trigger != i && light < 0 {
		return
	}
	f.trigger = i
	r.arranged(&f)
	if light < 0 {
		r.attend(&f)
		r.convenes(&f)
		r.dated(&f)
	}
	r.counterpart(&f)
	r.sidesWithin(&f)
	b, ok := r.best(rows, &f)
	if !ok {
		return
	}
	r.take(&f, b, light, effect)
}
