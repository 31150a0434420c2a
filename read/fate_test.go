package read

import (
	"fmt"
	"slices"
	"testing"

	"dateline"
)

// TestFates holds what becomes of meetings and journeys that are spoken of by a
// bare noun: they are those told before, or one more of the same people.
func TestFates(t *testing.T) {
	const (
		journey = "Norwegian Foreign Minister Ada Lind had been expected to fly to Lima in May"
		meeting = "Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas met in Oslo in January"
		plan    = "Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas were due to meet in Oslo on Sunday"
	)
	for _, c := range []struct {
		text string
		want []string // mode, status, place, number of those who take part
	}{
		{journey + ", but the trip was called off.", []string{"visit cancelled Lima 2"}},
		{journey + ". The trip was put off after a strike.", []string{"visit postponed Lima 2"}},
		{journey + ", but the journey did not take place.", []string{"visit not Lima 2"}},
		{plan + ", but the meeting was postponed.", []string{"meet postponed Oslo 2"}},
		{plan + ". The talks were cancelled.", []string{"meet cancelled Oslo 2"}},
		{meeting + ". A second meeting, planned for February in Lima, did not take place.", []string{"meet happened Oslo 2", "meet not Lima 2"}},
		{meeting + "; talks that had been set for February in Lima never happened.", []string{"meet happened Oslo 2", "meet not Lima 2"}},
		{meeting + ". A second round of talks was called off.", []string{"meet happened Oslo 2", "meet cancelled  2"}},
		{meeting + ". The next meeting is scheduled for June in Lima.", []string{"meet happened Oslo 2", "meet planned Lima 2"}},
		{meeting + ". The meeting was called off.", []string{"meet happened Oslo 2"}}, // it cannot be that one
		{"Norwegian Foreign Minister Ada Lind spoke in Oslo. The trip was called off.", nil},
	} {
		rec := readOn(t, "2031-03-05", c.text)
		var got []string
		for i := range rec.Events {
			e, place := &rec.Events[i], ""
			if e.Type != dateline.Consult {
				continue
			}
			if e.Place != nil {
				place = e.Place.Name
			}
			got = append(got, fmt.Sprintf("%s %s %s %d", e.Mode, e.Status, place, len(e.Actors)+len(e.Recipients)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
