package said

import "dateline/lang"

// verb reads token i as a verb of saying, if it is one.
func (r *reader) verb(i int) {
	class, ok := r.classOf(i)
	if !ok {
		return
	}
	s := r.speakerOf(i)
	if r.noCue(i, s, class) {
		return
	}
	content := r.content(i, class)
	if r.passive(i) {
		content = r.passiveContent(i, class, s, content)
	}
	if len(content) == 0 && class == Say {
		content = r.rest(i, s)
	}
	if len(content) == 0 || s < 0 && !r.passive(i) {
		return
	}
	if class == Say && !telling[r.doc.Tokens[i].Lemma] && content[0][0] > i && r.participle(content[0]) && !r.quotesIn(content[0][0], content[0][0]+2) {
		return // "said a man using another name"
	}
	for _, p := range content {
		if s >= p[0] && s < p[1] {
			return
		}
	}
	r.attribute(i, class, s, content...)
}

// classOf is the class of a token as a verb of saying, as it stands here.
func (r *reader) classOf(i int) (Class, bool) {
	d := r.doc
	t := &d.Tokens[i]
	if t.UPOS != "VERB" && t.XPOS != "VBD" && t.XPOS != "VBZ" {
		return "", false
	}
	class, ok := r.cues.verbs[t.Lemma]
	switch {
	case class == light:
		o := d.Child(i, "obj")
		return Act, o >= 0 && r.cues.nouns[d.Tokens[o].Lemma]
	case class == Say && t.Lemma == "speak" && d.Child(i, "ccomp") < 0,
		class == Say && (r.bids(i) || r.reacts(i)),
		class == Deny && r.refuses(i):
		return Act, true
	}
	return class, ok
}

// noCue reports whether a verb of saying is none here.
func (r *reader) noCue(i, s int, class Class) bool {
	d := r.doc
	t := &d.Tokens[i]
	if s >= 0 && d.Tokens[s].UPOS == "NUM" && d.Tokens[s].Form[0] < 'A' {
		return true // "2031 saw a drought"
	}
	if s >= 0 && r.speaks(s) && (class != Say && class != Deny || r.quoteAt(i) < 0) {
		return true // "I think" is no report: the narrator says it, or a quotation does
	}
	if t.XPOS == "VBN" && lang.RelIs(t.Rel, "acl") && d.Child(i, "aux") < 0 {
		return r.agent(i) < 0 // "a town called Tolm": nobody is told to call it so
	}
	if c := d.Child(i, "advcl", "xcomp"); c >= 0 && t.XPOS == "VBN" && d.Tokens[c].Lemma == "say" && r.marked(c, "as") {
		return true // "was quoted as saying": the latter is the cue
	}
	if t.Lemma == "attack" && (s < 0 || !r.byHeadPerson(r.antecedent(s))) {
		return true // with arms
	}
	if r.passive(i) && (t.Lemma == "want" || t.Lemma == "call" && s < 0 && d.Child(i, "xcomp") >= 0) {
		return true // "is wanted for theft", "is called a town"
	}
	c, sent := r.clause(i), &d.Sentences[t.Sent]
	return r.cues.quoting[t.Lemma] && (c < 0 || !r.marked(c, "that")) && !r.quotesIn(sent.First, sent.Last) // "the mission continues"
}

// bids reports whether a verb of saying tells somebody to do something: "told
// the crew to leave".
func (r *reader) bids(i int) bool {
	x, o := r.doc.Child(i, "xcomp"), r.doc.Child(i, "iobj", "obj")
	return o > i && x > o && r.doc.Child(i, "ccomp") < 0 && r.marked(x, "to")
}

// refuses reports whether a verb of denial turns down what somebody asked for:
// "denied the request".
func (r *reader) refuses(i int) bool {
	o := r.doc.Child(i, "obj")
	return o >= 0 && deeds[r.doc.Tokens[o].Lemma]
}

// reacts reports whether somebody is told to answer something: "did not respond to
// a request".
func (r *reader) reacts(i int) bool {
	switch r.doc.Tokens[i].Lemma {
	case "respond", "reply", "react", "object":
		return r.clause(i) < 0 && !r.quotesIn(r.doc.Sentences[r.doc.Tokens[i].Sent].First, r.doc.Sentences[r.doc.Tokens[i].Sent].Last)
	}
	return false
}

