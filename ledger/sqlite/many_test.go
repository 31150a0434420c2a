package sqlite_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/ledger"
	"dateline/ledger/madeup"
	"dateline/ledger/sqlite"
	"dateline/query"
)

// TestMany asks a ledger from many goroutines at once while others write: nobody
// waits for a connection that another who waits holds.
func TestMany(t *testing.T) {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "l.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var g errgroup.Group
	for i := range 60 {
		g.Go(func() error {
			if i%3 == 0 {
				_, err := s.Add(t.Context(), []ledger.Entry{madeup.Entry(i)})
				return err
			}
			q := query.All()
			q.Happens = dateline.OneDay(madeup.Day(i))
			if i%3 == 1 {
				_, err := s.Tally(t.Context(), q)
				return err
			}
			if _, err := s.Has(t.Context(), []string{"made-00000001"}); err != nil {
				return err
			}
			_, err := s.Find(t.Context(), q, ledger.Page{})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
}
