package training

import (
	"math/bits"

	"dateline/lang/internal/matrix"
)

// embed fills the input vectors: word, suffixes, prefixes, letter sequences,
// shape and flags side by side, each part a sum of rows of its table.
func (w *worker) embed(train bool) {
	n := w.n
	c := &n.conf
	d := c.Input()
	x := grow(&w.x, w.lay.tokens*d)
	w.words, w.grams = w.words[:0], w.grams[:0]
	for s, sm := range w.samp {
		for t := range sm.feats {
			f := &sm.feats[t]
			row := x[(w.lay.start[s]+t)*d:][:d]
			word, grams := f.Word, f.Grams
			if train {
				u := w.rand.Float32()
				if u < n.drop.word {
					word = 0
				} else if isName := sm.ent[t] > 0; isName && u < n.drop.word+n.drop.name {
					word, grams = 0, nil
				}
			}
			w.words = append(w.words, word)
			w.grams = append(w.grams, grams)
			part := row[:c.Word]
			copy(part, n.vectors[int(word)*c.Word:])
			matrix.Axpy(1, n.word.row(word), part)
			row = row[c.Word:]
			for _, i := range f.Suffix {
				matrix.Axpy(1, n.suffix.row(i), row[:c.Suffix])
			}
			row = row[c.Suffix:]
			for _, i := range f.Prefix {
				matrix.Axpy(1, n.prefix.row(i), row[:c.Prefix])
			}
			row = row[c.Prefix:]
			for _, i := range grams {
				matrix.Axpy(1/float32(len(grams)), n.gram.row(i), row[:c.Gram])
			}
			row = row[c.Gram:]
			matrix.Axpy(1, n.shape.row(f.Shape), row[:c.Shape])
			row = row[c.Shape:]
			for b := f.Flags; b != 0; b &= b - 1 {
				matrix.Axpy(1, n.flag.row(int32(bits.TrailingZeros32(b))), row)
			}
		}
	}
	w.xmask = w.xmask[:0]
	if train {
		dropout(grow(&w.xmask, len(x)), 1-n.drop.input, w.rand)
		for i, m := range w.xmask {
			x[i] *= m
		}
	}
}

// embedBackward spreads the gradient of the input vectors over the tables.
func (w *worker) embedBackward() {
	n := w.n
	c := &n.conf
	d := c.Input()
	for i, m := range w.xmask {
		w.dx[i] *= m
	}
	i := 0
	for _, sm := range w.samp {
		for t := range sm.feats {
			f := &sm.feats[t]
			row := w.dx[i*d:][:d]
			matrix.Axpy(1, row[:c.Word], n.word.gradRow(w.k, w.words[i]))
			grams := w.grams[i]
			i++
			row = row[c.Word:]
			for _, j := range f.Suffix {
				matrix.Axpy(1, row[:c.Suffix], n.suffix.gradRow(w.k, j))
			}
			row = row[c.Suffix:]
			for _, j := range f.Prefix {
				matrix.Axpy(1, row[:c.Prefix], n.prefix.gradRow(w.k, j))
			}
			row = row[c.Prefix:]
			for _, j := range grams {
				matrix.Axpy(1/float32(len(grams)), row[:c.Gram], n.gram.gradRow(w.k, j))
			}
			row = row[c.Gram:]
			matrix.Axpy(1, row[:c.Shape], n.shape.gradRow(w.k, f.Shape))
			row = row[c.Shape:]
			for b := f.Flags; b != 0; b &= b - 1 {
				matrix.Axpy(1, row, n.flag.gradRow(w.k, int32(bits.TrailingZeros32(b))))
			}
		}
	}
}
