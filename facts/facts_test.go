package facts

import (
	"testing"
	"time"

	"dateline"
)

func TestHolders(t *testing.T) {
	f := Default()
	for _, c := range []struct {
		state, office string
		day           dateline.Day
		want          string
	}{
		{"CHN", "foreign minister", dateline.Date(2023, time.June, 18), "Qin Gang"},
		{"USA", "secretary of state", dateline.Date(2023, time.June, 18), "Antony Blinken"},
		{"USA", "top diplomat", dateline.Date(2018, time.October, 8), "Mike Pompeo"},
		{"DEU", "Chancellor", dateline.Date(2019, time.May, 1), "Angela Merkel"},
		{"DEU", "head of state", dateline.Date(2019, time.May, 1), "Frank-Walter Steinmeier"},
		{"JPN", "prime minister", dateline.Date(2021, time.March, 1), "Yoshihide Suga"},
		{"UN", "Secretary-General", dateline.Date(2020, time.March, 1), "António Guterres"},
		{"RUS", "defence minister", dateline.Date(2024, time.August, 1), "Andrey Belousov"},
	} {
		hs := f.Holders(c.state, c.office, c.day)
		if len(hs) == 0 || Fold(hs[0].Person.Name) != Fold(c.want) {
			t.Errorf("%s %s on %s: %v, want %s", c.state, c.office, c.day, hs, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	f := Default()
	for _, c := range []struct {
		tokens []string
		n      int
		kind   Kind
	}{
		{[]string{"Bashar", "al", "-", "Assad", "spoke"}, 4, KindPerson},
		{[]string{"Bashar", "al-Assad", "spoke"}, 2, KindPerson},
		{[]string{"United", "Arab", "Emirates", "said"}, 3, KindState},
		{[]string{"foreign", "minister", "of"}, 2, KindOffice},
		{[]string{"U.S.", "officials"}, 1, KindState},
		{[]string{"us", "all"}, 0, 0},
		{[]string{"Chinese", "officials"}, 1, KindDemonym},
		{[]string{"Kremlin", "said"}, 1, KindMetonym},
	} {
		n, refs := f.Match(c.tokens, 0)
		if n != c.n || n > 0 && refs[0].Kind != c.kind {
			t.Errorf("%v: %d %v, want %d %v", c.tokens, n, refs, c.n, c.kind)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	f := Default()
	names := []string{"Blinken", "China", "Sergey Lavrov", "nobody at all", "Beijing", "foreign minister"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Lookup(names[i%len(names)])
	}
}

func BenchmarkMatch(b *testing.B) {
	f := Default()
	tokens := []string{"The", "Chinese", "foreign", "minister", "met", "Sergey", "Lavrov", "in", "New", "Delhi"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Match(tokens, i%len(tokens))
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := open(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func TestPersonsNamed(t *testing.T) {
	f := Default()
	june2023 := dateline.Date(2023, time.June, 18)
	for _, c := range []struct {
		name string
		hint Hint
		want string
	}{
		{"Blinken", Hint{Day: june2023}, "Antony Blinken"},
		{"Tony Blinken", Hint{}, "Antony Blinken"},
		{"Xi", Hint{Day: june2023}, "Xi Jinping"},
		{"Qin", Hint{State: "CHN", Office: "foreign minister", Day: june2023}, "Qin Gang"},
		{"Clinton", Hint{Office: "secretary of state", Day: dateline.Date(2011, time.May, 1)}, "Hillary Clinton"},
		{"Clinton", Hint{Office: "president", Day: dateline.Date(1998, time.May, 1)}, "Bill Clinton"},
		{"Kim", Hint{State: "PRK", Day: june2023}, "Kim Jong Un"},
		{"Zelenskiy", Hint{State: "UKR", Day: june2023}, "Volodymyr Zelenskyy"},
		{"Abe Shinzo", Hint{State: "JPN"}, "Shinzo Abe"},
		{"Sergej Lawrow", Hint{State: "RUS", Day: june2023}, "Sergey Lavrov"},
	} {
		ps := f.PersonsNamed(c.name, c.hint)
		if len(ps) == 0 || ps[0].Person.Name != c.want {
			if len(ps) > 3 {
				ps = ps[:3]
			}
			t.Errorf("%s %+v: %+v, want %s", c.name, c.hint, ps, c.want)
		}
	}
}

func TestClassesOf(t *testing.T) {
	f := Default()
	for _, c := range []struct{ state, title, want string }{
		{"USA", "secretary of state", "foreign"},
		{"USA", "commerce secretary", "trade"},
		{"GBR", "Foreign Office minister", "deputy-foreign"},
		{"GBR", "Chancellor", "finance"},
		{"DEU", "Chancellor", "prime-minister"},
		{"CHN", "vice foreign minister", "deputy-foreign"},
		{"SAU", "Minister of State for Foreign Affairs", "deputy-foreign"},
		{"SWE", "Deputy Prime Minister of Sweden", "deputy-prime-minister"},
		{"LAO", "Deputy Prime Minister and Foreign Minister", "foreign"},
		{"USA", "ambassador to the United Nations", "ambassador:UN"},
		{"USA", "envoy to China", "ambassador:CHN"},
		{"FIN", "President of Finland", "president"},
		{"NZL", "Premier of Niue", "x:premier of niue"},
		{"JPN", "acting defence minister", "defence"},
	} {
		if got := f.ClassesOf(c.state, c.title); string(got[0]) != c.want {
			t.Errorf("%s %s: %v, want %s", c.state, c.title, got, c.want)
		}
	}
}

func TestCounterpartSinceSummitsGender(t *testing.T) {
	f := Default()
	day := dateline.Date(2023, time.June, 18)
	if hs := f.Counterpart("secretary of state", "RUS", day); len(hs) == 0 || hs[0].Person.Name != "Sergey Lavrov" {
		t.Errorf("counterpart of the secretary of state: %v", hs)
	}
	biden := f.Holders("USA", "president", day)[0].Person.ID
	if d, ok := f.SinceOffice(biden, "president"); !ok || d != dateline.Date(2021, time.January, 20) {
		t.Errorf("Biden president since %v", d)
	}
	if s := f.Summits("G20", dateline.Date(2022, time.November, 20)); len(s) == 0 || s[0].State != "IDN" {
		t.Errorf("G20 about November 2022: %v", s)
	}
	for who, want := range map[string]string{"Angela": "f", "Sergei": "m", "Antony Blinken": "m", "Annalena Baerbock": "f", "Zxq": ""} {
		if g := f.Gender(who); g != want {
			t.Errorf("gender of %s: %q, want %q", who, g, want)
		}
	}
	if c := f.City("Beijing", ""); c == nil || c.State != "CHN" {
		t.Errorf("Beijing: %v", c)
	}
	if c := f.City("Cambridge", "GBR"); c == nil || c.State != "GBR" {
		t.Errorf("Cambridge: %v", c)
	}
}
