package score

import (
	"fmt"
	"path/filepath"
	"slices"

	"dateline"
)

// Coders compares events with what people coded by PLOVER's codebook: sentences
// with one category each.
type Coders struct {
	Sentences int
	Found     int // sentences of which an event is read
	Right     int // of them, sentences with an event of the right type
	Coded     int // of them, with one that the codebook's own coding of its status makes right
}

// oldCategories are what names of an earlier codebook became.
var oldCategories = map[string][]string{
	"DEMAND": {"REQUEST"}, "DISAPPROVE": {"ACCUSE"}, "INVESTIGATE": {"ACCUSE"}, "FIGHT": {"ASSAULT"}, "YIELD": {"CONCEDE", "RETREAT"},
}

// CodedSentences reads the human-coded sentences of a folder of data. code gives
// the category of an event by the codebook, "" if it has none.
func CodedSentences(shared string, read func(*dateline.Article) (*dateline.Record, error), code func(*dateline.Event) string) (c Coders, err error) {
	err = eachRow(filepath.Join(shared, "data", "coders", "plover_gsr.jsonl"), func(s *struct{ ID, Date, Text, Event string }) error {
		if s.Event == "DOCUMENT" {
			return nil
		}
		a := &dateline.Article{ID: s.ID, Text: s.Text, Date: dateline.NoDay}
		if d, err := dateline.ParseDay(s.Date); err == nil {
			a.Date = d
		}
		rec, err := read(a)
		if err != nil {
			return fmt.Errorf("sentence %s: %w", s.ID, err)
		}
		c.add(rec.Events, s.Event, code)
		return nil
	})
	return c, err
}

func (c *Coders) add(events []dateline.Event, category string, code func(*dateline.Event) string) {
	want := oldCategories[category]
	if want == nil {
		want = []string{category}
	}
	c.Sentences++
	if len(events) == 0 {
		return
	}
	c.Found++
	if slices.ContainsFunc(events, func(e dateline.Event) bool { return slices.Contains(want, string(e.Type)) }) {
		c.Right++
	}
	if slices.ContainsFunc(events, func(e dateline.Event) bool { return slices.Contains(want, code(&e)) }) {
		c.Coded++
	}
}
