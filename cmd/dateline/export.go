package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/article"
	"dateline/export"
	"dateline/ledger"
	"dateline/read"
)

// exportCmd writes events in the forms that others read.
func exportCmd() *cobra.Command {
	var a asked
	var known factsFlag
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
meeting or other cooperation is written as AGREE (03), a coming hostile act as
THREATEN (13), a meeting called off as REJECT (125), and what did not happen is left
out. The ledger itself keeps type and status apart.`,
		Example: `  dateline export --format ics --status planned > coming.ics
  dateline export --format parquet --out events.parquet with:USA
  dateline export --format gdelt --from 2031-01-01 > events.tsv
  dateline export --format timeml --out annotated/ type:CONSULT`,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, s, err := a.ask(cmd.Context(), words)
			if err != nil {
				return err
			}
			defer s.Close()
			found, err := s.Find(cmd.Context(), q, ledger.Page{Order: ledger.ByTime, Limit: cmp.Or(a.limit, math.MaxInt32)})
			if err != nil {
				return err
			}
			if format == "timeml" {
				with, err := known.options()
				if err != nil {
					return err
				}
				return exportTimeML(cmd.Context(), s, with, to, found)
			}
			return writeExport(cmd, format, to, found)
		},
	}
	a.flags(c)
	known.add(c)
	c.Flags().StringVar(&format, "format", format, "the `form`, see above")
	c.Flags().StringVarP(&to, "out", "o", "", "write to this `file`; for timeml a folder")
	return c
}

func writeExport(cmd *cobra.Command, format, to string, found []*ledger.Occurrence) (err error) {
	out := cmd.OutOrStdout()
	if to != "" {
		f, e := os.Create(to)
		if e != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "export", Place: to, Err: e}
		}
		defer func() {
			if e := f.Close(); e != nil && err == nil {
				err = &dateline.Error{Kind: dateline.IO, Op: "export", Place: to, Err: e}
			}
		}()
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

// exportTimeML writes every article that tells of the events, each to a file of a
// folder that is named by its id.
func exportTimeML(ctx context.Context, s ledger.Store, with []read.Option, to string, found []*ledger.Occurrence) error {
	fail := func(kind dateline.Kind, hint string, err error) error {
		return &dateline.Error{Kind: kind, Op: "export TimeML", Place: to, Hint: hint, Err: err}
	}
	if to == "" {
		return fail(dateline.Usage, "name a folder with --out", errors.New("it makes a file an article"))
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return fail(dateline.IO, "", err)
	}
	events := map[string][]dateline.Event{}
	var ids []string
	for _, o := range found {
		for _, r := range o.Reports {
			if events[r.Article] == nil {
				ids = append(ids, r.Article)
			}
			events[r.Article] = append(events[r.Article], r.Event)
		}
	}
	for _, id := range ids {
		a, err := s.Article(ctx, id)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		whole, err := article.New(*a, article.Options{Date: dateline.NoDay})
		if err != nil {
			return fail(dateline.Input, "", err)
		}
		times := read.Times(whole, with...)
		if err := errors.Join(export.TimeML(&b, a, times, events[id]), os.WriteFile(filepath.Join(to, fileName(id)+".tml"), b.Bytes(), 0o644)); err != nil {
			return fail(dateline.IO, "", err)
		}
	}
	return nil
}

// fileName makes an id fit to name a file.
func fileName(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, id)
}
