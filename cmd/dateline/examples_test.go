package main

import (
	"os"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/article"
)

// TestExamplesAreRead holds what every record must be, on every sample article:
// dated, with events whose proofs are where they are said to be.
func TestExamplesAreRead(t *testing.T) {
	articles := 0
	for p := range article.Inputs([]string{filepath.Join("..", "..", "examples")}, nil, article.Options{Date: dateline.NoDay}) {
		a, err := p.Article()
		if err != nil {
			t.Fatal(err)
		}
		articles++
		if w := article.Warnings(a); len(w) > 0 || a.Title == "" && a.Place == "" {
			t.Errorf("%s: warnings %q, title %q", p.Place, w, a.Title)
		}
		rec, err := readArticle(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		if len(rec.Events) < 4 {
			t.Errorf("%s: %d events", p.Place, len(rec.Events))
		}
		checkRecord(t, p.Place, a, rec)
	}
	if articles < 7 {
		t.Errorf("%d sample articles", articles)
	}
}

// checkRecord holds the contract of a record's events.
func checkRecord(t *testing.T, place string, a *dateline.Article, rec *dateline.Record) {
	t.Helper()
	ids := map[string]bool{}
	for i := range rec.Events {
		e := &rec.Events[i]
		if e.ID == "" || ids[e.ID] {
			t.Errorf("%s: id %q is empty or given twice", place, e.ID)
		}
		ids[e.ID] = true
		if len(e.Evidence) == 0 || e.Trigger == "" || e.Actors == nil || e.Recipients == nil {
			t.Errorf("%s %s: no evidence, no trigger or null lists: %+v", place, e.ID, e)
		}
		for _, ev := range e.Evidence {
			text := a.Text
			if ev.In == dateline.InTitle {
				text = a.Title
			}
			if ev.Start < 0 || ev.End > len(text) || ev.Start >= ev.End || text[ev.Start:ev.End] != ev.Text {
				t.Errorf("%s %s: evidence %q is not at %d-%d", place, e.ID, ev.Text, ev.Start, ev.End)
			}
		}
		if w := e.When; w != nil && w.Known() && w.Earliest > w.Latest {
			t.Errorf("%s %s: ends before it begins: %v", place, e.ID, w.Span)
		}
		if _, ok := statuses[e.Status]; !ok || e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("%s %s: status %q, confidence %f", place, e.ID, e.Status, e.Confidence)
		}
	}
	for i := range rec.Events {
		for _, r := range rec.Events[i].Relations {
			if r.Event == "" && r.Text != "" {
				continue // told in words only
			}
			if !ids[r.Event] || r.Event == rec.Events[i].ID {
				t.Errorf("%s %s: %s of %q, which is no other event", place, rec.Events[i].ID, r.Kind, r.Event)
			}
		}
	}
}

var statuses = func() map[dateline.Status]bool {
	m := map[dateline.Status]bool{}
	for _, s := range dateline.Statuses {
		m[s] = true
	}
	return m
}()

// TestGoldTextsAreRead holds the same for the texts of the gold record.
func TestGoldTextsAreRead(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	name := filepath.Join(shared, "gold", "dev.jsonl")
	if _, err := os.Stat(name); err != nil {
		t.Skip("needs ../shared/gold")
	}
	for p := range article.Inputs([]string{name}, nil, article.Options{Date: dateline.NoDay}) {
		a, err := p.Article()
		if err != nil {
			t.Fatal(err)
		}
		rec, err := readArticle(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkRecord(t, p.Place, a, rec)
	}
}
