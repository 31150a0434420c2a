package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/view"
	"dateline/ledger"
	"dateline/query"
)

// agenda is what is to come, what is due without a day, and what has lapsed.
type agenda struct {
	Coming  []*ledger.Occurrence `json:"coming"`
	Undated []*ledger.Occurrence `json:"undated"`
	Lapsed  []*ledger.Occurrence `json:"lapsed"`

	more bool // there are more than the limit lets through
}

// lapsedFor is how many days back a lapsed plan is still shown.
const lapsedFor = 90

// undatedFor is how many days after it was told something without a day is still
// awaited.
const undatedFor = 365

// undatedAtMost bounds how many of these are put in order.
const undatedAtMost = 2000

// upcomingCmd tells what is to come.
func upcomingCmd() *cobra.Command {
	var a asked
	days := 30
	c := &cobra.Command{
		Use:   "upcoming [QUERY...]",
		Short: "Tell what is to come, what is due without a day, and what has lapsed",
		Long: `Tell what the ledger expects: events planned or possible in the coming days,
those that are due without a day ("at a mutually suitable time", told within the
last year, the latest told first), and those that have lapsed: planned for a day of
the last three months, with no report that they came about.`,
		Example: `  dateline upcoming
  dateline upcoming --days 90 --with NOR
  dateline upcoming --as-of 2031-06-18`,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, s, err := a.ask(cmd.Context(), words)
			if err != nil {
				return err
			}
			defer s.Close()
			g, err := upcoming(cmd.Context(), s, q, days, cmp.Or(a.limit, shownEvents))
			if err != nil {
				return err
			}
			if g.more {
				noteMore(cmd, cmp.Or(a.limit, shownEvents))
			}
			if a.asJSON {
				return printJSON(cmd.OutOrStdout(), []agenda{g})
			}
			return drawAgenda(cmd.OutOrStdout(), g, q, days)
		},
	}
	a.flags(c)
	c.Flags().IntVar(&days, "days", days, "how many days ahead")
	return c
}

func upcoming(ctx context.Context, s ledger.Store, q query.Query, days, limit int) (g agenda, err error) {
	now := today(q)
	if len(q.Statuses) == 0 {
		q.Statuses = []dateline.Status{dateline.Planned, dateline.Possible}
	}
	cut := func(found []*ledger.Occurrence) []*ledger.Occurrence {
		if len(found) > limit {
			g.more = true
			return found[:limit]
		}
		return found
	}
	dated := func(span dateline.Span, order ledger.Order) ([]*ledger.Occurrence, error) {
		p, no := q, false
		var ok bool
		if p.Happens, ok = q.Happens.Meet(span); !ok {
			return nil, nil
		}
		p.Undated = &no
		found, err := s.Find(ctx, p, ledger.Page{Order: order, Limit: limit + 1})
		return cut(found), err
	}
	if g.Coming, err = dated(dateline.Span{Earliest: now, Latest: now + dateline.Day(days)}, ledger.ByTime); err != nil {
		return g, err
	}
	undated, err := awaited(ctx, s, q, now)
	if err != nil {
		return g, err
	}
	g.Undated = cut(undated)
	past, err := dated(dateline.Span{Earliest: now - lapsedFor, Latest: now - 1}, ledger.ByNewest)
	if err != nil {
		return g, err
	}
	for _, o := range past {
		if o.Event.When.Latest < now {
			g.Lapsed = append(g.Lapsed, o)
		}
	}
	return g, nil
}

// awaited are the events without a day that were told of within the last year,
// the latest told first.
func awaited(ctx context.Context, s ledger.Store, q query.Query, now dateline.Day) ([]*ledger.Occurrence, error) {
	yes, ok := true, false
	q.Undated = &yes
	if q.Published, ok = q.Published.Meet(dateline.Span{Earliest: now - undatedFor, Latest: now}); !ok {
		return nil, nil
	}
	found, err := s.Find(ctx, q, ledger.Page{Limit: undatedAtMost})
	slices.SortStableFunc(found, func(x, y *ledger.Occurrence) int {
		_, a := x.Published()
		_, b := y.Published()
		return cmp.Compare(b, a)
	})
	return found, err
}

func drawAgenda(w io.Writer, g agenda, q query.Query, days int) error {
	for i, part := range []struct {
		title string
		found []*ledger.Occurrence
	}{
		{fmt.Sprintf("To come within %d days", days), g.Coming},
		{"Due without a day", g.Undated},
		{"Lapsed: the day is past and nobody reported that it came about", g.Lapsed},
	} {
		if i > 0 {
			fmt.Fprintln(w)
		}
		t := view.Timeline{Title: part.title, Today: today(q), Notes: map[string]string{}}
		for _, o := range part.found {
			t.Events = append(t.Events, withWords(o))
			t.Notes[o.ID] = witnessText(o)
		}
		if err := t.Draw(w, view.Style{Width: columns(w), Color: colored(w)}); err != nil {
			return err
		}
	}
	return nil
}
