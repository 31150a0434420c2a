package read

import (
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/when"
)

// inForce dates a measure that is announced for a day to come by the day from which it
// holds, and takes it for a plan: "tariffs starting June 1", "a ban effective Monday",
// "imposes tariffs. … The tariffs take effect on March 23".
func (r *rooms) inForce(t *told) {
	if t.Status != dateline.Happened || t.dated || !r.article.Date.Known() || !measured(t) {
		return
	}
	m := r.effective(t)
	if m == nil {
		m = r.takesEffect(t)
	}
	if m == nil {
		return
	}
	t.When = &dateline.When{Span: m.Span, EDTF: m.EDTF, Text: r.doc.Text[m.Start:m.End]}
	t.dated, t.Status = true, dateline.Planned
	t.step("holds from %q, which is to come: planned", t.When.Text)
}

// measured reports whether an event is a measure that holds from a day on.
func measured(t *told) bool {
	switch t.Type {
	case dateline.Sanction, dateline.Concede:
		return true
	case dateline.Coerce:
		return t.Mode == "restrict"
	}
	return false
}

// onset are words before the day from which something holds.
var onset = wordSet("starting beginning effective commencing")

// effective is the time to come that stands behind a word of onset in the sentence of a
// measure, after it.
func (r *rooms) effective(t *told) *when.Timex {
	d := r.doc
	for i := t.mention.Trigger + 1; i < d.Sentences[t.sentence].Last; i++ {
		if !onset[strings.ToLower(d.Tokens[i].Form)] {
			continue
		}
		for k := i + 1; k <= i+3 && k < d.Sentences[t.sentence].Last; k++ {
			if m := r.times.At(k); m != nil && r.toCome(m) {
				return m
			}
		}
	}
	return nil
}

// effectReach is how many sentences further on it may be told when a measure begins.
const effectReach = 2

// takesEffect is the time to come at which a measure is said to take effect, in its
// sentence or one of the next.
func (r *rooms) takesEffect(t *told) *when.Timex {
	d := r.doc
	last := min(t.sentence+effectReach+1, len(d.Sentences))
	for s := t.sentence; s < last && d.Sentences[s].Para == d.Sentences[t.sentence].Para; s++ {
		for i := d.Sentences[s].First; i < d.Sentences[s].Last; i++ {
			if i <= t.mention.Trigger || !r.entersForce(i) || !r.ofMeasure(t, d.Child(i, "nsubj", "nsubj:pass")) {
				continue
			}
			for _, c := range d.Children(i) {
				if m := r.times.At(int(c)); m != nil && r.toCome(m) {
					return m
				}
			}
			if e := d.Child(i, "obj", "obl"); e >= 0 { // "take effect (on Monday)"
				for _, c := range d.Children(e) {
					if m := r.times.At(int(c)); m != nil && r.toCome(m) {
						return m
					}
				}
			}
		}
	}
	return nil
}

// entersForce reports whether a verb says that something begins to hold: "take effect",
// "come into force".
func (r *rooms) entersForce(i int) bool {
	d := r.doc
	if d.Tokens[i].UPOS != "VERB" {
		return false
	}
	over := func(words map[string]bool, rels ...string) bool {
		c := d.Child(i, rels...)
		return c >= 0 && words[d.Tokens[c].Lemma]
	}
	switch d.Tokens[i].Lemma {
	case "take":
		return over(effects, "obj")
	case "come", "go", "enter", "be", "put":
		return over(effects, "obl")
	case "begin", "start":
		return d.Child(i, "obj", "xcomp") < 0
	}
	return false
}

var effects = wordSet("effect force operation")

// ofMeasure reports whether a subject speaks of a measure: by its own noun, by that of
// its object, or by a general one.
func (r *rooms) ofMeasure(t *told, subject int) bool {
	if subject < 0 {
		return false
	}
	d := r.doc
	lemma := d.Tokens[subject].Lemma
	if lemma == "which" || lemma == "that" {
		v := d.Tokens[subject].Head
		if v < 0 || !lang.RelIs(d.Tokens[v].Rel, "acl") || d.Tokens[v].Head < 0 {
			return false
		}
		lemma = d.Tokens[d.Tokens[v].Head].Lemma
	}
	if measures[lemma] {
		return true
	}
	for _, w := range []int{t.mention.Trigger, r.object(t)} {
		if w >= 0 && d.Tokens[w].UPOS != "VERB" && d.Tokens[w].Lemma == lemma {
			return true
		}
	}
	return false
}

// measures are nouns that can speak of a measure just told.
var measures = wordSet("measure sanction tariff ban restriction order decision rule duty levy embargo lockdown curfew law policy move change")

// toCome reports whether a time lies ahead of the article's day.
func (r *rooms) toCome(m *when.Timex) bool {
	return m.Span.Earliest.Known() && m.Span.Earliest > r.article.Date && m.Span.Latest.Known()
}
