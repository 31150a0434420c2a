package view

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
)

var update = flag.Bool("update", false, "rewrite the golden drawings")

// voyage is a record with an event of every status on both sides of its day.
func voyage() *dateline.Record {
	const text = "Minister sails north for treaty talks\n\n" +
		"Norwegian Foreign Minister Ada Lind met the islands’ first minister, Per Dahl, in Tromsø on Tuesday.\n\n" +
		"The two are due to dine at the Old Customs House later Tuesday.\n\n" +
		"The two are due to dine at the Old Customs House later Tuesday."
	d := func(s string) dateline.Day {
		v, err := dateline.ParseDay(s)
		if err != nil {
			panic(err)
		}
		return v
	}
	span := func(a, b string) *dateline.When {
		return &dateline.When{Span: dateline.Span{Earliest: d(a), Latest: d(b)}}
	}
	proof := func(words string) []dateline.Evidence {
		i := strings.Index(text, words)
		return []dateline.Evidence{{Start: i, End: i + len(words), Text: words}}
	}
	lind := dateline.Actor{ID: "p:lind", Name: "Ada Lind", State: "NOR"}
	dahl := dateline.Actor{ID: "p:dahl", Name: "Per Dahl"}
	meet := proof("Norwegian Foreign Minister Ada Lind met the islands’ first minister, Per Dahl, in Tromsø on Tuesday.")
	dine := proof("The two are due to dine at the Old Customs House later Tuesday.")
	dine = append(dine, dine[0])
	evening := span("2031-03-04", "2031-03-04")
	evening.Part = "evening"
	return &dateline.Record{
		Article: dateline.Article{
			ID: "voyage", Title: "Minister sails north for treaty talks", Source: "NNA", Date: d("2031-03-04"), Place: "TROMSØ", Text: text,
			Paragraphs: []dateline.Paragraph{
				{Start: 0, End: 37, Kind: dateline.Headline, RepeatOf: -1},
				{Start: 39, End: 39 + len(meet[0].Text), Kind: dateline.Lead, RepeatOf: -1},
				{Start: dine[0].Start, End: dine[0].End, Kind: dateline.Body, RepeatOf: -1},
				{Start: len(text) - len(dine[0].Text), End: len(text), Kind: dateline.Body, RepeatOf: 2},
			},
		},
		Events: []dateline.Event{
			{ID: "e1", Type: dateline.Consult, Mode: "meet", CAMEO: "040", Trigger: "met", Actors: []dateline.Actor{lind, dahl},
				Place: &dateline.Place{Name: "Tromsø", State: "NOR"}, When: span("2031-03-04", "2031-03-04"), Status: dateline.Happened,
				Confidence: 0.97, Evidence: meet},
			{ID: "e2", Type: dateline.Consult, Mode: "meet", Trigger: "dine", Actors: []dateline.Actor{lind, dahl},
				Place: &dateline.Place{Name: "Old Customs House"}, When: evening, Status: dateline.Planned, Confidence: 0.9, Evidence: dine,
				Source: &dateline.Actor{Name: "a spokeswoman", State: "NOR"}, Relations: []dateline.Relation{{Kind: "part-of", Event: "e3"}}},
			{ID: "e3", Type: dateline.Consult, Mode: "visit", Trigger: "trip", Actors: []dateline.Actor{lind},
				Recipients: []dateline.Actor{dahl}, When: span("2031-03-04", "2031-03-05"), Status: dateline.Ongoing},
			{ID: "e4", Type: dateline.Consult, Mode: "visit", Trigger: "trip", Actors: []dateline.Actor{lind}, When: span("2031-01-01", "2031-01-31"), Status: dateline.Postponed},
			{ID: "e5", Type: dateline.Agree, Trigger: "signed", Actors: []dateline.Actor{{Name: "Norway", State: "NOR"}, {Name: "the islands"}}, When: span("2021-01-01", "2021-12-31"), Status: dateline.Happened},
			{ID: "e6", Type: dateline.Consult, Mode: "multilateral", Trigger: "summit", Actors: []dateline.Actor{{Name: "the islands' finance minister", Holder: "Ilse Kern"}}, When: span("2031-11-01", "2031-11-30"), Status: dateline.Possible},
			{ID: "e7", Type: dateline.Protest, Trigger: "strike", When: span("2031-03-10", "2031-03-10"), Status: dateline.Cancelled},
			{ID: "e8", Type: dateline.Consult, Mode: "meet", Trigger: "meet", Actors: []dateline.Actor{lind, dahl}, When: span("2031-03-01", "2031-03-04"), Status: dateline.Not},
			{ID: "e9", Type: dateline.Consult, Mode: "visit", Trigger: "visit", Actors: []dateline.Actor{dahl}, Recipients: []dateline.Actor{lind}, Status: dateline.Planned},
		},
		Doubts: []dateline.Doubt{{Kind: "contradiction", Text: "Dahl's trip to Tromsø", Why: "the rest of the article tells of Lind's trip"}},
	}
}

