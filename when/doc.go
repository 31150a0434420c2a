// Package when reads time: it finds the time expressions (timexes) of a text,
// works out what days they mean against the publication day, the tense and the
// other times of the text, and tells which of them belongs to an event.
package when
