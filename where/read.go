package where

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// reader is one reading of one text.
type reader struct {
	*Layer
	facts  *facts.Facts
	who    *who.Layer
	states map[string]bool // states that the text speaks of without doubt
	taken  []bool          // tokens of mentions
	within []bool          // tokens inside longer names of bodies and persons
}

// Read finds the places of a text.
func Read(doc *lang.Doc, w *who.Layer, f *facts.Facts) *Layer {
	r := &reader{
		Layer: &Layer{doc: doc, who: w, table: tables(), byHead: make([]int32, len(doc.Tokens))},
		facts: f, who: w, states: map[string]bool{}, taken: make([]bool, len(doc.Tokens)), within: make([]bool, len(doc.Tokens)),
	}
	if w != nil {
		r.within = w.Bodies()
		for i := range w.Entities {
			if w.Entities[i].Kind == who.State {
				r.states[w.Entities[i].State] = true
			}
		}
	}
	for _, s := range doc.Sentences {
		r.sentence(s)
	}
	r.unknownNames()
	r.index()
	r.sites()
	r.floors()
	r.index()
	r.joinStates()
	r.anaphors()
	r.index()
	return r.Layer
}

// index sorts the mentions and finds them by their heads.
func (l *Layer) index() {
	slices.SortStableFunc(l.Mentions, func(a, b Mention) int { return a.First - b.First })
	for i := range l.byHead {
		l.byHead[i] = -1
	}
	for i := range l.Mentions {
		l.byHead[l.Mentions[i].Head] = int32(i)
	}
}

func (r *reader) push(m Mention) {
	for i := m.First; i < m.Last; i++ {
		r.taken[i] = true
	}
	r.Mentions = append(r.Mentions, m)
}

// sentence finds the places that the table or the facts know by name.
func (r *reader) sentence(s lang.Sentence) {
	forms := make([]string, 0, s.Last-s.First)
	for _, t := range r.doc.Tokens[s.First:s.Last] {
		forms = append(forms, t.Form)
	}
	for i := 0; i < len(forms); {
		c, _ := utf8.DecodeRuneInString(forms[i])
		if !unicode.IsUpper(c) && !unicode.IsDigit(c) {
			i++
			continue
		}
		n := r.named(s.First, forms, i)
		i += max(n, 1)
	}
}

// named takes the longest known place that starts with token i of a sentence
// and returns how many tokens it covers.
func (r *reader) named(first int, forms []string, i int) int {
	p, n := r.table.match(forms, i)
	k, refs := r.facts.Match(forms, i)
	if n == 0 && k == 0 || max(n, k) == 1 && !r.nameLike(first+i) {
		return 0
	}
	if whole := r.doc.NameAt(first + i); whole != nil && whole.Kind == lang.PER && whole.Last > whole.First+1 {
		return 0
	}
	m := Mention{First: first + i, Last: first + i + max(n, k)}
	if n >= k {
		m.Kind, m.Place = p.kind, dateline.Place{Name: p.name, State: p.state}
		if beside := r.stateBeside(m.Last); beside != "" && p.kind == "city" && p.state != "" { // "Birmingham, Alabama"
			m.Place.State = beside
		}
		r.locate(&m, refs)
	} else if !r.reading(&m, refs) {
		return 0
	}
	if r.insideName(&m) {
		return 0
	}
	m.Head = r.headOf(m.First, m.Last)
	m.Place.Name = r.doc.Words(m.First, m.Last)
	r.direction(&m)
	r.push(m)
	return max(n, k)
}

// nameLike keeps words that open a sentence or are capitalized otherwise from
// being towns: "Union", "Police".
func (r *reader) nameLike(i int) bool {
	t := &r.doc.Tokens[i]
	return t.UPOS == "PROPN" || r.doc.NameAt(i) != nil
}

// surname reports whether a town's name is that of a person whom the text names in
// full elsewhere.
func (r *reader) surname(m *Mention) bool {
	if r.who == nil {
		return false
	}
	w := r.who.At(r.headOf(m.First, m.Last))
	if w == nil || len(w.Entities) != 1 || w.Form != who.Named || w.Last > m.Last {
		return false
	}
	e := &r.who.Entities[w.Entities[0]]
	return e.Kind == who.Person && strings.HasSuffix(e.Name, " "+r.doc.Words(m.First, m.Last))
}

