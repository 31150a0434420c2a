package ledger

import "math"

// Signature is the MinHash of a text's five-word shingles (Broder 1997): the
// share of equal places estimates the Jaccard index of two texts' shingles. Of
// each place it keeps a byte (b-bit minwise hashing, Li and König 2010).
type Signature [signatureLen]byte

const (
	signatureLen = 64
	shingle      = 5
	bandRows     = 4 // rows a band of locality-sensitive hashing: 16 bands of 4
	// Reprint is the least similarity of two texts that are one wire copy.
	Reprint = 0.5
)

// Sign computes the signature of a text; texts of fewer than five words have
// the signature of their words.
func Sign(text string) Signature {
	var least [signatureLen]uint32
	for i := range least {
		least[i] = math.MaxUint32
	}
	words := wordHashes(fold(text))
	n := max(1, len(words)-shingle+1)
	for i := range n {
		h := uint64(14695981039346656037)
		for _, w := range words[i:min(i+shingle, len(words))] {
			h = mix(h ^ w)
		}
		for k := range least {
			if v := uint32(mix(h+uint64(k)*0x9E3779B97F4A7C15) >> 32); v < least[k] {
				least[k] = v
			}
		}
	}
	var sig Signature
	for k, v := range least {
		sig[k] = byte(v)
	}
	return sig
}

// Similarity estimates the Jaccard index of two texts, 0..1.
func (s *Signature) Similarity(t *Signature) float64 {
	n := 0
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return float64(n) / signatureLen // of those that differ one in 256 is equal by chance
}

// Bands gives the keys under which a signature is filed, numbers of 31 bits:
// near-duplicates share at least one of them with high probability.
func (s *Signature) Bands() []uint64 {
	out := make([]uint64, 0, signatureLen/bandRows)
	for i := 0; i < signatureLen; i += bandRows {
		h := uint64(i + 1)
		for _, v := range s[i : i+bandRows] {
			h = mix(h ^ uint64(v))
		}
		out = append(out, h>>33)
	}
	return out
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// wordHashes gives an FNV-1a hash for each word.
func wordHashes(folded string) []uint64 {
	var out []uint64
	h, in := uint64(14695981039346656037), false
	for i := range len(folded) {
		if c := folded[i]; c != ' ' {
			h, in = (h^uint64(c))*1099511628211, true
			continue
		}
		out, h, in = append(out, h), 14695981039346656037, false
	}
	if in {
		out = append(out, h)
	}
	return out
}

// hashWord is the FNV-1a hash of one word.
func hashWord(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}
