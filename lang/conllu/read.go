package conllu

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// maxLine is the longest line that is read; longer ones are an error.
const maxLine = 4 << 20

// Open reads all sentences of a file.
func Open(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f, path)
}

// Read reads all sentences of r; name stands in errors ("name:line: …").
func Read(r io.Reader, name string) ([]Sentence, error) {
	p := parser{name: name}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 64<<10), maxLine)
	for sc.Scan() {
		p.line++
		if err := p.take(strings.TrimSuffix(sc.Text(), "\r")); err != nil {
			return nil, err
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, p.line+1, err)
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	return p.out, nil
}

// parser holds the sentence that is being read.
type parser struct {
	name   string
	line   int
	out    []Sentence
	cur    Sentence
	spans  []span // multiword tokens
	spaces []bool // SpaceAfter of each word as written in MISC
}

// span is a multiword token over words [first, last].
type span struct {
	first, last int
	form        string
	spaceAfter  bool
}

func (p *parser) fail(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.name, line, fmt.Sprintf(format, args...))
}

// take reads one line.
func (p *parser) take(line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return p.finish()
	case line[0] == '#':
		p.comment(strings.TrimSpace(line[1:]))
		return nil
	}
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return p.fail(p.line, "%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil // an empty node of the enhanced graph
	}
	if a, b, ok := strings.Cut(f[0], "-"); ok {
		return p.multiword(a, b, f)
	}
	return p.word(f)
}

func (p *parser) comment(text string) {
	s := &p.cur
	s.Meta = append(s.Meta, text)
	key, value, _ := strings.Cut(text, "=")
	value = strings.TrimPrefix(value, " ")
	switch key = strings.TrimSpace(key); {
	case key == "sent_id":
		s.ID = value
	case key == "text":
		s.Text = value
	case key == "newdoc" || key == "newdoc id":
		s.NewDoc, s.NewPar = true, true
	case key == "newpar" || key == "newpar id":
		s.NewPar = true
	}
}

func (p *parser) multiword(a, b string, f []string) error {
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || first != len(p.cur.Tokens)+1 || last <= first || last-first > 99 {
		return p.fail(p.line, "bad range %q", f[0])
	}
	if err := p.form(f[1]); err != nil {
		return err
	}
	if f[1] == "" || strings.TrimSpace(f[1]) != f[1] {
		return p.fail(p.line, "form %q is empty or begins or ends with white space", f[1])
	}
	if n := len(p.spans); n > 0 && first-1 <= p.spans[n-1].last {
		return p.fail(p.line, "range %d-%d lies within the one before it, which ends at %d", first, last, p.spans[n-1].last+1)
	}
	p.spans = append(p.spans, span{first - 1, last - 1, f[1], spaceAfter(f[9])})
	return nil
}

// form checks a word's form; white space around it could not be found again in
// the text.
func (p *parser) form(s string) error {
	if s == "" || strings.TrimSpace(s) != s {
		return p.fail(p.line, "bad form %q", s)
	}
	return nil
}

func (p *parser) word(f []string) error {
	s := &p.cur
	if id, err := strconv.Atoi(f[0]); err != nil || id != len(s.Tokens)+1 {
		return p.fail(p.line, "word number %q, want %d", f[0], len(s.Tokens)+1)
	}
	head := -1
	if f[6] != "_" {
		h, err := strconv.Atoi(f[6])
		if err != nil || h < 0 {
			return p.fail(p.line, "bad head %q", f[6])
		}
		head = h - 1
	}
	if err := p.form(f[1]); err != nil {
		return err
	}
	if len(s.Tokens) == 0 {
		s.Line = p.line
	}
	t := Token{
		Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: blank(f[5]),
		Head: head, Rel: f[7], Deps: blank(f[8]), Misc: blank(f[9]), Surface: len(s.Tokens),
	}
	s.Tokens = append(s.Tokens, t)
	p.spaces = append(p.spaces, spaceAfter(f[9]))
	return nil
}

// finish checks the sentence read so far and appends it to the result.
func (p *parser) finish() error {
	s := &p.cur
	if len(s.Tokens) == 0 {
		return nil // comments alone are kept for the next sentence
	}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= len(s.Tokens) || h == i {
			return p.fail(s.Line+i, "head %d of word %d is not in the sentence", h+1, i+1)
		}
	}
	if n := len(p.spans); n > 0 && p.spans[n-1].last >= len(s.Tokens) {
		return p.fail(s.Line, "range %d-%d ends behind the sentence", p.spans[n-1].first+1, p.spans[n-1].last+1)
	}
	align(s, p.spans, p.spaces)
	if len(p.out) == 0 {
		s.NewDoc, s.NewPar = true, true
	}
	p.out = append(p.out, *s)
	p.cur, p.spans, p.spaces = Sentence{}, nil, p.spaces[:0]
	return nil
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func spaceAfter(misc string) bool {
	for f := range strings.SplitSeq(misc, "|") {
		if f == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

// Attr gives the value of a key in a FEATS or MISC column, "" if it is absent.
func Attr(column, key string) string {
	for f := range strings.SplitSeq(column, "|") {
		if k, v, ok := strings.Cut(f, "="); ok && k == key {
			return v
		}
	}
	return ""
}
