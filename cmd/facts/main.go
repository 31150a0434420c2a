// Command facts builds the packed facts from dated sources and hand-written
// tables. It is repeatable: the same sources give the same bytes.
//
//	go run ./cmd/facts --shared ../shared --out facts/data
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"dateline/facts"
)

func main() {
	shared := flag.String("shared", "../shared", "folder that holds data/kb")
	tables := flag.String("tables", "facts/tables", "folder of the hand-written tables")
	out := flag.String("out", "facts/data", "folder for facts.bin")
	flag.Parse()
	if err := build(filepath.Join(*shared, "data", "kb"), *tables, *out); err != nil {
		fmt.Fprintln(os.Stderr, "facts:", err)
		os.Exit(1)
	}
}

// build reads states first, because all else names them; hand-written people
// come after the sources, so that they join persons already known.
func build(kb, tables, out string) error {
	b := facts.NewBuilder(facts.Source{})
	for _, step := range []func() error{
		func() error { return countries(b, filepath.Join(kb, "countries.tsv")) },
		func() error {
			return b.AddSome(os.DirFS(tables), facts.HandSource, "orgs.tsv", "states.tsv", "regimes.tsv")
		},
		func() error { return offices(b, filepath.Join(kb, "offices.jsonl"), filepath.Join(tables, "drop.tsv")) },
		func() error { return cities(b, filepath.Join(kb, "cities.tsv")) },
		func() error { return summits(b, filepath.Join(kb, "summits.tsv")) },
		func() error {
			return b.AddSome(os.DirFS(tables), facts.HandSource, "metonyms.tsv", "cities.tsv", "sites.tsv", "people.tsv", "offices.tsv", "summits.tsv", "genders.tsv")
		},
		func() error { return members(b, filepath.Join(kb, "org_membership.tsv")) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	b.Offices = facts.Titles()
	doubles := b.MergeDoubles(func(c facts.OfficeClass) bool { return single(string(c)) || c == facts.CrownPrince })
	if os.Getenv("FACTS_DOUBLES") != "" {
		for _, d := range doubles {
			fmt.Println(d)
		}
	}
	tidy(b)
	fmt.Printf("%d persons were entered twice and joined\n", len(doubles))
	data, err := facts.Pack(&b.Source)
	if err != nil {
		return err
	}
	fmt.Printf("%d states, %d persons, %d holdings, %d organizations, %d cities, %d sites, %d metonyms, %d summits: %d bytes\n",
		len(b.States), len(b.Persons), len(b.Holdings), len(b.Orgs), len(b.Cities), len(b.Sites), len(b.Metonyms), len(b.Summits), len(data))
	return os.WriteFile(filepath.Join(out, "facts.bin"), data, 0o644)
}
