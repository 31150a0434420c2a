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

// single reports whether a mark is a single one: it pairs only with its like.
func single(d *lang.Doc, i int) bool {
	w := d.Text[d.Tokens[i].Start:d.Tokens[i].End]
	return w == "‘" || w == "’"
}

// quotations finds what stands between marks, paragraph by paragraph.
func quotations(d *lang.Doc) []quotation {
	var out []quotation
	open, para, dangling := -1, -1, false
	for i := range d.Tokens {
		if p := d.Sentences[d.Tokens[i].Sent].Para; p != para {
			dangling = open >= 0
			if dangling {
				out = append(out, quotation{first: open, last: i})
			}
			open, para = -1, p
		}
		switch m := mark(d, i); {
		case m == 0:
			dangling = dangling && open >= 0
		case open < 0 && (m == 1 || (m == 2 || m == -1 && !single(d, i)) && opens(d, i)):
			open = i
			if dangling {
				out = append(out, quotation{first: i, last: i, goesOn: true})
			}
		case open >= 0 && m != 1 && single(d, i) == single(d, open):
			q := quotation{first: open, last: i + 1}
			if n := len(out); n > 0 && out[n-1].goesOn && out[n-1].first == open {
				q.goesOn, out = true, out[:n-1]
			}
			out = append(out, q)
			open, dangling = -1, false
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
	return i+1 < len(d.Tokens) && !d.Tokens[i].SpaceAfter && (i == 0 || d.Tokens[i-1].SpaceAfter || d.Tokens[i-1].Sent != d.Tokens[i].Sent || d.Tokens[i-1].UPOS == "PUNCT") ||
		i+1 < len(d.Tokens) && mark(d, i) == 2 && (d.Tokens[i].SpaceAfter == (i > 0 && d.Tokens[i-1].SpaceAfter))
}

// tidy drops empty runs, and unclosed ones that do not begin a sentence.
func tidy(d *lang.Doc, in []quotation) []quotation {
	out := in[:0]
	for _, q := range in {
		if q.last-q.first < 2 {
			continue
		}
		if mark(d, q.last-1) == 0 && d.Sentences[d.Tokens[q.first].Sent].First != q.first {
			continue
		}
		out = append(out, q)
	}
	return out
}

// sentencesIn reports whether a quotation holds a sentence of its own: it ends
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
