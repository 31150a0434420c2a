package ledger

import (
	"cmp"
	"math"
	"slices"

	"dateline"
)

// Occurrence is what all reports of one event say together.
type Occurrence struct {
	ID         string         `json:"id"`
	Event      dateline.Event `json:"event"`     // merged: the most specific value of each field, status as of the last report
	Reports    []*Report      `json:"reports"`   // in the order of publication
	Witnesses  int            `json:"witnesses"` // independent ones
	Reprints   int            `json:"reprints"`  // reports beyond the first of each witness
	History    []Step         `json:"history"`   // what was known when
	Correction []string       `json:"corrections,omitempty"`

	Relations []dateline.Relation `json:"relations,omitempty"` // to other occurrences, by their ids; see [Related]
}

// Published gives the days of the first and the last report; NoDay if none is known.
func (o *Occurrence) Published() (first, last dateline.Day) {
	first, last = dateline.NoDay, dateline.NoDay
	for _, r := range o.Reports { // in the order of publication
		if d := r.Published; d.Known() {
			if !first.Known() {
				first = d
			}
			last = d
		}
	}
	return first, last
}

// Step is a change of what was known of an occurrence.
type Step struct {
	Published dateline.Day    `json:"published"`
	Status    dateline.Status `json:"status"`
	When      *dateline.When  `json:"when"`
	Report    string          `json:"report"` // key
}

// Fold computes the occurrences of one component (or of all reports at once:
// reports without an edge never meet). The result does not depend on the order
// of the reports.
func Fold(reports []*Report) []*Occurrence {
	ordered := slices.Clone(reports)
	slices.SortFunc(ordered, canonical)
	var founders []*Report
	groups := map[*Report][]*Report{}
	for _, r := range ordered {
		f := choose(r, founders, groups)
		if f == r {
			founders = append(founders, r)
		}
		groups[f] = append(groups[f], r)
	}
	return mergeAll(groups)
}

// FoldBlocks is [Fold] for many reports: only those are compared that share a block.
func FoldBlocks(reports []*Report) []*Occurrence {
	ordered := slices.Clone(reports)
	slices.SortFunc(ordered, canonical)
	groups := map[*Report][]*Report{}
	filed := map[uint64][]*Report{} // block → founders filed there, in canonical order
	for _, r := range ordered {
		seen := map[*Report]bool{}
		var founders []*Report
		for _, b := range Probes(r) {
			for _, f := range filed[b] {
				if !seen[f] {
					seen[f] = true
					founders = append(founders, f)
				}
			}
		}
		f := choose(r, founders, groups)
		if f == r {
			for _, b := range Blocks(r) {
				filed[b] = append(filed[b], r)
			}
		}
		groups[f] = append(groups[f], r)
	}
	return mergeAll(groups)
}

// choose finds the founder that a report joins: of those before it whose group
// it can stand in the one with the strongest bond, of equals the first; itself
// if there is none.
func choose(r *Report, founders []*Report, groups map[*Report][]*Report) *Report {
	best, strongest := r, 0
	for _, f := range founders {
		n := bond(r, f)
		if n == 0 || n < strongest || n == strongest && canonical(f, best) > 0 {
			continue
		}
		if !slices.ContainsFunc(groups[f], func(m *Report) bool { return m != f && clash(r, m) }) {
			best, strongest = f, n
		}
	}
	return best
}

