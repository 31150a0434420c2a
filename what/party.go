package what

import (
	"slices"
	"strings"

	"dateline/lang"
	"dateline/who"
)

// someone reports whether a token stands for a person, state, organization or
// group: a mention of who, or failing that a name or a noun for people.
func (r *reader) someone(t int) bool {
	if m := r.mention(t); m != nil {
		return true
	}
	tok := &r.doc.Tokens[t]
	if tok.UPOS == "PROPN" && r.inClass("parties", t) {
		return true // "the Liberals"
	}
	switch tok.UPOS {
	case "PROPN", "ADJ":
		if n := r.doc.NameAt(t); n != nil && (len(r.who.Mentions) == 0 || n.Kind != lang.LOC) {
			return tok.UPOS == "PROPN" || n.Kind == lang.NORP
		}
	case "NOUN":
		return r.inClass("people", t)
	}
	return false
}

// mention is who's mention with its head at t, if it refers to somebody.
func (r *reader) mention(t int) *who.Mention {
	if m := r.who.At(t); m != nil && len(m.Entities) > 0 {
		return m
	}
	return nil
}

// political reports whether a token stands for a political actor, also where it
// is its name for somebody's people: "EU members", "the agency's inspectors".
func (r *reader) political(t int) bool {
	m := r.mention(t)
	if m == nil {
		return r.inClass("political", t) || r.doc.Tokens[t].UPOS == "PROPN" && r.inClass("parties", t)
	}
	for _, e := range m.Entities {
		if r.who.Entities[e].Political {
			return true
		}
	}
	if r.doc.Tokens[t].UPOS != "NOUN" {
		return false
	}
	if r.inClass("political", t) {
		return true
	}
	for _, c := range r.doc.Children(t) { // "opposition groups", "rebel fighters"
		if k := &r.doc.Tokens[c]; int(c) < t && k.UPOS == "NOUN" && base(k.Rel) == "compound" && r.inClass("political", int(c)) {
			return true
		}
	}
	return r.inClass("agents", t) && slices.ContainsFunc(r.owners(t, true), func(o int) bool {
		n := r.mention(o)
		return n != nil && r.who.Entities[n.Entities[0]].Political
	})
}

func (r *reader) isPlace(t int) bool {
	if r.where.At(t) != nil {
		return true
	}
	n := r.doc.NameAt(t)
	return n != nil && n.Kind == lang.LOC
}

func (r *reader) isKind(t int, k Kind) bool {
	if strings.HasPrefix(string(k), "!") {
		return !r.isKind(t, k[1:])
	}
	switch k {
	case "any":
		return true
	case "anyone":
		return r.someone(t) || len(r.behind(t)) > 0 || r.adopter(t) >= 0 || r.speaker(t) >= 0
	case "thing":
		return !r.someone(t)
	case "place":
		return r.isPlace(t)
	case "plural":
		return r.plural(t)
	case "wish":
		return r.wish(t)
	case "menace":
		return r.menace(t)
	case "ultimatum":
		return r.must(t) && r.otherwise(t) || r.unmet(t) >= 0
	case "must":
		return r.must(t)
	case "alleged":
		return r.alleged(t)
	case "behind":
		return strings.HasSuffix(r.preposition(t), "behind") && r.alleged(t) // "that it is behind"
	case "hostile":
		return r.hostile(t)
	case "wrong":
		return r.wrong(t)
	case "judged":
		return r.judged(t)
	case "refusal":
		return r.refusal(t)
	case "slur":
		return r.slur(t)
	case "stung":
		return r.stung(t)
	case "due":
		return r.passive(t) && r.bound(t) && r.doc.Child(t, "nsubj") >= 0
	case "iffy":
		return !r.foretold(t) && r.hangsOnIf(t) || slices.ContainsFunc(r.doc.Children(t), func(c int32) bool { return base(r.doc.Tokens[c].Rel) == "conj" && r.hangsOnIf(int(c)) })
	case "negated":
		return r.refused(t)
	}
	m := r.mention(t)
	if a := max(r.adopter(t), r.speaker(t)); m == nil && a >= 0 {
		return r.isKind(a, k) // "adopted a resolution that condemns"
	}
	if m == nil {
		return r.guessKind(t, k)
	}
	e := &r.who.Entities[m.Entities[0]]
	switch k {
	case "actor":
		return r.political(t)
	case "armed":
		return e.Armed || r.inClass("armed", t) || r.bands(t)
	case "person":
		return e.Kind == who.Person
	case "state":
		return e.Kind == who.State
	case "org":
		return e.Kind == who.Org
	case "group":
		return e.Kind == who.Group
	}
	return false
}

