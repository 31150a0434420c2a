package article

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"dateline"
)

// Page reads the article of an HTML page: its main text, title, outlet, URL
// and language, and its date from what the page says of itself (metadata,
// JSON-LD, time elements, URL), never from dates within the prose.
func Page(name string, b []byte, opts Options) (_ *dateline.Article, err error) {
	if len(b) > opts.limit() {
		return nil, tooLong(name, opts)
	}
	defer func() { // extraction is a library's, pages are anybody's
		if p := recover(); p != nil {
			err = inputError(name, fmt.Sprintf("the page cannot be taken apart: %v", p), "")
		}
	}()
	utf8, err := pageText(name, b, opts.Charset)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(utf8))
	if err != nil {
		return nil, inputError(name, "no HTML: "+err.Error(), "")
	}
	date, why := pageDay(doc)
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, ExcludeTables: true,
		HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil || res == nil || res.ContentNode == nil {
		return nil, inputError(name, "no article found in the page", "is it a front page or one that needs a browser?")
	}
	m := res.Metadata
	text, hints := flatten(res.ContentNode)
	h := header{title: m.Title, source: cmpOr(m.Sitename, m.Hostname), lang: m.Language, date: date, reason: why}
	if u, e := url.Parse(m.URL); e == nil && u.IsAbs() {
		h.url = m.URL
	}
	return build(name, text, h, hints, opts)
}

// pageText decodes a page by flag, byte order mark or its own declaration.
func pageText(name string, b []byte, label string) (string, error) {
	if label == "" && byMark(b) == nil {
		if enc, n, sure := charset.DetermineEncoding(b[:min(len(b), 1024)], ""); n != "utf-8" && (sure || badUTF8(b) >= 0) {
			return transcode(name, b, enc)
		}
	}
	return decode(name, b, label)
}

// pageDay asks htmldate for the original publication day. The bounds are fixed
// so that a page reads the same tomorrow.
func pageDay(doc *html.Node) (dateline.Day, string) {
	res, err := htmldate.FromDocument(doc, htmldate.Options{
		UseOriginalDate:     true,
		SkipExtensiveSearch: true,
		MinDate:             time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		MaxDate:             time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || res.IsZero() {
		return dateline.NoDay, ""
	}
	return dateline.DayOf(res.DateTime), "page metadata"
}

// flatten writes the paragraphs of an extracted article one below the other.
func flatten(root *html.Node) (string, []hint) {
	var f flattener
	f.walk(root, "")
	f.flush()
	return f.out.String(), f.hints
}

type flattener struct {
	out   bytes.Buffer
	para  strings.Builder
	kind  dateline.ParagraphKind
	hints []hint
}

// flush ends the paragraph that is being written.
func (f *flattener) flush() {
	s := strings.Trim(f.para.String(), " \t\r\n")
	f.para.Reset()
	if s == "" {
		return
	}
	if f.out.Len() > 0 {
		f.out.WriteString("\n\n")
	}
	if f.kind != "" {
		f.hints = append(f.hints, hint{f.out.Len(), f.kind})
	}
	f.out.WriteString(s)
}

// blocks are the elements that begin and end a paragraph, and what they make
// of it.
var blocks = map[string]dateline.ParagraphKind{
	"p": "", "div": "", "li": "", "ul": "", "ol": "", "blockquote": "", "section": "", "article": "",
	"figure": dateline.Caption, "figcaption": dateline.Caption, "pre": "", "td": "", "tr": "", "table": "",
	"h1": dateline.Headline, "h2": dateline.Headline, "h3": dateline.Headline,
	"h4": dateline.Headline, "h5": dateline.Headline, "h6": dateline.Headline, "body": "", "main": "",
}

func (f *flattener) walk(n *html.Node, kind dateline.ParagraphKind) {
	switch n.Type {
	case html.TextNode:
		f.words(n.Data)
		return
	case html.ElementNode:
		if n.Data == "br" {
			f.flush()
			return
		}
		if k, block := blocks[n.Data]; block {
			if k != "" {
				kind = k
			}
			f.flush()
			f.kind = kind
			defer func() { f.flush(); f.kind = "" }()
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c, kind)
	}
}

// words adds text with every run of ASCII white space folded to one space.
func (f *flattener) words(s string) {
	for _, r := range s {
		space := r == ' ' || r == '\n' || r == '\t' || r == '\r'
		if !space {
			f.para.WriteRune(r)
		} else if p := f.para.String(); p != "" && p[len(p)-1] != ' ' {
			f.para.WriteByte(' ')
		}
	}
}
