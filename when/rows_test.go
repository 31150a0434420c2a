package when

import (
	"strings"
	"testing"

	"dateline"
)

// Every row of the tables is tried on its own example: it must give the value
// and the row must have had a hand in it.
func TestRows(t *testing.T) {
	for _, lang := range Languages() {
		g, err := grammarOf(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range g.rows {
			if r.example == "" {
				continue
			}
			text := r.example
			l := Read(Split(text, nil), dateline.Date(2031, 6, 18), Language(lang))
			got := "none"
			var all []string
			for i := range l.Timexes {
				x := &l.Timexes[i]
				all = append(all, text[x.Start:x.End]+"="+x.Value)
				if x.Value == r.want {
					got = x.Value
				}
			}
			if len(all) > 0 && r.want == "none" {
				got = all[0]
			}
			if got != r.want {
				t.Errorf("%s: %q: want %s, got %s", r.place, text, r.want, strings.Join(all, "; "))
			}
			if !usesRow(g, text, r) {
				t.Errorf("%s: %q does not use its row", r.place, text)
			}
		}
	}
}

func usesRow(g *grammar, text string, r *row) bool {
	doc := Split(text, nil)
	env := &sentenceEnv{g: g, doc: doc}
	c := &chart{g: g, env: env, tried: map[*row]bool{}}
	for _, s := range doc.Sentences {
		env.words = wordsOf(doc, s.First, s.Last, nil)
		c.parse(env.words)
	}
	return c.tried[r]
}
