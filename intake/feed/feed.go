// Package feed reads RSS, Atom and JSON feeds and lists of feeds (OPML).
package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"dateline"

	"github.com/mmcdole/gofeed"
)

// Bounds of what a feed may hold.
const (
	maxItems = 2000
	maxOPML  = 4 << 20
	maxDepth = 32
)

// Item is an entry of a feed.
type Item struct {
	ID        string // the feed's own, else the link
	Title     string
	URL       string
	Published time.Time // zero: not told
	HTML      string    // full content, if the feed carries it
}

// Feed is a feed with its items, newest first as the feed has them.
type Feed struct {
	Title string
	Items []Item
}

// Parse reads a feed in any of the three forms. base is its URL, by which
// relative links are resolved.
func Parse(base string, body []byte) (f *Feed, err error) {
	defer func() { // the parser is not ours, and its input is foreign
		if p := recover(); p != nil {
			f, err = nil, parseError(base, fmt.Errorf("%v", p))
		}
	}()
	raw, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, parseError(base, err)
	}
	f = &Feed{Title: strings.TrimSpace(raw.Title)}
	for _, it := range raw.Items {
		if len(f.Items) == maxItems {
			break
		}
		if it != nil {
			f.Items = append(f.Items, item(base, it))
		}
	}
	return f, nil
}

func parseError(base string, err error) error {
	return &dateline.Error{Kind: dateline.Input, Op: "read feed", Place: base, Err: err, Hint: "is it RSS, Atom or a JSON feed?"}
}

func item(base string, it *gofeed.Item) Item {
	out := Item{ID: it.GUID, Title: strings.TrimSpace(it.Title), URL: resolve(base, it.Link), HTML: it.Content}
	if out.ID == "" {
		out.ID = out.URL
	}
	switch {
	case it.PublishedParsed != nil:
		out.Published = *it.PublishedParsed
	case it.UpdatedParsed != nil:
		out.Published = *it.UpdatedParsed
	}
	return out
}

// resolve makes a link absolute; "" if it cannot be fetched.
func resolve(base, link string) string {
	b, err := url.Parse(base)
	if err != nil {
		return ""
	}
	u, err := b.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// outline is an element of OPML.
type outline struct {
	XMLURL   string    `xml:"xmlUrl,attr"`
	Outlines []outline `xml:"outline"`
}

// OPML gives the feeds of a list, each once, in its order.
func OPML(name string, body []byte) ([]string, error) {
	fail := func(err error) error {
		return &dateline.Error{Kind: dateline.Input, Op: "read list of feeds", Place: name, Err: err, Hint: "want OPML"}
	}
	if len(body) > maxOPML {
		return nil, fail(fmt.Errorf("larger than %d MiB", maxOPML>>20))
	}
	var doc struct {
		XMLName xml.Name `xml:"opml"`
		Body    outline  `xml:"body"`
	}
	if err := xml.Unmarshal(body, &doc); err != nil {
		return nil, fail(err)
	}
	var out []string
	seen := map[string]bool{}
	var walk func(o outline, depth int)
	walk = func(o outline, depth int) {
		if o.XMLURL != "" && !seen[o.XMLURL] {
			seen[o.XMLURL] = true
			out = append(out, o.XMLURL)
		}
		for _, c := range o.Outlines {
			if depth < maxDepth {
				walk(c, depth+1)
			}
		}
	}
	walk(doc.Body, 0)
	if len(out) == 0 {
		return nil, fail(errors.New("it names no feed"))
	}
	return out, nil
}
