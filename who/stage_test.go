package who_test

import "testing"

// Where an article plays on one country, an office without a state is of that country and
// not of the one last named beside it.
func TestStage(t *testing.T) {
	text := "Peruvian police fired tear gas at crowds in Lima on Tuesday. Peruvian President Rosa Pradel said that Peru would hold new elections. " +
		"Peru's parliament met in Lima, and Peruvian troops closed the road to Cusco.\n\nPeru's government asked for calm. " +
		"Pradel blamed Norway. Luis Quintal, the interior minister, resigned."
	doc, l := read(t, "2031-03-04", "", text)
	if got := named(doc, l, "Luis"); got != "Luis Quintal/PER" {
		t.Errorf("got %q, want %q", got, "Luis Quintal/PER")
	}
}
