package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"dateline"

	"github.com/temoto/robotstxt"
)

// Bounds of a fetch.
const (
	connectTimeout = 10 * time.Second
	wholeTimeout   = 60 * time.Second
	maxBody        = 16 << 20 // after decompression
	maxRobots      = 512 << 10
	maxRedirects   = 5
	maxRetryAfter  = time.Hour
	robotsAge      = 24 * time.Hour // then it is asked for again
)

// Agent is how Dateline names itself.
const Agent = "Dateline/1 (reads dated news; obeys robots.txt)"

// Options say how to fetch.
type Options struct {
	AllowPrivate bool          // fetch private addresses too
	Delay        time.Duration // least pause between two requests to one host; 0: two seconds
	IgnoreRobots bool
	Timeout      time.Duration // of one request with its body; 0: a minute

	public func(netip.Addr) bool // which addresses are public; nil: those of the internet
}

// Client fetches. It may be used by many goroutines.
type Client struct {
	http *http.Client
	opts Options

	mu    sync.Mutex
	hosts map[string]*host
}

// maxHosts bounds the hosts that are remembered; those not asked for longest are
// forgotten when it is reached.
const maxHosts = 4096

// host is what a client knows of a host.
type host struct {
	mu     sync.Mutex // one request at a time
	next   time.Time
	robots *robotstxt.RobotsData
	asked  time.Time // when robots.txt was read
}

// New makes a client.
func New(o Options) *Client {
	if o.Delay == 0 {
		o.Delay = 2 * time.Second
	}
	if o.Timeout == 0 {
		o.Timeout = wholeTimeout
	}
	t := &http.Transport{
		DialContext: dialer(o).DialContext, Proxy: nil,
		TLSHandshakeTimeout: connectTimeout, ResponseHeaderTimeout: connectTimeout, MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConns: 64, IdleConnTimeout: time.Minute, ForceAttemptHTTP2: true,
	}
	c := &Client{opts: o, hosts: map[string]*host{}}
	c.http = &http.Client{Transport: t, Timeout: o.Timeout, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if len(via) >= maxRedirects {
			return fmt.Errorf("more than %d redirects", maxRedirects)
		}
		return checkURL(r.URL)
	}}
	return c
}

// Answer is what came back.
type Answer struct {
	URL          string // after redirects
	Body         []byte
	ContentType  string
	ETag         string
	LastModified string
	NotModified  bool // 304: Body is empty
}

// Known is what the last answer said, for a conditional request.
type Known struct{ ETag, LastModified string }

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("scheme %q: only http and https are fetched", u.Scheme)
	}
	if u.Host == "" {
		return errors.New("the host is missing")
	}
	return nil
}

// Get fetches a URL. Errors name it and say what can be done.
func (c *Client) Get(ctx context.Context, rawURL string, known Known) (*Answer, error) {
	fail := func(err error) error {
		e := &dateline.Error{Kind: dateline.IO, Op: "fetch", Place: rawURL, Err: err}
		if errors.Is(err, errPrivate) {
			e.Hint = "--allow-private fetches it all the same"
		}
		return e
	}
	u, err := url.Parse(rawURL)
	if err == nil {
		err = checkURL(u)
	}
	if err != nil {
		return nil, fail(err)
	}
	h := c.host(u.Host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := c.allowed(ctx, h, u); err != nil {
		return nil, fail(err)
	}
	a, err := c.request(ctx, h, u, known)
	if err != nil {
		return nil, fail(err)
	}
	return a, nil
}

func (c *Client) host(name string) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		if len(c.hosts) >= maxHosts {
			c.forget()
		}
		h = &host{}
		c.hosts[name] = h
	}
	return h
}

// forget drops the hosts that nobody is asking and whose pause is over.
func (c *Client) forget() {
	for name, h := range c.hosts {
		if h.mu.TryLock() {
			if time.Now().After(h.next) {
				delete(c.hosts, name)
			}
			h.mu.Unlock()
		}
	}
}

// wait keeps the pause of a host.
func (c *Client) wait(ctx context.Context, h *host) error {
	if d := time.Until(h.next); d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
		}
	}
	h.next = time.Now().Add(c.opts.Delay)
	return nil
}

// allowed asks robots.txt, once a day for a host.
func (c *Client) allowed(ctx context.Context, h *host, u *url.URL) error {
	if c.opts.IgnoreRobots {
		return nil
	}
	if time.Since(h.asked) > robotsAge {
		r := *u
		r.Path, r.RawQuery, r.Fragment, r.RawPath = "/robots.txt", "", "", ""
		res, err := c.do(ctx, h, &r, Known{})
		if err != nil {
			return fmt.Errorf("robots.txt: %w", err)
		}
		body, err := bounded(res.Body, maxRobots)
		res.Body.Close()
		if err != nil && !errors.Is(err, errTooLarge) {
			return fmt.Errorf("robots.txt: %w", err)
		}
		if h.robots, err = robotstxt.FromStatusAndBytes(res.StatusCode, body); err != nil {
			h.robots = nil // a file that nobody can read forbids nothing
		}
		h.asked = time.Now()
	}
	if h.robots != nil && !h.robots.TestAgent(u.RequestURI(), "Dateline") {
		return errors.New("robots.txt forbids it")
	}
	return nil
}

func (c *Client) do(ctx context.Context, h *host, u *url.URL, known Known) (*http.Response, error) {
	if err := c.wait(ctx, h); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", Agent)
	if known.ETag != "" {
		req.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		req.Header.Set("If-Modified-Since", known.LastModified)
	}
	return c.http.Do(req)
}

func (c *Client) request(ctx context.Context, h *host, u *url.URL, known Known) (*Answer, error) {
	res, err := c.do(ctx, h, u, known)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	a := &Answer{
		URL: res.Request.URL.String(), ContentType: res.Header.Get("Content-Type"),
		ETag: res.Header.Get("ETag"), LastModified: res.Header.Get("Last-Modified"),
	}
	switch {
	case res.StatusCode == http.StatusNotModified:
		a.NotModified = true
		return a, nil
	case res.StatusCode == http.StatusTooManyRequests || res.StatusCode == http.StatusServiceUnavailable:
		h.next = time.Now().Add(retryAfter(res.Header.Get("Retry-After")))
		return nil, fmt.Errorf("%s: asked to wait", res.Status)
	case res.StatusCode != http.StatusOK:
		return nil, errors.New(res.Status)
	}
	a.Body, err = bounded(res.Body, maxBody)
	return a, err
}

// retryAfter reads seconds or a date, within bounds.
func retryAfter(s string) time.Duration {
	d := time.Minute
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
		d = time.Duration(n) * time.Second
	} else if t, err := http.ParseTime(s); err == nil {
		d = time.Until(t)
	}
	return min(max(d, time.Second), maxRetryAfter)
}

var errTooLarge = errors.New("larger than is read")

// bounded reads at most n bytes; more is an error.
func bounded(r io.Reader, n int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, n+1))
	if err == nil && int64(len(b)) > n {
		return b[:n], fmt.Errorf("%w: over %d MiB", errTooLarge, n>>20)
	}
	return b, err
}