// marked reports whether the clause of a head begins with a marker.
func (r *reader) marked(c int, word string) bool {
	m := r.doc.Child(c, "mark")
	return m >= 0 && r.doc.Tokens[m].Lemma == word
}

// speaks reports whether a token stands for whoever speaks or is spoken to.
func (r *reader) speaks(s int) bool {
	switch r.doc.Tokens[s].Lemma {
	case "I", "i", "we", "you":
		return true
	}
	return false
}

// passiveContent is what is told in the passive: "The deal was first reported by
// the Post", "Lind was accused of taking bribes", "is said to have left", "a plan
// proposed by Lind". content is what the verb has behind it.
func (r *reader) passiveContent(i int, class Class, agent int, content [][2]int) [][2]int {
	d := r.doc
	s := d.Child(i, "nsubj:pass")
	if h := d.Tokens[i].Head; lang.RelIs(d.Tokens[i].Rel, "acl") && s < 0 && agent >= 0 && h >= 0 && h < i && d.Child(i, "aux") < 0 {
		f, _ := d.Subtree(h)
		return [][2]int{{f, h + 1}}
	}
	if s < 0 || s > i {
		return content
	}
	f, l := d.Subtree(s)
	if len(content) > 0 {
		if r.clause(i) < 0 && content[0][0] > i {
			content = append(content, [2]int{f, l})
		}
		return content
	}
	if class == Act {
		content = r.objects(i, class)
	}
	if len(content) == 0 && (agent < 0 || class != Say && class != Act && class != Deny || d.Tokens[s].UPOS == "PRON" && class != Act) {
		return nil
	}
	if d.Tokens[s].UPOS == "PRON" && len(content) > 0 {
		return content
	}
	return append(content, [2]int{f, l})
}

// content is what a verb hands over: its clause, the sentence that it stands
// beside, or, where the words do something, its infinitive or object.
func (r *reader) content(i int, class Class) [][2]int {
	d := r.doc
	if c := r.clause(i); c >= 0 {
		return r.reported(c, i)
	}
	if r.besideOthers(i) {
		return r.objects(i, class)
	}
	tells := class == Say || class == Deny || class == Think || class == Learn
	if h := d.Tokens[i].Head; h >= 0 && (tells || uttering[d.Tokens[i].Lemma] && d.Child(i, "xcomp") < 0) && (lang.RelIs(d.Tokens[i].Rel, "parataxis") || r.asSays(i) || r.parenthetical(i)) {
		return r.around(h, i)
	}
	if c := d.Child(i, "parataxis"); c >= 0 && tells && d.Tokens[c].UPOS == "VERB" && r.cues.verbs[d.Tokens[c].Lemma] == "" {
		return r.around(c, i)
	}
	if p := r.strayThat(i, class); p[1] > p[0] {
		return [][2]int{p}
	}
	if p := r.question(i, class); p[1] > p[0] {
		return [][2]int{p}
	}
	if class == Say && d.Child(i, "obj") < 0 {
		if p := r.fronted(i); p[1] > p[0] {
			return [][2]int{p}
		}
	}
	if class == Act && r.cues.verbs[d.Tokens[i].Lemma] == Say && r.bids(i) {
		return r.around(d.Child(i, "xcomp"), i)
	}
	if c := d.Child(i, "xcomp"); c >= 0 && c > i && (class == Think || class == Deny || class == Act && d.Child(i, "obj", "iobj") < 0 || class != Act && r.quoted(i)) {
		return r.around(c, i)
	}
	if class == Feel {
		return r.objects(i, class)
	}
	if class == Think && d.Tokens[i].Lemma != "want" && d.Tokens[i].Lemma != "like" {
		return nil
	}
	return r.objects(i, class)
}

func (r *reader) passive(i int) bool {
	if t := &r.doc.Tokens[i]; t.XPOS == "VBN" && lang.RelIs(t.Rel, "acl") && r.doc.Child(i, "aux") < 0 {
		return true
	}
	return r.doc.Child(i, "aux:pass", "nsubj:pass", "expl") >= 0 && !r.bare(i)
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
