package what

import (
	"strings"

	"dateline"
)

// saidOf lets what is said of an event noun speak: "the talks are under way", "the
// visit is off", "is in doubt".
func (r *reader) saidOf(s *standing, h int) bool {
	if r.doc.Child(h, "cop") < 0 {
		return false
	}
	key := r.lemma(h)
	if p := r.preposition(h); p != "" {
		key = strings.ReplaceAll(p, "_", " ") + " " + key
	}
	for _, row := range r.tabs.status["pred "+key] {
		s.apply(row.Effect, key)
		r.governor(s, h)
		return true
	}
	return false
}

// fate lets the verbs that are joined to the one over an event noun speak of what
// became of it: "talks were due to begin on Monday but were put off".
func (r *reader) fate(s *standing, n int) {
	t := &r.doc.Tokens[n]
	if t.Head < 0 || base(t.Rel) != "nsubj" {
		return
	}
	heads := []int{t.Head}
	for _, c := range r.doc.Children(t.Head) {
		if base(r.doc.Tokens[c].Rel) == "xcomp" {
			heads = append(heads, int(c))
		}
	}
	for _, h := range heads {
		for _, c := range r.doc.Children(h) {
			k := int(c)
			if k < n || base(r.doc.Tokens[k].Rel) != "conj" || r.doc.Tokens[k].UPOS != "VERB" || r.doc.Child(k, "nsubj") >= 0 || !r.passive(k) {
				continue
			}
			for _, row := range r.tabs.light[r.lemma(k)] {
				if e := dateline.Status(row.Effect); (e == dateline.Postponed || e == dateline.Cancelled) && row.Particle == r.particle(k) {
					s.apply(row.Effect, r.doc.Tokens[k].Form)
					return
				}
			}
		}
	}
}

// particle is the word that makes a phrasal verb, or "".
func (r *reader) particle(v int) string {
	if c := r.doc.Child(v, "compound:prt"); c >= 0 {
		return lower(r.doc.Tokens[c].Form)
	}
	return ""
}

// wasTo tells "was to have met": a plan that came to nothing.
func (r *reader) wasTo(v int) bool {
	have, was := false, false
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel == "aux" {
			have = have || k.Lemma == "have" && k.XPOS == "VB"
			was = was || k.Lemma == "be" && k.XPOS == "VBD"
		}
	}
	return have && was && r.to(v)
}

// yetTo tells "has yet to meet".
func (r *reader) yetTo(g int) bool {
	for _, c := range r.doc.Children(g) {
		if r.lemma(int(c)) == "yet" {
			return r.lemma(g) == "have" || r.lemma(g) == "be"
		}
	}
	return false
}

// wasGoing tells "was going to send".
func (r *reader) wasGoing(g int) bool {
	a := r.doc.Child(g, "aux")
	return r.lemma(g) == "go" && r.doc.Tokens[g].XPOS == "VBG" && a >= 0 && r.doc.Tokens[a].XPOS == "VBD"
}

// there tells the standing of what somebody is somewhere for: "is in Peru for talks",
// "is due in Peru for talks".
func (r *reader) there(s *standing, h int) {
	c := r.doc.Child(h, "cop")
	if c < 0 || s.status != dateline.Happened {
		return
	}
	for _, k := range r.doc.Children(h) {
		if e, ok := r.tabs.effect("adj", lower(r.doc.Tokens[k].Form), "in"); ok && r.doc.Tokens[k].Rel == "case" {
			s.apply(e, r.doc.Tokens[k].Form)
			return
		}
	}
	r.governor(s, h)
	if x := r.doc.Tokens[c].XPOS; s.status == dateline.Happened && (x == "VBZ" || x == "VBP") {
		s.say("is there for it: ongoing")
		s.status = dateline.Ongoing
	}
}

// stillPerfect reports a present perfect: what has been still is.
func (r *reader) stillPerfect(n int) bool {
	a := r.doc.Child(n, "aux")
	return a >= 0 && r.doc.Tokens[a].Lemma == "have" && (r.doc.Tokens[a].XPOS == "VBP" || r.doc.Tokens[a].XPOS == "VBZ")
}

// counterfactual tells "would have vetoed": it was not done.
func (r *reader) counterfactual(v int) bool {
	if r.doc.Tokens[v].XPOS != "VBN" {
		return false
	}
	for _, c := range r.doc.Children(v) {
		if k := &r.doc.Tokens[c]; k.Rel == "aux" && k.Lemma == "have" && k.XPOS == "VB" {
			return true
		}
	}
	return false
}

// delegations are sent or led to a conference.
var delegations = words("delegation team mission party envoy representative")

// everyYear tells what is done "each year", "every week".
func (r *reader) everyYear(v int) bool {
	for _, c := range r.doc.Children(v) {
		if base(r.doc.Tokens[c].Rel) != "obl" {
			continue
		}
		switch r.lemma(int(c)) {
		case "year", "month", "week", "day", "summer", "winter", "spring", "time":
			if d := r.doc.Child(int(c), "det"); d >= 0 && (r.lemma(d) == "each" || r.lemma(d) == "every") {
				return true
			}
		}
	}
	return false
}

// inOrder reports "in order to" and "so as to" before a verb: a purpose for certain.
func (r *reader) inOrder(v int) bool {
	for _, c := range r.doc.Children(v) {
		if r.doc.Tokens[c].Rel != "mark" {
			continue
		}
		if l := r.lemma(int(c)); l == "order" || l == "so" {
			return true
		}
		for _, f := range r.doc.Children(int(c)) {
			if r.doc.Tokens[f].Rel == "fixed" && r.lemma(int(f)) == "order" {
				return true
			}
		}
	}
	return false
}
