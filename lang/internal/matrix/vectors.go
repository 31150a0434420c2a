package matrix

// UseVectors switches the vector kernels on (where the processor has them) or
// off, and tells what was before. It exists so that tests can compare both
// paths; do not call it while anything reads.
func UseVectors(on bool) (was bool) {
	was = hasAVX2
	hasAVX2, hasFMA = on && detected.avx2, on && detected.fma
	return was
}

var detected = struct{ avx2, fma bool }{hasAVX2, hasFMA}
