package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8/decor"

	"dateline"
	"dateline/article"
	"dateline/ledger"
)

// rereadCmd reads all articles of a ledger again.
func rereadCmd() *cobra.Command {
	var l ledgerFlag
	var f factsFlag
	jobs := runtime.NumCPU()
	c := &cobra.Command{
		Use:   "reread",
		Short: "Read all articles of the ledger again with this version",
		Long: `Read every article of the ledger again with the present version of Dateline and
put the new readings in the place of the old ones. Corrections made with dateline
fix stay, and ids go on answering. It may be broken off and started again. An
article that cannot be read now keeps its old reading, and is named.`,
		Example: `  dateline reread --ledger news.db
  dateline reread --facts my-tables/`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := f.reader()
			if err != nil {
				return err
			}
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			again := rereader{cmd: cmd, store: s, read: r, jobs: jobs}
			return again.run(cmd.Context())
		},
	}
	l.add(c)
	f.add(c)
	c.Flags().IntVarP(&jobs, "jobs", "j", jobs, "articles read at the same time")
	return c
}

// rereader replaces the readings of a ledger, a batch at a time.
type rereader struct {
	cmd   *cobra.Command
	store ledger.Store
	read  reader
	jobs  int
	bar   *bar
	batch []*dateline.Article

	done, failed int
}

func (r *rereader) run(ctx context.Context) error {
	days, err := r.store.Coverage(ctx)
	if err != nil {
		return err
	}
	total := 0
	for _, d := range days {
		total += d.Articles
	}
	r.bar = newBar(r.cmd.ErrOrStderr(), int64(total), decor.CountersNoUnit("%d / %d articles"))
	err = r.store.Articles(ctx, func(a *dateline.Article) error {
		again, err := article.New(*a, article.Options{Date: dateline.NoDay})
		if err != nil {
			r.fail(err)
			return nil
		}
		if r.batch = append(r.batch, again); len(r.batch) < addBatch {
			return nil
		}
		return r.flush(ctx)
	})
	if err == nil {
		err = r.flush(ctx)
	}
	r.bar.end()
	fmt.Fprintf(r.cmd.OutOrStdout(), "%d articles read again, %d failed\n", r.done, r.failed)
	if err == nil && r.failed > 0 {
		err = errReported
	}
	return err
}

func (r *rereader) fail(err error) {
	r.failed++
	fmt.Fprintln(r.bar, "dateline:", err)
}

// flush reads a batch and puts the readings in the place of the old ones.
func (r *rereader) flush(ctx context.Context) error {
	records, errs := readAll(ctx, r.read, r.batch, r.jobs)
	r.batch = r.batch[:0]
	var entries []ledger.Entry
	for i, rec := range records {
		switch {
		case errs[i] == nil:
			entries = append(entries, ledger.Entry{Record: *rec, Reader: readBuildInfo().Version, Read: time.Now()})
		case errors.Is(errs[i], context.Canceled) || ofData(errs[i]):
			return errs[i]
		default:
			r.fail(errs[i])
		}
	}
	if _, err := r.store.Replace(ctx, entries); err != nil {
		return err
	}
	r.done += len(entries)
	r.bar.at(int64(r.done + r.failed))
	return nil
}
