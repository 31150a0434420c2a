package read

import (
	"slices"
	"testing"
)

// newsOn reads a text of 10 March 2031 and gives its events as "TYPE days".
func newsOn(t *testing.T, text string) []string {
	t.Helper()
	out := []string{}
	for _, e := range readOn(t, "2031-03-10", text).Events {
		w := "-"
		if e.When != nil {
			w = e.When.Span.Earliest.String()
		}
		out = append(out, string(e.Type)+" "+w)
	}
	slices.Sort(out)
	return out
}

func TestToldAnew(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Thousands gathered in Lima on Saturday for a rally against the president. Some 9,000 people attended the rally.", []string{"PROTEST 2031-03-08"}},
		{"Norwegian Foreign Minister Ada Lind met Chilean Foreign Minister Ana Rojas in Oslo on Saturday. The delegations exchanged views on trade.", []string{"CONSULT 2031-03-08"}},
		{"Norway and Chile signed a trade accord in Oslo on Saturday.\n\nIt is the first for years.\n\nNorwegian law prohibits exports of arms.", []string{"AGREE 2031-03-08"}},
	} {
		if got := newsOn(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestNotOfTheseDays(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"Norway recalls its ambassador to Chile after the Chilean parliament banned Norwegian ships.", "COERCE -"},
		{"Norway rejects the plan, citing the minister, whom it accuses of lying.", "ACCUSE 2031-03-08"},
		{"The visit follows the seizure of a Norwegian trawler by Chile.", "COERCE -"},
	} {
		got := newsOn(t, c.text)
		if !slices.Contains(got, c.want) {
			t.Errorf("%q: %v, want %s among them", c.text, got, c.want)
		}
	}
}

func TestGunmenOfWhoClaims(t *testing.T) {
	rec := readOn(t, "2031-03-10", "Two gunmen killed three people at a bus stop in Lima on Monday; the Jabal Front claimed responsibility.")
	if len(rec.Events) != 1 || len(rec.Events[0].Actors) != 1 || rec.Events[0].Actors[0].Name != "Jabal Front" {
		t.Errorf("got %+v, want one attack by the Jabal Front", rec.Events)
	}
}