func TestDrawings(t *testing.T) {
	undated := voyage()
	undated.Article.Date, undated.Article.DateReason = dateline.NoDay, ""
	empty := &dateline.Record{Article: dateline.Article{ID: "empty", Date: voyage().Article.Date}}
	for _, c := range []struct {
		name  string
		rec   *dateline.Record
		style Style
	}{
		{"plain", voyage(), Style{Width: 80}},
		{"narrow", voyage(), Style{Width: 50}},
		{"full", voyage(), Style{Width: 90, Full: true}},
		{"color", voyage(), Style{Width: 100, Full: true, Color: true}},
		{"undated", undated, Style{Width: 80}},
		{"empty", empty, Style{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Record(&b, c.rec, c.style); err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), c.style)
			golden := filepath.Join("testdata", c.name+".txt")
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("the drawing changed (go test -update rewrites it):\n%s", b.String())
			}
		})
	}
}

// checkWidth holds that no line is longer than the screen and that a drawing
// without colours has no escape in it.
func checkWidth(t *testing.T, s string, style Style) {
	t.Helper()
	if style.Color {
		return
	}
	if strings.Contains(s, "\x1b") {
		t.Error("colours where none were asked for")
	}
	for _, l := range strings.Split(s, "\n") {
		if style.Width > 0 && width(l) > style.Width {
			t.Errorf("line of %d columns, want at most %d: %q", width(l), style.Width, l)
		}
	}
}

func TestSpanText(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"2031-03-04", "2031-03-04"}: "4 Mar 2031",
		{"2031-05-21", "2031-05-31"}: "21–31 May 2031",
		{"2031-02-01", "2031-02-28"}: "Feb 2031",
		{"2031-01-01", "2031-12-31"}: "2031",
		{"2018-01-01", "2019-12-31"}: "2018–2019",
		{"2031-03-28", "2031-04-02"}: "28 Mar – 2 Apr 2031",
		{"2030-11-14", "2031-01-02"}: "Nov 2030 – Jan 2031",
		{"2031-01-20", ""}:           "from 20 Jan 2031",
		{"", "2031-01-20"}:           "until 20 Jan 2031",
		{"2031-04-01", "2031-06-30"}: "Apr–Jun 2031",
		{"", ""}:                     "",
	} {
		a, _ := dateline.ParseDay(in[0])
		b, _ := dateline.ParseDay(in[1])
		if got := spanText(dateline.Span{Earliest: a, Latest: b}); got != want {
			t.Errorf("%v: %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"one two three", 7, "one two|three"},
		{"unbreakable", 4, "unbr|eaka|ble"},
		{"a unbreakable", 4, "a|unbr|eaka|ble"},
		{"", 4, ""},
		{"日本語 text", 6, "日本語|text"},
	} {
		got := strings.Join(wrap(c.in, c.n), "|")
		if c.n == 4 && strings.ReplaceAll(strings.ReplaceAll(got, "|", ""), " ", "") != strings.ReplaceAll(c.in, " ", "") {
			t.Errorf("wrap(%q) loses letters: %q", c.in, got)
		} else if c.n != 4 && got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
		for _, l := range strings.Split(got, "|") {
			if width(l) > c.n {
				t.Errorf("wrap(%q, %d) has a line %q", c.in, c.n, l)
			}
		}
	}
}
