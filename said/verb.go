package said

import "dateline/lang"

// verb reads token i as a verb of saying, if it is one.
func (r *reader) verb(i int) {
	t := &r.doc.Tokens[i]
	if t.UPOS != "VERB" && t.XPOS != "VBD" && t.XPOS != "VBZ" {
		return
	}
	class, ok := r.cues.verbs[t.Lemma]
	if !ok {
		return
	}
	if class == Say && r.doc.Tokens[i].Lemma == "speak" && r.doc.Child(i, "ccomp") < 0 {
		class = Act
	}
	content := r.content(i, class)
	if len(content) == 0 {
		return
	}
	s := r.speakerOf(i)
	if s < 0 && (class != Say && class != Deny || !r.passive(i)) {
		return
	}
	if class == Think && s >= 0 && r.doc.Tokens[s].UPOS == "PRON" && r.inQuote(i) {
		return // "I think" within a quotation is part of what is said
	}
	for _, p := range content {
		if s >= p[0] && s < p[1] {
			return
		}
	}
	r.attribute(i, class, s, content...)
}

// content is what a verb hands over: its clause, the sentence that it stands
// beside, or, where the words do something, its infinitive or object.
func (r *reader) content(i int, class Class) [][2]int {
	d := r.doc
	if c := d.Child(i, "ccomp"); c >= 0 {
		return r.around(c, i)
	}
	if h := d.Tokens[i].Head; h >= 0 && (lang.RelIs(d.Tokens[i].Rel, "parataxis") || r.asSays(i)) {
		return r.around(h, i)
	}
	if c := d.Child(i, "parataxis"); c >= 0 && (class == Say || class == Deny || class == Think) && d.Tokens[c].UPOS == "VERB" && r.cues.verbs[d.Tokens[c].Lemma] == "" {
		return r.around(c, i)
	}
	if class == Say && d.Child(i, "obj") < 0 {
		if p := r.fronted(i); p[1] > p[0] {
			return [][2]int{p}
		}
	}
	if c := d.Child(i, "xcomp"); c >= 0 && c > i && (class == Act || class == Think || r.quoted(i)) {
		return r.around(c, i)
	}
	if class == Think && d.Tokens[i].Lemma != "want" && d.Tokens[i].Lemma != "like" {
		return nil
	}
	return r.objects(i, class)
}

func (r *reader) passive(i int) bool {
	return r.doc.Child(i, "aux:pass", "nsubj:pass", "expl") >= 0
}

// asSays reports whether a verb stands in an "as X said" beside its sentence.
func (r *reader) asSays(i int) bool {
	m := r.doc.Child(i, "mark")
	return m >= 0 && r.doc.Tokens[m].Lemma == "as" && lang.RelIs(r.doc.Tokens[i].Rel, "advcl") && r.doc.Child(i, "obj") < 0
}

// quoted reports whether the verb's object stands in quotation marks.
func (r *reader) quoted(i int) bool {
	for k := range r.quotes {
		if q := &r.quotes[k]; q.first > i && r.doc.Tokens[q.first].Sent == r.doc.Tokens[i].Sent {
			return true
		}
	}
	return false
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

// fronted is what stands before "…, X said" where the tree has lost it: from the
// start of the sentence to the comma before the verb's own words.
func (r *reader) fronted(i int) [2]int {
	d := r.doc
	s := &d.Sentences[d.Tokens[i].Sent]
	subj := d.Child(i, "nsubj")
	from := i
	if subj >= 0 {
		f, _ := d.Subtree(subj)
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

// telling verbs name what they tell of by an object.
var telling = map[string]bool{
	"note": true, "mention": true, "cite": true, "describe": true, "outline": true, "highlight": true, "detail": true, "announce": true,
	"stress": true, "emphasize": true, "emphasise": true, "predict": true, "confirm": true, "acknowledge": true, "quote": true, "point": true,
	"refer": true, "tout": true, "reiterate": true, "reaffirm": true, "underline": true, "underscore": true,
}

// objects is what a verb does with words: "condemned the raid", "called for a
// truce", "asked about the border".
func (r *reader) objects(i int, class Class) (out [][2]int) {
	d := r.doc
	if class != Act && class != Deny && !telling[d.Tokens[i].Lemma] {
		return nil
	}
	for _, c := range d.Children(i) {
		t := &d.Tokens[c]
		f, l := d.Subtree(int(c))
		switch {
		case int(c) < i, f <= i, l-f == 1 && t.UPOS != "NOUN":
		case lang.RelIs(t.Rel, "obj") && t.Lemma != "statement" && d.Tokens[i].Lemma != "tell":
			out = append(out, [2]int{f, l})
		case lang.RelIs(t.Rel, "advcl"), lang.RelIs(t.Rel, "xcomp"):
			out = append(out, [2]int{f, l})
		case lang.RelIs(t.Rel, "obl"):
			if k := d.Child(int(c), "case", "mark"); k >= 0 {
				switch d.Tokens[k].Lemma {
				case "for", "about", "of", "on", "against", "over":
					if r.times == nil || r.times.At(int(c)) == nil {
						out = append(out, [2]int{f, l})
					}
				}
			}
		}
	}
	if len(out) > 1 { // one piece, from the first to the last
		out = [][2]int{{out[0][0], max(out[0][1], out[len(out)-1][1])}}
	}
	return out
}
