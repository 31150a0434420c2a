package view

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/mattn/go-runewidth"

	"dateline"
)

// article writes the text with the words that prove events between marks: a
// piece of evidence is underlined and followed by the events it proves.
func (p *page) article() {
	a := &p.rec.Article
	p.puts(p.paint(dim, strings.Repeat("─", p.style.Width)), "\n")
	proofs := p.proofs()
	for _, para := range a.Paragraphs {
		lead, i := "  ", plain
		switch para.Kind {
		case dateline.DateStamp, dateline.SeeAlso, dateline.Caption:
			i = dim
		case dateline.Headline:
			i = bold
		case dateline.KeyPoint:
			lead = "▪ "
		}
		if para.RepeatOf >= 0 {
			lead, i = "↺ ", dim
		}
		for n, l := range p.marked(para, proofs, p.style.Width-2) {
			if n > 0 {
				lead = "  "
			}
			p.puts(p.paint(dim, lead), p.paintWords(i, l), "\n")
		}
		p.puts("\n")
	}
}

// proof is a piece of evidence with the events that it proves.
type proof struct {
	start, end int
	ids        []string
}

// proofs gathers all evidence in order; pieces that overlap become one.
func (p *page) proofs() []proof {
	var ps []proof
	for _, e := range p.rec.Events {
		for _, ev := range e.Evidence {
			if ev.In == "" && ev.Start >= 0 && ev.Start < ev.End && ev.End <= len(p.rec.Article.Text) {
				ps = append(ps, proof{ev.Start, ev.End, []string{e.ID}})
			}
		}
	}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].start < ps[j].start })
	var out []proof
	for _, q := range ps {
		if n := len(out) - 1; n >= 0 && q.start < out[n].end {
			out[n].end = max(out[n].end, q.end)
			if !slices.Contains(out[n].ids, q.ids[0]) {
				out[n].ids = append(out[n].ids, q.ids[0])
			}
			continue
		}
		out = append(out, q)
	}
	return out
}

// word is a word of a line; proven words are underlined.
type word struct {
	text   string
	proven bool
	note   bool // the list of events after a piece of evidence
}

// marked wraps a paragraph into lines of words.
func (p *page) marked(para dateline.Paragraph, proofs []proof, columns int) [][]word {
	text := p.rec.Article.Text
	var ws []word
	at := para.Start
	add := func(end int, proven bool) {
		for _, w := range strings.Fields(text[at:max(at, end)]) {
			ws = append(ws, word{text: w, proven: proven})
		}
		at = max(at, end)
	}
	for _, q := range proofs {
		if q.end <= para.Start || q.start >= para.End {
			continue
		}
		add(max(q.start, para.Start), false)
		first := len(ws)
		add(min(q.end, para.End), true)
		if !p.style.Color && first < len(ws) { // what no underline shows, a sign does
			ws[first].text = "«" + ws[first].text
			ws[len(ws)-1].text += "»"
		}
		ws = append(ws, word{text: fmt.Sprintf("[%s]", strings.Join(q.ids, " ")), note: true})
	}
	add(para.End, false)
	return fill(ws, columns)
}

// fill sets words into lines.
func fill(ws []word, columns int) (lines [][]word) {
	var line []word
	used := 0
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		n := width(w.text)
		if n > columns { // an address: cut it into pieces
			head := runewidth.Truncate(w.text, columns, "")
			rest := w
			rest.text = w.text[len(head):]
			if head != "" && rest.text != "" {
				w.text, n = head, width(head)
				ws = slices.Insert(slices.Clone(ws), i+1, rest)
			}
		}
		if used > 0 && used+1+n > columns {
			lines, line, used = append(lines, line), nil, 0
		}
		if used > 0 {
			used++
		}
		line, used = append(line, w), used+n
	}
	if line != nil {
		lines = append(lines, line)
	}
	return lines
}

// paintWords joins the words of a line, runs of the same kind in one colour.
func (p *page) paintWords(base ink, ws []word) string {
	var b strings.Builder
	for i := 0; i < len(ws); {
		j := i
		var run []string
		for j < len(ws) && ws[j].proven == ws[i].proven && ws[j].note == ws[i].note {
			run = append(run, ws[j].text)
			j++
		}
		style := base
		switch {
		case ws[i].note:
			style = cyan
		case ws[i].proven && base == quoted:
			style = "3;1"
		case ws[i].proven && base == plain:
			style = "4"
		case ws[i].proven:
			style = base + ";4"
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.paint(style, strings.Join(run, " ")))
		i = j
	}
	return b.String()
}
