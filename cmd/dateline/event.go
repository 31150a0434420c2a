package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/view"
	"dateline/ledger"
	"dateline/query"
)

// eventCmd shows one event with its history.
func eventCmd() *cobra.Command {
	var l ledgerFlag
	var asJSON, why bool
	c := &cobra.Command{
		Use:   "event ID",
		Short: "Show an event: its history, every witness with its words, corrections",
		Long: `Show one event of the ledger: what was known of it when, every article that
tells of it with its words, and corrections. An id that was ever given answers:
that of a merged event leads to the event it went into.

--why tells what holds its reports together.`,
		Example: `  dateline event evk3x5c2qpmbn4a
  dateline event evk3x5c2qpmbn4a --why`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			o, err := s.Occurrence(cmd.Context(), ids[0])
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), []*ledger.Occurrence{o})
			}
			return printEvent(cmd.OutOrStdout(), o, ids[0], why)
		},
	}
	l.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().BoolVar(&why, "why", false, "tell what holds the reports together")
	return c
}

func printEvent(w io.Writer, o *ledger.Occurrence, asked string, why bool) error {
	title := o.ID
	if asked != o.ID {
		title += " (which " + asked + " went into)"
	}
	t := view.Timeline{Title: title, Today: today(query.All()), Notes: map[string]string{o.ID: witnessText(o)}}
	t.Events = append(t.Events, withWords(o))
	if err := t.Draw(w, view.Style{Width: columns(w), Color: colored(w)}); err != nil {
		return err
	}
	fmt.Fprint(w, "\n History\n")
	for _, h := range o.History {
		when := "no day"
		if h.When != nil {
			when = strings.TrimSuffix(h.When.Earliest.String()+".."+h.When.Latest.String(), ".."+h.When.Earliest.String())
		}
		fmt.Fprintf(w, "   %s  %-10s %s\n", orDash(h.Published.String()), h.Status, when)
	}
	fmt.Fprint(w, "\n Reports\n")
	for _, r := range o.Reports {
		fmt.Fprintf(w, "   %s  %s  %s  %s\n", orDash(r.Published.String()), r.Event.Status, r.Outlet, r.Key)
		for _, e := range r.Event.Evidence {
			fmt.Fprintf(w, "       “%s”\n", strings.Join(strings.Fields(e.Text), " "))
		}
	}
	for _, c := range o.Correction {
		fmt.Fprintf(w, "   corrected: %s\n", c)
	}
	if why {
		printWhy(w, o)
	}
	return nil
}

// printWhy compares every report with the one that founds the event.
func printWhy(w io.Writer, o *ledger.Occurrence) {
	fmt.Fprint(w, "\n Why these are one\n")
	for _, r := range o.Reports {
		if r.ID() == o.ID {
			fmt.Fprintf(w, "   %s founds it: the most exactly dated report\n", r.Key)
			for _, other := range o.Reports {
				if other != r {
					v := ledger.Compare(r, other)
					if !v.Same { // the rules alone would keep it apart
						v.Why = append(v.Why, "joined by a correction")
					}
					fmt.Fprintf(w, "   %s\n       %s\n", other.Key, strings.Join(v.Why, "\n       "))
				}
			}
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
