package read

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline"
	"dateline/article"
)

// hostile texts that a reader meets: broken quotes, odd spaces, nothing but
// marks, very long words, nested brackets.
var hostile = []string{
	"", "\"", "“", "\n\n\n", "A", "“A” “", "Lind: “", "said said said said", "According to", "according to to to",
	"Lind said \"we \"will\" meet\" Berg.", strings.Repeat("(", 300), strings.Repeat("visit to ", 200), strings.Repeat("x", 5000),
	"date 2031-02-30\n\nLind met Berg.", "The first to visit Norway since", "their first since Lima in October, a day before a summit", "\xff\xfe met \x00 Berg",
	"“We go,\n\n“We stay,\n\nLind said.", "invited to to the to",
	"Remarks by Lind and Berg Before Meeting\nLind met Berg.", "Call with Chancellor Berg\n“We go,” Lind said.\nLind | Oslo | Working visit.", "MEETING WITH BERG\nLind.",
	"Lind | Oslo | Met with Berg. Attended the summit.\nBerg |  | \n| | |\n\tA\tB\tC\n",
}

// FuzzArticle holds that no text breaks the reading, and that all offsets lie
// within the text and say what they claim.
func FuzzArticle(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		title, rest, _ := strings.Cut(text, "\n")
		if len(text)%2 == 0 { // a title that does not stand in the text
			text = rest
		}
		a, err := article.New(dateline.Article{Text: text, Title: title, Source: "President of Norland", Date: dateline.Date(2031, 9, 14), DateReason: "flag"}, article.Options{})
		if err != nil {
			a = &dateline.Article{Text: text, Title: title, Date: dateline.Date(2031, 9, 14)}
		}
		rec, err := Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		check(t, rec)
	})
}

func check(t *testing.T, rec *dateline.Record) {
	t.Helper()
	text := rec.Article.Text
	is := func(what string, start, end int, words string) {
		text := text
		if what == "evidence of the title" {
			text = rec.Article.Title
		}
		if start < 0 || end < start || end > len(text) || text[start:end] != words {
			t.Errorf("%s [%d,%d) is not %q", what, start, end, words)
		}
	}
	for _, e := range rec.Events {
		if len(e.Evidence) == 0 || e.Actors == nil || e.Recipients == nil {
			t.Errorf("event without evidence or lists: %+v", e)
		}
		for _, v := range e.Evidence {
			what := "evidence"
			if v.In != "" {
				what += " of the " + v.In
			}
			is(what, v.Start, v.End, v.Text)
		}
		if e.When != nil && e.When.Known() && e.When.Earliest > e.When.Latest {
			t.Errorf("span turned round: %+v", e.When)
		}
	}
	for _, q := range rec.Quotes {
		is("quote", q.Start, q.End, q.Text)
	}
	for _, x := range rec.Times {
		is("time", x.Start, x.End, x.Text)
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Article(ctx, &dateline.Article{Text: "Lind met Berg."}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want canceled", err)
	}
}

func TestTiming(t *testing.T) {
	var tm Timing
	if _, err := Article(context.Background(), &dateline.Article{Text: "Lind met Berg in Oslo."}, WithTiming(&tm)); err != nil {
		t.Fatal(err)
	}
	if len(tm.Rooms) < 7 || tm.Total() <= 0 {
		t.Errorf("rooms timed: %v", tm.Rooms)
	}
}
