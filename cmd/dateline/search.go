package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// excerptAround is how many bytes are shown on each side of a word found.
const excerptAround = 60

// searchCmd is full text search.
func searchCmd() *cobra.Command {
	var a asked
	var articles bool
	c := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find events by the words that tell them, and articles by their text",
		Long: `Find the events in whose evidence or titles all the words stand, and the articles
that have them anywhere in their text. Words in double quotes must stand together.
With terms or flags of a query only such events are found.`,
		Example: `  dateline search border talks
  dateline search '"peace talks"' --with NOR
  dateline search --articles railway`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			q, s, err := a.ask(cmd.Context(), words)
			if err != nil {
				return err
			}
			defer s.Close()
			if !articles {
				found, err := a.find(cmd, s, q, ledger.ByNewest)
				if err != nil {
					return err
				}
				if err := a.print(cmd.OutOrStdout(), titleOf("Search", q), q, found); err != nil || a.asJSON {
					return err
				}
			}
			texts, err := s.Search(cmd.Context(), q.Words, a.limit)
			if err != nil {
				return err
			}
			if a.asJSON {
				return printJSON(cmd.OutOrStdout(), texts)
			}
			printArticles(cmd.OutOrStdout(), texts, q.Words)
			return nil
		},
	}
	a.flags(c)
	c.Flags().BoolVar(&articles, "articles", false, "only the articles, not the events")
	return c
}

// printArticles writes two lines an article: what it is, and the words found.
func printArticles(w io.Writer, found []*dateline.Article, phrases []string) {
	if len(found) == 0 {
		return
	}
	fmt.Fprintf(w, "\n Articles\n")
	for _, a := range found {
		fmt.Fprintf(w, "   %-10s  %s\n", a.Date, strings.Join(strings.Fields(a.ID+"  "+a.Source+"  "+a.Title), " "))
		fmt.Fprintf(w, "               %s\n", excerpt(a.Text, phrases, excerptAround))
	}
}

// excerpt gives the words of a text around the first that a phrase of a search
// has, about so many bytes on each side.
func excerpt(text string, phrases []string, around int) string {
	var want []string
	for _, p := range phrases {
		want = append(want, query.Words(p)...)
	}
	fields := strings.Fields(text)
	at := slices.IndexFunc(fields, func(f string) bool {
		return slices.ContainsFunc(query.Words(f), func(w string) bool { return slices.Contains(want, w) })
	})
	from, to := max(at, 0), max(at, 0)
	for size := 0; from > 0 && size < around; from-- {
		size += len(fields[from-1]) + 1
	}
	for size := 0; to < len(fields) && size < around; to++ {
		size += len(fields[to]) + 1
	}
	out := strings.Join(fields[from:to], " ")
	if from > 0 {
		out = "… " + out
	}
	if to < len(fields) {
		out += " …"
	}
	return out
}
