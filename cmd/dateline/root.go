package main

import "github.com/spf13/cobra"

// rootCmd is the whole program. Every command has a file of its own and a line here.
func rootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:           "dateline",
		Short:         "Read dated news into a sourced record of who did what, to whom, where and when",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(
		whenCmd(),
	)
	return root
}
