package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8/decor"

	"dateline"
	"dateline/ledger"
	"dateline/ledger/postgres"
	"dateline/ledger/sqlite"
	"dateline/query"
)

// ledgerFlag is the flag by which every command finds its ledger.
type ledgerFlag struct{ place string }

func (l *ledgerFlag) add(c *cobra.Command) {
	c.Flags().StringVar(&l.place, "ledger", "", "the ledger: a `file`, or a postgres:// URL (default $DATELINE_LEDGER, else dateline/ledger.db in the user's data folder)")
}

// where gives the ledger's place: flag, environment, the user's data folder.
func (l *ledgerFlag) where() (string, error) {
	if l.place != "" {
		return l.place, nil
	}
	if p := os.Getenv("DATELINE_LEDGER"); p != "" {
		return p, nil
	}
	dir, err := dataDir()
	return filepath.Join(dir, "ledger.db"), err
}

// dataDir is Dateline's own folder in the user's data, made if it is not there.
func dataDir() (string, error) {
	data := os.Getenv("XDG_DATA_HOME")
	if data == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", &dateline.Error{Kind: dateline.Usage, Op: "find the ledger", Err: err, Hint: "name it with --ledger"}
		}
		data = filepath.Join(home, ".local", "share")
	}
	dir := filepath.Join(data, "dateline")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", &dateline.Error{Kind: dateline.IO, Op: "make the ledger's folder", Place: dir, Err: err, Hint: "name another ledger with --ledger"}
	}
	return dir, nil
}

// open opens the ledger, making it if it is not there. One that another version
// merged by other rules is brought up to date first.
func (l *ledgerFlag) open(ctx context.Context) (ledger.Store, error) {
	place, err := l.where()
	if err != nil {
		return nil, err
	}
	s, err := openStore(ctx, place)
	if err != nil {
		return nil, err
	}
	old, err := s.Outdated(ctx)
	if err == nil && old {
		err = refold(ctx, s)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func openStore(ctx context.Context, place string) (ledger.Store, error) {
	if strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://") {
		return postgres.Open(ctx, place)
	}
	return sqlite.Open(ctx, place)
}

// refold brings a ledger up to date and tells how far it is.
func refold(ctx context.Context, s ledger.Store) error {
	fmt.Fprintln(os.Stderr, "dateline: this ledger was merged by another version; merging its reports anew")
	var b *bar
	err := s.Refold(ctx, func(done, all int) {
		if b == nil {
			b = newBar(os.Stderr, int64(all), decor.CountersNoUnit("%d / %d reports"))
		}
		b.at(int64(done))
	})
	if b != nil {
		b.end()
	}
	return err
}

// filterFlags are the short forms of the query language.
type filterFlags struct {
	with, without, types, modes, statuses, places, sources []string
	person, from, to, published, asOf                      string
	witnesses, limit                                       int
}

func (f *filterFlags) add(c *cobra.Command) {
	fl := c.Flags()
	fl.StringArrayVar(&f.with, "with", nil, "a `state` (USA) or person takes part; again: all of them")
	fl.StringArrayVar(&f.without, "without", nil, "a `state` or person takes no part")
	fl.StringVar(&f.person, "person", "", "a `name` takes part")
	fl.StringSliceVar(&f.types, "type", nil, "PLOVER `category`, or OFFICE")
	fl.StringSliceVar(&f.modes, "mode", nil, "`mode`: visit, meet, call, multilateral, mediate")
	fl.StringSliceVar(&f.statuses, "status", nil, "`status`: happened, ongoing, planned, possible, postponed, cancelled, not")
	fl.StringSliceVar(&f.places, "place", nil, "`place`: a state's code or part of a name")
	fl.StringSliceVar(&f.sources, "source", nil, "the `outlet`")
	fl.StringVar(&f.from, "from", "", "it happens on this `day` or later")
	fl.StringVar(&f.to, "to", "", "it happens on this `day` or earlier")
	fl.StringVar(&f.published, "published", "", "a report was published in this `span` of days")
	fl.StringVar(&f.asOf, "as-of", "", "as was known on this `day`")
	fl.IntVar(&f.witnesses, "witnesses", 0, "at least this many independent ones")
	fl.IntVar(&f.limit, "limit", 0, "at most this many events (default 100)")
}

// query brings the words and the flags together.
func (f *filterFlags) query(words []string) (query.Query, error) {
	var t []string
	term := func(field string, values ...string) {
		for _, v := range values {
			if v != "" {
				t = append(t, field+":"+quoted(v))
			}
		}
	}
	list := func(field string, values []string) {
		if len(values) > 0 {
			q := make([]string, len(values))
			for i, v := range values {
				q[i] = quoted(v)
			}
			t = append(t, field+":"+strings.Join(q, ","))
		}
	}
	term("with", append(f.with, f.person)...)
	term("-with", f.without...)
	list("type", f.types)
	list("mode", f.modes)
	list("status", f.statuses)
	list("place", f.places)
	list("source", f.sources)
	if f.from != "" || f.to != "" {
		term("happens", f.from+".."+f.to)
	}
	term("published", f.published)
	term("as-of", f.asOf)
	q, err := query.Parse(strings.Join(append(t, words...), " "))
	if err != nil {
		return q, &dateline.Error{Kind: dateline.Usage, Op: "read the question", Err: err, Hint: "docs/query.md tells the language"}
	}
	q.Witnesses = max(q.Witnesses, f.witnesses)
	return q, nil
}

// quoted keeps a value with blanks together.
func quoted(v string) string {
	if strings.ContainsAny(v, " \t,") {
		return `"` + strings.ReplaceAll(v, `"`, "") + `"`
	}
	return v
}

// today is the day that parts past and future for somebody who looks now; tests
// and users set it by --as-of.
func today(q query.Query) dateline.Day {
	if q.AsOf.Known() {
		return q.AsOf
	}
	return dateline.DayOf(time.Now())
}
