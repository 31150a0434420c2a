// Package facts is what is known beforehand: states, capitals, demonyms,
// metonyms, persons, offices, organizations, summits and cities, each with the
// days on which it holds.
//
// The facts are one packed file, made by cmd/facts from dated sources and from
// the tables under tables/, and read in place: nothing is unpacked until it is
// asked for. An office without a known end is open only as far as its source
// looked (AsOf): after that day its holder is the last known one, and
// [Holding.LastKnown] says so.
//
//	f := facts.Default()
//	day := dateline.Date(2023, time.June, 18)
//	h := f.Holders("CHN", "foreign minister", day)   // h[0].Person.Name == "Qin Gang"
//	p := f.PersonsNamed("Blinken", facts.Hint{Day: day}) // p[0].Person.ID == "p:Q7821917"
//
// Names are compared folded: without case, diacritics, spaces, hyphens and
// points, so that "al-Assad", "Al Assad" and the tokens "al", "-", "Assad" are
// one key. Whether the text writes a name with capitals still counts: "US" is
// not "us".
package facts
