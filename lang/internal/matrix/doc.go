// Package matrix multiplies: float32 products for training, exact integer
// products and a few functions of vectors for reading.
//
// Training (Mul) may use fused multiply-add, so its last bits depend on the
// processor. Everything that reading uses (IntMul, IntDot, Tanh, Sigmoid) gives
// the same bits on every machine: integer sums are exact, and the rational
// functions are multiplications, additions and divisions in one fixed order,
// each rounded once, in Go and in AVX2 alike.
package matrix
