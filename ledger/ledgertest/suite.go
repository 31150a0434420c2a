// Package ledgertest is the one suite that every store of a ledger passes.
package ledgertest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/ledger"
	"dateline/query"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Run passes a store through the suite. open gives an empty ledger each time.
func Run(t *testing.T, open func(t *testing.T) ledger.Store) {
	for name, f := range map[string]func(*testing.T, ledger.Store){
		"add and find":             addAndFind,
		"a plan comes true":        planComesTrue,
		"as of a day":              asOf,
		"added twice":              addedTwice,
		"reprints":                 reprints,
		"corrections":              corrections,
		"reread":                   reread,
		"relations and doubts":     relations,
		"words":                    words,
		"changes and coverage":     changesAndCoverage,
		"ids that nobody gave":     unknownIDs,
		"search":                   search,
		"tally":                    tally,
		"in any order":             func(t *testing.T, s ledger.Store) { anyOrder(t, s, open(t)) },
		"one bad entry of a batch": oneBadEntry,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			f(t, s)
			faults, err := s.Verify(t.Context())
			if err != nil || len(faults) > 0 {
				t.Errorf("verify: %v, %v", err, faults)
			}
		})
	}
}

func day(s string) dateline.Day {
	d, err := dateline.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// entry is an article with one event whose evidence is its first sentence.
func entry(id, published, text string, e dateline.Event) ledger.Entry {
	first, _, _ := strings.Cut(text, ". ")
	e.ID = "e1"
	e.Confidence = 0.9
	e.Evidence = []dateline.Evidence{{Start: 0, End: len(first), Text: first}}
	if e.Recipients == nil {
		e.Recipients = []dateline.Actor{}
	}
	sum := sha256.Sum256([]byte(text))
	return ledger.Entry{
		Reader: "test", Read: time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC),
		Record: dateline.Record{
			Article: dateline.Article{ID: id, Date: day(published), Title: "On " + id, Source: "Test Wire", Text: text, SHA256: hex.EncodeToString(sum[:])},
			Events:  []dateline.Event{e},
		},
	}
}

func visit(status dateline.Status, on string) dateline.Event {
	e := dateline.Event{
		Type: dateline.Consult, Mode: "visit", Status: status,
		Actors:     []dateline.Actor{{Name: "Ada Lind", State: "NOR"}},
		Recipients: []dateline.Actor{{ID: "s:SWE", Name: "Sweden", State: "SWE"}},
		Place:      &dateline.Place{Name: "Stockholm", State: "SWE"},
	}
	if on != "" {
		e.When = &dateline.When{Span: dateline.OneDay(day(on))}
	}
	return e
}

