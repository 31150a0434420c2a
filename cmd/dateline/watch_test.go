package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// TestWatchOnce reads a feed into a ledger, passes it over the second time, and
// tells of a feed that fails.
func TestWatchOnce(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Fjord Wire</title><item><title>Talks</title><link>/a</link><pubDate>Wed, 05 Mar 2031 09:00:00 GMT</pubDate></item></channel></rss>`)
	})
	mux.HandleFunc("/a", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<html><body><article><p>Norwegian Foreign Minister Ada Lind met Swedish Foreign Minister Per Dahl in Bergen on Tuesday, a spokesman said.</p>
<p>They spoke at length about fish, borders and the railway between the two towns on the coast, which has been closed.</p></article></body></html>`)
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	ledger := filepath.Join(t.TempDir(), "l.db")
	do := func(args ...string) string {
		var out bytes.Buffer
		c := rootCmd()
		c.SetOut(&out)
		c.SetErr(&out)
		c.SetArgs(append(args, "--ledger", ledger))
		fmt.Fprint(&out, "exit ", finish(c.ExecuteContext(t.Context()), &out))
		return out.String()
	}
	watch := []string{"watch", "--once", "--delay", "1ms", "--allow-private", s.URL + "/feed"}
	for _, step := range []struct {
		args []string
		want string
	}{
		{[]string{"watch", "--once", s.URL + "/feed"}, "--allow-private"},
		{watch, "1 articles added"},
		{watch, "0 articles added with 0 events; 0 failures"},
		{append(watch, s.URL+"/none"), "404"},
		{[]string{"timeline", "with:Lind"}, "4 Mar 2031"},
		{[]string{"coverage"}, "/none: 0 articles taken, 0 given up; failing, 1 times"},
		{[]string{"verify"}, "sound"},
		{[]string{"watch", "--every", "1s", s.URL}, "at least"},
		{[]string{"watch", "no.opml"}, "want an OPML file"},
	} {
		if got := do(step.args...); !strings.Contains(got, step.want) {
			t.Errorf("%s: want %q in\n%s", strings.Join(step.args, " "), step.want, got)
		}
	}
}
