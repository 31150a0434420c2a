package ledger

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func dayOf(s string) dateline.Day {
	d, err := dateline.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func when(from, to string) *dateline.When {
	return &dateline.When{Span: dateline.Span{Earliest: dayOf(from), Latest: dayOf(to)}}
}

// report is a report of a meeting of two ministers, changed by the options.
func report(article, published string, change ...func(*Report)) *Report {
	r := &Report{
		Key: article + "#e1", Article: article, Published: dayOf(published), Witness: article,
		Event: dateline.Event{
			ID: "e1", Type: dateline.Consult, Mode: "meet", Trigger: "met", Status: dateline.Happened, Confidence: 0.8,
			Actors: []dateline.Actor{
				{ID: "p:lind", Name: "Ada Lind", State: "NOR"},
				{ID: "p:ek", Name: "Bo Ek", State: "SWE"},
			},
			Recipients: []dateline.Actor{},
			When:       when(published, published),
			Evidence:   []dateline.Evidence{{Text: "Lind met Ek in Oslo to discuss fisheries quotas"}},
		},
	}
	for _, c := range change {
		c(r)
	}
	r.Words = wordsOf(&r.Event)
	return r
}

func on(from, to string) func(*Report) {
	return func(r *Report) { r.Event.When = when(from, to) }
}
func undated(r *Report) { r.Event.When = nil }
func status(s dateline.Status) func(*Report) {
	return func(r *Report) { r.Event.Status = s }
}
func mode(m string) func(*Report) { return func(r *Report) { r.Event.Mode = m } }
func at(name, state string) func(*Report) {
	return func(r *Report) { r.Event.Place = &dateline.Place{Name: name, State: state} }
}

func actors(a ...dateline.Actor) func(*Report) {
	return func(r *Report) { r.Event.Actors = a }
}

func TestCompare(t *testing.T) {
	base := report("a", "2031-03-04")
	for name, c := range map[string]struct {
		other *Report
		same  bool
	}{
		"told again the next day":       {report("b", "2031-03-05", on("2031-03-04", "2031-03-04")), true},
		"surname only":                  {report("b", "2031-03-04", actors(dateline.Actor{Name: "Lind", State: "NOR"}, dateline.Actor{Name: "Ek", State: "SWE"})), true},
		"a plan, published before":      {report("b", "2031-03-01", on("2031-03-04", "2031-03-04"), status(dateline.Planned)), true},
		"a plan for that month":         {report("b", "2031-02-20", on("2031-03-01", "2031-03-31"), status(dateline.Planned)), true},
		"the day after is another one":  {report("b", "2031-03-05"), false},
		"another minister of the state": {report("b", "2031-03-04", actors(dateline.Actor{Name: "Eva Moen", State: "NOR"}, dateline.Actor{Name: "Bo Ek", State: "SWE"})), false},
		"another state":                 {report("b", "2031-03-04", actors(dateline.Actor{Name: "Ada Lind", State: "NOR"}, dateline.Actor{Name: "Ib Dam", State: "DNK"})), false},
		"a call is no meeting":          {report("b", "2031-03-04", mode("call")), false},
		"the state alone":               {report("b", "2031-03-04", actors(dateline.Actor{ID: "s:NOR", Name: "Norway", State: "NOR"}, dateline.Actor{ID: "s:SWE", Name: "Sweden", State: "SWE"})), true},
		"elsewhere":                     {report("b", "2031-03-04", at("Paris", "FRA")), true},
		"undated, published near":       {report("b", "2031-03-10", undated), true},
		"undated, published long after": {report("b", "2031-06-10", undated), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Compare(base, c.other); got.Same != c.same {
				t.Errorf("Same = %v, want %v; %v", got.Same, c.same, got.Why)
			}
			if got := Compare(c.other, base); got.Same != c.same {
				t.Errorf("not symmetric: %v", got.Why)
			}
		})
	}
}

func TestHistory(t *testing.T) {
	plan := report("a", "2031-03-03", on("2031-03-10", "2031-03-10"), status(dateline.Planned), mode("visit"))
	put := report("b", "2031-03-09", on("2031-03-10", "2031-03-10"), status(dateline.Postponed), mode("visit"))
	got := Fold([]*Report{put, plan})
	if len(got) != 1 {
		t.Fatalf("got %d occurrences, want 1", len(got))
	}
	var h []dateline.Status
	for _, s := range got[0].History {
		h = append(h, s.Status)
	}
	if d := cmp.Diff([]dateline.Status{dateline.Planned, dateline.Postponed}, h); d != "" {
		t.Error(d)
	}
	if got[0].Event.Status != dateline.Postponed || got[0].Witnesses != 2 {
		t.Errorf("status %s, %d witnesses", got[0].Event.Status, got[0].Witnesses)
	}
}

func TestCalledOffAndOnAgain(t *testing.T) {
	tenth := on("2031-03-10", "2031-03-10")
	got := Fold([]*Report{
		report("a", "2031-03-01", tenth, status(dateline.Planned)),
		report("b", "2031-03-03", tenth, status(dateline.Cancelled)),
		report("c", "2031-03-04", tenth, status(dateline.Planned)), // has not heard
		report("d", "2031-03-08", tenth, status(dateline.Planned)),
		report("e", "2031-03-10", tenth),
	})
	if len(got) != 1 {
		t.Fatalf("got %d occurrences, want 1", len(got))
	}
	var h []string
	for _, s := range got[0].History {
		h = append(h, s.Published.String()+" "+string(s.Status))
	}
	if d := cmp.Diff([]string{"2031-03-01 planned", "2031-03-03 cancelled", "2031-03-08 planned", "2031-03-10 happened"}, h); d != "" {
		t.Error(d)
	}
}

