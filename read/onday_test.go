package read

import (
	"context"
	"testing"

	"dateline"
)

// Offices are held by whom they were held on the day of the event, not of the article.
func TestOfficeOnTheDayOfTheEvent(t *testing.T) {
	for _, c := range []struct{ text, holder, office string }{
		{"The British prime minister met the Norwegian finance minister in Oslo on Monday.", "Boris Johnson", "prime minister"},
		{"In March 2009, the British prime minister met the Norwegian finance minister in Oslo.", "Gordon Brown", "prime minister"},
	} {
		day, _ := dateline.ParseDay("2021-06-16")
		rec, err := Article(context.Background(), &dateline.Article{ID: "x", Text: c.text, Date: day})
		if err != nil {
			t.Fatal(err)
		}
		if len(rec.Events) == 0 {
			t.Fatalf("no event in %q", c.text)
		}
		found := false
		for _, a := range rec.Events[0].Actors {
			found = found || a.Holder == c.holder && a.Office == c.office
		}
		if !found {
			t.Errorf("%q: %+v, want %s", c.text, rec.Events[0].Actors, c.holder)
		}
	}
}
