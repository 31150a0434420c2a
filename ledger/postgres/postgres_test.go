package postgres_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"

	"dateline/ledger"
	"dateline/ledger/ledgertest"
	"dateline/ledger/postgres"
)

var schemas atomic.Int64

// TestStore needs a PostgreSQL server, whose URL DATELINE_POSTGRES names; CI
// starts one. Each ledger gets a schema of its own.
func TestStore(t *testing.T) {
	base := os.Getenv("DATELINE_POSTGRES")
	if base == "" {
		t.Skip("needs a PostgreSQL server: set DATELINE_POSTGRES=postgres://…")
	}
	ledgertest.Run(t, func(t *testing.T) ledger.Store {
		schema := fmt.Sprintf("dateline_test_%d_%d", os.Getpid(), schemas.Add(1))
		db, err := sql.Open("pgx", base)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.ExecContext(t.Context(), "CREATE SCHEMA "+schema); err != nil {
			t.Fatal(err)
		}
		u, err := url.Parse(base)
		if err != nil {
			t.Fatal(err)
		}
		q := u.Query()
		q.Set("search_path", schema)
		u.RawQuery = q.Encode()
		s, err := postgres.Open(t.Context(), u.String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			s.Close()
			_, err := db.ExecContext(context.Background(), "DROP SCHEMA "+schema+" CASCADE")
			if err != nil {
				t.Error(err)
			}
			db.Close()
		})
		return s
	})
}
