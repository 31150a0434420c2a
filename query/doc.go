// Package query is what is asked of a ledger: one small language, the same in
// every command, page and feed.
//
//	happens:2031-05.. with:USA with:CHN type:CONSULT status:planned published:..2031-06-18 border talks
//
// A query is a list of terms, all of which must hold. A term is `field:value`
// or a word (or "several words") to be found in the articles' titles and
// evidence. A value with commas holds if one of its parts does; a term with a
// leading minus must not hold. Days are spans: 2031, 2031-05, 2031-05-07,
// from..to, ..to, from.., and happen where they overlap.
//
// [Parse] reads it, [Query.String] prints it in one canonical form, and stores
// evaluate it; [Query.Match] is the meaning that they must agree with.
package query
