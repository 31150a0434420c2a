package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/article"
	"dateline/internal/view"
	"dateline/lang"
	"dateline/read"
)

// explainCmd shows how events came about.
func explainCmd() *cobra.Command {
	var date string
	var known factsFlag
	c := &cobra.Command{
		Use:   "explain ARTICLE [EVENT]",
		Short: "Show how the events of an article were read",
		Long: `Show how each event of an article came about, or one by its id (e3): the tree
of its sentence, the trigger and the rule that fired (file and line of the table
in what/tables), who takes part, and how time, place, status and source were
worked out, for every mention that was joined to the event.

This is the tool by which tables are mended: see docs/what.md.`,
		Example: `  dateline explain examples/treaty.txt
  dateline explain examples/treaty.txt e2
  dateline explain --date 2031-03-04 - < article.txt`,
		Args: args(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, names []string) error {
			f := readFlags{date: date, jobs: 1}
			opts, err := f.options(cmd)
			if err != nil {
				return err
			}
			with, err := known.options()
			if err != nil {
				return err
			}
			event := ""
			if len(names) == 2 {
				event = names[1]
			}
			return explain(cmd, names[0], event, opts, with)
		},
	}
	known.add(c)
	c.Flags().StringVar(&date, "date", "", "publication `day`, YYYY-MM-DD")
	return c
}

func explain(cmd *cobra.Command, name, event string, opts article.Options, with []read.Option) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	defer out.Flush()
	found := false
	for p := range article.Inputs([]string{name}, cmd.InOrStdin(), opts) {
		a, err := p.Article()
		if err != nil {
			return err
		}
		x, err := read.Explain(cmd.Context(), a, with...)
		if err != nil {
			return err
		}
		for i := range x.Record.Events {
			e := &x.Record.Events[i]
			if event == "" || e.ID == event {
				found = true
				explainEvent(out, x, e)
			}
		}
		if event == "" && len(x.Record.Events) == 0 {
			found = true
			fmt.Fprintf(out, "%s: no event\n", a.ID)
		}
	}
	if !found {
		return &dateline.Error{Kind: dateline.Usage, Op: "explain", Place: name, Err: fmt.Errorf("there is no event %q", event), Hint: "dateline read --json lists the events with their ids"}
	}
	if err := out.Flush(); err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "explain", Err: errors.Join(err)}
	}
	return nil
}

// explainEvent writes one event with all its mentions.
func explainEvent(w io.Writer, x *read.Explained, e *dateline.Event) {
	fmt.Fprintf(w, "%s  %s\n", e.ID, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", e.Type, e.Mode, e.CAMEO)), " "))
	fmt.Fprintf(w, "    actors      %s\n", view.Side(e.Actors))
	if len(e.Recipients) > 0 {
		fmt.Fprintf(w, "    recipients  %s\n", view.Side(e.Recipients))
	}
	fmt.Fprintf(w, "    status      %s\n", e.Status)
	if e.When != nil {
		fmt.Fprintf(w, "    when        %s..%s\n", e.When.Earliest, e.When.Latest)
	}
	if e.Place != nil {
		fmt.Fprintf(w, "    place       %s (%s)\n", e.Place.Name, e.Place.State)
	}
	if e.Source != nil {
		fmt.Fprintf(w, "    source      %s\n", e.Source.Name)
	}
	for i, m := range x.Reasons[e.ID] {
		fmt.Fprintf(w, "\n  mention %d: %q by %s\n", i+1, x.Doc.Text[m.Trigger[0]:m.Trigger[1]], m.Rule)
		for _, s := range m.Steps {
			fmt.Fprintf(w, "    · %s\n", s)
		}
		fmt.Fprintln(w)
		drawTree(w, x.Doc, m.Sentence)
	}
	fmt.Fprintln(w)
}

// drawTree writes a sentence word by word, each as far to the right as it hangs
// deep, with its relation and the word that it hangs on.
func drawTree(w io.Writer, d *lang.Doc, sentence int) {
	s := d.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		depth, head := 0, "·"
		for h := t.Head; h >= 0 && depth < 24; h = d.Tokens[h].Head {
			depth++
		}
		if t.Head >= 0 {
			head = d.Tokens[t.Head].Form
		}
		form := strings.Repeat("  ", depth) + t.Form
		fmt.Fprintf(w, "    %3d %-34s %-6s %-14s ← %s\n", i-s.First, form, t.UPOS, t.Rel, head)
	}
}
