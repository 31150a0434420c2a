package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func record(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(block), block)
}

const html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Talks in Oslo.</p>"

func archive() string {
	return record("warcinfo", "", "software: x") + record("response", "https://n.example/a", html) +
		record("response", "https://n.example/pic", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx") +
		record("response", "https://n.example/bad", "no http at all") + record("response", "https://n.example/b", html)
}

func pages(t *testing.T, b []byte) (urls []string, err error) {
	t.Helper()
	r, err := NewReader("x.warc", bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	for {
		p, err := r.Next()
		if errors.Is(err, io.EOF) {
			return urls, nil
		}
		if err != nil {
			return urls, err
		}
		if string(p.Body) != "<p>Talks in Oslo.</p>" || p.Date.Year() != 2031 {
			t.Errorf("page %+v", p)
		}
		urls = append(urls, p.URL)
	}
}

func TestPages(t *testing.T) {
	want := "https://n.example/a https://n.example/b"
	got, err := pages(t, []byte(archive()))
	if err != nil || strings.Join(got, " ") != want {
		t.Errorf("plain: %v %v", got, err)
	}
	var z bytes.Buffer
	for _, rec := range strings.SplitAfter(archive(), "\r\n\r\nWARC/") { // members need not end with records
		w := gzip.NewWriter(&z)
		io.WriteString(w, rec)
		w.Close()
	}
	got, err = pages(t, z.Bytes())
	if err != nil || strings.Join(got, " ") != want {
		t.Errorf("gzip: %v %v", got, err)
	}
}

func TestFaults(t *testing.T) {
	for name, s := range map[string]string{
		"cut off": archive()[:len(archive())-60], "no archive": "These are notes.\n", "length": strings.Replace(archive(), "Content-Length: 11", "Content-Length: x", 1),
		"long line": "WARC/1.0\r\nX: " + strings.Repeat("x", 1<<20),
	} {
		if _, err := pages(t, []byte(s)); err == nil || !strings.Contains(err.Error(), "x.warc at byte") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add([]byte(archive()))
	f.Fuzz(func(_ *testing.T, b []byte) {
		r, err := NewReader("x.warc", bytes.NewReader(b))
		if err != nil {
			return
		}
		for range 100 {
			if _, err := r.Next(); err != nil {
				return
			}
		}
	})
}
