package read

import (
	"context"

	"dateline"
	"dateline/lang"
)

// Explained is a record together with the analysis that it rests on.
type Explained struct {
	Record *dateline.Record
	Doc    *lang.Doc
	// Reasons are the steps by which each event was read, by its id, one list
	// for every mention that was joined to it.
	Reasons map[string][]Mention
}

// Mention is one place of the text that tells of an event.
type Mention struct {
	Sentence int    // index into Doc.Sentences
	Trigger  [2]int // byte offsets
	Rule     string // file:line
	Steps    []string
}

// Explain reads an article like [Article] and keeps how it came about.
func Explain(ctx context.Context, a *dateline.Article, opts ...Option) (*Explained, error) {
	o := optionsOf(opts)
	rec := &dateline.Record{Article: *a, Events: []dateline.Event{}}
	r, err := walk(ctx, a, o)
	if err != nil {
		return nil, err
	}
	found := r.record(rec)
	out := &Explained{rec, r.doc, map[string][]Mention{}}
	for _, f := range found {
		for i, t := range f.all {
			m := Mention{t.Trace.Sentence, t.Trace.Trigger, t.Trace.Rule, t.Trace.Steps}
			if i == 0 {
				m.Steps = f.Trace.Steps // with what joining added
			}
			out.Reasons[f.ID] = append(out.Reasons[f.ID], m)
		}
	}
	return out, nil
}
