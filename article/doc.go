// Package article reads what came in: plain text, HTML pages and JSON lines
// become a [dateline.Article] with its paragraphs, its publication day and the
// reason for that day, its place of writing and a fingerprint.
//
// The text is never changed. Offsets are bytes into the text as given; for
// pages and JSON that is the extracted or decoded string, for files in UTF-16
// or Latin-1 their UTF-8 form, and always without a byte order mark. What is
// no news (a date line, a byline, "See also") stays in the text and is marked
// as such, so that nothing downstream has to know about it.
//
// A day is never guessed. "OSLO, March 4 (NNA) —" names no year, so an article
// that has nothing else is left without a day and [Warnings] says so.
//
// One worked sentence: the first line
//
//	date 2031-03-04
//
// makes paragraph 0 a [dateline.DateStamp], the article's Date 2031-03-04 and
// its DateReason "first line".
package article
