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
		Short: "Show an event: its history, every witness with its words, disputes, relations",
		Long: `Show one event of the ledger: what was known of it when, every article that
tells of it with its words, what is disputed about it, corrections, and the events
that it is part of, follows up, replaces or was disrupted by. An id that was ever given answers:
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
			others, err := ledger.Related(cmd.Context(), s, o)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), []*ledger.Occurrence{o})
			}
			if err := printEvent(cmd.OutOrStdout(), o, ids[0]); err != nil {
				return err
			}
			printRelations(cmd.OutOrStdout(), o, others)
			if why {
				printWhy(cmd.OutOrStdout(), o)
			}
			return nil
		},
	}
	l.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().BoolVar(&why, "why", false, "tell what holds the reports together")
	return c
}

func printEvent(w io.Writer, o *ledger.Occurrence, asked string) error {
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
	printDoubts(w, o)
	return nil
}

// printDoubts writes what is disputed or contradicts itself, and where.
func printDoubts(w io.Writer, o *ledger.Occurrence) {
	head := "\n Doubts\n"
	for _, r := range o.Reports {
		for _, d := range r.Event.Doubts {
			fmt.Fprintf(w, "%s   %s  %s: “%s”: %s\n", head, orDash(r.Published.String()), d.Kind, strings.Join(strings.Fields(d.Text), " "), d.Why)
			head = ""
		}
	}
}

// printRelations writes the events that an event hangs together with, a line each.
func printRelations(w io.Writer, o *ledger.Occurrence, others map[string]*ledger.Occurrence) {
	head := "\n Relations\n"
	for _, rel := range o.Relations {
		line := "“" + strings.Join(strings.Fields(rel.Text), " ") + "”"
		if to := others[rel.Event]; to != nil {
			line = view.Line(&to.Event) + "  " + to.ID
		}
		fmt.Fprintf(w, "%s   %-12s %s\n", head, strings.ReplaceAll(rel.Kind, "-", " "), line)
		head = ""
	}
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