// wish tells a clause of what should be done: "that Peru withdraw", "that Peru
// should withdraw", "that the law be changed".
func (r *reader) wish(v int) bool {
	for _, c := range r.doc.Children(v) {
		switch k := &r.doc.Tokens[c]; base(k.Rel) {
		case "aux", "cop":
			switch l := r.lemma(int(c)); {
			case k.XPOS == "MD":
				return l == "should" || l == "must" || l == "shall"
			case k.XPOS == "VBZ", k.XPOS == "VBD", k.XPOS == "VBP" && lower(k.Form) != "be":
				return false
			case lower(k.Form) == "be":
				return true
			}
		}
	}
	x := r.doc.Tokens[v].XPOS
	return x == "VB" || x == "VBP"
}

// guessKind judges a token that who says nothing about.
func (r *reader) guessKind(t int, k Kind) bool {
	if k == "armed" && r.inClass("armed", t) {
		return true
	}
	if k == "group" && r.inClass("people", t) {
		return true
	}
	if k == "actor" {
		return r.someone(t) || len(r.behind(t)) > 0
	}
	if k == "armed" && r.inClass("agency", t) {
		return len(r.owners(t, false)) > 0
	}
	n := r.doc.NameAt(t)
	if n == nil {
		return k == "person" && r.inClass("people", t)
	}
	return k == "person" && n.Kind == lang.PER || k == "org" && n.Kind == lang.ORG || k == "state" && n.Kind == lang.LOC
}

func (r *reader) plural(t int) bool {
	if m := r.mention(t); m != nil && (len(m.Entities) > 1 || r.who.Entities[m.Entities[0]].Plural) {
		return true
	}
	return len(r.joined(t)) > 1 || strings.Contains(r.doc.Tokens[t].Feats, "Number=Plur") ||
		r.doc.Tokens[t].XPOS == "NNS" || r.doc.Tokens[t].XPOS == "NNPS"
}

// participants expands a filler into everybody it names: coordination, what
// stands behind a thing, those named after "including".
func (r *reader) participants(t int, recipient bool) []int {
	var out []int
	for _, j := range r.joined(t) {
		switch {
		case r.conferees(j) >= 0:
			out = append(out, r.conferees(j))
		case len(r.leadersOf(j)) > 1:
			out = append(out, r.leadersOf(j)...)
		case !r.called(j) && r.appositive(j) > j && r.called(r.appositive(j)) && relatives[r.lemma(j)]:
			out = append(out, r.appositive(j)) // "our ally, Norland"
		case r.someone(j):
			out = append(out, j)
			out = append(out, r.astray(j)...)
		case len(r.behind(j)) > 0:
			out = append(out, r.behind(j)...)
		case !recipient && r.adopter(j) >= 0:
			out = append(out, r.participants(r.adopter(j), false)...)
		case !recipient && r.speaker(j) >= 0:
			out = append(out, r.participants(r.speaker(j), false)...)
		case recipient:
			out = append(out, r.concerned(j)...)
		case r.inClass("documents", j) && r.holder(j, 0) >= 0 && r.holder(j, 0) != j:
			out = append(out, r.participants(r.holder(j, 0), false)...) // "a report by the council says"
		case r.appositive(j) >= 0:
			out = append(out, r.appositive(j))
		}
		if members := slices.DeleteFunc(append(r.named(j, 0), r.listedAfter(j)...), func(t int) bool { return !r.called(t) }); len(members) > 0 {
			if r.vague(j) && (!r.political(j) || slices.ContainsFunc(members, r.political)) { // "allies such as Norland": Norland
				out = slices.DeleteFunc(out, func(t int) bool { return t == j })
			}
			out = append(out, members...)
		}
	}
	return out
}

// relatives are nouns for others by what they are to the speaker.
var relatives = words("ally partner neighbor neighbour friend rival enemy adversary foe")

// called reports somebody told by a name.
func (r *reader) called(t int) bool {
	m := r.mention(t)
	return m != nil && m.Form == who.Named || m == nil && r.doc.Tokens[t].UPOS == "PROPN"
}

// vague reports several who are told by a common noun only.
func (r *reader) vague(t int) bool {
	return r.doc.Tokens[t].XPOS == "NNS" && !r.called(t)
}

// named are those that a group is told to include, also where the parser hung
// them on its last word: "members of the cabinet, including the premier".
func (r *reader) named(t, depth int) []int {
	var out []int
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if o := r.doc.Child(int(c), "obl:agent", "obl"); k.Rel == "acl" && k.XPOS == "VBN" && k.Lemma == "lead" && o > int(c) && r.preposition(o) == "by" {
			for _, j := range r.joinedSomeone(o) { // "Nordic countries, led by Norland"
				if m := r.mention(j); m != nil && r.who.Entities[m.Entities[0]].Kind == who.State {
					out = append(out, j)
				}
			}
		}
		if base(k.Rel) != "nmod" || int(c) < t {
			continue
		}
		switch r.preposition(int(c)) {
		case "including", "along_with", "together_with", "such_as":
			out = append(out, r.participants(int(c), false)...)
		case "of", "in", "from", "at":
			if depth < 3 {
				out = append(out, r.named(int(c), depth+1)...)
			}
		}
	}
	return out
}

