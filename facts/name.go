package facts

import (
	"math"
	"strings"
)

// name puts every name of the source into the alias index.
func (p *packing) name() {
	src := p.src
	for i := range src.States {
		p.nameState(uint32(i), &src.States[i])
	}
	for i, o := range src.Orgs {
		for _, a := range append([]string{o.Short, o.Name}, o.Aliases...) {
			p.add(a, KindOrg, uint32(i), orgPrior(o.Kind))
		}
	}
	for i, c := range src.Cities {
		w := cityPrior(&c)
		p.add(c.Name, KindCity, uint32(i), w)
		p.add(c.Alt, KindCity, uint32(i), w)
	}
	for i, s := range src.Sites {
		kind, w := KindSite, 0.7
		if isRegion(s.Kind) {
			kind, w = KindRegion, 0.45
		}
		for _, a := range append([]string{s.Name}, s.Aliases...) {
			p.add(a, kind, uint32(i), w)
		}
	}
	for i, m := range src.Metonyms {
		p.add(m.Word, KindMetonym, uint32(i), 0.8)
	}
	for i, t := range src.Offices {
		p.add(t, KindOffice, uint32(i), 0.9)
	}
	for i := range src.Persons {
		p.namePerson(uint32(i), &src.Persons[i])
	}
}

func (p *packing) nameState(n uint32, s *State) {
	w := 0.6
	if s.UN || s.ISO3 == "TWN" || s.ISO3 == "PSE" || s.ISO3 == "XKX" {
		w = 0.97
	}
	switch s.ISO3 {
	case "GEO", "JOR", "TCD", "TUR":
		w = 0.85 // also a U.S. state, a first name, …
	}
	p.add(s.Name, KindState, n, w)
	p.add(s.Official, KindState, n, w)
	for _, a := range s.Aliases {
		p.add(a, KindState, n, w*0.98)
	}
	for i, d := range s.Demonyms {
		p.add(d, KindDemonym, n, w*0.95-0.001*float64(min(i, 9)))
	}
}

func orgPrior(kind string) float64 {
	switch kind {
	case "international":
		return 0.95
	case "armed":
		return 0.9
	}
	return 0.75
}

// cityPrior grows with the population: 0.2 for a town of 20,000, 0.5 for a
// million, 0.65 for ten millions; a capital has 0.7 to 0.9.
func cityPrior(c *City) float64 {
	n := math.Log10(float64(max(c.Population, 10)))
	if c.Capital {
		return max(0.7, min(0.9, 0.3+0.093*n))
	}
	return max(0.1, min(0.7, 0.17*n-0.52))
}

func isRegion(kind string) bool {
	switch kind {
	case "province", "sea", "region", "continent", "river", "strait", "mountain", "island", "us-state", "gulf", "peninsula":
		return true
	}
	return false
}

// add puts one name into the index.
func (p *packing) add(name string, kind Kind, n uint32, prior float64) {
	if name == "" {
		return
	}
	h, w := hashOf(name)
	if !w.begun {
		return
	}
	prior = max(0, min(1, prior))
	p.names[h] = append(p.names[h], Ref{N: n, Kind: kind, shape: shapeOf(name), prior: uint16(prior * 65535)})
	p.begin(name)
}

// begin remembers the keys with which a name of several words begins.
func (p *packing) begin(name string) {
	if p.prefix == nil {
		p.prefix = make([]byte, 1<<18)
	}
	k := emptyKey
	var w writing
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -–‑/'’.&,", r) })
	for i, word := range words {
		k = k.add(word, &w)
		if i < len(words)-1 {
			bit := k.mix() & uint64(len(p.prefix)*8-1)
			p.prefix[bit>>3] |= 1 << (bit & 7)
		}
	}
}

// namePerson indexes the full name, its variants and, for persons whom news
// name so, the surname alone.
func (p *packing) namePerson(n uint32, q *Person) {
	w := p.weight[n]
	for _, full := range append([]string{q.Name}, q.Aliases...) {
		if words := nameWords(full); len(words) > 0 && words[len(words)-1] != full[strings.LastIndexByte(full, ' ')+1:] { // "Abdullah II"
			p.add(full, KindPerson, n, 0.6+0.4*w)
		}
		if p.reigns[n] { // "Abdullah II of Jordan"
			p.add(full+" of "+p.states[q.State], KindPerson, n, 0.6+0.4*w)
		}
	}
	for i, v := range Variants(q.Name, q.Surname, q.State) {
		p.add(v, KindPerson, n, 0.55+0.4*w-0.02*float64(min(i, 10)))
	}
	for _, a := range q.Aliases {
		if strings.ContainsRune(a, ' ') {
			for i, v := range Variants(a, "", q.State) {
				p.add(v, KindPerson, n, 0.55+0.4*w-0.02*float64(min(i, 10)))
			}
			continue
		}
		p.add(a, KindPerson, n, 0.3+0.6*w)
	}
	for i, s := range Surnames(q.Name, q.Surname, q.State) {
		if w > 0.1 {
			p.add(s, KindPerson, n, 0.8*w-0.1*float64(i))
		}
		h := rawHash("loose", Sound(s))
		if l := p.loose[h]; len(l) == 0 || l[len(l)-1] != n {
			p.loose[h] = append(l, n)
		}
	}
}
