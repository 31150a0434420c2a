package facts

// City finds a city by name. The hint is a state's code and wins over
// population; without it capitals and large cities come first. Nil if unknown.
func (f *Facts) City(name, hint string) *City {

	for _, r := range f.Lookup(name) {
		if r.Kind != KindCity {
			continue
		}
		c := f.st.city(int(r.N))
		if hint == "" || c.State == hint {
			return &c
		}
	}
	return nil
}
