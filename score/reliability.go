package score

import (
	"math"

	"dateline"
)

// ConfidenceBin are the events whose confidence lies in [From, To): how many, their
// mean confidence, and the share that the gold has. All are fractions of 1.
type ConfidenceBin struct {
	From, To    float64
	Events      int
	Mean, Right float64
}

// binEdges are where bins of confidence begin; few events are below one half.
var binEdges = []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01}

// Reliability compares the confidence of events with how many of them are in the
// gold: a diagram of bins, and the expected calibration error, the mean distance
// of the two weighted by events.
func Reliability(gold []GoldArticle, system map[string][]dateline.Event) (bins []ConfidenceBin, ece float64) {
	for i := range len(binEdges) - 1 {
		bins = append(bins, ConfidenceBin{From: binEdges[i], To: min(binEdges[i+1], 1)})
	}
	total := 0
	for i := range gold {
		sys := system[gold[i].ID]
		right := map[int]bool{}
		for _, m := range matchEvents(gold[i].Events, sys) {
			right[m.system] = true
		}
		for j := range sys {
			k := 0
			for k+1 < len(bins) && sys[j].Confidence >= binEdges[k+1] {
				k++
			}
			b := &bins[k]
			b.Events++
			b.Mean += sys[j].Confidence
			b.Right += share(right[j])
			total++
		}
	}
	for i := range bins {
		b := &bins[i]
		if b.Events == 0 {
			continue
		}
		b.Mean, b.Right = b.Mean/float64(b.Events), b.Right/float64(b.Events)
		ece += math.Abs(b.Mean-b.Right) * float64(b.Events) / float64(total)
	}
	return bins, ece
}
