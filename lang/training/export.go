package training

import "dateline/lang/internal/encoder"

// export makes the model file of the current weights. A word's row is its
// frozen vector plus what was learnt on top.
func (n *net) export(lex *encoder.Lexicon) ([]byte, error) {
	w := encoder.Weights{}
	for _, p := range n.all {
		w[p.name] = p.w
	}
	word := make([]float32, len(n.vectors))
	for i, v := range n.vectors {
		word[i] = v + n.word.w[i]
	}
	w["word"] = word
	return encoder.Encode(n.conf, lex, w)
}
