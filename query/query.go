package query

import (
	"slices"
	"strings"

	"dateline"
)

// Query is a conjunction. Empty fields ask nothing.
type Query struct {
	Happens   dateline.Span // the days of the occurrence
	Published dateline.Span // a report of it was published then
	AsOf      dateline.Day  // as was known on that day; NoDay: all that is known
	With      [][]string    // each group: one of these states or persons takes part
	Without   []string      // none of these takes part
	Types     []dateline.Type
	Modes     []string
	Statuses  []dateline.Status
	Places    []string // state code or part of the place's name
	Sources   []string // outlet
	Words     []string // each must stand in title or evidence
	Undated   *bool    // only those without (true) or with (false) a day
	Witnesses int      // at least so many
}

// All asks nothing: every occurrence.
func All() Query {
	return Query{Happens: dateline.NoSpan, Published: dateline.NoSpan, AsOf: dateline.NoDay}
}

// String prints the query so that Parse reads it back; equal queries print the same.
func (q Query) String() string {
	var t []string
	add := func(field, value string) {
		if value != "" {
			t = append(t, field+":"+value)
		}
	}
	add("happens", printSpan(q.Happens))
	add("published", printSpan(q.Published))
	add("as-of", q.AsOf.String())
	for _, g := range q.With {
		add("with", list(g))
	}
	if len(q.Without) > 0 {
		t = append(t, "-with:"+list(q.Without))
	}
	add("type", list(toStrings(q.Types)))
	add("mode", list(q.Modes))
	add("status", list(toStrings(q.Statuses)))
	add("place", list(q.Places))
	add("source", list(q.Sources))
	if q.Undated != nil {
		add("undated", map[bool]string{true: "yes", false: "no"}[*q.Undated])
	}
	if q.Witnesses > 0 {
		add("witnesses", itoa(q.Witnesses))
	}
	for _, w := range q.Words {
		t = append(t, quote(w, true))
	}
	return strings.Join(t, " ")
}

// And is the query that asks what both ask.
func (q Query) And(r Query) (Query, error) {
	out := q
	var err error
	if out.Happens, err = meet("happens", q.Happens, r.Happens); err != nil {
		return out, err
	}
	if out.Published, err = meet("published", q.Published, r.Published); err != nil {
		return out, err
	}
	if r.AsOf.Known() {
		out.AsOf = r.AsOf
	}
	out.With = append(slices.Clone(q.With), r.With...)
	out.Without = append(slices.Clone(q.Without), r.Without...)
	out.Types = either(q.Types, r.Types)
	out.Modes = either(q.Modes, r.Modes)
	out.Statuses = either(q.Statuses, r.Statuses)
	out.Places = either(q.Places, r.Places)
	out.Sources = either(q.Sources, r.Sources)
	out.Words = append(slices.Clone(q.Words), r.Words...)
	if r.Undated != nil {
		out.Undated = r.Undated
	}
	out.Witnesses = max(q.Witnesses, r.Witnesses)
	return out.Simplify(), nil
}

// Simplify sorts what has no order and drops what is said twice.
func (q Query) Simplify() Query {
	for i, g := range q.With {
		q.With[i] = sorted(g)
	}
	slices.SortFunc(q.With, slices.Compare)
	q.With = slices.CompactFunc(q.With, slices.Equal)
	q.Without, q.Types, q.Modes, q.Statuses = sorted(q.Without), sorted(q.Types), sorted(q.Modes), sorted(q.Statuses)
	q.Places, q.Sources, q.Words = sorted(q.Places), sorted(q.Sources), sorted(q.Words)
	return q
}

func sorted[S ~[]E, E ~string](s S) S {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}

// either lets the second replace the first: a flag narrows what a query left open.
func either[S ~[]E, E any](a, b S) S {
	if len(b) > 0 {
		return b
	}
	return a
}

func toStrings[E ~string](s []E) []string {
	out := make([]string, len(s))
	for i, v := range s {
		out[i] = string(v)
	}
	return out
}
