// Package said reads quotation and attribution: who says what to whom, direct
// and indirect, and which clauses hang on whose word.
//
// A cue (a verb of saying, "according to", a colon, a noun such as "claim")
// hands a content over to a speaker. The tree gives the content of indirect
// speech, the quotation marks that of direct speech; a quotation goes on over
// sentences and paragraphs as long as its marks do.
//
//	"We shall not go," Lind told reporters on Monday. "It makes no sense."
//
// is one speaker, Lind, one addressee, reporters, and two pieces of one direct
// quotation, said on Monday. The cues stand in tables/cues.txt.
package said
