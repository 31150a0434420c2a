package said

import "dateline/lang"

// byColon reads "Lind: '…'" and "Lind added: '…'".
func (r *reader) byColon(q *quotation) bool {
	d := r.doc
	c := q.first - 1
	if c < 1 || d.Tokens[c].Form != ":" {
		return false
	}
	sent := &d.Sentences[d.Tokens[c].Sent]
	if p := d.Sentences[d.Tokens[q.first].Sent].Para; p != sent.Para && (p != sent.Para+1 || c != sent.Last-1) {
		return false
	}
	if cue := r.cueBefore(c); cue >= 0 {
		r.take(q, cue, r.cues.verbs[d.Tokens[cue].Lemma], r.speakerOf(cue))
		return true
	}
	h := r.headOf(sent.First, c)
	if v := r.finite(sent.First, c); v >= 0 {
		h = r.subject(v)
	}
	r.take(q, c, Say, h)
	return true
}

// finite is the verb of a run that has a subject: the sentence's root, else the
// last; or -1.
func (r *reader) finite(first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		if t := &r.doc.Tokens[i]; t.UPOS == "VERB" && r.subject(i) >= first {
			if best = i; t.Head < 0 {
				break
			}
		}
	}
	return best
}

// byDash reads “We shall not go.” — Ada Lind.
func (r *reader) byDash(q *quotation) bool {
	d := r.doc
	const longestName = 6
	c := q.last
	if c+1 >= len(d.Tokens) || d.Tokens[c].Form != "--" && d.Tokens[c].Form != "-" {
		return false
	}
	para := d.Sentences[d.Tokens[c].Sent].Para
	if para-d.Sentences[d.Tokens[q.last-1].Sent].Para > 1 {
		return false
	}
	last := c + 1
	for last < len(d.Tokens) && last <= c+longestName && d.Tokens[last].UPOS != "PUNCT" && d.Sentences[d.Tokens[last].Sent].Para == para {
		last++
	}
	h := r.headOf(c+1, last)
	if n := d.NameAt(c + 1); h < 0 || n == nil || n.Kind != lang.PER && n.Kind != lang.ORG {
		return false
	}
	r.take(q, c, Say, h)
	return true
}

// cueBefore is the last verb of saying of the sentence before token c, or -1.
func (r *reader) cueBefore(c int) int {
	for i := c - 1; i >= r.doc.Sentences[r.doc.Tokens[c].Sent].First; i-- {
		if r.isSaying(i) {
			return i
		}
	}
	return -1
}

func (r *reader) isSaying(i int) bool {
	t := &r.doc.Tokens[i]
	c := r.cues.verbs[t.Lemma]
	return (t.UPOS == "VERB" || t.XPOS == "VBD") && (c == Say || c == Deny || uttering[t.Lemma])
}

// uttering verbs do something with words that may be quoted beside them.
var uttering = map[string]bool{
	"ask": true, "demand": true, "promise": true, "vow": true, "pledge": true, "urge": true, "plead": true, "threaten": true, "swear": true,
	"protest": true, "object": true, "beg": true, "implore": true, "apologize": true, "apologise": true, "wonder": true,
}

// headOf is the token of a run that the rest of it hangs on.
func (r *reader) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := r.doc.Tokens[i].Head; h < first || h >= last {
			if _, ok := r.byHead[i]; ok || r.doc.Tokens[i].UPOS == "PROPN" || r.doc.Tokens[i].UPOS == "NOUN" || capital(r.doc.Tokens[i].Form) {
				return i
			}
		}
	}
	return -1
}

// besideCue looks for a verb of saying beside the quotation: in the sentence in
// which it ends or begins.
func (r *reader) besideCue(q *quotation) bool {
	d := r.doc
	if !r.wholeSentence(q) {
		return false
	}
	if r.goesOnWith(q) {
		return true
	}
	if !r.detached(q) {
		return false
	}
	for _, s := range []int{d.Tokens[q.last-1].Sent, d.Tokens[q.first].Sent} {
		sent := &d.Sentences[s]
		for dist := 0; dist < sent.Last-sent.First; dist++ {
			for _, i := range []int{q.last + dist, q.first - 1 - dist} {
				if i < sent.First || i >= sent.Last || !r.isSaying(i) || r.inQuote(i) {
					continue
				}
				if sp := r.speakerOf(i); sp >= 0 && (sp < q.first || sp >= q.last) {
					r.take(q, i, r.cues.verbs[d.Tokens[i].Lemma], sp)
					return true
				}
			}
		}
	}
	return r.nextSentence(q) || r.behindDeed(q)
}