// insideName reports whether a place is only a part of another name ("European
// Union", "Bank of Chile", "Bolivar Palace").
func (r *reader) insideName(m *Mention) bool {
	if m.Kind == "city" && (r.within[m.First] || r.surname(m)) || (m.Kind == "city" || m.Kind == "state") && r.wordRather(m) {
		return true
	}
	n := r.doc.NameAt(m.First)
	if n == nil || n.First >= m.First && n.Last <= m.Last {
		return false
	}
	if n.Kind == lang.LOC && m.Kind == "city" && m.Last-m.First == 1 && n.First == m.First-1 && n.Last == m.Last && !directions[strings.ToLower(r.doc.Tokens[n.First].Form)] {
		return r.doc.Tokens[n.First].UPOS == "PROPN" && !r.knownPlace(n.First) // "Kafr Batna" is not Batna
	}
	if n.Kind == lang.LOC && (m.Kind == "city" || m.Kind == "site") && m.Last-m.First == 1 && n.First == m.First && n.Last == m.Last+1 && r.longer(m) {
		return true // "Maro Shahr" is not Maro
	}
	return n.Kind == lang.ORG && m.Kind != "state" && n.Last > m.Last || n.Kind == lang.PER
}

// longer reports whether a town that few know, or a square, is only the first word
// of the name of another place.
func (r *reader) longer(m *Mention) bool {
	t := &r.doc.Tokens[m.Last]
	if _, noun := r.table.sites[strings.ToLower(t.Lemma)]; t.UPOS != "PROPN" || noun || r.knownPlace(m.Last) {
		return false
	}
	return m.Kind == "site" || !r.large(&m.Place)
}

// directions may stand before the name of a place without being part of it.
var directions = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true,
	"central": true, "greater": true, "downtown": true, "upper": true, "lower": true, "old": true, "new": true,
}

// knownPlace reports whether a word is a place's or a state's name by itself.
func (r *reader) knownPlace(i int) bool {
	if r.taken[i] {
		return true
	}
	for _, ref := range r.facts.Lookup(r.doc.Tokens[i].Form) {
		if ref.Kind == facts.KindState || ref.Kind == facts.KindDemonym || ref.Kind == facts.KindCity && ref.Prior() > 0.4 {
			return true
		}
	}
	return false
}

// wordRather reports whether a town's name is likelier a word or a part of
// another name: nothing around it says that it is a place.
func (r *reader) wordRather(m *Mention) bool {
	if m.Last-m.First > 1 || !r.table.words[strings.ToLower(r.doc.Tokens[m.First].Form)] || r.stateBeside(m.Last) != "" {
		return false
	}
	i := m.First - 1
	if i < 0 || r.doc.Tokens[i].Sent != r.doc.Tokens[m.First].Sent {
		return true
	}
	n := r.doc.NameAt(m.First)
	if n != nil && (n.First < m.First || n.Last > m.Last) {
		return true
	}
	switch strings.ToLower(r.doc.Tokens[i].Form) {
	case "in", "near", "outside":
		if w := strings.ToLower(r.doc.Tokens[m.First].Form); w == "march" || w == "may" || w == "august" {
			return true
		}
		return m.Last < len(r.doc.Tokens) && r.doc.Tokens[m.Last].UPOS == "PROPN" // "in Union Square"
	case "to", "from":
		return n == nil || n.Kind != lang.LOC
	}
	return true
}

// headOf is the token of [first, last) whose head lies outside.
func (l *Layer) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := l.doc.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

// direction takes "northern", "eastern" into the name of a place.
func (r *reader) direction(m *Mention) {
	i := m.First - 1
	for i >= 0 && r.doc.Tokens[i].Form == "-" {
		i--
	}
	if i < 0 || r.doc.Tokens[i].Sent != r.doc.Tokens[m.First].Sent {
		return
	}
	w := strings.ToLower(r.doc.Tokens[i].Form)
	switch w = strings.TrimSuffix(w, "ern"); w {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "central":
		if i+1 < m.First { // "north - eastern Syria"
			i = m.First - 1
		}
		if i > 1 && r.doc.Tokens[i-1].Form == "-" {
			i -= 2
		}
		m.First = i
		m.Place.Name = r.doc.Words(m.First, m.Last)
		m.Head = r.headOf(m.First, m.Last)
		if m.Kind == "state" {
			m.Kind = "region"
		}
	}
}

// match finds the longest place of the table that starts with token i.
func (g *gazetteer) match(forms []string, i int) (place, int) {
	w := keyWord(forms[i])
	if w == "" || !g.begin[w] && !strings.Contains(w, "-") {
		return place{}, 0
	}
	var best place
	n := 0
	key := ""
	for j, words := i, 0; j < len(forms) && words <= g.longest; j++ {
		w := keyWord(forms[j])
		if w == "" {
			continue
		}
		words += 1 + strings.Count(w, "-")
		if key != "" {
			key += " "
		}
		key += strings.ReplaceAll(w, "-", " ")
		if p, ok := g.places[key]; ok {
			best, n = p, j+1-i
		}
	}
	return best, n
}
