package sqlstore_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/ledger"
	"dateline/ledger/ledgertest"
	"dateline/ledger/madeup"
	"dateline/ledger/sqlite"
	"dateline/ledger/sqlstore"
	"dateline/query"
)

func open(t *testing.T) *sqlstore.Store {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "l.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestForgetful passes a store through the suite that forgets nearly all between
// two transactions.
func TestForgetful(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledger.Store { return sqlstore.Forgetful(open(t)) })
}

// TestMemoryMattersNot adds the same readings to a store with much memory and one
// with hardly any, in batches of several sizes: both say the same.
func TestMemoryMattersNot(t *testing.T) {
	all, few := open(t), sqlstore.Forgetful(open(t))
	for at, n := 0, 0; at < 400; at += n {
		n = 1 + at%7*6
		var batch []ledger.Entry
		for i := range n {
			batch = append(batch, madeup.Entry(at+i))
		}
		for _, s := range []*sqlstore.Store{all, few} {
			if _, err := s.Add(t.Context(), batch); err != nil {
				t.Fatal(err)
			}
		}
	}
	var found [2][]*ledger.Occurrence
	for i, s := range []*sqlstore.Store{all, few} {
		var err error
		if found[i], err = s.Find(t.Context(), query.All(), ledger.Page{Limit: 5000}); err != nil {
			t.Fatal(err)
		}
		if faults, err := s.Verify(t.Context()); err != nil || len(faults) > 0 {
			t.Errorf("verify: %v %v", faults, err)
		}
	}
	if d := cmp.Diff(found[0], found[1], cmpopts.IgnoreUnexported(ledger.Report{})); d != "" || len(found[0]) < 1000 {
		t.Errorf("%d events; they differ:\n%s", len(found[0]), d[:min(len(d), 2000)])
	}
}
