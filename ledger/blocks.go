package ledger

import (
	"slices"

	"dateline"
)

// Blocks gives the keys under which a report is filed, numbers of 47 bits: two reports that
// [Compare] holds to be the same share at least one. A key is type, side and
// month; a side is a pair of states, a word of a name or, for a conference, its
// place and the organization that meets. One state alone does something every day: there the key has the week.
func Blocks(r *Report) []uint64 {
	o := r.outline()
	var out []uint64
	sides := blockSides(r, o)
	if len(sides) > 0 {
		for _, m := range blockMonths(r, o) {
			for _, s := range sides {
				out = append(out, blockKey(r.Event.Type, s, m))
			}
		}
	}
	if onesided(r) && o.dated && o.span.Days() <= shortSpan {
		for w := week(o.span.Earliest - widestSlack); w <= week(o.span.Latest+widestSlack); w++ {
			for _, s := range o.states {
				out = append(out, blockKey(r.Event.Type, s, w))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func blockKey(t dateline.Type, side string, period int) uint64 {
	h := mix(uint64(period) + 0x9E3779B97F4A7C15)
	for _, s := range []string{string(t), side} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h = mix(h)
	}
	return h >> 17
}

// onesided acts may be one by a single side, if the words agree.
func onesided(r *Report) bool {
	return r.Event.Type != dateline.Consult && r.Event.Type != dateline.Office
}

func blockSides(r *Report, o *outline) []string {
	var out []string
	for i, a := range o.states {
		for _, b := range o.states[i+1:] {
			out = append(out, a+"|"+b)
		}
	}
	for i := range o.all[:o.names] {
		n := &o.all[i].name
		out = append(out, "n:"+n.first(), "n:"+n.last())
	}
	if o.city != "" && r.Event.Type == dateline.Consult && (r.Event.Mode == "multilateral" || r.Event.Mode == "") {
		out = append(out, "c:"+o.city)
	}
	for _, h := range o.hosts {
		out = append(out, "o:"+h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// blockMonths numbers the months in which the report may have an equal: those of
// its span and of its publication; widened where it gives no day or a vague one.
func blockMonths(r *Report, o *outline) []int {
	var out []int
	add := func(from, to dateline.Day) {
		for m := month(from); m <= month(to); m++ {
			out = append(out, m)
		}
	}
	vague := !o.dated || o.span.Days() > vagueSpan
	if !vague {
		add(o.span.Earliest-widestSlack, o.span.Latest+widestSlack)
	}
	if r.Published.Known() {
		near := dateline.Day(0)
		if vague {
			near = undatedNear
		}
		add(r.Published-near, r.Published+near)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func month(d dateline.Day) int {
	y, m, _ := d.Civil()
	return y*12 + int(m) - 1
}

// week numbers weeks apart from months.
func week(d dateline.Day) int { return 1<<24 + (int(d)+1<<20)/7 }
