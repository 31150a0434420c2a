package query

import (
	"slices"
	"strings"

	"dateline"
)

// Subject is an occurrence as a query sees it.
type Subject struct {
	Event     *dateline.Event
	Published []dateline.Day // of its reports
	Sources   []string       // outlets of its reports
	Text      string         // titles and evidence of its reports
	Witnesses int
}

// Match is the meaning of a query: whether all its terms hold. AsOf is no term
// of an occurrence: the store folds as of that day before it asks.
func (q Query) Match(s Subject) bool {
	e := s.Event
	return q.matchDays(s) &&
		oneOf(q.Types, e.Type) && oneOf(q.Modes, e.Mode) && oneOf(q.Statuses, e.Status) &&
		q.matchActors(e) && q.matchPlace(e.Place) &&
		(len(q.Sources) == 0 || slices.ContainsFunc(s.Sources, func(o string) bool { return containsAny(o, q.Sources) })) &&
		s.Witnesses >= q.Witnesses && q.matchWords(s.Text)
}

func (q Query) matchDays(s Subject) bool {
	dated := s.Event.When != nil && s.Event.When.Known()
	if q.Undated != nil && *q.Undated == dated {
		return false
	}
	if q.Happens != dateline.NoSpan && !(dated && q.Happens.Overlaps(s.Event.When.Span)) {
		return false
	}
	return q.Published == dateline.NoSpan || slices.ContainsFunc(s.Published, func(d dateline.Day) bool {
		return d.Known() && q.Published.Overlaps(dateline.OneDay(d))
	})
}

func (q Query) matchActors(e *dateline.Event) bool {
	all := slices.Concat(e.Actors, e.Recipients)
	takesPart := func(who string) bool {
		return slices.ContainsFunc(all, func(a dateline.Actor) bool { return ActorIs(a, who) })
	}
	for _, g := range q.With {
		if !slices.ContainsFunc(g, takesPart) {
			return false
		}
	}
	return !slices.ContainsFunc(q.Without, takesPart)
}

// ActorIs reports whether a participant is meant by what a user typed: the code
// of its state or organization, its id, or words of its name.
func ActorIs(a dateline.Actor, who string) bool {
	if a.State != "" && strings.EqualFold(a.State, who) || a.ID == who {
		return true
	}
	return hasWords(a.Name, who) || hasWords(a.Holder, who)
}

// hasWords reports whether every word of want is a word of s, in any order.
func hasWords(s, want string) bool {
	have := Words(s)
	for _, w := range Words(want) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return s != ""
}

func (q Query) matchPlace(p *dateline.Place) bool {
	if len(q.Places) == 0 {
		return true
	}
	return p != nil && slices.ContainsFunc(q.Places, func(want string) bool {
		return strings.EqualFold(p.State, want) || hasWords(p.Name, want)
	})
}

func (q Query) matchWords(text string) bool {
	if len(q.Words) == 0 {
		return true
	}
	padded := " " + strings.Join(Words(text), " ") + " "
	for _, w := range q.Words {
		if !strings.Contains(padded, " "+strings.Join(Words(w), " ")+" ") {
			return false
		}
	}
	return true
}

func oneOf[E comparable](want []E, have E) bool {
	return len(want) == 0 || slices.Contains(want, have)
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(strings.ToLower(s), strings.ToLower(p)) {
			return true
		}
	}
	return false
}
