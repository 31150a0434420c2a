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

// TestReview: what a review of a month tells without a time was in these weeks.
func TestReview(t *testing.T) {
	const text = `This is a look at the campaign of the previous month.

As the campaign reached August, Hale led. In early August Orr visited Lisk. On August 7 the party met. Orr accused Hale of fraud.

In mid-August, Hale picked Berg. On August 20 the convention ended. The court rejected a suit. At the end of August the strike began.`
	l := Read(lang.Parse(text, nil), dateline.Date(2020, 9, 30))
	for trigger, want := range map[string]string{"accused": "2020-08-01/2020-08-31", "rejected": "2020-08-01/2020-08-31", "met": "2020-08-07"} {
		got := "open"
		if w, _ := l.Of(token(t, l.doc, trigger)); w != nil {
			got = Interval(w.Span)
		}
		if got != want {
			t.Errorf("%s is %s, want %s", trigger, got, want)
		}
	}
}
