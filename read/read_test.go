package read

import (
	"context"
	"testing"

	"dateline"
	"dateline/article"
)

// readOn reads a text that was published on a day, "2031-03-05".
func readOn(t *testing.T, day, text string) *dateline.Record {
	t.Helper()
	a, err := article.Text("test", []byte("date "+day+"\n\n"+text+"\n"), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}
