package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"dateline"
	"dateline/ledger"
)

// Dialect is what SQLite and PostgreSQL do not say alike.
type Dialect struct {
	Name      string
	Numbered  bool               // parameters are $1, $2 …, not ?
	WordsRow  string             // a row of a full text index, as values: row number, body
	NoWords   string             // delete all; %s is the index, here and below
	DropWords string             // delete one: row number
	FindWords string             // row numbers of the texts that hold a phrase: phrase
	Lock      string             // taken at the start of a write so that writers follow one another
	Snapshot  sql.IsolationLevel // of a long reading that must see one state
	Phrase    func(words []string) string
	WithAll   func(index string, phrases [][]string) (where string, args []any) // condition: all phrases stand in it
}

// Store is a ledger in a database.
type Store struct {
	db    *sql.DB
	d     Dialect
	now   func() time.Time
	write sync.Mutex    // one writer: folds follow one another
	reads chan struct{} // room for so many questions at once
	cache *cache

	memory    *memory // of the writer, guarded by write
	few, many bounds  // how much it holds between single articles and between batches

	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

var _ ledger.Store = (*Store)(nil)

// maxReads bounds the questions that are answered at once. Each holds a connection,
// and may need another to prepare a statement.
const maxReads = 8

// MaxConns is how many connections a store may need: those of questions and of a
// writer, a few that ask for one thing, and one that prepares. With fewer they
// could wait for each other.
const MaxConns = maxReads + 8

// New makes a store over a database whose tables are there.
func New(db *sql.DB, d Dialect) *Store {
	return &Store{db: db, d: d, now: time.Now, cache: newCache(), memory: newMemory(), few: fewHeld, many: manyHeld, reads: make(chan struct{}, maxReads), stmts: map[string]*sql.Stmt{}}
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// ioError wraps what the database says.
func ioError(op string, err error) error {
	var e *dateline.Error
	if err == nil || errors.As(err, &e) || errors.Is(err, context.Canceled) {
		return err
	}
	hint := ""
	switch m := err.Error(); {
	case strings.Contains(m, "disk is full") || strings.Contains(m, "no space left"):
		hint = "free some space and try again: nothing was lost"
	case strings.Contains(m, "readonly") || strings.Contains(m, "read-only"):
		hint = "the ledger cannot be written: look at the rights of the file and its folder"
	case strings.Contains(m, "malformed") || strings.Contains(m, "not a database"):
		hint = "the file is damaged or no ledger: restore a backup, or read the articles again into a new ledger"
	case strings.Contains(m, "locked") || strings.Contains(m, "busy"):
		hint = "another program writes to this ledger: wait for it"
	}
	return &dateline.Error{Kind: dateline.IO, Op: op, Place: "in the ledger", Hint: hint, Err: err}
}

// rebind writes ? as $1, $2 … where the database wants it.
func (s *Store) rebind(q string) string {
	if !s.d.Numbered {
		return q
	}
	var b strings.Builder
	n := 0
	for _, r := range q {
		if r == '?' {
			n++
			b.WriteString("$" + strconv.Itoa(n))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// stmt prepares a statement once.
func (s *Store) stmt(ctx context.Context, q string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if st := s.stmts[q]; st != nil {
		return st, nil
	}
	st, err := s.db.PrepareContext(ctx, s.rebind(q))
	if err != nil {
		return nil, fmt.Errorf("prepare %s: %w", q, err)
	}
	s.stmts[q] = st
	return st, nil
}

// conn is a transaction, or the database itself for reading.
type conn struct {
	s   *Store
	ctx context.Context
	tx  *sql.Tx // nil: outside of a transaction
}

func (c *conn) stmt(q string) (*sql.Stmt, error) {
	st, err := c.s.stmt(c.ctx, q)
	if err != nil || c.tx == nil {
		return st, err
	}
	return c.tx.StmtContext(c.ctx, st), nil
}

func (c *conn) exec(q string, args ...any) error {
	st, err := c.stmt(q)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(c.ctx, args...)
	return err
}

// one reads a single row; ok is false if there is none.
func (c *conn) one(q string, args []any, into ...any) (ok bool, err error) {
	st, err := c.stmt(q)
	if err != nil {
		return false, err
	}
	err = st.QueryRowContext(c.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each calls f for every row. Statements with lists of parameters are not kept.
func (c *conn) each(q string, args []any, f func(*sql.Rows) error) error {
	var found *sql.Rows
	var err error
	if c.tx != nil {
		found, err = c.tx.QueryContext(c.ctx, c.s.rebind(q), args...)
	} else {
		found, err = c.s.db.QueryContext(c.ctx, c.s.rebind(q), args...)
	}
	if err != nil {
		return err
	}
	return each(found, f)
}

func each(found *sql.Rows, f func(*sql.Rows) error) error {
	defer found.Close()
	for found.Next() {
		if err := f(found); err != nil {
			return err
		}
	}
	return found.Err()
}

// eachNumber reads a column of row numbers of a question with lists.
func (c *conn) eachNumber(q string, args []any) (out []int64, err error) {
	err = c.each(q, args, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		out = append(out, n)
		return err
	})
	return out, err
}

// read asks questions that see one state of the ledger; the cache knows what
// others have written.
func (s *Store) read(ctx context.Context, op string, f func(*conn) error) error {
	select {
	case s.reads <- struct{}{}:
		defer func() { <-s.reads }()
	case <-ctx.Done():
		return ctx.Err()
	}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.d.Snapshot})
	if err != nil {
		return ioError(op, err)
	}
	defer tx.Rollback()
	c := &conn{s, ctx, tx}
	seq, err := c.lastChange()
	if err == nil {
		s.cache.upTo(seq)
		err = f(c)
	}
	return ioError(op, err)
}

// list gives "?,?,?" and the arguments for an IN.
func list[T any](v []T) (string, []any) {
	args := make([]any, len(v))
	for i, x := range v {
		args[i] = x
	}
	return strings.TrimSuffix(strings.Repeat("?,", len(v)), ","), args
}

// dayArg is null for a day that is not known.
func dayArg(d dateline.Day) any {
	if !d.Known() {
		return nil
	}
	return int64(d)
}

func dayOf(v sql.NullInt64) dateline.Day {
	if !v.Valid {
		return dateline.NoDay
	}
	return dateline.Day(v.Int64)
}
