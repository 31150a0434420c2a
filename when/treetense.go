package when

import "dateline/lang"

// treeDirection reads the tense of the verb that governs the tokens
// [first, last) of a parsed sentence. ok is false where the tree tells nothing.
func (e *sentenceEnv) treeDirection(first, last int) (dir int, why string, ok bool) {
	d := e.doc
	head := first
	for i := first; i < last; i++ {
		if h := d.Tokens[i].Head; h < first || h >= last {
			head = i
			break
		}
	}
	at := d.Tokens[head].Head
	if at < 0 && d.Child(head, "cop") >= 0 {
		at = head
	}
	for steps := 0; at >= 0 && steps < 6; steps++ {
		if dir, ok := e.verbTense(at); ok {
			return dir, "verb " + d.Tokens[at].Form, true
		}
		at = d.Tokens[at].Head
	}
	return open, "", false
}

// clause is what the dependents of a verb tell of its tense.
type clause struct {
	modal, have, had, infinitive bool
	be                           string // VBD or VBZ of a form of "be" or "do"
}

// clauseOf reads the auxiliaries and the mark of verb v.
func (e *sentenceEnv) clauseOf(v int) (c clause) {
	for _, k := range e.doc.Children(v) {
		a := &e.doc.Tokens[k]
		low := fold(a.Form)
		if lang.RelIs(a.Rel, "mark") && e.list("infinitive")[low] {
			c.infinitive = true
		}
		if !lang.RelIs(a.Rel, "aux") && !lang.RelIs(a.Rel, "cop") {
			continue
		}
		switch {
		case e.list("modal")[low]:
			c.modal = true
		case a.Lemma == "have":
			c.have = true
			c.had = c.had || a.XPOS == "VBD"
		case a.XPOS == "VBD":
			c.be = "VBD"
		case c.be == "" && (a.XPOS == "VBZ" || a.XPOS == "VBP"):
			c.be = "VBZ"
		}
	}
	return c
}

// verbTense tells where verb v looks to, by its tag, its auxiliaries and its
// mark; ok is false if v is no verb or leaves it to the clause above.
func (e *sentenceEnv) verbTense(v int) (int, bool) {
	t := &e.doc.Tokens[v]
	c := e.clauseOf(v)
	switch plan := e.list("planpart")[fold(t.Form)]; {
	case c.modal && c.have:
		return past, true
	case c.modal:
		return future, true
	case plan && (c.be == "VBD" || c.had):
		return wasPlan, true
	case plan && (c.be == "VBZ" || c.have):
		return planned, true
	case c.infinitive && c.be == "VBD":
		return wasPlan, true // "was to end in May"
	case c.have, c.be == "VBD":
		return past, true
	case c.infinitive:
		return e.infinitive(v)
	case t.XPOS == "VBD" && e.list("planverb")[fold(t.Form)]:
		return wasPlan, true
	case t.XPOS == "VBD":
		return past, true
	case t.XPOS == "VBN" && plan && e.undone(v):
		return wasPlan, true
	case t.XPOS == "VBN" && plan && e.settled(v):
		return past, true
	case t.XPOS == "VBN" && plan:
		return planned, true
	case t.XPOS == "VBN" && t.UPOS == "VERB" && c.be == "" && lang.RelIs(t.Rel, "acl"):
		return past, true
	case (e.list("plan")[fold(t.Form)] || e.list("planning")[fold(t.Form)]) && t.UPOS == "VERB":
		return planned, true
	case c.be == "VBZ", t.XPOS == "VBZ", t.XPOS == "VBP":
		return open, true
	}
	return open, false
}

// infinitive looks forward; below a past verb ("agreed to leave in May") it may
// be long ago, and "to be" leaves it to the clause above.
func (e *sentenceEnv) infinitive(v int) (int, bool) {
	t := &e.doc.Tokens[v]
	switch {
	case t.Lemma == "be" || e.doc.Child(v, "cop") >= 0:
		return open, false
	case t.Head >= 0 && (e.doc.Tokens[t.Head].XPOS == "VBD" || e.doc.Tokens[t.Head].XPOS == "VBN"):
		return wasPlan, true
	case t.Head >= 0 && e.doc.Tokens[t.Head].XPOS == "VBG" && e.clauseOf(t.Head).be == "VBD":
		return wasPlan, true // "was planning to leave in May"
	}
	return future, true
}

// settled: a participle that plans only before "for", "to" and the like stands without
// them: "the terms set during his visit in January".
func (e *sentenceEnv) settled(v int) bool {
	d := e.doc
	if !lang.RelIs(d.Tokens[v].Rel, "acl") || !e.list("plansbefore")[fold(d.Tokens[v].Form)] || v+1 >= len(d.Tokens) {
		return false
	}
	w := fold(d.Tokens[v+1].Form)
	return !e.list("planprep")[w] && !e.list("infinitive")[w]
}

// undone reports whether the plan that a participle tells of is the subject of a
// past verb: "the trip, planned for March, was called off" leaves the year open.
func (e *sentenceEnv) undone(v int) bool {
	t := &e.doc.Tokens[v]
	if !lang.RelIs(t.Rel, "acl") || t.Head < 0 || !lang.RelIs(e.doc.Tokens[t.Head].Rel, "nsubj") {
		return false
	}
	main := e.doc.Tokens[t.Head].Head
	if main < 0 {
		return false
	}
	return e.doc.Tokens[main].XPOS == "VBD" || e.clauseOf(main).be == "VBD"
}
