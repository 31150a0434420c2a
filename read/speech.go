package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/said"
)

// inSpeech reports whether words are somebody's own, be it between quotation marks or
// as a turn of a transcript.
func (r *rooms) inSpeech(a *said.Attribution) bool {
	return a != nil && (a.Direct || r.inTurn(a))
}

// inTurn reports whether words are a turn of a transcript, of which the colon behind
// the speaker's name is the cue.
func (r *rooms) inTurn(a *said.Attribution) bool {
	return a != nil && a.Cue >= 0 && r.doc.Tokens[a.Cue].Form == ":"
}

// recounted reports whether a speaker tells in the past tense what was: unlike a
// reporter he brings no news, so that nothing makes it a deed of these days.
func (r *rooms) recounted(i int) bool {
	a := r.words.Source(i)
	x := r.doc.Tokens[i].XPOS
	return r.inTurn(a) && a.Cue != i && (x == "VBD" || x == "VBN")
}

// caption reports whether an event without a finite verb is the line below a picture at
// the head of the text: "President Lind meeting with members of the Cabinet."
func (r *rooms) caption(t *told) bool {
	d := r.doc
	i := t.mention.Trigger
	s := &d.Sentences[t.sentence]
	return s.Root == i && d.Tokens[i].XPOS == "VBG" && d.Child(i, "nsubj") >= 0 && d.Child(i, "aux", "mark") < 0 &&
		r.bodyIndex(s.Para) < 2 && t.Type == dateline.Consult
}

// anybody are words for whoever it may be.
var anybody = wordSet("people person individual those one anyone anybody someone somebody everyone everybody whoever citizen resident official")

// ofKind reports whether an event is told of no one in particular: "people who had been
// accused of crimes", "for a candidate to win the nomination". Such words describe a kind
// of people or say what it takes.
func (r *rooms) ofKind(o *occurrence) bool {
	if o.dated || o.nominal || len(o.all) > 1 {
		return false
	}
	d := r.doc
	i := o.mention.Trigger
	if m := d.Child(i, "mark"); m >= 0 && d.Tokens[i].XPOS == "VB" {
		s := d.Child(i, "nsubj", "nsubj:pass")
		for _, c := range d.Children(i) {
			if d.Tokens[c].Lemma == "for" && lang.RelIs(d.Tokens[c].Rel, "mark") && s >= 0 && r.indefinite(s) {
				return true
			}
		}
	}
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	if !lang.RelIs(d.Tokens[i].Rel, "acl") || h < 0 || !anybody[d.Tokens[h].Lemma] || d.Tokens[i].XPOS == "VB" {
		return false
	}
	if c := d.Child(h, "det", "nummod", "nmod:poss"); c >= 0 && d.Tokens[c].Lemma != "any" && d.Tokens[c].Lemma != "all" && d.Tokens[c].Lemma != "every" || r.actors.At(h) != nil && d.Tokens[h].Lemma == "official" {
		return false
	}
	return !slices.ContainsFunc(o.entities, func(e int) bool { return r.actors.Entities[e].ID != "" }) ||
		d.Child(i, "aux") >= 0 && d.Tokens[d.Child(i, "aux")].XPOS == "MD" || d.Tokens[h].Lemma != "people"
}

// indefinite reports a noun that names nobody: "a candidate", "any official".
func (r *rooms) indefinite(i int) bool {
	c := r.doc.Child(i, "det")
	return c >= 0 && (r.doc.Tokens[c].Lemma == "a" || r.doc.Tokens[c].Lemma == "any")
}

// backing reports whether an event is but the support that somebody is said to have:
// "the rebels, backed by Norland", "is supported by the workers' party". It tells how
// things stand.
func (r *rooms) backing(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.Type != dateline.Support || o.dated || o.nominal || d.Tokens[i].XPOS != "VBN" || len(o.all) > 1 {
		return false
	}
	switch d.Tokens[i].Lemma {
	case "back", "support", "aid", "assist":
	default:
		return false
	}
	a := d.Child(i, "aux:pass", "aux")
	return a < 0 && d.Child(i, "obj") < 0 || a >= 0 && (d.Tokens[a].XPOS == "VBZ" || d.Tokens[a].XPOS == "VBP") && d.Tokens[a].Lemma == "be"
}
