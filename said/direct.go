package said

import "dateline/lang"

// directSpeech gives quotations their speakers: those in the content of a cue
// first, then those beside a cue, then those that go on from the one before.
func (r *reader) directSpeech() {
	for k := range r.quotes {
		r.rightBehindCue(&r.quotes[k])
	}
	for i := range r.Attributions {
		r.widen(&r.Attributions[i])
	}
	for k := range r.quotes {
		q := &r.quotes[k]
		if q.taken || r.title(q) || r.holdsTurn(q) {
			continue
		}
		if r.byColon(q) || r.byDash(q) || r.besideCue(q) {
			continue
		}
		if !r.leadsTo(k) {
			r.carryOn(k)
		}
	}
}

// leadsTo gives a quotation that is not closed in its paragraph to the speaker of
// the one that goes on with it in the next.
func (r *reader) leadsTo(k int) bool {
	if k+1 >= len(r.quotes) || mark(r.doc, r.quotes[k].last-1) != 0 || !r.quotes[k+1].goesOn {
		return false
	}
	q, next := &r.quotes[k], &r.quotes[k+1]
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.Direct && a.Holds(next.first) {
			a.Parts = append(a.Parts, [2]int{q.first, q.last})
			r.span(a)
			q.taken = true
			return true
		}
	}
	if !next.taken && (r.byColon(next) || r.besideCue(next)) {
		return r.leadsTo(k)
	}
	return false
}

// rightBehindCue reads a quotation with its cue right before it, whatever the tree
// made of it: “We go,” Lind said, adding later, “We shall be back.”
func (r *reader) rightBehindCue(q *quotation) {
	const near = 8
	d := r.doc
	if q.first < 2 || d.Tokens[q.first-1].Form != "," || d.Tokens[q.first-1].Sent != d.Tokens[q.first].Sent || !r.wholeSentence(q) {
		return
	}
	cue := -1
	for i := q.first - 2; i >= max(0, q.first-near) && d.Tokens[i].UPOS != "PUNCT" && cue < 0; i-- {
		if r.isSaying(i) && !r.inQuote(i) && d.Tokens[i].Sent == d.Tokens[q.first].Sent {
			cue = i
		}
	}
	if cue < 0 {
		return
	}
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.Cue == cue && a.Holds(q.first+1) {
			return
		}
		a.without(*q)
	}
	if h := r.speakerOf(cue); h >= 0 {
		r.take(q, cue, r.cues.verbs[d.Tokens[cue].Lemma], h)
		r.drop(cue)
	}
}

// drop takes away what the tree gave a cue before its quotation was found.
func (r *reader) drop(cue int) {
	k := r.byCue[cue]
	if k < len(r.Attributions)-1 && r.Attributions[k].Cue == cue {
		r.Attributions[k] = r.Attributions[len(r.Attributions)-1]
		r.Attributions = r.Attributions[:len(r.Attributions)-1]
	}
}

// widen stretches a content over the quotation that it begins, ends or fills.
func (r *reader) widen(a *Attribution) {
	for k := range r.quotes {
		q := &r.quotes[k]
		for j := range a.Parts {
			p := &a.Parts[j]
			if q.last <= p[0] || q.first >= p[1] || a.Cue >= q.first && a.Cue < q.last {
				continue
			}
			inside := q.first >= p[0] && q.last <= p[1]
			whole := q.first <= p[0]+1 && (q.last >= p[1]-1 || !inside)
			switch {
			case q.first <= p[0]+1 && q.last >= p[0]: // begins it
				a.Direct = a.Direct || (whole || r.wholeSentence(q)) && r.spoken(a, q, p[0])
				p[0], p[1] = min(p[0], q.first), max(p[1], q.last)
				if a.Direct && a.Cue < q.first && r.anew(q.last, p[1]) {
					p[1] = q.last
				}
				q.taken = true
			case q.first > p[0] && q.first < p[1] && q.last > p[1] && (a.Cue < q.first || a.Cue >= q.last): // ends it
				p[1] = q.last
				q.taken = true
			case inside: // words quoted within indirect speech
				q.taken = true
			}
		}
	}
	r.span(a)
}

