package said

import "dateline/lang"

// rest is what stands behind "…, saying" and behind "said" up to the end of the
// sentence, where the tree has lost it: it has a verb with a subject of its own.
func (r *reader) rest(i, s int) [][2]int {
	d := r.doc
	last := d.Sentences[d.Tokens[i].Sent].Last
	if s < 0 || s > i || i+2 >= last || r.inQuote(i) {
		return nil
	}
	switch t := &d.Tokens[i]; {
	case t.XPOS == "VBG" && i > 0 && d.Tokens[i-1].Form == ",", t.Lemma == "say" && t.XPOS != "VBN":
	default:
		return nil
	}
	switch n := &d.Tokens[i+1]; n.UPOS {
	case "PUNCT", "ADP", "ADV", "CCONJ":
		return nil
	case "PRON":
		if lang.RelIs(n.Rel, "obj") {
			return nil
		}
	}
	for v := i + 2; v < last; v++ {
		if t := &d.Tokens[v]; (t.UPOS == "VERB" || t.UPOS == "AUX") && t.XPOS != "VBG" && t.XPOS != "VBN" && t.XPOS != "VB" {
			return [][2]int{{i + 1, last}}
		}
	}
	return nil
}

// besideOthers reports whether a verb stands beside a sentence with which it has
// nothing to do: "The crew protests; it reports a leak".
func (r *reader) besideOthers(i int) bool {
	d := r.doc
	if !lang.RelIs(d.Tokens[i].Rel, "parataxis") || d.Tokens[i].Head > i {
		return false
	}
	f, _ := d.Subtree(i)
	o := d.Child(i, "obj")
	return f > 0 && (d.Tokens[f-1].Form == ";" || d.Tokens[f].Form == ";") || o > i && d.Tokens[o].UPOS == "NOUN" && (r.times == nil || r.times.At(o) == nil)
}

// asSays reports whether a verb stands in an "as X said" beside its sentence.
func (r *reader) asSays(i int) bool {
	return r.marked(i, "as") && lang.RelIs(r.doc.Tokens[i].Rel, "advcl") && r.doc.Child(i, "obj") < 0
}

// clause is the complement of a verb: if there are several, the one with a "that" or
// in quotation marks; a participle behind a comma is none.
func (r *reader) clause(i int) int {
	d := r.doc
	first, quoted := -1, -1
	for _, c := range d.Children(i) {
		if !lang.RelIs(d.Tokens[c].Rel, "ccomp") {
			continue
		}
		if r.marked(int(c), "that") {
			return int(c)
		}
		f, l := d.Subtree(int(c))
		if f > i && d.Tokens[i+1].Form == "," && r.participle([2]int{f, l}) && r.quoteAt(int(c)) < 0 {
			continue // "she said, laughing"
		}
		if quoted < 0 && r.quoteAt(int(c)) >= 0 {
			quoted = int(c)
		}
		if first < 0 {
			first = int(c)
		}
	}
	if quoted >= 0 {
		return quoted
	}
	return first
}

// parenthetical reports whether a verb with its subject stands between commas in
// the clause that it hangs on: "in these days, his friends say, he has".
func (r *reader) parenthetical(i int) bool {
	d := r.doc
	s := r.subject(i)
	if !lang.RelIs(d.Tokens[i].Rel, "advcl") || s < 0 || s > i || d.Child(i, "mark") >= 0 || i+1 >= len(d.Tokens) || d.Tokens[i+1].Form != "," {
		return false
	}
	f, _ := d.Subtree(s)
	return f > 0 && d.Tokens[f-1].Form == ","
}

// reported is the clause c that a verb hands over, with what stands before a cue
// in its middle: "In these days, Lind says, the climate is a threat".
func (r *reader) reported(c, cue int) [][2]int {
	d := r.doc
	parts := r.around(c, cue)
	for _, o := range d.Children(cue) { // “We go,” Lind said, “but not now”; "Details aside, they go, Lind said"
		if int(o) != c && lang.RelIs(d.Tokens[o].Rel, "ccomp") && !r.marked(c, "that") && (r.quoteAt(int(o)) >= 0 || r.quoteAt(c) < 0 && (int(o) < cue) == (c < cue)) {
			parts = append(parts, r.around(int(o), cue)...)
		}
	}
	own := r.subject(cue)
	if own < 0 || own > cue {
		return parts
	}
	f, _ := d.Subtree(own)
	first := d.Sentences[d.Tokens[cue].Sent].First
	if f <= first+1 || d.Tokens[f-1].UPOS != "PUNCT" {
		return parts
	}
	for _, s := range d.Children(cue) {
		if rel := d.Tokens[s].Rel; int(s) < own && (lang.RelIs(rel, "nsubj") || rel == "dislocated") {
			f, l := d.Subtree(int(s))
			parts = append(parts, [2]int{f, l})
		}
	}
	behind := -1
	for _, p := range parts {
		if p[0] > cue && (behind < 0 || p[0] < behind) {
			behind = p[0]
		}
	}
	if behind > 1 && d.Tokens[f-1].Form == "," && (d.Tokens[behind-1].Form == "," || d.Tokens[behind].Form == ",") && r.quoteAt(behind+1) < 0 && r.quoteAt(f-1) < 0 {
		parts = append(parts, [2]int{r.datelineEnd(&d.Sentences[d.Tokens[cue].Sent]), f - 1})
	}
	return parts
}

