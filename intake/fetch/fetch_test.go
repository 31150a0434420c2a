package fetch

import (
	"compress/gzip"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestPublic(t *testing.T) {
	for addr, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true,
		"127.0.0.1": false, "::1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false, "0.0.0.0": false, "100.64.0.1": false, "224.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "255.255.255.255": false,
	} {
		if got := public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: public %v, want %v", addr, got, want)
		}
	}
}

// site is a server with every fault that matters.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n") })
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "hello")
	})
	mux.HandleFunc("/closed", func(w http.ResponseWriter, _ *http.Request) { t.Error("fetched what robots.txt forbids") })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		zeros := make([]byte, 1<<20)
		for range 64 {
			if _, err := z.Write(zeros); err != nil {
				return
			}
		}
		z.Close()
	})
	mux.HandleFunc("/lies", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000000")
		fmt.Fprint(w, "short")
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestGet(t *testing.T) {
	s := site(t)
	c := New(Options{AllowPrivate: true, Delay: time.Millisecond})
	a, err := c.Get(t.Context(), s.URL+"/page", Known{})
	if err != nil || string(a.Body) != "hello" || a.ETag != `"v1"` {
		t.Fatalf("%+v %v", a, err)
	}
	if a, err = c.Get(t.Context(), s.URL+"/page", Known{ETag: a.ETag}); err != nil || !a.NotModified {
		t.Errorf("asked again: %+v %v", a, err)
	}
	for path, want := range map[string]string{
		"/closed": "robots.txt forbids", "/busy": "asked to wait", "/loop": "redirects", "/file": "only http", "/bomb": "larger than is read", "/none": "404", "/lies": "EOF",
	} {
		c := New(Options{AllowPrivate: true, Delay: time.Millisecond})
		if _, err := c.Get(t.Context(), s.URL+path, Known{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", path, err, want)
		}
	}
}

func TestPrivateAddressesAreNotFetched(t *testing.T) {
	s := site(t)
	c := New(Options{Delay: time.Millisecond})
	for _, u := range []string{s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page", "http://[::1]:1/", "ftp://example.org/", "http:///x"} {
		if _, err := c.Get(t.Context(), u, Known{}); err == nil {
			t.Errorf("%s was fetched", u)
		}
	}
}

// TestRedirectToPrivate holds that a public host cannot lead to a private one:
// here 127.0.0.1 plays the public one, 127.0.0.2 the private.
func TestRedirectToPrivate(t *testing.T) {
	asked := make(chan string, 10)
	inner, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skipf("needs a second loopback address: %v", err)
	}
	secret := &http.Server{Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked <- r.URL.Path }), ReadHeaderTimeout: time.Second}
	go func() { _ = secret.Serve(inner) }() // it ends with its listener
	t.Cleanup(func() { secret.Close() })
	outer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" {
			http.Redirect(w, r, "http://"+inner.Addr().String()+"/metadata", http.StatusFound)
		}
	}))
	t.Cleanup(outer.Close)
	c := New(Options{Delay: time.Millisecond, public: func(a netip.Addr) bool { return a.Unmap() == netip.MustParseAddr("127.0.0.1") }})
	_, err = c.Get(t.Context(), outer.URL+"/a", Known{})
	if err == nil || !strings.Contains(err.Error(), "127.0.0.2: a private address is not fetched") || !strings.Contains(err.Error(), "--allow-private") {
		t.Errorf("error %v", err)
	}
	if len(asked) > 0 {
		t.Errorf("the private host was asked for %s", <-asked)
	}
}

// TestHostsAreForgotten holds that a client that runs for months does not grow
// with every host it ever asked.
func TestHostsAreForgotten(t *testing.T) {
	c := New(Options{Delay: time.Nanosecond})
	for i := range 3 * maxHosts {
		c.host(fmt.Sprintf("h%d.example", i))
	}
	if n := len(c.hosts); n > maxHosts {
		t.Errorf("%d hosts are remembered", n)
	}
}
