package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"dateline"
	"dateline/article"
)

// batch reads many articles at once and writes their records in the order in
// which the articles came, so that the bytes do not depend on the number of
// jobs. At most a few articles a job are in memory.
type batch struct {
	read   reader
	format format
	jobs   int
	out    io.Writer
	log    io.Writer
}

// outcome is what became of one article.
type outcome struct {
	bytes    []byte
	warnings []string
	place    string
	reach    int64 // bytes of input up to and with this article
	err      error
}

// task is an article and the place for what becomes of it.
type task struct {
	pending article.Pending
	done    chan outcome
}

func (b *batch) run(outer context.Context, names []string, stdin io.Reader, opts article.Options) error {
	ctx, stop := context.WithCancel(outer)
	defer stop()
	tasks := make(chan task)
	queue := make(chan chan outcome, 4*b.jobs) // in the order of the input
	go func() {
		defer close(queue)
		defer close(tasks)
		for p := range article.Inputs(names, stdin, opts) {
			t := task{p, make(chan outcome, 1)}
			select {
			case queue <- t.done:
			case <-ctx.Done():
				return
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				t.done <- outcome{err: ctx.Err()}
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range b.jobs {
		workers.Go(func() {
			for t := range tasks {
				t.done <- b.one(ctx, &t.pending)
			}
		})
	}
	total := article.Size(names)
	if isTerminal(b.out) {
		total = 0 // the records themselves are the progress
	}
	bar := newBar(b.log, total, decor.CountersKibiByte("% .1f / % .1f"))
	failed, err := b.write(queue, bar)
	if err != nil {
		stop()
	}
	for range queue { // if writing failed, let the workers end
	}
	workers.Wait()
	bar.end()
	switch {
	case ofData(err):
		return err
	case err != nil:
		return &dateline.Error{Kind: dateline.IO, Op: "write records", Err: err}
	case outer.Err() != nil:
		return outer.Err()
	case failed > 0:
		return errReported
	}
	return nil
}

// one takes an article through everything.
func (b *batch) one(ctx context.Context, p *article.Pending) outcome {
	o := outcome{place: p.Place, reach: p.Bytes}
	a, err := p.Article()
	if err != nil {
		o.err = err
		return o
	}
	o.warnings = article.Warnings(a)
	rec, err := guarded(b.read)(ctx, a)
	if err != nil {
		o.err = err
		return o
	}
	o.bytes, o.err = b.format.record(rec)
	return o
}

// guarded turns a fault of ours into an error of the one article, and leaves
// faults of the data that come with the program as what they are.
func guarded(r reader) reader {
	return func(ctx context.Context, a *dateline.Article) (rec *dateline.Record, err error) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			var e *dateline.Error
			if cause, ok := p.(error); ok && errors.As(cause, &e) && e.Kind == dateline.Data {
				err = cause
				return
			}
			err = &dateline.Error{Kind: dateline.Internal, Op: "read", Place: a.ID, Err: fmt.Errorf("%v", p),
				Hint: "this is a fault of Dateline; please report it with the article"}
		}()
		return r(ctx, a)
	}
}

// ofData reports whether an error would meet every article alike.
func ofData(err error) bool {
	var e *dateline.Error
	return errors.As(err, &e) && e.Kind == dateline.Data
}

// write puts out what was finished, in order, and counts what failed.
func (b *batch) write(queue <-chan chan outcome, bar *bar) (failed int, err error) {
	w := bufio.NewWriterSize(b.out, 64<<10)
	defer func() { err = errors.Join(err, w.Flush()) }()
	if _, err := w.WriteString(b.format.head()); err != nil {
		return 0, err
	}
	written := 0
	for done := range queue {
		o := <-done
		bar.at(o.reach)
		for _, text := range o.warnings {
			fmt.Fprintf(bar, "dateline: warning: %s: %s\n", o.place, text)
		}
		if ofData(o.err) {
			return failed, o.err
		}
		if o.err != nil {
			if !errors.Is(o.err, context.Canceled) {
				failed++
				fmt.Fprintln(bar, "dateline:", o.err)
			}
			continue
		}
		if written++; written > 1 {
			_, _ = w.WriteString(b.format.gap()) // the next write tells
		}
		if _, err := w.Write(o.bytes); err != nil {
			return failed, err
		}
		if len(queue) == 0 { // nobody waits: show what there is
			if err := w.Flush(); err != nil {
				return failed, err
			}
		}
	}
	if failed > 0 && written+failed > 1 {
		fmt.Fprintf(bar, "dateline: %d read, %d failed\n", written, failed)
	}
	return failed, nil
}

// bar is the progress on standard error, shown only on a terminal.
type bar struct {
	log io.Writer
	p   *mpb.Progress
	b   *mpb.Bar
}

// newBar makes a bar up to total, which counter shows; a total of 0 shows none.
func newBar(log io.Writer, total int64, counter decor.Decorator) *bar {
	if total == 0 || !isTerminal(log) {
		return &bar{log: log}
	}
	p := mpb.New(mpb.WithOutput(log), mpb.WithWidth(48))
	return &bar{log: log, p: p, b: p.AddBar(total,
		mpb.PrependDecorators(decor.Name("reading "), counter),
		mpb.AppendDecorators(decor.Percentage(), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO)),
		mpb.BarRemoveOnComplete())}
}

func (b *bar) at(reach int64) {
	if b.b != nil {
		b.b.SetCurrent(reach)
	}
}

// Write puts a message above the bar.
func (b *bar) Write(s []byte) (int, error) {
	if b.p != nil {
		return b.p.Write(s)
	}
	return b.log.Write(s)
}

func (b *bar) end() {
	if b.b != nil {
		b.b.Abort(true)
		b.p.Wait()
	}
}
