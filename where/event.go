package where

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// locatives are the words that put an event at a place.
var locatives = strings.Fields("in at near outside inside off around across along within on throughout aboard above beside")

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

// footing finds the word that a place hangs on and whether it is put there as a
// place: by a locative, as a modifier ("the Ruritz talks"), or as the act's own
// frame has it.
func (l *Layer) footing(m *Mention, trigger int) (at int, cost float64, ok bool) {
	h := m.Head
	t := &l.doc.Tokens[h]
	for t.Head >= 0 && (t.Rel == "appos" || t.Rel == "conj" || lang.RelIs(t.Rel, "flat") || t.Rel == "nmod:desc") && l.byHead[t.Head] >= 0 {
		h, cost = t.Head, cost+0.3
		t = &l.doc.Tokens[h]
	}
	if t.Head < 0 {
		return 0, 0, false
	}
	gov := t.Head
	cs := l.preposition(h, m)
	if k := m.First - 1; cs < 0 && h == m.Head && k >= 0 && l.town(k, gov) { // "in the Danish capital Ruritz"
		h, t = k, &l.doc.Tokens[k]
		gov, cs = t.Head, l.doc.Child(k, "case")
	}
	switch {
	case t.Rel == "advmod":
		return gov, cost, true
	case t.Rel == "compound" || t.Rel == "amod":
		return gov, cost + 0.5, gov == trigger && (m.Kind == "city" || m.Kind == "site")
	case cs < 0:
		if (t.Rel == "obj" || lang.RelIs(t.Rel, "nsubj") && strings.Contains(t.Rel, "pass")) && l.framed(gov, "obj") {
			return gov, cost + l.aside(gov, trigger), true
		}
		return 0, 0, false
	case l.behind(h, m, cs):
		return gov, cost, lang.RelIs(t.Rel, "obl") || lang.RelIs(t.Rel, "nmod") || t.Rel == "advcl" || t.Rel == "appos"
	case l.framed(gov, strings.ToLower(l.doc.Tokens[cs].Form)):
		return gov, cost + l.aside(gov, trigger), true
	case l.doc.Tokens[cs].Lemma != "to" && l.movedBy(gov, strings.ToLower(l.doc.Tokens[cs].Form)) >= 0:
		up := l.movedBy(gov, strings.ToLower(l.doc.Tokens[cs].Form))
		return up, cost + l.aside(up, trigger), true
	case l.people(gov, cs) && l.doc.Tokens[gov].Head >= 0: // "war against the people of Ukraine"
		if c := l.doc.Child(gov, "case"); c >= 0 && l.framed(l.doc.Tokens[gov].Head, strings.ToLower(l.doc.Tokens[c].Form)) {
			up := l.doc.Tokens[gov].Head
			return up, cost + l.aside(up, trigger), true
		}
	}
	return 0, 0, false
}

// town reports whether token k is a noun for a town or region beside whose name the
// tree has hung on the same word, although the two are one phrase.
func (l *Layer) town(k, gov int) bool {
	t := &l.doc.Tokens[k]
	if t.UPOS != "NOUN" || t.Head < 0 || t.Head != gov {
		return false
	}
	row, ok := l.table.sites[strings.ToLower(t.Lemma)]
	return ok && row.small == "name"
}

// preposition is the one that a place stands under, or -1; trees may hang it on
// another word of the name.
func (l *Layer) preposition(h int, m *Mention) int {
	if cs := l.doc.Child(h, "case"); cs >= 0 || h != m.Head {
		return cs
	}
	for i := m.First; i < m.Last; i++ {
		if cs := l.doc.Child(i, "case"); cs >= 0 && cs < m.First {
			return cs
		}
	}
	return -1
}

// movedBy is the act whose object a noun is and whose frame takes the
// preposition behind it, or -1: "withdraws (all of) its troops from Ukraine".
func (l *Layer) movedBy(i int, under string) int {
	for lang.RelIs(l.doc.Tokens[i].Rel, "nmod") && l.doc.Tokens[i].Head >= 0 {
		if cs := l.doc.Child(i, "case"); cs < 0 || l.doc.Tokens[cs].Lemma != "of" {
			return -1
		}
		i = l.doc.Tokens[i].Head
		if l.framed(i, under) {
			return i // "the withdrawal of troops from Gaza"
		}
	}
	if up := l.doc.Tokens[i].Head; l.doc.Tokens[i].Rel == "obj" && up >= 0 && l.framed(up, under) {
		return up
	}
	return -1
}

