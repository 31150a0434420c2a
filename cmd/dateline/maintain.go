package main

import (
	"errors"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/intake/watch"
	"dateline/ledger"
	"dateline/ledger/sqlite"
)

// fixCmd corrects events.
func fixCmd() *cobra.Command {
	var l ledgerFlag
	var by string
	var list bool
	c := &cobra.Command{
		Use:   "fix EVENT (merge OTHER | split REPORT | set FIELD VALUE | reject | accept), fix undo NUMBER, fix --list",
		Short: "Correct an event: merge, split, change a field, reject; and undo it",
		Long: `Correct what the ledger says of an event. Corrections are kept with who made them
and when, win over every reading, survive dateline reread, and can be undone.

  fix EVENT merge OTHER       OTHER is the same event: its reports count here
  fix EVENT split REPORT      a report tells of another event (see dateline event)
  fix EVENT set FIELD VALUE   type, mode, status, when, place, actors, recipients
  fix EVENT reject            it is no event
  fix undo NUMBER             take a correction back
  fix --list                  all corrections with their numbers`,
		Example: `  dateline fix evk3x5c2qpmbn4a merge ev7h2pq9dl3s2xc
  dateline fix evk3x5c2qpmbn4a set status cancelled
  dateline fix evk3x5c2qpmbn4a set when 2031-03-04..2031-03-05
  dateline fix evk3x5c2qpmbn4a set place "Oslo/NOR"
  dateline fix undo 3`,
		RunE: func(cmd *cobra.Command, words []string) error {
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			if list {
				return listFixes(cmd, s)
			}
			k, err := correction(words)
			if err != nil {
				return usageError(cmd, err)
			}
			if k.By = by; k.By == "" {
				k.By = userName()
			}
			k, err = s.Fix(cmd.Context(), k)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "correction %d: %s %s\n", k.Seq, k.Kind, k.Occurrence)
			return nil
		},
	}
	l.add(c)
	c.Flags().StringVar(&by, "by", "", "whose correction it is (default: your user name)")
	c.Flags().BoolVar(&list, "list", false, "list all corrections")
	return c
}

// correction reads the words of the command.
func correction(w []string) (k ledger.Correction, err error) {
	switch {
	case len(w) == 2 && w[0] == "undo":
		return ledger.Correction{Kind: "undo", Other: w[1]}, nil
	case len(w) == 3 && (w[1] == "merge" || w[1] == "split"):
		return ledger.Correction{Occurrence: w[0], Kind: w[1], Other: w[2]}, nil
	case len(w) == 4 && w[1] == "set":
		return ledger.Correction{Occurrence: w[0], Kind: w[1], Field: w[2], Value: w[3]}, nil
	case len(w) == 2 && (w[1] == "reject" || w[1] == "accept"):
		return ledger.Correction{Occurrence: w[0], Kind: w[1]}, nil
	}
	return k, errors.New("want EVENT merge OTHER, EVENT split REPORT, EVENT set FIELD VALUE, EVENT reject, or undo NUMBER")
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}

func listFixes(cmd *cobra.Command, s ledger.Store) error {
	all, err := s.Corrections(cmd.Context())
	for _, k := range all {
		undone := ""
		if k.Undone {
			undone = "  (undone)"
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%4d  %s  %-8s %s  %s%s\n", k.Seq, k.At.Format("2006-01-02 15:04"), k.By, k.Kind,
			strings.Join(strings.Fields(strings.Join([]string{k.Occurrence, k.Other, k.Field, k.Value}, " ")), " "), undone)
	}
	return err
}

// verifyCmd checks a ledger.
func verifyCmd() *cobra.Command {
	var l ledgerFlag
	c := &cobra.Command{
		Use:   "verify",
		Short: "Check every hash, every quotation and every merge of the ledger",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			faults, err := s.Verify(cmd.Context())
			if err != nil {
				return err
			}
			for _, f := range faults {
				fmt.Fprintf(cmd.OutOrStdout(), "%s\t%s\t%s\n", f.Kind, f.Place, f.Text)
			}
			if len(faults) > 0 {
				return &dateline.Error{Kind: dateline.Data, Op: "verify ledger", Err: fmt.Errorf("%d faults", len(faults)), Hint: "restore a backup, or read the articles again into a new ledger"}
			}
			fmt.Fprintln(cmd.OutOrStdout(), "the ledger is sound")
			return nil
		},
	}
	l.add(c)
	return c
}

// backupCmd copies a ledger while it is in use.
func backupCmd() *cobra.Command {
	var l ledgerFlag
	c := &cobra.Command{
		Use:     "backup FILE",
		Short:   "Write a whole copy of the ledger to a new file, also while it is in use",
		Example: `  dateline backup ledger-2031-06-18.db`,
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, names []string) error {
			place, err := l.where()
			if err != nil {
				return err
			}
			if strings.HasPrefix(place, "postgres") {
				return &dateline.Error{Kind: dateline.Usage, Op: "back up ledger", Place: "PostgreSQL", Err: errors.New("this command copies SQLite files"), Hint: "use pg_dump"}
			}
			return sqlite.Backup(cmd.Context(), place, names[0])
		},
	}
	l.add(c)
	return c
}

// changesCmd is the feed of what is new, changed, merged, rejected.
func changesCmd() *cobra.Command {
	var l ledgerFlag
	var since int64
	limit := 1000
	c := &cobra.Command{
		Use:   "changes",
		Short: "List what is new, changed, merged or rejected, one JSON object a line",
		Long: `List the changes of the ledger in order, one JSON object a line. Every change has
a number; ask for those after the last one that you have seen with --since. What
was merged or rejected stays in the feed as a tombstone.`,
		Example: `  dateline changes --since 1204`,
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.Changes(cmd.Context(), since, limit)
			if err != nil {
				return err
			}
			return printJSON(cmd.OutOrStdout(), all)
		},
	}
	l.add(c)
	c.Flags().Int64Var(&since, "since", 0, "those after this `number`")
	c.Flags().IntVar(&limit, "limit", limit, "at most this many")
	return c
}

// coverageCmd tells what was read.
func coverageCmd() *cobra.Command {
	var l ledgerFlag
	var asJSON bool
	var state string
	c := &cobra.Command{
		Use:   "coverage",
		Short: "Tell what was read of which outlet and when, and where the gaps are",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := l.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			days, err := s.Coverage(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), days)
			}
			drawCoverage(cmd.OutOrStdout(), days)
			path, err := l.watchState(state)
			if err != nil {
				return err
			}
			seen, err := watch.LoadState(path)
			if err != nil {
				return err
			}
			drawFeeds(cmd.OutOrStdout(), seen.Feeds())
			return nil
		},
	}
	l.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "one line an outlet and day, as JSON")
	c.Flags().StringVar(&state, "state", "", "the `file` of dateline watch --state, to tell of feeds that fail")
	return c
}
