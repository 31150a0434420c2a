package facts

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestMergeDoubles enters two spells of office and asks whether they end up as
// one person. All names are invented.
func TestMergeDoubles(t *testing.T) {
	states := Default().Unpack().States
	type term struct{ id, name, state, title, from, to string }
	for _, c := range []struct {
		what string
		a, b term
		one  bool
	}{
		{"romanizations", term{"Q1", "Yuriy Belakov", "RUS", "Minister of Transport", "2012", "2014"}, term{"", "Yuri Belakow", "RUS", "Minister of Trade", "2015", "2016"}, true},
		{"a middle initial", term{"", "Ada M. Lindgren", "USA", "Ambassador to Peru", "2012", "2014"}, term{"", "Ada Lindgren", "USA", "Ambassador to Chile", "2015", "2016"}, true},
		{"other initials", term{"", "Ada M. Lindgren", "USA", "Ambassador to Peru", "2012", "2014"}, term{"", "Ada B. Lindgren", "USA", "Ambassador to Chile", "2015", "2016"}, false},
		{"one post within weeks", term{"Q1", "Bat-Erdene Tsolmon", "MNG", "President", "2012-03-04", "2014"}, term{"", "Baterdene Tsolmon", "MNG", "President", "2012-04-01", "2014-02-01"}, true},
		{"father and son", term{"", "Idan Moro Ketu", "TCD", "President", "1990-12-02", "2021-04-20"}, term{"", "Mahat Idan Moro", "TCD", "President", "2021-04-21", "2024"}, false},
		{"surnames that sound alike", term{"", "Robert Mills", "USA", "Ambassador to Peru", "2012", "2014"}, term{"", "Robert Miles", "USA", "Ambassador to Chile", "2015", "2016"}, false},
		{"brothers in turn", term{"", "Jaber al-Naser al-Sadi", "KWT", "Emir", "1990-01-01", "2006-01-15"}, term{"", "Sadi al-Naser al-Jaber al-Sadi", "KWT", "Emir", "2006-01-29", "2020"}, false},
		{"a king of two states", term{"Q1", "Harald VII", "CAN", "King", "2012-09-08", ""}, term{"", "Harald VII", "AUS", "King", "2012-09-08", ""}, true},
		{"an officer of an organization", term{"Q1", "Ngo Adeyemi", "NGA", "Finance Minister", "2003", "2006"}, term{"", "Ngo Adeyemi", "WTO", "Director-General", "2021-03-01", ""}, true},
		{"namesakes of two states", term{"Q1", "David Carver", "GBR", "Minister of Trade", "2003", "2006"}, term{"Q2", "David Carver", "NZL", "Speaker", "2008", "2013"}, false},
		{"half a century apart", term{"", "John Forsell", "SWE", "Ambassador to Spain", "1919", "1923"}, term{"", "John Forssell", "SWE", "Ambassador to Peru", "1999", "2003"}, false},
	} {
		b := NewBuilder(Source{})
		for _, s := range states {
			b.AddState(s)
		}
		b.Orgs = []Org{{ID: "o:WTO", Short: "WTO", Name: "World Trade Organization", Kind: "international"}}
		for _, x := range []term{c.a, c.b} {
			h := Holding{State: x.state, Title: x.title, AsOf: dateline.Date(2025, time.January, 1)}
			h.From, _, _, _ = ParsePartial(x.from)
			_, h.To, _, _ = ParsePartial(x.to)
			b.Hold(x.id, x.name, h)
		}
		b.MergeDoubles(func(c OfficeClass) bool { return c == President || c == Monarch || c == HeadOfState })
		if got := len(b.Persons) == 1; got != c.one {
			t.Errorf("%s: %s and %s: one person %v, want %v", c.what, c.a.name, c.b.name, got, c.one)
		}
		for _, h := range b.Holdings {
			if !slices.ContainsFunc(b.Persons, func(p Person) bool { return p.ID == h.Person.ID }) {
				t.Errorf("%s: an office without a person: %+v", c.what, h)
			}
		}
	}
}

// TestOnePersonOneEntry looks for persons whom the packed facts hold twice.
func TestOnePersonOneEntry(t *testing.T) {
	f := Default()
	for _, name := range []string{"Joe Biden", "Abdullah II", "Charles III", "Emmanuel Macron", "Mark Carney", "Sheikh Hasina", "Christine Lagarde", "Ban Ki-moon", "Benjamin Netanyahu"} {
		var ids []string
		for _, r := range f.Lookup(name) {
			if id := f.ID(r); r.Kind == KindPerson && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) != 1 {
			t.Errorf("%s is %v", name, ids)
		}
	}
	if hs := f.Holders("ASM", "president", dateline.Date(2022, time.May, 1)); len(hs) > 0 {
		t.Errorf("a president of American Samoa: %s", hs[0].Person.Name)
	}
	heads := map[string][]string{} // state, name in order, day -> ids
	src := f.Unpack()
	names := map[string]string{}
	for _, p := range src.Persons {
		names[p.ID] = p.Name
	}
	for _, h := range src.Holdings {
		if !h.From.Known() || h.From < dateline.Date(2000, time.January, 1) || !contains(h.Classes, HeadOfState) && !contains(h.Classes, HeadOfGovernment) && !contains(h.Classes, Foreign) && !contains(h.Classes, Defence) {
			continue
		}
		k := h.State + " " + strings.Join(spell(names[h.Person.ID]).words, " ") + " " + h.From.String()
		if !slices.Contains(heads[k], h.Person.ID) {
			heads[k] = append(heads[k], h.Person.ID)
		}
	}
	for k, ids := range heads {
		if len(ids) > 1 && !(strings.HasPrefix(ids[0], "p:Q") && strings.HasPrefix(ids[1], "p:Q")) {
			t.Errorf("%s is entered as %v", k, ids)
		}
	}
}
