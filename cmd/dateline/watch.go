package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/intake/feed"
	"dateline/intake/fetch"
	"dateline/intake/watch"
	"dateline/ledger"
)

// minEvery is the shortest pause between two polls of a feed.
const minEvery = time.Minute

// watchFlags are the flags of dateline watch.
type watchFlags struct {
	every, delay, timeout time.Duration
	once, allowPrivate    bool
	state                 string
	facts                 factsFlag
}

// watchCmd polls feeds into a ledger.
func watchCmd() *cobra.Command {
	var l ledgerFlag
	f := watchFlags{every: 15 * time.Minute, delay: 2 * time.Second, timeout: time.Minute}
	c := &cobra.Command{
		Use:   "watch FEEDS.opml|URL...",
		Short: "Poll feeds and read their articles into the ledger",
		Long: `Poll RSS, Atom and JSON feeds, read the pages that they list, and put their events
into the ledger, until it is interrupted. A feed that did not change costs one small
request; an item is fetched once; robots.txt is obeyed, and there is a pause between
two requests to one host. A feed that fails is asked ever more seldom, at least once
a day; a page that fails is tried in three rounds. Every failure is one line, and
dateline coverage keeps telling of it.

What was seen is kept in a small file beside the ledger (--state).`,
		Example: `  dateline watch feeds.opml
  dateline watch --once https://news.example/world.xml   # for cron`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, names []string) error {
			if f.every < minEvery && !f.once {
				return usageError(cmd, fmt.Errorf("--every %s: at least %s", f.every, minEvery))
			}
			feeds, err := feedURLs(names)
			if err != nil {
				return err
			}
			return f.run(cmd, &l, feeds)
		},
	}
	l.add(c)
	f.facts.add(c)
	c.Flags().DurationVar(&f.every, "every", f.every, "`pause` between two polls of a feed")
	c.Flags().DurationVar(&f.delay, "delay", f.delay, "least `pause` between two requests to one host")
	c.Flags().DurationVar(&f.timeout, "timeout", f.timeout, "longest `time` that one request may take")
	c.Flags().BoolVar(&f.once, "once", false, "one round, then end")
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "fetch from private addresses, too (your own network)")
	c.Flags().StringVar(&f.state, "state", "", "the `file` in which it is kept what was seen")
	return c
}

func (f *watchFlags) run(cmd *cobra.Command, l *ledgerFlag, feeds []string) error {
	ctx := cmd.Context()
	r, err := f.facts.reader()
	if err != nil {
		return err
	}
	s, err := l.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	path, err := l.watchState(f.state)
	if err != nil {
		return err
	}
	state, err := watch.LoadState(path)
	if err != nil {
		return err
	}
	var taken, events atomic.Int64
	var mu sync.Mutex
	w := watch.Watch{
		Client: fetch.New(fetch.Options{AllowPrivate: f.allowPrivate, Delay: f.delay, Timeout: f.timeout}),
		State:  state, Every: f.every, Once: f.once,
		Take: func(ctx context.Context, a *dateline.Article) error {
			n, err := takeArticle(ctx, r, s, a)
			if err == nil && n >= 0 {
				taken.Add(1)
				events.Add(int64(n))
			}
			return err
		},
		Log: func(err error) {
			mu.Lock()
			defer mu.Unlock()
			fmt.Fprintln(cmd.ErrOrStderr(), "dateline:", strings.Join(strings.Fields(err.Error()), " "))
		},
	}
	failed, err := w.Run(ctx, feeds)
	fmt.Fprintf(cmd.OutOrStdout(), "%d articles added with %d events; %d failures\n", taken.Load(), events.Load(), failed)
	if err == nil && failed > 0 {
		err = errReported
	}
	return err
}

// takeArticle reads an article into a ledger and tells the number of its
// events, -1 if it was there.
func takeArticle(ctx context.Context, r reader, s ledger.Store, a *dateline.Article) (int, error) {
	has, err := s.Has(ctx, []string{a.ID})
	if err != nil || has[a.ID] {
		return -1, err
	}
	rec, err := guarded(r)(ctx, a)
	if err != nil {
		return 0, err
	}
	rec.Article.Text = a.Text
	out, err := s.Add(ctx, []ledger.Entry{{Record: *rec, Reader: readBuildInfo().Version, Read: time.Now()}})
	if err != nil {
		return 0, err
	}
	return out[0].Reports, out[0].Err
}

// feedURLs brings addresses and lists of feeds together, each feed once.
func feedURLs(names []string) ([]string, error) {
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		urls := []string{n}
		if !strings.HasPrefix(n, "http://") && !strings.HasPrefix(n, "https://") {
			b, err := readBounded(n)
			if err != nil {
				return nil, &dateline.Error{Kind: dateline.IO, Op: "read list of feeds", Place: n, Err: err, Hint: "want an OPML file, or a URL with http:// or https://"}
			}
			if urls, err = feed.OPML(n, b); err != nil {
				return nil, err
			}
		}
		for _, u := range urls {
			if !seen[u] {
				seen[u] = true
				out = append(out, u)
			}
		}
	}
	return out, nil
}

// maxList is the most that a list of feeds may have, in bytes.
const maxList = 4 << 20

func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxList+1))
}

// watchState tells where a ledger's watch keeps what it saw: beside a file, or
// in the user's data folder for a server's ledger.
func (l *ledgerFlag) watchState(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	place, err := l.where()
	if err != nil {
		return "", err
	}
	if !strings.HasPrefix(place, "postgres://") && !strings.HasPrefix(place, "postgresql://") {
		return place + ".watch.json", nil
	}
	dir, err := dataDir()
	return filepath.Join(dir, "watch.json"), err
}

// drawFeeds tells of the feeds that fail or lost items.
func drawFeeds(w io.Writer, feeds []watch.FeedState) {
	for _, f := range feeds {
		if f.Failures == 0 && f.Failed == 0 && f.LastError == "" {
			continue
		}
		fmt.Fprintf(w, "feed %s: %d articles taken, %d given up", f.URL, f.Taken, f.Failed)
		if f.Failures > 0 {
			fmt.Fprintf(w, "; failing, %d times in a row, next try %s", f.Failures, f.Next.Format("2006-01-02 15:04"))
		}
		fmt.Fprintf(w, "\n    last error: %s\n", f.LastError)
	}
}
