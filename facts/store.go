package facts

import "fmt"

// store is a packed file opened for reading. Records are decoded on demand.
type store struct {
	symbols, states, persons, orgs, cities, sites table
	metonyms, holdings, summits, offices          table
	regimes, genders                              table
	aliases, ids, holders, loose                  index
	prefix                                        string
	refs                                          []Ref // values of aliases
}

func open(s string) (*store, error) {
	if len(s) < 4+8*sections || s[:4] != magic {
		return nil, fmt.Errorf("packed facts: not a %s file", magic)
	}
	var part [sections]string
	for i := range part {
		at, n := int(u32(s, 4+8*i)), int(u32(s, 8+8*i))
		if at+n > len(s) {
			return nil, fmt.Errorf("packed facts: section %d is cut off", i)
		}
		part[i] = s[at : at+n]
	}
	st := &store{
		symbols: openTable(part[secSymbols]), states: openTable(part[secStates]),
		persons: openTable(part[secPersons]), orgs: openTable(part[secOrgs]),
		cities: openTable(part[secCities]), sites: openTable(part[secSites]),
		metonyms: openTable(part[secMetonyms]), holdings: openTable(part[secHoldings]),
		summits: openTable(part[secSummits]), offices: openTable(part[secOffices]),
		regimes: openTable(part[secRegimes]), genders: openTable(part[secGenders]),
		aliases: openIndex(part[secAliases]), ids: openIndex(part[secIDs]),
		holders: openIndex(part[secHolders]), loose: openIndex(part[secLoose]),
		prefix: part[secPrefix],
	}
	st.refs = make([]Ref, len(st.aliases.values)/8)
	for i := range st.refs {
		x := u32(st.aliases.values, 8*i+4)
		st.refs[i] = Ref{u32(st.aliases.values, 8*i), Kind(x & 0xff), shape(x >> 8 & 0xff), uint16(x >> 16)}
	}
	return st, nil
}

// word is the second number of a ref in the alias index.
func (r Ref) word() uint32 { return uint32(r.Kind) | uint32(r.shape)<<8 | uint32(r.prior)<<16 }

// begins reports whether some alias of several words begins with the key h.
func (st *store) begins(h uint64) bool {
	if st.prefix == "" {
		return false
	}
	bit := h & uint64(len(st.prefix)*8-1)
	return st.prefix[bit>>3]&(1<<(bit&7)) != 0
}

// id is the record of a kind that carries an identifier.
func (st *store) id(kind, id string) (int, bool) {
	lo, hi := st.ids.find(rawHash(kind, id))
	if lo == hi {
		return 0, false
	}
	return int(st.ids.value(lo)), true
}

func (st *store) symbol(i int) string {
	if i >= st.symbols.n {
		return ""
	}
	return st.symbols.record(i, st).s
}

func (st *store) state(i int) State {
	d := st.states.record(i, st)
	return State{
		ISO3: d.str(), ISO2: d.str(), Name: d.str(), Official: d.str(), Aliases: d.strs(), Demonyms: d.strs(),
		Adjective: d.str(), Capital: d.str(), Lat: d.deg(), Lon: d.deg(), Region: d.sym(), Subregion: d.sym(),
		UN: d.flag(), Independent: d.flag(), Source: d.sym(),
	}
}

func (e *encoder) state(s *State) {
	e.str(s.ISO3)
	e.str(s.ISO2)
	e.str(s.Name)
	e.str(s.Official)
	e.strs(s.Aliases)
	e.strs(s.Demonyms)
	e.str(s.Adjective)
	e.str(s.Capital)
	e.deg(s.Lat)
	e.deg(s.Lon)
	e.sym(s.Region)
	e.sym(s.Subregion)
	e.flag(s.UN)
	e.flag(s.Independent)
	e.sym(s.Source)
}

// person also gives the range of the person's holdings.
func (st *store) person(i int) (p Person, lo, n int) {
	d := st.persons.record(i, st)
	p = Person{ID: d.str(), Name: d.str(), Surname: d.str(), State: d.sym(), Gender: d.sym(), Aliases: d.strs()}
	return p, d.num(), d.num()
}

