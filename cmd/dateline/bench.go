package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline"
)

// figures is a table of measurements: what `dateline bench` prints and, as
// JSON, what other programs compare.
type figures struct {
	Name    string     `json:"name"`
	About   string     `json:"about"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// add appends a row; floats get one decimal.
func (f *figures) add(cells ...any) {
	row := make([]string, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case float64:
			row[i] = fmt.Sprintf("%.1f", c)
		default:
			row[i] = fmt.Sprint(c)
		}
	}
	f.Rows = append(f.Rows, row)
}

// benchmark is one thing that can be measured.
type benchmark struct {
	name, about string
	needsShared bool
	long        bool // takes minutes: only when it is named
	run         func(ctx context.Context, o benchOptions) (figures, error)
}

// benchOptions is where and how hard to measure.
type benchOptions struct {
	shared string // folder with data and gold
	tests  bool   // also on the test parts of the data
	limit  int    // articles for the speed; 0 is all

	readings int    // made-up ones for the ledger
	dir      string // where that ledger is made, "" for the system's folder
}

// benchmarks in the order in which they are run. Start comes first: the memory
// of a child process is counted from its parent's at the fork.
func benchmarks() []benchmark {
	return []benchmark{
		{"start", "time to the first record of a one-article job, memory, size of the binary", false, false, benchStart},
		{"lang", "words, tags, lemmas and trees from raw text (CoNLL 2018), in percent", true, false, benchLang},
		{"names", "persons, organizations and places from raw text, in percent", true, false, benchNames},
		{"who", "whom the record of official trips names, in percent", true, false, benchWho},
		{"when", "time expressions on TimeML sets (TempEval-3 task A)", true, false, benchWhen},
		{"said", "who says what, on news with attributions", true, false, benchSaid},
		{"coders", "human-coded sentences of PLOVER, in percent", true, false, benchCoders},
		{"read", "events on the gold record, in percent", true, false, benchRead},
		{"pairs", "pairs of articles of one event or of two, by shared events of the ledger", true, false, benchPairs},
		{"trips", "who was where on which day, against the record of official trips", true, true, benchTrips},
		{"sources", "events of bullets, Kremlin, State and White House that several of them tell of", true, true, benchSources},
		{"ledger", "adding made-up readings to a ledger, and its answers", false, false, benchLedger},
		{"speed", "articles and tokens a second on one core, share of each room", false, false, benchSpeed},
	}
}

// benchCmd measures how good and how fast Dateline is.
func benchCmd() *cobra.Command {
	var o benchOptions
	var asJSON bool
	all := benchmarks()
	var names []string
	var list strings.Builder
	for _, b := range all {
		names = append(names, b.name)
		fmt.Fprintf(&list, "  %-6s %s\n", b.name, b.about)
	}
	c := &cobra.Command{
		Use:   "bench [WHAT...]",
		Short: "Measure how good and how fast Dateline is",
		Long: `Measure how good and how fast Dateline is, on this machine.

WHAT is any of
` + list.String() + `
and all but those that take minutes (trips, sources) if none is named. The scores
need the folder with the development sets and the gold record (--shared, or
DATELINE_SHARED in the environment); without it they are skipped and said to be.`,
		Example:   "  dateline bench read speed\n  dateline bench --shared ../shared --json > figures.json",
		ValidArgs: names,
		Args:      args(cobra.OnlyValidArgs),
		RunE: func(cmd *cobra.Command, wanted []string) error {
			return runBench(cmd.Context(), cmd.OutOrStdout(), all, wanted, o, asJSON)
		},
	}
	fl := c.Flags()
	fl.StringVar(&o.shared, "shared", sharedFolder(), "folder with data and gold")
	fl.BoolVar(&o.tests, "tests", false, "measure on the test parts of the data as well")
	fl.IntVar(&o.limit, "limit", 200, "articles that speed reads at most; 0 is all")
	fl.IntVar(&o.readings, "readings", 5000, "made-up readings that ledger adds")
	fl.StringVar(&o.dir, "dir", "", "`folder` in which ledger makes its file (default the system's for temporary files)")
	fl.BoolVar(&asJSON, "json", false, "write one JSON object a line for each table")
	fl.Lookup("shared").DefValue = "../shared"
	return c
}

// sharedFolder is where the development sets are by default.
func sharedFolder() string {
	if s := os.Getenv("DATELINE_SHARED"); s != "" {
		return s
	}
	return "../shared"
}

func runBench(ctx context.Context, out io.Writer, all []benchmark, wanted []string, o benchOptions, asJSON bool) error {
	_, err := os.Stat(filepath.Join(o.shared, "data"))
	missing := err != nil
	for _, b := range all {
		if named := slices.Contains(wanted, b.name); len(wanted) > 0 && !named || b.long && !named {
			continue
		}
		if b.needsShared && missing {
			if slices.Contains(wanted, b.name) {
				return &dateline.Error{Kind: dateline.Input, Op: "bench " + b.name, Place: o.shared,
					Err: errString("no development sets here"), Hint: "say where they are with --shared DIR"}
			}
			if !asJSON {
				fmt.Fprintf(out, "%s: skipped, it needs the development sets (--shared DIR)\n\n", b.name)
			}
			continue
		}
		f, err := b.run(ctx, o)
		if err != nil {
			return fmt.Errorf("bench %s: %w", b.name, err)
		}
		f.Name, f.About = b.name, b.about
		if err := f.write(out, asJSON); err != nil {
			return err
		}
	}
	return nil
}

func (f *figures) write(out io.Writer, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(out).Encode(f)
	}
	fmt.Fprintf(out, "%s: %s\n", f.Name, f.About)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  "+strings.Join(f.Columns, "\t"))
	for _, r := range f.Rows {
		fmt.Fprintln(w, "  "+strings.Join(r, "\t"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out)
	return err
}
