package said

import (
	"dateline/lang"
	"dateline/who"
)

// documents are things that speak for whoever issued them.
var documents = map[string]bool{
	"statement": true, "letter": true, "communique": true, "communiqué": true, "release": true, "announcement": true, "message": true, "memo": true,
	"declaration": true, "note": true, "tweet": true, "post": true, "readout": true, "speech": true, "complaint": true, "lawsuit": true, "notice": true,
}

// named is the name beside a head that only describes: "the news agency Norvik
// reported"; a mention or -1.
func (r *reader) named(h int) int {
	k, ok := r.byHead[h]
	if ok && r.who.Mentions[k].Form != who.Nominal {
		return -1
	}
	for _, c := range r.doc.Children(h) {
		if rel := r.doc.Tokens[c].Rel; !lang.RelIs(rel, "appos") && !lang.RelIs(rel, "flat") {
			continue
		}
		if m, ok := r.byHead[int(c)]; ok && r.who.Mentions[m].Form == who.Named && r.actor(m) {
			return m
		}
	}
	return -1
}

// outlet is the name behind "the news agency" of which nothing else is known: a
// token or -1.
func (r *reader) outlet(h int) int {
	switch r.doc.Tokens[h].Lemma {
	case "agency", "newspaper", "paper", "broadcaster", "daily", "weekly", "magazine", "website", "outlet", "channel", "tabloid":
	default:
		return -1
	}
	for _, c := range r.doc.Children(h) {
		t := &r.doc.Tokens[c]
		if _, known := r.byHead[int(c)]; int(c) == h+1 && t.XPOS[0] == 'N' && capital(t.Form) && lang.RelIs(t.Rel, "appos") && !known && len(r.doc.Children(int(c))) == 0 {
			return int(c)
		}
	}
	return -1
}

// issuer is the mention of whoever issued the document h, or -1.
func (r *reader) issuer(h int) int {
	d := r.doc
	if !documents[d.Tokens[h].Lemma] {
		return -1
	}
	if m := r.issuerHere(h); m >= 0 {
		return m
	}
	if t := d.Child(h, "det"); t < 0 || d.Tokens[t].Lemma != "the" && d.Tokens[t].Lemma != "that" && d.Tokens[t].Lemma != "this" {
		return -1
	}
	for i := h - 1; i >= 0; i-- { // "the statement said": the one last spoken of
		if d.Tokens[i].Lemma == d.Tokens[h].Lemma && d.Tokens[i].UPOS == "NOUN" {
			if m := r.issuerHere(i); m >= 0 {
				return m
			}
		}
	}
	return r.sender(h)
}

// sends are verbs and nouns of sending words to somebody.
var sends = map[string]bool{
	"congratulate": true, "greet": true, "send": true, "cable": true, "write": true, "address": true, "thank": true,
	"greeting": true, "telegram": true, "condolence": true, "congratulation": true, "message": true, "letter": true,
}

// sender finds who sent "the message" of which nobody has spoken yet as such: "Lind
// congratulated Berg. The message reads …".
func (r *reader) sender(h int) int {
	const near = 4 // sentences
	d := r.doc
	switch d.Tokens[h].Lemma {
	case "message", "letter", "telegram":
	default:
		return -1
	}
	for i := h - 1; i >= 0 && d.Tokens[i].Sent >= d.Tokens[h].Sent-near; i-- {
		if !sends[d.Tokens[i].Lemma] {
			continue
		}
		m := -1
		if d.Tokens[i].UPOS == "NOUN" {
			m = r.issuerHere(i)
		} else if k, ok := r.byHead[r.antecedent(r.doer(i))]; ok && d.Tokens[i].UPOS == "VERB" && r.actor(k) {
			m = k
		}
		if m >= 0 {
			return m
		}
	}
	return -1
}

// issuerHere finds in the sentence of a document who issued it: "Lind's statement",
// "a statement by Lind", "Lind released a statement", "in a statement, Lind said".
func (r *reader) issuerHere(h int) int {
	d := r.doc
	for _, c := range d.Children(h) {
		t := &d.Tokens[c]
		own := lang.RelIs(t.Rel, "nmod:poss") || lang.RelIs(t.Rel, "compound") || t.Rel == "amod"
		if lang.RelIs(t.Rel, "nmod") && !own {
			k := d.Child(int(c), "case")
			own = k >= 0 && (d.Tokens[k].Lemma == "by" || d.Tokens[k].Lemma == "from" || d.Tokens[k].Lemma == "of")
		}
		if m, ok := r.byHead[int(c)]; own && ok && r.actor(m) {
			return m
		}
		if lang.RelIs(t.Rel, "acl") && t.XPOS == "VBN" {
			if m, ok := r.byHead[r.agent(int(c))]; ok && r.actor(m) {
				return m
			}
		}
	}
	v := d.Tokens[h].Head
	if v < 0 || !lang.RelIs(d.Tokens[h].Rel, "obj") && !lang.RelIs(d.Tokens[h].Rel, "obl") {
		return -1
	}
	if m, ok := r.byHead[r.antecedent(r.doer(v))]; ok && r.actor(m) {
		return m
	}
	return -1
}

// actor reports whether a mention stands for somebody.
func (r *reader) actor(m int) bool { return len(r.who.Mentions[m].Entities) > 0 }

// attributable reads the line over a readout, "The following is attributable to
// spokesperson Ada Lind:": all that follows is her word where nobody else speaks.
func (r *reader) attributable() {
	d := r.doc
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if sent.Last == len(d.Tokens) || d.Tokens[sent.Last-1].Form != ":" {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			x := d.Child(i, "obl", "nmod")
			if d.Tokens[i].Lemma != "attributable" && d.Tokens[i].Lemma != "attribute" || x < i {
				continue
			}
			a := Attribution{Cue: i, Verb: d.Tokens[i].Form, Class: Say, Speaker: -1, To: -1, Within: -1, Parts: [][2]int{{sent.Last, len(d.Tokens)}}}
			r.span(&a)
			r.setSpeaker(&a, x)
			r.over = &a
			return
		}
	}
}
