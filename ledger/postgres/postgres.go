// Package postgres keeps a ledger in a PostgreSQL database, for many machines
// that read and add at once. Writers follow one another by an advisory lock,
// for folds do.
package postgres

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"net/url"
	"strings"

	"dateline"
	"dateline/ledger/sqlstore"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

var dialect = sqlstore.Dialect{
	Name:      "postgres",
	Numbered:  true,
	WordsRow:  `(?,to_tsvector('simple', ?))`,
	NoWords:   `DELETE FROM %s`,
	DropWords: `DELETE FROM %s WHERE rowid = ?`,
	FindWords: `SELECT rowid FROM %s WHERE body @@ phraseto_tsquery('simple', ?)`,
	Lock:      `SELECT pg_advisory_xact_lock(4416125)`,
	Snapshot:  sql.LevelRepeatableRead,
	Phrase:    func(words []string) string { return strings.Join(words, " ") },
	WithAll: func(_ string, phrases [][]string) (string, []any) {
		var where []string
		var args []any
		for _, p := range phrases {
			where, args = append(where, `body @@ phraseto_tsquery('simple', ?)`), append(args, strings.Join(p, " "))
		}
		return strings.Join(where, " AND "), args
	},
}

// Open opens the ledger in the database of a URL (postgres://user@host/name);
// its tables are made if they are not there.
func Open(ctx context.Context, rawURL string) (*sqlstore.Store, error) {
	fail := func(err error, hint string) error {
		return &dateline.Error{Kind: dateline.IO, Op: "open ledger", Place: redacted(rawURL), Hint: hint, Err: err}
	}
	db, err := sql.Open("pgx", rawURL)
	if err != nil {
		return nil, fail(err, "want postgres://user:password@host:port/database")
	}
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fail(err, "does the server run, and may you connect?")
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fail(err, "")
	}
	// Of two programs that make one new ledger the second waits for the first.
	locker, err := lock.NewPostgresSessionLocker()
	var p *goose.Provider
	if err == nil {
		p, err = goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(locker))
	}
	if err == nil {
		_, err = p.Up(ctx)
	}
	if err != nil {
		db.Close()
		return nil, fail(err, "may you make tables in this database?")
	}
	return sqlstore.New(db, dialect), nil
}

// redacted leaves the password out of messages.
func redacted(rawURL string) string {
	u, err := url.Parse(rawURL)
	if err != nil {
		return "postgres://…"
	}
	return u.Redacted()
}
