package said

import (
	"strings"

	"dateline/lang"
)

// settle gives the pieces of an indirect content their ends: what the narrator
// adds behind it stays out, what stands before it at the start of the sentence
// belongs to it, and nothing reaches out of a quotation in which the cue stands.
func (r *reader) settle(cue int, speaker int, parts [][2]int) [][2]int {
	if cue >= 0 && r.doc.Tokens[cue].Form == ":" {
		return parts
	}
	for k := range parts {
		p := &parts[k]
		if p[0] >= p[1] {
			continue
		}
		if cue >= 0 && k > 0 && p[0] > cue && parts[0][0] < cue && r.participle(*p) {
			p[1] = p[0] // "…, he said, laughing"
		} else if cue >= 0 && p[0] > cue {
			p[1] = max(r.aside(cue, *p), r.further(cue, *p))
		} else if cue >= 0 {
			p[0] = r.past(cue, r.opening(cue, speaker, *p))
		}
		r.withinQuotation(cue, p)
	}
	return parts
}

// complementizers gives contents the "that" before their quotation: “Lind said
// that “the talks had failed.”” is told, not quoted.
func (r *reader) complementizers() {
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if d := r.doc; d.Tokens[a.First].Lemma == "that" && d.Tokens[a.First].Rel == "mark" {
			a.Direct = false
			continue
		}
		f := a.First - 1
		if f > a.Cue+1 && r.doc.Tokens[f].Form == "," {
			f--
		}
		if f <= a.Cue || a.Cue < 0 || mark(r.doc, a.First) == 0 || r.doc.Tokens[f].Lemma != "that" || r.doc.Tokens[f].Sent != r.doc.Tokens[a.First].Sent {
			continue
		}
		a.Parts[0][0], a.Direct = f, false
		r.span(a)
	}
}

// participle reports whether a run begins with a participle that tells how
// something was said.
func (r *reader) participle(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if t := &r.doc.Tokens[i]; t.UPOS != "PUNCT" {
			return t.XPOS == "VBG"
		}
	}
	return false
}

// withinQuotation keeps what is told within quotation marks between them.
func (r *reader) withinQuotation(cue int, p *[2]int) {
	for k := range r.quotes {
		if q := &r.quotes[k]; q.first < cue && cue < q.last-1 {
			p[0], p[1] = max(p[0], q.first+1), min(p[1], q.last-1)
		}
	}
}

// opening is where a content that stands before its cue begins: words that the
// tree hung on the cue belong to the sentence that is told.
func (r *reader) opening(cue, speaker int, p [2]int) int {
	d := r.doc
	s := &d.Sentences[d.Tokens[cue].Sent]
	if p[0] <= s.First || p[0] > cue || speaker >= 0 && speaker < p[0] || r.datelineEnd(s) > s.First {
		return p[0]
	}
	for k := s.First; k < p[0]; k++ {
		if r.quoteAt(k) >= 0 && r.quoteAt(k) != r.quoteAt(p[0]) {
			return p[0]
		}
		up := k
		for up >= 0 && d.Tokens[up].Head != cue && !(p[0] <= d.Tokens[up].Head && d.Tokens[up].Head < p[1]) {
			up = d.Tokens[up].Head
		}
		if up < 0 {
			return p[0]
		}
	}
	return s.First
}

// connectives link a sentence to the one before; they are the narrator's.
var connectives = map[string]bool{
	"and": true, "in addition": true, "for instance": true, "for example": true, "meanwhile": true, "moreover": true, "still": true, "also": true,
	"however": true, "nevertheless": true, "in turn": true, "later": true, "then": true,
}

// past is the token behind a dateline or a connective with which a content begins.
func (r *reader) past(cue, i int) int {
	const longest = 3
	d := r.doc
	s := &d.Sentences[d.Tokens[cue].Sent]
	if i != s.First || r.quoteAt(i) >= 0 {
		return i
	}
	i = r.datelineEnd(s)
	for k := i + 1; k <= i+longest && k < cue; k++ {
		if connectives[strings.ToLower(d.Words(i, k))] && (d.Tokens[k].Form == "," || d.Tokens[i].UPOS == "CCONJ") {
			return k
		}
	}
	return i
}

// quoteAt is the quotation that holds token i, or -1.
func (r *reader) quoteAt(i int) int {
	for k := range r.quotes {
		if r.quotes[k].first <= i && i < r.quotes[k].last {
			return k
		}
	}
	return -1
}

// datelineEnd is where a sentence begins behind "OSLO -", or its start.
func (r *reader) datelineEnd(s *lang.Sentence) int {
	const longest = 8
	d := r.doc
	for k := s.First + 1; k < s.Last && k <= s.First+longest; k++ {
		if f := d.Tokens[k].Form; (f == "--" || f == "-") && upper(d.Tokens[s.First].Form) {
			return k + 1
		}
	}
	return s.First
}

