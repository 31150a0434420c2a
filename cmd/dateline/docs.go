package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"dateline"
)

// docsCmd writes the pages about the commands. docs/cli is made with it, and a
// test holds it current.
func docsCmd() *cobra.Command {
	var man, markdown string
	c := &cobra.Command{
		Use:     "docs",
		Short:   "Write man pages or Markdown pages about all commands",
		Example: "  dateline docs --man /usr/local/share/man/man1\n  dateline docs --markdown docs/cli",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if man == "" && markdown == "" {
				return usageError(cmd, errString("give --man DIR or --markdown DIR"))
			}
			return errors.Join(writeDocs(cmd.Root(), man, true), writeDocs(cmd.Root(), markdown, false))
		},
	}
	c.Flags().StringVar(&man, "man", "", "folder to write man pages into")
	c.Flags().StringVar(&markdown, "markdown", "", "folder to write Markdown pages into")
	return c
}

func writeDocs(root *cobra.Command, dir string, man bool) error {
	if dir == "" {
		return nil
	}
	root.DisableAutoGenTag = true // no day in it: the same commands, the same pages
	err := os.MkdirAll(dir, 0o755)
	if err == nil && man {
		err = doc.GenManTree(root, &doc.GenManHeader{Title: "DATELINE", Section: "1", Source: "Dateline", Manual: "Dateline"}, dir)
	} else if err == nil {
		err = doc.GenMarkdownTree(root, dir)
	}
	if err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "write pages", Place: dir, Err: err}
	}
	return nil
}
