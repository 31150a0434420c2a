package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/export"
	"dateline/ledger"
)

// exportCmd writes events in the forms that others read.
func exportCmd() *cobra.Command {
	var a asked
	format, to := "csv", ""
	var forms []string
	for _, f := range export.Formats {
		forms = append(forms, fmt.Sprintf("%-10s %s", f.Name, f.For))
	}
	c := &cobra.Command{
		Use:   "export [QUERY...]",
		Short: "Write events as CSV, Parquet, iCalendar and other forms",
		Long: `Write the events that a query asks for, in order of time, in one of these forms:

  ` + strings.Join(forms, "\n  ") + `

The codebooks of PLOVER and CAMEO know no status: for polecat and gdelt a coming
meeting is written as AGREE (036), one called off as REJECT (125), and what did not
happen is left out. The ledger itself keeps type and status apart.`,
		Example: `  dateline export --format ics --status planned > coming.ics
  dateline export --format parquet --out events.parquet with:USA
  dateline export --format gdelt --from 2031-01-01 > events.tsv`,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, err := a.query(words)
			if err != nil {
				return err
			}
			if a.limit == 0 {
				a.limit = 1 << 30
			}
			found, err := a.find(cmd.Context(), q, ledger.ByTime)
			if err != nil {
				return err
			}
			return writeExport(cmd, format, to, found)
		},
	}
	a.flags(c)
	c.Flags().StringVar(&format, "format", format, "the `form`, see above")
	c.Flags().StringVarP(&to, "out", "o", "", "write to this `file`")
	return c
}

func writeExport(cmd *cobra.Command, format, to string, found []*ledger.Occurrence) error {
	out := cmd.OutOrStdout()
	if to != "" {
		f, err := os.Create(to)
		if err != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "export", Place: to, Err: err}
		}
		defer f.Close()
		out = f
	}
	b := bufio.NewWriter(out)
	if err := export.Write(b, format, found); err != nil {
		return &dateline.Error{Kind: dateline.Usage, Op: "export", Err: err}
	}
	if err := b.Flush(); err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "export", Place: to, Err: err}
	}
	return nil
}
