// Command train learns the models that ship inside dateline.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dateline/lang/training"
)

func main() {
	root := &cobra.Command{Use: "train", Short: "Learn the models that ship inside dateline", SilenceUsage: true, SilenceErrors: true}
	root.AddCommand(langCmd(), lemmaCmd(), scoreCmd())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func langCmd() *cobra.Command {
	o := training.Options{Log: os.Stderr}
	c := &cobra.Command{
		Use:   "lang",
		Short: "Learn the encoder: tags, trees and names",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return training.Run(o) },
	}
	f := c.Flags()
	f.StringVar(&o.Shared, "shared", "../shared", "folder with the data")
	f.StringVar(&o.Out, "out", "lang/models/weights/english.bin", "model file to write")
	f.Uint64Var(&o.Seed, "seed", 1, "seed; the same seed gives the same model")
	f.IntVar(&o.Epochs, "epochs", 50, "passes over the treebanks that the learning rate falls over")
	f.IntVar(&o.Stop, "stop", 42, "passes after which to stop already, 0 for all")
	f.StringVar(&o.Vectors, "vectors", "", "file that keeps the pre-trained vectors between runs")
	f.IntVar(&o.Every, "every", 2, "epochs between checkpoints")
	f.IntVar(&o.Hidden, "hidden", 0, "width of the recurrent layers, 0 for the usual")
	f.IntVar(&o.Silver, "silver", 4000, "sentences of news in each epoch")
	f.StringVar(&o.Teacher, "teacher", "", "model of an earlier run that annotates the news, too")
	return c
}

func scoreCmd() *cobra.Command {
	shared, split := "", ""
	c := &cobra.Command{
		Use:   "score MODEL",
		Short: "Measure a model of the encoder on the development or test sets, tokens given",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return training.Score(c.OutOrStdout(), shared, args[0], split)
		},
	}
	c.Flags().StringVar(&shared, "shared", "../shared", "folder with the data")
	c.Flags().StringVar(&split, "split", "dev", "dev, or test (for measuring only)")
	return c
}
