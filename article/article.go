package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"dateline"
)

// Form is the form in which an article comes.
type Form string

const (
	Auto      Form = ""      // told by the name's ending, then by the first bytes
	PlainText Form = "text"  // with a date line, front matter or header lines, or none
	HTML      Form = "html"  // a page: main text, title, date and outlet are extracted
	JSONLines Form = "jsonl" // one object a line: id, date, source, title, text, url
)

// DefaultMaxBytes is the most that one article may have: a long book.
const DefaultMaxBytes = 8 << 20

// Options says how inputs are read. The zero value is right for most.
type Options struct {
	Date     dateline.Day // overrides the article's own date if it is a known day other than day 0
	Form     Form
	Charset  string // IANA name of the encoding of plain text; "" is UTF-8 or by byte order mark
	MaxBytes int    // of one article; 0 is DefaultMaxBytes
}

func (o Options) limit() int {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// dated reports whether the options give a day. Day 0 (1970-01-01) is what an
// Options literal has when nobody set it.
func (o Options) dated() bool { return o.Date.Known() && o.Date != 0 }

// Parse reads one article of the form that opts, the name or its bytes tell.
// Of JSON lines it reads the only line. The name is for messages.
func Parse(name string, b []byte, opts Options) (*dateline.Article, error) {
	form := opts.Form
	if form == Auto {
		form = formOf(name, b)
	}
	switch form {
	case HTML:
		return Page(name, b, opts)
	case JSONLines:
		return Line(name, b, opts)
	}
	return Text(name, b, opts)
}

// Text reads an article in plain text.
func Text(name string, b []byte, opts Options) (*dateline.Article, error) {
	if len(b) > opts.limit() {
		return nil, tooLong(name, opts)
	}
	text, err := decode(name, b, opts.Charset)
	if err != nil {
		return nil, err
	}
	return build(name, text, header{}, nil, opts)
}

// New makes an article of a text and what its source knows of it: ID, Title,
// Source, URL, Language, Date and DateReason are taken from known and filled
// from the text where they are empty.
func New(known dateline.Article, opts Options) (*dateline.Article, error) {
	h := header{id: known.ID, title: known.Title, source: known.Source, url: known.URL,
		lang: known.Language, date: known.Date, reason: known.DateReason}
	if known.DateReason == "" && known.Date == 0 {
		h.date = dateline.NoDay
	}
	return build(cmpOr(known.ID, known.URL, "article"), known.Text, h, nil, opts)
}

// build joins what is known from outside (out wins) with what the text tells.
func build(name, text string, out header, hints []hint, opts Options) (*dateline.Article, error) {
	if !strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(out.title, unicode.IsLetter) { // a title alone tells something
		return nil, inputError(name, "no words in it", "an empty article has no record")
	}
	body, in := readHeader(text)
	paras := split(text, body, hints)
	stampLines(text, paras, &in)
	if end := stampLead(text, paras, &in); end > 0 {
		paras = cutStamp(text, paras, end)
	}
	classify(text, paras, cmpOr(out.title, in.title), hints)
	markRepeats(text, paras)

	a := &dateline.Article{
		ID:         cmpOr(out.id, in.id),
		Title:      cmpOr(out.title, in.title, headline(text, paras)),
		Source:     cmpOr(out.source, in.source, in.agency),
		URL:        cmpOr(out.url, in.url),
		Language:   cmpOr(out.lang, in.lang),
		Place:      cmpOr(out.place, in.place),
		Text:       text,
		Paragraphs: paras,
	}
	a.Date, a.DateReason = chooseDay(out, in, opts)
	if a.Language == "" {
		a.Language = language(text, paras)
	}
	sum := sha256.Sum256([]byte(text))
	a.SHA256 = hex.EncodeToString(sum[:])
	if a.ID == "" {
		a.ID = a.SHA256[:16]
		if strings.TrimSpace(text) == "" {
			a.ID = IDOf(a.Title)
		}
		if a.URL != "" {
			a.ID = IDOf(a.URL)
		}
	}
	return a, nil
}

// IDOf is the id of an article that has no other name than its address.
func IDOf(url string) string {
	u := sha256.Sum256([]byte(url))
	return hex.EncodeToString(u[:8])
}

// chooseDay takes the option's day before the source's before the text's.
func chooseDay(out, in header, opts Options) (dateline.Day, string) {
	switch {
	case opts.dated():
		return opts.Date, "flag"
	case out.reason != "" && out.date.Known():
		return out.date, out.reason
	case in.reason != "" && in.date.Known():
		return in.date, in.reason
	}
	return dateline.NoDay, ""
}

// Warnings says in plain words what a reader of a's record should know about
// the article; empty if all is well.
func Warnings(a *dateline.Article) []string {
	var w []string
	if !a.Date.Known() {
		w = append(w, "no publication date found: relative times stay unresolved (give one with --date YYYY-MM-DD)")
	}
	if a.Language != "" && a.Language != "en" && !strings.HasPrefix(a.Language, "en-") {
		w = append(w, fmt.Sprintf("language looks like %q: Dateline reads English, expect little", a.Language))
	}
	return w
}

// cmpOr gives the first string that is not blank, trimmed.
func cmpOr(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

func inputError(place, cause, hint string) error {
	return &dateline.Error{Kind: dateline.Input, Op: "read", Place: place, Hint: hint, Err: fmt.Errorf("%s", cause)}
}

func tooLong(place string, opts Options) error {
	return inputError(place, fmt.Sprintf("longer than %d MB", opts.limit()>>20), "one article a line or file; is this one?")
}
