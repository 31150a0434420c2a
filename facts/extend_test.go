package facts

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"dateline"
)

func TestExtend(t *testing.T) {
	f, err := Default().Extend(fstest.MapFS{
		"offices.tsv": {Data: []byte("# state\ttitle\tperson\tfrom\tto\n" +
			"CHN\tForeign Minister\tLi Example\t2031-03-01\t-\t2031-12-31\n" +
			"NOR\tForeign Minister\tAda Lind\t2023-01\t2023-12\n")},
		"orgs.tsv": {Data: []byte("FLN\tFront of Lakes and Nets\tarmed\tNOR\tLake Front\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		state string
		day   dateline.Day
		want  string
	}{
		{"CHN", dateline.Date(2031, time.June, 18), "Li Example"},
		{"CHN", dateline.Date(2024, time.June, 18), "Wang Yi"},
		{"NOR", dateline.Date(2023, time.June, 18), "Ada Lind"}, // overrides
		{"NOR", dateline.Date(2024, time.June, 18), "Espen Barth Eide"},
	} {
		hs := f.Holders(c.state, "foreign minister", c.day)
		if len(hs) == 0 || hs[0].Person.Name != c.want || hs[0].LastKnown {
			t.Errorf("%s on %s: %v, want %s", c.state, c.day, hs, c.want)
		}
	}
	if o := f.OrgByName("Lake Front"); o == nil || o.State != "NOR" {
		t.Errorf("Lake Front: %v", o)
	}
}

func TestExtendFaults(t *testing.T) {
	_, err := Default().Extend(fstest.MapFS{
		"offices.tsv": {Data: []byte("# comment\nXQX\tForeign Minister\tA B\t2031\n" +
			"NOR\tForeign Minister\tA B\t2031-13-01\nNOR\tForeign Minister\tA B\t2031\t2030\nNOR\tx\n")},
		"orgs.tsv": {Data: []byte("FLN\tFront\tnoise\tNOR\n")},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"offices.tsv:2", "offices.tsv:3", "offices.tsv:4", "offices.tsv:5", "orgs.tsv:1"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no fault at %s in: %v", want, err)
		}
	}
}

func FuzzTables(f *testing.F) {
	f.Add("offices.tsv", "NOR\tForeign Minister\tAda Lind\t2031\t-\n")
	f.Add("sites.tsv", "Lake House\tpalace\tNOR\tOslo\t59.9\t10.7\tThe House|House\n")
	f.Add("genders.tsv", "ada|eva\tf\n")
	f.Fuzz(func(t *testing.T, name, data string) {
		b := NewBuilder(Source{States: []State{{ISO3: "NOR", Name: "Norway"}}})
		if err := b.AddTables(fstest.MapFS{name: {Data: []byte(data)}}, UserSource); err != nil {
			return
		}
		packed, err := Pack(&b.Source)
		if err != nil {
			t.Fatal(err)
		}
		set, err := Open(packed)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range b.Holdings {
			set.Holders(h.State, h.Title, h.From)
		}
	})
}

// TestTables reads the hand-written tables alone and names each faulty row.
func TestTables(t *testing.T) {
	b := NewBuilder(Default().Unpack())
	if err := b.AddTables(os.DirFS("tables"), HandSource); err != nil {
		t.Error(err)
	}
}
