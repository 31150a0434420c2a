package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// worthy drops what is told too weakly to be entered in a record.
func (r *rooms) worthy(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		return r.doerless(o) || r.alone(o) || r.standingTreaty(o) || r.noComment(o) || r.nowhere(o) || r.onlyQuoted(o) || r.onlyAsked(o) || r.onlyTheWay(found, o) || r.relations(o) || r.ofOneself(o) || r.sinceWhen(o) || r.general(o) || r.punished(found, o) || r.apolitical(o) || r.refusedTwice(found, o)
	})
}

// doerless events name nobody who acts: "the sanctions on Norland". Force that is
// told as a deed of unknown doers stays.
func (r *rooms) doerless(o *occurrence) bool {
	if len(o.Actors) > 0 || r.byUnknown(o) {
		return false
	}
	if o.Type == dateline.Protest && (len(o.Recipients) > 0 || o.Place != nil && o.mention.Light >= 0 || o.nominal && r.particular(o.mention.Trigger)) {
		return false // "demonstrations against the president continue", "protests are held in Oslo"
	}
	if o.Type == dateline.Assault && o.nominal && o.mention.Light < 0 && r.oneOf(o.mention.Trigger) && r.politicalRecipient(o) {
		return false // "recalled its envoy over a raid on the president's home"
	}
	if o.nominal && o.Type == dateline.Consult && o.Place != nil && o.mention.Light >= 0 && o.Mode != "visit" {
		return false // "talks open in Oslo"
	}
	if o.nominal && o.CAMEO == "063" && len(o.Recipients) > 0 {
		return false // "was held pending extradition to Norland"
	}
	if o.nominal && (o.Type == dateline.Sanction || o.Type == dateline.Accuse) && o.mention.Light < 0 && len(o.Recipients) > 0 {
		return false // "the sanctions against Norland", "is under investigation": what let them pass
	}
	if o.nominal || !o.mention.Tensed && !(o.Type == dateline.Coerce && o.dated && len(o.Recipients) > 0) {
		return true // but not "the editor, arrested last week"
	}
	switch o.Type {
	case dateline.Assault, dateline.Coerce, dateline.Office:
		return false
	case dateline.Accuse: // "is charged with", "has been accused of"
		return len(o.Recipients) == 0 || !charging[r.doc.Tokens[o.mention.Trigger].Lemma] || r.attributive(o)
	case dateline.Sanction: // "are summoned"
		return len(o.Recipients) == 0 || !sending[r.doc.Tokens[o.mention.Trigger].Lemma] || r.attributive(o)
	case dateline.Support: // "wins the peace prize"
		return len(o.Recipients) == 0 || !honouring[r.doc.Tokens[o.mention.Trigger].Lemma] || r.attributive(o)
	case dateline.Cooperate: // "will be extradited to"
		return len(o.Recipients) == 0 || r.attributive(o)
	}
	return true
}

var charging = wordSet("accuse charge indict sue convict blame prosecute impeach arraign go face stand plead appear")
var honouring = wordSet("award win receive decorate honour honor confer bestow")
var sending = wordSet("summon expel recall")

// attributive tells a deed that only describes somebody: "the general, who was
// sanctioned in 2019".
func (r *rooms) attributive(o *occurrence) bool {
	i := o.mention.Trigger
	for lang.RelIs(r.doc.Tokens[i].Rel, "conj") && r.doc.Tokens[i].Head >= 0 {
		i = r.doc.Tokens[i].Head
	}
	return lang.RelIs(r.doc.Tokens[i].Rel, "acl")
}

// alone are talks for which somebody came, of whose other side nothing is told: the
// visit is the event.
func (r *rooms) alone(o *occurrence) bool {
	if o.Type != dateline.Consult || o.Mode != "meet" || !o.nominal || len(o.Actors) > 1 || o.mention.Light < 0 {
		return false
	}
	k := r.doc.Child(o.mention.Trigger, "case")
	return k >= 0 && r.doc.Tokens[k].Lemma == "for"
}

// standingTreaty is an agreement that is only spoken of, of which no two sides and no
// time are told.
func (r *rooms) standingTreaty(o *occurrence) bool {
	if o.Type == dateline.Agree && o.nominal && o.mention.Light < 0 && o.Status == dateline.Possible {
		return true // "a protest against a potential treaty"
	}
	return o.Type == dateline.Agree && o.nominal && o.mention.Light < 0 && !o.dated && len(o.Actors)+len(o.Recipients) < 2
}

