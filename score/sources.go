package score

import (
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
)

// SourceScore is how many occurrences several sources tell of.
type SourceScore struct {
	Articles, Reports, Occurrences int
	Several                        int            // occurrences told by more than one article
	Sources                        map[string]int // combination of sources ("a+b") → occurrences
	Types                          map[dateline.Type]int
	Shared                         []*ledger.Occurrence // those of more than one source, by id
}

// Sources counts, after folding, the occurrences told by more than one source.
type Sources struct {
	source  map[string]string // article → source
	reports []*ledger.Report
}

// Add takes the reading of an article of a source in.
func (s *Sources) Add(source string, r *dateline.Record) {
	if s.source == nil {
		s.source = map[string]string{}
	}
	s.source[r.Article.ID] = source
	rs := ledger.Reports(r, r.Article.ID)
	for i := range rs {
		s.reports = append(s.reports, &rs[i])
	}
}

// Score folds all that was added.
func (s *Sources) Score() SourceScore {
	out := SourceScore{Articles: len(s.source), Reports: len(s.reports), Sources: map[string]int{}, Types: map[dateline.Type]int{}}
	for _, o := range ledger.FoldBlocks(s.reports) {
		out.Occurrences++
		var from []string
		for _, r := range o.Reports {
			from = append(from, s.source[r.Article])
		}
		if len(from) > 1 {
			out.Several++
		}
		slices.Sort(from)
		if from = slices.Compact(from); len(from) > 1 {
			out.Sources[strings.Join(from, "+")]++
			out.Types[o.Event.Type]++
			out.Shared = append(out.Shared, o)
		}
	}
	return out
}
