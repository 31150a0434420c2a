package facts

import (
	"encoding/binary"
	"fmt"
	"sort"

	"dateline"
)

// Pack lays a source out as the file that [Open] reads. The same source gives
// the same bytes. Names are indexed under all their variants.
func Pack(src *Source) ([]byte, error) {
	p := packing{
		src: src, e: &encoder{symbols: map[string]uint32{}},
		ids: map[uint64][]uint32{}, loose: map[uint64][]uint32{}, holders: map[uint64][]uint32{},
		names: map[uint64][]Ref{}, reigns: map[uint32]bool{}, states: map[string]string{},
	}
	if err := p.number(); err != nil {
		return nil, err
	}
	var sec [sections][]byte
	sec[secStates] = packTable(len(src.States), p.e, func(i int) { p.e.state(&src.States[i]) })
	sec[secPersons] = packTable(len(src.Persons), p.e, func(i int) { p.e.person(&src.Persons[i], p.first[i], p.count[i]) })
	sec[secOrgs] = packTable(len(src.Orgs), p.e, func(i int) { p.e.org(&src.Orgs[i]) })
	sec[secCities] = packTable(len(src.Cities), p.e, func(i int) { p.e.city(&src.Cities[i]) })
	sec[secSites] = packTable(len(src.Sites), p.e, func(i int) { p.e.site(&src.Sites[i]) })
	sec[secMetonyms] = packTable(len(src.Metonyms), p.e, func(i int) { p.e.metonym(&src.Metonyms[i]) })
	sec[secHoldings] = packTable(len(src.Holdings), p.e, func(i int) { p.e.holding(&src.Holdings[i], p.whose[i]) })
	sec[secSummits] = packTable(len(src.Summits), p.e, func(i int) { p.e.summit(&src.Summits[i]) })
	sec[secOffices] = packTable(len(src.Offices), p.e, func(i int) { p.e.b = append(p.e.b, src.Offices[i]...) })
	sec[secRegimes] = packTable(len(src.Regimes), p.e, func(i int) { p.e.regime(&src.Regimes[i]) })
	sec[secGenders] = packTable(len(src.Genders), p.e, func(i int) { p.e.str(src.Genders[i].Name); p.e.str(src.Genders[i].Gender) })
	p.index()
	sec[secSymbols] = packTable(len(p.e.order), p.e, func(i int) { p.e.b = append(p.e.b, p.e.order[i]...) })
	sec[secAliases], sec[secPrefix] = packIndex(p.aliases()), p.prefix
	sec[secIDs], sec[secHolders], sec[secLoose] = packIndex(p.ids), packIndex(p.holders), packIndex(p.loose)

	out := []byte(magic)
	at := len(magic) + 8*sections
	for _, s := range sec {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s)))
		at += len(s)
	}
	for _, s := range sec {
		out = append(out, s...)
	}
	return out, nil
}

type packing struct {
	src          *Source
	e            *encoder
	first, count []int // holdings of each person
	whose        []int // person of each holding
	ids          map[uint64][]uint32
	loose        map[uint64][]uint32
	holders      map[uint64][]uint32
	names        map[uint64][]Ref
	prefix       []byte
	weight       []float64         // of each person
	reigns       map[uint32]bool   // persons who are or were monarchs
	states       map[string]string // code -> name
}

