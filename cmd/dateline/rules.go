package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/what"
)

// rulesCmd is about the tables of events: their tests and what they lack.
func rulesCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "rules",
		Short: "Test the tables of events and find what they lack",
		Long: `The tables of events tell what verbs and nouns mean in the news (docs/what.md).
These commands are for people who extend them.`,
	}
	c.AddCommand(rulesTestCmd(), rulesCoverageCmd())
	return c
}

func rulesTestCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "test",
		Short: "Check the tables and read their examples",
		Long: `Check the tables of events for rows that are dead, collide or name classes that
nobody uses, and read the example of every row. Printed is each example that
does not read as its row says, with what was read instead.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			tabs, err := what.Load()
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			warnings := tabs.Check()
			for _, w := range warnings {
				fmt.Fprintln(out, w)
			}
			failures, n := tabs.Examples()
			for _, f := range failures {
				fmt.Fprintln(out, f)
			}
			fmt.Fprintf(out, "%d verb senses, %d noun senses, %d light verbs, %d status words; %d remarks; %d of %d examples fail\n",
				len(tabs.Verbs), len(tabs.Nouns), len(tabs.Lights), len(tabs.Status), len(warnings), len(failures), n)
			return nil
		},
	}
}

func rulesCoverageCmd() *cobra.Command {
	var top, limit int
	c := &cobra.Command{
		Use:   "coverage FILE...",
		Short: "Find frequent predicates between political actors that no row knows",
		Long: `Read texts (JSONL with a field "text", or plain text, an article a file) and
count the verbs and nouns that stand between two political actors but lead to
no event, the most frequent first, with the places that the actors fill and a
sentence that has it. Work down the list to extend the tables.`,
		Example: `  dateline rules coverage --top 50 news.jsonl`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			tabs, err := what.Load()
			if err != nil {
				return err
			}
			var gaps what.Gaps
			for _, name := range args {
				if err := eachText(name, limit, func(text string, day dateline.Day) {
					doc, w, ms := tabs.Understand(text, day)
					gaps.Add(tabs, doc, w, ms)
				}); err != nil {
					return err
				}
			}
			out := cmd.OutOrStdout()
			for _, g := range gaps.Top(top) {
				fmt.Fprintf(out, "%5d  %-18s %-14s %s\n", g.N, g.Lemma, g.Frame, clip(g.Example, 160))
			}
			fmt.Fprintf(out, "%d texts\n", gaps.Texts)
			return nil
		},
	}
	c.Flags().IntVar(&top, "top", 100, "how many to print")
	c.Flags().IntVar(&limit, "limit", 0, "read at most this many texts of a file; 0: all")
	return c
}

// eachText calls do for every text of a file.
func eachText(name string, limit int, do func(string, dateline.Day)) error {
	f, err := os.Open(name)
	if err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "read corpus", Place: name, Err: err}
	}
	defer f.Close()
	if filepath.Ext(name) != ".jsonl" {
		b, err := io.ReadAll(f)
		if err != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "read corpus", Place: name, Err: err}
		}
		do(string(b), dateline.NoDay)
		return nil
	}
	r := bufio.NewReader(f)
	for n := 1; limit == 0 || n <= limit; n++ {
		line, err := r.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			var a struct{ Text, Date string }
			if err := json.Unmarshal(line, &a); err != nil {
				return &dateline.Error{Kind: dateline.Input, Op: "read corpus", Place: fmt.Sprintf("%s:%d", name, n), Err: err}
			}
			day, err := dateline.ParseDay(a.Date)
			if err != nil {
				day = dateline.NoDay
			}
			do(a.Text, day)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "read corpus", Place: name, Err: err}
		}
	}
	return nil
}

// clip shortens a sentence for a table.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