// aside is the end of a content that stands behind its cue, before what the
// narrator adds: a relative clause or a concession behind a comma, or a verb in
// another tense that has the cue's subject.
func (r *reader) aside(cue int, p [2]int) int {
	d := r.doc
	end := p[1]
	deed := r.cues.verbs[d.Tokens[cue].Lemma] == Act
	for i := p[0]; i < end; i++ {
		t := &d.Tokens[i]
		if t.Head < p[0]-1 || t.Head >= end || r.quoteAt(i) >= 0 {
			continue
		}
		f, l := d.Subtree(i)
		if d.Tokens[f].Form == "," {
			f++
		}
		switch {
		case f <= p[0]+1 || l < end-1:
			continue
		case deed && lang.RelIs(t.Rel, "acl") && t.Rel != "acl", lang.RelIs(t.Rel, "advcl") && (r.marked(i, "though") || r.marked(i, "although") || r.marked(i, "while") && d.Child(i, "nsubj") >= 0 || deed && f == i && t.XPOS == "VBG" && r.cues.verbs[t.Lemma] == ""):
			if w := d.Tokens[f].Lemma; d.Tokens[f-1].Form == "," && w != "where" && w != "that" && !r.quotesIn(f, l) {
				end = f - 1
			}
		case t.Rel == "conj" && r.goesBack(cue, i):
			if k := d.Child(i, "cc"); k > p[0] && k < i {
				end = k
			}
		}
	}
	return end
}

// further is the end of a content that goes on in clauses which the tree hung on
// the cue: "said that the talks had failed, and that …", "wants to cut taxes, build
// roads and …".
func (r *reader) further(cue int, p [2]int) int {
	d := r.doc
	head, end := -1, p[1]
	for _, c := range d.Children(cue) {
		if int(c) >= p[0] && int(c) < p[1] {
			head = int(c)
		}
		if int(c) < end || d.Tokens[c].Rel != "conj" || head < 0 {
			continue
		}
		if f, l := d.Subtree(int(c)); f <= end+1 && r.likeClause(head, int(c)) {
			end = l
		}
	}
	if end == p[1] {
		return 0
	}
	return end
}

// likeClause reports whether a conjunct of a cue is of the form of its content.
func (r *reader) likeClause(head, c int) bool {
	d := r.doc
	switch {
	case r.marked(c, "that"):
		return true
	case r.marked(head, "to"):
		return d.Tokens[c].XPOS == "VB" && d.Child(c, "nsubj", "aux") < 0
	}
	return d.Child(c, "nsubj") >= 0 && r.modal(head) && r.modal(c)
}

// modal reports whether a verb has a modal.
func (r *reader) modal(i int) bool {
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].XPOS == "MD" {
			return true
		}
	}
	return false
}

// quotesIn reports whether a run has words in quotation marks.
func (r *reader) quotesIn(first, last int) bool {
	for k := range r.quotes {
		if q := &r.quotes[k]; q.first < last && q.last > first {
			return true
		}
	}
	return false
}

// goesBack reports whether a conjunct is told of the cue's subject by the
// narrator: "said he would order a review and warned the crew".
func (r *reader) goesBack(cue, i int) bool {
	d := r.doc
	h := d.Tokens[i].Head
	if s := d.Child(i, "nsubj"); s >= 0 && h >= 0 && d.Tokens[s].UPOS != "PRON" { // "says it will go, and Norway calls it off"
		k := d.Child(i, "cc")
		x := d.Tokens[cue].XPOS
		return k > 0 && d.Tokens[k-1].Form == "," && (x == "VBZ" || x == "VBP") && (d.Tokens[i].XPOS == "VBZ" || d.Tokens[i].XPOS == "VBP") && r.modal(h) && !r.modal(i)
	}
	if d.Tokens[i].XPOS != "VBD" || d.Tokens[cue].XPOS != "VBD" || d.Child(i, "nsubj", "aux") >= 0 || h < 0 || d.Tokens[h].XPOS == "VBD" {
		return false
	}
	return r.modal(h) || d.Tokens[h].XPOS == "VB" || d.Tokens[h].XPOS == "VBZ" || d.Tokens[h].XPOS == "VBP"
}

// join makes one piece of pieces between which nothing stands but marks and a
// conjunction.
func (r *reader) join(a *Attribution, parts [][2]int) [][2]int {
	out := parts[:1]
	for _, p := range parts[1:] {
		end := &out[len(out)-1]
		before, behind := r.doc.Tokens[end[1]-1].Sent, r.doc.Tokens[p[0]].Sent
		joined := p[0] < end[1] || before == behind || p[0] == end[1] && r.doc.Sentences[before].Para == r.doc.Sentences[behind].Para
		for k := end[1]; k < p[0] && joined; k++ {
			t := &r.doc.Tokens[k]
			joined = k != a.Cue && (t.UPOS == "PUNCT" || t.UPOS == "CCONJ")
		}
		if joined {
			end[1] = max(end[1], p[1])
			continue
		}
		out = append(out, p)
	}
	return out
}
