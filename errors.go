package dateline

import "strings"

// Kind sorts errors by what the user can do about them.
type Kind string

const (
	Input    Kind = "input"    // the article or file is at fault
	Usage    Kind = "usage"    // the call is at fault
	IO       Kind = "io"       // disk, network
	Data     Kind = "data"     // a table, model or ledger is at fault
	Internal Kind = "internal" // Dateline is at fault
)

// Error is an error with its place, its kind and a hint.
type Error struct {
	Kind  Kind
	Op    string // what was being done: "read article"
	Place string // file, file:line, URL or offset
	Hint  string // what the user can do, if anything
	Err   error
}

// Error reads "op place: cause (hint)".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Op)
	if e.Place != "" {
		b.WriteString(" " + e.Place)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Hint != "" {
		b.WriteString(" (" + e.Hint + ")")
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