// anew reports whether a clause of the narrator's follows a quotation: “We go,” and
// the flag is at half-mast.
func (r *reader) anew(first, last int) bool {
	d := r.doc
	if first >= last || d.Tokens[first].UPOS != "CCONJ" {
		return false
	}
	v := d.Tokens[first].Head
	return v > first && v < last && d.Child(v, "nsubj") > first
}

// spoken reports whether a quotation that begins a content is the speaker's own
// sentence, not a word for the thing: "Lind called it “madness”".
func (r *reader) spoken(a *Attribution, q *quotation, first int) bool {
	d := r.doc
	if q.first == first+1 && d.Tokens[first].Lemma != "that" && d.Tokens[first].UPOS != "CCONJ" && d.Tokens[first].UPOS != "PUNCT" {
		return false
	}
	if a.Cue >= 0 && a.Cue < q.first && telling[d.Tokens[a.Cue].Lemma] && d.Tokens[q.first-1].UPOS != "PUNCT" && !r.wholeSentence(q) {
		return false
	}
	return a.Class == Say || a.Class == Deny || q.first+1 < q.last && capital(d.Tokens[q.first+1].Form) && r.wholeSentence(q)
}

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

// finite is the first verb of a run that has a subject, or -1.
func (r *reader) finite(first, last int) int {
	for i := first; i < last; i++ {
		if t := &r.doc.Tokens[i]; t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" && r.subject(i) >= first {
			return i
		}
	}
	return -1
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

// take makes a quotation the content of a cue.
func (r *reader) take(q *quotation, cue int, class Class, speaker int) {
	q.taken = true
	if a := r.attribute(cue, class, speaker, [2]int{q.first, q.last}); a != nil {
		a.Direct = true
	}
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
	for k := range r.quotes {
		if r.quotes[k].first <= i && i < r.quotes[k].last {
			return true
		}
	}
	return false
}

// carryOn gives a quotation without a cue the speaker of the one before it: in
// the same paragraph, or where it fills a paragraph of its own right behind.
func (r *reader) carryOn(k int) {
	q := &r.quotes[k]
	d := r.doc
	if k == 0 || !r.wholeSentence(q) {
		return
	}
	prev := &r.quotes[k-1]
	pp, qp := d.Sentences[d.Tokens[prev.first].Sent].Para, d.Sentences[d.Tokens[q.first].Sent].Para
	alone := d.Sentences[d.Tokens[q.first].Sent].First == q.first
	if !alone || !q.goesOn && pp != qp && !(qp == pp+1 && r.fillsParagraph(q)) {
		return
	}
	from := r.lastBefore(q.first)
	if from < 0 || d.Sentences[d.Tokens[r.Attributions[from].Last-1].Sent].Para < pp {
		return
	}
	q.taken = true
	if a := &r.Attributions[from]; a.Direct {
		a.Parts = append(a.Parts, [2]int{q.first, q.last})
		r.span(a)
		return
	}
	a := r.Attributions[from]
	a.Direct, a.Parts = true, [][2]int{{q.first, q.last}}
	r.span(&a)
	r.Attributions = append(r.Attributions, a)
}

// fillsParagraph reports whether nothing stands behind the quotation in its paragraph.
func (r *reader) fillsParagraph(q *quotation) bool {
	d := r.doc
	return q.last >= len(d.Tokens) || d.Sentences[d.Tokens[q.last].Sent].Para != d.Sentences[d.Tokens[q.first].Sent].Para
}

// lastBefore is the attribution of a statement a piece of which begins last before
// a token.
func (r *reader) lastBefore(tok int) int {
	best, at := -1, -1
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.Class != Say && (a.Class != Act || r.doc.Tokens[tok].Sent != r.doc.Tokens[a.Last-1].Sent+1) || !a.Direct && !lang.RelIs(r.doc.Tokens[max(a.Cue, 0)].Rel, "root") {
			continue
		}
		for _, p := range a.Parts {
			if p[0] < tok && p[0] >= at {
				best, at = i, p[0]
			}
		}
	}
	return best
}
