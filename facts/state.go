package facts

// State of an ISO 3166-1 alpha-3 code (Kosovo is XKX); nil if there is none.
func (f *Facts) State(iso3 string) *State {
	i, ok := f.st.id("s", iso3)
	if !ok {
		return nil
	}
	s := f.st.state(i)
	return &s
}

// StateByName finds a state by one of its names; nil if there is none.
func (f *Facts) StateByName(name string) *State { return f.stateOfKind(name, KindState) }

// StateByDemonym finds a state by "Chinese", "Saudis", "Frenchman" or an
// adjective; nil if there is none.
func (f *Facts) StateByDemonym(word string) *State { return f.stateOfKind(word, KindDemonym) }

func (f *Facts) stateOfKind(name string, kind Kind) *State {
	for _, r := range f.Lookup(name) {
		if r.Kind == kind {
			s := f.st.state(int(r.N))
			return &s
		}
	}
	return nil
}

// States lists all states and territories by code.
func (f *Facts) States() []State {
	out := make([]State, f.st.states.n)
	for i := range out {
		out[i] = f.st.state(i)
	}
	return out
}

// OrgByName finds an organization by its short name or one of its names.
func (f *Facts) OrgByName(name string) *Org {
	if i, ok := f.st.id("o", name); ok {
		o := f.st.org(i)
		return &o
	}
	for _, r := range f.Lookup(name) {
		if r.Kind == KindOrg {
			o := f.st.org(int(r.N))
			return &o
		}
	}
	return nil
}
