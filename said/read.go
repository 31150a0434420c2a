package said

import (
	"cmp"
	"slices"

	"dateline/lang"
	"dateline/when"
	"dateline/who"
)

// reader is one reading of one text.
type reader struct {
	*Layer
	doc    *lang.Doc
	who    *who.Layer
	times  *when.Layer
	cues   *cueTable
	byHead map[int]int // head token -> index of who.Layer.Mentions
	quotes []quotation
	byCue  map[int]int // cue token -> its first attribution
}

// Read finds who says what, in the order of the contents. The layers w and t may
// be nil: speakers are then known by their words only, and nothing is dated.
func Read(doc *lang.Doc, w *who.Layer, t *when.Layer) *Layer {
	r := &reader{
		Layer: &Layer{doc: doc}, doc: doc, who: w, times: t, cues: cues(),
		byHead: map[int]int{}, byCue: map[int]int{}, quotes: quotations(doc),
	}
	if w != nil {
		for k := range w.Mentions {
			r.byHead[w.Mentions[k].Head] = k
		}
	}
	r.attributable()
	r.transcript()
	for i := range doc.Tokens {
		r.verb(i)
		r.noun(i)
		r.stance(i)
		r.according(i)
		r.inView(i)
	}
	r.directSpeech()
	r.unite()
	r.complementizers()
	slices.SortStableFunc(r.Attributions, func(a, b Attribution) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	r.nest()
	return r.Layer
}

// nest tells which attributions are told by another: the innermost one that holds
// the cue.
func (r *reader) nest() {
	for i := range r.Attributions {
		a := &r.Attributions[i]
		a.Within = -1
		for j := range r.Attributions {
			b := &r.Attributions[j]
			if a.Cue < 0 || b.Cue == a.Cue || !b.Holds(a.Cue) {
				continue
			}
			if a.Within < 0 || b.size() < r.Attributions[a.Within].size() {
				a.Within = j
			}
		}
	}
	for i := range r.Attributions { // two that hold each other's cues: a misread sentence
		up := r.Attributions[i].Within
		for n := 0; up >= 0 && up != i && n < len(r.Attributions); n++ {
			up = r.Attributions[up].Within
		}
		if up == i {
			r.Attributions[i].Within = -1
		}
	}
}

// unite makes one attribution of direct ones that have one cue: “A,” he said, “B.”
func (r *reader) unite() {
	first := map[int]int{}
	out := r.Attributions[:0]
	for i := range r.Attributions {
		a := r.Attributions[i]
		if k, ok := first[a.Cue]; ok && a.Direct && a.Cue >= 0 {
			out[k].Parts = append(out[k].Parts, a.Parts...)
			r.span(&out[k])
			continue
		}
		if a.Direct {
			first[a.Cue] = len(out)
		}
		out = append(out, a)
	}
	r.Attributions = out
}

// attribute adds an attribution of the content pieces to a speaker (a head token
// or -1).
func (r *reader) attribute(cue int, class Class, speaker int, parts ...[2]int) *Attribution {
	a := Attribution{Cue: cue, Class: class, Speaker: -1, To: -1, Parts: r.trim(r.settle(cue, speaker, parts))}
	if len(a.Parts) == 0 {
		return nil
	}
	a.Denial = class == Deny
	r.span(&a)
	if cue >= 0 {
		a.Verb = r.doc.Tokens[cue].Form
		switch r.doc.Tokens[cue].Lemma {
		case "view", "opinion", "eye", "judgment", "judgement", "estimation", "mind", "perspective", "believe", "think", "suspect", "assume", "presume", "consider":
			a.opinion = class == Think
		}
		a.To = r.addressee(cue)
	}
	r.setSpeaker(&a, speaker)
	r.date(&a)
	r.Attributions = append(r.Attributions, a)
	if _, ok := r.byCue[cue]; !ok {
		r.byCue[cue] = len(r.Attributions) - 1
	}
	return &r.Attributions[len(r.Attributions)-1]
}

// span puts the pieces in order, joins those that belong together, and sets their hull.
func (r *reader) span(a *Attribution) {
	slices.SortFunc(a.Parts, func(a, b [2]int) int { return a[0] - b[0] })
	a.Parts = r.join(a, a.Parts)
	a.First, a.Last = a.Parts[0][0], a.Parts[len(a.Parts)-1][1]
	a.Start, a.End = r.doc.Tokens[a.First].Start, r.doc.Tokens[a.Last-1].End
}

// trim takes commas, stops and dashes off the ends of pieces and drops empty ones.
func (r *reader) trim(parts [][2]int) (out [][2]int) {
	for _, p := range parts {
		for p[0] < p[1] && r.loose(p[0]) {
			p[0]++
		}
		for p[0] < p[1] && r.loose(p[1]-1) {
			p[1]--
		}
		if p[0] < p[1] {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

// loose tokens do not belong to a content at its ends.
func (r *reader) loose(i int) bool {
	switch r.doc.Tokens[i].Form {
	case ",", ".", ";", ":", "-", "--":
		return true
	}
	return false
}

// date finds the time that hangs on the cue's own clause, outside the content.
func (r *reader) date(a *Attribution) {
	if r.times == nil || a.Cue < 0 {
		return
	}
	for i := range r.times.Timexes {
		t := &r.times.Timexes[i]
		if r.doc.Tokens[t.First].Sent != r.doc.Tokens[a.Cue].Sent || a.Holds(t.First) {
			continue
		}
		h := t.First
		for h >= t.First && h < t.Last && r.doc.Tokens[h].Head >= 0 {
			h = r.doc.Tokens[h].Head
		}
		if h == a.Cue || r.doc.Tokens[h].Head == a.Cue {
			a.When = t
			return
		}
	}
}
