package lang

// mendJourney rehangs "on a visit to Oslo", "during her trip" from a noun before it to
// the verb: somebody says or does it there. What tells of a journey ("a report on a
// visit") keeps it.
func (d *Doc) mendJourney(i int) bool {
	t := &d.Tokens[i]
	if t.UPOS != "NOUN" || t.Rel != "nmod" || t.Head < 0 || t.Head > i || !journeys[t.Lemma] || tellOf[d.Tokens[t.Head].Lemma] {
		return false
	}
	p, det := d.Child(i, "case"), d.Child(i, "det", "nmod:poss")
	if p < 0 || det < 0 || d.Tokens[p].Lemma != "on" && d.Tokens[p].Lemma != "during" {
		return false
	}
	switch w := &d.Tokens[det]; w.Lemma {
	case "a", "an", "his", "her", "their":
	default:
		if d.Tokens[p].Lemma == "on" || w.UPOS != "DET" && w.UPOS != "PRON" {
			return false
		}
	}
	for up := t.Head; up >= 0; up = d.Tokens[up].Head {
		w := &d.Tokens[up]
		if w.UPOS == "VERB" && d.Child(up, "nsubj", "nsubj:pass") >= 0 {
			t.Head, t.Rel = up, "obl"
			return true
		}
		if w.UPOS == "VERB" || tellOf[w.Lemma] || !RelIs(w.Rel, "nmod") && !RelIs(w.Rel, "obl") && w.Rel != "obj" && w.Rel != "conj" {
			return false
		}
	}
	return false
}

var (
	journeys = map[string]bool{"visit": true, "trip": true, "tour": true, "stopover": true}
	tellOf   = map[string]bool{"report": true, "statement": true, "detail": true, "comment": true, "remark": true, "decision": true, "news": true,
		"word": true, "discussion": true, "agreement": true, "information": true, "talk": true, "question": true, "book": true, "film": true,
		"expense": true, "money": true, "ban": true, "attack": true, "meeting": true, "summit": true}
)
