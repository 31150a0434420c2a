package encoder

import (
	"strings"
	"testing"

	"dateline/lang/internal/matrix"
)

// BenchmarkAnnotate reads a text of 26 sentences, about what an article has.
func BenchmarkAnnotate(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Skip(err)
	}
	var sents [][]string
	n := 0
	for i := range 26 {
		s := strings.Fields(sampleSentences[i%len(sampleSentences)])
		n += len(s)
		sents = append(sents, s)
	}
	for _, l := range []struct {
		name  string
		level matrix.Level
	}{{"scalar", matrix.Scalar}, {"avx2", matrix.AVX2}, {"vnni", matrix.VNNI}} {
		b.Run(l.name, func(b *testing.B) {
			defer matrix.Use(matrix.Use(l.level))
			for b.Loop() {
				m.Annotate(sents)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

var sampleSentences = []string{
	"The foreign minister of Norland , Ada Lind , arrived in Oslo on Tuesday for talks with her counterpart about fishing rights in the northern sea .",
	"She is expected to sign an agreement that both parliaments have yet to approve , officials said .",
	"\" We have waited for this day for eleven years , \" Lind told reporters at the airport .",
	"Opposition leaders in the coastal towns , where three plants were closed last winter , called for a strike .",
	"A spokesman for the fishermen 's union declined to comment .",
	"The two states cut ties in 2019 after a patrol boat fired on a trawler near the island of Vesla , killing two members of its crew .",
}
