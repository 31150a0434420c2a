package read

import (
	"slices"

	"dateline"
	"dateline/when"
	"dateline/who"
)

// hosts gives the people whom somebody meets abroad, and of whom only the words
// around told a state, that of the place: "In Lima, the Norwegian minister will meet
// with Foreign Minister Ana Rojas".
func (r *rooms) hosts() {
	for i := range r.found {
		m := &r.found[i]
		if m.Type != dateline.Consult || m.Mode == "visit" || m.Mode == "call" {
			continue
		}
		p, _ := r.places.Of(m.Trigger, m.Clause)
		if p == nil || r.facts.State(p.State) == nil {
			continue
		}
		var people []int
		for _, k := range slices.Concat(m.Actors, m.Recipients) {
			people = append(people, r.actors.Mentions[k].Entities...)
		}
		known := slices.IndexFunc(people, func(e int) bool {
			x := &r.actors.Entities[e]
			return x.Kind == who.Person && x.Political && !r.actors.Guessed(e)
		})
		if known < 0 || slices.ContainsFunc(people, func(e int) bool { return r.actors.Entities[e].State == p.State }) {
			continue
		}
		for _, e := range people {
			if x := &r.actors.Entities[e]; r.actors.Guessed(e) && x.State == r.actors.Entities[people[known]].State {
				r.actors.Settle(e, p.State, "met in "+p.Name+" by a visitor")
			}
		}
	}
}

// hostsOnVisit gives somebody of guessed state whom a visitor may meet "during her visit" the
// state in which the text has her meet others.
func (r *rooms) hostsOnVisit() {
	for i := range r.found {
		m := &r.found[i]
		both := slices.Concat(m.Actors, m.Recipients)
		if m.Type != dateline.Consult || m.Mode != "meet" || len(both) != 1 || len(r.actors.Mentions[both[0]].Entities) != 1 {
			continue
		}
		e := r.actors.Mentions[both[0]].Entities[0]
		if x := &r.actors.Entities[e]; x.Kind != who.Person || x.Plural || !r.actors.Guessed(e) {
			continue
		}
		for _, v := range r.found {
			if v.Type != dateline.Consult || v.Mode != "visit" || len(v.Actors) != 1 || r.doc.Tokens[v.Trigger].Sent != r.doc.Tokens[m.Trigger].Sent {
				continue
			}
			if state := r.metAbroad(r.actors.Mentions[v.Actors[0]].Entities); state != "" {
				r.actors.Settle(e, state, "met by a visitor")
			}
		}
	}
}

// metAbroad is the state other than their own in which a text has visitors meet somebody, or "".
func (r *rooms) metAbroad(visitors []int) string {
	if len(visitors) != 1 {
		return ""
	}
	for _, m := range r.found {
		if m.Type != dateline.Consult || m.Mode != "meet" || !slices.ContainsFunc(m.Actors, func(k int) bool { return slices.Equal(r.actors.Mentions[k].Entities, visitors) }) {
			continue
		}
		if p, _ := r.places.Of(m.Trigger, m.Clause); p != nil && r.facts.State(p.State) != nil && p.State != r.actors.Entities[visitors[0]].State {
			return p.State
		}
	}
	return ""
}

// firstVisitors tells who the traveller is of whom only a kind is told beside him: "Lind
// held talks in Lima, the first visit by a Norwegian leader since 2019".
func (r *rooms) firstVisitors() {
	d := r.doc
	r.kinds = map[int]int{}
	for i := range r.found {
		m := &r.found[i]
		if m.Type != dateline.Consult || m.Mode != "visit" || d.Tokens[m.Trigger].UPOS != "NOUN" || len(m.Actors) != 1 || !r.rankedNoun(m.Trigger) {
			continue
		}
		kind := &r.actors.Mentions[m.Actors[0]]
		if c := d.Child(kind.Head, "det"); c < 0 || d.Tokens[c].Lemma != "a" || len(kind.Entities) != 1 {
			continue
		}
		state := r.actors.Entities[kind.Entities[0]].State
		s := d.Child(d.Sentences[d.Tokens[m.Trigger].Sent].Root, "nsubj")
		if s < 0 || state == "" {
			continue
		}
		for k := range r.actors.Mentions {
			o := &r.actors.Mentions[k]
			if o.Head != s || len(o.Entities) != 1 {
				continue
			}
			if x := &r.actors.Entities[o.Entities[0]]; x.Kind == who.Person && !x.Plural && x.State == state {
				r.kinds[m.Trigger] = m.Actors[0]
				m.Actors = []int{k}
				break
			}
		}
	}
}

// rankedNoun reports whether a noun is counted: "the first visit".
func (r *rooms) rankedNoun(i int) bool {
	for _, c := range r.doc.Children(i) {
		if ranked(r.doc, int(c)) {
			return true
		}
	}
	return false
}

// stay lengthens a visit that begins on a day by what it is said to last: "arrived on
// Monday for a three-day visit".
func (r *rooms) stay(t *told) {
	d := r.doc
	if t.Mode != "visit" || t.nominal || !t.dated || t.When.Days() != 1 {
		return
	}
	for _, c := range d.Children(t.mention.Trigger) {
		k := d.Child(int(c), "case")
		if int(c) < t.mention.Trigger || k < 0 || d.Tokens[k].Lemma != "for" && d.Tokens[k].Lemma != "on" {
			continue
		}
		if n := r.times.Lasts(int(c)); n > 1 {
			w := *t.When
			w.Latest += dateline.Day(n - 1)
			w.EDTF = when.Interval(w.Span)
			t.When = &w
			t.step("for %d days", n)
			return
		}
	}
}
