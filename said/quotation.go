package said

import "dateline/lang"

// quotation is a run of tokens between quotation marks, marks included.
type quotation struct {
	first, last int  // tokens, last exclusive
	goesOn      bool // continues the quotation of the paragraph before
	taken       bool // some attribution has it
}

// mark tells what a token is as a quotation mark: +1 opens, -1 closes, 0 none,
// 2 either.
func mark(d *lang.Doc, i int) int {
	t := &d.Tokens[i]
	switch d.Text[t.Start:t.End] {
	case "“", "„", "«", "``", "‘":
		return 1
	case "”", "»":
		return -1
	case "\"", "''":
		return 2
	case "’":
		if t.XPOS == "POS" || t.Rel == "case" {
			return 0
		}
		return -1
	}
	return 0
}

// style is the kind of a mark: 's' straight, 't' typewritten twice, 'c' curly, 'g'
// guillemets, '1' single.
func style(d *lang.Doc, i int) byte {
	switch d.Text[d.Tokens[i].Start:d.Tokens[i].End] {
	case "\"":
		return 's'
	case "''", "``":
		return 't'
	case "«", "»":
		return 'g'
	case "‘", "’":
		return '1'
	}
	return 'c'
}

// quotations finds what stands between marks, paragraph by paragraph.
func quotations(d *lang.Doc) []quotation {
	var out []quotation
	open, para, dangling := -1, -1, byte(0) // dangling is the style of what the paragraph before left open
	inner := 0                              // quotations of the same style open within the one that is read
	for i := range d.Tokens {
		if p := d.Sentences[d.Tokens[i].Sent].Para; p != para {
			dangling = 0
			if open >= 0 {
				dangling = style(d, open)
				out = append(out, quotation{first: open, last: i})
			}
			open, para = -1, p
		}
		switch m := mark(d, i); {
		case m == 1 && open >= 0 && style(d, open) == style(d, i) && balanced(d, open):
			inner++
		case m == -1 && open >= 0 && inner > 0 && style(d, open) == style(d, i):
			inner--
		case m == 0:
			if open < 0 {
				dangling = 0
			}
		case open < 0 && (m == 1 || (m == 2 || m == -1 && style(d, i) != '1') && opens(d, i)):
			open, inner = i, 0
			if dangling == style(d, i) {
				out = append(out, quotation{first: i, last: i, goesOn: true})
			}
		case open >= 0 && m != 1 && closes(d, open, i):
			q := quotation{first: open, last: i + 1}
			if n := len(out); n > 0 && out[n-1].goesOn && out[n-1].first == open {
				q.goesOn, out = true, out[:n-1]
			}
			out = append(out, q)
			open, dangling = -1, 0
		}
	}
	if open >= 0 && d.Sentences[d.Tokens[open].Sent].First == open {
		out = append(out, quotation{first: open, last: len(d.Tokens)})
	}
	return tidy(d, out)
}

// opens reports whether a mark stands where a quotation begins: before a word and
// behind a space.
func opens(d *lang.Doc, i int) bool {
	if i+1 >= len(d.Tokens) {
		return false
	}
	t, spaced := &d.Tokens[i], i > 0 && d.Tokens[i-1].SpaceAfter
	if !t.SpaceAfter && (i == 0 || spaced || d.Tokens[i-1].Sent != t.Sent || d.Tokens[i-1].UPOS == "PUNCT") {
		return true
	}
	return mark(d, i) == 2 && t.SpaceAfter == spaced
}

// balanced reports whether the paragraph closes as many marks as it opens, from one
// on: “I live in what he calls “hell”.”
func balanced(d *lang.Doc, open int) bool {
	own, para, n := style(d, open), d.Sentences[d.Tokens[open].Sent].Para, 0
	for k := open; k < len(d.Tokens) && d.Sentences[d.Tokens[k].Sent].Para == para; k++ {
		if m := mark(d, k); (m == 1 || m == -1) && style(d, k) == own {
			n += m
		}
	}
	return n == 0
}

// closes reports whether mark i closes what mark open opened: one of its style, or
// of another if none of its own follows in the paragraph.
func closes(d *lang.Doc, open, i int) bool {
	own := style(d, open)
	if style(d, i) == own {
		return true
	}
	if own == '1' || style(d, i) == '1' {
		return false
	}
	para := d.Sentences[d.Tokens[i].Sent].Para
	for k := i + 1; k < len(d.Tokens) && d.Sentences[d.Tokens[k].Sent].Para == para; k++ {
		if m := mark(d, k); m != 0 && m != 1 && style(d, k) == own {
			return false
		}
	}
	return true
}

// tidy drops empty runs and unclosed ones that do not begin a sentence; a straight
// mark that is never closed is an error of typing unless the next paragraph goes on.
func tidy(d *lang.Doc, in []quotation) []quotation {
	out := in[:0]
	for k, q := range in {
		if q.last-q.first < 2 {
			continue
		}
		if mark(d, q.last-1) == 0 {
			goesOn := k+1 < len(in) && in[k+1].goesOn
			if d.Sentences[d.Tokens[q.first].Sent].First != q.first || style(d, q.first) == 's' && !goesOn && q.last < len(d.Tokens) {
				continue
			}
		}
		out = append(out, q)
	}
	return out
}

// wholeSentence reports whether a quotation holds a sentence of its own: it ends
// in a full stop, or is long.
func (r *reader) wholeSentence(q *quotation) bool {
	const long = 8
	d := r.doc
	if q.last-q.first >= long {
		return true
	}
	for i := q.first; i < q.last; i++ {
		switch d.Tokens[i].Form {
		case ".", "!", "?", ",":
			return true
		}
	}
	return false
}
