package facts

import (
	"sort"
	"strings"

	"dateline"
)

// Holders gives who held an office of a state (or organization, by its short
// name) on a day, the likeliest first; the office is a class or a title ("top
// diplomat", "ambassador to China"). After a holding's AsOf with no later holder
// known it is marked LastKnown. With an unknown day the latest holders come first.
func (f *Facts) Holders(state, office string, on dateline.Day) []Holding {
	var out []Holding
	for _, c := range f.ClassesOf(state, office) {
		out = append(out, f.holders(state, c, on)...)
		if len(out) > 0 {
			break
		}
	}
	return out
}

// holders of one class. What a user's table says shuts out the rest.
func (f *Facts) holders(state string, class OfficeClass, on dateline.Day) []Holding {
	var out []Holding
	latest := dateline.NoDay // begin of the latest holding not after the day
	for _, c := range f.literal(state, class) {
		lo, hi := f.st.holders.find(rawHash(state, string(c)))
		for i := lo; i < hi; i++ {
			h, n := f.st.holding(int(f.st.holders.value(i)))
			if on.Known() && h.From.Known() && h.From > on {
				continue
			}
			latest = max(latest, h.From)
			if on.Known() && h.To.Known() && h.To < on {
				continue
			}
			h.Person, _, _ = f.st.person(n)
			h.LastKnown = on.Known() && !h.To.Known() && on > h.AsOf
			out = append(out, h)
		}
	}
	return rank(dropOutdated(out, latest), class)
}

// staleSource often keeps terms open that a successor has closed.
const staleSource = "Wikidata (CC0)"

// dropOutdated leaves open ends out that a later holding has closed.
func dropOutdated(hs []Holding, latest dateline.Day) []Holding {
	out := hs[:0]
	for _, h := range hs {
		stale := !h.To.Known() && h.From < latest
		if stale && (h.LastKnown || h.Source == staleSource && latest-h.From > 30) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// rank puts users' rows first, then the latest begin, then the better source;
// the same person is listed once.
func rank(hs []Holding, class OfficeClass) []Holding {
	sort.SliceStable(hs, func(i, j int) bool {
		a, b := &hs[i], &hs[j]
		if ua, ub := a.Source == UserSource, b.Source == UserSource; ua != ub {
			return ua
		}
		if a.LastKnown != b.LastKnown { // seen in office on the day rather than only before
			return b.LastKnown
		}
		if la, lb := literalClass(a, class), literalClass(b, class); la != lb {
			return la
		}
		if sa, sb := sourceRank(a.Source), sourceRank(b.Source); sa != sb && !a.LastKnown && !b.LastKnown {
			return sa < sb
		}
		return a.From > b.From
	})
	var out []Holding
	for _, h := range hs {
		twice := false
		for _, o := range out {
			twice = twice || o.Person.ID == h.Person.ID
		}
		if !twice && !(len(out) > 0 && out[0].Source == UserSource && h.Source != UserSource) {
			out = append(out, h)
		}
	}
	return out
}

// literalClass prefers holders of the very class over those of a derived one.
func literalClass(h *Holding, class OfficeClass) bool {
	return len(h.Classes) > 0 && h.Classes[0] == class
}

// UserSource marks what a user's own tables say.
const UserSource = "user"

// HandSource marks what was entered from general knowledge.
const HandSource = "general knowledge"

func sourceRank(s string) int {
	switch s {
	case UserSource:
		return 0
	case HandSource:
		return 1
	}
	return 2
}

// literal gives the classes under which the holders of a class are kept: the
// head of state of Germany is its president.
func (f *Facts) literal(state string, class OfficeClass) []OfficeClass {
	i, ok := f.st.id("r", state)
	if !ok {
		switch class {
		case HeadOfState, Leader:
			return []OfficeClass{class, Monarch, President}
		case HeadOfGovernment:
			return []OfficeClass{class, PrimeMinister, President}
		}
		return []OfficeClass{class}
	}
	r := f.st.regime(i)
	switch class {
	case HeadOfState:
		return []OfficeClass{r.HeadOfState}
	case HeadOfGovernment:
		return []OfficeClass{r.HeadOfGovernment}
	case Leader:
		return []OfficeClass{r.Leader}
	case PrimeMinister:
		if r.HeadOfGovernment != PrimeMinister && r.HeadOfGovernment != President {
			return []OfficeClass{class, r.HeadOfGovernment}
		}
	}
	return []OfficeClass{class}
}

// OfficesOf gives the offices that a person held on a day (all of them, the
// latest first, if the day is NoDay). Ended ones are left out, open ones past
// their AsOf are LastKnown.
func (f *Facts) OfficesOf(personID string, on dateline.Day) []Holding {
	i, ok := f.st.id("p", personID)
	if !ok {
		return nil
	}
	return f.officesOf(i, on)
}

func (f *Facts) officesOf(person int, on dateline.Day) []Holding {
	p, lo, n := f.st.person(person)
	var out []Holding
	for j := lo + n - 1; j >= lo; j-- {
		h, _ := f.st.holding(j)
		if on.Known() && (h.From.Known() && h.From > on || h.To.Known() && h.To < on) {
			continue
		}
		h.Person = p
		h.LastKnown = on.Known() && !h.To.Known() && on > h.AsOf
		out = append(out, h)
	}
	sort.SliceStable(out, func(i, j int) bool { return weigh(&out[i]) > weigh(&out[j]) && on.Known() })
	return out
}

// Counterpart gives who holds the same office in another state on a day:
// the U.S. secretary of state's counterpart in China is its foreign minister.
// Where the other state has no such office, the one that does its work answers.
func (f *Facts) Counterpart(office, otherState string, on dateline.Day) []Holding {
	classes := f.ClassesOf("", office)
	if strings.HasPrefix(string(classes[0]), "x:") { // a title of one state only: "secretary of state"
		classes = f.ClassesOf("USA", office)
	}
	for _, c := range classes {
		if c == President || c == PrimeMinister || c == Monarch || c == Leader {
			if hs := f.holders(otherState, c, on); len(hs) > 0 && (c != President || f.governs(otherState, c)) {
				return hs
			}
			return f.holders(otherState, Leader, on)
		}
		if hs := f.holders(otherState, c, on); len(hs) > 0 {
			return hs
		}
	}
	return nil
}

// governs reports whether the office of that class is a head of state or government.
func (f *Facts) governs(state string, c OfficeClass) bool {
	i, ok := f.st.id("r", state)
	if !ok {
		return true
	}
	r := f.st.regime(i)
	return r.HeadOfState == c || r.HeadOfGovernment == c
}

// SinceOffice is the day on which a person took an office (a class or a title),
// the latest spell first; ok is false if it is not known.
func (f *Facts) SinceOffice(personID, office string) (day dateline.Day, ok bool) {
	i, found := f.st.id("p", personID)
	if !found {
		return dateline.NoDay, false
	}
	best := dateline.NoDay
	_, lo, n := f.st.person(i)
	for j := lo; j < lo+n; j++ {
		h, _ := f.st.holding(j)
		if !h.From.Known() {
			continue
		}
		for _, want := range f.ClassesOf(h.State, office) {
			for _, c := range f.literal(h.State, want) {
				if contains(h.Classes, c) && (!best.Known() || h.From < best || h.From-best > 4*366) {
					best = h.From
				}
			}
		}
	}
	return best, best.Known()
}
