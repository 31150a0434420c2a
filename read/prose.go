package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
)

// prose is what the rooms read of an article. Mostly that is its text. A title that does
// not stand in the text comes behind it, so that its short names are those of the text.
// What is told without a sentence (the row of a table, "Meeting with the Chancellor" over
// a page of the President's office) is said in one, made of the words as they stand and a
// few that fill in. Every byte is known by where it comes from, so that what is found is
// proved by the article as it was given. See docs/decisions/0006.
type prose struct {
	given  *dateline.Article // as it came in
	text   strings.Builder
	paras  []dateline.Paragraph
	index  []int // paragraph of the given article -> paragraph of the prose
	units  []unit
	tabled map[int]bool // paragraphs of the prose (at first: of the article) that say a row
	title  int          // paragraph of the prose that is the title; -1: it is not read, or as it stands in the text
}

// unit is a stretch of prose with the stretch of the article that it says.
type unit struct {
	at, end  int
	title    bool // the origin is the title, not the text
	from, to int  // bytes of the origin
	pieces   []piece
}

// piece is a run of bytes that stand in the article as they do in the prose, but for
// capitals.
type piece struct{ at, from, n int }

// readable gives the article as the rooms are to read it. The prose is nil if that is the
// article as it came in.
func readable(a *dateline.Article, f *facts.Facts) (*dateline.Article, *prose) {
	p := &prose{given: a, title: -1, tabled: map[int]bool{}}
	said := p.sentences(f)
	if len(said) == 0 {
		return a, nil
	}
	done, rows := 0, map[int]bool{}
	for i := range a.Paragraphs {
		para := a.Paragraphs[i]
		if s, ok := said[i]; ok {
			p.verbatim(done, para.Start)
			p.index = append(p.index, len(p.paras))
			if p.tabled[i] {
				rows[len(p.paras)] = true
				para.Kind = dateline.Body
			}
			p.paragraph(s, false, para.Start, para.End, para)
			done = para.End
			continue
		}
		p.index = append(p.index, len(p.paras))
		para.Start += p.text.Len() - done
		para.End += p.text.Len() - done
		p.paras = append(p.paras, para)
	}
	p.verbatim(done, len(a.Text))
	if s := said[titleUnit]; len(s) > 0 {
		p.title = len(p.paras)
		p.paragraph(s, true, 0, len(a.Title), dateline.Paragraph{Kind: dateline.Headline, RepeatOf: -1})
	}
	for i := range p.paras {
		if k := p.paras[i].RepeatOf; k >= 0 && k < len(p.index) {
			p.paras[i].RepeatOf = p.index[k]
		}
	}
	p.tabled = rows
	b := *a
	b.Text, b.Paragraphs = p.text.String(), p.paras
	return &b, p
}

// titleUnit is the index of the title among the paragraphs.
const titleUnit = -1

// words is a part of a sentence that is said: bytes of the origin, or words that fill in.
type words struct {
	from, to int
	lower    []int  // bytes of the origin that are said in small letters
	fill     string // instead of from, to
}

// sentences gives what is to be said instead of a paragraph, by its index; of those that
// are read as they stand nothing. An empty list leaves the title unread.
func (p *prose) sentences(f *facts.Facts) map[int][]words {
	a := p.given
	out := map[int][]words{}
	if a.Title != "" {
		at, stands := p.titleParagraph()
		if !stands {
			if s := headline(a.Title, a); s != nil {
				out[titleUnit] = s
			}
		} else if at < 0 {
			// a sentence of the text
		} else if s := headline(a.Text[a.Paragraphs[at].Start:a.Paragraphs[at].End], a); !asStands(s, a.Paragraphs[at].End-a.Paragraphs[at].Start) && len(s) > 0 {
			out[at] = shifted(s, a.Paragraphs[at].Start)
		}
	}
	p.rows(out, f)
	return out
}

// asStands reports whether words say nothing but the whole of a stretch as it stands.
func asStands(s []words, n int) bool {
	return len(s) == 1 && s[0].fill == "" && s[0].from == 0 && s[0].to == n && len(s[0].lower) == 0
}

func shifted(s []words, by int) []words {
	for i := range s {
		s[i].from, s[i].to = s[i].from+by, s[i].to+by
		for k := range s[i].lower {
			s[i].lower[k] += by
		}
	}
	return s
}

// titleParagraph finds the paragraph of the text that is the title; -1 if the text begins
// with its words as with a sentence. stands is false if they are not there.
func (p *prose) titleParagraph() (at int, stands bool) {
	title := letters(p.given.Title)
	for i, para := range p.given.Paragraphs {
		if i > 8 || para.Kind == dateline.Body || para.Kind == dateline.Lead {
			break
		}
		if letters(p.given.Text[para.Start:para.End]) == title {
			return i, true
		}
	}
	top := p.given.Text[:min(len(p.given.Text), 2*len(p.given.Title)+64)]
	return -1, title == "" || strings.HasPrefix(letters(top), title)
}