func mustAdd(t *testing.T, s ledger.Store, entries ...ledger.Entry) []ledger.Added {
	t.Helper()
	out, err := s.Add(t.Context(), entries)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func find(t *testing.T, s ledger.Store, q string) []*ledger.Occurrence {
	t.Helper()
	p, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.Find(t.Context(), p, ledger.Page{})
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return out
}

func wantCount(t *testing.T, s ledger.Store, q string, want int) {
	t.Helper()
	if got := find(t, s, q); len(got) != want {
		t.Errorf("%q found %d events, want %d", q, len(got), want)
	}
}

func statuses(o *ledger.Occurrence) (out []dateline.Status) {
	for _, h := range o.History {
		out = append(out, h.Status)
	}
	return out
}

const (
	plan   = "Norway's premier Ada Lind will visit Stockholm on Tuesday. Fisheries are on the table."
	deed   = "Premier Ada Lind of Norway visited Stockholm on Tuesday and signed nothing. She flew home at night."
	putOff = "The Stockholm visit of Norway's Ada Lind has been put off because of a storm. No new day was named."
)

func addAndFind(t *testing.T, s ledger.Store) {
	mustAdd(t, s, entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")))
	for q, n := range map[string]int{
		"": 1, "with:NOR": 1, "with:nor with:SWE": 1, "with:DNK": 0, "with:lind": 1, `with:"ada lind"`: 1, "with:DNK,SWE": 1, "-with:SWE": 0,
		"happens:2031-03": 1, "happens:2031-04..": 0, "published:2031-03-02": 1, "published:2031-03-03..": 0, "status:planned": 1, "status:happened": 0,
		"type:CONSULT mode:visit": 1, "place:stockholm": 1, "place:SWE": 1, "place:NOR": 0, "undated:yes": 0, "undated:no": 1, "witnesses:2": 0, "source:wire": 1,
	} {
		wantCount(t, s, q, n)
	}
	a, err := s.Article(t.Context(), "a")
	if err != nil || a.Text != plan || a.Date != day("2031-03-02") {
		t.Errorf("article: %v %+v", err, a)
	}
}

func planComesTrue(t *testing.T, s ledger.Store) {
	mustAdd(t, s, entry("b", "2031-03-05", deed, visit(dateline.Happened, "2031-03-04")))
	mustAdd(t, s, entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")))
	got := find(t, s, "")
	if len(got) != 1 {
		t.Fatalf("%d events, want 1", len(got))
	}
	if d := cmp.Diff([]dateline.Status{dateline.Planned, dateline.Happened}, statuses(got[0])); d != "" {
		t.Error(d)
	}
	if got[0].Witnesses != 2 {
		t.Errorf("%d witnesses, want 2", got[0].Witnesses)
	}
}

func asOf(t *testing.T, s ledger.Store) {
	mustAdd(t, s,
		entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")),
		entry("b", "2031-03-03", putOff, visit(dateline.Postponed, "2031-03-04")))
	for q, want := range map[string]dateline.Status{"as-of:2031-03-02": dateline.Planned, "as-of:2031-03-03": dateline.Postponed, "": dateline.Postponed} {
		got := find(t, s, q)
		if len(got) != 1 || got[0].Event.Status != want {
			t.Errorf("%q: %d events, want one that is %s", q, len(got), want)
		}
	}
	wantCount(t, s, "as-of:2031-03-01", 0)
}

func addedTwice(t *testing.T, s ledger.Store) {
	e := entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04"))
	mustAdd(t, s, e)
	if got := mustAdd(t, s, e); !got[0].Duplicate || got[0].Err != nil {
		t.Errorf("second time: %+v", got[0])
	}
	if got := mustAdd(t, s, entry("a", "2031-03-02", deed, visit(dateline.Planned, "2031-03-04"))); got[0].Err == nil {
		t.Error("another text under the same id was taken without a word")
	}
	wantCount(t, s, "", 1)
}

func reprints(t *testing.T, s ledger.Store) {
	long := deed + " Officials of both sides spoke of open and useful talks about cod, herring and the common border, and of a further round in the autumn in Oslo."
	for i := range 5 {
		mustAdd(t, s, entry(fmt.Sprintf("paper-%d", i), "2031-03-05", fmt.Sprintf("Paper %d: ", i)+long, visit(dateline.Happened, "2031-03-04")))
	}
	got := find(t, s, "")
	if len(got) != 1 || got[0].Witnesses != 1 || got[0].Reprints != 4 {
		t.Fatalf("%d events; want one with one witness and four reprints: %+v", len(got), got)
	}
}

func corrections(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	other := visit(dateline.Happened, "2031-03-20")
	mustAdd(t, s, entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")), entry("b", "2031-03-21", deed, other),
		entry("c", "2031-03-03", putOff, visit(dateline.Postponed, "2031-03-04")))
	all := find(t, s, "")
	if len(all) != 2 {
		t.Fatalf("%d events, want 2", len(all))
	}
	first, second := all[0].ID, all[1].ID
	fix := func(k ledger.Correction) ledger.Correction {
		t.Helper()
		k.By = "tester"
		out, err := s.Fix(ctx, k)
		if err != nil {
			t.Fatalf("%+v: %v", k, err)
		}
		return out
	}
	merged := fix(ledger.Correction{Kind: "merge", Occurrence: first, Other: second})
	wantCount(t, s, "", 1)
	if o, err := s.Occurrence(ctx, second); err != nil || o.ID != first {
		t.Errorf("the merged id answers %v, %v", o, err)
	}
	fix(ledger.Correction{Kind: "undo", Other: fmt.Sprint(merged.Seq)})
	wantCount(t, s, "", 2)

	fix(ledger.Correction{Kind: "set", Occurrence: first, Field: "status", Value: "cancelled"})
	wantCount(t, s, "status:cancelled", 1)

	var leaves string
	o, err := s.Occurrence(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range o.Reports {
		if ledger.IDOf(r.Key) != first {
			leaves = r.Key
		}
	}
	split := fix(ledger.Correction{Kind: "split", Occurrence: first, Other: leaves})
	wantCount(t, s, "", 3)
	fix(ledger.Correction{Kind: "undo", Other: fmt.Sprint(split.Seq)})
	wantCount(t, s, "", 2)

	rejected := fix(ledger.Correction{Kind: "reject", Occurrence: second})
	wantCount(t, s, "", 1)
	if _, err := s.Occurrence(ctx, second); err == nil {
		t.Error("a rejected event answers as if nothing had happened")
	}
	fix(ledger.Correction{Kind: "undo", Other: fmt.Sprint(rejected.Seq)})
	wantCount(t, s, "", 2)
	for _, bad := range []ledger.Correction{{Kind: "set", Occurrence: first, Field: "colour"}, {Kind: "paint", Occurrence: first}, {Kind: "undo", Other: "99"}, {Kind: "merge", Occurrence: first, Other: "evnone"}} {
		if _, err := s.Fix(ctx, bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
}

// relations lead to other occurrences of the ledger and not to ids of one record,
// also where the event that is meant went into another article's.
func relations(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	mustAdd(t, s, entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")))
	b := entry("b", "2031-03-05", deed, visit(dateline.Happened, "2031-03-04"))
	meet := b.Record.Events[0]
	meet.ID, meet.Mode, meet.Type, meet.Recipients = "e2", "", dateline.Agree, nil
	meet.Relations = []dateline.Relation{{Kind: "part-of", Event: "e1"}, {Kind: "disrupted-by", Text: "a strike"}}
	b.Record.Events = append(b.Record.Events, meet)
	b.Record.Doubts = []dateline.Doubt{{Kind: "disputed", Start: 0, End: 4, Text: deed[:4], Why: "somebody denies it", Events: []string{"e2"}}}
	mustAdd(t, s, b)
	trip, deal := find(t, s, "type:CONSULT"), find(t, s, "type:AGREE")
	if len(trip) != 1 || len(trip[0].Reports) != 2 || len(deal) != 1 {
		t.Fatalf("%d visits and %d agreements, want a visit of two reports and an agreement", len(trip), len(deal))
	}
	o, err := s.Occurrence(ctx, deal[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.Related(ctx, s, o); err != nil {
		t.Fatal(err)
	}
	want := []dateline.Relation{{Kind: "part-of", Event: trip[0].ID}, {Kind: "disrupted-by", Text: "a strike"}}
	if !slices.Equal(o.Relations, want) {
		t.Errorf("relations %+v, want %+v", o.Relations, want)
	}
	if d := o.Reports[0].Event.Doubts; len(d) != 1 || d[0].Why != "somebody denies it" {
		t.Errorf("doubts %+v, want that somebody denies it", d)
	}
	for _, r := range trip[0].Reports {
		if x, err := s.Occurrence(ctx, r.Key); err != nil || x.ID != trip[0].ID {
			t.Errorf("the report %s answers %v, %v", r.Key, x, err)
		}
	}
	if _, err := s.Fix(ctx, ledger.Correction{Kind: "reject", Occurrence: trip[0].ID, By: "tester"}); err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.Related(ctx, s, o); err != nil || len(o.Relations) != 1 {
		t.Errorf("after the visit was rejected: %+v, %v", o.Relations, err)
	}
}

func reread(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	e := entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04"))
	mustAdd(t, s, e, entry("b", "2031-03-05", deed, visit(dateline.Happened, "2031-03-04")))
	id := find(t, s, "")[0].ID
	if _, err := s.Fix(ctx, ledger.Correction{Kind: "set", Occurrence: id, Field: "place", Value: "Uppsala/SWE", By: "tester"}); err != nil {
		t.Fatal(err)
	}
	e.Record.Events[0].Status = dateline.Possible
	e.Record.Events[0].Evidence[0] = dateline.Evidence{Start: 1, End: 8, Text: plan[1:8]}
	if _, err := s.Replace(ctx, []ledger.Entry{e}); err != nil {
		t.Fatal(err)
	}
	o, err := s.Occurrence(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Reports) != 2 || o.History[0].Status != dateline.Possible {
		t.Errorf("after reading anew: %d reports, history %v", len(o.Reports), statuses(o))
	}
	if o.ID == id && o.Event.Place.Name != "Uppsala" {
		t.Errorf("the correction is lost: place %v", o.Event.Place)
	}
	e.Record.Events = nil
	if _, err := s.Replace(ctx, []ledger.Entry{e}); err != nil {
		t.Fatal(err)
	}
	wantCount(t, s, "", 1)
	wantCount(t, s, "status:happened", 1)
}

func words(t *testing.T, s ledger.Store) {
	mustAdd(t, s, entry("a", "2031-03-02", "Ada Lind will visit Tromsø's façade on Tuesday. So she says.", visit(dateline.Planned, "2031-03-04")))
	for q, n := range map[string]int{"visit": 1, `"will visit"`: 1, `"visit will"`: 0, "facade": 1, "nothing": 0, "on a": 1, "tuesday lind": 1} {
		wantCount(t, s, q, n)
	}
}

func search(t *testing.T, s ledger.Store) {
	mustAdd(t, s,
		entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")),
		entry("b", "2031-03-05", deed, visit(dateline.Happened, "2031-03-04")))
	for _, x := range []struct {
		phrases []string
		want    []string
	}{
		{[]string{"Stockholm"}, []string{"b", "a"}}, {[]string{"FISHERIES"}, []string{"a"}}, {[]string{"flew home", "lind"}, []string{"b"}},
		{[]string{"home flew"}, nil}, {[]string{"on a"}, []string{"a"}}, {[]string{"..."}, nil}, {nil, nil},
	} {
		found, err := s.Search(t.Context(), x.phrases, 0)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, a := range found {
			ids = append(ids, a.ID)
		}
		if !slices.Equal(ids, x.want) {
			t.Errorf("%q found %v, want %v", x.phrases, ids, x.want)
		}
	}
}

func changesAndCoverage(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	mustAdd(t, s, entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")))
	before, err := s.Changes(ctx, 0, 100)
	if err != nil || len(before) != 1 || before[0].Kind != "new" {
		t.Fatalf("changes: %v %v", before, err)
	}
	mustAdd(t, s, entry("b", "2031-03-03", putOff, visit(dateline.Postponed, "2031-03-04")))
	after, err := s.Changes(ctx, before[0].Seq, 100)
	if err != nil || len(after) == 0 {
		t.Fatalf("changes: %v %v", after, err)
	}
	cov, err := s.Coverage(ctx)
	if err != nil || len(cov) != 2 || cov[0].Articles != 1 || cov[0].Reports != 1 {
		t.Errorf("coverage: %v %v", cov, err)
	}
}

func unknownIDs(t *testing.T, s ledger.Store) {
	if _, err := s.Occurrence(t.Context(), "evnone"); err == nil {
		t.Error("an id that nobody gave has an event")
	}
	if _, err := s.Article(t.Context(), "none"); err == nil {
		t.Error("an article that nobody added is there")
	}
}

// anyOrder adds the same articles in two orders to two ledgers.
func anyOrder(t *testing.T, s, other ledger.Store) {
	rnd := rand.New(rand.NewPCG(7, 7))
	people := []dateline.Actor{{Name: "Ada Lind", State: "NOR"}, {Name: "Lind", State: "NOR"}, {ID: "s:NOR", Name: "Norway", State: "NOR"}, {Name: "Eva Moen", State: "NOR"}}
	var entries []ledger.Entry
	for i := range 60 {
		d := day("2031-03-04") + dateline.Day(rnd.IntN(12))
		e := visit(dateline.Statuses[rnd.IntN(4)], (d + dateline.Day(rnd.IntN(3)-1)).String())
		e.Actors = []dateline.Actor{people[rnd.IntN(len(people))]}
		if rnd.IntN(4) == 0 {
			e.When = nil
		}
		entries = append(entries, entry(fmt.Sprintf("a%02d", i), d.String(), fmt.Sprintf("Report number %d on case %d of the file %d. More.", i, i*7, i*13), e))
	}
	mustAdd(t, s, entries...)
	rnd.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	for part := range slices.Chunk(entries, 7) {
		mustAdd(t, other, part...)
	}
	q := query.All()
	a, err := s.Find(t.Context(), q, ledger.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	b, err := other.Find(t.Context(), q, ledger.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b, cmpopts.IgnoreUnexported(ledger.Report{})); d != "" {
		t.Error(d)
	}
}

func oneBadEntry(t *testing.T, s ledger.Store) {
	good := entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04"))
	mustAdd(t, s, good)
	out := mustAdd(t, s, entry("a", "2031-03-02", "Another text. Yes.", visit(dateline.Planned, "2031-03-04")), entry("b", "2031-03-05", deed, visit(dateline.Happened, "2031-03-04")))
	if out[0].Err == nil || out[1].Err != nil {
		t.Errorf("%+v", out)
	}
	if has, err := s.Has(context.Background(), []string{"a", "b", "c"}); err != nil || !has["a"] || !has["b"] || has["c"] {
		t.Errorf("has: %v %v", has, err)
	}
}

func tally(t *testing.T, s ledger.Store) {
	long := visit(dateline.Happened, "2031-03-04")
	long.When = &dateline.When{Span: dateline.Span{Earliest: day("2030-01-01"), Latest: day("2031-06-01")}}
	undated := visit(dateline.Planned, "")
	undated.Type, undated.Mode = dateline.Agree, ""
	mustAdd(t, s,
		entry("a", "2031-03-02", plan, visit(dateline.Planned, "2031-03-04")),
		entry("b", "2031-04-02", deed, visit(dateline.Happened, "2031-04-04")),
		entry("c", "2032-03-02", putOff, long),
		entry("d", "2031-03-02", "Ada Lind of Norway says yes to Sweden. So be it.", undated))
	for q, want := range map[string]int{
		"": 3, "with:NOR": 3, "with:NOR with:SWE": 3, "with:NOR with:DNK": 0, "with:lind": 3, "with:NOR status:happened": 2, "with:NOR type:AGREE": 0,
		"with:NOR with:SWE happens:2031-03": 2, "with:SWE happens:2031-04..2031-05": 2, "happens:2031-05": 1, "with:NOR place:stockholm": 3, "place:@": 0,
	} {
		p, err := query.Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		counts, err := s.Tally(t.Context(), p)
		if err != nil {
			t.Fatalf("%q: %v", q, err)
		}
		got := 0
		for _, c := range counts {
			got += c.N
		}
		if got != want {
			t.Errorf("%q counts %d, want %d", q, got, want)
		}
		// What is counted is what is found.
		no := false
		p.Undated = &no
		found, err := s.Find(t.Context(), p, ledger.Page{})
		if err != nil || len(found) != want {
			t.Errorf("%q finds %d, %v, want %d", q, len(found), err, want)
		}
	}
}
