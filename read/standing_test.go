package read

import (
	"testing"

	"dateline"
)

// TestStanding holds how events stand by the words of one sentence, as of Wednesday,
// 5 March 2031.
func TestStanding(t *testing.T) {
	for _, c := range []struct {
		text   string
		mode   string // of the event meant; its type if it has none
		status dateline.Status
	}{
		{"Norwegian Prime Minister Ada Lind is to meet Peruvian President Ana Rojas on Friday.", "meet", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind is to be received at the White House.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind was to have met Peruvian President Ana Rojas on Monday.", "meet", dateline.Cancelled},
		{"Norwegian Prime Minister Ada Lind has yet to meet Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"Norwegian Prime Minister Ada Lind has no plans to visit Peru.", "visit", dateline.Not},
		{"Norwegian Prime Minister Ada Lind did not rule out a visit to Peru.", "visit", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind failed to meet Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"Norwegian Prime Minister Ada Lind to visit Peru", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind is considering a trip to Peru.", "visit", dateline.Possible},
		{"Talks between Norway and Peru are under way in Oslo.", "meet", dateline.Ongoing},
		{"Talks between Norway and Peru were due to begin on Monday but were put off.", "meet", dateline.Postponed},
		{"Norwegian Prime Minister Ada Lind put off her visit to Peru until June.", "visit", dateline.Postponed},
		{"The visit of Norwegian Prime Minister Ada Lind to Peru was rescheduled for June.", "visit", dateline.Postponed},
		{"Norwegian Prime Minister Ada Lind is unlikely to attend the summit in Lima.", "multilateral", dateline.Not},
		{"Norwegian Prime Minister Ada Lind would visit Peru if invited.", "visit", dateline.Possible},
		{"Norway might send troops to Peru.", "MOBILIZE", dateline.Possible},
		{"Norway plans to impose sanctions on Peru.", "SANCTION", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind had planned to visit Peru but stayed at home.", "visit", dateline.Cancelled},
		{"The summit between Norway and Peru scheduled for May was called off.", "multilateral", dateline.Cancelled},
		{"Norwegian Prime Minister Ada Lind cut short her visit to Peru.", "visit", dateline.Happened},
		{"Norwegian Prime Minister Ada Lind never visited Peru.", "visit", dateline.Not},
		{"Norwegian Prime Minister Ada Lind hopes to meet Peruvian President Ana Rojas next week.", "meet", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind offered to meet Peruvian President Ana Rojas.", "meet", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind is currently visiting Peru.", "visit", dateline.Ongoing},
		{"Norwegian Prime Minister Ada Lind was scheduled to arrive in Lima on Thursday.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind is due in Lima on Thursday for talks with Peruvian President Ana Rojas.", "meet", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind will no longer travel to Peru.", "visit", dateline.Not},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is off.", "meet", dateline.Cancelled},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is unlikely.", "meet", dateline.Not},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is expected in May.", "meet", dateline.Planned},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is in doubt.", "meet", dateline.Possible},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is scheduled for Friday.", "meet", dateline.Planned},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas has been arranged for Friday.", "meet", dateline.Planned},
		{"A meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas was ruled out.", "meet", dateline.Not},
		{"No meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas is planned.", "meet", dateline.Not},
		{"There are no plans for a meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"There was no meeting between Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"Norwegian Prime Minister Ada Lind denied having met Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"Norwegian Prime Minister Ada Lind agreed to meet Peruvian President Ana Rojas.", "meet", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind is preparing for a visit to Peru.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind spoke ahead of her visit to Peru.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind wants to visit Peru.", "visit", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind was unable to attend the summit in Lima.", "multilateral", dateline.Not},
		{"Norwegian Prime Minister Ada Lind will be visiting Peru in May.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind is visiting Peru next week.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind visits Peru next week.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind arrives in Peru on Friday.", "visit", dateline.Planned},
		{"Norwegian Prime Minister Ada Lind's planned visit to Peru is on hold.", "visit", dateline.Postponed},
		{"Norwegian Prime Minister Ada Lind's trip to Peru has been pushed back to June.", "visit", dateline.Postponed},
		{"Norwegian Prime Minister Ada Lind's trip to Peru was scrapped over a strike.", "visit", dateline.Cancelled},
		{"Norwegian Prime Minister Ada Lind's trip to Peru is in jeopardy.", "visit", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind could soon travel to Peru, two officials said.", "visit", dateline.Possible},
		{"Norwegian Prime Minister Ada Lind is said to have met Peruvian President Ana Rojas in secret.", "meet", dateline.Happened},
		{"Norwegian Prime Minister Ada Lind reportedly met Peruvian President Ana Rojas.", "meet", dateline.Happened},
		{"Norwegian Prime Minister Ada Lind almost met Peruvian President Ana Rojas.", "meet", dateline.Not},
		{"Norwegian Prime Minister Ada Lind, who is visiting Peru, condemned the attack.", "visit", dateline.Ongoing},
		{"Norwegian Prime Minister Ada Lind is in Peru for talks with Peruvian President Ana Rojas.", "meet", dateline.Ongoing},
		{"Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas are meeting in Lima.", "meet", dateline.Ongoing},
		{"Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas were meeting in Lima when the quake struck.", "meet", dateline.Happened},
		{"Norway and Peru are in talks over a free trade agreement.", "meet", dateline.Ongoing},
		{"Norway and Peru have been in talks since January.", "meet", dateline.Ongoing},
		{"Norway is set to impose sanctions on Peru next week.", "SANCTION", dateline.Planned},
		{"Norway will lift sanctions on Peru in May.", "CONCEDE", dateline.Planned},
		{"Norway was going to send troops to Peru.", "MOBILIZE", dateline.Cancelled},
	} {
		rec := readOn(t, "2031-03-05", c.text)
		var got []dateline.Status
		for i := range rec.Events {
			if e := &rec.Events[i]; e.Mode == c.mode || string(e.Type) == c.mode {
				got = append(got, e.Status)
			}
		}
		if len(got) != 1 || got[0] != c.status {
			t.Errorf("%q: %s is %v, want %s", c.text, c.mode, got, c.status)
		}
	}
}
