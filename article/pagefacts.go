package article

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"dateline"
)

// pageFacts is what a page says of itself outside of its prose.
type pageFacts struct {
	day       dateline.Day
	reason    string // "page meta date", "page JSON-LD", …
	url, site string
	lang      string

	rank int // of the source of day; the lower, the better
}

// publishedMeta are the names, properties and itemprops under which pages give
// their day of publication, the surest first. Days of change are not among
// them: an article is read as of the day it appeared.
var publishedMeta = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
	"sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
	"dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article.published",
	"article_date_original", "originalpublicationdate", "displaydate", "timestamp", "date",
}

// Ranks of the other places.
const (
	rankJSON   = 3   // JSON-LD after article:published_time and its kin
	rankMarked = 50  // <time> that says it is the publication
	rankTime   = 60  // any <time datetime> ahead of the first that is marked
	rankURL    = 70  // /2031/03/04/ in the page's own address
	rankNone   = 100 // nothing
)

// readPage walks the page once.
func readPage(doc *html.Node) pageFacts {
	f := pageFacts{day: dateline.NoDay, rank: rankNone}
	f.walk(doc)
	if f.rank > rankURL && f.url != "" {
		if m := urlDay.FindStringSubmatch(f.url); m != nil {
			if d, n := civil(m[1], m[2], m[3], 1); n > 0 {
				f.take(d, rankURL, "page URL")
			}
		}
	}
	return f
}

var urlDay = regexp.MustCompile(`/((?:19|20|21)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/-]|$)`)

func (f *pageFacts) take(d dateline.Day, rank int, reason string) {
	if d.Known() && rank < f.rank {
		f.day, f.rank, f.reason = d, rank, reason
	}
}

func (f *pageFacts) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "html":
			f.lang = attr(n, "lang")
		case "meta":
			f.meta(n)
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && f.url == "" {
				f.setURL(attr(n, "href"))
			}
		case "script":
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					f.jsonLD(v, 0)
				}
			}
		case "time":
			f.time(n)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c)
	}
}

func (f *pageFacts) meta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(attr(n, key))
		switch name {
		case "":
			continue
		case "og:url":
			f.setURL(content)
		case "og:site_name":
			f.site = content
		}
		for rank, known := range publishedMeta {
			if name == known {
				d, _ := leadingDay(content)
				if rank >= rankJSON {
					rank++
				}
				f.take(d, rank, "page meta "+name)
			}
		}
	}
}

func (f *pageFacts) setURL(s string) {
	if u, err := url.Parse(s); err == nil && u.IsAbs() {
		f.url = s
	}
}

// jsonLD looks for datePublished at any depth that a real page has.
func (f *pageFacts) jsonLD(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			f.jsonLD(e, depth+1)
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			d, _ := leadingDay(strings.TrimSpace(s))
			f.take(d, rankJSON, "page JSON-LD")
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			f.jsonLD(v[key], depth+1)
		}
	}
}

// time reads a <time> element; one that stands for the publication says so by
// pubdate, itemprop or class.
func (f *pageFacts) time(n *html.Node) {
	d, _ := leadingDay(strings.TrimSpace(attr(n, "datetime")))
	marks := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class"))
	switch {
	case strings.Contains(marks, "modif") || strings.Contains(marks, "updat"):
	case hasAttr(n, "pubdate") || strings.Contains(marks, "publish") || strings.Contains(marks, "pubdate"):
		f.take(d, rankMarked, "page time element")
	default:
		f.take(d, rankTime, "page time element")
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
