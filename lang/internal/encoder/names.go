package encoder

import "strings"

// Follows tells for each pair of BIO tags whether the second may stand after
// the first; index len(tags) as the first is the beginning of the sentence.
func Follows(tags []string) [][]bool {
	out := make([][]bool, len(tags)+1)
	for i := range out {
		out[i] = make([]bool, len(tags))
		for j, t := range tags {
			kind, inside := strings.CutPrefix(t, "I-")
			out[i][j] = !inside || i < len(tags) && strings.HasSuffix(tags[i], "-"+kind)
		}
	}
	return out
}

// BestTags is the sequence of tags with the highest sum of scores among those
// that follow each other lawfully (Viterbi's algorithm). scores has n rows of
// the given stride.
func BestTags(scores []float32, n, stride int, allowed [][]bool) []int {
	if n == 0 {
		return nil
	}
	k := len(allowed) - 1
	const never = float32(-1e30)
	best := make([]float32, k)
	next := make([]float32, k)
	from := make([]uint8, n*k)
	for j := range k {
		best[j] = never
		if allowed[k][j] {
			best[j] = scores[j]
		}
	}
	for t := 1; t < n; t++ {
		for j := range k {
			next[j] = never
			for i := range k {
				if allowed[i][j] && best[i] > next[j] {
					next[j], from[t*k+j] = best[i], uint8(i)
				}
			}
			next[j] += scores[t*stride+j]
		}
		best, next = next, best
	}
	at := 0
	for j := range k {
		if best[j] > best[at] {
			at = j
		}
	}
	out := make([]int, n)
	for t := n - 1; t >= 0; t-- {
		out[t] = at
		at = int(from[t*k+at])
	}
	return out
}
