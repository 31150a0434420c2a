// Package dateline holds the nouns of Dateline: the article that comes in, the
// record that comes out, and the kinds of error on the way. It does nothing and
// imports only the standard library.
//
// Data flows one way through the rooms of this module:
//
//	article → lang → facts → when / who / where → said / what → read → ledger → out
//
// A package imports only packages that stand before it; deps_test.go holds it
// to that. All offsets are bytes into [Article.Text] as it was given.
package dateline
