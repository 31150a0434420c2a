package facts

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"dateline"
)

// Builder gathers a [Source] and joins what different sources say of one
// person: the same identifier, or the same state and folded name, or a fuller
// form of the name in the same office at the same time.
type Builder struct {
	Source
	byID   map[string]int
	byName map[string][]int        // state|folded words, sorted -> persons
	inpost map[string][]int        // state|class -> holdings
	states map[string]string       // folded name -> code
	spans  map[int][2]dateline.Day // first and last day of each person's offices
	led    map[int]bool            // persons whose name was written by hand
}

// NewBuilder starts from a source, which may be empty.
func NewBuilder(src Source) *Builder {
	b := &Builder{
		Source: src, byID: map[string]int{}, byName: map[string][]int{}, inpost: map[string][]int{},
		states: map[string]string{}, spans: map[int][2]dateline.Day{}, led: map[int]bool{},
	}
	for _, s := range src.States {
		b.nameState(&s)
	}
	for i := range src.Persons {
		b.know(i)
	}
	for i := range src.Holdings {
		b.post(i)
	}
	return b
}

func (b *Builder) nameState(s *State) {
	for _, n := range append([]string{s.Name, s.Official, s.ISO3}, s.Aliases...) {
		if f := Fold(n); b.states[f] == "" {
			b.states[f] = s.ISO3
		}
	}
}

// StateNamed is the code of a state or the short name of an organization; "" if unknown.
func (b *Builder) StateNamed(name string) string {
	f := Fold(name)
	if s := b.states[strings.TrimPrefix(f, "the ")]; s != "" {
		return s
	}
	for _, o := range b.Orgs {
		if Fold(o.Short) == f || Fold(o.Name) == f || slices.ContainsFunc(o.Aliases, func(a string) bool { return Fold(a) == f }) {
			return o.Short
		}
	}
	return ""
}

// HasState reports whether code is a state's or an organization's.
func (b *Builder) HasState(code string) bool {
	return slices.ContainsFunc(b.States, func(s State) bool { return s.ISO3 == code }) ||
		slices.ContainsFunc(b.Orgs, func(o Org) bool { return o.Short == code })
}

// AddState adds a state, or adds to the one of the same code.
func (b *Builder) AddState(s State) {
	for i := range b.States {
		if t := &b.States[i]; t.ISO3 == s.ISO3 {
			t.Name = cmp.Or(s.Name, t.Name)
			t.Aliases = union(t.Aliases, s.Aliases)
			t.Demonyms = union(t.Demonyms, s.Demonyms)
			t.Adjective = cmp.Or(s.Adjective, t.Adjective)
			t.Capital = cmp.Or(s.Capital, t.Capital)
			b.nameState(t)
			return
		}
	}
	b.States = append(b.States, s)
	b.nameState(&s)
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// bag is the key under which a person of a state is found by name. Where either
// order is written, it does not tell them apart.
func bag(state, name string) string {
	words := strings.Fields(Fold(strings.Join(nameWords(name), " ")))
	if orderVaries[state] {
		sort.Strings(words)
	}
	return state + "|" + strings.Join(words, " ")
}

func (b *Builder) know(i int) {
	p := &b.Persons[i]
	b.byID[p.ID] = i
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		for _, k := range []string{bag(p.State, n), bag("", n)} {
			if !slices.Contains(b.byName[k], i) {
				b.byName[k] = append(b.byName[k], i)
			}
		}
	}
}

func (b *Builder) post(i int) {
	h := &b.Holdings[i]
	for _, c := range h.Classes {
		k := h.State + "|" + string(c)
		b.inpost[k] = append(b.inpost[k], i)
	}
	n := b.byID[h.Person.ID]
	s, ok := b.spans[n]
	if !ok {
		s = [2]dateline.Day{1 << 30, -1 << 30}
	}
	if h.From.Known() {
		s[0], s[1] = min(s[0], h.From), max(s[1], h.From)
	}
	if h.To.Known() {
		s[0], s[1] = min(s[0], h.To), max(s[1], h.To)
	}
	b.spans[n] = s
}

// Hold enters one spell of an office. The person is found or made by id (a
// Wikidata number, may be "") and name.
func (b *Builder) Hold(id, name string, h Holding) {
	if h.Classes == nil {
		h.Classes = classesOf(h.State, h.Title, b.StateNamed)
	}
	n := b.find(id, name, &h)
	if n < 0 {
		n = b.make(id, name, h.State)
	} else if p := &b.Persons[n]; p.Name != name {
		p.Aliases = union(p.Aliases, []string{name})
		if h.Source == HandSource && !b.led[n] { // as news write it
			p.Aliases = union(slices.DeleteFunc(p.Aliases, func(a string) bool { return a == name }), []string{p.Name})
			p.Name = name
		}
		b.know(n)
	}
	if h.Source == HandSource {
		b.led[n] = true
	}
	h.Person = Person{ID: b.Persons[n].ID}
	b.Holdings = append(b.Holdings, h)
	b.post(len(b.Holdings) - 1)
}

