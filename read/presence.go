package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/what"
	"dateline/who"
)

// present finds the visits that are told by nothing but where somebody is: "The minister
// is in Lima for talks", "will be in Oslo on Monday". Who is abroad for his state visits.
func (r *rooms) present() {
	d := r.doc
	for i := range d.Tokens {
		cop, in := d.Child(i, "cop"), d.Child(i, "case")
		if cop < 0 || in < 0 || cop > in || d.Tokens[cop].Lemma != "be" || d.Tokens[in].Lemma != "in" && d.Tokens[in].Lemma != "at" {
			continue
		}
		place := r.places.At(i)
		if place == nil || place.Place.State == "" || d.Child(i, "advmod", "det") >= 0 && negated(d, i) {
			continue
		}
		s := d.Child(i, "nsubj")
		if lang.RelIs(d.Tokens[i].Rel, "acl:relcl") && s >= 0 && d.Tokens[s].XPOS == "WP" {
			s = d.Tokens[i].Head // "Lind, who is in Lima for a conference"
		}
		if k := r.personAt(s); k >= 0 && r.abroad(k, place.Place.State) {
			r.found = append(r.found, what.Mention{
				Type: dateline.Consult, Mode: "visit", CAMEO: "042", Trigger: i, TriggerFirst: cop, TriggerLast: i + 1,
				Actors: []int{k}, PlaceHead: i, Clause: i, Light: -1, Tensed: true, Rule: presenceRule,
				Status: r.stayStatus(i, cop),
			})
		}
	}
}

// stayStatus is how a stay stands by the words of its clause.
func (r *rooms) stayStatus(i, cop int) dateline.Status {
	aux := r.doc.Child(i, "aux")
	switch {
	case aux < 0 && r.doc.Tokens[cop].XPOS == "VBD":
		return dateline.Happened
	case aux < 0:
		return dateline.Ongoing
	}
	switch r.doc.Tokens[aux].Lemma {
	case "will", "shall":
		return dateline.Planned
	case "have":
		return dateline.Happened
	}
	return dateline.Possible
}

// negated reports whether a predicate is denied.
func negated(d *lang.Doc, i int) bool {
	return slices.ContainsFunc(d.Children(i), func(c int32) bool {
		switch d.Tokens[c].Lemma {
		case "not", "n't", "never", "no":
			return true
		}
		return false
	})
}

// personAt is the mention of one political person with a token at its head, or -1.
func (r *rooms) personAt(i int) int {
	if i < 0 {
		return -1
	}
	return slices.IndexFunc(r.actors.Mentions, func(m who.Mention) bool {
		if m.Head != i && !(m.First <= i && i < m.Last) || len(m.Entities) != 1 {
			return false
		}
		x := &r.actors.Entities[m.Entities[0]]
		return x.Kind == who.Person && !x.Plural && x.Political && x.State != ""
	})
}

// abroad reports whether a person acts for another state than that of a place.
func (r *rooms) abroad(mention int, state string) bool {
	return r.actors.Entities[r.actors.Mentions[mention].Entities[0]].State != state
}

// here dates the stay of somebody who is somewhere as the article is written.
func (r *rooms) here(t *told) {
	if t.mention.Rule != presenceRule || t.When != nil || t.Status != dateline.Ongoing || !r.article.Date.Known() {
		return
	}
	t.When = upTo(r.article.Date)
	t.step("there as it is written: two days before the article's date to its date")
}

// presenceRule stands for a row of the tables in what is told of presence.
const presenceRule = "read/presence.go"

// stopover gives a journey through no state in particular the place at which it is said
// to begin or go on: "begins his tour of Europe in Prague".
func (r *rooms) stopover(t *told) {
	if t.Mode != "visit" || !t.nominal || t.mention.Light < 0 || t.Place != nil && t.Place.State != "" {
		return
	}
	d := r.doc
	for i := t.mention.Light + 1; i < d.Sentences[t.sentence].Last; i++ {
		m := r.places.At(i)
		if m == nil || m.Place.State == "" || !d.Dominates(t.mention.Light, i) {
			continue
		}
		k := d.Child(i, "case")
		if k < 0 || d.Tokens[k].Lemma != "in" && d.Tokens[k].Lemma != "at" && d.Tokens[k].Lemma != "with" {
			continue
		}
		switch up := &d.Tokens[d.Tokens[i].Head]; {
		case d.Tokens[i].Head == t.mention.Trigger, d.Tokens[i].Head == t.mention.Light:
		case (up.Lemma == "begin" || up.Lemma == "start" || up.Lemma == "continue" || up.Lemma == "end") && d.Dominates(t.mention.Light, d.Tokens[i].Head):
		default:
			continue
		}
		p := m.Place
		if !slices.ContainsFunc(t.sides, func(e int) bool { return r.actors.Entities[e].State == p.State }) {
			t.Place = &p
			t.step("place %s: where the journey is", p.Name)
			return
		}
	}
}