// paragraph says a sentence as a paragraph of its own.
func (p *prose) paragraph(s []words, title bool, from, to int, para dateline.Paragraph) {
	if n := p.text.Len(); n > 0 && !strings.HasSuffix(p.text.String(), "\n") {
		p.text.WriteString("\n")
	}
	origin := p.given.Text
	if title {
		origin = p.given.Title
	}
	u := unit{at: p.text.Len(), title: title, from: from, to: to}
	for _, w := range s {
		if w.fill != "" {
			p.text.WriteString(w.fill)
			continue
		}
		u.pieces = append(u.pieces, piece{p.text.Len(), w.from, w.to - w.from})
		b := []byte(origin[w.from:w.to])
		for _, i := range w.lower {
			b[i-w.from] |= 0x20
		}
		p.text.Write(b)
	}
	u.end = p.text.Len()
	p.units = append(p.units, u)
	para.Start, para.End = u.at, u.end
	p.paras = append(p.paras, para)
	p.text.WriteString("\n")
}

// verbatim says a stretch of the text as it stands.
func (p *prose) verbatim(from, to int) {
	if from < to {
		n := p.text.Len()
		p.text.WriteString(p.given.Text[from:to])
		p.units = append(p.units, unit{at: n, end: p.text.Len(), from: from, to: to, pieces: []piece{{n, from, to - from}}})
	}
}

// origin tells where in the article a stretch of the prose comes from: the very words
// if they stand there side by side, else the whole of what they are said for.
func (p *prose) origin(start, end int) (title bool, from, to int) {
	end = max(start, end)
	i, _ := slices.BinarySearchFunc(p.units, start, func(u unit, at int) int { return u.end - at - 1 })
	if i >= len(p.units) {
		return false, 0, 0
	}
	u := &p.units[i]
	from, to = -1, -1
	for _, c := range u.pieces {
		if c.at <= start && start < c.at+c.n {
			from = c.from + start - c.at
		}
		if c.at < end && end <= c.at+c.n {
			to = c.from + end - c.at
		}
	}
	if from >= 0 && from <= to {
		return u.title, from, to
	}
	from, to = u.from, u.to
	for k := i; k < len(p.units) && p.units[k].at < end; k++ { // a quotation over rows
		if p.units[k].title == u.title {
			to = max(to, p.units[k].to)
		}
	}
	return u.title, from, to
}

// written gives the words of the article that a stretch of the prose says, without those
// that fill in.
func (p *prose) written(start, end int) string {
	i, _ := slices.BinarySearchFunc(p.units, start, func(u unit, at int) int { return u.end - at - 1 })
	if i >= len(p.units) {
		return ""
	}
	origin := p.given.Text
	if p.units[i].title {
		origin = p.given.Title
	}
	var out []string
	for _, c := range p.units[i].pieces {
		if from, to := max(start, c.at), min(end, c.at+c.n); from < to {
			out = append(out, strings.TrimSpace(origin[c.from+from-c.at:c.from+to-c.at]))
		}
	}
	return strings.Join(out, " ")
}

// within is origin for what stands in the text alone; ok is false of the title.
func (p *prose) within(start, end *int, text *string) (ok bool) {
	title, from, to := p.origin(*start, *end)
	if title {
		return false
	}
	*start, *end, *text = from, to, p.given.Text[from:to]
	return true
}

// trace leads all that a record says of places in the prose back to the article. What
// is only said in the title is evidence; times, quotations and mentions are those of
// the text.
func (p *prose) trace(rec *dateline.Record) {
	if p == nil {
		return
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		e.Evidence = p.evidence(e.Evidence)
	}
	for i := range rec.People {
		m := rec.People[i].Mentions
		m = slices.DeleteFunc(m, func(m dateline.Mention) bool { title, _, _ := p.origin(m.Start, m.End); return title })
		for k := range m {
			p.within(&m[k].Start, &m[k].End, &m[k].Text)
		}
		rec.People[i].Mentions = m
	}
	rec.Times = slices.DeleteFunc(rec.Times, func(t dateline.Timex) bool { title, _, _ := p.origin(t.Start, t.End); return title })
	for i := range rec.Times {
		p.within(&rec.Times[i].Start, &rec.Times[i].End, &rec.Times[i].Text)
	}
	rec.Quotes = p.quotes(rec.Quotes)
	for i := range rec.Doubts {
		d := &rec.Doubts[i]
		if title, _, _ := p.origin(d.Start, d.End); title {
			d.Start, d.End = 0, 0
			continue
		}
		text := ""
		p.within(&d.Start, &d.End, &text)
	}
}

// evidence leads evidence back, that of the text first.
func (p *prose) evidence(all []dateline.Evidence) []dateline.Evidence {
	var text, title []dateline.Evidence
	for _, e := range all {
		in, from, to := p.origin(e.Start, e.End)
		list, origin := &text, p.given.Text
		v := dateline.Evidence{Start: from, End: to}
		if in {
			list, origin, v.In = &title, p.given.Title, dateline.InTitle
		}
		v.Text = origin[from:to]
		if !slices.Contains(*list, v) {
			*list = append(*list, v)
		}
	}
	return append(text, title...)
}

func (p *prose) quotes(all []dateline.Quote) []dateline.Quote {
	all = slices.DeleteFunc(all, func(q dateline.Quote) bool { title, _, _ := p.origin(q.Start, q.End); return title })
	for i := range all {
		q := &all[i]
		p.within(&q.Start, &q.End, &q.Text)
		for k := range q.Parts {
			text := ""
			p.within(&q.Parts[k][0], &q.Parts[k][1], &text)
		}
		q.Quotes = p.quotes(q.Quotes)
	}
	return all
}
