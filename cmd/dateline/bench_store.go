package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/ledger"
	"dateline/ledger/madeup"
	"dateline/ledger/sqlite"
	"dateline/query"
)

// benchBatch is how many readings go into the ledger in one transaction.
const benchBatch = 256

// benchLedger fills a ledger with made-up readings and asks it.
func benchLedger(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"what", "of", "value", "unit"}}
	dir, err := os.MkdirTemp(o.dir, "dateline-bench-")
	if err != nil {
		return f, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "ledger.db")
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return f, err
	}
	took, texts, reports, err := fill(ctx, s, o.readings)
	if err != nil {
		s.Close()
		return f, err
	}
	if err := s.Close(); err != nil { // all is in one file then
		return f, err
	}
	st, err := os.Stat(path)
	if err != nil {
		return f, err
	}
	size := float64(st.Size())
	if s, err = sqlite.Open(ctx, path); err != nil {
		return f, err
	}
	defer s.Close()
	f.add("readings added", o.readings, float64(o.readings)/took.Seconds(), "a second")
	f.add("events a reading", o.readings, float64(reports)/float64(o.readings), "")
	f.add("ledger without texts", o.readings, (size-float64(texts))/float64(o.readings)/1000, "kB an article")
	for _, q := range benchQueries(o.readings) {
		best := time.Duration(0)
		found := 0
		for range 3 {
			start := time.Now()
			if found, err = q.ask(ctx, s); err != nil {
				return f, fmt.Errorf("%s: %w", q.name, err)
			}
			if d := time.Since(start); best == 0 || d < best {
				best = d
			}
		}
		f.add(q.name, found, float64(best.Microseconds())/1000, "ms")
	}
	return f, nil
}

// fillers is how many batches are under way at once: while one is written the
// next one is prepared.
const fillers = 2

// fill adds n made-up readings; texts is about what their texts take in the ledger.
// Making them up does not count.
func fill(ctx context.Context, s ledger.Store, n int) (took time.Duration, texts, reports int, err error) {
	for at := 0; at < n; at += fillStretch {
		var batches [][]ledger.Entry
		for from := at; from < min(at+fillStretch, n); from += benchBatch {
			var batch []ledger.Entry
			for i := from; i < min(from+benchBatch, n); i++ {
				e := madeup.Entry(i)
				texts += len(e.Record.Article.Text) / 2 // as compressed
				batch = append(batch, e)
			}
			batches = append(batches, batch)
		}
		var added atomic.Int64
		g, ctx := errgroup.WithContext(ctx)
		g.SetLimit(fillers)
		start := time.Now()
		for _, batch := range batches {
			g.Go(func() error {
				all, err := s.Add(ctx, batch)
				for _, a := range all {
					added.Add(int64(a.Reports))
				}
				return err
			})
		}
		err := g.Wait()
		took += time.Since(start)
		reports += int(added.Load())
		if err != nil {
			return took, texts, reports, err
		}
	}
	return took, texts, reports, nil
}

// fillStretch is how many readings are made up at once.
const fillStretch = 16 * benchBatch

// benchQuery is a question to the ledger.
type benchQuery struct {
	name string
	ask  func(ctx context.Context, s ledger.Store) (found int, err error)
}

func benchQueries(articles int) []benchQuery {
	last := madeup.Day(articles - 1)
	find := func(name, text string, order ledger.Order, limit int) benchQuery {
		return benchQuery{name + ": " + text, func(ctx context.Context, s ledger.Store) (int, error) {
			q, err := query.Parse(text)
			if err != nil {
				return 0, err
			}
			found, err := s.Find(ctx, q, ledger.Page{Order: order, Limit: limit})
			return len(found), err
		}}
	}
	big, other, rare, rarer := madeup.State(0), madeup.State(1), madeup.State(150), madeup.State(170)
	middle := madeup.Day(articles / 2)
	return []benchQuery{
		find("timeline", "", ledger.ByTime, 100),
		find("timeline", "with:"+big+" with:"+other+" type:CONSULT", ledger.ByTime, 100),
		find("timeline", "with:"+rare+" with:"+rarer, ledger.ByTime, 100),
		find("timeline", fmt.Sprintf("happens:%s..%s", middle, middle+7), ledger.ByTime, 100),
		find("timeline", fmt.Sprintf("with:%s happens:%s..%s status:happened", big, middle, middle+7), ledger.ByTime, 100),
		find("person", `with:"`+madeup.Person(3, 1)+`"`, ledger.ByTime, 100),
		find("place", "place:"+other+" type:SANCTION,AID", ledger.ByNewest, 100),
		find("upcoming", fmt.Sprintf("happens:%s..%s status:planned,possible", last, last+30), ledger.ByTime, 100),
		find("last", "with:"+big+" with:"+rare+" type:CONSULT status:happened,ongoing", ledger.ByNewest, 1),
		find("undated", "undated:yes status:planned,possible", ledger.ByTime, 100),
		find("published", fmt.Sprintf("published:%s..%s witnesses:2", middle, middle+7), ledger.ByTime, 100),
		find("search", `"lile vele"`, ledger.ByNewest, 100),
		find("search", madeup.Word(2), ledger.ByNewest, 100),
		find("search", madeup.Word(7000)+" with:"+big, ledger.ByNewest, 100),
		{"event", func(ctx context.Context, s ledger.Store) (int, error) { // with a question for one, whose id is then asked for
			q := query.All()
			q.Happens = dateline.OneDay(middle)
			found, err := s.Find(ctx, q, ledger.Page{Limit: 1})
			if err == nil && len(found) > 0 {
				_, err = s.Occurrence(ctx, found[0].ID)
			}
			return len(found), err
		}},
		{"articles: " + madeup.Word(2), func(ctx context.Context, s ledger.Store) (int, error) {
			found, err := s.Search(ctx, []string{madeup.Word(2)}, 100)
			return len(found), err
		}},
		{"changes", func(ctx context.Context, s ledger.Store) (int, error) {
			found, err := s.Changes(ctx, int64(articles), 1000)
			return len(found), err
		}},
		{"coverage", func(ctx context.Context, s ledger.Store) (int, error) {
			found, err := s.Coverage(ctx)
			return len(found), err
		}},
		{"between: " + big + " " + other, func(ctx context.Context, s ledger.Store) (int, error) {
			q, err := query.Parse("with:" + big + " with:" + other + " status:happened,ongoing")
			if err != nil {
				return 0, err
			}
			counts, err := s.Tally(ctx, q)
			return len(counts), err
		}},
	}
}
