package ledger

import (
	"slices"
	"strings"

	"dateline"
)

// maxNames bounds the names that a report is filed under.
const maxNames = 3

// Blocks gives the keys under which a report is filed: two reports that
// [Compare] holds to be the same share at least one. A key is type, side and
// month; a side is a pair of states, a word of a name or, for one-sided acts, a
// state.
func Blocks(r *Report) []uint64 {
	var out []uint64
	for _, side := range blockSides(r) {
		for _, m := range blockMonths(r) {
			h := mix(uint64(m) + 0x9E3779B97F4A7C15)
			for _, s := range []string{string(r.Event.Type), side} {
				for i := range len(s) {
					h = (h ^ uint64(s[i])) * 1099511628211
				}
				h = mix(h)
			}
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func blockSides(r *Report) []string {
	states, names := sides(slices.Concat(r.Event.Actors, r.Event.Recipients))
	var out []string
	for i, a := range states {
		for _, b := range states[i+1:] {
			out = append(out, a+"|"+b)
		}
	}
	if len(states) == 1 && r.Event.Type != dateline.Consult {
		out = append(out, states[0])
	}
	for _, n := range names[:min(len(names), maxNames)] {
		first, _, _ := strings.Cut(n, " ")
		out = append(out, "n:"+surname(n))
		if first != surname(n) {
			out = append(out, "n:"+first)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// blockMonths numbers the months in which the report may have an equal: those of
// its span and of its publication; widened where it gives no day or a vague one.
func blockMonths(r *Report) []int {
	var out []int
	add := func(from, to dateline.Day) {
		for m := month(from); m <= month(to); m++ {
			out = append(out, m)
		}
	}
	s, dated := r.span()
	if dated && s.Days() <= vagueSpan {
		add(s.Earliest-slack, s.Latest+slack)
	}
	if r.Published.Known() {
		near := dateline.Day(0)
		if !dated || s.Days() > vagueSpan {
			near = undatedNear
		}
		add(r.Published-near, r.Published+near)
	} else if dated && s.Days() > vagueSpan {
		add(s.Earliest, min(s.Latest, s.Earliest+366))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func month(d dateline.Day) int {
	y, m, _ := d.Civil()
	return y*12 + int(m) - 1
}
