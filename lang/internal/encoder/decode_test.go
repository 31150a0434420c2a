package encoder

import (
	"math/rand/v2"
	"testing"
)

// bestByTrying is the best single-rooted tree by looking at all of them.
func bestByTrying(scores []float32, n int) float64 {
	heads := make([]int, n)
	best := -1e30
	var try func(i int)
	try = func(i int) {
		if i == n {
			roots, sum := 0, 0.0
			for d, h := range heads {
				if h == -1 {
					roots++
				}
				sum += float64(scores[d*(n+1)+h+1])
			}
			if roots == 1 && findCycle(heads, -1) == nil {
				best = max(best, sum)
			}
			return
		}
		for h := -1; h < n; h++ {
			if h != i {
				heads[i] = h
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

func TestTreeIsTheBestOfAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for range 300 {
		n := 1 + r.IntN(5)
		s := make([]float32, n*(n+1))
		for i := range s {
			s[i] = float32(r.IntN(20))
		}
		heads := Tree(s, n)
		sum, roots := 0.0, 0
		for d, h := range heads {
			sum += float64(s[d*(n+1)+h+1])
			if h == -1 {
				roots++
			}
		}
		if roots != 1 || findCycle(heads, -1) != nil {
			t.Fatalf("no tree with one root: %v", heads)
		}
		if want := bestByTrying(s, n); sum != want {
			t.Fatalf("n=%d: sum %v, best %v", n, sum, want)
		}
	}
}

func TestBestTagsKeepTheOrder(t *testing.T) {
	tags := []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"}
	// the second token looks most like I-LOC, but only I-PER may follow B-PER
	scores := []float32{
		0, 5, 4, 0, 0,
		0, 0, 2, 1, 3,
	}
	got := BestTags(scores, 2, 5, Follows(tags))
	if got[0] != 1 || got[1] != 2 {
		t.Fatalf("got %v", got)
	}
	if got := BestTags([]float32{0, 1, 9, 0, 0}, 1, 5, Follows(tags)); got[0] != 1 {
		t.Fatalf("a name cannot begin inside: %v", got)
	}
}