// number sorts the holdings by person and day and gives ids their records.
func (p *packing) number() error {
	src := p.src
	person := map[string]int{}
	for i, q := range src.Persons {
		if _, twice := person[q.ID]; twice {
			return fmt.Errorf("pack facts: two persons %s", q.ID)
		}
		person[q.ID] = i
		p.ids[rawHash("p", q.ID)] = []uint32{uint32(i)}
	}
	for i, s := range src.States {
		p.states[s.ISO3] = s.Name
		p.ids[rawHash("s", s.ISO3)] = []uint32{uint32(i)}
	}
	for i, o := range src.Orgs {
		p.ids[rawHash("o", o.Short)] = []uint32{uint32(i)}
		p.ids[rawHash("o", o.ID)] = []uint32{uint32(i)}
	}
	for i, r := range src.Regimes {
		p.ids[rawHash("r", r.State)] = []uint32{uint32(i)}
	}
	for i, g := range src.Genders {
		p.ids[rawHash("g", g.Name)] = []uint32{uint32(i)}
	}
	sort.SliceStable(src.Holdings, func(i, j int) bool {
		a, b := &src.Holdings[i], &src.Holdings[j]
		if pa, pb := person[a.Person.ID], person[b.Person.ID]; pa != pb {
			return pa < pb
		}
		if a.From != b.From {
			return a.From < b.From
		}
		if a.To != b.To {
			return a.To < b.To
		}
		return a.Title < b.Title
	})
	p.first, p.count = make([]int, len(src.Persons)), make([]int, len(src.Persons))
	p.whose = make([]int, len(src.Holdings))
	p.weight = make([]float64, len(src.Persons))
	for i := range src.Holdings {
		h := &src.Holdings[i]
		n, ok := person[h.Person.ID]
		if !ok {
			return fmt.Errorf("pack facts: %s of %s: no person %q", h.Title, h.State, h.Person.ID)
		}
		if p.count[n] == 0 {
			p.first[n] = i
		}
		p.count[n]++
		p.whose[i] = n
		if contains(h.Classes, Monarch) || contains(h.Classes, CrownPrince) {
			p.reigns[uint32(n)] = true
		}
		p.weight[n] = max(p.weight[n], weigh(h))
	}
	return nil
}

// weigh says how likely news name the holder of an office, 0..1: by the office,
// and by how long ago it was held.
func weigh(h *Holding) float64 {
	w := 0.15
	for _, c := range h.Classes {
		w = max(w, classWeight(c))
	}
	if isGreat(h.State) {
		w = min(1, w*1.25)
	}
	last := h.To
	if !last.Known() {
		last = h.AsOf
		if h.From.Known() && last > h.From+20*365 && !contains(h.Classes, Monarch) {
			last = h.From + 10*365 // no end known: hardly still in office
		}
	}
	years := float64(dateline.Date(2026, 1, 1)-last) / 365
	switch {
	case years > 60:
		w *= 0.15
	case years > 30:
		w *= 0.3
	case years > 12:
		w *= 0.6
	}
	return w
}

func classWeight(c OfficeClass) float64 {
	switch c {
	case HeadOfState, HeadOfGovernment, Leader, President, PrimeMinister, SupremeLeader, SecretaryGeneral:
		return 0.75
	case Foreign, "commission-president", "council-president", CrownPrince:
		return 0.6
	case Defence, VicePresident, NSA, Monarch, Speaker, "director-general", "managing-director":
		return 0.5
	case Finance, Trade, Interior, ChiefOfStaff, Intelligence, CentralBank, "party-leader", "chief":
		return 0.4
	}
	if len(c) > 11 && c[:11] == "ambassador:" {
		return 0.25
	}
	return 0.15
}

func isGreat(state string) bool {
	switch state {
	case "USA", "CHN", "RUS", "GBR", "FRA", "DEU", "JPN", "IND", "UN", "EU", "NATO", "ISR", "IRN", "UKR", "TUR":
		return true
	}
	return false
}

// index builds the holder index: state and class, latest first.
func (p *packing) index() {
	order := make([]int, len(p.src.Holdings))
	for i := range order {
		order[i] = i
	}
	hs := p.src.Holdings
	sort.SliceStable(order, func(i, j int) bool { return hs[order[i]].From > hs[order[j]].From })
	for _, i := range order {
		for _, c := range hs[i].Classes {
			h := rawHash(hs[i].State, string(c))
			p.holders[h] = append(p.holders[h], uint32(i))
		}
	}
	p.name()
}

// aliases sorts the refs of each name, best first, and drops repetitions.
func (p *packing) aliases() map[uint64][]uint32 {
	out := make(map[uint64][]uint32, len(p.names))
	for k, refs := range p.names {
		sort.SliceStable(refs, func(i, j int) bool {
			a, b := refs[i], refs[j]
			if a.prior != b.prior {
				return a.prior > b.prior
			}
			if a.Kind != b.Kind {
				return a.Kind < b.Kind
			}
			return a.N < b.N
		})
		type thing struct {
			kind Kind
			n    uint32
		}
		seen := map[thing]bool{}
		var list []uint32
		for _, r := range refs {
			if t := (thing{r.Kind, r.N}); !seen[t] && len(list) < 2*maxRefs {
				seen[t] = true
				list = append(list, r.N, r.word())
			}
		}
		out[k] = list
	}
	return out
}

// maxRefs is how many readings of one name are kept.
const maxRefs = 64
