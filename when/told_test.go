package when

import (
	"testing"

	"dateline"
	"dateline/lang"
)

// TestTold asks for the days of deeds that are told by their distance from what the
// text told before, on Tuesday, 15 December 2020.
func TestTold(t *testing.T) {
	for _, c := range []struct{ text, trigger, want string }{
		{"Strikers marched in Oslo on Saturday. A court rejected the suit the day before the march.", "rejected", "2020-12-11"},
		{"Strikers marched in Oslo on Saturday. Police arrested Lind within two days after the rally.", "arrested", "2020-12-12/2020-12-14"},
		{"Minister Hale arrived in Lisk on Thursday. A day before his visit, Lisk freed two men.", "freed", "2020-12-09"},
		{"Strikers marched in Oslo on Saturday. Police detained Lind during the rally.", "detained", "2020-12-12"},
		{"Strikers marched in Oslo on Saturday. Hours before the march, Orr resigned.", "resigned", "2020-12-11/2020-12-12"},
		{"Lisk's president arrives in Oslo, days after a missile test.", "test", "2020-12-08/2020-12-14"},
		{"In response to the raid on Lisk four days ago, Norland releases a statement.", "raid", "2020-12-11"},
		{"In a letter dated June 5, Norland asked Lisk to free two men.", "asked", "2020-06-05"},
		{"At the end of a two-week trip to Lisk, Hale said he was content.", "trip", "2020-12-01/2020-12-15"},
		{"Norland welcomed a two-month truce, which began on December 2.", "truce", "2020-12-02/2021-02-01"},
		{"Lisk's president arrives in Oslo for a three-day visit.", "arrives", "2020-12-15/2020-12-17"},
		{"Lisk's president embarks on a two-day visit to Norland.", "visit", "2020-12-15/2020-12-16"},
		{"On Sunday Lisk's army attacked a post. Hours later, Norland condemned Lisk.", "condemned", "2020-12-13/2020-12-14"},
		{"Hale met Orr on 7 December. The next day he flew to Lisk, where he signed a treaty.", "flew", "2020-12-08"},
		{"Over the past year, Norland has helped Lisk.", "helped", "2019-12-15/2020-12-15"},
	} {
		d := lang.Parse(c.text, nil)
		l := Read(d, dateline.Date(2020, 12, 15))
		got := "open"
		if w, _ := l.Of(token(t, d, c.trigger)); w != nil {
			got = Interval(w.Span)
		}
		if got != c.want {
			t.Errorf("%q: %s is %s, want %s", c.text, c.trigger, got, c.want)
		}
	}
}
