package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/what"
	"dateline/who"
)

// betweenParties finds the agreements and talks of another day that a text on a meeting or
// call of two speaks of without saying whose they are: "the agreements reached at the
// talks in Oslo on March 4". They are those of the two.
func (r *rooms) betweenParties() {
	parties := r.parties()
	d := r.doc
	taken := map[int]bool{}
	for _, m := range r.found {
		taken[m.Trigger] = true
	}
	r.signedThere(taken)
	if parties == nil {
		return
	}
	for i := range d.Tokens {
		w := &d.Tokens[i]
		if w.UPOS != "NOUN" || taken[i] || w.Rel == "compound" || d.Child(i, "nmod:poss") >= 0 || r.otherStates(w.Sent, parties) {
			continue
		}
		m := what.Mention{Trigger: i, TriggerFirst: i, TriggerLast: i + 1, Actors: parties, PlaceHead: -1, Light: -1, Clause: r.predicate(i), Status: dateline.Happened, Rule: ofTheTwo}
		lemma := strings.ToLower(w.Lemma)
		switch {
		case reachable[lemma] && r.reached(i):
			m.Type, m.CAMEO = dateline.Agree, "057"
		case heldBefore[lemma] && r.definite(i):
			m.Type, m.Mode, m.CAMEO = dateline.Consult, "meet", "040"
			if lemma == "summit" {
				m.Mode = "multilateral"
			}
		default:
			continue
		}
		if w := r.timeBelow(i); w == nil || r.article.Date.Known() && w.Latest >= r.article.Date {
			continue
		}
		r.found = append(r.found, m)
	}
	r.inOrder()
}

// signedThere finds the documents that "were signed after the talks", by whom is not said:
// by those who met.
func (r *rooms) signedThere(taken map[int]bool) {
	d := r.doc
	var meeting *what.Mention
	for k := range r.found {
		if m := &r.found[k]; m.Type == dateline.Consult && (m.Mode == "meet" || m.Mode == "multilateral") && m.Status == dateline.Happened && len(m.Actors)+len(m.Recipients) > 0 {
			meeting = m
			break
		}
	}
	if meeting == nil {
		return
	}
	by := slices.Concat(meeting.Actors, meeting.Recipients)
	for i := meeting.Trigger + 1; i < len(d.Tokens); i++ {
		w := &d.Tokens[i]
		if taken[i] || w.XPOS != "VBN" || w.Lemma != "sign" && w.Lemma != "adopt" && w.Lemma != "initial" || d.Child(i, "obl:agent") >= 0 || lang.RelIs(w.Rel, "acl") || r.words.Source(i) != nil {
			continue
		}
		s, a := d.Child(i, "nsubj:pass"), d.Child(i, "aux:pass")
		if s < 0 || a < 0 || d.Tokens[a].XPOS != "VBD" || !r.document(s) {
			continue
		}
		if t, _ := r.times.Of(i); t != nil && r.article.Date-t.Latest > 31 {
			continue // of the document that it adds to
		}
		r.found = append(r.found, what.Mention{Trigger: i, TriggerFirst: i, TriggerLast: i + 1, Type: dateline.Agree, CAMEO: "057", Actors: by, PlaceHead: -1, Light: -1, Clause: i,
			Status: dateline.Happened, Tensed: true, Rule: ofTheTwo})
	}
	r.inOrder()
}

// document reports a noun for what is signed: "a package of documents", "a joint statement".
func (r *rooms) document(i int) bool {
	switch strings.ToLower(r.doc.Tokens[i].Lemma) {
	case "package", "number", "series", "set", "raft":
		c := r.doc.Child(i, "nmod")
		return c >= 0 && r.document(c)
	case "document", "agreement", "memorandum", "declaration", "statement", "protocol", "treaty", "communique", "roadmap", "programme", "program", "plan", "accord", "contract", "resolution", "convention", "charter":
		return true
	}
	return false
}

// ofTheTwo is the rule of the events that betweenParties finds.
const ofTheTwo = "of the two who meet"

var (
	reachable  = wordSet("agreement accord understanding arrangement deal")
	heldBefore = wordSet("talk summit meeting negotiation consultation")
)

