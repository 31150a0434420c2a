package facts

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline"
)

// MergeDoubles joins the entries of one person whom sources spell differently.
// Two persons of a state are one if
//
//   - both took a post that one person at a time holds within two months, and
//     their names are half alike, the first or last word among it; or
//   - their names are one word by word when romanizations are set aside, or but
//     for initials, and the years and kinds of their offices go together; or
//   - names between the first and the last are dropped, and nobody else of the
//     state is called so.
//
// Persons of two states are one if their names are the same and they took
// offices on the same day (the king of many realms), or if one of them is an
// officer of an organization and only one other bears the name.
//
// Two Wikidata numbers are never joined: that is not for us to say. The number
// stays as id, the name written by hand leads, every spelling stays an alias.
// It returns what was joined, "gone = kept", in order.
func (b *Builder) MergeDoubles(single func(OfficeClass) bool) []string {
	m := merging{Builder: b, root: map[int]int{}, lives: make([]life, len(b.Persons)), family: map[string]int{}}
	for i := range b.Persons {
		m.lives[i] = life{first: 1 << 30, last: -1 << 30}
	}
	for i := range b.Holdings {
		m.lives[b.byID[b.Holdings[i].Person.ID]].add(&b.Holdings[i])
	}
	for i := range b.Persons {
		if w := spell(b.Persons[i].Name).words; len(w) > 0 && m.lives[i].last >= modern {
			m.family[b.Persons[i].State+"|"+Sound(w[len(w)-1])]++
		}
	}
	m.byPost(single)
	m.byName()
	m.acrossStates()
	return m.join()
}

// modern is the day from which on names alone make two persons one.
var modern = dateline.Date(1990, time.January, 1)

// life is what the offices of a person tell.
type life struct {
	first, last         dateline.Day
	envoy, deputy, post bool // ambassador; member of parliament; anything else
	hand                bool
}

func (l *life) add(h *Holding) {
	for _, d := range []dateline.Day{h.From, h.To} {
		if d.Known() {
			l.first, l.last = min(l.first, d), max(l.last, d)
		}
	}
	if !h.To.Known() && h.From.Known() { // open: still there when the source looked, or a term later
		l.last = max(l.last, min(h.AsOf, h.From+5*365))
	}
	l.hand = l.hand || h.Source == HandSource
	for _, c := range h.Classes {
		switch s := string(c); {
		case strings.HasPrefix(s, "ambassador:"), strings.HasPrefix(s, "charge:"), strings.HasPrefix(s, "envoy:"):
			l.envoy = true
		case s == "x:representative", s == "x:senator":
			l.deputy = true
		default:
			l.post = true
		}
	}
}

type merging struct {
	*Builder
	root   map[int]int
	lives  []life
	family map[string]int // state|sound of the last word: how many of these years
}

// top is the person that stands for i so far.
func (m *merging) top(i int) int {
	for {
		r, ok := m.root[i]
		if !ok {
			return i
		}
		i = r
	}
}

// unite joins two persons unless both have a number.
func (m *merging) unite(i, j int) {
	i, j = m.top(i), m.top(j)
	if i == j {
		return
	}
	qi, qj := m.numbered(i), m.numbered(j)
	if qi && qj {
		return
	}
	if qj || !qi && j < i {
		i, j = j, i
	}
	m.root[j] = i
	a, b := &m.lives[i], &m.lives[j]
	a.first, a.last = min(a.first, b.first), max(a.last, b.last)
	a.envoy, a.deputy, a.post = a.envoy || b.envoy, a.deputy || b.deputy, a.post || b.post
}

func (m *merging) numbered(i int) bool { return strings.HasPrefix(m.Persons[i].ID, "p:Q") }

// byPost joins those who took one post at about the same time.
func (m *merging) byPost(single func(OfficeClass) bool) {
	for _, k := range slices.Sorted(maps.Keys(m.inpost)) {
		class := OfficeClass(k[strings.IndexByte(k, '|')+1:])
		if !single(class) {
			continue
		}
		posts := m.inpost[k]
		slices.SortStableFunc(posts, func(x, y int) int { return cmp.Compare(m.Holdings[x].From, m.Holdings[y].From) })
		for x, i := range posts {
			h := &m.Holdings[i]
			for _, j := range posts[x+1:] {
				o := &m.Holdings[j]
				if o.From-h.From > 62 {
					break
				}
				p, q := m.byID[h.Person.ID], m.byID[o.Person.ID]
				if h.From.Known() && p != q && m.halfAlike(p, q, o.From-h.From <= 1 && (h.Source == HandSource || o.Source == HandSource)) {
					m.unite(p, q)
				}
			}
		}
	}
}

// halfAlike reports whether half of the words of two persons' names agree, the
// first among them or a last one that few bear; on the very day any half will do.
func (m *merging) halfAlike(p, q int, sameDay bool) bool {
	x, y := spell(m.Persons[p].Name).words, spell(m.Persons[q].Name).words
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	n := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(v string) bool { return sameWord(w, v) }) {
			n++
		}
	}
	if 2*n < len(x) {
		return false
	}
	return sameDay || len(x) == 1 && len(x[0]) > 3 || sameWord(x[0], y[0]) && len(x) > 1 && 2*n > len(x) ||
		editDistance(x[len(x)-1], y[len(y)-1]) <= 1 && m.family[m.Persons[p].State+"|"+Sound(x[len(x)-1])] <= 6
}

