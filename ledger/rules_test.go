package ledger

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"dateline"
)

// fingerprint is what the present rules make of specimens. When TestRules fails
// because you meant to change a rule, raise Rules and put the new one here.
const (
	fingerprintOf = 18
	fingerprint   = "1b5c41f65cf4c9e2"
)

// specimens are reports in which every rule has something to say.
func specimens() []*Report {
	rs := crowd(600)
	add := func(published string, change ...func(*Report)) {
		r := report(fmt.Sprintf("s%02d", len(rs)), published, change...)
		r.Key = fmt.Sprintf("%s#e%d", r.Article, len(rs))
		r.Prepare()
		rs = append(rs, r)
	}
	lind, ek := dateline.Actor{ID: "p:lind", Name: "Ada Lind", State: "NOR"}, dateline.Actor{Name: "Ek", State: "SWE"}
	add("2031-06-04", at("Oslo", "NOR"))
	add("2031-06-05", on("2031-06-04", "2031-06-04"), actors(lind, ek))
	add("2031-06-01", undated, status(dateline.Planned))
	add("2031-06-04", mode("visit"), actors(lind), to(dateline.Actor{ID: "s:SWE", Name: "Sweden", State: "SWE"}), at("Velmar", "SWE"))
	add("2031-06-04", mode("visit"), actors(lind), to(ek), status(dateline.Ongoing), on("2031-06-04", "2031-06-04"))
	add("2031-06-04", mode("visit"), actors(ek), to(), on("2031-06-04", "2031-06-06")) // where to is not told
	add("2031-06-04", mode("call"))
	add("2031-06-04", mode("call"), said("spoke"))
	add("2031-06-04", said("talks"))
	for i, text := range []string{"Ministers gather for the Harbour Forum", "The Harbour Forum of coastal states opened", "A forum on rails opened"} {
		add("2031-07-04", mode("multilateral"), actors(dateline.Actor{Name: "Ada Lind", State: "NOR"}), told(text), on("2031-07-01", fmt.Sprintf("2031-07-%02d", 4+i)))
	}
	for _, st := range []dateline.Status{dateline.Happened, dateline.Ongoing} {
		for i := range 3 {
			add(fmt.Sprintf("2031-08-0%d", 2+i), kind(dateline.Assault), status(st), actors(dateline.Actor{ID: "s:NOR", Name: "Norway", State: "NOR"}),
				to(dateline.Actor{ID: "s:SWE", Name: "Sweden", State: "SWE"}), told("Gunboats shelled the lighthouse of Tolm and a ferry"), on("2031-08-01", "2031-08-03"))
		}
	}
	add("2031-09-01", kind(dateline.Office), mode("appoint"), actors(lind))
	add("2031-09-02", kind(dateline.Office), mode(""), actors(lind), on("2031-09-01", "2031-09-01"))
	return rs
}

func kind(t dateline.Type) func(*Report)   { return func(r *Report) { r.Event.Type = t } }
func said(trigger string) func(*Report)    { return func(r *Report) { r.Event.Trigger = trigger } }
func to(a ...dateline.Actor) func(*Report) { return func(r *Report) { r.Event.Recipients = a } }
func told(text string) func(*Report) {
	return func(r *Report) { r.Event.Evidence = []dateline.Evidence{{Text: text}} }
}

func TestRules(t *testing.T) {
	sum := sha256.New()
	rs := specimens()
	for _, r := range rs {
		blocks := Blocks(r)
		slices.Sort(blocks)
		fmt.Fprintln(sum, r.Key, blocks, r.Words)
	}
	for _, o := range Fold(rs) {
		for _, r := range o.Reports {
			fmt.Fprint(sum, r.Key, " ")
		}
		o.Reports = nil
		b, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(sum, string(b))
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)[:8]); Rules != fingerprintOf || got != fingerprint {
		t.Errorf("rules %d make %s of the specimens; noted are rules %d and %s: raise Rules if you changed one, then note both here", Rules, got, fingerprintOf, fingerprint)
	}
}
