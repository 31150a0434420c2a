// Package encoder is the neural reader of words: one shared network over the
// tokens of each sentence, with heads for tags, morphology, the dependency tree
// and names.
//
// Words become vectors (pre-trained word vectors, hashed prefixes, suffixes and
// letter sequences, shape, gazetteer), two layers of bidirectional LSTMs read
// them, and small heads decide. All matrix products are of 8-bit weights with
// 16-bit inputs in exact integer arithmetic, so that every machine gives the
// same answer. Package training makes the model files.
package encoder

import (
	"fmt"
	"sync"

	"dateline/lang/models"
)

// Annotation is what the model says of one sentence; every slice is as long as
// the sentence.
type Annotation struct {
	UPOS, XPOS, Feats []string
	Head              []int    // index in the sentence, -1 for the root
	Rel               []string // UD relations; "root" for the root
	Ent               []string // B-PER, I-PER, …, O
}

// Default is the model embedded in the binary, loaded at the first call.
var Default = sync.OnceValues(func() (*Model, error) {
	b, err := models.English()
	if err != nil {
		return nil, fmt.Errorf("encoder: no embedded model (make one with go run ./cmd/train lang): %w", err)
	}
	return Load(b)
})

// Bounds of what is read at once.
const (
	chunkTokens    = 2048 // sentences that share matrix products
	longestSegment = 250  // longer sentences are read in pieces
)

// Annotate reads sentences of token forms. Sentences of one text should come in
// one call: they share matrix products, which changes the speed and nothing else.
func (m *Model) Annotate(sents [][]string) []Annotation {
	out := make([]Annotation, len(sents))
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	var pieces []piece
	tokens := 0
	flush := func() {
		m.read(s, pieces)
		pieces, tokens = pieces[:0], 0
	}
	for i, forms := range sents {
		out[i] = newAnnotation(len(forms))
		for at := 0; at < len(forms); at += longestSegment {
			end := min(len(forms), at+longestSegment)
			pieces = append(pieces, piece{forms[at:end], &out[i], at})
			if tokens += end - at; tokens >= chunkTokens {
				flush()
			}
		}
	}
	flush()
	for i := range out {
		out[i].join()
	}
	return out
}

func newAnnotation(n int) Annotation {
	s := make([]string, 5*n)
	return Annotation{
		UPOS: s[:n:n], XPOS: s[n : 2*n : 2*n], Feats: s[2*n : 3*n : 3*n], Rel: s[3*n : 4*n : 4*n], Ent: s[4*n:],
		Head: make([]int, n),
	}
}

// join hangs the roots of later pieces of an overlong sentence on its first.
func (a *Annotation) join() {
	first := -1
	for i, h := range a.Head {
		switch {
		case h >= 0:
		case first < 0:
			first = i
		default:
			a.Head[i], a.Rel[i] = first, "parataxis"
		}
	}
}

// piece is a run of tokens that is read as one sentence, and where its
// annotation goes.
type piece struct {
	forms []string
	to    *Annotation
	at    int
}
