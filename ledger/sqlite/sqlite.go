// Package sqlite keeps a ledger in one SQLite file, made on first use. The
// driver is pure Go; the file is in WAL mode, so that many may read while one
// writes, and every confirmed write is on disk.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"dateline"
	"dateline/ledger/sqlstore"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver
)

//go:embed migrations
var migrations embed.FS

// busyTimeout is how long a writer waits for another program, in milliseconds.
const busyTimeout = 10000

func phrase(words []string) string { return `"` + strings.Join(words, " ") + `"` }

// maxIdle bounds the connections that are kept: each has a cache of pages of its own.
const maxIdle = 4

var dialect = sqlstore.Dialect{
	Name:      "sqlite",
	WordsRow:  `(?,?)`,
	NoWords:   `INSERT INTO %[1]s (%[1]s) VALUES ('delete-all')`,
	DropWords: `DELETE FROM %s WHERE rowid = ?`,
	FindWords: `SELECT rowid FROM %[1]s WHERE %[1]s MATCH ?`,
	Phrase:    phrase,
	WithAll: func(index string, phrases [][]string) (string, []any) {
		all := make([]string, len(phrases))
		for i, p := range phrases {
			all[i] = phrase(p)
		}
		return index + " MATCH ?", []any{strings.Join(all, " AND ")}
	},
}

// Open opens a ledger file; it is made if it is not there.
func Open(ctx context.Context, path string) (*sqlstore.Store, error) { return open(ctx, path) }

// open opens a ledger with more pragmas than the usual ones; tests simulate
// full disks and such by them.
func open(ctx context.Context, path string, more ...string) (*sqlstore.Store, error) {
	fail := func(err error, hint string) error {
		return &dateline.Error{Kind: dateline.IO, Op: "open ledger", Place: path, Hint: hint, Err: err}
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return nil, fail(errors.New("it is a folder"), "name a file in it")
	} else if err == nil && !isLedger(path) {
		return nil, fail(errors.New("it is no SQLite file"), "name another file: this one is left as it is")
	}
	q := url.Values{}
	q.Set("_txlock", "immediate")
	for _, p := range append([]string{"journal_mode(WAL)", "synchronous(FULL)", fmt.Sprintf("busy_timeout(%d)", busyTimeout), "foreign_keys(1)", "cache_size(-16384)", "temp_store(MEMORY)", "wal_autocheckpoint(8000)"}, more...) {
		q.Add("_pragma", p)
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, fail(err, "")
	}
	db.SetMaxOpenConns(sqlstore.MaxConns)
	db.SetMaxIdleConns(maxIdle)
	if err := migrate(ctx, db); err != nil {
		db.Close()
		return nil, fail(err, "is the folder there, and may you write in it?")
	}
	return sqlstore.New(db, dialect), nil
}

// isLedger looks at a file's first bytes; an empty file may become one.
func isLedger(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true // opening it will tell what is wrong
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := f.Read(head)
	return n == 0 || string(head[:n]) == "SQLite format 3\x00"
}

// migrateTries is how often a migration is tried: of two programs that make one
// new ledger at the same moment the second finds the tables made.
const migrateTries = 5

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
		if err == nil {
			_, err = p.Up(ctx)
		}
		if err == nil || try == migrateTries || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 50 * time.Millisecond):
		}
	}
}

// Backup writes a whole copy of the ledger to a new file while others use it.
func Backup(ctx context.Context, path, to string) error {
	fail := func(err error) error {
		return &dateline.Error{Kind: dateline.IO, Op: "back up ledger", Place: to, Err: err}
	}
	if _, err := os.Stat(to); err == nil {
		return &dateline.Error{Kind: dateline.Usage, Op: "back up ledger", Place: to, Err: fs.ErrExist, Hint: "name a new file"}
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?mode=ro")
	if err != nil {
		return fail(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, to); err != nil {
		os.Remove(to)
		return fail(err)
	}
	return nil
}