// reached reports "agreements reached at", "the agreement signed in".
func (r *rooms) reached(i int) bool {
	c := r.doc.Child(i, "acl")
	if c < 0 || r.doc.Tokens[c].XPOS != "VBN" && r.doc.Tokens[c].XPOS != "VBD" || r.doc.Child(c, "nsubj", "mark") >= 0 {
		return false
	}
	switch r.doc.Tokens[c].Lemma {
	case "reach", "sign", "conclude", "achieve", "make":
		return r.doc.Child(c, "obl:agent") < 0
	}
	return false
}

// timeBelow is the time that stands below a noun itself, nil if none does: "the talks in
// Oslo on March 4".
func (r *rooms) timeBelow(i int) *dateline.When {
	first, last := r.doc.Subtree(i)
	for k := first; k < last; k++ {
		if m := r.times.At(k); m != nil && m.Span.Known() {
			return &dateline.When{Span: m.Span, EDTF: m.EDTF, Text: r.doc.Text[m.Start:m.End]}
		}
	}
	if h := r.doc.Tokens[i].Head; h >= 0 && lang.RelIs(r.doc.Tokens[i].Rel, "obl") && lang.RelIs(r.doc.Tokens[h].Rel, "acl") {
		return r.timeBelow(h) // "reached at the summit on March 4"
	}
	return nil
}

// parties are the mentions of the two of different states whose meeting or call a text
// begins with, nil if it begins with something else.
func (r *rooms) parties() []int {
	const head = 3 // paragraphs
	for _, m := range r.found {
		if r.bodyIndex(r.doc.Sentences[r.doc.Tokens[m.Trigger].Sent].Para) >= head {
			return nil
		}
		if m.Type != dateline.Consult || m.Mode != "meet" && m.Mode != "call" || m.Status != dateline.Happened && m.Status != dateline.Ongoing {
			continue
		}
		both := slices.Concat(m.Actors, m.Recipients)
		if len(both) != 2 || len(m.ActorHeads)+len(m.RecipientHeads) > 0 {
			continue
		}
		var of [2]string
		for k, x := range both {
			if e := r.actors.Mentions[x].Entities; len(e) == 1 {
				if y := &r.actors.Entities[e[0]]; y.Kind == who.Person || y.Kind == who.State {
					of[k] = y.State
				}
			}
		}
		if of[0] != "" && of[1] != "" && of[0] != of[1] {
			return both
		}
	}
	return nil
}

// otherStates reports whether a sentence names a state or body besides those of two parties.
func (r *rooms) otherStates(sentence int, parties []int) bool {
	s := &r.doc.Sentences[sentence]
	for k := range r.actors.Mentions {
		m := &r.actors.Mentions[k]
		if m.Head < s.First || m.Head >= s.Last {
			continue
		}
		for _, e := range m.Entities {
			x := &r.actors.Entities[e]
			if x.State == "" || !x.Political {
				continue
			}
			if !slices.ContainsFunc(parties, func(p int) bool {
				return slices.ContainsFunc(r.actors.Mentions[p].Entities, func(y int) bool { return r.actors.Entities[y].State == x.State })
			}) && !lang.RelIs(r.doc.Tokens[m.Head].Rel, "amod") {
				return true
			}
		}
	}
	return false
}

// signedAt places a document that was signed where those met who signed it, which the text
// tells before: "met in Oslo. … Norland and Sudland also signed an accord on fishing".
func (r *rooms) signedAt(found []*occurrence, o *occurrence) {
	w := r.doc.Tokens[o.mention.Trigger].Lemma
	if o.Type != dateline.Agree || o.Place != nil || o.nominal || w != "sign" && w != "initial" && w != "ink" || o.Status != dateline.Happened || o.When == nil || len(o.entities) < 2 {
		return
	}
	var at *occurrence
	for _, m := range found {
		if m.Type != dateline.Consult || m.Mode == "call" || m.Mode == "mediate" || m.Status != dateline.Happened || m.Place == nil || !r.isCity(m.Place) || m.When == nil || !m.When.Overlaps(o.When.Span) || m.mention.Trigger > o.mention.Trigger {
			continue
		}
		if slices.ContainsFunc(o.entities, func(e int) bool {
			return !r.standsFor(e, m) && !(m.Mode == "visit" && r.actors.Entities[e].State == m.Place.State)
		}) {
			continue
		}
		if at == nil || m.mention.Trigger > at.mention.Trigger {
			at = m
		}
	}
	if at != nil {
		o.Place = at.Place
		o.step("place %s: signed at %q", at.Place.Name, at.Trigger)
	}
}
