package ledger

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// outline is what [Compare] looks at in a report, worked out once: a new report
// is compared with hundreds.
type outline struct {
	span       dateline.Span
	dated      bool
	conference bool
	stateBits  uint64 // of each state one bit: what two lack in common is seen at once
	nameBits   uint64 // of each word by which a name is filed one bit
	placed     string // state of the place, "" for a call

	acting    []party
	receiving []party
	all       []party // both, each once, the named ones first
	names     int     // of them with a proper name
	states    []string
	visited   []string // visit: the states visited
	city      string   // folded name of the place, if more exact than a state
	where     string   // state of the place
	title     []uint32 // conference: hashes of the words of its name, sorted
	hosts     []string // conference: the organizations that meet
	summit    bool     // conference of several days by its kind
	fresh     bool     // told without a day, as news: the days before publication
	open      bool     // a state of affairs without a told end, no occurrence
}

// maxParties bounds the participants on a side that are looked at.
const maxParties = 8

// party is one participant.
type party struct {
	state string
	name  name
	group bool // only described: "the protesters", "officials"
}

// Prepare works out what comparing needs. A report that changes afterwards must
// be prepared again. [Reports] gives prepared ones; an unprepared one is
// compared as well, more slowly.
func (r *Report) Prepare() { r.sketch = newOutline(r) }

func (r *Report) outline() *outline {
	if r.sketch != nil {
		return r.sketch
	}
	return newOutline(r) // not kept: reports are shared between goroutines
}

func newOutline(r *Report) *outline {
	e := &r.Event
	o := &outline{acting: parties(e.Actors), receiving: parties(e.Recipients)}
	if e.Mode == "visit" {
		for _, p := range o.receiving {
			if p.state != "" {
				o.visited = append(o.visited, p.state)
			}
		}
		if e.Place != nil && e.Place.State != "" {
			o.visited = append(o.visited, e.Place.State)
			o.receiving = addParty(o.receiving, party{state: e.Place.State})
		}
		slices.Sort(o.visited)
		o.visited = slices.Compact(o.visited)
	}
	for _, p := range slices.Concat(o.acting, o.receiving) {
		o.all = addParty(o.all, p)
		if p.state != "" {
			o.states = append(o.states, p.state)
		}
	}
	slices.SortFunc(o.all, compareParties)
	for o.names < len(o.all) && !o.all[o.names].name.none() {
		o.names++
	}
	slices.Sort(o.states)
	o.states = slices.Compact(o.states)
	for _, s := range o.states {
		o.stateBits |= bitOf(s)
	}
	for i := range o.all[:o.names] {
		n := &o.all[i].name
		o.nameBits |= bitOf(n.first()) | bitOf(n.last())
	}
	o.conference = e.Type == dateline.Consult && e.Mode == "multilateral"
	if e.Place != nil {
		o.city, o.where = townOf(e.Place), e.Place.State
	}
	if e.Mode == "multilateral" {
		o.title, o.hosts, o.summit = titleOf(e), hostsOf(e), isSummit(e.Trigger)
	}
	if e.Mode != "call" {
		o.placed = o.where
	}
	o.span, o.dated = r.span()
	o.fresh = o.dated && e.When.Text == "" && o.span.Days() > 1
	o.open = e.Status == dateline.Ongoing && e.Type != dateline.Consult && e.Type != dateline.Office &&
		(!o.dated || o.span.Days() > 1)
	return o
}

func bitOf(word string) uint64 { return 1 << (mix(hashWord(word)) >> 58) }

// foreign tells at a glance that two reports have other places or participants: a
// state is missing, or nobody is in common. What it lets pass is compared.
func foreign(a, b *outline) bool {
	if a.placed != b.placed && a.placed != "" && b.placed != "" {
		return true
	}
	if a.conference && b.conference {
		return false
	}
	if len(a.states) > len(b.states) {
		a, b = b, a
	}
	return a.stateBits&^b.stateBits != 0 || a.stateBits&b.stateBits == 0 && a.nameBits&b.nameBits == 0
}

// parties takes participants apart; those of whom neither a state nor a proper
// name is told say nothing about which occurrence it is.
func parties(actors []dateline.Actor) []party {
	var out []party
	for i := range actors {
		if len(out) == maxParties {
			break
		}
		a := &actors[i]
		p := party{state: a.State, name: nameOf(a), group: strings.HasPrefix(a.ID, "x:")}
		if p.state != "" || !p.name.none() {
			out = addParty(out, p)
		}
	}
	return out
}

// addParty keeps every participant once. A state beside a person who acts for
// it is not another one.
func addParty(ps []party, p party) []party {
	for i := range ps {
		q := &ps[i]
		if q.state != p.state {
			continue
		}
		switch {
		case p.name.none():
			q.group = q.group && p.group
			return ps
		case q.name.none():
			*q = p
			return ps
		case slices.Equal(p.name.words, q.name.words):
			return ps
		}
	}
	return append(ps, p)
}

// compareParties puts the named ones first.
func compareParties(a, b party) int {
	none := func(p *party) int {
		if p.name.none() {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(none(&a), none(&b)),
		cmp.Compare(a.state, b.state),
		slices.Compare(a.name.words, b.name.words),
	)
}

func (p party) String() string {
	switch {
	case p.name.none():
		return p.state
	case p.state == "":
		return p.name.text
	}
	return p.name.text + " (" + p.state + ")"
}
