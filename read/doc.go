// Package read is the one call that everybody uses: an article goes through
// all rooms, and a record comes out.
//
// Rooms find mentions; a record holds occurrences. This package joins the
// mentions of one occurrence, gives each field of the joined event its most
// exact value, dates and places what the text leaves to its reader, ties events
// to one another, and points out where the article contradicts itself.
//
//	"Lind is to meet Berg in Oslo on Monday. … The two are set to talk at noon."
//
// is one event with two pieces of evidence: planned, Oslo, Monday, noon.
package read
