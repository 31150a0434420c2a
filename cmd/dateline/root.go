package main

import (
	"slices"

	"github.com/spf13/cobra"
)

// rootCmd is the whole program. Every command has a file of its own and a line here.
func rootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:           "dateline",
		Short:         "Read dated news into a sourced record of who did what, to whom, where and when",
		SilenceUsage:  true,
		SilenceErrors: true,
		Long: `Dateline reads news articles and writes down every event they tell: who did
what, with or to whom, where, when it happened or is due, how sure that is,
who says so, and the words that prove it.`,
	}
	root.SetFlagErrorFunc(usageError)
	root.AddCommand(
		readCmd(),
		explainCmd(),
		addCmd(),
		watchCmd(),
		timelineCmd(),
		upcomingCmd(),
		eventCmd(),
		lastCmd(),
		betweenCmd(),
		searchCmd(),
		fixCmd(),
		rereadCmd(),
		changesCmd(),
		coverageCmd(),
		verifyCmd(),
		backupCmd(),
		exportCmd(),
		benchCmd(),
		versionCmd(),
		docsCmd(),
		whenCmd(),
		whoCmd(),
		rulesCmd(),
	)
	group(root)
	return root
}

// groups orders the commands in the help by what they are for; what is not
// named here stands last.
var groups = []struct {
	id, title string
	commands  []string
}{
	{"read", "Read articles:", []string{"read", "explain", "when", "who"}},
	{"ledger", "Keep and ask a ledger:", []string{"add", "backup", "between", "changes", "coverage", "event", "export", "fix", "intake", "last", "ledger", "query", "reread", "search", "serve", "timeline", "upcoming", "verify", "watch"}},
	{"house", "Look after Dateline:", []string{"bench", "rules", "version", "docs"}},
}

func group(root *cobra.Command) {
	for _, g := range groups {
		used := false
		for _, c := range root.Commands() {
			if slices.Contains(g.commands, c.Name()) {
				c.GroupID, used = g.id, true
			}
		}
		if used {
			root.AddGroup(&cobra.Group{ID: g.id, Title: g.title})
		}
	}
}
