package read

import (
	"strings"

	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// bylines lets those who sign a state's own release act for that state: "Ned Price,
// Department Spokesperson", on a page of the U.S. Department of State. Nobody else's words
// are there.
func (r *rooms) bylines() {
	state := ""
	for i := range r.actors.Entities {
		e := &r.actors.Entities[i]
		if e.Kind != who.Person || e.State != "" || e.Plural || !r.signs(e) {
			continue
		}
		if state == "" {
			if state = r.outlet(); state == "" {
				return
			}
		}
		r.actors.Settle(i, state, "signs the release of "+r.article.Source)
		e.Political = true
	}
}

// signs reports whether somebody is first named in a line at the head of the text that
// holds nothing but a name and an office.
func (r *rooms) signs(e *who.Entity) bool {
	const head, longest = 3, 16
	if len(e.Mentions) == 0 {
		return false
	}
	m := &r.actors.Mentions[e.Mentions[0]]
	s := &r.doc.Sentences[r.doc.Tokens[m.First].Sent]
	if s.Para >= head || s.Last-s.First > longest || m.First > s.First+1 {
		return false
	}
	office := false
	for i := s.First; i < s.Last; i++ {
		w := &r.doc.Tokens[i]
		if w.UPOS == "VERB" || lang.RelIs(w.Rel, "nsubj") || w.Form == ":" || w.Form == "." && i == s.Last-1 && w.Rel == "punct" && s.Last-s.First > 6 {
			return false
		}
		office = office || signers[strings.ToLower(w.Lemma)]
	}
	return office
}

var signers = wordSet("spokesperson spokesman spokeswoman secretary minister ambassador adviser advisor director assistant administrator envoy representative")

// outlet is the state whose own outlet an article is from, or "": "U.S. Department of
// State", "The White House", "President of Russia (en.kremlin.ru)".
func (r *rooms) outlet() string {
	words := strings.FieldsFunc(r.article.Source, func(c rune) bool { return strings.ContainsRune(" ,;()", c) })
	for i := range words {
		_, refs := r.facts.Match(words, i)
		for _, ref := range refs {
			switch ref.Kind {
			case facts.KindState, facts.KindDemonym, facts.KindOrg, facts.KindMetonym:
			default:
				continue
			}
			if s := r.facts.State(r.facts.StateOf(ref)); s != nil {
				return s.ISO3
			}
		}
	}
	return ""
}
