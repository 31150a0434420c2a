package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/what"
	"dateline/who"
)

// general reports whether the words of an event tell of no one deed: of deeds of a kind,
// of what is so in general, of what some rule allows.
func (r *rooms) general(o *occurrence) bool {
	return r.ofKind(o) || r.byAll(o) || r.onlyMay(o) || r.further(o) || r.subject(o) || r.byMeasure(o) || r.process(o) || r.backing(o) || r.habitual(o) || r.opposing(o) || r.byWord(o) || r.supposed(o) || r.interview(o) || r.standing(o) || r.onDuty(o) || r.permitted(o) || r.lawlike(o) || r.aidFor(o) || r.menace(o) || r.metWith(o) || r.always(o) || r.business(o) || r.mereConcern(o) || r.inOffice(o) || r.emphasized(o)
}

// anybody are words for whoever it may be.
var anybody = wordSet("people person individual those one anyone anybody someone somebody everyone everybody whoever citizen resident official")

// ofKind reports whether an event is told of no one in particular: "people who had been
// accused of crimes", "for a candidate to win the nomination". Such words describe a kind
// of people or say what it takes.
func (r *rooms) ofKind(o *occurrence) bool {
	if o.dated || o.nominal || len(o.all) > 1 {
		return false
	}
	d := r.doc
	i := o.mention.Trigger
	if m := d.Child(i, "mark"); m >= 0 && d.Tokens[i].XPOS == "VB" {
		s := d.Child(i, "nsubj", "nsubj:pass")
		for _, c := range d.Children(i) {
			if d.Tokens[c].Lemma == "for" && lang.RelIs(d.Tokens[c].Rel, "mark") && s >= 0 && r.indefinite(s) {
				return true
			}
		}
	}
	if h := d.Tokens[i].Head; h >= 0 && d.Tokens[i].XPOS == "VB" && lang.RelIs(d.Tokens[i].Rel, "acl") && r.indefinite(h) && r.prepositionBefore(h) == "for" {
		return true
	}
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	if !lang.RelIs(d.Tokens[i].Rel, "acl") || h < 0 || !anybody[d.Tokens[h].Lemma] || d.Tokens[i].XPOS == "VB" {
		return false
	}
	if c := d.Child(h, "det", "nummod", "nmod:poss"); c >= 0 && d.Tokens[c].Lemma != "any" && d.Tokens[c].Lemma != "all" && d.Tokens[c].Lemma != "every" || r.actors.At(h) != nil && d.Tokens[h].Lemma == "official" {
		return false
	}
	return d.Tokens[h].Lemma != "people" || d.Child(h, "amod", "compound", "nmod") < 0
}

// indefinite reports a noun that names nobody: "a candidate", "any official".
func (r *rooms) indefinite(i int) bool {
	c := r.doc.Child(i, "det")
	return c >= 0 && (r.doc.Tokens[c].Lemma == "a" || r.doc.Tokens[c].Lemma == "any")
}

// backing reports whether an event is but the support that somebody is said to have:
// "the rebels, backed by Norland", "is supported by the workers' party". It tells how
// things stand.
func (r *rooms) backing(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.Type != dateline.Support || o.dated || o.nominal || d.Tokens[i].XPOS != "VBN" || len(o.all) > 1 {
		return false
	}
	switch d.Tokens[i].Lemma {
	case "back", "support", "aid", "assist":
	default:
		return false
	}
	a := d.Child(i, "aux:pass", "aux")
	return a < 0 && d.Child(i, "obj") < 0 || a >= 0 && (d.Tokens[a].XPOS == "VBZ" || d.Tokens[a].XPOS == "VBP") && d.Tokens[a].Lemma == "be"
}

