package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/muesli/termenv"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline"
	"dateline/facts"
)

// whoFlags are the flags of dateline who.
type whoFlags struct {
	on     string
	facts  factsFlag
	asJSON bool
	limit  int
}

// whoCmd asks the facts.
func whoCmd() *cobra.Command {
	var f whoFlags
	c := &cobra.Command{
		Use:   "who NAME|OFFICE",
		Short: "Tell whom a name or an office means on a day",
		Long: `Tell whom a name or an office means on a day.

An office goes with its state ("Chinese foreign minister", "ambassador of Japan
to China", "UN Secretary-General"). A name gives everything it can stand for:
persons with their terms, states, organizations, cities, buildings. Each fact
has its source. A term whose end is not known is "last known" after the day up
to which its source looked.`,
		Example: `  dateline who "Chinese foreign minister" --on 2031-06-18
  dateline who "top U.S. diplomat" --on 2018-10-08
  dateline who Xi
  dateline who Kremlin --json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd.OutOrStdout(), strings.Join(args, " "))
		},
	}
	c.Flags().StringVar(&f.on, "on", "", "the day, YYYY-MM-DD (an office without a day lists its holders, the latest first)")
	f.facts.add(c)
	c.Flags().BoolVar(&f.asJSON, "json", false, "write JSON")
	c.Flags().IntVar(&f.limit, "limit", 8, "how many answers at most (0: all)")
	return c
}

// whoAnswer is what the command writes as JSON.
type whoAnswer struct {
	Asked   string       `json:"asked"`
	On      dateline.Day `json:"on,omitempty"`
	State   string       `json:"state,omitempty"`
	Classes []string     `json:"classes,omitempty"`
	Holders []whoTerm    `json:"holders,omitempty"`
	Things  []whoThing   `json:"things,omitempty"`
}

// whoTerm is one spell of an office.
type whoTerm struct {
	ID        string       `json:"id"`
	Person    string       `json:"person"`
	State     string       `json:"state"`
	Office    string       `json:"office"`
	From      dateline.Day `json:"from"`
	To        dateline.Day `json:"to"`
	AsOf      dateline.Day `json:"as_of"`
	LastKnown bool         `json:"last_known,omitempty"`
	Source    string       `json:"source"`
}

// whoThing is something that a name can stand for.
type whoThing struct {
	ID      string    `json:"id"`
	Kind    string    `json:"kind"`
	Name    string    `json:"name"`
	State   string    `json:"state,omitempty"`
	Note    string    `json:"note,omitempty"`
	Aliases []string  `json:"aliases,omitempty"`
	Score   float64   `json:"score"`
	Terms   []whoTerm `json:"terms,omitempty"`
	Source  string    `json:"source,omitempty"`
}

func (f *whoFlags) run(w io.Writer, asked string) error {
	day, err := dateline.ParseDay(f.on)
	if err != nil {
		return &dateline.Error{Kind: dateline.Usage, Op: "who", Place: "--on", Err: err}
	}
	set, err := facts.WithDir(f.facts.dir)
	if err != nil {
		return err
	}
	answer := answerWho(set, asked, day, f.limit)
	if f.asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(answer)
	}
	if len(answer.Holders)+len(answer.Things) == 0 {
		return &dateline.Error{Kind: dateline.Input, Op: "who", Place: asked, Err: fmt.Errorf("nobody and nothing of that name is known"),
			Hint: "an office needs its state: \"French defence minister\""}
	}
	printWho(w, &answer)
	return nil
}

// answerWho asks for an office first, then for a name.
func answerWho(set *facts.Facts, asked string, day dateline.Day, limit int) whoAnswer {
	a := whoAnswer{Asked: asked, On: day}
	cut := func(n int) bool { return limit > 0 && n >= limit }
	if state, title, ok := set.OfficeIn(asked); ok {
		a.State = state
		for _, c := range set.ClassesOf(state, title) {
			a.Classes = append(a.Classes, string(c))
		}
		for _, h := range set.Holders(state, title, day) {
			if !cut(len(a.Holders)) {
				a.Holders = append(a.Holders, termOf(&h))
			}
		}
		if len(a.Holders) > 0 {
			return a
		}
	}
	for _, r := range set.Lookup(asked) {
		if r.Kind != facts.KindPerson {
			a.Things = append(a.Things, thingOf(set, r))
		}
	}
	for i, p := range set.PersonsNamed(asked, facts.Hint{Day: day}) {
		if cut(i) {
			break
		}
		t := whoThing{ID: p.Person.ID, Kind: "person", Name: p.Person.Name, State: p.Person.State, Aliases: p.Person.Aliases, Score: p.Score}
		for _, h := range set.OfficesOf(p.Person.ID, dateline.NoDay) {
			t.Terms = append(t.Terms, termOf(&h))
		}
		a.Things = append(a.Things, t)
	}
	sort.SliceStable(a.Things, func(i, j int) bool { return a.Things[i].Score > a.Things[j].Score })
	if limit > 0 && len(a.Things) > limit {
		a.Things = a.Things[:limit]
	}
	return a
}

func termOf(h *facts.Holding) whoTerm {
	return whoTerm{h.Person.ID, h.Person.Name, h.State, h.Title, h.From, h.To, h.AsOf, h.LastKnown, h.Source}
}

// thingOf describes what a name stands for, if it is no person.
func thingOf(set *facts.Facts, r facts.Ref) whoThing {
	t := whoThing{ID: set.ID(r), Kind: r.Kind.String(), State: set.StateOf(r), Score: r.Prior()}
	switch r.Kind {
	case facts.KindState, facts.KindDemonym:
		s := set.State(t.State)
		t.Name, t.Aliases, t.Source = s.Name, s.Aliases, s.Source
		t.Note = "capital " + s.Capital
	case facts.KindOrg:
		o := set.Org(r)
		t.Name, t.Aliases, t.Source, t.Note = o.Name, o.Aliases, o.Source, o.Kind
		if n := len(o.Members); n > 0 {
			t.Note += fmt.Sprintf(", %d members", n)
		}
	case facts.KindCity:
		c := set.CityOf(r)
		t.Name, t.Source = c.Name, "GeoNames (CC BY 4.0)"
		if n := strings.TrimPrefix(c.ID, "c:"); n[0] < '0' || n[0] > '9' { // no GeoNames number
			t.Source = facts.HandSource
		}
		t.Note = fmt.Sprintf("%.2f, %.2f, population %d", c.Lat, c.Lon, c.Population)
	case facts.KindMetonym:
		m := set.Metonym(r)
		t.Name, t.Note, t.Source = m.Word, "stands for the "+m.Stands, m.Source
	case facts.KindSite, facts.KindRegion:
		s := set.Site(r)
		t.Name, t.Aliases, t.Source = s.Name, s.Aliases, facts.HandSource
		t.Note = strings.TrimSuffix(s.Kind+", "+s.City, ", ")
	case facts.KindOffice:
		t.Name = set.Title(r)
	}
	return t
}

// printWho writes an answer for people; colours only on a terminal.
func printWho(w io.Writer, a *whoAnswer) {
	bold := func(s string) string { return s }
	faint := bold
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) && os.Getenv("NO_COLOR") == "" {
		bold = func(s string) string { return termenv.String(s).Bold().String() }
		faint = func(s string) string { return termenv.String(s).Faint().String() }
	}
	for i, h := range a.Holders {
		name := h.Person
		if i == 0 {
			name = bold(name)
		}
		fmt.Fprintf(w, "%s  %s  %s %s  %s\n", name, h.ID, h.State, h.Office, span(&h))
		fmt.Fprintln(w, faint("    "+h.Source))
	}
	for _, t := range a.Things {
		fmt.Fprintf(w, "%s  %s  %s", bold(t.Name), t.ID, t.Kind)
		for _, s := range []string{t.State, t.Note} {
			if s != "" {
				fmt.Fprint(w, "  ", s)
			}
		}
		fmt.Fprintln(w)
		if len(t.Aliases) > 0 {
			fmt.Fprintln(w, faint("    also "+strings.Join(t.Aliases, ", ")))
		}
		for _, h := range t.Terms {
			fmt.Fprintf(w, "    %s %s  %s  %s\n", h.State, h.Office, span(&h), faint(h.Source))
		}
		if t.Source != "" {
			fmt.Fprintln(w, faint("    "+t.Source))
		}
	}
}

// span writes a term: what is open is said to be known up to a day.
func span(h *whoTerm) string {
	from, to := h.From.String(), h.To.String()
	if from == "" {
		from = "?"
	}
	switch {
	case h.LastKnown:
		to = "last known " + h.AsOf.String()
	case to == "" && h.Source == facts.UserSource && h.AsOf.Time().Year() == 9999:
		to = "open"
	case to == "":
		to = "open as of " + h.AsOf.String()
	}
	return from + " – " + to
}