// behindDeed reads a quotation behind a comma whose sentence tells what its speaker
// did with it: "Lind defended the plan, “We shall go.”"
func (r *reader) behindDeed(q *quotation) bool {
	d := r.doc
	c := q.first - 1
	s := &d.Sentences[d.Tokens[q.first].Sent]
	if c <= s.First || d.Tokens[c].Form != "," || q.first+1 < q.last && !capital(d.Tokens[q.first+1].Form) {
		return false
	}
	for v := s.First; v < c; v++ {
		sp := r.subject(v)
		if d.Tokens[v].UPOS != "VERB" || sp < s.First || sp > c || r.quoteAt(v) >= 0 {
			continue
		}
		if _, actor := r.byHead[sp]; r.cues.verbs[d.Tokens[v].Lemma] == Act || actor && lang.RelIs(d.Tokens[v].Rel, "root") && d.Tokens[q.last-1].Sent != d.Tokens[q.first].Sent {
			r.take(q, v, Say, sp)
			return true
		}
	}
	return false
}

// detached reports whether a quotation stands for itself, not as a word or name
// that the sentence uses: it begins the sentence, or a mark or a cue goes before.
func (r *reader) detached(q *quotation) bool {
	const long = 12
	d := r.doc
	i := q.first - 1
	if i < d.Sentences[d.Tokens[q.first].Sent].First || q.last-q.first >= long {
		return true
	}
	t := &d.Tokens[i]
	return t.UPOS == "PUNCT" || t.Lemma == "that" || t.UPOS == "CCONJ" || r.isSaying(i)
}

// title reports whether a quotation is a name: all its words of weight are
// capitalised, and the sentence goes on around it.
func (r *reader) title(q *quotation) bool {
	const longest = 9
	d := r.doc
	if q.last-q.first > longest || d.Sentences[d.Tokens[q.first].Sent].First == q.first || d.Tokens[q.first-1].UPOS == "PUNCT" {
		return false
	}
	for i := q.first; i < q.last; i++ {
		switch t := &d.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "PRON", "ADV":
			if !capital(t.Form) {
				return false
			}
		}
	}
	return true
}

// goesOnWith reads a quotation that carries on the indirect speech before it:
// Lind said they would meet and “talk about all that divides us”.
func (r *reader) goesOnWith(q *quotation) bool {
	const near = 6
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.Class != Say || a.Last > q.first || q.first-a.Last > near || a.Cue >= a.First || r.doc.Tokens[a.Last-1].Sent != r.doc.Tokens[q.first].Sent {
			continue
		}
		verb := false
		for k := a.Last; k < q.first; k++ {
			verb = verb || r.isSaying(k)
		}
		if !verb {
			q.taken = true
			a.Parts = append(a.Parts, [2]int{a.Last, q.last})
			r.span(a)
			return true
		}
	}
	return false
}

// nextSentence reads a cue whose sentence was cut off behind the quotation:
// “Will they come?” Lind asked.
func (r *reader) nextSentence(q *quotation) bool {
	d := r.doc
	if q.last >= len(d.Tokens) || d.Sentences[d.Tokens[q.last].Sent].First != q.last ||
		d.Sentences[d.Tokens[q.last].Sent].Para != d.Sentences[d.Tokens[q.first].Sent].Para {
		return false
	}
	for i := q.last; i < len(d.Tokens) && i < q.last+5; i++ {
		if r.isSaying(i) && d.Child(i, "ccomp") < 0 {
			if sp := r.speakerOf(i); sp >= 0 {
				r.take(q, i, Say, sp)
				return true
			}
		}
	}
	return false
}

func (r *reader) inQuote(i int) bool {
	return r.quoteAt(i) >= 0
}
