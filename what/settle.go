package what

import (
	"fmt"

	"dateline"
)

// Settle gives the resolved time its say: an act in the present tense that is
// dated ahead is planned, a visit whose days enclose the day of publication is
// going on. It returns the status and, if it changed, the reason.
func Settle(st dateline.Status, typ dateline.Type, mode string, span dateline.Span, dct dateline.Day) (dateline.Status, string) {
	if !dct.Known() {
		return st, ""
	}
	switch {
	case st == dateline.Ongoing && span.Latest.Known() && span.Latest < dct-14:
		return dateline.Happened, fmt.Sprintf("%s is before %s: happened", span.Latest, dct)
	case st == dateline.Planned && span.Latest.Known() && span.Latest < dct:
		return dateline.Happened, fmt.Sprintf("planned for %s, before %s: happened, as nothing else is told", span.Latest, dct)
	case st == dateline.Happened && OfWords(typ):
		return st, "" // a time ahead is that of what was asked, agreed or threatened
	case (st == dateline.Happened || st == dateline.Ongoing) && span.Earliest.Known() && span.Earliest > dct:
		return dateline.Planned, fmt.Sprintf("%s is after %s: planned", span.Earliest, dct)
	case st == dateline.Happened && lasts(typ, mode) && !span.Earliest.Known() && span.Latest.Known() && span.Latest > dct:
		return dateline.Ongoing, fmt.Sprintf("until %s, after %s: ongoing", span.Latest, dct)
	case st == dateline.Happened && lasts(typ, mode) && span.Known() && span.Earliest <= dct && span.Latest > dct && span.Days() <= 31:
		return dateline.Ongoing, fmt.Sprintf("%s..%s encloses %s: ongoing", span.Earliest, span.Latest, dct)
	}
	return st, ""
}

// lasts tells events that take days rather than a moment.
func lasts(typ dateline.Type, mode string) bool {
	return typ == dateline.Consult && (mode == "visit" || mode == "multilateral") || typ == dateline.Mobilize || typ == dateline.Protest
}

// OfWords tells acts of words, which are done when they are said.
func OfWords(typ dateline.Type) bool { return ofWords[typ] }

var ofWords = map[dateline.Type]bool{
	dateline.Request: true, dateline.Accuse: true, dateline.Reject: true, dateline.Threaten: true, dateline.Agree: true,
}
