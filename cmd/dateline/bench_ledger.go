package main

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/article"
	"dateline/facts"
	"dateline/read"
	"dateline/score"
)

// benchPairs scores whether two articles that tell of one event share an
// occurrence of the ledger, and others do not.
func benchPairs(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"label", "pairs", "share an event", "percent", "went wrong"}}
	rows, err := score.Pairs(o.shared, func(a *dateline.Article) (*dateline.Record, error) { return read.Article(ctx, a) })
	if err != nil {
		return f, err
	}
	for _, r := range rows {
		f.add(r.Label, r.Pairs, r.Shared, r.Percent(), strings.Join(r.Errors, " "))
	}
	return f, nil
}

// corpora are the sources of articles by name, below the folder of the data.
var corpora = []struct{ name, path string }{
	{"bullets", "diplo/current_events.jsonl"},
	{"kremlin", "news/kremlin.jsonl"},
	{"state", "news/state-pr.jsonl"},
	{"whitehouse", "news/whitehouse-pr.jsonl"},
}

// benchSources counts the events that several sources tell of.
func benchSources(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"measure", "count"}}
	var s score.Sources
	for _, c := range corpora {
		err := readCorpus(ctx, filepath.Join(o.shared, "data", c.path), nil, func(r *dateline.Record) { s.Add(c.name, r) })
		if err != nil {
			return f, err
		}
	}
	r := s.Score()
	f.add("articles", r.Articles)
	f.add("reports", r.Reports)
	f.add("events", r.Occurrences)
	f.add("  of more than one article", r.Several)
	f.add("  of more than one source", len(r.Shared))
	for _, k := range slices.Sorted(maps.Keys(r.Sources)) {
		f.add("    "+k, r.Sources[k])
	}
	for _, t := range dateline.Types {
		if r.Types[t] > 0 {
			f.add("    "+string(t), r.Types[t])
		}
	}
	return f, nil
}

// benchTrips scores who was where on which day, by source.
func benchTrips(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"source", "told abroad", "right", "to the day", "precision", "trips named", "read", "recall", "all trips"}}
	for _, c := range corpora[:2] { // the others came after the record
		t, err := score.OpenTrips(filepath.Join(o.shared, "data", "diplo", "travels_to_2018.jsonl"), "2002", "2019", facts.Default())
		if err != nil {
			return f, err
		}
		err = readCorpus(ctx, filepath.Join(o.shared, "data", c.path), t.Names, func(r *dateline.Record) { t.Add(&r.Article, r.Events) })
		if err != nil {
			return f, err
		}
		s := t.Score()
		f.add(c.name, s.Claims, s.Right, s.Exact, s.Precision(), s.Told, s.Found, s.Recall(), s.Trips)
	}
	return f, nil
}

// readCorpus reads the articles whose title and text are wanted; all if wanted is nil.
func readCorpus(ctx context.Context, path string, wanted func(text string) bool, each func(*dateline.Record)) error {
	for p := range article.Inputs([]string{path}, nil, article.Options{}) {
		a, err := p.Article()
		if err != nil {
			return err
		}
		if wanted != nil && !wanted(a.Title+"\n"+a.Text) {
			continue
		}
		rec, err := guarded(readArticle)(ctx, a)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil { // one article that cannot be read does not stop the rest
			each(rec)
		}
	}
	return nil
}
