package ledger

import (
	"slices"

	"dateline"
)

// Two reports that [Compare] holds to be the same meet in a block: one is filed
// under a key ([Blocks]) under which the other is looked for ([Probes]). A key is
// a type, a side and a period. A side is a pair of states, a word of a name with
// its state or, for a conference, its place or the organization that meets. One state alone
// does something every day and is a side only by the day.
//
// Reports with days meet by tens of days. What tells no day or a vague span meets
// the others by the month of publication: so the many need not be held against
// the many of a month.

// The kinds of periods.
const (
	byDay     = iota + 1 // the last day of a span of few days, for one state alone
	byTen                // ten days of the span
	byRelease            // the month of publication of a dated report
	byVague              // a month near the publication of one without days
	periods
)

// Blocks gives the keys under which a report is filed, sorted.
func Blocks(r *Report) []uint64 {
	b := newBlocks(r)
	o := b.o
	if b.vague() {
		b.span(byVague, r.Published-undatedNear, r.Published+undatedNear, month, b.sides.filed)
	} else {
		b.span(byTen, o.span.Earliest, o.span.Latest, ten, b.sides.filed)
		if b.onesided() {
			b.span(byDay, o.span.Latest, o.span.Latest, day, o.states)
		}
		b.released(byRelease, b.sides.filed)
	}
	return b.keys()
}

// Probes gives the keys under which all reports are filed that may be one with r
// (and, maybe, r itself), sorted.
func Probes(r *Report) []uint64 {
	b := newBlocks(r)
	o := b.o
	if b.vague() {
		b.span(byRelease, r.Published-undatedNear, r.Published+undatedNear, month, b.sides.sought)
	} else {
		b.span(byTen, o.span.Earliest-widestSlack, o.span.Latest+widestSlack, ten, b.sides.sought)
		if b.onesided() {
			b.span(byDay, o.span.Earliest, o.span.Latest+onesidedSpan-1, day, o.states)
		}
	}
	b.released(byVague, b.sides.sought)
	return b.keys()
}

// blocks gathers keys.
type blocks struct {
	r     *Report
	o     *outline
	sides sides
	out   []uint64
}

func newBlocks(r *Report) *blocks {
	o := r.outline()
	return &blocks{r: r, o: o, sides: blockSides(r, o)}
}

// vague: no day is told or a span that says little.
func (b *blocks) vague() bool { return !b.o.dated || b.o.span.Days() > vagueSpan }

// onesided acts of few days may be one by a single state, if the words agree.
func (b *blocks) onesided() bool {
	t := b.r.Event.Type
	return t != dateline.Consult && t != dateline.Office && b.o.span.Days() <= onesidedSpan
}

// span adds a key for each side and each period from a day to another.
func (b *blocks) span(kind int, from, to dateline.Day, number func(dateline.Day) int, sides []string) {
	if kind >= byRelease && !b.r.Published.Known() {
		return
	}
	for n := number(from); n <= number(to); n++ {
		for _, s := range sides {
			b.out = append(b.out, blockKey(b.r.Event.Type, s, kind, n))
		}
	}
}

// released adds the keys of the month of publication.
func (b *blocks) released(kind int, sides []string) {
	b.span(kind, b.r.Published, b.r.Published, month, sides)
}

func (b *blocks) keys() []uint64 {
	slices.Sort(b.out)
	return slices.Compact(b.out)
}

// blockKey numbers a block. The higher half of a key is the time in periods of 32
// days, so that a store finds the blocks of one time together.
func blockKey(t dateline.Type, side string, kind, n int) uint64 {
	h := uint64(14695981039346656037)
	for _, s := range [2]string{string(t), side} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h = mix(h)
	}
	time := n
	switch kind {
	case byTen:
		time = n*10 - 1<<30
	case byRelease, byVague:
		time = (n - 1970*12) * 487 / 16 // 30.44 days
	}
	return uint64(uint32(time>>5))<<32 | mix(h^uint64(n*periods+kind))>>32
}

// sides are what two reports may have in common: filed under one key and sought
// under the same, but for names without a state, which may belong to any.
type sides struct{ filed, sought []string }

func blockSides(r *Report, o *outline) (s sides) {
	for i, a := range o.states {
		for _, b := range o.states[i+1:] {
			s.filed = append(s.filed, a+"|"+b)
		}
	}
	if o.city != "" && r.Event.Type == dateline.Consult && (r.Event.Mode == "multilateral" || r.Event.Mode == "") {
		s.filed = append(s.filed, "c:"+o.city)
	}
	for _, h := range o.hosts {
		s.filed = append(s.filed, "o:"+h)
	}
	s.sought = slices.Clone(s.filed)
	for i := range o.all[:o.names] {
		n, state := &o.all[i].name, o.all[i].state
		ends := []string{"n:" + n.first() + "/" + state, "n:" + n.last() + "/" + state}
		s.filed, s.sought = append(s.filed, ends...), append(s.sought, ends...)
		if state != "" {
			s.filed = append(s.filed, "m:"+n.last())
			s.sought = append(s.sought, "n:"+n.last()+"/")
		} else {
			s.sought = append(s.sought, "m:"+n.first(), "m:"+n.last())
		}
	}
	for _, l := range []*[]string{&s.filed, &s.sought} {
		slices.Sort(*l)
		*l = slices.Compact(*l)
	}
	return s
}

func month(d dateline.Day) int {
	y, m, _ := d.Civil()
	return y*12 + int(m) - 1
}

func day(d dateline.Day) int { return int(d) }

func ten(d dateline.Day) int { return (int(d) + 1<<30) / 10 }
