package main

import (
	"context"
	"fmt"
	"io"

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
}

// lapsedFor is how many days back a lapsed plan is still shown.
const lapsedFor = 90

// upcomingCmd tells what is to come.
func upcomingCmd() *cobra.Command {
	var a asked
	days := 30
	c := &cobra.Command{
		Use:   "upcoming [QUERY...]",
		Short: "Tell what is to come, what is due without a day, and what has lapsed",
		Long: `Tell what the ledger expects: events planned or possible in the coming days,
those that are due without a day ("at a mutually suitable time"), and those that
have lapsed: planned for a day now past, with no report that they came about.`,
		Example: `  dateline upcoming
  dateline upcoming --days 90 --with NOR
  dateline upcoming --as-of 2031-06-18`,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, err := a.query(words)
			if err != nil {
				return err
			}
			s, err := a.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			g, err := upcoming(cmd.Context(), s, q, days, a.limit)
			if err != nil {
				return err
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
	yes, no := true, false
	ask := func(span dateline.Span, undated *bool, order ledger.Order) ([]*ledger.Occurrence, error) {
		p := q
		if span != dateline.NoSpan {
			var ok bool
			if p.Happens, ok = q.Happens.Meet(span); !ok {
				return nil, nil
			}
		}
		p.Undated = undated
		return s.Find(ctx, p, ledger.Page{Order: order, Limit: limit})
	}
	if g.Coming, err = ask(dateline.Span{Earliest: now, Latest: now + dateline.Day(days)}, &no, ledger.ByTime); err != nil {
		return g, err
	}
	if g.Undated, err = ask(dateline.NoSpan, &yes, ledger.ByTime); err != nil {
		return g, err
	}
	past, err := ask(dateline.Span{Earliest: now - lapsedFor, Latest: now - 1}, &no, ledger.ByNewest)
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
