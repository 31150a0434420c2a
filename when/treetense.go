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

// verbTense tells where verb v looks to, by its tag, its auxiliaries and its
// mark; ok is false if v is no verb or leaves it to the clause above.
func (e *sentenceEnv) verbTense(v int) (int, bool) {
	d := e.doc
	t := &d.Tokens[v]
	modal, have, beTense, perfect, mark := false, false, "", false, false
	for _, c := range d.Children(v) {
		a := &d.Tokens[c]
		low := fold(a.Form)
		switch {
		case lang.RelIs(a.Rel, "aux"), lang.RelIs(a.Rel, "cop"):
			switch {
			case e.list("modal")[low]:
				modal = true
			case a.Lemma == "have":
				have = true
				perfect = perfect || low == "had"
			case a.Lemma == "be" || a.Lemma == "do":
				if a.XPOS == "VBD" {
					beTense = "past"
				} else if beTense == "" && (a.XPOS == "VBZ" || a.XPOS == "VBP") {
					beTense = "present"
				}
			}
		case lang.RelIs(a.Rel, "mark") && e.list("infinitive")[low]:
			mark = true
		}
	}
	plan := e.list("planpart")[fold(t.Form)]
	switch {
	case modal && have:
		return past, true
	case modal:
		return future, true
	case plan && beTense == "past", plan && perfect:
		return wasPlan, true
	case plan && (beTense == "present" || have):
		return planned, true
	case have, beTense == "past":
		return past, true
	case mark && t.Lemma == "be", mark && d.Child(v, "cop") >= 0:
		return open, false // "is thought to be in response to": the clause above tells
	case mark && t.Head >= 0 && (d.Tokens[t.Head].XPOS == "VBD" || d.Tokens[t.Head].XPOS == "VBN"):
		return wasPlan, true // "agreed to leave in May" may be long ago
	case mark:
		return future, true
	case t.XPOS == "VBD":
		return past, true
	case t.XPOS == "VBN" && plan:
		return planned, true
	case t.XPOS == "VBN" && t.UPOS == "VERB" && beTense == "" && lang.RelIs(t.Rel, "acl"):
		return past, true
	case e.list("plan")[fold(t.Form)] && t.UPOS == "VERB":
		return planned, true
	case beTense == "present", t.XPOS == "VBZ", t.XPOS == "VBP":
		return open, true
	}
	return open, false
}