// byAll reports whether those who act are all of a kind: "when countries put measures in
// place", "it is vital that all states join".
func (r *rooms) byAll(o *occurrence) bool {
	if o.dated || len(o.all) > 1 || len(o.Actors) == 0 || o.Type == dateline.Protest || o.Type == dateline.Assault {
		return false
	}
	d := r.doc
	heads := r.groups(o.mention.Actors, o.mention.ActorHeads)
	return len(heads) > 0 && !slices.ContainsFunc(heads, func(h int) bool {
		w := &d.Tokens[h]
		if w.XPOS != "NNS" && w.XPOS != "NNPS" || !kinds[strings.ToLower(w.Lemma)] {
			return true
		}
		return slices.ContainsFunc(d.Children(h), func(c int32) bool {
			k := &d.Tokens[c]
			switch {
			case k.Rel == "det":
				return k.Lemma != "all" && k.Lemma != "any" && k.Lemma != "every"
			case lang.RelIs(k.Rel, "amod"), k.Rel == "compound", lang.RelIs(k.Rel, "nummod"), lang.RelIs(k.Rel, "nmod"), lang.RelIs(k.Rel, "acl"), lang.RelIs(k.Rel, "appos"):
				return true
			}
			return false
		})
	})
}

// kinds are nouns that, without anything beside them, stand for all of a kind.
var kinds = wordSet("country state nation government people citizen leader authority individual person")

// onlyMay reports what one body alone has the right to do: "only Congress may allocate
// funds".
func (r *rooms) onlyMay(o *occurrence) bool {
	d := r.doc
	s := d.Child(o.mention.Trigger, "nsubj")
	a := d.Child(o.mention.Trigger, "aux")
	if o.Status != dateline.Possible || s < 0 || a < 0 || d.Tokens[a].XPOS != "MD" {
		return false
	}
	first, _ := d.Subtree(s)
	return d.Tokens[first].Lemma == "only" || first > 0 && d.Tokens[first-1].Lemma == "only"
}

// further reports violence that is only thought of: "further aggression would be answered".
func (r *rooms) further(o *occurrence) bool {
	if o.Type != dateline.Assault || !o.nominal || o.dated || len(o.all) > 1 {
		return false
	}
	for _, c := range r.doc.Children(o.mention.Trigger) {
		switch r.doc.Tokens[c].Lemma {
		case "further", "future", "any", "potential", "possible", "renewed":
			return int(c) < o.mention.Trigger
		}
	}
	return false
}

// subject reports talks that a noun without article only names as what something is for:
// "areas for discussion", "a basis of dialogue".
func (r *rooms) subject(o *occurrence) bool {
	if o.Type != dateline.Consult || !o.nominal || o.dated || o.Place != nil || len(o.all) > 1 || o.mention.Light >= 0 {
		return false
	}
	d := r.doc
	w := &d.Tokens[o.mention.Trigger]
	if w.XPOS != "NN" || !lang.RelIs(w.Rel, "nmod") || w.Head < 0 || d.Tokens[w.Head].UPOS != "NOUN" || len(d.Children(o.mention.Trigger)) > 1 {
		return false
	}
	k := r.prepositionBefore(o.mention.Trigger)
	return k == "for" || k == "of" || k == "to"
}

// byMeasure reports that some thing allows somebody something: "the decree allows her to
// draw on the fund". That is what it is for, and no concession.
func (r *rooms) byMeasure(o *occurrence) bool {
	d := r.doc
	if o.Type != dateline.Concede || o.nominal {
		return false
	}
	switch d.Tokens[o.mention.Trigger].Lemma {
	case "allow", "permit", "let", "enable":
	default:
		return false
	}
	v := o.mention.Trigger
	s := d.Child(v, "nsubj")
	for up := 0; s < 0 && up < 2 && lang.RelIs(d.Tokens[v].Rel, "xcomp") && d.Tokens[v].Head >= 0; up++ {
		v = d.Tokens[v].Head
		s = d.Child(v, "nsubj")
	}
	if s < 0 || d.Tokens[s].UPOS != "NOUN" {
		return false
	}
	if c := d.Child(s, "nmod"); d.Tokens[s].Lemma == "state" && c > s && d.Tokens[c].Lemma == "emergency" {
		return true
	}
	return r.actors.At(s) == nil && things[d.Tokens[s].Lemma]
}

// things are what rules stand in.
var things = wordSet("law bill act decree order measure rule emergency treaty agreement deal plan policy programme program system license licence permit provision amendment decision ruling resolution scheme move step status constitution")

