package training

import "dateline/lang/internal/encoder"

// unknown marks a label that a sentence does not have, or that is too doubtful
// to learn from.
const unknown = -1

// noHead marks the tokens of a sentence without a tree, openHead one token whose
// head is not known; -1 is the root.
const (
	noHead   = -2
	openHead = -3
)

// sample is one sentence to learn from.
type sample struct {
	feats                       []encoder.Features
	upos, xpos, morph, rel, ent []int16
	head                        []int16
	forms                       []string
}
