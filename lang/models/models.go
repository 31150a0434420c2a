// Package models holds the trained weights that ship inside the binary. They
// are made by `go run ./cmd/train lang`; docs/training.md tells how.
package models

import "embed"

//go:embed weights
var weights embed.FS

// English is the file of the English encoder, or an error that says how to
// make one when the checkout has none.
func English() ([]byte, error) {
	return weights.ReadFile("weights/english.bin")
}
