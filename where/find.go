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
	facts    *facts.Facts
	inText   map[string]int    // states that the text speaks of, by how often
	capitals map[string]string // folded name of a capital -> state
}

// Read finds the places of a text. The actors tell which states it is about,
// which decides between places of one name.
func Read(doc *lang.Doc, w *who.Layer, f *facts.Facts) *Layer {
	l := &Layer{doc: doc, byHead: make([]int32, len(doc.Tokens))}
	for i := range l.byHead {
		l.byHead[i] = -1
	}
	r := &reader{Layer: l, facts: f, inText: map[string]int{}, capitals: capitals(f)}
	if w != nil {
		for i := range w.Entities {
			r.inText[w.Entities[i].State] += len(w.Entities[i].Mentions)
		}
		delete(r.inText, "")
	}
	for _, s := range doc.Sentences {
		r.sentence(s)
	}
	r.sites()
	r.index()
	r.fillStates()
	return l
}

// capitals gives the states by the names of their capitals, "Washington" for
// "Washington, D.C." too.
func capitals(f *facts.Facts) map[string]string {
	out := map[string]string{}
	for _, s := range f.States() {
		name, _, _ := strings.Cut(s.Capital, ",")
		if k := facts.Fold(name); k != "" && (out[k] == "" || s.UN) {
			out[k] = s.ISO3
		}
	}
	return out
}

// sentence looks for the names that the facts know.
func (r *reader) sentence(s lang.Sentence) {
	forms := make([]string, 0, s.Last-s.First)
	for _, t := range r.doc.Tokens[s.First:s.Last] {
		forms = append(forms, t.Form)
	}
	for i := 0; i < len(forms); {
		c, _ := utf8.DecodeRuneInString(forms[i])
		if !unicode.IsUpper(c) {
			i++
			continue
		}
		n, refs := r.facts.Match(forms, i)
		first, last := s.First+i, s.First+i+n
		if n == 0 || !r.placeName(first, last, refs) {
			i++
			continue
		}
		i += n
	}
}

// placeName files the place that a name stands for; false if for none.
func (r *reader) placeName(first, last int, refs []facts.Ref) bool {
	name := r.doc.NameAt(first)
	if name != nil && (name.Kind == lang.PER || name.Last-name.First > last-first && name.Kind != lang.LOC) {
		return false
	}
	ref, ok := r.choose(refs, r.doc.Words(first, last))
	if !ok {
		return false
	}
	m := Mention{First: first, Last: last, Head: r.headOf(first, last)}
	if name != nil && name.Kind == lang.LOC && name.First <= first && last <= name.Last {
		m.First, m.Last, m.Head = name.First, name.Last, r.headOf(name.First, name.Last)
	}
	m.Place.Name, m.Place.State = r.doc.Words(m.First, m.Last), r.facts.StateOf(ref)
	switch ref.Kind {
	case facts.KindState:
		m.Kind = "state"
		if s := r.facts.State(m.Place.State); s != nil {
			m.Place.Lat, m.Place.Lon = s.Lat, s.Lon
		}
	case facts.KindCity:
		c := r.facts.CityOf(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "city", c.Lat, c.Lon
	case facts.KindSite, facts.KindRegion:
		s := r.facts.Site(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "site", s.Lat, s.Lon
	case facts.KindMetonym:
		m.Kind = "site"
	}
	r.Mentions = append(r.Mentions, m)
	return true
}

func (r *reader) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := r.doc.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// Weights of the evidence for one reading of a name, added to the prior of the facts.
const (
	isCapital  = 0.5
	stateInUse = 0.4  // the text speaks of the state
	leastScore = 0.45 // below it a name is left alone
)

// choose decides between the places of one name.
func (r *reader) choose(refs []facts.Ref, name string) (best facts.Ref, ok bool) {
	top := leastScore
	capital := r.capitals[facts.Fold(name)]
	for _, ref := range refs {
		var score float64
		switch ref.Kind {
		case facts.KindState, facts.KindMetonym, facts.KindSite, facts.KindRegion, facts.KindCity:
			score = ref.Prior()
		default:
			continue
		}
		state := r.facts.StateOf(ref)
		if ref.Kind == facts.KindCity && state == capital {
			score += isCapital
		}
		if r.inText[state] > 0 {
			score += stateInUse
		} else if ref.Kind == facts.KindCity && r.facts.CityOf(ref).Population < smallTown {
			score -= stateInUse
		}
		if score > top {
			best, top, ok = ref, score, true
		}
	}
	return best, ok
}

// smallTown is the population below which a city is not meant unless the text
// speaks of its state.
const smallTown = 100000

// siteNouns head the names of places smaller than a city.
var siteNouns = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`palace guesthouse house hotel airport base port harbor harbour embassy consulate castle hall center centre square
		villa residence headquarters camp hospital university prison church mosque temple cathedral stadium park resort bridge
		island islands sea strait gulf bay river lake mountain valley desert peninsula province region district county state city town village
		border crossing plant refinery station facility complex compound building parliament governorate oblast strip`) {
		siteNouns[w] = true
	}
}

// sites adds the places that only the tagger knows, and proper nouns whose head
// says that they are one.
func (r *reader) sites() {
	covered := make([]bool, len(r.doc.Tokens))
	for _, m := range r.Mentions {
		for i := m.First; i < m.Last; i++ {
			covered[i] = true
		}
	}
	for _, n := range r.doc.Names {
		last := strings.ToLower(r.doc.Tokens[n.Last-1].Form)
		if covered[n.First] || covered[n.Last-1] || n.Kind != lang.LOC && !(n.Kind == lang.ORG && siteNouns[last]) {
			continue
		}
		h := r.headOf(n.First, n.Last)
		r.Mentions = append(r.Mentions, Mention{n.First, n.Last, h, dateline.Place{Name: r.doc.Words(n.First, n.Last)}, "site"})
	}
	slices.SortStableFunc(r.Mentions, func(a, b Mention) int { return a.First - b.First })
}

func (r *reader) index() {
	for i := range r.Mentions {
		r.byHead[r.Mentions[i].Head] = int32(i)
	}
}

// fillStates gives a place without a state that of the place beside or under it
// ("Rivne, Ukraine"), else that of the same name elsewhere in the text.
func (r *reader) fillStates() {
	byName := map[string]string{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Place.State == "" {
			m.Place.State = r.stateBeside(m)
		}
		if m.Place.State != "" {
			byName[m.Place.Name] = m.Place.State
		}
	}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Place.State == "" {
			m.Place.State = byName[m.Place.Name]
		}
	}
}

func (r *reader) stateBeside(m *Mention) string {
	sent := r.doc.Tokens[m.Head].Sent
	for i := range r.Mentions {
		o := &r.Mentions[i]
		if o == m || o.Place.State == "" || r.doc.Tokens[o.Head].Sent != sent {
			continue
		}
		if gap := o.First - m.Last; gap >= 0 && gap <= 1 || r.doc.Dominates(m.Head, o.Head) || o.First >= m.First && o.Last <= m.Last {
			return o.Place.State
		}
	}
	return ""
}
