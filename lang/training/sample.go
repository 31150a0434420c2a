package training

import "dateline/lang/internal/encoder"

// unknown marks a label that a sentence does not have, or that is too doubtful
// to learn from.
const unknown = -1

// noHead marks a token without a tree; -1 is the root.
const noHead = -2

// sample is one sentence to learn from.
type sample struct {
	feats                       []encoder.Features
	upos, xpos, morph, rel, ent []int16
	head                        []int16
	forms                       []string
}
