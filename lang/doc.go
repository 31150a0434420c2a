// Package lang turns text into words: sentences, tokens, tags, lemmas,
// morphology, dependency trees and names.
//
// The text is never changed; everything lies beside it as byte offsets. Tokens
// of a document are numbered through, and a head is the index of a token of
// the same document, so that a tree is walked without knowing its sentence.
package lang

import "strings"

// Doc is an analysed text.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Names     []Name // non-overlapping, in order of text

	children [][]int32 // children[i]: dependents of token i in order; see Children
}

// Token is one syntactic word.
type Token struct {
	Start, End int    // byte offsets into Doc.Text; End exclusive
	Form       string // as written but with typographic quotes, dashes and NBSP folded to ASCII
	Lemma      string // lower case except for proper nouns
	UPOS       string // universal part of speech: NOUN, VERB, …
	XPOS       string // Penn tag: NNP, VBD, …
	Feats      string // UD features, sorted: "Number=Sing|Tense=Past"; "" if none
	Head       int    // index into Doc.Tokens, -1 for the root of a sentence
	Rel        string // UD relation with subtype: nsubj, nsubj:pass, obl, …
	Sent       int    // index into Doc.Sentences
	SpaceAfter bool   // whether white space follows in the text

	glued bool // written as one word with the token before; see Glued
}

// Sentence is a run of tokens [First, Last).
type Sentence struct {
	First, Last int // token indices, Last exclusive
	Start, End  int // byte offsets
	Para        int // index of the paragraph it stands in
	Root        int // token index of the tree's root
}

// NameKind is the kind of a name.
type NameKind string

const (
	PER  NameKind = "PER"  // persons
	ORG  NameKind = "ORG"  // organizations
	LOC  NameKind = "LOC"  // places
	NORP NameKind = "NORP" // nationalities, religious and political groups: "Chinese", "Kurds"
)

// Name is a named entity over tokens [First, Last).
type Name struct {
	First, Last int
	Kind        NameKind
}

// Glued reports whether the token is a clitic, written as one word with the
// token before it: the "n't" of "don't", the "'s" of "Oslo's".
func (t *Token) Glued() bool { return t.glued }

// Feat is the value of a UD feature of the token ("Number": "Plur"), "" if it
// has none of that name.
func (t *Token) Feat(name string) string {
	for s := t.Feats; s != ""; {
		f := s
		if i := strings.IndexByte(s, '|'); i >= 0 {
			f, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		if len(f) > len(name) && f[len(name)] == '=' && f[:len(name)] == name {
			return f[len(name)+1:]
		}
	}
	return ""
}
