package facts

import (
	"sort"
	"strings"

	"dateline"
)

// Hint is what the text tells of a person besides the name; empty fields tell nothing.
type Hint struct {
	State  string // ISO alpha-3 or short name of an organization
	Office string // a title or class
	Former bool   // the office was held before the day
	Gender string
	Day    dateline.Day // day of the event; the zero Day counts as unknown
}

// PersonRef is a person who may be meant.
type PersonRef struct {
	Person  Person
	Score   float64  // 0..1; comparable within one call, above 0.5 is a likely link
	Holding *Holding // the office by which the hint was met, or the weightiest on the day
	Why     string
}

// PersonByID gives a person; nil if unknown.
func (f *Facts) PersonByID(id string) *Person {
	i, ok := f.st.id("p", id)
	if !ok {
		return nil
	}
	p, _, _ := f.st.person(i)
	return &p
}

// PersonsNamed gives who may be meant by a name, full or surname, in one of its
// romanizations, best first. Offices held on the hint's day count most.
func (f *Facts) PersonsNamed(name string, hint Hint) []PersonRef {
	if hint.Day == 0 {
		hint.Day = dateline.NoDay
	}
	var out []PersonRef
	seen := map[uint32]bool{}
	for _, r := range f.Lookup(name) {
		if r.Kind == KindPerson && !seen[r.N] {
			seen[r.N] = true
			out = append(out, f.score(int(r.N), r.Prior(), hint))
		}
	}
	if len(out) == 0 {
		out = f.initialed(name, hint, seen)
	}
	if len(out) == 0 || hint.Office != "" && out[0].Score < 0.5 {
		out = append(out, f.soundalikes(name, hint, seen)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out
}

// initialed finds "S. Lavrov" among those with the surname.
func (f *Facts) initialed(name string, hint Hint, seen map[uint32]bool) []PersonRef {
	first, rest, _ := strings.Cut(name, " ")
	initial := Fold(first)
	if rest == "" || len(initial) == 0 || len(initial) > 2 || !strings.HasSuffix(first, ".") {
		return nil
	}
	var out []PersonRef
	for _, r := range f.Lookup(rest) {
		if r.Kind != KindPerson || seen[r.N] {
			continue
		}
		if p := f.Person(r); strings.HasPrefix(Fold(p.Name), initial[:1]) {
			seen[r.N] = true
			out = append(out, f.score(int(r.N), r.Prior(), hint))
		}
	}
	return out
}

// soundalikes finds persons whose names sound like name, if state or office bear
// it out. A word of one or two sounds ("Buhari") is looked up only where the
// text tells both.
func (f *Facts) soundalikes(name string, hint Hint, seen map[uint32]bool) []PersonRef {
	words := strings.Fields(Fold(name))
	least := 3
	if hint.State != "" && hint.Office != "" && len(words) > 1 {
		least = 2
	}
	if len(words) == 1 && hint.State == "" && hint.Office == "" {
		return nil // a single word that sounds like somebody is nobody
	}
	var out []PersonRef
	for w := range words {
		if len(Sound(words[w])) < least {
			continue
		}
		lo, hi := f.st.loose.find(rawHash("loose", Sound(words[w])))
		for i := lo; i < hi; i++ {
			n := f.st.loose.value(i)
			if seen[n] {
				continue
			}
			p, _, _ := f.st.person(int(n))
			alike := 0.0
			if len(words) > 1 && !strings.Contains(p.Name, " ") {
				continue // "Rosh Hashanah" is not "Hussein"
			}
			if hint.State == "" || p.State == hint.State || least == 3 {
				alike = likeness(words, strings.Fields(Fold(p.Name)), hint.State == "")
				for _, a := range p.Aliases {
					if alike < 1 && p.State == hint.State && strings.Contains(a, " ") {
						alike = max(alike, likeness(words, strings.Fields(Fold(a)), false))
					}
				}
			}
			if alike < 0.5 || alike < 1 && (hint.State == "" || hint.State != p.State) {
				continue
			}
			seen[n] = true
			ref := f.score(int(n), 0.3+0.4*alike, hint)
			ref.Score *= 0.5 + 0.4*alike
			ref.Why = "sounds alike; " + ref.Why
			out = append(out, ref)
		}
	}
	return out
}

// likeness is the share of words of the shorter name that sound like one of the
// longer, each like another. Where no state bears it out (strict) the letters must be
// alike too: "Marine" is not "Maharani".
func likeness(a, b []string, strict bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	var used uint64 // words of b
	n := 0
	for _, x := range a {
		for j, y := range b {
			if used&(1<<(j&63)) == 0 && (x == y || x[0] == y[0] && Sound(x) == Sound(y) && (!strict || sameWord(x, y))) {
				used |= 1 << (j & 63)
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a))
}

// score weighs a candidate against the hint.
func (f *Facts) score(n int, prior float64, hint Hint) PersonRef {
	p, lo, count := f.st.person(n)
	ref := PersonRef{Person: p, Why: "name"}
	score := 0.5 * prior
	var best *Holding
	bestW, officeMet, stateMet := 0.0, false, p.State == hint.State
	for j := lo; j < lo+count; j++ {
		h, _ := f.st.holding(j)
		stateMet = stateMet || h.State == hint.State
		w := weigh(&h) * timeliness(&h, hint)
		met := hint.Office != "" && f.answers(&h, hint)
		if met {
			w *= 3
		}
		if w > bestW {
			bestW, best, officeMet = w, &h, met
		}
	}
	if best != nil {
		best.Person = p
		best.LastKnown = hint.Day.Known() && !best.To.Known() && hint.Day > best.AsOf
		ref.Holding = best
		ref.Why = best.Title
	}
	score += 0.35 * min(1, bestW)
	switch {
	case hint.State == "":
	case stateMet:
		score += 0.15
	default:
		score -= 0.35
	}
	switch {
	case hint.Office == "":
	case officeMet:
		score += 0.25
	default:
		score -= 0.15
	}
	if hint.Gender != "" && p.Gender != "" && hint.Gender != p.Gender {
		score -= 0.4
	}
	ref.Score = max(0, min(1, score))
	return ref
}

// answers reports whether a holding is of the office that the hint names.
func (f *Facts) answers(h *Holding, hint Hint) bool {
	for _, want := range f.ClassesOf(h.State, hint.Office) {
		for _, c := range f.literal(h.State, want) {
			if contains(h.Classes, c) {
				return true
			}
		}
	}
	return false
}

// timeliness is 1 for an office held on the day, less the longer it is over
// (or yet to come).
func timeliness(h *Holding, hint Hint) float64 {
	day := hint.Day
	if !day.Known() {
		return 0.8
	}
	switch {
	case h.From.Known() && day < h.From:
		return max(0.1, 0.5-float64(h.From-day)/365*0.1)
	case h.To.Known() && day > h.To:
		over := float64(day-h.To) / 365
		if hint.Former {
			return max(0.3, 1-over*0.03)
		}
		return max(0.1, 0.7-over*0.05)
	case !h.To.Known() && day > h.AsOf:
		return max(0.3, 0.9-float64(day-h.AsOf)/365*0.05)
	}
	return 1
}
