package article

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
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
	facts := readPage(doc) // before the extraction, which takes the page apart
	res, err := readability.FromDocument(doc, nil)
	if err != nil || res.Node == nil {
		return nil, inputError(name, "no article found in the page", "is it a front page or one that needs a browser?")
	}
	text, hints := flatten(res.Node)
	h := header{title: res.Title(), url: facts.url, source: cmpOr(facts.site, res.SiteName(), hostOf(facts.url)),
		lang: cmpOr(facts.lang, res.Language()), date: facts.day, reason: facts.reason}
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

// hostOf names the outlet by its address if the page has no other name for it.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
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
		if n.Data == "tr" && plainRow(n) {
			f.row(n, kind)
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

// plainRow reports whether a row of a table has at least two cells and nothing in them
// but words: tables that lay out a page hold paragraphs.
func plainRow(tr *html.Node) bool {
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if c.Data != "td" && c.Data != "th" || holdsBlock(c) {
			return false
		}
		cells++
	}
	return cells > 1
}

// holdsBlock reports whether more than one paragraph stands within an element.
func holdsBlock(n *html.Node) bool {
	paragraphs := 0
	for c := range n.Descendants() {
		if _, block := blocks[c.Data]; c.Type == html.ElementNode && (block || c.Data == "br") {
			if paragraphs++; paragraphs > 1 || c.Data != "p" && c.Data != "div" {
				return true
			}
		}
	}
	return false
}

// row writes a row of a table as one paragraph, a bar between its cells.
func (f *flattener) row(tr *html.Node, kind dateline.ParagraphKind) {
	f.flush()
	f.kind = kind
	first := true
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if !first {
			f.words(" | ")
		}
		first = false
		for t := range c.Descendants() {
			if t.Type == html.TextNode {
				f.words(t.Data)
			}
		}
	}
	f.flush()
	f.kind = ""
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
