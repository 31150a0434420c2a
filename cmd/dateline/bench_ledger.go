package main

import (
	"context"
	"strings"

	"dateline"
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