// process reports an act that is told of as a way of doing things: "the process of electing
// leaders", "a more representative way of choosing".
func (r *rooms) process(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	h := d.Tokens[i].Head
	if o.dated || len(o.all) > 1 || h < 0 {
		return false
	}
	if d.Tokens[i].Rel == "acl:relcl" && ways[d.Tokens[h].Lemma] { // "the way the assembly is elected"
		return true
	}
	if d.Tokens[i].XPOS != "VBG" {
		return false
	}
	k := d.Child(i, "mark", "case")
	return k >= 0 && d.Tokens[k].Lemma == "of" && ways[d.Tokens[h].Lemma]
}

// byWord reports what a noun of doing is for: "sanctions to isolate Norland", where the
// sanctions are the deed.
func (r *rooms) byWord(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	h := d.Tokens[i].Head
	if o.dated || o.nominal || len(o.all) > 1 || o.Status != dateline.Possible || h < 0 || d.Tokens[i].XPOS != "VB" || !lang.RelIs(d.Tokens[i].Rel, "acl") {
		return false
	}
	return slices.ContainsFunc(r.found, func(m what.Mention) bool { return m.Trigger == h && m.Type != dateline.Consult })
}

// supposed reports what a condition or a term supposes: "if parliament votes to impeach
// her", "until the army reverses course".
func (r *rooms) supposed(o *occurrence) bool {
	if o.dated || o.nominal || len(o.all) > 1 || o.Type == dateline.Threaten || o.Type == dateline.Consult {
		return false
	}
	d := r.doc
	for i, up := o.mention.Trigger, 0; i >= 0 && up < 4; i, up = d.Tokens[i].Head, up+1 {
		w := &d.Tokens[i]
		if m := d.Child(i, "mark"); m >= 0 && lang.RelIs(w.Rel, "advcl") {
			switch d.Tokens[m].Lemma {
			case "if", "unless":
				return o.Status == dateline.Possible || o.Status == dateline.Planned
			case "until", "till":
				return w.XPOS == "VBP" || w.XPOS == "VBZ" || w.XPOS == "VB"
			}
		}
		if !lang.RelIs(w.Rel, "xcomp") && !lang.RelIs(w.Rel, "conj") {
			return false
		}
	}
	return false
}

// interview reports that somebody speaks to a reporter, which a participle tells only to
// say where his words are from: "Speaking to Ana Berg of the Herald, he said".
func (r *rooms) interview(o *occurrence) bool {
	d := r.doc
	w := &d.Tokens[o.mention.Trigger]
	if o.Type != dateline.Consult || o.Mode == "visit" {
		return false
	}
	if r.article.Source != "" && slices.ContainsFunc(o.Actors, func(a dateline.Actor) bool { return a.State == "" && strings.EqualFold(a.Name, r.article.Source) }) {
		return true
	}
	political := 0
	for _, e := range o.entities {
		if r.actors.Entities[e].Political {
			political++
		}
	}
	return political < 2 && (w.Lemma == "speak" || w.Lemma == "talk") && w.XPOS == "VBG" && lang.RelIs(w.Rel, "advcl")
}

// onDuty reports that police or helpers come to where something has happened, which is no
// visit.
func (r *rooms) onDuty(o *occurrence) bool {
	if o.Type != dateline.Consult || o.Mode != "visit" || o.nominal || !goes[r.doc.Tokens[o.mention.Trigger].Lemma] && r.doc.Tokens[o.mention.Trigger].Lemma != "enter" {
		return false
	}
	heads := r.groups(o.mention.Actors, o.mention.ActorHeads)
	return len(heads) > 0 && !slices.ContainsFunc(heads, func(h int) bool { return !responders[strings.ToLower(r.doc.Tokens[h].Lemma)] })
}

var responders = wordSet("officer police policeman firefighter crew responder paramedic ambulance detective investigator rescuer team service suspect gunman man woman people resident")

