package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"dateline"
	"dateline/article"
	"dateline/intake/warc"
)

// isArchive tells web archives by their names.
func isArchive(name string) bool {
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz")
}

// size is the number of bytes of all inputs on disk, 0 if it cannot be known.
func size(archives, names []string) int64 {
	var n int64
	if len(names) > 0 {
		if n = article.Size(names); n == 0 {
			return 0
		}
	}
	for _, a := range archives {
		if st, err := os.Stat(a); err == nil {
			n += st.Size()
		}
	}
	return n
}

// archive takes the pages of a web archive.
func (a *adder) archive(ctx context.Context, name string, opts article.Options) error {
	f, err := os.Open(name)
	if err != nil {
		a.fail(&dateline.Error{Kind: dateline.IO, Op: "read archive", Place: name, Err: errors.Unwrap(err)})
		return nil
	}
	defer f.Close()
	base := a.reach
	r, err := warc.NewReader(name, &reached{f, a})
	if err != nil {
		a.fail(err)
		return nil
	}
	for ctx.Err() == nil {
		p, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			a.fail(err)
			break
		}
		art, err := archived(p, opts)
		if err != nil {
			a.fail(err)
			continue
		}
		if err := a.take(ctx, p.URL, art); err != nil {
			return err
		}
	}
	if st, err := f.Stat(); err == nil {
		a.reach = base + st.Size()
		a.bar.at(a.reach)
	}
	return nil
}

// archived makes an article of a page. The day of its capture says only that it
// was not published later; it stands in where the page tells nothing.
func archived(p *warc.Page, opts article.Options) (*dateline.Article, error) {
	art, err := article.Page(p.URL, p.Body, opts)
	if err != nil {
		return nil, err
	}
	if art.URL == "" {
		art.URL = p.URL
		art.ID = article.IDOf(p.URL)
	}
	if !art.Date.Known() && !p.Date.IsZero() {
		art.Date, art.DateReason = dateline.DayOf(p.Date), "capture"
	}
	return art, nil
}

// reached moves the bar as an archive is read.
type reached struct {
	r io.Reader
	a *adder
}

func (r *reached) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	r.a.reach += int64(n)
	r.a.bar.at(r.a.reach)
	return n, err
}
