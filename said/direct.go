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
			if a.Cue >= 0 && r.doc.Tokens[a.Cue].Form == ":" { // a turn of a transcript
				q.taken = q.taken || inside
				continue
			}
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

// take makes a quotation the content of a cue.
func (r *reader) take(q *quotation, cue int, class Class, speaker int) {
	q.taken = true
	if a := r.attribute(cue, class, speaker, [2]int{q.first, q.last}); a != nil {
		a.Direct = true
	}
}

// carryOn gives a quotation without a cue the speaker of the one before it: in
// the same paragraph, or where it fills a paragraph of its own right behind.
func (r *reader) carryOn(k int) {
	q := &r.quotes[k]
	d := r.doc
	s := d.Tokens[q.first].Sent
	from := r.lastBefore(q.first)
	if from < 0 || !r.wholeSentence(q) || d.Sentences[s].First != q.first {
		return
	}
	a := &r.Attributions[from]
	last := max(d.Tokens[a.Last-1].Sent, d.Tokens[max(a.Cue, 0)].Sent)
	ap, qp := d.Sentences[last].Para, d.Sentences[s].Para
	if k > 0 { // what was quoted last, by whomever, stands between
		ap = max(ap, d.Sentences[d.Tokens[r.quotes[k-1].first].Sent].Para)
	}
	switch {
	case ap > d.Sentences[last].Para: // another's words
		return
	case q.goesOn, ap == qp && (k > 0 || last == s-1), qp == ap+1 && k > 0 && r.fillsParagraph(q):
	default:
		return
	}
	q.taken = true
	if a.Direct {
		a.Parts = append(a.Parts, [2]int{q.first, q.last})
		r.span(a)
		return
	}
	b := *a
	b.Direct, b.Parts = true, [][2]int{{q.first, q.last}}
	r.span(&b)
	r.Attributions = append(r.Attributions, b)
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
