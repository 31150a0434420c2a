// Package examples holds the sample articles, so that benchmarks and tests can
// read them wherever the binary stands.
package examples

import "embed"

//go:embed *.txt *.html *.jsonl
var FS embed.FS
