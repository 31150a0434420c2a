package read

import (
	"context"
	"strings"
	"testing"

	"dateline"
	"dateline/article"
	"dateline/facts"
)

// spell writes out what is said instead of a stretch of a text.
func spell(origin string, said []words) string {
	var b strings.Builder
	for _, w := range said {
		if w.fill != "" {
			b.WriteString(w.fill)
			continue
		}
		s := []byte(origin[w.from:w.to])
		for _, i := range w.lower {
			s[i-w.from] |= 0x20
		}
		b.Write(s)
	}
	return b.String()
}

func TestRows(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"Foreign Minister Ada Lind | Velmar | Attended the Harbour Ministerial.", "In Velmar, Foreign Minister Ada Lind attended the Harbour Ministerial."},
		{"President Bo Ek | Norway | Official Working Visit.", "President Bo Ek of Norway made an official Working Visit."},
		{"Ada Lind | Norway | Working visit", "Ada Lind made a working visit to Norway."},
		{"3 May 2031 | Ada Lind | Lima | Talks with President Rosa Mamani", "In Lima, Ada Lind held talks with President Rosa Mamani, 3 May 2031."},
		{"Ada Lind\tLima\tMet with the mayor. Addressed the congress.", "In Lima, Ada Lind met with the mayor. In Lima, Ada Lind addressed the congress."},
		{"Ada Lind | Lima | Accompanied the President to a summit", "Ada Lind travelled to Lima and accompanied the President to a summit."},
		{"| 1 | Ada Lind | Lima | Harbour Summit |", "In Lima, Ada Lind attended the Harbour Summit."},
		{"Name | Place | Remark", ""},
		{"Bo Ek | Rojas | BIG STEP", ""},
		{"He met Lind | and left.", ""},
	} {
		if got := spell(c.row, rowSentences(c.row, 0, len(c.row), facts.Default())); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.row, got, c.want)
		}
	}
}

func TestProgramme(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"10:30 a.m. The Prime Minister meets with Chancellor Bo Ek of Sudland.", "The Prime Minister meets with Chancellor Bo Ek of Sudland today."},
		{"5:30 p.m. LOCAL – Secretary Lind meets with Prime Minister Ek in Oslo on Friday.", "Secretary Lind meets with Prime Minister Ek in Oslo on Friday."},
		{"3:55 P.M. EDT", ""},
		{"10 ministers of the League met in Oslo on Friday.", ""},
	} {
		if got := spell(c.line, entry(c.line, 0, len(c.line), true)); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.line, got, c.want)
		}
	}
}

func TestChronicle(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"March 3 – President Ada Lind visits Lima.", "President Ada Lind visits Lima on March 3."},
		{"• Monday, 5 May 2031 - Ada Lind met Bo Ek in Oslo.", "Ada Lind met Bo Ek in Oslo on Monday, 5 May 2031."},
		{"March 3 – Ada Lind met Bo Ek. She left on Friday.", ""},
		{"May – the Prime Minister – will go.", ""},
	} {
		if got := spell(c.line, chronicle(c.line, 0, len(c.line))); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.line, got, c.want)
		}
	}
}

// TestProof holds that titles and rows are proved by what stands in the article.
func TestProof(t *testing.T) {
	text := "Name | Place | Remark\nForeign Minister Ada Lind | Lima | Bilateral meeting with President Bo Ek of Chile.\n\nThe list was published by the ministry.\n"
	a, err := article.New(dateline.Article{Title: "Telephone Conversation with Prime Minister Eva Strand of Sweden", Source: "President of Norway",
		Text: text, Date: dateline.Date(2031, 3, 4), DateReason: "given"}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	check(t, rec)
	got := map[string]string{}
	for _, e := range rec.Events {
		got[e.Mode] = e.Evidence[0].In + ": " + e.Trigger + ": " + e.Evidence[0].Text
	}
	want := map[string]string{
		"call": "title: Telephone Conversation: " + a.Title,
		"meet": ": Bilateral meeting: Foreign Minister Ada Lind | Lima | Bilateral meeting with President Bo Ek of Chile.",
	}
	for mode, w := range want {
		if got[mode] != w {
			t.Errorf("%s: got %q, want %q", mode, got[mode], w)
		}
	}
	if len(rec.Events) != len(want) {
		t.Errorf("%d events, want %d: %v", len(rec.Events), len(want), got)
	}
}

func TestGlued(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ada Lind met with President of Sudland Bo Ek Ek BoPresident of the Republic of Sudland . They spoke.", "Ada Lind met with President of Sudland Bo Ek. They spoke."},
		{"Mr Ek Ek BoForeign Minister of Sudland said so to Yu Shan Yu ShanPrime Minister of Velmar.", "Mr Ek said so to Yu Shan."},
		{"Ada Lind met Bo Ek in Oslo.", ""},
		{"Ek Ek met McPrime of Oslo.", ""},
	} {
		if got := spell(c.text, glued(c.text, 0, len(c.text))); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.text, got, c.want)
		}
	}
}
