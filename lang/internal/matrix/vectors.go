package matrix

// Level is how much of the processor's vector instructions is used.
type Level int

// Levels, each with all that stands before it. All of them read alike.
const (
	Scalar Level = iota
	AVX2
	VNNI // AVX-512 with products of 16-bit integers
)

// Use limits the kernels to a level, as far as the processor has it, and tells
// what was in use before. It exists so that tests and benchmarks can compare
// levels; do not call it while anything reads.
func Use(l Level) (was Level) {
	switch {
	case hasVNNI:
		was = VNNI
	case hasAVX2:
		was = AVX2
	}
	hasFMA, hasAVX2, hasVNNI = l >= AVX2 && detected.fma, l >= AVX2 && detected.avx2, l >= VNNI && detected.vnni
	return was
}

var detected = struct{ fma, avx2, vnni bool }{hasFMA, hasAVX2, hasVNNI}
