package who

import (
	"slices"

	"dateline/facts"
	"dateline/lang"
)

// locatives are prepositions by which a noun's state hangs on it: "the
// president of Chile", "the mission in Chile", "ministers from Chile".
var locatives = []string{"of", "from", "in", "for"}

// stateOf finds the state or body that a phrase acts for: a name or demonym
// before the head, an owner, a complement.
func (r *reader) stateOf(p phrase) (state string) {
	for j := p.first; j < p.last; j++ {
		k := r.knownOver(j)
		if k == nil || p.name != nil && j >= p.name.First && j < p.name.Last || k.town() && j != k.first {
			continue
		}
		if j == p.head && p.name == nil && (k.town() || k.kind == facts.KindOrg && k.body == nil && k.last-k.first == 1 && !r.wholeName(k, p)) {
			continue // "the National Congress" is not the Congress
		}
		return k.state
	}
	if s := r.stateInBrackets(p); s != "" {
		return s
	}
	defer func() {
		if state == "" {
			state = r.stateShared(p)
		}
		if state == "" {
			state = r.stateTornOff(p)
		}
	}()
	for j := p.first; j < p.last; j++ {
		if p.name != nil && j >= p.name.First && j < p.name.Last && j != p.head {
			continue
		}
		for _, c := range r.doc.Children(j) {
			if s := r.stateOfModifier(p, int(c)); s != "" {
				return s
			}
		}
	}
	return ""
}

// stateTornOff is the state that stands right before an office with a capital, which the
// tree has not joined to it: "summons the United States Ambassador"; or "".
func (r *reader) stateTornOff(p phrase) string {
	k := r.knownOver(p.first - 1)
	if k == nil || k.last != p.first || k.kind != facts.KindState || len(k.state) != 3 || p.first != p.head || !capital(r.doc.Tokens[p.head].Form) {
		return ""
	}
	if o, ok := r.words.offices[r.lower(p.head)]; !ok || !o.alone() || r.doc.Tokens[p.first-1].Sent != r.doc.Tokens[p.head].Sent {
		return ""
	}
	return k.state
}

// stateShared is the state that a phrase has in common with one joined to it without an
// article: "the government and people of Chile"; or "".
func (r *reader) stateShared(p phrase) string {
	for _, c := range r.doc.Children(p.head) {
		if t := &r.doc.Tokens[c]; t.Rel != "conj" || t.UPOS != "NOUN" || r.doc.Child(int(c), "det") >= 0 || r.doc.Tokens[p.head].UPOS != "NOUN" {
			continue
		}
		for _, o := range r.doc.Children(int(c)) {
			if cs := r.doc.Child(int(o), "case"); cs >= 0 && r.doc.Tokens[cs].Lemma == "of" {
				if k := r.knownOver(int(o)); k != nil && len(k.state) == 3 {
					return k.state
				}
			}
		}
	}
	return ""
}

// actsFor is the state that a known name acts for where it stands in a phrase: a court's by
// what it is of, a government's own council by who publishes the text.
func (r *reader) actsFor(k *known) string {
	if s := r.ofBehind(k); s != "" {
		return s // "judges of the Supreme Court of Chile"
	}
	if s := r.qualifiedBefore(k); s != "" {
		return s
	}
	if k.organ() && r.ownOrgan() {
		return r.from().state
	}
	return k.state
}

// atMission reports "at" before a mission or ministry, whose state its people act for:
// "two officials at the Chilean embassy".
func (r *reader) atMission(preposition, c int) bool {
	if r.doc.Tokens[preposition].Lemma != "at" {
		return false
	}
	switch r.lower(c) {
	case "embassy", "consulate", "mission", "ministry", "department", "commission":
		return true
	}
	return false
}

// stateInBrackets is the state that stands in brackets behind a body: "Ministry of
// Trade (Norway)"; or "".
func (r *reader) stateInBrackets(p phrase) string {
	if _, ok := r.words.org(r.lower(p.head)); !ok {
		return ""
	}
	for j := p.last; j+2 < len(r.doc.Tokens) && j < p.last+4; j++ {
		switch t := &r.doc.Tokens[j]; {
		case t.Form == "(":
			if k := r.knownOver(j + 1); k != nil && k.kind == facts.KindState && r.doc.Tokens[k.last].Form == ")" {
				return k.state
			}
			return ""
		case t.UPOS != "ADP" && t.UPOS != "PROPN" && t.UPOS != "ADJ":
			return ""
		}
	}
	return ""
}

// serves are the nouns for those who act for the one whom they serve.
var serves = map[string]bool{"adviser": true, "advisor": true, "aide": true, "spokesperson": true, "spokesman": true, "spokeswoman": true, "assistant": true}

func (r *reader) stateOfModifier(p phrase, c int) string {
	t := &r.doc.Tokens[c]
	switch {
	case t.Rel == "nmod:poss":
	case lang.RelIs(t.Rel, "nmod") && (c < p.first || c >= p.last):
		cs := r.doc.Child(c, "case")
		if cs >= 0 && serves[r.lower(p.head)] && r.personAtToken(c) != nil && (r.doc.Tokens[cs].Lemma == "to" || r.doc.Tokens[cs].Lemma == "of") {
			if k := r.ahead(c); k >= 0 { // "an adviser to Ada Lind"
				return r.Entities[k].State
			}
		}
		if cs < 0 || !slices.Contains(locatives, r.doc.Tokens[cs].Lemma) && !r.atMission(cs, c) {
			return ""
		}
	default:
		return ""
	}
	if cs := r.doc.Child(c, "case"); cs >= 0 && t.Rel != "nmod:poss" && r.doc.Tokens[cs].Lemma == "in" {
		switch r.lower(p.head) {
		case "embassy", "consulate", "mission", "diplomat", "ambassador":
			return "" // of another state than where it is
		}
	}
	if t.UPOS == "PRON" && r.personNoun(p.head).flags["office"] {
		return "" // "his counterpart" is of another state
	}
	if k := r.knownOver(c); k != nil {
		return r.actsFor(k)
	}
	if m := r.At(c); m != nil && len(m.Entities) == 1 {
		return r.Entities[m.Entities[0]].State
	}
	q := r.core(c)
	for j := q.first; j < q.last; j++ {
		if k := r.knownOver(j); k != nil && (q.name == nil || j < q.name.First) {
			return k.state
		}
	}
	if t.Rel == "nmod:poss" || q.name != nil {
		return ""
	}
	return r.stateOf(q)
}
