package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// sayingOnly are turns of speech that do nothing to anybody: "let me say", "thank you
// all", "our commitment to supporting", "he said the army must".
func (r *rooms) sayingOnly(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	lemma := d.Tokens[i].Lemma
	if o.Type == dateline.Sanction && (lemma == "designate" || lemma == "designation") {
		return len(o.Recipients) == 0 || r.ownPeople(o) // "the area designated by", "the designation of a delegation"
	}
	if lemma == "deal" && o.nominal {
		if c := d.Child(i, "amod"); c >= 0 && (d.Tokens[c].Lemma == "great" || d.Tokens[c].Lemma == "good") {
			return true // "has done a great deal"
		}
	}
	if o.nominal {
		return o.Type == dateline.Agree && r.bargaining(&o.told) // the talks are told
	}
	switch o.Type {
	case dateline.Agree:
		return o.Status == dateline.Ongoing && !o.dated && lemma == "negotiate"
	case dateline.Concede:
		return lemma == "let" && d.Tokens[i].XPOS == "VB" && i+1 < len(d.Tokens) && (d.Tokens[i+1].Form == "me" || d.Tokens[i+1].Form == "us")
	case dateline.Accuse:
		return lemma == "examine" && len(o.Recipients) == 0 // "examined the proposals"
	case dateline.Support, dateline.Aid, dateline.Cooperate:
		if o.Type == dateline.Support && len(o.Recipients) == 0 && (lemma == "thank" || lemma == "welcome") {
			s := d.Child(i, "nsubj")
			return s < 0 || d.Tokens[s].Lemma == "I" || d.Tokens[s].Lemma == "we" // a host's or guest's politeness
		}
		return !o.dated && r.committed(i)
	case dateline.Request:
		return plainSaying[lemma] && r.ownPeople(o)
	}
	return false
}

// refusedTwice reports a refusal that is told only by saying that somebody will not come
// ("Lind will not attend the summit, her office said"), where the summit stands as what is
// not to be.
func (r *rooms) refusedTwice(found []*occurrence, o *occurrence) bool {
	if o.Type != dateline.Reject || o.nominal || !plainSaying[r.doc.Tokens[o.mention.Trigger].Lemma] {
		return false
	}
	return slices.ContainsFunc(found, func(c *occurrence) bool {
		return c.Type == dateline.Consult && c.Status == dateline.Not && c.sentence == o.sentence
	})
}

// committed reports whether a verb is what somebody's commitment is to.
func (r *rooms) committed(i int) bool {
	t := &r.doc.Tokens[i]
	if t.XPOS != "VBG" || t.Head < 0 {
		return false
	}
	switch r.doc.Tokens[t.Head].Lemma {
	case "commitment", "commit", "committed", "dedication", "dedicated", "dedicate":
		return true
	}
	return false
}

// plainSaying are verbs that make a demand only by what is said to be needed.
var plainSaying = wordSet("say stress note add state emphasize emphasise underline remark point")

// ownPeople reports whether an office-holder speaks of nobody but his own state and
// its forces and bodies.
func (r *rooms) ownPeople(o *occurrence) bool {
	if len(o.Recipients) == 0 || !slices.ContainsFunc(o.sides, func(e int) bool { x := &r.actors.Entities[e]; return x.Kind == who.Person && x.Office != "" }) {
		return false
	}
	for _, a := range o.Recipients {
		if a.State == "" || !r.home(o.sides, a.State) {
			return false
		}
	}
	return true
}

// attended folds "the meeting was attended by the ministers" into the meeting told
// before, to which it adds who took part.
func (r *rooms) attended(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool {
		if o.Type != dateline.Consult || o.nominal || len(o.all) > 1 || r.doc.Tokens[o.mention.Trigger].Lemma != "attend" {
			return false
		}
		s := r.doc.Child(o.mention.Trigger, "nsubj:pass")
		if s < 0 || !r.definite(s) || r.doc.Tokens[s].Lemma != "meeting" && r.doc.Tokens[s].Lemma != "talk" {
			return false
		}
		var of *occurrence
		for _, m := range found {
			if m != o && m.Type == dateline.Consult && (m.Mode == "meet" || m.Mode == "multilateral") && m.mention.Trigger < s && statusesAgree(m.Status, o.Status) &&
				(of == nil || m.mention.Trigger > of.mention.Trigger) {
				of = m
			}
		}
		if of == nil || o.sentence-of.sentence > near {
			return false
		}
		of.addParticipants(&o.told)
		for _, a := range o.Actors { // colleagues of one state, too
			if strings.HasPrefix(a.ID, "p:") && !slices.ContainsFunc(slices.Concat(of.Actors, of.Recipients), func(b dateline.Actor) bool { return a.ID == b.ID }) {
				of.Actors = append(of.Actors, a)
			}
		}
		of.step("attended, too: %q", o.Trigger)
		return true
	})
}

// listedParticipants adds to the meeting told before whom a sentence lists: "The participants
// included the presidents of Norland and Sudland."
func (r *rooms) listedParticipants(found []*occurrence) {
	d := r.doc
	for i := range d.Tokens {
		w := &d.Tokens[i]
		if w.Lemma != "include" || w.UPOS != "VERB" {
			continue
		}
		s, list := d.Child(i, "nsubj"), d.Child(i, "obj")
		if s < 0 || list < 0 || d.Tokens[s].Lemma != "participant" && d.Tokens[s].Lemma != "attendee" || d.Child(s, "nmod") >= 0 {
			continue
		}
		var of *occurrence
		for _, m := range found {
			if m.Type == dateline.Consult && (m.Mode == "meet" || m.Mode == "multilateral") && m.mention.Trigger < s && (of == nil || m.mention.Trigger < of.mention.Trigger) {
				of = m // what the text is about
			}
		}
		if of == nil {
			continue
		}
		all := []int{list}
		for _, c := range d.Children(list) {
			if lang.RelIs(d.Tokens[c].Rel, "conj") {
				all = append(all, int(c))
			}
		}
		for _, h := range all {
			for _, e := range r.actors.Resolve(h) {
				x := r.actors.Actor(e)
				if !slices.ContainsFunc(of.Actors, func(a dateline.Actor) bool { return a.ID == x.ID && a.Name == x.Name }) {
					of.Actors = append(of.Actors, x)
					of.entities = append(of.entities, e)
				}
			}
		}
		of.step("the participants are listed")
	}
}

// near is how many sentences back "the meeting" may reach.
const near = 4

// listed are the goals of a journey that stand in one list, from the first on: what a
// tree joins to them from further on is none.
func (r *rooms) listed(goals []int) []int {
	for i := 1; i < len(goals); i++ {
		a, b := &r.actors.Mentions[goals[i-1]], &r.actors.Mentions[goals[i]]
		for k := a.Last; k < b.First; k++ {
			switch w := &r.doc.Tokens[k]; {
			case w.UPOS == "VERB", w.UPOS == "NUM", w.UPOS == "NOUN", lang.RelIs(w.Rel, "mark"):
				return goals[:i]
			}
		}
	}
	return goals
}