// noComment is the refusal to speak to reporters, which refuses nobody anything.
func (r *rooms) noComment(o *occurrence) bool {
	if o.Type != dateline.Reject || o.nominal {
		return false
	}
	x := r.doc.Child(o.mention.Trigger, "xcomp", "obj")
	return x >= 0 && comments[r.doc.Tokens[x].Lemma]
}

var comments = wordSet("comment elaborate say answer specify disclose reveal identify speculate confirm")

// nowhere is an arrival of which neither the place nor a host is told.
func (r *rooms) nowhere(o *occurrence) bool {
	return o.Type == dateline.Consult && o.Mode == "visit" && !o.nominal && o.Place == nil && len(o.Recipients) == 0
}

// relations are how things stand between two sides, which a noun speaks of without
// telling of a deed: "their cooperation", "the partnership of Norland and Sudland".
func (r *rooms) relations(o *occurrence) bool {
	return o.Type == dateline.Cooperate && !o.dated && !slices.ContainsFunc(o.all, func(t told) bool {
		return !t.nominal || t.mention.Light >= 0 || !relation[r.doc.Tokens[t.mention.Trigger].Lemma]
	})
}

var relation = map[string]bool{
	"cooperation": true, "co-operation": true, "partnership": true, "collaboration": true, "relation": true, "relationship": true, "tie": true,
	"friendship": true, "alliance": true, "coordination": true, "interaction": true, "normalization": true,
}

// sinceWhen are terms of office that only tell since when, and no office: "the first
// visit since Lind became prime minister", "becomes the first minister to visit".
func (r *rooms) sinceWhen(o *occurrence) bool {
	if o.Type != dateline.Office || o.nominal {
		return false
	}
	for _, c := range r.doc.Children(o.mention.Trigger) { // "becomes the first minister to visit Norland"
		if !lang.RelIs(r.doc.Tokens[c].Rel, "xcomp") || r.doc.Tokens[c].UPOS == "VERB" {
			continue
		}
		for _, k := range r.doc.Children(int(c)) {
			if w := &r.doc.Tokens[k]; w.Lemma == "first" || w.Lemma == "only" || w.XPOS == "JJS" {
				return r.doc.Child(int(c), "acl") >= 0 || slices.ContainsFunc(r.doc.Children(o.mention.Trigger), func(v int32) bool {
					return lang.RelIs(r.doc.Tokens[v].Rel, "xcomp") && r.doc.Tokens[v].UPOS == "VERB"
				})
			}
		}
	}
	m := r.doc.Child(o.mention.Trigger, "mark")
	return m >= 0 && r.doc.Tokens[m].Lemma == "since"
}

// ofOneself are words about one's own doings: "defended her decision".
func (r *rooms) ofOneself(o *occurrence) bool {
	if o.Type == dateline.Request && len(o.sides) > 0 && len(o.entities) > len(o.sides) && r.ownState(o) {
		return true
	}
	if o.Type != dateline.Support && o.Type != dateline.Accuse || len(o.Recipients) > 0 || o.nominal {
		return false
	}
	obj := r.doc.Child(o.mention.Trigger, "obj")
	if obj < 0 {
		return false
	}
	whose := r.doc.Child(obj, "nmod:poss")
	return whose >= 0 && !uttered[r.doc.Tokens[obj].Lemma] && slices.ContainsFunc(r.actors.Resolve(whose), func(e int) bool { return slices.Contains(o.sides, e) })
}

// uttered are the words that one's own act of speech is: "declared its support",
// "voiced her concerns".
var uttered = wordSet("support solidarity backing endorsement sympathy condolence concern opposition outrage anger objection protest disappointment dismay appreciation gratitude")

// ownState reports whether an office-holder asks nobody but his own state: "said that
// Norland must keep its ports open".
func (r *rooms) ownState(o *occurrence) bool {
	for _, e := range o.entities {
		x := &r.actors.Entities[e]
		if slices.Contains(o.sides, e) {
			if x.Kind != who.Person || x.Office == "" {
				return false
			}
			continue
		}
		if s := r.facts.State(x.State); x.Kind != who.State || s == nil || x.Name != s.Name || !slices.ContainsFunc(o.sides, func(s int) bool { return r.actors.Entities[s].State == x.State }) {
			return false
		}
	}
	return true
}

