package read

import (
	"testing"

	"dateline"
	"dateline/facts"
)

func TestAnchors(t *testing.T) {
	a := anchors{facts.Default()}
	at := dateline.Date(2023, 6, 18)
	for words, want := range map[string]string{
		"a G-20 summit":          "2022-11-15",
		"the G20 summit in Bali": "2022-11-15",
		"a lake summit":          "",
	} {
		s, _ := a.Event(words, dateline.Date(2022, 11, 20))
		if got := s.Earliest.String(); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
	for words, want := range map[string]string{
		"Biden became U.S. president": "2021-01-20", "Biden took office": "2021-01-20", "Emmanuel Macron became president": "2017-05-14",
		"Nobody Atall became president": "",
	} {
		s, _ := a.Office(words, at)
		if got := s.Earliest.String(); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}