func TestReprintsAreOneWitness(t *testing.T) {
	var rs []*Report
	for i := range 20 {
		r := report(fmt.Sprintf("paper-%02d", i), "2031-03-04")
		r.Witness = "wire-1"
		rs = append(rs, r)
	}
	rs = append(rs, report("own", "2031-03-04"))
	got := Fold(rs)
	if len(got) != 1 || got[0].Witnesses != 2 || got[0].Reprints != 19 {
		t.Errorf("got %d occurrences, %d witnesses, %d reprints; want 1, 2, 19", len(got), got[0].Witnesses, got[0].Reprints)
	}
}

func TestVagueReportDoesNotTieTwoMeetings(t *testing.T) {
	got := Fold([]*Report{
		report("a", "2031-03-04"), report("b", "2031-03-11"),
		report("c", "2031-03-20", on("2031-03-01", "2031-03-31")),
	})
	if len(got) != 2 {
		t.Errorf("got %d occurrences, want 2", len(got))
	}
}

// genReports draws reports that are often near each other, of all kinds.
func genReports(t *rapid.T) []*Report {
	people := []dateline.Actor{
		{Name: "Ada Lind", State: "NOR"}, {Name: "Lind", State: "NOR"}, {Name: "Bo Ek", State: "SWE"}, {Name: "Ek Bo"},
		{ID: "s:SWE", Name: "Sweden", State: "SWE"}, {Name: "Ib Dam", State: "DNK"}, {Name: "Front", State: ""},
		{ID: "o:HL", Name: "Harbour League", State: "HL"}, {ID: "x:1", Name: "the crews", State: "NOR"},
	}
	texts := []string{
		"Lind and Ek met at the Harbour Forum in Tolm about the ferry line, the grain levy and the lighthouse",
		"The Harbour Forum spoke of the ferry line, the grain levy and the lighthouse of Tolm",
		"Gunboats shelled the lighthouse of Tolm, the ferry line and a grain store", "Dam came too",
	}
	places := []*dateline.Place{nil, nil, {Name: "Tolm", State: "NOR", Lat: 60, Lon: 5}, {Name: "Velmar", State: "SWE"}, {Name: "Norway", State: "NOR"}}
	modes := map[dateline.Type][]string{
		dateline.Consult: {"meet", "visit", "call", "multilateral", "mediate", ""}, dateline.Office: {"appoint", ""},
	}
	n := rapid.IntRange(0, 14).Draw(t, "n")
	consult := rapid.Bool().Draw(t, "consult")
	out := make([]*Report, n)
	for i := range out {
		d := dayOf("2031-03-04") + dateline.Day(rapid.IntRange(0, 9).Draw(t, "published"))
		r := report(fmt.Sprintf("a%02d", rapid.IntRange(0, n).Draw(t, "article")), d.String())
		r.Key = fmt.Sprintf("%s#e%d", r.Article, i)
		if rapid.IntRange(0, 9).Draw(t, "unpublished") == 0 {
			r.Published = dateline.NoDay
		}
		e := &r.Event
		if !consult {
			e.Type = rapid.SampledFrom([]dateline.Type{dateline.Assault, dateline.Support, dateline.Agree, dateline.Office}).Draw(t, "type")
		}
		e.Mode = ""
		if m := modes[e.Type]; m != nil {
			e.Mode = rapid.SampledFrom(m).Draw(t, "mode")
		}
		e.Trigger = rapid.SampledFrom([]string{"met", "talks", "summit", "shelled"}).Draw(t, "trigger")
		e.Actors = []dateline.Actor{rapid.SampledFrom(people).Draw(t, "p"), rapid.SampledFrom(people).Draw(t, "q")}
		if rapid.Bool().Draw(t, "to") {
			e.Actors, e.Recipients = e.Actors[:1], e.Actors[1:]
		}
		e.Place = rapid.SampledFrom(places).Draw(t, "place")
		e.Evidence = []dateline.Evidence{{Text: rapid.SampledFrom(texts).Draw(t, "text")}}
		r.Words = wordsOf(e)
		e.Status = rapid.SampledFrom(dateline.Statuses).Draw(t, "status")
		if rapid.Bool().Draw(t, "undated") {
			e.When = nil
		} else {
			from := d + dateline.Day(rapid.IntRange(-3, 3).Draw(t, "from"))
			long := rapid.SampledFrom([]int{0, 0, 1, 2, 6, 12, 30, 80}).Draw(t, "long")
			e.When = when(from.String(), (from + dateline.Day(long)).String())
		}
		out[i] = r
	}
	return out
}

func TestFoldDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		want := Fold(rs)
		rnd := rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed")))
		rnd.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if d := cmp.Diff(want, Fold(rs), cmpopts.IgnoreUnexported(Report{})); d != "" {
			t.Fatal(d)
		}
	})
}

func TestCompareIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		for _, a := range rs {
			for _, b := range rs {
				if Compare(a, b).Same != Compare(b, a).Same {
					t.Fatalf("%+v\n%+v\n%v\n%v", a, b, Compare(a, b), Compare(b, a))
				}
			}
		}
	})
}

func TestSignatures(t *testing.T) {
	wire := "The foreign ministers of Norland and Sudria met in Velmar on Tuesday and agreed to reopen the border crossing at Tolm after two years, their ministries said."
	reprint := "VELMAR (Agency) - " + wire
	other := "Farmers blocked the highway outside the capital on Tuesday to protest against the new grain levy, which parliament is to vote on next week, police said."
	a, b, c := Sign(wire), Sign(reprint), Sign(other)
	if s := a.Similarity(&b); s < Reprint {
		t.Errorf("a reprint has similarity %.2f", s)
	}
	if s := a.Similarity(&c); s >= Reprint {
		t.Errorf("another text has similarity %.2f", s)
	}
}
