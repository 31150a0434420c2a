package score

import (
	"math"
	"testing"

	"dateline"
)

func TestReliability(t *testing.T) {
	act := func(typ dateline.Type, conf float64) dateline.Event {
		return dateline.Event{Type: typ, Confidence: conf, Actors: []dateline.Actor{{Name: "Norland", State: "NOR"}}}
	}
	gold := []GoldArticle{{Article: dateline.Article{ID: "a"}, Events: []dateline.Event{act(dateline.Aid, 0), act(dateline.Accuse, 0)}}}
	system := map[string][]dateline.Event{"a": {act(dateline.Aid, 0.95), act(dateline.Accuse, 0.65), act(dateline.Reject, 0.65)}}
	bins, ece := Reliability(gold, system)
	if b := bins[5]; b.Events != 1 || b.Right != 1 {
		t.Errorf("the highest bin is %+v, want one event that is right", b)
	}
	if b := bins[2]; b.Events != 2 || b.Right != 0.5 {
		t.Errorf("the bin from 0.6 is %+v, want two events of which one is right", b)
	}
	if want := (0.05 + 2*0.15) / 3; math.Abs(ece-want) > 1e-9 {
		t.Errorf("error %.4f, want %.4f", ece, want)
	}
}
