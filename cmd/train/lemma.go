package main

import (
	"github.com/spf13/cobra"

	"dateline/lang/training"
)

func lemmaCmd() *cobra.Command {
	shared, out := "", ""
	c := &cobra.Command{
		Use:   "lemma",
		Short: "Learn the table of lemmas",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return training.Lemmas(shared, out) },
	}
	c.Flags().StringVar(&shared, "shared", "../shared", "folder with the data")
	c.Flags().StringVar(&out, "out", "lang/internal/lemma/english.tsv", "table to write")
	return c
}
