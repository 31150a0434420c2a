package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/view"
	"dateline/ledger"
	"dateline/query"
)

// asked is a command that asks a ledger for events.
type asked struct {
	ledgerFlag
	filterFlags
	asJSON bool
}

func (a *asked) flags(c *cobra.Command) {
	a.ledgerFlag.add(c)
	a.filterFlags.add(c)
	c.Flags().BoolVar(&a.asJSON, "json", false, "one event a line, as JSON")
}

// ask reads the question and opens the ledger that it goes to.
func (a *asked) ask(ctx context.Context, words []string) (query.Query, ledger.Store, error) {
	q, err := a.query(words)
	if err != nil {
		return q, nil, err
	}
	s, err := a.open(ctx)
	return q, s, err
}

// shownEvents is how many events are shown if --limit does not tell.
const shownEvents = 100

// find asks a ledger for the first events, and says so on standard error if
// there are more than the limit lets through.
func (a *asked) find(cmd *cobra.Command, s ledger.Store, q query.Query, order ledger.Order) ([]*ledger.Occurrence, error) {
	limit := cmp.Or(a.limit, shownEvents)
	found, err := s.Find(cmd.Context(), q, ledger.Page{Order: order, Limit: limit + 1})
	if len(found) > limit {
		found = found[:limit]
		noteMore(cmd, limit)
	}
	return found, err
}

func noteMore(cmd *cobra.Command, limit int) {
	fmt.Fprintf(cmd.ErrOrStderr(), "dateline: only the first %d are shown; --limit shows more\n", limit)
}

// print draws what was found on a line of dates, or writes JSON.
func (a *asked) print(w io.Writer, title string, q query.Query, found []*ledger.Occurrence) error {
	if a.asJSON {
		return printJSON(w, found)
	}
	t := view.Timeline{Title: title, Today: today(q), Notes: map[string]string{}}
	for _, o := range found {
		t.Events = append(t.Events, withWords(o))
		t.Notes[o.ID] = witnessText(o)
	}
	return t.Draw(w, view.Style{Width: columns(w), Color: colored(w)})
}

func printJSON[T any](w io.Writer, all []T) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, o := range all {
		if err := enc.Encode(o); err != nil {
			return &dateline.Error{Kind: dateline.IO, Op: "write JSON", Err: err}
		}
	}
	return nil
}

// withWords gives an occurrence the evidence of its latest report.
func withWords(o *ledger.Occurrence) dateline.Event {
	e := o.Event
	last := o.Reports[len(o.Reports)-1].Event
	e.Evidence, e.Trigger, e.Relations = last.Evidence, last.Trigger, nil
	return e
}

func witnessText(o *ledger.Occurrence) string {
	s := fmt.Sprintf("%d witnesses", o.Witnesses)
	if o.Witnesses == 1 {
		s = "1 witness"
	}
	if o.Reprints > 0 {
		s += fmt.Sprintf(" and %d reprints", o.Reprints)
	}
	if _, last := o.Published(); last.Known() && (o.Event.When == nil || o.Event.When.Span == dateline.NoSpan) {
		s += last.Time().Format(", told 2 Jan 2006") // all that places it in time
	}
	return s
}

// timelineCmd lists events in order.
func timelineCmd() *cobra.Command {
	var a asked
	c := &cobra.Command{
		Use:   "timeline [QUERY...]",
		Short: "Draw the events of the ledger in order of time, each once",
		Long: `Draw the events of the ledger in order of time, each once, with the number of
independent witnesses (reprints of one text are one witness).

QUERY is a list of terms, all of which must hold:

  ` + fieldHelp() + `
  and words or "several words" to be found in titles and evidence

The flags are short forms of the same terms.`,
		Example: `  dateline timeline --with USA --with CHN --type CONSULT
  dateline timeline happens:2031-05.. status:planned,possible
  dateline timeline --person "Ada Lind" --as-of 2031-06-18 --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, s, err := a.ask(cmd.Context(), words)
			if err != nil {
				return err
			}
			defer s.Close()
			found, err := a.find(cmd, s, q, ledger.ByTime)
			if err != nil {
				return err
			}
			return a.print(cmd.OutOrStdout(), titleOf("Timeline", q), q, found)
		},
	}
	a.flags(c)
	return c
}

func titleOf(name string, q query.Query) string {
	if s := q.String(); s != "" {
		return name + ": " + s
	}
	return name
}

func fieldHelp() string {
	var lines []string
	for _, f := range query.Fields {
		lines = append(lines, fmt.Sprintf("%-10s %s", f.Name+":", f.Meaning))
	}
	return strings.Join(lines, "\n  ")
}

// lastCmd tells when two last met.
func lastCmd() *cobra.Command {
	var a asked
	c := &cobra.Command{
		Use:   "last WHO [WHOM]",
		Short: "Tell when somebody last met, visited or called somebody",
		Example: `  dateline last "Ada Lind" "Bo Ek"
  dateline last USA CHN --as-of 2031-06-18`,
		Args: args(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, names []string) error {
			a.with = append(a.with, names...)
			if len(a.types) == 0 {
				a.types = []string{string(dateline.Consult)}
			}
			a.statuses = []string{string(dateline.Happened), string(dateline.Ongoing)}
			q, s, err := a.ask(cmd.Context(), nil)
			if err != nil {
				return err
			}
			defer s.Close()
			found, err := s.Find(cmd.Context(), q, ledger.Page{Order: ledger.ByNewest, Limit: cmp.Or(a.limit, 1)})
			if err != nil {
				return err
			}
			if len(found) == 0 && !a.asJSON {
				fmt.Fprintf(cmd.OutOrStdout(), "the ledger tells of no meeting, visit or call of %s\n", strings.Join(names, " and "))
				return nil
			}
			return a.print(cmd.OutOrStdout(), "Last: "+strings.Join(names, " and "), q, found)
		},
	}
	a.flags(c)
	return c
}
