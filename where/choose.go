package where

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// reading takes the likeliest place among what a name can stand for: the prior,
// the state named beside it, the states that the text speaks of. False if the
// name is likelier no place at all.
func (r *reader) reading(m *Mention, refs []facts.Ref) bool {
	best, top := -1, 0.0
	beside := r.stateBeside(m.Last)
	for i, ref := range refs {
		score := ref.Prior()
		state := r.facts.StateOf(ref)
		switch ref.Kind {
		case facts.KindState, facts.KindCity, facts.KindSite, facts.KindRegion:
		case facts.KindMetonym:
			if r.facts.Metonym(ref).Place == "" {
				continue
			}
		case facts.KindPerson:
			if n := r.doc.NameAt(m.First); n == nil || n.Kind != lang.PER {
				score *= 0.5
			}
		case facts.KindOrg:
			state = ""
		default:
			continue
		}
		switch {
		case beside != "" && state == beside:
			score += 0.6
		case r.states[state]:
			score += 0.3
		}
		if score > top {
			best, top = i, score
		}
	}
	if best < 0 {
		return false
	}
	return r.take(m, refs[best])
}

// take fills a mention from the facts; false if ref is no place.
func (r *reader) take(m *Mention, ref facts.Ref) bool {
	m.Place.State = r.facts.StateOf(ref)
	switch ref.Kind {
	case facts.KindState:
		m.Kind = "state"
		if s := r.facts.State(m.Place.State); s != nil {
			m.Place.Lat, m.Place.Lon = s.Lat, s.Lon
		}
		if r.who != nil { // "Georgia" of the United States
			if w := r.who.At(r.headOf(m.First, m.Last)); w != nil && len(w.Entities) == 1 && w.First == m.First {
				if e := &r.who.Entities[w.Entities[0]]; e.Kind == who.State && e.State != m.Place.State && !e.Political {
					*m = Mention{First: m.First, Last: m.Last, Kind: "region", Place: dateline.Place{State: e.State}}
					return true
				}
			}
		}
		r.states[m.Place.State] = true
	case facts.KindCity:
		c := r.facts.CityOf(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "city", c.Lat, c.Lon
	case facts.KindSite:
		s := r.facts.Site(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "site", s.Lat, s.Lon
	case facts.KindRegion:
		s := r.facts.Site(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "region", s.Lat, s.Lon
	case facts.KindMetonym:
		m.Kind = "site"
	default:
		return false
	}
	return true
}

// locate gives a place of the table its coordinates where the facts know a city
// of that name in that state.
func (r *reader) locate(m *Mention, refs []facts.Ref) {
	for _, ref := range refs {
		if ref.Kind == facts.KindCity && r.facts.StateOf(ref) == m.Place.State {
			c := r.facts.CityOf(ref)
			m.Place.Lat, m.Place.Lon = c.Lat, c.Lon
			return
		}
	}
	if c := r.facts.City(m.Place.Name, m.Place.State); c != nil {
		m.Place.Lat, m.Place.Lon = c.Lat, c.Lon
	}
}

// Named is the place that a dateline names ("BEIJING", "PARIS, France", "The
// Kremlin, Moscow"), or nil if nobody knows it.
func Named(f *facts.Facts, name string) *dateline.Place {
	parts := strings.Split(name, ",")
	for i := range parts { // capitals throughout are no acronym here
		parts[i] = capitalized(strings.TrimSpace(parts[i]))
	}
	state := ""
	if k := len(parts) - 1; k > 0 {
		if s := f.StateByName(parts[k]); s != nil {
			state, parts = s.ISO3, parts[:k]
		}
	}
	for i := len(parts) - 1; i >= 0; i-- {
		words := strings.Fields(parts[i])
		if len(words) == 0 {
			continue // "…, Moscow, "
		}
		if p, n := tables().match(words, 0); n == len(words) && n > 0 && (state == "" || p.state == state) {
			place := &dateline.Place{Name: p.name, State: p.state}
			if c := f.City(p.name, p.state); c != nil {
				place.Lat, place.Lon = c.Lat, c.Lon
			}
			return place
		}
		for _, ref := range f.Lookup(parts[i]) {
			if ref.Kind == facts.KindCity && (state == "" && ref.Prior() > 0.4 || state != "" && f.StateOf(ref) == state) {
				c := f.CityOf(ref)
				return &dateline.Place{Name: parts[i], State: c.State, Lat: c.Lat, Lon: c.Lon}
			}
		}
	}
	return nil
}

// capitalized writes "NEW YORK" as "New York".
func capitalized(s string) string {
	if strings.ToUpper(s) != s {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// stateBeside is the state that stands behind a comma: "Ruritz, Austria", but not "in
// Ruritz, U.S. envoy Lind".
func (r *reader) stateBeside(i int) string {
	if i+1 >= len(r.doc.Tokens) || r.doc.Tokens[i].Form != "," || r.doc.Tokens[i].Sent != r.doc.Tokens[i+1].Sent {
		return ""
	}
	s := r.doc.Sentences[r.doc.Tokens[i].Sent]
	forms := make([]string, 0, 6)
	for j := i + 1; j < min(s.Last, i+7); j++ {
		forms = append(forms, r.doc.Tokens[j].Form)
	}
	if p, n := r.table.match(forms, 0); n > 0 && p.kind == "region" && !r.modifying(i+1, n) {
		return p.state
	}
	if n, refs := r.facts.Match(forms, 0); n > 0 && refs[0].Kind == facts.KindState && !r.modifying(i+1, n) {
		return r.facts.StateOf(refs[0])
	}
	return ""
}

// modifying reports whether n words from a token on belong to a noun behind them.
func (r *reader) modifying(first, n int) bool {
	t := &r.doc.Tokens[r.headOf(first, first+n)]
	return t.Head >= first+n && (t.Rel == "compound" || t.Rel == "amod" || t.Rel == "nmod:poss")
}

// unknownNames takes the names that only the model knows for places.
func (r *reader) unknownNames() {
	for _, n := range r.doc.Names {
		if n.Kind != lang.LOC || r.takenIn(n.First, n.Last) || r.noPlace(n) {
			continue
		}
		m := Mention{First: n.First, Last: n.Last, Head: r.headOf(n.First, n.Last), Kind: "city"}
		for m.First < m.Last-1 && r.doc.Tokens[m.First].UPOS == "DET" {
			m.First++
		}
		m.Head = r.headOf(m.First, m.Last)
		m.Place = dateline.Place{Name: r.doc.Words(m.First, m.Last), State: r.stateBeside(n.Last)}
		r.push(m)
	}
}

// noPlace reports whether a name that the model takes for a place is none: letters
// and digits ("M23"), a word of direction, people, a document, or somebody whom
// the text knows.
func (r *reader) noPlace(n lang.Name) bool {
	word := r.doc.Tokens[n.Last-1].Form
	if r.doc.Tokens[n.Last-1].UPOS == "VERB" {
		return true // "He met"
	}
	if n.Last == n.First+1 && (strings.ToUpper(word) == word && len(word) <= 6 || r.table.words[strings.ToLower(word)] || r.doc.Tokens[n.First].UPOS == "ADJ") {
		return true
	}
	if t := &r.doc.Tokens[n.First]; n.Last == n.First+1 && (lang.RelIs(t.Rel, "compound") || lang.RelIs(t.Rel, "amod")) && (strings.HasSuffix(word, "ean") || strings.HasSuffix(word, "ian")) {
		return true // "the Andean summit"
	}
	switch strings.ToLower(word) {
	case "accord", "accords", "agreement", "treaty", "convention", "process", "protocol", "declaration", "dialogue", "round",
		"war", "quran", "koran", "bible", "republic", "empire", "spring":
		return true
	}
	if refs := r.facts.Lookup(r.doc.Words(n.First, n.Last)); len(refs) > 0 && refs[0].Kind == facts.KindDemonym {
		return true
	}
	if r.who == nil {
		return false
	}
	m := r.who.At(r.headOf(n.First, n.Last))
	if m == nil || m.Form != who.Named || len(m.Entities) != 1 {
		return false
	}
	e := &r.who.Entities[m.Entities[0]]
	return e.Kind == who.Person || (e.Kind == who.Org || e.Kind == who.Group) && strings.HasPrefix(e.ID, "o:")
}

func (r *reader) takenIn(first, last int) bool {
	for i := first; i < last; i++ {
		if r.taken[i] {
			return true
		}
	}
	return false
}

// joinStates gives places of unknown state the state of the place that holds
// them: beside them, under them, or the last one that the text spoke of.
func (r *reader) joinStates() {
	last := ""
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Place.State == "" && m.Kind != "continent" && m.Kind != "sea" && m.Kind != "floor" {
			if m.Place.State = r.holding(i); m.Place.State == "" {
				m.Place.State = last
			}
		}
		if m.Place.State != "" && (m.Kind != "state" || r.put(m)) {
			last = m.Place.State
		}
	}
}

// put reports whether a preposition makes a state the place of something: it is
// where the text is, and not only who acts.
func (r *reader) put(m *Mention) bool {
	k := r.doc.Child(m.Head, "case")
	if k < 0 {
		return false
	}
	switch r.doc.Tokens[k].Lemma {
	case "in", "at", "near", "from", "to", "into", "across", "outside", "inside", "throughout", "within":
		return true
	}
	return false
}

// under reports whether a place stands behind a preposition.
func (r *reader) under(i int, word string) bool {
	k := r.doc.Child(i, "case")
	return k >= 0 && r.doc.Tokens[k].Lemma == word
}

// holding is the state of a place within or right behind the i-th one, or that
// hangs on the same word.
func (r *reader) holding(i int) string {
	m := &r.Mentions[i]
	sent := r.doc.Tokens[m.Head].Sent
	best, near := "", 99
	for j := range r.Mentions {
		o := &r.Mentions[j]
		if j == i || o.Place.State == "" || r.doc.Tokens[o.Head].Sent != sent {
			continue
		}
		if m.Kind == "site" && o.Kind == "state" && o.First >= m.First && o.Last <= m.Last {
			continue // the U.S. embassy is not in the U.S.
		}
		if r.under(m.Head, "to") && r.under(o.Head, "from") {
			continue // "from Lima, she travels to Ruritz"
		}
		d := 20
		switch {
		case r.doc.Dominates(m.Head, o.Head):
			d = 0
		case o.First >= m.Last && o.First-m.Last <= 2:
			d = 1
		case r.doc.Tokens[o.Head].Head == r.doc.Tokens[m.Head].Head, r.doc.Dominates(o.Head, m.Head):
			d = 5
		default:
			d += max(o.First-m.Last, m.First-o.Last)
		}
		if d < near {
			best, near = o.Place.State, d
		}
	}
	return best
}
