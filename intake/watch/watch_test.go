package watch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline"
	"dateline/intake/fetch"
)

// site is a server of feeds and pages that counts what is asked for.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
}

func (s *site) count(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

const page = `<html><head><title>Talks in Bergen</title></head><body><article><h1>Talks in Bergen</h1>
<p>Norwegian Foreign Minister Ada Lind met her Swedish colleague Per Dahl in Bergen on Tuesday, and both spoke at length about fish, borders and the railway.</p>
<p>They agreed to meet again next month in Gothenburg, where the talks about the railway between the two towns are to be brought to an end.</p></article></body></html>`

func rss(links ...string) string {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Fjord Wire</title>`)
	for _, l := range links {
		fmt.Fprintf(&b, `<item><title>Talks</title><link>%s</link><guid>%s</guid><pubDate>Wed, 05 Mar 2031 09:00:00 GMT</pubDate></item>`, l, l)
	}
	return b.String() + `</channel></rss>`
}

func newSite(t *testing.T) *site {
	s := &site{asked: map[string]int{}}
	text := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) }
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", text("User-agent: *\nDisallow: /closed\n"))
	mux.HandleFunc("/good.xml", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, rss("/a", "/b"))
	})
	mux.HandleFunc("/same.xml", text(rss("/a")))
	mux.HandleFunc("/flaky.xml", text(rss("/gone", "/closed/x", "/b")))
	mux.HandleFunc("/broken.xml", text("<rss><channel><item><title>"))
	mux.HandleFunc("/moved.xml", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/good.xml", http.StatusFound)
	})
	mux.HandleFunc("/hang.xml", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/lies.xml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "99999")
		fmt.Fprint(w, rss("/a"))
	})
	mux.HandleFunc("/bomb.xml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		zeros := make([]byte, 1<<20)
		for range 32 {
			if _, err := z.Write(zeros); err != nil {
				return
			}
		}
		z.Close()
	})
	mux.HandleFunc("/endless.xml", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<rss><channel><title>")
		for chunk := strings.Repeat("x", 1<<20); r.Context().Err() == nil; { // ten gigabytes, if one let it
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/charset.xml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"utf-8\"?>"+strings.Replace(rss("/a"), "Talks", "S\xf8k \xe5", 1))
	})
	mux.HandleFunc("/latin.xml", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"+strings.Replace(rss("/a"), "Talks", "S\xf8k", 1))
	})
	mux.HandleFunc("/a", text(page))
	mux.HandleFunc("/b", text(page))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked[r.URL.Path]++
		s.mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// round runs one round with a fresh client, as cron does.
type round struct {
	taken  []*dateline.Article
	errs   []string
	failed int
}

func run(t *testing.T, state string, private bool, feeds ...string) *round {
	t.Helper()
	st, err := LoadState(state)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	out := &round{}
	w := Watch{
		Client: fetch.New(fetch.Options{AllowPrivate: private, Delay: time.Millisecond, Timeout: 500 * time.Millisecond}),
		State:  st, Every: time.Hour, Once: true,
		Take: func(_ context.Context, a *dateline.Article) error {
			mu.Lock()
			defer mu.Unlock()
			out.taken = append(out.taken, a)
			return nil
		},
		Log: func(err error) {
			mu.Lock()
			defer mu.Unlock()
			out.errs = append(out.errs, err.Error())
		},
	}
	if out.failed, err = w.Run(t.Context(), feeds); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryItemOnce(t *testing.T) {
	s := newSite(t)
	state := filepath.Join(t.TempDir(), "state.json")
	r := run(t, state, true, s.URL+"/good.xml", s.URL+"/same.xml")
	if len(r.taken) != 2 || r.failed != 0 {
		t.Fatalf("first round: %d taken, %v", len(r.taken), r.errs)
	}
	for _, a := range r.taken {
		if a.Date.String() != "2031-03-05" || a.DateReason != "feed" || a.URL == "" || a.Source == "" {
			t.Errorf("date %s by %q, URL %q, source %q", a.Date, a.DateReason, a.URL, a.Source)
		}
	}
	if r.taken[0].ID == r.taken[1].ID {
		t.Error("two pages have one id")
	}
	if r = run(t, state, true, s.URL+"/good.xml", s.URL+"/same.xml"); len(r.taken) != 0 {
		t.Errorf("second round took %d", len(r.taken))
	}
	if s.count("/a") != 1 || s.count("/b") != 1 || s.count("/good.xml") != 2 {
		t.Errorf("fetched more than once: %v", s.asked)
	}
}

func TestFaultsOfFeeds(t *testing.T) {
	s := newSite(t)
	state := filepath.Join(t.TempDir(), "state.json")
	bad := map[string]string{"/broken.xml": "read feed", "/hang.xml": "fetch", "/lies.xml": "EOF", "/bomb.xml": "larger than is read", "/endless.xml": "larger than is read", "/charset.xml": "UTF-8", "/none.xml": "404"}
	feeds := []string{s.URL + "/good.xml", s.URL + "/latin.xml"}
	for path := range bad {
		feeds = append(feeds, s.URL+path)
	}
	r := run(t, state, true, feeds...)
	if len(r.taken) != 2 || r.failed != len(bad) || len(r.errs) != len(bad) {
		t.Errorf("%d taken, %d failed: %q", len(r.taken), r.failed, r.errs)
	}
	for path, want := range bad {
		found := false
		for _, e := range r.errs {
			found = found || strings.Contains(e, path) && strings.Contains(e, want)
		}
		if !found {
			t.Errorf("%s: no error with %q in %q", path, want, r.errs)
		}
	}
	st, err := LoadState(state)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range st.Feeds() {
		if isBad := bad[strings.TrimPrefix(f.URL, s.URL)] != ""; isBad != (f.Failures == 1 && f.LastError != "" && f.Next.Sub(f.Polled) == 2*time.Hour) {
			t.Errorf("state of %s: %+v", f.URL, f)
		}
	}
}

func TestPagesThatFailAreGivenUp(t *testing.T) {
	s := newSite(t)
	state := filepath.Join(t.TempDir(), "state.json")
	for i := range 4 {
		r := run(t, state, true, s.URL+"/flaky.xml")
		if want := 2; i < maxTries && r.failed != want || i == maxTries && r.failed != 0 {
			t.Errorf("round %d: %d failed: %q", i, r.failed, r.errs)
		}
	}
	if s.count("/gone") != maxTries || s.count("/closed/x") != 0 || s.count("/b") != 1 {
		t.Errorf("asked: %v", s.asked)
	}
}

func TestPrivateAddresses(t *testing.T) {
	s := newSite(t)
	r := run(t, filepath.Join(t.TempDir(), "s.json"), false, s.URL+"/good.xml", strings.Replace(s.URL, "127.0.0.1", "localhost", 1)+"/moved.xml")
	if r.failed != 2 || len(s.asked) != 0 {
		t.Errorf("%d failed, asked %v", r.failed, s.asked)
	}
	for _, e := range r.errs {
		if !strings.Contains(e, "--allow-private") {
			t.Errorf("no hint in %q", e)
		}
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	s := newSite(t)
	st, err := LoadState(filepath.Join(t.TempDir(), "s.json"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	w := Watch{
		Client: fetch.New(fetch.Options{AllowPrivate: true, Delay: time.Millisecond}), State: st, Every: time.Hour,
		Take: func(context.Context, *dateline.Article) error { stop(); return nil },
		Log:  func(err error) { t.Error(err) },
	}
	if _, err := w.Run(ctx, []string{s.URL + "/good.xml"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestBackoff(t *testing.T) {
	for n, want := range map[int]time.Duration{0: time.Hour, 1: 2 * time.Hour, 3: 8 * time.Hour, 5: maxBackoff, 1000: maxBackoff} {
		if got := backoff(time.Hour, n); got != want {
			t.Errorf("after %d failures %s, want %s", n, got, want)
		}
	}
}
