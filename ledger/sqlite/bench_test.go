package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"dateline/ledger"
	"dateline/ledger/sqlite"
)

// BenchmarkAdd adds readings of one event each in batches of 64.
func BenchmarkAdd(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "l.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	n := 0
	for b.Loop() {
		var batch []ledger.Entry
		for range 64 {
			batch = append(batch, synthetic(fmt.Sprint("w", n/2000), n))
			n++
		}
		if _, err := s.Add(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "readings/s")
}
