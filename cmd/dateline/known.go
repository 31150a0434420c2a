package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/facts"
	"dateline/read"
)

// factsFlag is the flag by which every command that reads articles learns of
// further facts.
type factsFlag struct{ dir string }

func (f *factsFlag) add(c *cobra.Command) {
	c.Flags().StringVar(&f.dir, "facts", os.Getenv("DATELINE_FACTS"), "`folder` of tables with further states, persons, offices and places (docs/facts.md; default $DATELINE_FACTS)")
	c.Flags().Lookup("facts").DefValue = "" // the help must not depend on the environment
}

// options are those of reading with these facts.
func (f *factsFlag) options() ([]read.Option, error) {
	if f.dir == "" {
		return nil, nil
	}
	set, err := facts.WithDir(f.dir)
	if err != nil {
		return nil, err
	}
	return []read.Option{read.WithFacts(set)}, nil
}

// reader reads with these facts.
func (f *factsFlag) reader() (reader, error) {
	opts, err := f.options()
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, a *dateline.Article) (*dateline.Record, error) {
		return read.Article(ctx, a, opts...)
	}, nil
}
