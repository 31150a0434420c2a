package read

import (
	"context"

	"dateline"
)

// Article reads one article into its record. The article's Text, Date and
// Paragraphs must be set; an article without a date is read, but nothing in it
// can be dated that the text does not date itself. The only errors are those of
// ctx and of data that cannot be loaded.
func Article(ctx context.Context, a *dateline.Article, opts ...Option) (*dateline.Record, error) {
	o := optionsOf(opts)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	rec := &dateline.Record{Article: *a, Events: []dateline.Event{}}
	o.timing.begin()
	r, err := walk(ctx, a, o)
	if err != nil {
		return nil, err
	}
	r.record(rec)
	o.timing.end("read")
	return rec, nil
}
