package read

import (
	"context"
	"slices"
	"testing"

	"dateline"
	"dateline/article"
)

// TestCompany: who is accompanied travels, too; a row by itself is of the days from its
// date on.
func TestCompany(t *testing.T) {
	a, err := article.New(dateline.Article{ID: "row", Date: dateline.Date(2031, 3, 4), DateReason: "given",
		Text: "Norwegian Foreign Minister Ada Lind | Lima | Accompanied Prime Minister Bo Ek of Norway to a conference on shipping."}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rec.Events, func(e dateline.Event) bool { return e.Mode == "visit" })
	if i < 0 {
		t.Fatalf("no visit in %+v", rec.Events)
	}
	e := rec.Events[i]
	if len(e.Actors) != 2 || e.Place == nil || e.Place.State != "PER" || e.When == nil || e.When.Earliest != a.Date || e.When.Latest != a.Date+rowDays {
		t.Errorf("got %+v at %+v, %+v", e.Actors, e.Place, e.When)
	}
}
