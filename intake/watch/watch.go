// Package watch polls feeds for as long as it is let: politely (through
// [fetch]), each item once, and so that no feed's fault stops another.
package watch

import (
	"context"
	"errors"
	"net/url"
	"sync"
	"time"

	"dateline"
	"dateline/article"
	"dateline/intake/feed"
	"dateline/intake/fetch"
)

// Bounds of a watch.
const (
	maxAtOnce  = 8              // feeds polled at the same time
	maxTries   = 3              // rounds in which a page may fail before it is given up
	maxBackoff = 24 * time.Hour // between two polls of a feed that fails
	minContent = 400            // bytes of a feed's own content that may stand for a page
)

// Watch polls feeds. All fields but Once must be set.
type Watch struct {
	Client *fetch.Client
	State  *State
	Every  time.Duration // between two polls of a feed
	Once   bool          // one round, whatever the state says of the next one
	// Take puts an article into the ledger; when it returns nil, it is there.
	Take func(context.Context, *dateline.Article) error
	// Log gets one line for each failure. It may be called by many goroutines.
	Log func(error)
}

// Run polls until ctx ends, or one round. It returns the number of failures of
// its last round of each feed; the error is ctx's, or that of the state file.
func (w *Watch) Run(ctx context.Context, feeds []string) (failed int, err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	slots := make(chan struct{}, maxAtOnce)
	counts := make([]int, len(feeds))
	var all sync.WaitGroup
	for i, u := range feeds {
		all.Go(func() {
			for {
				if !w.Once && !pause(ctx, time.Until(w.State.feed(u).Next)) {
					return
				}
				select {
				case slots <- struct{}{}:
				case <-ctx.Done():
					return
				}
				n, err := w.poll(ctx, u)
				<-slots
				counts[i] = n
				if err != nil {
					stop(err)
				}
				if w.Once || ctx.Err() != nil {
					return
				}
			}
		})
	}
	all.Wait()
	for _, n := range counts {
		failed += n
	}
	if err := context.Cause(ctx); err != nil {
		return failed, errors.Join(err, w.State.flush())
	}
	return failed, w.State.flush()
}

// pause waits; false if ctx ended meanwhile.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(max(d, 0))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// poll reads a feed once. Its faults are logged and counted; the error is that
// of the state file.
func (w *Watch) poll(ctx context.Context, u string) (failed int, err error) {
	f := w.State.feed(u)
	items, known, err := w.list(ctx, u, f.Known)
	if ctx.Err() != nil {
		return 0, nil
	}
	f.Polled = time.Now()
	if err != nil {
		w.Log(err)
		f.Failures++
		f.LastError = err.Error()
		f.Next = f.Polled.Add(backoff(w.Every, f.Failures))
		return 1, w.State.keep(f, false)
	}
	f.Failures, f.LastError = 0, ""
	done, failed := w.takeAll(ctx, &f, items)
	if f.Known = known; !done {
		f.Known = fetch.Known{} // the same list must come once more
	}
	f.Next = f.Polled.Add(w.Every)
	return failed, w.State.keep(f, len(items) > 0)
}

// takeAll takes the new items of a feed; done is false if the list has to come
// again for the sake of some.
func (w *Watch) takeAll(ctx context.Context, f *FeedState, items []feed.Item) (done bool, failed int) {
	done = true
	for i := range items {
		id := key(&items[i])
		it, ok := w.State.claim(id, f.Polled)
		if !ok {
			continue
		}
		err := w.take(ctx, f.URL, &items[i])
		switch {
		case err == nil:
			it.Done = true
			f.Taken++
		case ctx.Err() == nil:
			failed++
			w.Log(err)
			f.LastError = err.Error()
			if it.Tries++; it.Tries >= maxTries {
				it.Done = true
				f.Failed++
			}
		}
		w.State.release(id, it)
		done = done && it.Done
		if ctx.Err() != nil {
			return false, failed
		}
	}
	return done, failed
}

// key tells items apart over all feeds: by address, as two feeds of one outlet
// often list the same page.
func key(it *feed.Item) string {
	if it.URL != "" {
		return it.URL
	}
	return it.ID
}

// backoff doubles the pause with every failure up to a day.
func backoff(every time.Duration, failures int) time.Duration {
	d := every
	for range failures {
		if d *= 2; d >= maxBackoff {
			return max(maxBackoff, every)
		}
	}
	return d
}

// list fetches and parses a feed; no items if it did not change.
func (w *Watch) list(ctx context.Context, u string, known fetch.Known) ([]feed.Item, fetch.Known, error) {
	a, err := w.Client.Get(ctx, u, known)
	if err != nil {
		return nil, known, err
	}
	if a.NotModified {
		return nil, known, nil
	}
	f, err := feed.Parse(a.URL, a.Body)
	if err != nil {
		return nil, known, err
	}
	var items []feed.Item
	for _, it := range f.Items {
		if key(&it) != "" {
			items = append(items, it)
		}
	}
	return items, fetch.Known{ETag: a.ETag, LastModified: a.LastModified}, nil
}

// take brings an item into the ledger: its page or, failing that, the content
// that the feed itself carries.
func (w *Watch) take(ctx context.Context, feedURL string, it *feed.Item) error {
	art, err := w.page(ctx, it)
	if err != nil && ctx.Err() == nil && len(it.HTML) >= minContent {
		art, err = article.Page(it.ID, []byte("<html><body><article>"+it.HTML+"</article></body></html>"), article.Options{Date: dateline.NoDay})
	}
	if err != nil {
		return err
	}
	complete(art, it, feedURL)
	return w.Take(ctx, art)
}

func (w *Watch) page(ctx context.Context, it *feed.Item) (*dateline.Article, error) {
	if it.URL == "" {
		return nil, &dateline.Error{Kind: dateline.Input, Op: "read feed item", Place: it.ID, Err: errors.New("it has no link")}
	}
	a, err := w.Client.Get(ctx, it.URL, fetch.Known{})
	if err != nil {
		return nil, err
	}
	return article.Page(a.URL, a.Body, article.Options{Date: dateline.NoDay})
}

// complete fills from the feed what the page does not tell.
func complete(a *dateline.Article, it *feed.Item, feedURL string) {
	if a.URL == "" {
		a.URL = it.URL
		a.ID = article.IDOf(key(it))
	}
	if a.Title == "" {
		a.Title = it.Title
	}
	if u, err := url.Parse(feedURL); err == nil && a.Source == "" {
		a.Source = u.Hostname()
	}
	if !a.Date.Known() && !it.Published.IsZero() {
		a.Date, a.DateReason = dateline.DayOf(it.Published), "feed"
	}
}
