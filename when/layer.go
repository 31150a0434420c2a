package when

import (
	"dateline"
	"dateline/lang"
)

// Timex is a time expression of a text, with what it came to mean there.
type Timex struct {
	First, Last int // tokens, Last exclusive
	Start, End  int // bytes, End exclusive

	// TIMEX3 (TimeML): DATE, TIME, DURATION or SET, and its attributes.
	Type, Value, Mod, Quant, Freq, BeginPoint, EndPoint string

	Span  dateline.Span // the days it covers; an end may be open
	EDTF  string        // ISO 8601-2 form of Span
	Part  string        // morning, noon, afternoon, evening, night; "" if none
	Clock string        // clock time with zone where told: "18:30Z"
	Vague bool          // "recently", "soon": Span is a documented wide guess

	anchor     [2]int        // tokens of the event that an amount hangs on ("a day before the summit")
	anchorSpan dateline.Span // and its days

	Rule string   // file:line of the table row that found it
	Why  []string // how the value was worked out, a line a step

	deictic bool // told by its distance from the day of publication
}

// Layer is all the time of a text.
type Layer struct {
	DCT     dateline.Day
	Timexes []Timex // in order of text, not overlapping

	doc       *lang.Doc
	rangeWith map[int]int    // time i and the one that ends its range
	whole     bool           // the whole text is a narrative
	story     map[int]bool   // paragraphs that tell a story of past years
	review    dateline.Span  // the days that the whole text looks back on
	back      map[int]string // sentences that look long back, and why
}
