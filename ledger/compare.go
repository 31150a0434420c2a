package ledger

import (
	"fmt"
	"slices"

	"dateline"
)

// Verdict says whether two reports tell of one occurrence, and why.
type Verdict struct {
	Same bool
	Why  []string // what holds them together or, the last, what tells them apart
}

func apart(why []string, format string, a ...any) Verdict {
	return Verdict{false, append(why, fmt.Sprintf(format, a...))}
}

// Compare decides whether nothing tells two reports apart and enough holds them
// together. It is symmetric and looks at nothing but the two.
func Compare(a, b *Report) Verdict {
	var why []string
	if a.Event.Type != b.Event.Type {
		return apart(why, "type %s is not %s", a.Event.Type, b.Event.Type)
	}
	if a.Article == b.Article {
		return apart(why, "one article keeps its own events apart")
	}
	if !modesAgree(a.Event.Mode, b.Event.Mode) {
		return apart(why, "mode %q is not %q", a.Event.Mode, b.Event.Mode)
	}
	v := compareSides(a, b)
	if !v.Same {
		return v
	}
	why = v.Why
	if v := comparePlaces(a.Event.Place, b.Event.Place); !v.Same {
		return apart(why, "%s", v.Why[0])
	} else {
		why = append(why, v.Why...)
	}
	v = compareTimes(a, b)
	if !v.Same {
		return apart(why, "%s", v.Why[0])
	}
	why = append(why, v.Why...)
	if wordy(a.Event.Type) {
		n, want := sharedWords(a, b), minSharedWords
		if spoken(a.Event.Type) {
			want = minSpokenWords
		}
		if n < want {
			return apart(why, "%d content words of the evidence shared, want %d: the same sides often do this", n, want)
		}
		why = append(why, fmt.Sprintf("%d content words of the evidence shared", n))
	}
	return Verdict{true, why}
}

// minSharedWords is what two sentences must share where the sides, the type and
// the days alone do not make an occurrence.
const minSharedWords = 2

// minSpokenWords is the same for what officials say to each other at every
// meeting: support, wishes and agreement in principle.
const minSpokenWords = 4

func spoken(t dateline.Type) bool {
	return t == dateline.Support || t == dateline.Request || t == dateline.Aid || t == dateline.Cooperate
}

// wordy types are done with words, several times a day between the same sides.
func wordy(t dateline.Type) bool {
	switch t {
	case dateline.Consult, dateline.Office:
		return false
	}
	return true
}

func modesAgree(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	// A meeting at a summit is often told as the summit itself.
	talk := func(m string) bool { return m == "meet" || m == "mediate" }
	return talk(a) && talk(b)
}

// compareSides looks at who takes part. Of each event's states the smaller set
// must lie in the larger; two persons of one state must be the same person.
func compareSides(a, b *Report) Verdict {
	all := func(e *dateline.Event) []dateline.Actor { return slices.Concat(e.Actors, e.Recipients) }
	as, an := sides(all(&a.Event))
	bs, bn := sides(all(&b.Event))
	common := intersect(as, bs)
	switch {
	case len(as) > 0 && len(bs) > 0 && len(common) < min(len(as), len(bs)):
		return apart(nil, "states %v and %v", as, bs)
	case len(as)+len(bs) > 0 && len(common) == 0 && len(intersect(an, bn)) == 0:
		return apart(nil, "no state and no name in common: %v %v, %v %v", as, an, bs, bn)
	case len(common) == 0 && len(intersectFunc(an, bn)) == 0:
		return apart(nil, "no name in common: %v, %v", an, bn)
	}
	for _, s := range common {
		pa, pb := personsOf(&a.Event, s), personsOf(&b.Event, s)
		if len(pa) > 0 && len(pb) > 0 && len(intersectFunc(pa, pb)) == 0 {
			return apart(nil, "for %s %v and %v", s, pa, pb)
		}
	}
	// Two who meet the same man on one day are two meetings.
	if m := min(len(intersectFunc(an, bn)), len(intersectFunc(bn, an))); a.Event.Type == dateline.Consult && m < 2 && m < min(len(an), len(bn)) &&
		a.Event.Mode != "multilateral" && b.Event.Mode != "multilateral" {
		return apart(nil, "of %v and %v only %d the same", an, bn, m)
	}
	// One state alone does not make an occurrence unless a name agrees too.
	if len(common) < 2 && len(intersectFunc(an, bn)) == 0 && (len(as) > 1 || len(bs) > 1 || a.Event.Type == dateline.Consult) {
		return apart(nil, "only %v in common and no name", common)
	}
	return Verdict{true, []string{fmt.Sprintf("sides agree: states %v, names %v", common, intersectFunc(an, bn))}}
}

// personsOf gives the folded names of those who act for a state in an event.
func personsOf(e *dateline.Event, state string) []string {
	var out []string
	for _, a := range slices.Concat(e.Actors, e.Recipients) {
		if a.State == state {
			if k := NameKey(a); k != "" {
				out = append(out, k)
			}
		}
	}
	return out
}

func intersect(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// intersectFunc compares names by their last word as well: "xi jinping" and "xi"
// share a word at an end, whatever the order of the parts.
func intersectFunc(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			if x == y || namesAgree(x, y) {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

func comparePlaces(a, b *dateline.Place) Verdict {
	switch {
	case a == nil || b == nil:
		return Verdict{true, nil}
	case a.State != "" && b.State != "" && a.State != b.State:
		return apart(nil, "places %s (%s) and %s (%s)", a.Name, a.State, b.Name, b.State)
	}
	return Verdict{true, []string{fmt.Sprintf("places agree: %s, %s", a.Name, b.Name)}}
}
