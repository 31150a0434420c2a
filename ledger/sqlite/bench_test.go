package sqlite_test

import (
	"path/filepath"
	"testing"

	"dateline/ledger"
	"dateline/ledger/madeup"
	"dateline/ledger/sqlite"
)

// BenchmarkAdd adds readings of six events each in batches of 256.
func BenchmarkAdd(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "l.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	n, batches := 0, make([][]ledger.Entry, 0, 64)
	for range cap(batches) {
		var batch []ledger.Entry
		for range 256 {
			batch = append(batch, madeup.Entry(n))
			n++
		}
		batches = append(batches, batch)
	}
	i := 0
	for b.Loop() {
		if i == len(batches) {
			b.Skip("no more readings")
		}
		if _, err := s.Add(b.Context(), batches[i]); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(256*i)/b.Elapsed().Seconds(), "readings/s")
}
