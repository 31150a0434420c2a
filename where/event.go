package where

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
)

// faraway is the cost at which a place is no longer that of an event.
const faraway = 3.1

// Of gives the place of the event whose trigger is a token and whose clause
// hangs on another (or -1), by the tree, or nil; and why.
//
// Every place of the sentence climbs from its preposition to the word that it
// shares with the trigger, and from there down to the trigger; each link costs
// what it makes less likely. The cheapest wins, and of equals the more exact.
func (l *Layer) Of(trigger, clause int) (*dateline.Place, []string) {
	return l.within(faraway, trigger, clause)
}

// Near is Of for what is only said: the place must hang on the saying itself, or
// on the sides of it, and not on what is spoken of.
func (l *Layer) Near(trigger, clause int) (*dateline.Place, []string) {
	return l.within(2.6, trigger, clause)
}

// Alone is the place of an act by hands where the sentence puts no other place:
// it may stand further off.
func (l *Layer) Alone(trigger int) (*dateline.Place, []string) {
	const far = 4.8
	if trigger < 0 || trigger >= len(l.doc.Tokens) {
		return nil, nil
	}
	sent := l.doc.Sentences[l.doc.Tokens[trigger].Sent]
	state, put := "", 0
	for k := range l.Mentions {
		m := &l.Mentions[k]
		if m.First < sent.First || m.First >= sent.Last || m.Kind == "state" && !l.ground(m) {
			continue
		}
		if m.Kind == "continent" || m.Place.State == "" || put > 0 && m.Place.State != state {
			return nil, nil
		}
		state, put = m.Place.State, put+1
	}
	if put == 0 {
		return nil, nil
	}
	return l.within(far, trigger, -1)
}

// ground reports whether a state stands under a word that can make it a place:
// "the envoy for Peru", "tariffs on Peru" do not.
func (l *Layer) ground(m *Mention) bool {
	cs := l.preposition(m.Head, m)
	if cs < 0 {
		return false
	}
	switch l.doc.Tokens[cs].Lemma {
	case "for", "with", "between", "by", "about", "on", "like", "as":
		return false
	}
	return true
}

// within is the place nearest to the trigger or its clause, if it costs no more than
// the limit.
func (l *Layer) within(limit float64, trigger, clause int) (*dateline.Place, []string) {
	if trigger < 0 || trigger >= len(l.doc.Tokens) {
		return nil, nil
	}
	best, cost := l.cheapest(trigger)
	if clause >= 0 && clause != trigger && clause < len(l.doc.Tokens) {
		if b, c := l.cheapest(clause); b >= 0 && c+0.4 < cost {
			best, cost = b, c+0.4
		}
	}
	if b := l.whereabouts(trigger); b >= 0 && cost > 1.1 && !l.coming(trigger) {
		best, cost = b, 1.1
	}
	if best < 0 || cost > limit {
		return nil, nil
	}
	p := l.Mentions[best].Place
	return &p, []string{fmt.Sprintf("place %q is %.1f from %q", p.Name, cost, l.doc.Tokens[trigger].Form)}
}

// whereabouts is the place that a clause with "where" is about: "flew to Ruritz, where
// she met Lind"; or -1.
func (l *Layer) whereabouts(trigger int) int {
	for v := trigger; v >= 0; v = l.doc.Tokens[v].Head {
		for _, c := range l.doc.Children(v) {
			if strings.ToLower(l.doc.Tokens[c].Form) != "where" || int(c) > trigger || c < 2 {
				continue
			}
			end := int(c)
			if l.doc.Tokens[end-1].Form == "," {
				end--
			}
			k := slices.IndexFunc(l.Mentions, func(m Mention) bool { return m.Last == end && m.Kind != "continent" })
			if k > 0 && l.Mentions[k-1].Last == l.Mentions[k].First-1 && l.doc.Tokens[l.Mentions[k].First-1].Form == "," && exactness(l.Mentions[k].Kind) < exactness(l.Mentions[k-1].Kind) {
				k-- // "Ruritz, Austria, where"
			}
			return k
		}
		switch rel := l.doc.Tokens[v].Rel; {
		case lang.RelIs(rel, "acl"), rel == "ccomp", rel == "parataxis", lang.RelIs(rel, "advcl"):
			return -1
		}
	}
	return -1
}

// cheapest is the place of the trigger's sentence that is nearest to it, or -1, and
// what the way to it costs.
func (l *Layer) cheapest(trigger int) (best int, cost float64) {
	best, cost = -1, 99
	sent := l.doc.Sentences[l.doc.Tokens[trigger].Sent]
	lo, _ := slices.BinarySearchFunc(l.Mentions, sent.First, func(m Mention, t int) int { return m.First - t })
	for k := lo; k < len(l.Mentions) && l.Mentions[k].First < sent.Last; k++ {
		c := l.distance(&l.Mentions[k], trigger) - 0.1*exactness(l.Mentions[k].Kind)
		if c < cost {
			best, cost = k, c
		}
	}
	return best, cost
}

// exactness prefers a site to its town, and a town to its state.
func exactness(kind string) float64 {
	switch kind {
	case "site":
		return 3
	case "city":
		return 2
	case "region", "sea":
		return 1
	}
	return 0
}

// distance is the cost of the way from a place to a trigger.
func (l *Layer) distance(m *Mention, trigger int) float64 {
	at, cost, ok := l.footing(m, trigger)
	if !ok {
		return 99
	}
	for at != trigger && !l.doc.Dominates(at, trigger) {
		up := l.doc.Tokens[at].Head
		if up < 0 {
			return 99
		}
		cost += l.climb(at, up, trigger)
		at = up
		if cost > faraway+1 {
			return cost
		}
	}
	return cost + l.descend(at, trigger)
}
