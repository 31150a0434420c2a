// Package when reads time: it finds the time expressions (timexes) of a text,
// works out what days they mean against the day of publication (DCT), the tense
// and the other times of the text, and tells which of them belongs to an event.
//
// In "Lind, on a two-day visit from Sunday, could meet Hale in November, their
// first talk since Oslo in November", published on Sunday, 15 June 2031, Read
// finds P2D, 2031-06-15, 2031-11 (forward: could) and 2030-11 (back: since).
// [Layer.Of] gives the visit 15 to 16 June, the meeting November 2031, and each
// with its reasons.
//
// The rules are rows in tables/LANGUAGE, put together by a chart parser that is
// linear in the text; docs/when.md tells how they are written. Tags and trees
// of package lang make readings better but are not needed. Read never fails:
// what cannot be resolved keeps X in its value and an open Span. A Layer is not
// changed after Read and may be used by several goroutines.
//
// Which file holds what:
//
//   - words and rows: words, lexer, locale (order of day and month), split, grammar, rows, guards,
//     chart, headclock ("3 to 5 p.m."), tails ("June 3-5"), ancient ("in 211")
//   - what a row means: node, forms, actions, compose, relations, compare (quarters), dayparts,
//     nextday, nth, holiday
//   - what it means here: read, story, clues and track (narratives), stand, tense, treetense,
//     scheduled and setfor (days ahead), resolve, relative, shift ("two days ago"), other, value, grain, clockday,
//     anchors (days of summits and offices), agree and later (times that settle one another),
//     ranges, spells (of figures)
//   - which time is an event's: attach, path (costs in the tree), trail (where the tree errs),
//     lasting, amount ("a week after"), bydeed, told
//     (days of what was told before), topic (the day gone on from), context (the visit
//     told before), lookback (background that goes on), fresh (news without a day)
//   - what leaves: layer, timeml
package when
