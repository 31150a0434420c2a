package said

import (
	"dateline/lang"
	"dateline/when"
)

// Commitment is how far a clause is vouched for.
type Commitment string

const (
	Asserted    Commitment = "asserted"
	Planned     Commitment = "planned"     // will, is set to, is due to, headline "to visit"
	Possible    Commitment = "possible"    // may, could, is expected, reports suggest
	Wanted      Commitment = "wanted"      // wants, hopes, urges, asks
	Conditional Commitment = "conditional" // if, unless
	Negated     Commitment = "negated"     // did not, never, no
	Denied      Commitment = "denied"      // denies having
	Fell        Commitment = "fell"        // was to have, had been due: a past plan that fell through
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
}

// Layer is who says what in a text.
type Layer struct {
	Attributions []Attribution

	doc *lang.Doc
}
