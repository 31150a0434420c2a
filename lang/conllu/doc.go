// Package conllu reads treebanks in the CoNLL-U format of Universal
// Dependencies. A token here is a syntactic word: "don't" is the two words "do"
// and "n't", each with its own bytes inside the surface form.
package conllu

// Sentence is one tree of a treebank.
type Sentence struct {
	ID     string
	Text   string   // "# text", or the words joined if it is missing or does not fit them
	NewDoc bool     // first sentence of a document
	NewPar bool     // first sentence of a paragraph (a document's first always is)
	Meta   []string // all comment lines, without "# "
	Tokens []Token
	Line   int // line of the first token, from 1
}

// Token is one syntactic word.
type Token struct {
	Form  string // its share of the surface form: "n't"
	Lemma string
	UPOS  string
	XPOS  string
	Feats string // "" where the file has "_"
	Head  int    // index into Tokens, -1 for the root
	Rel   string // with subtype
	Deps  string
	Misc  string

	Start, End int  // byte offsets into Sentence.Text
	SpaceAfter bool // false inside a multiword token, too
	Surface    int  // index of the first word of the same surface token; itself for most
}