func (e *encoder) person(p *Person, lo, n int) {
	e.str(p.ID)
	e.str(p.Name)
	e.str(p.Surname)
	e.sym(p.State)
	e.sym(p.Gender)
	e.strs(p.Aliases)
	e.num(lo)
	e.num(n)
}

func (st *store) org(i int) Org {
	d := st.orgs.record(i, st)
	return Org{
		ID: d.str(), Short: d.str(), Name: d.str(), Kind: d.sym(), State: d.sym(),
		Aliases: d.strs(), Members: d.syms(), Source: d.sym(),
	}
}

func (e *encoder) org(o *Org) {
	e.str(o.ID)
	e.str(o.Short)
	e.str(o.Name)
	e.sym(o.Kind)
	e.sym(o.State)
	e.strs(o.Aliases)
	e.syms(o.Members)
	e.sym(o.Source)
}

func (st *store) city(i int) City {
	d := st.cities.record(i, st)
	return City{
		ID: d.str(), Name: d.str(), Alt: d.str(), State: d.sym(),
		Lat: d.deg(), Lon: d.deg(), Population: d.num(), Capital: d.flag(),
	}
}

func (e *encoder) city(c *City) {
	e.str(c.ID)
	e.str(c.Name)
	e.str(c.Alt)
	e.sym(c.State)
	e.deg(c.Lat)
	e.deg(c.Lon)
	e.num(c.Population)
	e.flag(c.Capital)
}

func (st *store) site(i int) Site {
	d := st.sites.record(i, st)
	return Site{
		Name: d.str(), Kind: d.sym(), State: d.sym(), City: d.str(),
		Lat: d.deg(), Lon: d.deg(), Aliases: d.strs(),
	}
}

func (e *encoder) site(s *Site) {
	e.str(s.Name)
	e.sym(s.Kind)
	e.sym(s.State)
	e.str(s.City)
	e.deg(s.Lat)
	e.deg(s.Lon)
	e.strs(s.Aliases)
}

func (st *store) metonym(i int) Metonym {
	d := st.metonyms.record(i, st)
	return Metonym{Word: d.str(), State: d.sym(), Stands: d.sym(), Place: d.str(), Source: d.sym()}
}

func (e *encoder) metonym(m *Metonym) {
	e.str(m.Word)
	e.sym(m.State)
	e.sym(m.Stands)
	e.str(m.Place)
	e.sym(m.Source)
}

// holding also gives the number of the person.
func (st *store) holding(i int) (h Holding, person int) {
	d := st.holdings.record(i, st)
	person = d.num()
	h = Holding{
		State: d.sym(), Title: d.sym(), From: d.day(), To: d.day(), AsOf: d.day(),
		Source: d.sym(), Inexact: d.flag(),
	}
	for _, c := range d.syms() {
		h.Classes = append(h.Classes, OfficeClass(c))
	}
	return h, person
}

func (e *encoder) holding(h *Holding, person int) {
	e.num(person)
	e.sym(h.State)
	e.sym(h.Title)
	e.day(h.From)
	e.day(h.To)
	e.day(h.AsOf)
	e.sym(h.Source)
	e.flag(h.Inexact)
	e.num(len(h.Classes))
	for _, c := range h.Classes {
		e.sym(string(c))
	}
}

func (st *store) summit(i int) Summit {
	d := st.summits.record(i, st)
	s := Summit{Series: d.sym(), Name: d.str()}
	s.Earliest, s.Latest = d.day(), d.day()
	s.State, s.City, s.Source = d.sym(), d.str(), d.sym()
	return s
}

func (e *encoder) summit(s *Summit) {
	e.sym(s.Series)
	e.str(s.Name)
	e.day(s.Earliest)
	e.day(s.Latest)
	e.sym(s.State)
	e.str(s.City)
	e.sym(s.Source)
}

func (st *store) regime(i int) Regime {
	d := st.regimes.record(i, st)
	return Regime{d.str(), OfficeClass(d.str()), OfficeClass(d.str()), OfficeClass(d.str())}
}

func (e *encoder) regime(r *Regime) {
	e.str(r.State)
	e.str(string(r.HeadOfState))
	e.str(string(r.HeadOfGovernment))
	e.str(string(r.Leader))
}

func (st *store) gender(i int) GenderOf {
	d := st.genders.record(i, st)
	return GenderOf{d.str(), d.str()}
}