// permitted reports what somebody has a right to do: "the president is entitled to
// dismiss a minister".
func (r *rooms) permitted(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.dated || len(o.all) > 1 || o.mention.Tensed {
		return false
	}
	if o.nominal {
		if c := d.Child(i, "det"); c < 0 || d.Tokens[c].Lemma != "a" && d.Tokens[c].Lemma != "any" || d.Tokens[i].Rel != "obj" {
			return false
		}
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	if h < 0 || !lang.RelIs(d.Tokens[i].Rel, "xcomp") || d.Tokens[i].XPOS != "VB" {
		return false
	}
	switch d.Tokens[h].Lemma {
	case "allow", "permit", "entitle", "empower":
		a := d.Child(h, "aux:pass")
		return a >= 0 && (d.Tokens[a].XPOS == "VBZ" || d.Tokens[a].XPOS == "VBP")
	}
	return false
}

// standing reports a process or programme of talks that is only named: "Iran's nuclear
// programme, the peace process".
func (r *rooms) standing(o *occurrence) bool {
	return o.Type == dateline.Consult && o.nominal && !o.dated && len(o.all) == 1 && o.mention.Light < 0 && len(o.entities) < 2 && r.doc.Tokens[o.mention.Trigger].Lemma == "process"
}

// habitual reports what somebody does as a rule: "traditionally, the king has received the
// winner".
func (r *rooms) habitual(o *occurrence) bool {
	if o.dated || len(o.all) > 1 {
		return false
	}
	d := r.doc
	for i, up := o.mention.Trigger, 0; i >= 0 && up < 5; i, up = d.Tokens[i].Head, up+1 {
		for _, c := range d.Children(i) {
			if w := &d.Tokens[c]; lang.RelIs(w.Rel, "advmod") && w.UPOS == "ADV" && usually[strings.ToLower(w.Form)] {
				return true
			}
		}
		if lang.RelIs(d.Tokens[i].Rel, "ccomp") || lang.RelIs(d.Tokens[i].Rel, "conj") {
			return false
		}
	}
	return false
}

var usually = wordSet("traditionally usually typically normally generally often always sometimes historically frequently routinely occasionally")

// opposing reports an attitude that a participle tells of its noun: "groups opposing the
// government's agenda". It tells how things stand.
func (r *rooms) opposing(o *occurrence) bool {
	w := &r.doc.Tokens[o.mention.Trigger]
	if o.dated || o.nominal || len(o.all) > 1 || w.XPOS != "VBG" || w.Rel != "acl" || papers[r.doc.Tokens[w.Head].Lemma] {
		return false
	}
	switch w.Lemma {
	case "oppose", "support", "back", "favor", "favour", "seek", "demand":
		return o.Type == dateline.Accuse || o.Type == dateline.Support || o.Type == dateline.Reject || o.Type == dateline.Request
	}
	return false
}

// papers speak for who issues them: "issued a declaration demanding".
var papers = wordSet("statement declaration letter resolution motion report petition note decree order communique appeal memorandum message document")

var ways = wordSet("process way method means system manner mode art practice task job right power")

// punished reports what somebody is punished or blamed for: "sanctions on officers for
// threatening Sudland". The content of a charge is no entry of its own.
func (r *rooms) punished(found []*occurrence, o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.dated || o.nominal || len(o.all) > 1 || d.Tokens[i].XPOS != "VBG" {
		return false
	}
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	k := d.Child(i, "mark", "case")
	if k < 0 || d.Tokens[k].Lemma != "for" || d.Tokens[i].XPOS != "VBG" {
		return false
	}
	return slices.ContainsFunc(found, func(p *occurrence) bool {
		if p == o || p.Type != dateline.Sanction && p.Type != dateline.Accuse && p.Type != dateline.Coerce {
			return false
		}
		return slices.ContainsFunc(p.all, func(t told) bool {
			return t.sentence == o.sentence && (d.Dominates(t.mention.Trigger, i) || t.mention.Light >= 0 && d.Dominates(t.mention.Light, i))
		})
	})
}

// apolitical reports what goes on between people none of whom is political.
func (r *rooms) apolitical(o *occurrence) bool {
	switch o.Type {
	case dateline.Assault:
		l := r.doc.Tokens[o.mention.Trigger].Lemma
		return (l == "hit" || l == "strike") && len(o.sides) > 0 && !r.politicalRecipient(o) && !slices.ContainsFunc(o.sides, func(e int) bool {
			x := &r.actors.Entities[e]
			return x.Kind != who.Org || x.Political || x.Armed
		}) // a plane that hits the ocean
	case dateline.Protest, dateline.Coerce, dateline.Office, dateline.Retreat:
		return false
	}
	if len(o.entities) == 0 {
		return false
	}
	return !slices.ContainsFunc(o.entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Political || x.State != "" && x.Kind != who.Person
	})
}
