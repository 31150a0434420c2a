// Package training learns the weights of package encoder: treebanks and names
// in, a model file out. It is not part of reading.
//
// The network is written out with its own backpropagation. Every minibatch is
// cut in two halves in a fixed way, each has its own goroutine and gradients,
// and the halves are summed in a fixed order, so that a seed gives the same
// weights bit for bit on the same kind of processor.
package training
