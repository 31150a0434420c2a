// Package encoder is the neural reader of words: one shared network over the
// tokens of each sentence, with heads for tags, morphology, the dependency tree
// and names.
package encoder

import (
	"errors"
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

// Model is a loaded network. It is never changed and so safe for concurrent use.
type Model struct{}

// Load reads a model file and checks it.
func Load(b []byte) (*Model, error) {
	return nil, errors.New("encoder: not built yet")
}

// Default is the model embedded in the binary, loaded at the first call.
var Default = sync.OnceValues(func() (*Model, error) {
	b, err := models.English()
	if err != nil {
		return nil, fmt.Errorf("encoder: no embedded model (make one with go run ./cmd/train lang): %w", err)
	}
	return Load(b)
})

// Annotate reads sentences of token forms. Sentences of one text should come in
// one call: they share matrix products.
func (m *Model) Annotate(sents [][]string) []Annotation {
	return make([]Annotation, len(sents))
}
