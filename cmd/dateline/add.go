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

// addBatch is how many articles go into the ledger in one transaction.
const addBatch = 64

// addCmd reads articles into a ledger.
func addCmd() *cobra.Command {
	var l ledgerFlag
	f := readFlags{jobs: runtime.NumCPU()}
	c := &cobra.Command{
		Use:     "add ARTICLE...",
		Aliases: []string{"import"},
		Short:   "Read articles into the ledger",
		Long: `Read articles and put their events into the ledger, which is made on first use.
ARTICLE is what dateline read takes: files, directories, globs, JSON lines, pages,
or - for standard input; or a web archive (.warc, .warc.gz), whose pages are
dated by their capture if they tell no day themselves.

Adding is safe to repeat and to break off: an article that is there with the same
text is passed over before it is read, and every batch is confirmed on disk as a
whole. Run the same command again to go on.`,
		Example: `  dateline add examples/*.txt
  dateline add --ledger news.db archive.jsonl.gz
  curl -s https://news.example/article | dateline add -`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, names []string) error {
			opts, err := f.options(cmd)
			if err != nil {
				return err
			}
			r, err := f.facts.reader()
			if err != nil {
				return err
			}
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			a := adder{cmd: cmd, store: s, read: r, jobs: f.jobs}
			return a.run(cmd.Context(), names, opts)
		},
	}
	l.add(c)
	f.facts.add(c)
	c.Flags().StringVar(&f.date, "date", "", "publication `day` of every article, YYYY-MM-DD")
	c.Flags().IntVarP(&f.jobs, "jobs", "j", f.jobs, "articles read at the same time")
	return c
}

// adder takes articles from the inputs into a ledger.
type adder struct {
	cmd   *cobra.Command
	store ledger.Store
	read  reader
	jobs  int
	bar   *bar
	reach int64 // bytes of all inputs that are read
	batch []*dateline.Article

	added, known, reprints, events, failed int
}

func (a *adder) run(ctx context.Context, inputs []string, opts article.Options) error {
	var archives, names []string
	for _, n := range inputs {
		if isArchive(n) {
			archives = append(archives, n)
		} else {
			names = append(names, n)
		}
	}
	a.bar = newBar(a.cmd.ErrOrStderr(), size(archives, names), decor.CountersKibiByte("% .1f / % .1f"))
	for p := range article.Inputs(names, a.cmd.InOrStdin(), opts) {
		if ctx.Err() != nil {
			break
		}
		a.reach = p.Bytes
		a.bar.at(a.reach)
		art, err := p.Article()
		if err != nil {
			a.fail(err)
			continue
		}
		if err := a.take(ctx, p.Place, art); err != nil {
			return err
		}
	}
	for _, name := range archives {
		if err := a.archive(ctx, name, opts); err != nil {
			return err
		}
	}
	if err := a.flush(ctx, a.batch); err != nil {
		return err
	}
	a.bar.end()
	fmt.Fprintf(a.cmd.OutOrStdout(), "%d articles added with %d events, %d reprints among them; %d were there; %d failed\n",
		a.added, a.events, a.reprints, a.known, a.failed)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case a.failed > 0:
		return errReported
	}
	return nil
}

// take puts an article into the batch, and a full batch into the ledger.
func (a *adder) take(ctx context.Context, place string, art *dateline.Article) error {
	for _, w := range article.Warnings(art) {
		fmt.Fprintf(a.bar, "dateline: %s: %s\n", place, w)
	}
	if a.batch = append(a.batch, art); len(a.batch) < addBatch {
		return nil
	}
	err := a.flush(ctx, a.batch)
	a.batch = a.batch[:0]
	return err
}

func (a *adder) fail(err error) {
	a.failed++
	fmt.Fprintln(a.bar, "dateline:", err)
}

// flush reads those of a batch that the ledger lacks, and adds them.
func (a *adder) flush(ctx context.Context, batch []*dateline.Article) error {
	if len(batch) == 0 || ctx.Err() != nil {
		return nil
	}
	ids := make([]string, len(batch))
	for i, art := range batch {
		ids[i] = art.ID
	}
	has, err := a.store.Has(ctx, ids)
	if err != nil {
		return err
	}
	var fresh []*dateline.Article
	for _, art := range batch {
		if has[art.ID] {
			a.known++
			continue
		}
		has[art.ID] = true
		fresh = append(fresh, art)
	}
	records, errs := readAll(ctx, a.read, fresh, a.jobs)
	var entries []ledger.Entry
	for i, rec := range records {
		if errs[i] != nil {
			if !errors.Is(errs[i], context.Canceled) {
				a.fail(errs[i])
			}
			continue
		}
		entries = append(entries, ledger.Entry{Record: *rec, Reader: readBuildInfo().Version, Read: time.Now()})
	}
	out, err := a.store.Add(ctx, entries)
	if err != nil {
		return err
	}
	for _, o := range out {
		switch {
		case o.Err != nil:
			a.fail(o.Err)
		case o.Duplicate:
			a.known++
		default:
			a.added++
			a.events += o.Reports
			if o.ReprintOf != "" {
				a.reprints++
			}
		}
	}
	return nil
}

// readAll reads articles side by side and keeps their order.
func readAll(ctx context.Context, r reader, arts []*dateline.Article, jobs int) ([]*dateline.Record, []error) {
	records, errs := make([]*dateline.Record, len(arts)), make([]error, len(arts))
	next := make(chan int)
	done := make(chan struct{})
	for range jobs {
		go func() {
			for i := range next {
				records[i], errs[i] = guarded(r)(ctx, arts[i])
				if records[i] != nil {
					records[i].Article.Text = arts[i].Text
				}
			}
			done <- struct{}{}
		}()
	}
	for i := range arts {
		next <- i
	}
	close(next)
	for range jobs {
		<-done
	}
	return records, errs
}
