package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/facts"
	"dateline/lang"
)

// known is a stretch of tokens that the facts or the table of bodies know.
type known struct {
	first, last int
	kind        facts.Kind
	ref         facts.Ref
	state       string // whom it acts for
	body        *body
	half        bool // only the first word of the state's name, as "North" in "North and South Korea"
}

// findKnown marks the states, demonyms, metonyms, cities and bodies of a text.
func (r *reader) findKnown() {
	r.knownAt = make([]int32, len(r.doc.Tokens))
	for i := range r.knownAt {
		r.knownAt[i] = -1
	}
	var forms []string
	for _, s := range r.doc.Sentences {
		forms = forms[:0]
		for _, t := range r.doc.Tokens[s.First:s.Last] {
			forms = append(forms, t.Form)
		}
		for i := 0; i < len(forms); {
			k, ok := r.knownFrom(s.First, forms, i)
			if !ok {
				i++
				continue
			}
			for j := k.first; j < k.last; j++ {
				r.knownAt[j] = int32(len(r.known))
			}
			if n := len(r.known) - 1; n >= 0 && r.known[n].town() && r.known[n].last == k.first-1 && k.kind == facts.KindState && r.doc.Tokens[k.first-1].Form == "," {
				r.known[n].state = k.state // "Goa, India"
			}
			r.known = append(r.known, k)
			i = k.last - s.First
		}
	}
}

// knownFrom gives the longest known stretch that starts with token i of a sentence.
func (r *reader) knownFrom(first int, forms []string, i int) (known, bool) {
	if c, _ := utf8.DecodeRuneInString(forms[i]); !unicode.IsUpper(c) && !unicode.IsDigit(c) && c != 'a' || continental(forms, i) {
		return known{}, false
	}
	if i+1 < len(forms) && forms[i+1] == "$" || strings.Contains(forms[i], "$") {
		return known{}, false // "US$ 300"
	}
	if k, ok := r.land(first, forms, i); ok {
		return k, true
	}
	k := known{first: first + i, last: first + i}
	if b, n := r.bodyFrom(forms, i); n > 0 && !r.longerName(first+i, b, n) {
		k.body, k.last, k.kind, k.state = b, first+i+n, facts.KindOrg, b.short
		if b.seat {
			k.kind = facts.KindMetonym
		}
	}
	n, refs := r.facts.Match(forms, i)
	if n > 1 && (forms[i+n-1] == "'s" || forms[i+n-1] == "’s") { // "the Vatican's" are no Vaticans
		if refs = r.facts.Lookup(strings.Join(forms[i:i+n-1], " ")); len(refs) == 0 {
			return k, k.body != nil
		}
		n--
	}
	if n == 0 || first+i+n <= k.last || forms[i][0] == 'a' || n == 1 && landNoun(strings.ToLower(forms[i])) {
		return k, k.body != nil
	}
	ref := refs[0]
	if ref.Kind == facts.KindPerson && n > 1 && k.body == nil && ref.Prior() > 0.3 {
		r.persons = append(r.persons, nameSpan{First: first + i, Last: first + i + n, shared: -1})
	}
	if !r.meantAsKnown(first, forms, i, n, ref) {
		return k, k.body != nil
	}
	k.body, k.last, k.kind, k.ref = nil, first+i+n, ref.Kind, ref
	if k.state = r.facts.StateOf(ref); ref.Kind == facts.KindOrg {
		k.state = r.stateOfOrg(ref, strings.Join(forms[i:i+n], " "))
	}
	if t, ok := r.words.twins[forms[i]]; ok && n == 1 && k.kind == facts.KindState && t.told(forms) {
		k.kind, k.state = facts.KindRegion, t.state
	}
	return k, true
}

