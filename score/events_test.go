package score

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"dateline"
)

func event(typ dateline.Type, status dateline.Status, actors, recipients []dateline.Actor, when *dateline.When) dateline.Event {
	return dateline.Event{Type: typ, Status: status, Actors: actors, Recipients: recipients, When: when}
}

var (
	lind  = dateline.Actor{Name: "Foreign Minister Ada Lind", State: "NOR"}
	dahl  = dateline.Actor{Name: "Per Dahl"}
	kern  = dateline.Actor{Name: "Ilse Kern", State: "AUT"}
	march = dateline.Date(2031, 3, 4)
)

func on(first, last dateline.Day) *dateline.When {
	return &dateline.When{Span: dateline.Span{Earliest: first, Latest: last}}
}

func as(a ...dateline.Actor) []dateline.Actor { return a }

func TestWhoAgrees(t *testing.T) {
	for _, c := range []struct {
		name         string
		gold, system dateline.Event
		want         bool
	}{
		{"by state", event("", "", as(lind), nil, nil), event("", "", as(dateline.Actor{Name: "Norway", State: "NOR"}), nil, nil), true},
		{"by last name", event("", "", as(lind), nil, nil), event("", "", as(dateline.Actor{Name: "Lind"}), nil, nil), true},
		{"by a title alone", event("", "", as(dateline.Actor{Name: "the foreign minister"}), nil, nil), event("", "", as(kern), nil, nil), false},
		{"sides spread", event("", "", as(lind, dahl), nil, nil), event("", "", as(kern), as(dahl), nil), true},
		{"sides swapped", event("", "", as(lind), as(kern), nil), event("", "", as(kern), as(lind), nil), false},
		{"recipient untold", event("", "", as(lind), as(kern), nil), event("", "", as(lind), nil, nil), true},
		{"nobody acted", event("", "", nil, as(kern), nil), event("", "", as(lind), as(kern), nil), true},
		{"nobody at all", event("", "", nil, nil, nil), event("", "", nil, nil, nil), true},
	} {
		if got := whoAgrees(&c.gold, &c.system); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestWhenRight(t *testing.T) {
	for _, c := range []struct {
		name         string
		gold, system *dateline.When
		want         bool
	}{
		{"same day", on(march, march), on(march, march), true},
		{"a month around it", on(march, march), on(march-10, march+20), true},
		{"a year around it", on(march, march), on(march-100, march+200), false},
		{"next day", on(march, march), on(march+1, march+1), false},
		{"both untold", nil, nil, true},
		{"one untold", on(march, march), nil, false},
		{"open end", on(march, march), on(march, dateline.NoDay), false},
	} {
		if got := whenRight(c.gold, c.system); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestEvents(t *testing.T) {
	gold := []GoldArticle{{Article: dateline.Article{ID: "a"}, Events: []dateline.Event{
		event(dateline.Consult, dateline.Happened, as(lind, dahl), nil, on(march, march)),
		event(dateline.Consult, dateline.Planned, as(lind, dahl), nil, on(march+7, march+7)),
		event(dateline.Protest, dateline.Happened, as(kern), nil, nil),
	}}, {Article: dateline.Article{ID: "b"}}}
	system := map[string][]dateline.Event{
		"a": {event(dateline.Consult, dateline.Planned, as(lind), nil, on(march+7, march+7)), event(dateline.Accuse, dateline.Happened, as(kern), nil, nil)},
		"b": {event(dateline.Consult, dateline.Happened, as(dahl), nil, nil)},
	}
	s := Events(gold, system)
	if s.Event != (PRF{1, 3, 3}) || s.Full != (PRF{1, 3, 3}) || s.ByType[dateline.Consult] != (PRF{1, 2, 2}) || s.Texts != 2 {
		t.Errorf("%+v", s)
	}
	if f := s.Event.F1(); math.Abs(f-1.0/3) > 1e-9 {
		t.Errorf("F1 %f", f)
	}
}

// TestGoldAgainstItself holds that the gold record scores 1 on itself.
func TestGoldAgainstItself(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	name := filepath.Join(shared, "gold", "dev.jsonl")
	if _, err := os.Stat(name); err != nil {
		t.Skip("needs ../shared/gold")
	}
	gold, err := OpenGold(name)
	if err != nil {
		t.Fatal(err)
	}
	system := map[string][]dateline.Event{}
	for _, g := range gold {
		system[g.ID] = g.Events
	}
	s := Events(gold, system)
	if s.Event.Hits < s.Event.Gold*99/100 || s.Event.Gold == 0 {
		t.Errorf("%+v", s)
	}
}
