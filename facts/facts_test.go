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
