package said

import (
	"dateline/lang"
	"dateline/when"
)

// Attribution is one quotation or reported statement.
type Attribution struct {
	Start, End  int // bytes of the content
	First, Last int // tokens of the content
	Speaker     int // index into who.Layer.Mentions, or -1
	SpeakerText string
	To          int // addressee's mention, or -1
	Cue         int // token of the verb or cue ("said", "according"), or -1
	Verb        string
	Direct      bool
	Denial      bool // the cue denies the content
	When        *when.Timex

	Class        Class
	opinion      bool     // a belief about what is so, not a wish or plan
	Parts        [][2]int // tokens of the content's pieces; First and Last are their hull
	SpeakerStart int      // bytes of all that stands for the source beside the cue: a relative pronoun, or
	SpeakerEnd   int      // the phrase with its appositions; both 0 if there is nothing
	Within       int      // index of the attribution in whose content this one's cue stands, or -1
}

// Holds reports whether token tok belongs to the content.
func (a *Attribution) Holds(tok int) bool {
	for _, p := range a.Parts {
		if p[0] <= tok && tok < p[1] {
			return true
		}
	}
	return false
}

// without takes a quotation out of the content, unless the content is nothing else
// or goes on behind it.
func (a *Attribution) without(q quotation) {
	last := &a.Parts[len(a.Parts)-1]
	if q.first > last[0] && q.first < last[1] && last[1] <= q.last && (q.first > a.Cue) == (last[0] > a.Cue) {
		last[1] = q.first
	} else if q.first <= last[0] && last[1] <= q.last && len(a.Parts) > 1 {
		a.Parts = a.Parts[:len(a.Parts)-1]
	}
}

// Vouches reports whether an event in the content is the speaker's word: in
// statements and findings, not in demands, promises and charges.
func (a *Attribution) Vouches() bool {
	switch a.Class {
	case Say, Deny, Learn, Noun:
		return true
	case Think: // what one plans or hopes is no report
		return a.opinion
	}
	return false
}

// size is the number of tokens of the content.
func (a *Attribution) size() (n int) {
	for _, p := range a.Parts {
		n += p[1] - p[0]
	}
	return n
}

// Layer is who says what in a text.
type Layer struct {
	Attributions []Attribution

	doc  *lang.Doc
	over *Attribution // whose word the whole text is, or nil; see attributable
}

// Source gives the innermost statement whose content holds token tok, or nil.
// A cue does not vouch for itself.
func (l *Layer) Source(tok int) *Attribution {
	var best *Attribution
	for i := range l.Attributions {
		a := &l.Attributions[i]
		if a.Vouches() && a.Cue != tok && a.Holds(tok) && (best == nil || a.size() < best.size()) {
			best = a
		}
	}
	if best == nil && l.over != nil && l.over.Holds(tok) {
		return l.over
	}
	return best
}
