package facts

import (
	"errors"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// Tables that AddTables reads, in this order, each with its columns. A missing file has
// no rows; "-" or nothing is an empty cell; "|" separates a list; days are YYYY-MM-DD,
// YYYY-MM or YYYY. An alias "p:Q…" in people.tsv tells the person meant by id.
//
//	orgs.tsv      short  name  kind  state  aliases  members
//	states.tsv    iso3  name  aliases  demonyms  adjective
//	regimes.tsv   iso3  head-of-state  head-of-government  leader
//	metonyms.tsv  word  state  stands-for  city
//	cities.tsv    name  state  lat  lon  population  other-spelling
//	sites.tsv     name  kind  state  city  lat  lon  aliases
//	people.tsv    name  state  gender  aliases  surname
//	offices.tsv   state  title  person  from  to  as-of
//	summits.tsv   series  name  first  last  state  city
//	genders.tsv   first-name  f|m
var tableOrder = []struct {
	name    string
	columns int // at least
	read    func(*Builder, row, string) error
}{
	{"orgs.tsv", 3, (*Builder).orgRow},
	{"states.tsv", 1, (*Builder).stateRow},
	{"regimes.tsv", 4, (*Builder).regimeRow},
	{"metonyms.tsv", 3, (*Builder).metonymRow},
	{"cities.tsv", 4, (*Builder).cityRow},
	{"sites.tsv", 2, (*Builder).siteRow},
	{"people.tsv", 2, (*Builder).personRow},
	{"offices.tsv", 4, (*Builder).officeRow},
	{"summits.tsv", 4, (*Builder).summitRow},
	{"genders.tsv", 2, (*Builder).genderRow},
}

// AddTables adds tables of a folder; source says where they come from. All
// faulty rows are reported together, each with file and line.
func (b *Builder) AddTables(fsys fs.FS, source string) error { return b.AddSome(fsys, source) }

// AddSome adds only the named tables (all if none is named).
func (b *Builder) AddSome(fsys fs.FS, source string, names ...string) error {
	var faults []error
	for _, t := range tableOrder {
		if names != nil && !slices.Contains(names, t.name) {
			continue
		}
		rows, err := readTable(fsys, t.name)
		if err != nil {
			faults = append(faults, err)
		}
		for _, r := range rows {
			if len(r.cells) < t.columns {
				faults = append(faults, r.errorf("columns are separated by tabs", "%d columns, want at least %d", len(r.cells), t.columns))
				continue
			}
			if err := t.read(b, r, source); err != nil {
				faults = append(faults, err)
			}
		}
	}
	return errors.Join(faults...)
}

// iso reads a state's code or an organization's short name.
func (b *Builder) iso(r row, i int) (string, error) {
	s := r.cell(i)
	if s == "" || b.HasState(s) {
		return s, nil
	}
	return "", r.errorf("states are ISO 3166-1 alpha-3, organizations by their short name in orgs.tsv", "unknown state %q", s)
}

func (b *Builder) orgRow(r row, source string) error {
	o := Org{
		ID: "o:" + r.cell(0), Short: r.cell(0), Name: r.cell(1), Kind: r.cell(2), State: r.cell(3),
		Aliases: r.list(4), Members: r.list(5), Source: source,
	}
	switch o.Kind {
	case "international", "party", "armed", "court", "company", "ministry", "parliament", "movement", "agency", "media":
	default:
		return r.errorf("international, party, armed, court, company, ministry, parliament, movement, agency or media", "unknown kind %q", o.Kind)
	}
	for i := range b.Orgs {
		if t := &b.Orgs[i]; t.ID == o.ID {
			t.Aliases = union(t.Aliases, o.Aliases)
			if o.Members != nil {
				t.Members = o.Members
			}
			return nil
		}
	}
	b.Orgs = append(b.Orgs, o)
	return nil
}

func (b *Builder) stateRow(r row, source string) error {
	s := r.cell(0)
	if len(s) != 3 || strings.ToUpper(s) != s {
		return r.errorf("", "%q is no ISO 3166-1 alpha-3 code", s)
	}
	b.AddState(State{ISO3: s, Name: r.cell(1), Aliases: r.list(2), Demonyms: r.list(3), Adjective: r.cell(4), Source: source})
	return nil
}

func (b *Builder) regimeRow(r row, _ string) error {
	s, err := b.iso(r, 0)
	if err != nil {
		return err
	}
	g := Regime{s, OfficeClass(r.cell(1)), OfficeClass(r.cell(2)), OfficeClass(r.cell(3))}
	b.Regimes = slices.DeleteFunc(b.Regimes, func(o Regime) bool { return o.State == s })
	b.Regimes = append(b.Regimes, g)
	return nil
}

func (b *Builder) metonymRow(r row, source string) error {
	s, err := b.iso(r, 1)
	if err != nil {
		return err
	}
	b.Metonyms = append(b.Metonyms, Metonym{r.cell(0), s, r.cell(2), r.cell(3), source})
	return nil
}

func (b *Builder) siteRow(r row, _ string) error {
	s, err := b.iso(r, 2)
	if err != nil {
		return err
	}
	site := Site{Name: r.cell(0), Kind: r.cell(1), State: s, City: r.cell(3), Aliases: r.list(6)}
	if site.Lat, site.Lon, err = r.degrees(4); err != nil {
		return err
	}
	b.Sites = append(b.Sites, site)
	return nil
}

func (b *Builder) cityRow(r row, _ string) error {
	s, err := b.iso(r, 1)
	if err != nil {
		return err
	}
	c := City{ID: "c:" + strings.ReplaceAll(Fold(r.cell(0)), " ", "-") + "-" + strings.ToLower(s), Name: r.cell(0), State: s, Alt: r.cell(5)}
	if c.Lat, c.Lon, err = r.degrees(2); err != nil {
		return err
	}
	if n := r.cell(4); n != "" {
		if c.Population, err = strconv.Atoi(n); err != nil || c.Population < 0 {
			return r.errorf("", "population %q is no number", n)
		}
	}
	c.Capital = slices.ContainsFunc(b.Cities, func(o City) bool { // the same place under another name
		return o.State == s && o.Capital && math.Abs(o.Lat-c.Lat) < 0.2 && math.Abs(o.Lon-c.Lon) < 0.2
	})
	b.Cities = append(b.Cities, c)
	return nil
}

// degrees reads a latitude and the longitude behind it; empty ones are 0.
func (r row) degrees(i int) (lat, lon float64, err error) {
	for k, deg := range []*float64{&lat, &lon} {
		c := r.cell(i + k)
		if c == "" {
			continue
		}
		if *deg, err = strconv.ParseFloat(c, 64); err != nil || *deg < -180 || *deg > 180 {
			return 0, 0, r.errorf("", "%q is no latitude or longitude in degrees", c)
		}
	}
	return lat, lon, nil
}

func (b *Builder) personRow(r row, _ string) error {
	s, err := b.iso(r, 1)
	if err != nil {
		return err
	}
	g := r.cell(2)
	if g != "" && g != "f" && g != "m" {
		return r.errorf("", "gender %q, want f, m or -", g)
	}
	n := -1
	for _, name := range append([]string{r.cell(0)}, r.list(3)...) {
		if known := b.byName[bag(s, name)]; n < 0 && len(known) > 0 && strings.Contains(name, " ") {
			n = known[len(known)-1]
		}
	}
	if n < 0 && b.isOrg(s) {
		n = b.abroad(r.cell(0), &Holding{State: s, From: dateline.NoDay, To: dateline.NoDay})
	}
	for _, a := range r.list(3) {
		if i, ok := b.byID[a]; ok { // known under another state
			n, b.Persons[i].State = i, s
		}
	}
	if n < 0 {
		n = b.make("", r.cell(0), s)
	}
	p := &b.Persons[n]
	if p.Name != r.cell(0) {
		p.Aliases = union(p.Aliases, []string{p.Name})
		p.Name = r.cell(0)
	}
	p.Gender, p.Aliases = g, union(p.Aliases, slices.DeleteFunc(r.list(3), func(a string) bool { return strings.HasPrefix(a, "p:") }))
	if r.cell(4) != "" {
		p.Surname = r.cell(4)
	}
	b.know(n)
	b.led[n] = true
	return nil
}

func (b *Builder) officeRow(r row, source string) error {
	s, err := b.iso(r, 0)
	if err != nil {
		return err
	}
	h := Holding{State: s, Title: r.cell(1), Source: source, AsOf: dateline.Date(2025, time.June, 30)}
	if source == UserSource { // one's own row without as-of holds until told otherwise
		h.AsOf = dateline.Date(9999, time.December, 31)
	}
	if h.Title == "" || r.cell(2) == "" {
		return r.errorf("columns: state, title, person, from, to, as-of", "no title or no person")
	}
	var exact [3]bool
	if h.From, _, exact[0], err = ParsePartial(r.cell(3)); err != nil {
		return r.errorf("", "from: %w", err)
	}
	if _, h.To, exact[1], err = ParsePartial(r.cell(4)); err != nil {
		return r.errorf("", "to: %w", err)
	}
	if r.cell(5) != "" {
		if _, h.AsOf, exact[2], err = ParsePartial(r.cell(5)); err != nil {
			return r.errorf("", "as-of: %w", err)
		}
	}
	if h.From.Known() && h.To.Known() && h.From > h.To {
		return r.errorf("", "begins on %s after it ends on %s", h.From, h.To)
	}
	h.AsOf = max(h.AsOf, h.From)
	h.Inexact = !exact[0] || h.To.Known() && !exact[1]
	b.Hold("", r.cell(2), h)
	return nil
}

func (b *Builder) summitRow(r row, source string) error {
	st, err := b.iso(r, 4)
	if err != nil {
		return err
	}
	s := Summit{Series: r.cell(0), Name: r.cell(1), State: st, City: r.cell(5), Source: source}
	if s.Earliest, _, _, err = ParsePartial(r.cell(2)); err != nil {
		return r.errorf("", "first: %w", err)
	}
	if _, s.Latest, _, err = ParsePartial(r.cell(3)); err != nil {
		return r.errorf("", "last: %w", err)
	}
	if s.Earliest > s.Latest {
		return r.errorf("", "begins on %s after it ends on %s", s.Earliest, s.Latest)
	}
	b.Summits = append(b.Summits, s)
	return nil
}

func (b *Builder) genderRow(r row, _ string) error {
	g := r.cell(1)
	if g != "f" && g != "m" {
		return r.errorf("", "gender %q, want f or m", g)
	}
	for name := range strings.FieldsSeq(strings.ReplaceAll(Fold(r.cell(0)), "|", " ")) {
		i := slices.IndexFunc(b.Genders, func(o GenderOf) bool { return o.Name == name })
		if i < 0 {
			b.Genders = append(b.Genders, GenderOf{name, g})
		} else if b.Genders[i].Gender != g {
			b.Genders[i].Gender = "" // both: tells nothing
		}
	}
	return nil
}

// ParsePartial reads YYYY-MM-DD, YYYY-MM or YYYY as the first and last day that
// it allows; the empty string gives NoDay.
func ParsePartial(s string) (first, last dateline.Day, exact bool, err error) {
	switch len(s) {
	case 0:
		return dateline.NoDay, dateline.NoDay, true, nil
	case 4:
		t, err := time.Parse("2006", s)
		return dateline.DayOf(t), dateline.DayOf(t.AddDate(1, 0, -1)), false, err
	case 7:
		t, err := time.Parse("2006-01", s)
		return dateline.DayOf(t), dateline.DayOf(t.AddDate(0, 1, -1)), false, err
	}
	d, err := dateline.ParseDay(s)
	return d, d, true, err
}
