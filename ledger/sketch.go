package ledger

import (
	"math"

	"dateline"
)

// Sketch is so much of a report as tells most others from it at a glance, in few
// bytes: a store holds it beside the numbers of the reports of a block, and reads
// only those that may be one with a new report.
type Sketch struct {
	states, names uint64 // a bit of each state, of each word of a name
	from, to      int32  // the days; none: the last before the first
	placed        uint16 // hash of the place's state, 0: not told
	count         uint8  // of states
	conference    bool
	made          bool // false: not known yet
}

// Sketch makes the report's.
func (r *Report) Sketch() Sketch {
	o := r.outline()
	s := Sketch{states: o.stateBits, names: o.nameBits, from: 1, count: uint8(min(len(o.states), math.MaxUint8)), conference: o.conference, made: true}
	if o.placed != "" {
		s.placed = uint16(mix(hashWord(o.placed))) | 1
	}
	if o.dated {
		s.from, s.to = shortDay(o.span.Earliest), shortDay(o.span.Latest)
	}
	return s
}

func shortDay(d dateline.Day) int32 {
	return int32(max(math.MinInt32/2, min(math.MaxInt32/2, int64(d))))
}

// Foreign reports whether the reports of two sketches are certainly two events:
// on other days, in other places or of other participants. It never is of an
// empty sketch.
func (s *Sketch) Foreign(t *Sketch) bool {
	if !s.made || !t.made {
		return false
	}
	if s.from <= s.to && t.from <= t.to && (s.from > t.to+widestSlack || t.from > s.to+widestSlack) {
		return true
	}
	if s.placed != t.placed && s.placed != 0 && t.placed != 0 {
		return true
	}
	if s.conference && t.conference {
		return false
	}
	if s.count > t.count {
		s, t = t, s
	}
	return s.states&^t.states != 0 || s.states&t.states == 0 && s.names&t.names == 0
}

// Made tells a sketch from an empty one.
func (s *Sketch) Made() bool { return s.made }

// Same is [Compare] without its reasons.
func Same(a, b *Report) bool { return bond(a, b) > 0 }
