package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"dateline"
	"dateline/article"
	"dateline/ledger"
)

// PairScore is how many pairs of articles of one label share an occurrence.
type PairScore struct {
	Label         string
	Pairs, Shared int
	Errors        []string // numbers of the pairs that went wrong
}

// Percent of the pairs that share an occurrence.
func (s PairScore) Percent() float64 { return 100 * float64(s.Shared) / float64(max(s.Pairs, 1)) }

// pairSide is one article of a pair.
type pairSide struct {
	ID, Date, Title, Text string
}

// Pairs reads pairs of articles, folds each by itself, and counts by label
// those whose reports meet in an occurrence.
func Pairs(shared string, read func(*dateline.Article) (*dateline.Record, error)) ([]PairScore, error) {
	f, err := os.Open(filepath.Join(shared, "data", "news", "pairs.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	labels := []string{"same", "plan", "part", "related", "diff"}
	out := make([]PairScore, len(labels))
	for i, l := range labels {
		out[i].Label = l
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var p struct {
			N     int
			A, B  pairSide
			Label string
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, err
		}
		if p.Label == "" {
			continue // nobody judged it
		}
		i := slices.Index(labels, p.Label)
		if i < 0 {
			return nil, fmt.Errorf("pair %d: label %q", p.N, p.Label)
		}
		a, err := pairReports(p.A, read)
		if err != nil {
			return nil, err
		}
		b, err := pairReports(p.B, read)
		if err != nil {
			return nil, err
		}
		shared := meet(a, b)
		out[i].Pairs++
		if shared {
			out[i].Shared++
		}
		if shared && p.Label == "diff" || !shared && i < 2 {
			out[i].Errors = append(out[i].Errors, fmt.Sprint(p.N))
		}
	}
	return out, lines.Err()
}

func pairReports(s pairSide, read func(*dateline.Article) (*dateline.Record, error)) ([]ledger.Report, error) {
	day, err := dateline.ParseDay(s.Date)
	if err != nil {
		return nil, err
	}
	a, err := article.New(dateline.Article{ID: s.ID, Title: s.Title, Text: s.Text, Date: day, DateReason: "given"}, article.Options{Date: dateline.NoDay})
	if err != nil {
		return nil, err
	}
	rec, err := read(a)
	if err != nil {
		return nil, err
	}
	return ledger.Reports(rec, s.ID), nil
}

// meet reports whether the fold brings a report of each side together.
func meet(a, b []ledger.Report) bool {
	all := make([]*ledger.Report, 0, len(a)+len(b))
	for i := range a {
		all = append(all, &a[i])
	}
	for i := range b {
		all = append(all, &b[i])
	}
	for _, o := range ledger.FoldBlocks(all) {
		if slices.ContainsFunc(o.Reports, func(r *ledger.Report) bool { return r.Article != o.Reports[0].Article }) {
			return true
		}
	}
	return false
}
