package ledger

import (
	"context"
	"time"

	"dateline"
	"dateline/query"
)

// Entry is an article with its reading, as it goes in.
type Entry struct {
	Record dateline.Record // Article.Text must be set: it is kept
	Reader string          // version of the reader
	Read   time.Time       // when it was read
}

// Added says what became of an entry.
type Added struct {
	Article   string
	Duplicate bool   // the very same text under the same id was there: nothing was done
	ReprintOf string // id of the earlier article with nearly the same text
	Reports   int
	Err       error `json:"-"` // why it was not taken, nil if it was
}

// Order sorts what Find gives.
type Order int

const (
	ByTime   Order = iota // by day; undated last, as they were told of
	ByNewest              // the latest day first; undated last
)

// Page bounds an answer.
type Page struct {
	Order Order
	Limit int // 0: a hundred
	Skip  int
}

// Change is a line of the change feed.
type Change struct {
	Seq        int64     `json:"seq"`
	At         time.Time `json:"at"`
	Kind       string    `json:"kind"` // new, changed, merged, rejected
	Occurrence string    `json:"occurrence"`
	Into       string    `json:"into,omitempty"` // for merged: where it answers now
}

// Correction is a decision of a person; the last one on a thing counts.
type Correction struct {
	Seq        int64     `json:"seq"`
	At         time.Time `json:"at"`
	By         string    `json:"by"`
	Kind       string    `json:"kind"` // merge, split, set, reject, accept, undo
	Occurrence string    `json:"occurrence"`
	// Other is of a merge the occurrence that is taken in, of a split the report that
	// leaves, of an undo the number of a correction.
	Other  string `json:"other,omitempty"`
	Field  string `json:"field,omitempty"` // set: type, mode, status, place, when, …
	Value  string `json:"value,omitempty"`
	Undone bool   `json:"undone,omitempty"`
}

// Count is how many occurrences of a kind begin on a day.
type Count struct {
	Day  dateline.Day
	Type dateline.Type
	Mode string
	N    int
}

// SourceDay is how much was read of one outlet on one day of publication.
type SourceDay struct {
	Source    string       `json:"source"`
	Published dateline.Day `json:"published"`
	Articles  int          `json:"articles"`
	Reports   int          `json:"reports"`
	Reprints  int          `json:"reprints"`
}

// Fault is what Verify found wrong.
type Fault struct {
	Kind  string `json:"kind"` // hash, fold, record
	Place string `json:"place"`
	Text  string `json:"text"`
}

// Store keeps a ledger. All stores pass ledgertest. Methods may be called by
// many goroutines; a write is whole or not at all, and what Add has confirmed
// is there after a kill.
type Store interface {
	// Add takes entries in. An entry whose article is there with the same text
	// is passed over; with another text it is an error of kind Input.
	Add(ctx context.Context, entries []Entry) ([]Added, error)
	// Replace puts new readings in the place of old ones (re-reading); the
	// articles must be there.
	Replace(ctx context.Context, entries []Entry) ([]Added, error)

	// Find gives the occurrences that a query asks for.
	Find(ctx context.Context, q query.Query, p Page) ([]*Occurrence, error)
	// Occurrence answers for any id that was ever given, and for the key of a
	// report; the id of the answer is the present one. It is an error of kind
	// Usage if none has it.
	Occurrence(ctx context.Context, id string) (*Occurrence, error)
	// Article gives an article with its text.
	Article(ctx context.Context, id string) (*dateline.Article, error)
	// Articles calls f for every article in the order in which they came.
	Articles(ctx context.Context, f func(*dateline.Article) error) error
	// Has reports which of the articles are there.
	Has(ctx context.Context, ids []string) (map[string]bool, error)

	Fix(ctx context.Context, c Correction) (Correction, error)
	Corrections(ctx context.Context) ([]Correction, error)
	Changes(ctx context.Context, since int64, limit int) ([]Change, error)
	Coverage(ctx context.Context) ([]SourceDay, error)

	// Search gives the articles, at most limit (0: a hundred), in whose title or
	// text all words and phrases stand, the newest first; if these are very many, the
	// newest of the thousands that came last.
	Search(ctx context.Context, phrases []string, limit int) ([]*dateline.Article, error)

	// Tally counts the occurrences of a query that have a day, by their first
	// day, type and mode, in that order.
	Tally(ctx context.Context, q query.Query) ([]Count, error)

	// Outdated reports whether the ledger was merged by other rules than
	// [Rules]; it takes nothing in until Refold has merged it anew. tell hears
	// how many reports of how many are done.
	Outdated(ctx context.Context) (bool, error)
	Refold(ctx context.Context, tell func(done, all int)) error

	// Verify checks every hash and every fold.
	Verify(ctx context.Context) ([]Fault, error)
	Close() error
}
