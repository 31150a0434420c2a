package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/lang"
	"dateline/when"
)

// whenFlags are the flags of dateline when.
type whenFlags struct {
	dct, language, timeml, out string
	asJSON, explain, plain     bool
}

// whenCmd reads time expressions.
func whenCmd() *cobra.Command {
	var f whenFlags
	c := &cobra.Command{
		Use:   "when [text...]",
		Short: "Find the times of a text and tell the days they mean",
		Long: `Find the time expressions of a text and work out what days they mean.

Times hang on the day of publication (--dct) or on the story told so far. For
each there are two results: TIMEX3's type, value and modifier, and the days
from the earliest to the latest. Without --dct, relative times stay open.
Text comes from the arguments or from standard input.`,
		Example: `  dateline when --dct 2031-06-18 "late May"
  dateline when --dct 2031-06-18 --explain "They met on Sunday, a day before the summit."
  dateline when --dct 2031-06-18 --json < article.txt
  dateline when --language de --dct 2031-06-18 "am Dienstag voriger Woche"
  dateline when --timeml corpus/ --out marked/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.timeml != "" || f.out != "" {
				return f.convert(args)
			}
			return f.read(cmd.InOrStdin(), cmd.OutOrStdout(), args)
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.dct, "dct", "", "day of publication, YYYY-MM-DD")
	fl.StringVar(&f.language, "language", "en", "language of the text: "+strings.Join(when.Languages(), ", "))
	fl.BoolVar(&f.asJSON, "json", false, "write a JSON array of times")
	fl.BoolVar(&f.explain, "explain", false, "tell how each value was worked out, and by which row of the tables")
	fl.BoolVar(&f.plain, "plain", false, "do without tags and trees: faster, a little less right")
	fl.StringVar(&f.timeml, "timeml", "", "folder of TimeML files to read")
	fl.StringVar(&f.out, "out", "", "folder to write TimeML files into")
	return c
}

func (f *whenFlags) usage(place, hint string, err error) error {
	return &dateline.Error{Kind: dateline.Usage, Op: "when", Place: place, Hint: hint, Err: err}
}

// read handles a text from the arguments or standard input.
func (f *whenFlags) read(in io.Reader, out io.Writer, args []string) error {
	day, err := dateline.ParseDay(f.dct)
	if err != nil {
		return f.usage("--dct", "example: --dct 2031-06-18", err)
	}
	if err := f.checkLanguage(); err != nil {
		return err
	}
	text := strings.Join(args, " ")
	if len(args) == 0 {
		b, err := io.ReadAll(in)
		if err != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "when", Place: "standard input", Err: err}
		}
		text = string(b)
	}
	l := when.Read(f.doc(text), day, when.Language(f.language))
	if f.asJSON {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(l.Records())
	}
	for i := range l.Timexes {
		f.print(out, text, &l.Timexes[i])
	}
	return nil
}

func (f *whenFlags) checkLanguage() error {
	ls := when.Languages()
	for _, l := range ls {
		if l == f.language {
			return nil
		}
	}
	return f.usage("--language", "there are tables for "+strings.Join(ls, ", "), fmt.Errorf("no tables for %q", f.language))
}

// print writes a line for people: words, type, value, days.
func (f *whenFlags) print(w io.Writer, text string, t *when.Timex) {
	value := t.Value
	if t.Mod != "" {
		value += " " + t.Mod
	}
	if t.Freq != "" {
		value += " " + t.Freq
	}
	days := t.EDTF
	if t.Span != dateline.NoSpan {
		days = when.Interval(t.Span)
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", strings.Join(strings.Fields(text[t.Start:t.End]), " "), t.Type, value, days)
	if f.explain {
		fmt.Fprintf(w, "  row %s\n", t.Rule)
		for _, y := range t.Why {
			fmt.Fprintf(w, "  %s\n", y)
		}
	}
}

// convert reads all TimeML files of a folder and writes each with our times.
func (f *whenFlags) convert(args []string) error {
	if f.timeml == "" || f.out == "" || len(args) > 0 {
		return f.usage("--timeml", "give both: --timeml IN_DIR --out OUT_DIR, and no text", errors.New("two folders are needed"))
	}
	if err := f.checkLanguage(); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(f.timeml, "*.tml"))
	if err != nil || len(files) == 0 {
		return &dateline.Error{Kind: dateline.IO, Op: "when", Place: f.timeml, Err: errors.New("no .tml files")}
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "when", Place: f.out, Err: err}
	}
	var errs []error
	for _, name := range files {
		if err := f.convertOne(name); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (f *whenFlags) convertOne(name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "read TimeML", Place: name, Err: err}
	}
	t, err := when.ParseTimeML(b)
	if err != nil {
		return &dateline.Error{Kind: dateline.Input, Op: "read TimeML", Place: name, Err: err}
	}
	if f.dct != "" && !t.DCT.Known() {
		if t.DCT, err = dateline.ParseDay(f.dct); err != nil {
			return f.usage("--dct", "example: --dct 2031-06-18", err)
		}
	}
	l := when.Read(f.doc(t.Text), t.DCT, when.Language(f.language))
	out := filepath.Join(f.out, filepath.Base(name))
	w, err := os.Create(out)
	if err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "write TimeML", Place: out, Err: err}
	}
	if err := errors.Join(t.Write(w, l), w.Close()); err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "write TimeML", Place: out, Err: err}
	}
	return nil
}

// doc analyses a text as well as its language allows.
func (f *whenFlags) doc(text string) *lang.Doc {
	if f.language == "en" && !f.plain {
		return lang.Parse(text, when.Paragraphs(text))
	}
	return when.Split(text, nil)
}