// byName joins those whose names are one.
func (m *merging) byName() {
	named := map[string][]int{} // state|sound of the last word
	firsts := map[string]int{}  // state|sounds of first and last word: how many of them
	for i := range m.Persons {
		if m.lives[i].last < modern {
			continue
		}
		seen := map[string]bool{}
		for _, n := range append([]string{m.Persons[i].Name}, m.Persons[i].Aliases...) {
			w := spell(n).words
			if len(w) < 2 {
				continue
			}
			if orderVaries[m.Persons[i].State] {
				w = slices.Sorted(slices.Values(w))
			}
			k := m.Persons[i].State + "|" + Sound(w[len(w)-1])
			if both := k + "|" + Sound(w[0]); !seen[both] {
				seen[both] = true
				firsts[both]++
			}
			if !seen[k] {
				seen[k] = true
				named[k] = append(named[k], i)
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(named)) {
		list := named[k]
		for x, i := range list {
			for _, j := range list[x+1:] {
				if m.onePerson(i, j, firsts) {
					m.unite(i, j)
				}
			}
		}
	}
}

// onePerson weighs two persons of a state whose last names sound alike.
func (m *merging) onePerson(i, j int, firsts map[string]int) bool {
	a, b := &m.lives[i], &m.lives[j]
	if a.deputy || b.deputy || m.numbered(i) && m.numbered(j) {
		return false
	}
	const year = 365
	gap := max(a.first, b.first) - min(a.last, b.last)
	together := a.envoy && b.envoy || a.post && b.post
	state := m.Persons[i].State
	for _, n := range append([]string{m.Persons[i].Name}, m.Persons[i].Aliases...) {
		for _, o := range append([]string{m.Persons[j].Name}, m.Persons[j].Aliases...) {
			x, y := spell(n), spell(o)
			if anglophone[state] && x.words != nil && y.words != nil && x.words[len(x.words)-1] != y.words[len(y.words)-1] {
				continue // nothing is transliterated: "Mills" is not "Miles"
			}
			switch kin(x, y, state) {
			case sameSpelt:
				if gap < 12*year && (together || len(x.words) > 2) {
					return true
				}
			case initialed:
				if gap < 10*year && together {
					return true
				}
			case shortened:
				w := x.words
				if gap < 4*year && together && !(x.bin && y.bin) && m.family[state+"|"+Sound(w[len(w)-1])] <= 6 &&
					firsts[state+"|"+Sound(w[len(w)-1])+"|"+Sound(w[0])] <= 2 {
					return true
				}
			}
		}
	}
	return false
}

// anglophone are the states whose names are written in one way.
var anglophone = map[string]bool{"USA": true, "GBR": true, "CAN": true, "AUS": true, "NZL": true, "IRL": true, "JAM": true}

// acrossStates joins those who hold offices of several states or of organizations.
func (m *merging) acrossStates() {
	named := map[string][]int{}
	starts := make([][]dateline.Day, len(m.Persons))
	for i := range m.Holdings {
		if h := &m.Holdings[i]; h.From.Known() && h.From >= modern {
			n := m.byID[h.Person.ID]
			starts[n] = append(starts[n], h.From)
		}
	}
	for i := range m.Persons {
		if n := Fold(m.Persons[i].Name); strings.Contains(n, " ") && m.lives[i].last >= modern {
			named[n] = append(named[n], i)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(named)) {
		list := named[k]
		for x, i := range list {
			for _, j := range list[x+1:] {
				p, q := &m.Persons[i], &m.Persons[j]
				if p.State == q.State {
					continue
				}
				officer := len(list) == 2 && m.isOrg(p.State) != m.isOrg(q.State) || m.isOrg(p.State) && m.isOrg(q.State)
				if officer || slices.ContainsFunc(starts[i], func(d dateline.Day) bool {
					return slices.ContainsFunc(starts[j], func(e dateline.Day) bool { return max(d, e)-min(d, e) <= 1 })
				}) {
					m.unite(i, j)
				}
			}
		}
	}
}

// join moves names and holdings of those that went and drops their entries.
func (m *merging) join() []string {
	var told []string
	into := map[string]string{}
	led := map[int]bool{}
	for i := range m.Persons {
		k := m.top(i)
		if k == i {
			continue
		}
		keep, gone := &m.Persons[k], &m.Persons[i]
		told = append(told, fmt.Sprintf("%s %s = %s %s", gone.ID, gone.Name, keep.ID, keep.Name))
		into[gone.ID] = keep.ID
		if m.lives[i].hand && !m.lives[k].hand && !led[k] { // the hand's spelling leads
			led[k] = true
			keep.Aliases = union([]string{keep.Name}, keep.Aliases)
			keep.Name = gone.Name
			keep.Gender, keep.Surname = cmp.Or(gone.Gender, keep.Gender), cmp.Or(gone.Surname, keep.Surname)
		}
		for _, n := range append([]string{gone.Name}, gone.Aliases...) {
			if n != keep.Name {
				keep.Aliases = union(keep.Aliases, []string{n})
			}
		}
		keep.Gender = cmp.Or(keep.Gender, gone.Gender)
		if m.isOrg(keep.State) && !m.isOrg(gone.State) {
			keep.State = gone.State
		}
	}
	for i := range m.Holdings {
		if k := into[m.Holdings[i].Person.ID]; k != "" {
			m.Holdings[i].Person.ID = k
		}
	}
	m.Persons = slices.DeleteFunc(m.Persons, func(p Person) bool { return into[p.ID] != "" })
	m.byID = map[string]int{}
	for i, p := range m.Persons {
		m.byID[p.ID] = i
	}
	return told
}
