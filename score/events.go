package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline"
)

// GoldArticle is a text with the events that a careful reader entered.
type GoldArticle struct {
	dateline.Article
	Text   string           `json:"text"`
	Events []dateline.Event `json:"events"`
}

// OpenGold reads a gold file: one text a line.
func OpenGold(name string) ([]GoldArticle, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var gold []GoldArticle
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var g GoldArticle
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, &dateline.Error{Kind: dateline.Data, Op: "read gold", Place: fmt.Sprintf("%s:%d", name, n), Err: err}
		}
		g.Article.Text = g.Text
		gold = append(gold, g)
	}
	return gold, lines.Err()
}

// EventScore is the measure of records against gold, by the rules of
// shared/score/score_events.py: an event is found if its type is and who acts;
// it is full if status, time and place are right as well. The shares are of
// the events found.
type EventScore struct {
	Texts       int
	Event, Full PRF
	ByType      map[dateline.Type]PRF

	Status, When, SameDay, Place, Mode, People float64
}

// Events scores what was read, given by the ids of the texts.
func Events(gold []GoldArticle, system map[string][]dateline.Event) EventScore {
	s := EventScore{Texts: len(gold), ByType: map[dateline.Type]PRF{}}
	moded := 0
	for i := range gold {
		g, sys := gold[i].Events, system[gold[i].ID]
		for j := range g {
			s.count(g[j].Type, PRF{Gold: 1})
		}
		for j := range sys {
			s.count(sys[j].Type, PRF{Found: 1})
		}
		for _, m := range matchEvents(g, sys) {
			a, b := &g[m.gold], &sys[m.system]
			s.count(a.Type, PRF{Hits: 1})
			status, when, place := a.Status == b.Status, whenRight(a.When, b.When), placeRight(a.Place, b.Place)
			s.Status += share(status)
			s.When += share(when)
			s.Place += share(place)
			s.SameDay += share(spanOf(a.When) == spanOf(b.When))
			s.People += peopleF1(a, b)
			if a.Mode != "" {
				moded++
				s.Mode += share(a.Mode == b.Mode)
			}
			if status && when && place {
				s.Full.Hits++
			}
		}
	}
	s.Full.Gold, s.Full.Found = s.Event.Gold, s.Event.Found
	n := float64(max(s.Event.Hits, 1))
	s.Status, s.When, s.SameDay, s.Place, s.People = s.Status/n, s.When/n, s.SameDay/n, s.Place/n, s.People/n
	s.Mode /= float64(max(moded, 1))
	return s
}

func (s *EventScore) count(t dateline.Type, d PRF) {
	add := func(t *PRF) { t.Gold += d.Gold; t.Found += d.Found; t.Hits += d.Hits }
	add(&s.Event)
	v := s.ByType[t]
	add(&v)
	s.ByType[t] = v
}

func share(right bool) float64 {
	if right {
		return 1
	}
	return 0
}

// eventPair is a gold event and the found one that it is matched with.
type eventPair struct {
	weight       float64
	gold, system int
}

// matchEvents pairs one to one, the best pairs first.
func matchEvents(gold, system []dateline.Event) []eventPair {
	var pairs []eventPair
	for i := range gold {
		for j := range system {
			if gold[i].Type == system[j].Type && whoAgrees(&gold[i], &system[j]) {
				pairs = append(pairs, eventPair{weigh(&gold[i], &system[j]), i, j})
			}
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool {
		x, y := pairs[a], pairs[b]
		if x.weight != y.weight {
			return x.weight > y.weight
		}
		if x.gold != y.gold {
			return x.gold > y.gold
		}
		return x.system > y.system
	})
	var out []eventPair
	usedGold, usedSystem := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if !usedGold[p.gold] && !usedSystem[p.system] {
			usedGold[p.gold], usedSystem[p.system] = true, true
			out = append(out, p)
		}
	}
	return out
}

func weigh(g, s *dateline.Event) float64 {
	w := peopleF1(g, s) + 0.5*share(whenRight(g.When, s.When)) + 0.5*share(g.Status == s.Status) + 0.25*share(placeRight(g.Place, s.Place))
	if g.Mode != "" && g.Mode == s.Mode {
		w += 0.5
	}
	var texts []string
	for _, e := range s.Evidence {
		texts = append(texts, e.Text)
	}
	if g.Trigger != "" && strings.Contains(strings.Join(texts, " "), g.Trigger) {
		w += 0.5
	}
	return w
}

// titles are words by which nobody is recognised.
var titles = strings.Fields("the a an of and for president minister prime foreign secretary state king queen chancellor ambassador " +
	"government mr ms dr sir sheikh")

// nameWords are the words of a name without marks, case and titles.
func nameWords(s string) []string {
	ascii := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	words := strings.FieldsFunc(ascii, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(words, func(w string) bool { return slices.Contains(titles, w) })
}

// actorKeys are the keys that actors can be recognised by: their states and the
// last words of their names; all words of those who act for no state.
func actorKeys(lists ...[]dateline.Actor) map[string]bool {
	out := map[string]bool{}
	for _, as := range lists {
		for _, a := range as {
			if a.State != "" {
				out["="+strings.ToUpper(a.State)] = true
			}
			words := nameWords(a.Name)
			if n := len(words); n > 0 && a.State != "" {
				words = words[n-1:]
			}
			for _, w := range words {
				out[w] = true
			}
		}
	}
	return out
}

func common(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

func whoAgrees(g, s *dateline.Event) bool {
	ga, gr := actorKeys(g.Actors), actorKeys(g.Recipients)
	sa, sr := actorKeys(s.Actors), actorKeys(s.Recipients)
	both := actorKeys(s.Actors, s.Recipients)
	switch {
	case len(ga) == 0: // nobody is told to have acted: who bore it must agree
		return common(gr, both) > 0 || len(gr) == 0 && len(sa) == 0
	case len(gr) == 0: // the sides may be spread
		return common(ga, both) > 0
	}
	return common(ga, sa) > 0 && (len(sr) == 0 || common(gr, sr) > 0)
}

func peopleF1(g, s *dateline.Event) float64 {
	a, b := actorKeys(g.Actors, g.Recipients), actorKeys(s.Actors, s.Recipients)
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

func spanOf(w *dateline.When) dateline.Span {
	if w == nil {
		return dateline.NoSpan
	}
	return w.Span
}

// whenRight: the spans overlap and the system's is at most 31 days wider, or
// both are untold.
func whenRight(g, s *dateline.When) bool {
	a, b := spanOf(g), spanOf(s)
	if !a.Earliest.Known() || !b.Earliest.Known() {
		return !a.Earliest.Known() && !b.Earliest.Known()
	}
	return a.Known() && b.Known() && b.Earliest <= a.Latest && a.Earliest <= b.Latest && b.Days() <= a.Days()+31
}

func placeRight(g, s *dateline.Place) bool {
	if g == nil || s == nil {
		return g == nil && s == nil
	}
	if g.State != "" && s.State != "" {
		return strings.EqualFold(g.State, s.State)
	}
	words := nameWords(s.Name)
	return slices.ContainsFunc(nameWords(g.Name), func(w string) bool { return slices.Contains(words, w) })
}
