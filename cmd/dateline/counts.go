package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/ledger"
	"dateline/what"
)

// blocks draw a share of a bar, in eighths of a column.
var blocks = []rune(" ▏▎▍▌▋▊▉█")

// bar8 draws n of most as a bar of at most columns.
func bar8(n, most, columns int) string {
	if most == 0 {
		return ""
	}
	eighths := n * columns * 8 / most
	if n > 0 {
		eighths = max(eighths, 1)
	}
	s := strings.Repeat("█", eighths/8)
	if r := eighths % 8; r > 0 {
		s += string(blocks[r])
	}
	return s
}

// outletCount is what was read of one outlet.
type outletCount struct {
	name                        string
	first, last                 dateline.Day
	articles, reports, reprints int
	days                        map[dateline.Day]int
}

// drawCoverage writes a line an outlet, with its days and the longest gap.
func drawCoverage(w io.Writer, days []ledger.SourceDay) {
	byName := map[string]*outletCount{}
	for _, d := range days {
		name := orDash(d.Source)
		o := byName[name]
		if o == nil {
			o = &outletCount{name: name, first: dateline.NoDay, last: dateline.NoDay, days: map[dateline.Day]int{}}
			byName[name] = o
		}
		o.articles += d.Articles
		o.reports += d.Reports
		o.reprints += d.Reprints
		if d.Published.Known() {
			o.days[d.Published] += d.Articles
			if !o.first.Known() || d.Published < o.first {
				o.first = d.Published
			}
			o.last = max(o.last, d.Published)
		}
	}
	var all []*outletCount
	most := 0
	for _, o := range byName {
		all = append(all, o)
		most = max(most, o.articles)
	}
	slices.SortFunc(all, func(a, b *outletCount) int {
		if a.articles != b.articles {
			return b.articles - a.articles
		}
		return strings.Compare(a.name, b.name)
	})
	for _, o := range all {
		fmt.Fprintf(w, "%-32.32s %7d articles %7d reports %5d reprints  %s\n", o.name, o.articles, o.reports, o.reprints, bar8(o.articles, most, 20))
		if o.first.Known() {
			gap, from := longestGap(o)
			fmt.Fprintf(w, "%32s %s..%s, %d days with articles", "", o.first, o.last, len(o.days))
			if gap > 0 {
				fmt.Fprintf(w, "; longest gap %d days from %s", gap, from)
			}
			fmt.Fprintln(w)
		}
	}
}

// longestGap gives the longest run of days without an article.
func longestGap(o *outletCount) (days int, from dateline.Day) {
	run := 0
	for d := o.first; d <= o.last; d++ {
		if o.days[d] > 0 {
			run = 0
			continue
		}
		if run++; run > days {
			days, from = run, d-dateline.Day(run)+1
		}
	}
	return days, from
}

// period is what happened between two in a month or year.
type period struct {
	Period      string  `json:"period"`
	Events      int     `json:"events"`
	Cooperation int     `json:"cooperation"`
	Conflict    int     `json:"conflict"`
	Scale       float64 `json:"scale"` // mean of PLOVER's scores, -10..10
}

// betweenCmd counts what went on between two sides.
func betweenCmd() *cobra.Command {
	var a asked
	by := "month"
	c := &cobra.Command{
		Use:   "between WHO WHOM [QUERY...]",
		Short: "Chart what went on between two sides, by month or year",
		Long: `Count the events between two sides by month, quarter or year, and draw them as a
chart: cooperation to the right, conflict to the left, with the mean of the PLOVER
scale (from -10, mass violence, to 10, material aid).`,
		Example: `  dateline between USA CHN
  dateline between NOR SWE --by year --type CONSULT`,
		Args: args(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, words []string) error {
			a.with = append(a.with, words[:2]...)
			if len(a.statuses) == 0 {
				a.statuses = []string{string(dateline.Happened), string(dateline.Ongoing)}
			}
			q, store, err := a.ask(cmd.Context(), words[2:])
			if err != nil {
				return err
			}
			defer store.Close()
			days, err := store.Tally(cmd.Context(), q)
			if err != nil {
				return err
			}
			counts, err := periods(days, by)
			if err != nil {
				return usageError(cmd, err)
			}
			if a.asJSON {
				return printJSON(cmd.OutOrStdout(), counts)
			}
			drawPeriods(cmd.OutOrStdout(), counts)
			return nil
		},
	}
	a.flags(c)
	c.Flags().StringVar(&by, "by", by, "`period`: month, quarter, year")
	return c
}

// perYear tells how many periods of a kind a year has.
var perYear = map[string]int{"month": 12, "quarter": 4, "year": 1}

// periods adds the counts of days up. A period without an event is among them
// unless more than emptyPeriods follow each other.
func periods(days []ledger.Count, by string) ([]period, error) {
	per := perYear[by]
	if per == 0 {
		return nil, fmt.Errorf("--by %q: want month, quarter or year", by)
	}
	var out []period
	last := 0 // number of the last period, counted from the year 0
	for _, d := range days {
		y, m, _ := d.Day.Civil()
		n := y*per + (int(m)-1)*per/12
		if len(out) == 0 || n-last > emptyPeriods {
			last = n - 1
		}
		for ; last < n; last++ {
			out = append(out, period{Period: periodName(last+1, per)})
		}
		p := &out[len(out)-1]
		score := what.Score(d.Type, d.Mode)
		p.Scale += (score - p.Scale) * float64(d.N) / float64(p.Events+d.N)
		p.Events += d.N
		if score < 0 {
			p.Conflict += d.N
		} else {
			p.Cooperation += d.N
		}
	}
	return out, nil
}

// emptyPeriods is how many periods without an event are still told one by one.
const emptyPeriods = 24

// periodName names the n-th month, quarter or year from the year 0.
func periodName(n, per int) string {
	year, part := n/per, n%per+1
	if part < 1 { // before the year 0
		year, part = year-1, part+per
	}
	switch per {
	case 12:
		return fmt.Sprintf("%04d-%02d", year, part)
	case 4:
		return fmt.Sprintf("%04d-Q%d", year, part)
	}
	return fmt.Sprintf("%04d", year)
}

func drawPeriods(w io.Writer, all []period) {
	most := 0
	for _, p := range all {
		most = max(most, p.Cooperation, p.Conflict)
	}
	const half = 24
	for _, p := range all {
		if p.Events == 0 {
			fmt.Fprintf(w, "%-8s %*s│\n", p.Period, half, "")
			continue
		}
		left := strings.Repeat("█", p.Conflict*half/max(most, 1))
		if p.Conflict > 0 && left == "" {
			left = "▌"
		}
		fmt.Fprintf(w, "%-8s %*s%s│%-*s %3d %-6s scale %+.1f\n", p.Period, half-len([]rune(left)), "", left, half, bar8(p.Cooperation, most, half), p.Events, eventsWord(p.Events), p.Scale)
	}
	if len(all) > 0 {
		fmt.Fprintf(w, "%-8s %*s│%-*s\n", "", half, "conflict", half, " cooperation")
	}
}

func eventsWord(n int) string {
	if n == 1 {
		return "event,"
	}
	return "events,"
}