// listedAfter are those told behind "including" right after a group, where the tree hung
// them on the verb.
func (r *reader) listedAfter(t int) []int {
	_, end := r.doc.Subtree(t)
	if end < len(r.doc.Tokens) && r.doc.Tokens[end].Form == "," {
		end++
	}
	for h, up := r.doc.Tokens[t].Head, 0; h >= 0 && up < 2; h, up = r.doc.Tokens[h].Head, up+1 {
		for _, c := range r.doc.Children(h) {
			if u := r.doc.Tokens[c].UPOS; u != "NOUN" && u != "PROPN" {
				continue // "including allowing the firm to trade"
			}
			if k := r.doc.Child(int(c), "case"); k == end && r.lemma(k) == "include" || k == end && lower(r.doc.Tokens[k].Form) == "including" {
				return r.participants(int(c), false)
			}
		}
	}
	return nil
}

// leadersOf takes "the presidents of Chile, Peru and Brazil" for its three states.
func (r *reader) leadersOf(t int) []int {
	m := r.mention(t)
	if r.doc.Tokens[t].XPOS != "NNS" || m != nil && (len(m.Entities) > 1 || !r.who.Entities[m.Entities[0]].Political) { // "migrants from Chile and Peru" are no states
		return nil
	}
	for _, c := range r.doc.Children(t) {
		if base(r.doc.Tokens[c].Rel) == "nmod" && (r.preposition(int(c)) == "of" || r.preposition(int(c)) == "from") {
			if m != nil && int(c) < m.Last {
				return nil // "heads of state"
			}
			return r.joinedSomeone(int(c))
		}
	}
	return nil
}

// astray finds persons that the parser joined to the state in another's title:
// "the president of Chile Ada Lind and the premier of Peru Bo Ek".
func (r *reader) astray(t int) []int {
	m := r.mention(t)
	if m == nil || r.who.Entities[m.Entities[0]].Kind != who.Person {
		return nil
	}
	var out []int
	for _, c := range r.doc.Children(t) {
		if base(r.doc.Tokens[c].Rel) != "nmod" || r.doc.Tokens[c].Rel == "nmod:poss" || int(c) < t {
			continue
		}
		for _, j := range r.joined(int(c))[1:] {
			if n := r.mention(j); n != nil && n.Entities[0] != m.Entities[0] && r.who.Entities[n.Entities[0]].Kind == who.Person {
				out = append(out, j)
			}
		}
	}
	return out
}

func (r *reader) appositive(t int) int {
	if a := r.doc.Child(t, "appos"); a >= 0 && r.someone(a) {
		return a
	}
	return -1
}

// concerned is who a thing belongs to that somebody condemns, seizes or wants:
// "Peru's attack" → Peru, "the blockade of the port by Peru".
func (r *reader) concerned(t int) []int {
	if a := r.appositive(t); a >= 0 {
		return []int{a}
	}
	if out := r.owners(t, false); len(out) > 0 {
		return out
	}
	if len(r.tabs.noun[r.lemma(t)]) > 0 {
		first, last := r.doc.Subtree(t)
		for i := max(first, t+1); i < last; i++ {
			if base(r.doc.Tokens[i].Rel) == "nmod" && r.preposition(i) == "by" && r.political(r.referent(i)) {
				return r.joinedSomeone(r.referent(i)) // "the capture of the crew by Norland": whoever did it
			}
		}
	}
	for _, c := range r.doc.Children(t) {
		if k := &r.doc.Tokens[c]; k.Rel == "acl" && k.XPOS == "VBN" { // "goods imported from Norland"
			for _, o := range r.doc.Children(int(c)) {
				if p := r.preposition(int(o)); (p == "from" || p == "by" || p == "in") && r.someone(r.referent(int(o))) {
					return r.joinedSomeone(r.referent(int(o)))
				}
			}
		}
		if k := &r.doc.Tokens[c]; base(k.Rel) == "nmod" {
			switch p := r.preposition(int(c)); p {
			case "of", "in", "against", "on", "to":
				if r.doc.Tokens[t].UPOS == "PROPN" && (p == "on" || p == "in") {
					continue // "the Treaty on Armed Forces in the South"
				}
				if ref := r.referent(int(c)); r.someone(ref) {
					return r.joinedSomeone(ref)
				}
				if out := r.owners(int(c), true); len(out) > 0 && p == "of" {
					return out
				}
			}
		}
	}
	return nil
}

func (r *reader) joinedSomeone(t int) []int {
	var out []int
	for _, j := range r.joined(t) {
		if r.someone(j) {
			out = append(out, j)
		}
	}
	return out
}

// timeWord keeps "by Monday" from being a doer.
func (r *reader) timeWord(t int) bool {
	return r.when != nil && r.when.At(t) != nil
}
