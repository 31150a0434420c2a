package facts

import (
	"io/fs"
	"os"

	"dateline"
)

// Unpack gives everything back that was packed.
func (f *Facts) Unpack() Source {
	st := f.st
	var src Source
	for i := range st.states.n {
		src.States = append(src.States, st.state(i))
	}
	for i := range st.persons.n {
		p, _, _ := st.person(i)
		src.Persons = append(src.Persons, p)
	}
	for i := range st.orgs.n {
		src.Orgs = append(src.Orgs, st.org(i))
	}
	for i := range st.cities.n {
		src.Cities = append(src.Cities, st.city(i))
	}
	for i := range st.sites.n {
		src.Sites = append(src.Sites, st.site(i))
	}
	for i := range st.metonyms.n {
		src.Metonyms = append(src.Metonyms, st.metonym(i))
	}
	for i := range st.holdings.n {
		h, n := st.holding(i)
		h.Person.ID = src.Persons[n].ID
		src.Holdings = append(src.Holdings, h)
	}
	for i := range st.summits.n {
		src.Summits = append(src.Summits, st.summit(i))
	}
	for i := range st.offices.n {
		src.Offices = append(src.Offices, st.offices.record(i, st).s)
	}
	for i := range st.regimes.n {
		src.Regimes = append(src.Regimes, st.regime(i))
	}
	for i := range st.genders.n {
		src.Genders = append(src.Genders, st.gender(i))
	}
	return src
}

// Extend gives a set with the tables of a folder added (see [Builder.AddTables]
// for their columns). What they say of an office wins over what f says of it on
// the same day.
func (f *Facts) Extend(fsys fs.FS) (*Facts, error) {
	b := NewBuilder(f.Unpack())
	if err := b.AddTables(fsys, UserSource); err != nil {
		return nil, err
	}
	data, err := Pack(&b.Source)
	if err != nil {
		return nil, &dateline.Error{Kind: dateline.Data, Op: "extend facts", Err: err}
	}
	return Open(data)
}

// WithDir is the default set extended by a folder of tables; "" adds nothing.
func WithDir(dir string) (*Facts, error) {
	if dir == "" {
		return Default(), nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &dateline.Error{Kind: dateline.IO, Op: "read facts", Place: dir, Err: fs.ErrNotExist, Hint: "--facts wants a folder of TSV files"}
	}
	return Default().Extend(os.DirFS(dir))
}
