package main

import (
	"testing"

	"dateline/article"
	"dateline/examples"
)

// FuzzReadText takes any text through all rooms: no reading may panic or break
// the contract of a record.
func FuzzReadText(f *testing.F) {
	for _, name := range []string{"strait.txt", "grain.txt", "ceasefire.txt", "cabinet.txt"} {
		b, err := examples.FS.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b[:min(len(b), 1200)]))
	}
	f.Add("date 2031-03-04\n\n\"Lind,\" said Dahl, \"the — (Oslo) … May 31st!?\" 'met' on Feb. 30 at 25:61.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		a, err := article.Text("fuzz", []byte(text), article.Options{})
		if err != nil {
			return
		}
		rec, err := guarded(readArticle)(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkRecord(t, "fuzz", a, rec)
	})
}
