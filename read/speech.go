package read

import (
	"dateline"
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
	return r.inTurn(a) && a.Cue != i && (x == "VBD" || x == "VBN") && !r.just(i)
}

// caption reports whether an event without a finite verb is the line below a picture at
// the head of the text: "President Lind meeting with members of the Cabinet."
func (r *rooms) caption(t *told) bool {
	d := r.doc
	i := t.mention.Trigger
	s := &d.Sentences[t.sentence]
	if t.Type != dateline.Consult || r.bodyIndex(s.Para) > 1 || len(t.Actors) == 0 || d.Tokens[s.Last-1].Form != "." {
		return false
	}
	if s.Root == i && d.Tokens[i].XPOS == "VBG" {
		return d.Child(i, "nsubj") >= 0 && d.Child(i, "aux", "mark") < 0
	}
	for k := s.First; k < s.Last; k++ { // "President Lind at a meeting of the Cabinet."
		if x := d.Tokens[k].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			return false
		}
	}
	return t.nominal
}

// just reports what somebody says that he has just done: "I just met with the mayors".
func (r *rooms) just(i int) bool {
	for _, c := range r.doc.Children(i) {
		if w := &r.doc.Tokens[c]; w.Lemma == "just" && w.Rel == "advmod" {
			return true
		}
	}
	return false
}