// onlyQuoted events are told in nothing but direct speech, where people allude,
// warn and boast: they are entered if both sides or the time are told.
func (r *rooms) onlyQuoted(o *occurrence) bool {
	for i := range o.all {
		a := r.words.Source(o.all[i].mention.Trigger)
		if !r.inSpeech(a) {
			return false
		}
	}
	return !o.dated && (o.Type != dateline.Consult && o.Type != dateline.Agree || len(o.entities) < 2) && !r.performed(o)
}

// performed reports whether the quoted words are the deed itself: "We condemn the raid",
// "I call on Norland to", "my congratulations to you", "Norland supports Sudland".
func (r *rooms) performed(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if !spoken(o.Type) || len(o.Recipients) == 0 {
		return false
	}
	if o.nominal && d.Tokens[i].UPOS == "NOUN" {
		p := d.Child(i, "nmod:poss")
		return o.Type == dateline.Support && p >= 0 && (d.Tokens[p].Lemma == "my" || d.Tokens[p].Lemma == "our" || d.Tokens[p].Lemma == "I" || d.Tokens[p].Lemma == "we")
	}
	s := d.Child(i, "nsubj")
	if h := d.Tokens[i].Head; s < 0 && h >= 0 && d.Tokens[i].XPOS == "VB" && lang.RelIs(d.Tokens[i].Rel, "xcomp") && wishes[d.Tokens[h].Lemma] {
		s = d.Child(h, "nsubj") // "I would like to thank Norland"
		return s >= 0 && (d.Tokens[s].Lemma == "we" || d.Tokens[s].Lemma == "I") && d.Child(h, "aux:pass") < 0
	}
	if s < 0 {
		return false
	}
	speaks := d.Tokens[s].Lemma == "we" || d.Tokens[s].Lemma == "I"
	switch x := d.Tokens[i].XPOS; {
	case x == "VBP":
		return speaks
	case x == "VBZ": // "Norland very much supports": a minister speaks for it
		a := r.words.Source(i)
		if o.Type != dateline.Support || a == nil || a.Speaker < 0 || len(o.sides) != 1 {
			return false
		}
		side := &r.actors.Entities[o.sides[0]]
		return slices.ContainsFunc(r.actors.Mentions[a.Speaker].Entities, func(e int) bool { return side.State != "" && r.actors.Entities[e].State == side.State })
	case d.Tokens[i].UPOS == "ADJ":
		c := d.Child(i, "cop")
		return speaks && c >= 0 && d.Tokens[c].XPOS == "VBP"
	}
	return false
}

// wishes are verbs by which somebody says politely what he does: "I want to thank".
var wishes = wordSet("like want wish")

// onlyTheWay events are journeys that are told for the conference at their end:
// "travelled to Oslo to attend the summit" is one event.
func (r *rooms) onlyTheWay(found []*occurrence, o *occurrence) bool {
	if o.Type != dateline.Consult || o.Mode != "visit" || slices.ContainsFunc(o.all, func(t told) bool { return !goes[r.doc.Tokens[t.mention.Trigger].Lemma] }) {
		return false
	}
	return slices.ContainsFunc(found, func(m *occurrence) bool {
		return m.Mode == "multilateral" && m.sentence == o.sentence && placesAgree(o.Place, m.Place) && slices.ContainsFunc(o.sides, func(e int) bool { return slices.Contains(m.sides, e) })
	})
}

// goes are verbs and nouns of going, which do not say that anybody is visited.
var goes = map[string]bool{"travel": true, "go": true, "fly": true, "head": true, "arrive": true, "come": true, "depart": true, "leave": true, "journey": true}

// politicalRecipient reports whether a political person or body, not only the state in
// whose land it was done, bore an event of which nobody is told to have done it.
func (r *rooms) politicalRecipient(o *occurrence) bool {
	return slices.ContainsFunc(o.entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Political && (x.Kind == who.Person || x.Kind == who.Org)
	})
}

// oneOf reports a noun with an indefinite article, which brings something new.
func (r *rooms) oneOf(n int) bool {
	c := r.doc.Child(n, "det")
	return c >= 0 && r.doc.Tokens[c].Lemma == "a"
}