// around is the yield of c without the clause of the cue, in one or two pieces.
func (r *reader) around(c, cue int) [][2]int {
	first, last := r.doc.Subtree(c)
	if !r.doc.Dominates(c, cue) {
		if first <= cue && cue < last { // a tree with crossing arcs
			if c > cue {
				first = cue + 1
			} else {
				last = cue
			}
		}
		return [][2]int{{first, last}}
	}
	f, l := r.doc.Subtree(cue)
	return [][2]int{{first, max(first, f)}, {min(l, last), last}}
}

// strayThat is the "that" clause which the tree has hung elsewhere than on the verb:
// "told a meeting of farmers that …", "wrote at the time that …".
func (r *reader) strayThat(i int, class Class) [2]int {
	d := r.doc
	if class == Think || class == Act && d.Tokens[i].Lemma == "call" {
		return [2]int{}
	}
	for t := i + 1; t < d.Sentences[d.Tokens[i].Sent].Last; t++ {
		c := d.Tokens[t].Head
		if r.isSaying(t) {
			break
		}
		if d.Tokens[t].Lemma != "that" || c <= t || !d.Dominates(i, c) {
			continue
		}
		if s := d.Child(c, "nsubj"); s < 0 || s == t || d.Tokens[t-1].UPOS == "NOUN" && r.cues.nouns[d.Tokens[t-1].Lemma] {
			continue
		}
		if r.awaits(i, t, c) {
			_, l := d.Subtree(c)
			return [2]int{t, l}
		}
	}
	return [2]int{}
}

// awaits reports whether the "that" t of clause c is the verb's own.
func (r *reader) awaits(i, t, c int) bool {
	d := r.doc
	if d.Tokens[t].Rel == "mark" {
		return lang.RelIs(d.Tokens[c].Rel, "advcl") || lang.RelIs(d.Tokens[c].Rel, "acl")
	}
	n := d.Tokens[c].Head
	for n > i && d.Tokens[n].Head > i && lang.RelIs(d.Tokens[n].Rel, "nmod") {
		n = d.Tokens[n].Head
	}
	if !lang.RelIs(d.Tokens[c].Rel, "acl") || n <= i || d.Tokens[n].Head != i {
		return false
	}
	rel := d.Tokens[n].Rel
	return lang.RelIs(rel, "obl") || rel == "iobj" || rel == "obj" && addressed[d.Tokens[i].Lemma]
}

// addressed verbs name by their object those to whom the words go.
var addressed = map[string]bool{
	"tell": true, "inform": true, "assure": true, "remind": true, "notify": true, "brief": true, "reassure": true, "warn": true, "advise": true, "ask": true,
	"urge": true, "persuade": true, "convince": true, "caution": true, "promise": true, "beg": true, "implore": true,
}

// question is an indirect question that the tree took for a clause of time or
// place: "have not said when they will vote".
func (r *reader) question(i int, class Class) [2]int {
	d := r.doc
	if class == Act && d.Tokens[i].Lemma != "ask" && d.Tokens[i].Lemma != "question" && d.Tokens[i].Lemma != "decide" {
		return [2]int{}
	}
	for _, c := range d.Children(i) {
		if int(c) < i || !lang.RelIs(d.Tokens[c].Rel, "advcl") {
			continue
		}
		f, l := d.Subtree(int(c))
		if f != i+1 {
			continue
		}
		switch d.Tokens[f].Lemma {
		case "when", "whether", "if", "how", "why", "where", "what":
			return [2]int{f, l}
		}
	}
	return [2]int{}
}

// fronted is what stands before "…, X said" where the tree has lost it: from the
// start of the sentence to the comma before the verb's own words.
func (r *reader) fronted(i int) [2]int {
	d := r.doc
	s := &d.Sentences[d.Tokens[i].Sent]
	if lang.RelIs(d.Tokens[i].Rel, "acl") {
		return [2]int{}
	}
	from := i
	subj := r.subject(i)
	if subj < 0 {
		subj = r.nameBefore(i)
	}
	if subj >= 0 && subj < i {
		f, _ := d.Subtree(subj)
		for f < subj && d.Tokens[f].UPOS == "PUNCT" {
			f++
		}
		from = min(from, f)
	}
	if from-1 <= s.First {
		return [2]int{}
	}
	switch d.Tokens[from-1].Form {
	case ",", "\"", "?", "!", "''":
		if f, l := d.Subtree(i); from-1-s.First >= 3 && f >= s.First && l <= s.Last {
			return [2]int{s.First, from - 1}
		}
	}
	return [2]int{}
}
