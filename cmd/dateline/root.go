package main

import "github.com/spf13/cobra"

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
		benchCmd(),
		versionCmd(),
		docsCmd(),
		whenCmd(),
		rulesCmd(),
	)
	return root
}
