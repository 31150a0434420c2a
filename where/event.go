package where

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
)

// locatives are the prepositions by which a place hangs on what happens there.
var locatives = strings.Fields("in at near outside inside off around across along over within on between throughout aboard")

// climb is how many clauses up the place of an event is looked for.
const climb = 3

// Of gives the place of the event whose trigger is a token: a place that hangs
// on the trigger, on the verb over an event noun, on the clause, or on the
// clause above as long as that tells no speech. Nil if none does, with reasons.
func (l *Layer) Of(trigger, clause int) (*dateline.Place, []string) {
	for step, h := 0, trigger; h >= 0 && step <= climb; step++ {
		if m := l.under(h, trigger); m != nil {
			p := m.Place
			return &p, []string{fmt.Sprintf("place: %q hangs on %q", l.doc.Words(m.First, m.Last), l.doc.Tokens[h].Form)}
		}
		if h != clause && step == 0 && clause >= 0 && l.doc.Dominates(clause, trigger) {
			if m := l.under(clause, trigger); m != nil {
				p := m.Place
				return &p, []string{fmt.Sprintf("place: %q hangs on the clause of %q", l.doc.Words(m.First, m.Last), l.doc.Tokens[clause].Form)}
			}
		}
		if !l.passes(h) {
			break
		}
		h = l.doc.Tokens[h].Head
	}
	return nil, nil
}

// passes reports whether what holds of the head's place holds of h too.
func (l *Layer) passes(h int) bool {
	switch rel := l.doc.Tokens[h].Rel; {
	case rel == "obj", rel == "xcomp", rel == "conj", lang.RelIs(rel, "nsubj"), rel == "compound", rel == "amod":
		return true
	case rel == "advcl", rel == "obl", lang.RelIs(rel, "acl"), rel == "nmod":
		cs := l.doc.Child(h, "case", "mark")
		return cs < 0 || slices.Contains([]string{"during", "for", "to", "with", "at", "in"}, l.doc.Tokens[cs].Lemma)
	}
	return false
}

// under finds the place that hangs on a token, the most exact and nearest one.
func (l *Layer) under(h, trigger int) *Mention {
	var best *Mention
	for _, c := range l.doc.Children(h) {
		m := l.locative(int(c))
		if m == nil {
			continue
		}
		if best == nil || rank(m) > rank(best) || rank(m) == rank(best) && abs(m.Head-trigger) < abs(best.Head-trigger) {
			best = m
		}
	}
	return best
}

// locative gives the place that a dependent names by its preposition: "in Oslo",
// "at the palace in Oslo", "in the capital, Oslo".
func (l *Layer) locative(c int) *Mention {
	rel := l.doc.Tokens[c].Rel
	if !lang.RelIs(rel, "obl") && !lang.RelIs(rel, "nmod") || rel == "nmod:poss" {
		return nil
	}
	cs := l.doc.Child(c, "case")
	if cs < 0 || !slices.Contains(locatives, l.doc.Tokens[cs].Lemma) {
		return nil
	}
	if m := l.At(c); m != nil {
		return m
	}
	// "in the Chilean capital, Santiago", "at a hotel in Santiago".
	for _, g := range l.doc.Children(c) {
		switch t := &l.doc.Tokens[g]; {
		case t.Rel == "appos", t.Rel == "compound", t.Rel == "nmod:desc", t.Rel == "flat":
			if m := l.At(int(g)); m != nil {
				return m
			}
		case lang.RelIs(t.Rel, "nmod") && t.Rel != "nmod:poss":
			if p := l.doc.Child(int(g), "case"); p >= 0 && (l.doc.Tokens[p].Lemma == "of" || slices.Contains(locatives, l.doc.Tokens[p].Lemma)) {
				if m := l.At(int(g)); m != nil {
					return m
				}
			}
		}
	}
	return nil
}

// rank prefers sites to cities to states.
func rank(m *Mention) int {
	switch m.Kind {
	case "site":
		return 2
	case "city":
		return 2
	}
	return 1
}

func abs(n int) int { return max(n, -n) }
