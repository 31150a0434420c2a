package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline"
	"dateline/article"
	"dateline/internal/view"
	"dateline/read"
)

// reader makes a record of an article; tests put a fake in its place.
type reader func(context.Context, *dateline.Article) (*dateline.Record, error)

// readFlags are the flags of dateline read.
type readFlags struct {
	date, form, charset         string
	facts                       factsFlag
	asJSON, asCSV, full, noTint bool
	jobs                        int
}

// readCmd reads articles into records.
func readCmd() *cobra.Command {
	return newReadCmd(nil)
}

// readArticle reads with the facts of the binary alone.
func readArticle(ctx context.Context, a *dateline.Article) (*dateline.Record, error) {
	return read.Article(ctx, a)
}

// newReadCmd makes the command; without a reader it reads as the flags want.
func newReadCmd(fixed reader) *cobra.Command {
	var f readFlags
	c := &cobra.Command{
		Use:   "read ARTICLE...",
		Short: "Read articles into records of their events",
		Long: `Read articles and write down their events: who, to or with whom, where, when,
with what status, by whose word, and the words that prove it.

ARTICLE is a file, a directory, a glob or - for standard input. Forms: plain
text (its first line may be "date 2031-03-04"; front matter and wire datelines
are understood), HTML pages, JSON lines or files (id, date, source, title, text,
url), and each of these with gzip. The form is told by the name's ending, else by the
first bytes.

Relative times hang on the publication day. --date gives it or overrides it. An
article without one is read with a warning; what cannot be dated stays undated.

On a terminal the events are drawn on a line of dates. --json writes one record
a line, --csv one event a line; both in the order of the input whatever the
number of jobs. Colours appear only on a terminal, and not if NO_COLOR is set.

Exit codes:
  0    all articles were read
  1    some could not be read; each has a message on standard error
  2    the command line is wrong
  130  interrupted; the records that were finished are written`,
		Example: `  dateline read examples/strait.txt
  dateline read --full --date 2031-03-04 article.html
  dateline read --json texts.jsonl > records.jsonl
  curl -s https://news.example/article | dateline read -`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, names []string) error {
			opts, err := f.options(cmd)
			if err != nil {
				return err
			}
			r := fixed
			if r == nil {
				if r, err = f.facts.reader(); err != nil {
					return err
				}
			}
			b := &batch{read: r, format: f.format(cmd.OutOrStdout()), jobs: f.jobs,
				out: cmd.OutOrStdout(), log: cmd.ErrOrStderr()}
			return b.run(cmd.Context(), names, cmd.InOrStdin(), opts)
		},
	}
	fl := c.Flags()
	fl.StringVarP(&f.date, "date", "d", "", "publication day YYYY-MM-DD of all articles, over what they say themselves")
	fl.StringVar(&f.form, "form", "", "form of the input: text, html or jsonl (told by itself if not given)")
	fl.StringVar(&f.charset, "charset", "", "encoding of plain text that is not UTF-8, such as windows-1252")
	f.facts.add(c)
	fl.BoolVar(&f.asJSON, "json", false, "write records as JSON, one line an article")
	fl.BoolVar(&f.asCSV, "csv", false, "write events as CSV, one line an event")
	fl.BoolVar(&f.full, "full", false, "show the article as well, its evidence marked")
	fl.BoolVar(&f.noTint, "no-color", false, "no colours (NO_COLOR in the environment does the same)")
	fl.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "articles read at the same time")
	fl.Lookup("jobs").DefValue = "all cores"
	_ = c.RegisterFlagCompletionFunc("form", cobra.FixedCompletions([]string{"text", "html", "jsonl"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// options checks the flags.
func (f *readFlags) options(cmd *cobra.Command) (article.Options, error) {
	o := article.Options{Date: dateline.NoDay, Form: article.Form(f.form), Charset: f.charset}
	fail := func(flag string, err error) (article.Options, error) {
		return o, &dateline.Error{Kind: dateline.Usage, Op: cmd.CommandPath(), Place: flag, Err: err, Hint: "see " + cmd.CommandPath() + " --help"}
	}
	day, err := dateline.ParseDay(f.date)
	switch {
	case err != nil:
		return fail("--date", err)
	case f.asJSON && f.asCSV:
		return fail("--csv", errString("give --json or --csv, not both"))
	case f.full && (f.asJSON || f.asCSV):
		return fail("--full", errString("shows the article to people; it does not go with --json or --csv"))
	case f.jobs < 1:
		return fail("--jobs", errString("must be 1 or more"))
	case f.form != "" && f.form != "text" && f.form != "html" && f.form != "jsonl":
		return fail("--form", errString("must be text, html or jsonl"))
	}
	o.Date = day
	return o, nil
}

type errString string

func (e errString) Error() string { return string(e) }

// format chooses how records are written.
func (f *readFlags) format(out io.Writer) format {
	switch {
	case f.asJSON:
		return jsonFormat{}
	case f.asCSV:
		return csvFormat{}
	}
	s := view.Style{Width: columns(out), Full: f.full}
	s.Color = !f.noTint && colored(out)
	return viewFormat{s}
}

// colored follows no-color.org and bixense.com/clicolors: colours on a terminal
// unless NO_COLOR is set, and elsewhere if CLICOLOR_FORCE is.
func colored(out io.Writer) bool {
	switch {
	case os.Getenv("NO_COLOR") != "":
		return false
	case os.Getenv("CLICOLOR_FORCE") != "" && os.Getenv("CLICOLOR_FORCE") != "0":
		return true
	}
	return os.Getenv("TERM") != "dumb" && isTerminal(out)
}

// isTerminal reports whether w is a screen.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns is the width to draw in: the terminal's, else COLUMNS, else 80.
func columns(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return n
		}
	}
	if n, err := strconv.Atoi(strings.TrimSpace(os.Getenv("COLUMNS"))); err == nil && n > 0 {
		return n
	}
	return 80
}