func (b *Builder) make(id, name, state string) int {
	pid := "p:" + id
	if id == "" {
		base := "p:" + strings.ReplaceAll(Fold(name), " ", "-")
		pid = base
		for i := 1; ; i++ {
			if _, taken := b.byID[pid]; !taken {
				break
			}
			pid = base + "-" + strings.ToLower(state)
			if i > 1 {
				pid = fmt.Sprintf("%s-%s-%d", base, strings.ToLower(state), i)
			}
		}
	}
	b.Persons = append(b.Persons, Person{ID: pid, Name: name, State: state})
	b.know(len(b.Persons) - 1)
	return len(b.Persons) - 1
}

// find gives the person meant, or -1.
func (b *Builder) find(id, name string, h *Holding) int {
	if id != "" {
		if i, ok := b.byID["p:"+id]; ok {
			return i
		}
	}
	for _, i := range b.byName[bag(h.State, name)] {
		if b.near(i, h) && (id == "" || !strings.HasPrefix(b.Persons[i].ID, "p:Q")) {
			return i
		}
	}
	if id != "" {
		return -1
	}
	if n := b.abroad(name, h); n >= 0 {
		return n
	}
	words := strings.Fields(Fold(strings.Join(nameWords(name), " ")))
	for _, c := range h.Classes {
		for _, j := range b.inpost[h.State+"|"+string(c)] {
			o := &b.Holdings[j]
			if !together(o, h) {
				continue
			}
			n := b.byID[o.Person.ID]
			p := &b.Persons[n]
			for _, alias := range append([]string{p.Name}, p.Aliases...) {
				if sameName(words, strings.Fields(Fold(alias)), h.State) {
					return n
				}
			}
		}
	}
	for _, v := range Variants(name, "", h.State) {
		if strings.Contains(v, ".") || !strings.Contains(v, " ") {
			continue
		}
		for _, i := range b.byName[bag(h.State, v)] {
			if b.near(i, h) && b.spans[i][1] > dateline.Date(1995, 1, 1) {
				return i
			}
		}
	}
	return -1
}

// abroad finds an officer of an organization among the persons of all states,
// and the other way round, if only one there bears the full name.
func (b *Builder) abroad(name string, h *Holding) int {
	found := -1
	for _, i := range b.byName[bag("", name)] {
		if (b.isOrg(h.State) || b.Dependent(h.State) || b.isOrg(b.Persons[i].State)) && b.near(i, h) && b.spans[i][1] > dateline.Date(1980, 1, 1) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// Dependent reports whether a territory has its head of state elsewhere.
func (b *Builder) Dependent(code string) bool {
	switch code {
	case "TWN", "PSE", "XKX", "ESH":
		return false
	}
	for i := range b.States {
		if b.States[i].ISO3 == code {
			return !b.States[i].Independent
		}
	}
	return false
}

func (b *Builder) isOrg(code string) bool {
	return slices.ContainsFunc(b.Orgs, func(o Org) bool { return o.Short == code })
}

// near reports whether a holding may be of a person's life: within thirty years
// of the other offices.
func (b *Builder) near(person int, h *Holding) bool {
	s, ok := b.spans[person]
	const life = 30 * 365
	return !ok || !h.From.Known() || s[0] == 1<<30 || h.From > s[0]-life && h.From < s[1]+life
}

// together reports whether two holdings overlap or nearly so.
func together(a, b *Holding) bool {
	const slack = 200
	return (!a.To.Known() || !b.From.Known() || b.From <= a.To+slack) &&
		(!b.To.Known() || !a.From.Known() || a.From <= b.To+slack) &&
		(a.From.Known() && b.From.Known())
}

// sameName reports whether every word of the shorter name sounds like a word of
// the longer, in their order, two words at least.
func sameName(a, b []string, state string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	telling := 0
	for _, w := range a {
		if !particles[w] {
			telling++
		}
	}
	if telling < 2 || likeness(a, b, false) < 1 || len(a) < len(b) && slices.Contains(b, "bin") && a[0] != b[0] {
		return false
	}
	return orderVaries[state] || soundsWithin(a, b)
}

// soundsWithin reports whether the words of a sound like words of b in their order.
func soundsWithin(a, b []string) bool {
	for _, w := range b {
		if len(a) > 0 && (a[0] == w || Sound(a[0]) == Sound(w)) {
			a = a[1:]
		}
	}
	return len(a) == 0
}

// ClassesIn is [Facts.ClassesOf] while building.
func ClassesIn(b *Builder, state, title string) []OfficeClass {
	return classesOf(state, title, b.StateNamed)
}

// Titles are the office titles that running text is searched for: those of the
// tables, and every portfolio as "X minister", "minister of X", "X secretary".
func Titles() []string {
	seen := map[string]bool{}
	var out []string
	put := func(t string) {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	titles, _ := readTable(tables, "tables/titles.tsv")
	for _, r := range titles {
		put(r.cell(0))
	}
	portfolios, _ := readTable(tables, "tables/portfolios.tsv")
	for _, r := range portfolios {
		p := r.cell(0)
		for _, form := range []string{"%s minister", "minister of %s", "minister for %s", "%s secretary", "secretary of %s", "deputy %s minister", "vice %s minister", "%s ministry", "ministry of %s"} {
			put(strings.Replace(form, "%s", p, 1))
		}
	}
	return out
}
