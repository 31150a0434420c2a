package main

import (
	"context"

	"dateline/lang"
	"dateline/score"
)

// splits are the parts of the data to measure on.
func (o benchOptions) splits() []string {
	if o.tests {
		return []string{"dev", "test"}
	}
	return []string{"dev"}
}

// benchWhen scores time expressions, F1 in percent.
func benchWhen(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"set", "texts", "gold", "found", "relaxed", "strict", "type", "value"}}
	for _, split := range o.splits() {
		rows, err := score.TimexSets(o.shared, split, func(text string) *lang.Doc { return lang.Parse(text, nil) })
		if err != nil {
			return f, err
		}
		for _, r := range rows {
			f.add(r.Set+" "+r.Split, r.Docs, r.Gold, r.System, r.Relaxed, r.Strict, r.Type, r.Value)
		}
	}
	return f, ctx.Err()
}
