package score

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
)

// TripScore is how well articles tell who was where on which day, against the
// official record of the trips of presidents and secretaries of state.
type TripScore struct {
	Claims, Right int // readings of a traveller abroad on told days; those in the record, to within a day
	Exact         int // of them, not a day off
	Trips         int // trips of the record in the years looked at
	Told, Found   int // trips that an article of those days names, by traveller and place; of them, read
	Errors        []string
}

// Percentages of right claims and of found trips.
func (s TripScore) Precision() float64 { return 100 * float64(s.Right) / float64(max(s.Claims, 1)) }
func (s TripScore) Recall() float64    { return 100 * float64(s.Found) / float64(max(s.Told, 1)) }

// travel is a line of the record.
type travel struct {
	who   string // folded
	state string
	span  dateline.Span
	words []string // folded names of the country and its towns
	line  string
	told  bool
	found bool
}

// Trips is a record of trips against which readings are held.
type Trips struct {
	travels []*travel
	byName  map[string][]*travel // by surname, folded
	score   TripScore
}

// claimDays bounds the span of a claim: a longer one does not say on which day.
const claimDays = 4

// OpenTrips reads the record of those trips that began in the years [from, to].
func OpenTrips(path, from, to string, f *facts.Facts) (*Trips, error) {
	t := &Trips{byName: map[string][]*travel{}}
	err := eachRow(path, func(row *struct{ Who, Country, City, Start, End string }) error {
		state := stateOfRecord(row.Country, f)
		if row.Start < from || row.Start > to || state == nil {
			return nil
		}
		first, err := dateline.ParseDay(row.Start)
		if err != nil {
			return err
		}
		last, err := dateline.ParseDay(row.End)
		if err != nil || last < first {
			last = first
		}
		v := &travel{who: facts.Fold(row.Who), state: state.ISO3, span: dateline.Span{Earliest: first, Latest: last},
			line: fmt.Sprintf("%s %s %s..%s", row.Who, state.ISO3, row.Start, row.End)}
		for _, name := range append(strings.Split(row.City, ","), append(state.Aliases, state.Name, state.Capital)...) {
			if name = strings.TrimSpace(name); len(name) > 3 {
				v.words = append(v.words, name)
			}
		}
		t.travels = append(t.travels, v)
		t.byName[surnameIn(v.who)] = append(t.byName[surnameIn(v.who)], v)
		return nil
	})
	t.score.Trips = len(t.travels)
	return t, err
}

// stateOfRecord understands "China, People's Republic of" and "Denmark (Greenland)".
func stateOfRecord(country string, f *facts.Facts) *facts.State {
	if s := f.StateByName(country); s != nil {
		return s
	}
	head, _, _ := strings.Cut(country, " (")
	if name, rest, ok := strings.Cut(head, ", "); ok {
		rest = strings.ReplaceAll(rest, "’", "'")
		if s := f.StateByName(rest + " " + name); s != nil {
			return s
		}
		head = name
	}
	if head == "Palestinian Authority" {
		return f.State("PSE")
	}
	return f.StateByName(head)
}

// Names reports whether a text names a traveller of the record: only such texts
// need be read.
func (t *Trips) Names(text string) bool {
	for name := range t.byName {
		if strings.Contains(text, strings.ToUpper(name[:1])+name[1:]) {
			return true
		}
	}
	return false
}

// Add holds the events of one article against the record.
func (t *Trips) Add(a *dateline.Article, events []dateline.Event) {
	text := a.Title + "\n" + a.Text
	for name, travels := range t.byName {
		if !strings.Contains(text, strings.ToUpper(name[:1])+name[1:]) {
			continue
		}
		for _, v := range travels {
			if !v.told && a.Date >= v.span.Earliest-10 && a.Date <= v.span.Latest+3 {
				v.told = slices.ContainsFunc(v.words, func(w string) bool { return strings.Contains(text, w) })
			}
		}
	}
	seen := map[string]bool{}
	for i := range events {
		for _, c := range claimsOf(&events[i]) {
			if k := fmt.Sprint(c); !seen[k] {
				seen[k] = true
				t.claim(c, a, &events[i])
			}
		}
	}
}

// claim says that somebody is in a state on days.
type claim struct {
	who   string // folded name
	state string
	span  dateline.Span
}

// claimsOf takes out of an event who was where abroad.
func claimsOf(e *dateline.Event) []claim {
	switch e.Status {
	case dateline.Happened, dateline.Ongoing, dateline.Planned:
	default:
		return nil
	}
	if e.Type != dateline.Consult || e.Mode == "call" || e.When == nil || !e.When.Known() || e.When.Days() > claimDays {
		return nil
	}
	var states []string
	if e.Place != nil && e.Place.State != "" {
		states = append(states, e.Place.State)
	} else if e.Mode == "visit" {
		for _, r := range e.Recipients {
			if r.State != "" && !slices.Contains(states, r.State) {
				states = append(states, r.State)
			}
		}
	}
	var out []claim
	for _, a := range e.Actors {
		name := a.Name
		if a.Holder != "" {
			name = a.Holder
		}
		if a.State != "USA" {
			continue
		}
		for _, s := range states {
			if s != "USA" {
				out = append(out, claim{facts.Fold(name), s, e.When.Span})
			}
		}
	}
	return out
}

// claim counts one claim, if it is of a traveller of the record in his years.
func (t *Trips) claim(c claim, a *dateline.Article, e *dateline.Event) {
	travels := t.byName[surnameIn(c.who)]
	travels = slices.DeleteFunc(slices.Clone(travels), func(v *travel) bool { return !sameTraveller(c.who, v.who) })
	if len(travels) == 0 || c.span.Latest < travels[0].span.Earliest || c.span.Earliest > travels[len(travels)-1].span.Latest {
		return
	}
	t.score.Claims++
	right, exact := false, false
	for _, v := range travels {
		if v.state != c.state {
			continue
		}
		near := dateline.Span{Earliest: v.span.Earliest - 1, Latest: v.span.Latest + 1}
		if near.Overlaps(c.span) {
			right, v.found = true, true
			v.told = true
			exact = exact || v.span.Overlaps(c.span)
		}
	}
	switch {
	case exact:
		t.score.Exact++
		fallthrough
	case right:
		t.score.Right++
	default:
		text := ""
		if len(e.Evidence) > 0 {
			text = e.Evidence[0].Text
		}
		t.score.Errors = append(t.score.Errors, fmt.Sprintf("%s %s: %s in %s %s..%s | %s", a.ID, a.Date, c.who, c.state, c.span.Earliest, c.span.Latest, text))
	}
}

// sameTraveller: a surname alone, or with a first name of the same initial.
func sameTraveller(told, known string) bool {
	return !strings.Contains(told, " ") || told[0] == known[0]
}

// Score gives what was counted so far.
func (t *Trips) Score() TripScore {
	s := t.score
	for _, v := range t.travels {
		if v.told {
			s.Told++
		}
		if v.found {
			s.Found++
		} else if v.told {
			s.Errors = append(s.Errors, "not found: "+v.line)
		}
	}
	return s
}

func surnameIn(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }
