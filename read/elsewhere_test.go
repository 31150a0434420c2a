package read

import (
	"context"
	"testing"

	"dateline"
	"dateline/article"
)

// A yearly summit lends nothing to that of another year in another land.
func TestElsewhere(t *testing.T) {
	a, err := article.Text("a", []byte("date 2031-10-21\n\nNorwegian Prime Minister Ada Lind leaves for Peru on Wednesday to attend the Norland Summit in Lima.\n\n"+
		"Lind and Kenyan President Bo Ekeo spoke briefly at the Norland Summit in Nairobi in August last year.\n"), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, e := range rec.Events {
		if e.Mode == "multilateral" && e.Place != nil && e.Place.State == "PER" {
			if n++; e.Status != dateline.Planned || e.When != nil && e.When.Earliest < a.Date {
				t.Errorf("the summit in Lima is %s, %v", e.Status, e.When)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d summits in Lima", n)
	}
}
