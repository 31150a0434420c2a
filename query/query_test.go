package query

import (
	"strings"
	"testing"

	"dateline"

	"github.com/google/go-cmp/cmp"
)

func TestParseAndPrint(t *testing.T) {
	for in, want := range map[string]string{
		"":                                    "",
		"happens:2031-05..":                   "happens:2031-05-01..",
		"happens:2031":                        "happens:2031-01-01..2031-12-31",
		"on:2031-05-07":                       "happens:2031-05-07",
		"happens:2031-05.. happens:..2031-06": "happens:2031-05-01..2031-06-30",
		"with:USA with:CHN type:consult":      "with:CHN with:USA type:CONSULT",
		"with:USA,CHN":                        "with:CHN,USA",
		`with:"Ada Lind" -with:SWE`:           `with:"Ada Lind" -with:SWE`,
		"status:planned,possible":             "status:planned,possible",
		"published:..2031-06-18 border talks": "published:..2031-06-18 border talks",
		`"peace talks"`:                       `"peace talks"`,
		"undated:yes witnesses:2":             "undated:yes witnesses:2",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Errorf("%q: %v", in, err)
			continue
		}
		if got := q.String(); got != want {
			t.Errorf("%q: printed %q, want %q", in, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]string{
		"type:MEET":                      `no "MEET"`,
		"colour:red":                     `no field "colour"`,
		"happens:2031-13":                `day "2031-13"`,
		"happens:2031-05..2031-04":       "ends before it begins",
		"happens:2031 happens:2032":      "no day in common",
		`"not closed`:                    "not closed",
		"with:":                          "a value is missing",
		"-type:AID":                      "only with:",
		"witnesses:many":                 "want a number",
		strings.Repeat("x", maxLength+1): "at most",
	} {
		if _, err := Parse(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.30q: error %v, want one with %q", in, err, want)
		}
	}
}

func TestMatch(t *testing.T) {
	d, _ := dateline.ParseDay("2031-05-07")
	s := Subject{
		Event: &dateline.Event{
			Type: dateline.Consult, Mode: "meet", Status: dateline.Planned,
			Actors: []dateline.Actor{{Name: "Ada Lind", State: "NOR"}, {Name: "Bo Ek", State: "SWE"}},
			Place:  &dateline.Place{Name: "Oslo", State: "NOR"},
			When:   &dateline.When{Span: dateline.OneDay(d)},
		},
		Published: []dateline.Day{d - 3}, Sources: []string{"The Northern Post"},
		Text: "Lind and Ek will hold border talks in Oslo", Witnesses: 1,
	}
	for q, want := range map[string]bool{
		"":                                      true,
		"with:NOR with:SWE":                     true,
		"with:NOR with:DNK":                     false,
		"with:lind":                             true,
		`with:"lind ada"`:                       true,
		"with:DNK,SWE":                          true,
		"-with:SWE":                             false,
		"happens:2031-05":                       true,
		"happens:2031-06..":                     false,
		"published:..2031-05-03":                false,
		"published:2031-05-04":                  true,
		"place:oslo":                            true,
		"place:SWE":                             false,
		"source:northern":                       true,
		`"border talks"`:                        true,
		"talks border":                          true,
		`"talks border"`:                        false,
		"undated:yes":                           false,
		"witnesses:2":                           false,
		"status:planned type:CONSULT mode:meet": true,
	} {
		p, err := Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Match(s); got != want {
			t.Errorf("%q: %v, want %v", q, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`happens:2031-05..`, `with:"a b",c -with:d x "y z"`, `-`, `:`, `a:"`, "\u00a0:\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			return
		}
		printed := q.String()
		again, err := Parse(printed)
		if err != nil {
			t.Fatalf("%q printed as %q: %v", s, printed, err)
		}
		if d := cmp.Diff(printed, again.String()); d != "" {
			t.Fatalf("%q: %s", s, d)
		}
	})
}