// aside makes the place of another act than the trigger dear.
func (l *Layer) aside(gov, trigger int) float64 {
	switch {
	case gov == trigger:
		return 0
	case l.doc.Dominates(gov, trigger):
		return 0.5
	case l.table.travels[l.doc.Tokens[gov].Lemma]: // "met on a visit to Ruritz"
		return 0.3
	}
	return 3
}

func (l *Layer) people(i, cs int) bool {
	if l.doc.Tokens[cs].Lemma != "of" {
		return false
	}
	switch l.doc.Tokens[i].Lemma {
	case "people", "citizen", "civilian", "population":
		return true
	}
	return false
}

// behind reports whether a locative stands before a place; "on" only before
// what one can stand on.
func (l *Layer) behind(h int, m *Mention, cs int) bool {
	w := strings.ToLower(l.doc.Tokens[cs].Form)
	if w == "on" && (m.Kind == "state" || (m.Kind == "region" || m.Kind == "city") && !standable(m.Place.Name)) {
		return false // "action on Ruritz"
	}
	if slices.Contains(locatives, w) {
		return true
	}
	f, last := l.doc.Subtree(cs)
	return last-f > 1 && (w == "close" || w == "next" || w == "outside") && h > cs
}

// standable reports whether a place's name says that one can be "on" it.
func standable(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		switch w {
		case "island", "islands", "isle", "peninsula", "heights", "mount", "mountain", "hill", "bank", "reef", "atoll", "plateau", "coast", "border":
			return true
		}
	}
	return false
}

// framed reports whether an act has its place under a word.
func (l *Layer) framed(i int, under string) bool {
	return slices.Contains(l.table.frame(strings.ToLower(l.doc.Tokens[i].Lemma)), under)
}

// climb is the cost of the link from a word up to its head.
func (l *Layer) climb(at, up, trigger int) float64 {
	t := &l.doc.Tokens[at]
	switch rel := t.Rel; {
	case lang.RelIs(rel, "obl"), lang.RelIs(rel, "nmod"):
		if l.somebody(at) {
			return 0.7
		}
		if l.clock(at) {
			return 0.2
		}
		return l.under(at)
	case rel == "appos", rel == "conj", lang.RelIs(rel, "flat"):
		return 0.5
	case rel == "obj", lang.RelIs(rel, "nsubj"), rel == "iobj":
		if l.somebody(at) {
			return 0.7
		}
		if rel == "obj" && l.table.grounds[t.Lemma] {
			return 0.3
		}
		if t.UPOS == "NOUN" && up == trigger && l.table.frame(strings.ToLower(t.Lemma)) != nil {
			return 4 // the place of another act: "condemned the attack in Lima"
		}
		if rel == "obj" && l.table.spoken[strings.ToLower(l.doc.Tokens[up].Lemma)] {
			return 4 // "signed a treaty and discussed the war in Mali"
		}
		return 2
	case rel == "xcomp" && l.held(up):
		return 0.3 // "is set to be held in Ruritz"
	case lang.RelIs(rel, "advcl"), rel == "xcomp":
		return 4
	case rel == "ccomp", rel == "parataxis":
		return 4
	case lang.RelIs(rel, "acl"):
		if l.coming(at) && l.somebody(up) {
			return 0.8 // "talks with Lind, who arrived in Ruritz"
		}
		if l.held(at) {
			return 0.5 // "during the summit that will be held in Ruritz"
		}
		return 4
	}
	return 1.5
}

// under is the cost of the way up from a noun by its preposition: an act that
// another follows, or is done for, has a place of its own.
func (l *Layer) under(at int) float64 {
	cs := l.doc.Child(at, "case")
	if cs < 0 {
		return 2
	}
	if up := l.doc.Tokens[at].Head; up >= 0 && l.table.grounds[l.doc.Tokens[up].Lemma] {
		return 0.3 // "the site of the camp at Ruritz"
	}
	if m := l.At(at); m != nil && m.Kind == "site" && l.doc.Tokens[cs].Lemma != "to" {
		return 0.7 // "staff from the embassy in Lima"
	}
	const own = 3.5 // more than faraway, although a site or town is preferred
	lemma := strings.ToLower(l.doc.Tokens[at].Lemma)
	if l.table.reasons[lemma] {
		return own // "in response to the raid in Lima"
	}
	switch strings.ToLower(l.doc.Tokens[cs].Form) {
	case "at", "during", "in":
		return 1
	case "on", "for":
		if l.table.frame(lemma) != nil && !l.table.travels[lemma] { // "talks on the war in Peru"
			return own
		}
		return 1
	case "including", "like", "after", "before", "following", "since", "over", "amid", "despite", "until", "about", "regarding", "concerning", "due", "by", "ahead", "pending", "prior":
		return own
	}
	return 2
}

