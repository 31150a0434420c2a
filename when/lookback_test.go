package when

import (
	"testing"

	"dateline"
	"dateline/lang"
)

// TestLookBacks asks whether deeds told without a time are background: those that go
// on from what was told of years ago, and those of one whose death is the news.
func TestLookBacks(t *testing.T) {
	const text = `Former minister Tor Lindqvist died on Sunday, his family announced. He was 84.

Lindqvist became minister in 1987. He negotiated with Hale. Then his government banned whaling. Norland expelled his envoy.

Today Norland remembers him. The king praised his work. Lindqvist earned a prize for peace.

Norland's parliament rejected the budget. In 2014 Orr won a second term. Police shot dozens of strikers. The court annulled the vote. Voters now have a choice. The party accepted it.`
	l := Read(lang.Parse(text, nil), dateline.Date(2019, 3, 12))
	for _, c := range []struct {
		trigger string
		want    bool
	}{
		{"negotiated", true}, {"banned", true}, {"expelled", true},
		{"praised", false}, {"earned", true},
		{"rejected", false}, {"shot", false}, {"annulled", true}, {"accepted", false},
	} {
		if got, why := l.Background(token(t, l.doc, c.trigger)); got != c.want {
			t.Errorf("%s: %v (%s), want %v", c.trigger, got, why, c.want)
		}
	}
}