// meantAsKnown reports whether n tokens that the facts know are meant by what the facts
// know, and are not part of a longer name or a common word.
func (r *reader) meantAsKnown(first int, forms []string, i, n int, ref facts.Ref) bool {
	name := r.doc.NameAt(first + i)
	switch ref.Kind {
	case facts.KindOrg:
		if j := first + i - 1; i > 1 && r.facts.Org(ref).Kind == "party" && r.doc.Tokens[j].UPOS != "NOUN" && capital(forms[i-1]) && r.knownAt[j] < 0 && !r.words.common(forms[i-1]) {
			return false // "the Social Democratic Party" is not the Democratic one
		}
	case facts.KindState, facts.KindDemonym, facts.KindMetonym:
	case facts.KindCity, facts.KindRegion:
		switch t := &r.doc.Tokens[first+i]; {
		case ref.Kind == facts.KindRegion && r.facts.StateOf(ref) == "",
			// "Union" in "European Union", "Victoria" in "Victoria Nuland"
			name != nil && (name.Last-name.First > n && !r.townsBody(name, first+i+n) || name.Kind == lang.PER),
			n == 1 && month[forms[i]],
			t.UPOS != "PROPN" || n == 1 && r.words.common(forms[i]):
			return false
		}
	default:
		return false
	}
	return name == nil || name.Kind != lang.PER || name.Last-name.First <= n || ref.Kind == facts.KindState && r.ruledBefore(forms, i)
}

// townsBody reports whether the name of a body is that of a town's police, court or
// council, whose own name ends before token behind: "San Diego Police Department".
func (r *reader) townsBody(name *lang.Name, behind int) bool {
	if name.Kind != lang.ORG || behind >= name.Last {
		return false
	}
	switch r.lower(behind) {
	case "police", "city", "court", "municipal", "county", "district", "prosecutor", "council":
		row, ok := r.words.org(r.lower(name.Last - 1))
		return ok && row.flags["of-state"]
	}
	return false
}

// ruledBefore reports whether an office with a capital stands before "of" and what
// follows it: "President of" before "Chile Ana Rojas", which the model takes for one
// name.
func (r *reader) ruledBefore(forms []string, i int) bool {
	if i > 1 && forms[i-1] == "the" {
		i--
	}
	return i > 1 && forms[i-1] == "of" && capital(forms[i-2]) && r.words.offices[strings.ToLower(forms[i-2])].flags["political"]
}

func (r *reader) bodyFrom(forms []string, i int) (*body, int) {
	if !r.words.bodyStart[foldTokens(forms[i:i+1])] {
		return nil, 0
	}
	for n := min(longestBody, len(forms)-i); n > 0; n-- {
		if b, ok := r.words.bodies[foldTokens(forms[i:i+n])]; ok {
			return &b, n
		}
	}
	return nil, 0
}

// knownOver gives the known stretch that covers a token, or nil.
func (r *reader) knownOver(tok int) *known {
	if tok < 0 || r.knownAt[tok] < 0 {
		return nil
	}
	return &r.known[r.knownAt[tok]]
}

// acts reports whether a known name stands for a state or body as an actor:
// capitals and seats do, other cities do not.
func (r *reader) acts(k *known) bool {
	if k.kind == facts.KindRegion {
		return false
	}
	return k.kind != facts.KindCity || r.facts.CityOf(k.ref).Capital
}

// common reports whether a word is one of the tables' nouns: "Police" is no town.
func (l *lexicon) common(form string) bool {
	w := strings.ToLower(form)
	_, org := l.orgs[w]
	_, person := l.persons[w]
	_, office := l.offices[w]
	return org || person || office
}

// town reports whether a known name is a town or region, not a state.
func (k *known) town() bool { return k.kind == facts.KindCity || k.kind == facts.KindRegion }

// organ reports whether a known name is but that of an organ, as states have one too:
// "Security Council".
func (k *known) organ() bool {
	if k.body == nil || k.last-k.first != 2 && k.last-k.first != 3 {
		return false
	}
	switch k.body.name {
	case "Security Council", "Human Rights Council", "General Assembly":
		return true
	}
	return false
}

// told reports whether a sentence holds a word that tells the other place.
func (t *twin) told(forms []string) bool {
	for _, f := range forms {
		if t.cues[strings.ToLower(strings.TrimSuffix(f, "."))] {
			return true
		}
	}
	return false
}

// longerName reports whether the name of an organ that many bodies have is but the end of
// another's: "Collective Security Council".
func (r *reader) longerName(i int, b *body, n int) bool {
	k := known{first: i, last: i + n, body: b}
	if !k.organ() || i == 0 {
		return false
	}
	t := &r.doc.Tokens[i-1]
	return t.Sent == r.doc.Tokens[i].Sent && i-1 > r.doc.Sentences[t.Sent].First && capital(t.Form) && (t.UPOS == "ADJ" || t.UPOS == "PROPN") && r.knownAt[i-1] < 0
}