// clock reports whether a token tells time, as the parts of a date do on which
// trees hang what follows them: "on Monday in Ruritz".
func (l *Layer) clock(i int) bool {
	t := &l.doc.Tokens[i]
	if t.UPOS == "NUM" {
		return true
	}
	switch strings.ToLower(t.Form) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"yesterday", "today", "tomorrow", "morning", "evening", "afternoon", "night", "week", "month", "year", "day", "weekend":
		return t.UPOS == "PROPN" || t.UPOS == "NOUN"
	}
	return false
}

// held reports whether a verb says when and where an occasion is.
func (l *Layer) held(i int) bool {
	switch l.doc.Tokens[i].Lemma {
	case "hold", "host", "schedule", "convene", "set", "slate", "plan", "due", "open", "begin":
		return true
	}
	return false
}

// clause is the cost of the way down into an adverbial clause: what was before is
// hardly where the main verb's deed is.
func (l *Layer) clause(i int) float64 {
	k := l.doc.Child(i, "mark")
	if k < 0 {
		return 1.5
	}
	if l.doc.Tokens[i].XPOS == "VBG" { // "shot in Lima after storming a bank"
		if l.dated(i) {
			return 3.6 // "meets Lind in Lima after meeting Prado on Tuesday"
		}
		return 1.5
	}
	switch l.doc.Tokens[k].Lemma {
	case "since", "before", "because", "although", "though", "until", "once":
		return 3.3
	case "after":
		return 2.4
	}
	return 1.5
}

// dated reports whether a verb has a time of its own.
func (l *Layer) dated(i int) bool {
	for _, c := range l.doc.Children(i) {
		if rel := l.doc.Tokens[c].Rel; (lang.RelIs(rel, "obl") || lang.RelIs(rel, "nmod") || rel == "advmod") && int(c) > i && l.clock(int(c)) {
			return true
		}
	}
	return false
}

// coming reports whether a verb brings somebody to a place.
func (l *Layer) coming(i int) bool {
	switch l.doc.Tokens[i].Lemma {
	case "arrive", "come", "visit", "travel", "fly", "stay", "work", "live", "serve", "study", "hide", "station", "base":
		return true
	}
	return false
}

// somebody is a person or a group, whose place is that of the act: "met
// officials in Ruritz".
func (l *Layer) somebody(i int) bool {
	if l.table.groups[l.doc.Tokens[i].Lemma] {
		return true
	}
	if l.who != nil {
		if m := l.who.At(i); m != nil && len(m.Entities) > 0 {
			k := l.who.Entities[m.Entities[0]].Kind
			return k == who.Person || k == who.Group && m.Form != who.Named // "the Lake Front in Ruritz" is at home there
		}
	}
	n := l.doc.NameAt(i)
	return n != nil && n.Kind == lang.PER
}

// descend is the cost of the way from a word down to the trigger.
func (l *Layer) descend(at, trigger int) float64 {
	cost := 0.0
	for i := trigger; i != at; i = l.doc.Tokens[i].Head {
		switch rel := l.doc.Tokens[i].Rel; {
		case rel == "obj", rel == "xcomp", lang.RelIs(rel, "nsubj"), rel == "iobj":
			cost++
		case lang.RelIs(rel, "obl") && l.under(i) > 2: // "after breaches of the truce"
			cost += l.under(i)
		case lang.RelIs(rel, "advcl"):
			cost += l.clause(i)
		case lang.RelIs(rel, "obl"):
			cost += 1.5
		case rel == "conj" && l.doc.Tokens[i].UPOS == "NOUN" && l.doc.Child(i, "nmod:poss") >= 0:
			cost += 3 // "the raids in Lima and Peru's blockade"
		case rel == "conj", rel == "appos":
			cost += 1.2
		case lang.RelIs(rel, "nmod"):
			cost += 2
		case rel == "ccomp":
			cost += 2.5
		case rel == "acl" && l.doc.Tokens[i].XPOS == "VBG": // "those who protest are arrested in Lima"
			cost += 1.5
		case lang.RelIs(rel, "acl"):
			cost += 3
		default:
			cost += 2
		}
	}
	return cost
}