func mergeAll(groups map[*Report][]*Report) []*Occurrence {
	out := make([]*Occurrence, 0, len(groups))
	for _, g := range groups {
		out = append(out, Merge(g))
	}
	slices.SortFunc(out, func(a, b *Occurrence) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// SortOccurrences puts them into an order of a page: undated ones come last, as they
// were first told of.
func SortOccurrences(os []*Occurrence, order Order) {
	day := func(o *Occurrence) (known int, d dateline.Day, to dateline.Day) {
		if w := o.Event.When; w != nil && w.Known() {
			return 0, w.Earliest, w.Latest
		}
		first, _ := o.Published()
		if !first.Known() {
			first = math.MaxInt32 // after all others
		}
		return 1, first, 0
	}
	slices.SortFunc(os, func(a, b *Occurrence) int {
		ka, ea, la := day(a)
		kb, eb, lb := day(b)
		time := cmp.Or(cmp.Compare(ea, eb), cmp.Compare(la, lb))
		if order == ByNewest {
			time = -time
		}
		return cmp.Or(cmp.Compare(ka, kb), time, cmp.Compare(a.ID, b.ID))
	})
}

// clash reports whether two reports cannot be one occurrence, as against merely
// having too little in common: a vague report must not tie two meetings together.
func clash(a, b *Report) bool {
	if a.Article == b.Article {
		return true
	}
	var c comparison
	c.of(a, b)
	if !c.times() || !c.places() {
		return true
	}
	_, _, _, found := rival(c.x, c.y)
	return found
}

// Merge builds the occurrence of a group whose first report is its founder.
func Merge(group []*Report) *Occurrence {
	founder := group[0]
	o := &Occurrence{ID: founder.ID(), Event: founder.Event, Reports: slices.Clone(group)}
	slices.SortFunc(o.Reports, byTime)
	o.Witnesses, o.Reprints = witnesses(o.Reports)
	o.History = history(o.Reports)
	last := o.History[len(o.History)-1]
	o.Event.ID, o.Event.Status = o.ID, last.Status
	for _, r := range o.Reports {
		if o.Event.Place == nil || r.Event.Place != nil && r.Event.Place.State == o.Event.Place.State && len(r.Event.Place.Name) > 0 && moreExact(r.Event.Place, o.Event.Place) {
			o.Event.Place = r.Event.Place
		}
		if o.Event.Mode == "" {
			o.Event.Mode = r.Event.Mode
		}
	}
	o.Event.When = bestWhen(o.Reports)
	// A visit told as the meeting that it was for: host and guest are equals then.
	equals := func(e *dateline.Event) bool { return e.Mode == "visit" && o.Event.Mode != "visit" }
	o.Event.Actors = mergeActors(o.Reports, func(e *dateline.Event) []dateline.Actor {
		if equals(e) {
			return slices.Concat(e.Actors, e.Recipients)
		}
		return e.Actors
	})
	o.Event.Recipients = mergeActors(o.Reports, func(e *dateline.Event) []dateline.Actor {
		if equals(e) {
			return nil
		}
		return e.Recipients
	})
	o.Event.Confidence = confidence(o.Reports)
	return o
}

// moreExact prefers a place with coordinates that is not merely the state.
func moreExact(a, b *dateline.Place) bool {
	return b.Lat == 0 && b.Lon == 0 && (a.Lat != 0 || a.Lon != 0)
}

// bestWhen is the narrowest span told, of those that say it came about if any
// does; a day for which it was planned counts if it lies within.
func bestWhen(reports []*Report) *dateline.When {
	narrowest := func(fits func(r *Report, s dateline.Span) bool) (best *dateline.When) {
		for _, r := range reports {
			if s, ok := r.span(); ok && fits(r, s) && (best == nil || s.Days() < best.Days()) {
				best = r.Event.When
			}
		}
		return best
	}
	best := narrowest(func(r *Report, _ dateline.Span) bool {
		return r.Event.Status == dateline.Happened || r.Event.Status == dateline.Ongoing
	})
	if best == nil {
		return narrowest(func(*Report, dateline.Span) bool { return true })
	}
	return narrowest(func(_ *Report, s dateline.Span) bool { return best.Span.Contains(s) })
}

// mergeActors keeps every participant once, under the fullest name.
func mergeActors(reports []*Report, of func(*dateline.Event) []dateline.Actor) []dateline.Actor {
	out := []dateline.Actor{}
	for _, r := range reports {
	next:
		for _, a := range of(&r.Event) {
			for i, b := range out {
				if a.State != b.State {
					continue
				}
				ka, kb := nameOf(&a), nameOf(&b)
				if ka.none() || kb.none() || ka.agree(&kb) {
					if len(ka.words) > len(kb.words) {
						out[i] = a
					}
					continue next
				}
			}
			out = append(out, a)
		}
	}
	return out
}

// confidence of independent witnesses: one less the product of their doubts.
func confidence(reports []*Report) float64 {
	doubt := map[string]float64{}
	var order []string
	for _, r := range reports {
		d, seen := doubt[r.Witness]
		if !seen {
			order = append(order, r.Witness)
			d = 1
		}
		doubt[r.Witness] = min(d, 1-r.Event.Confidence)
	}
	p := 1.0
	for _, w := range order {
		p *= doubt[w]
	}
	return 1 - p
}

// witnesses counts the independent ones and the reprints.
func witnesses(reports []*Report) (independent, reprints int) {
	seen := map[string]bool{}
	articles := map[string]bool{}
	for _, r := range reports {
		seen[r.Witness] = true
		articles[r.Article] = true
	}
	return len(seen), len(articles) - len(seen)
}

// history tells what was known when: a step for each change of status or day.
// Of reports of one day the more certain counts; once something happened, a
// later report that still calls it a plan does not undo it. What was called off
// may be planned again.
func history(reports []*Report) []Step {
	var steps []Step
	for _, r := range reports {
		s := Step{r.Published, r.Event.Status, r.Event.When, r.Key}
		if n := len(steps); n > 0 {
			last := &steps[n-1]
			if last.Status == s.Status && sameWhen(last.When, s.When) || settled(last.Status) && !settled(s.Status) && !revived(last, &s) {
				continue
			}
			if last.Published == s.Published && last.Status == s.Status {
				if vaguer(last.When, s.When) {
					last.When, last.Report = s.When, s.Report
				}
				continue
			}
		}
		steps = append(steps, s)
	}
	return steps
}

func settled(s dateline.Status) bool {
	return s == dateline.Happened || s == dateline.Not || s == dateline.Cancelled
}

// revived: something called off or denied is planned again or goes on, by a
// report that can have known.
func revived(last, s *Step) bool {
	return last.Status != dateline.Happened && (s.Status == dateline.Planned || s.Status == dateline.Ongoing) &&
		last.Published.Known() && s.Published > last.Published+revival
}

// revival is after how many days a report can have known that it was called off.
const revival = 2

func sameWhen(a, b *dateline.When) bool {
	return b == nil || a != nil && a.Span == b.Span
}

func vaguer(a, b *dateline.When) bool {
	return b != nil && (a == nil || b.Days() < a.Days())
}
