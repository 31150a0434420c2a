package what

import (
	"slices"
	"testing"

	"dateline"
)

func TestExtraditions(t *testing.T) {
	tabs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, actor string
		status      dateline.Status // "" if there is none
	}{
		{"Marek Toth, a Slovak businessman, is arrested in Portugal and faces extradition to the United States.", "Portugal", dateline.Possible},
		{"The banker speaks about his possible extradition to Norway.", "", dateline.Possible},
		{"Peru suspends relations with Chile after the banker's extradition to Norway.", "", dateline.Happened},
		{"Egypt held negotiations on an extradition to Chad.", "", ""},
		{"The lawyers file a request for extradition.", "", ""},
	} {
		doc, w, ms := tabs.Understand(c.text, dateline.Date(2031, 3, 5))
		i := slices.IndexFunc(ms, func(m Mention) bool { return m.Type == dateline.Cooperate })
		switch {
		case c.status == "" && i >= 0:
			t.Errorf("%q: want no extradition, got %s", c.text, ms[i].Status)
		case c.status == "":
		case i < 0:
			t.Errorf("%q: no extradition found", c.text)
		case ms[i].Status != c.status:
			t.Errorf("%q: want %s, got %s", c.text, c.status, ms[i].Status)
		case c.actor != "":
			if len(ms[i].Actors) != 1 || doc.Tokens[w.Mentions[ms[i].Actors[0]].Head].Form != c.actor {
				t.Errorf("%q: want %s to extradite, got mentions %v", c.text, c.actor, ms[i].Actors)
			}
		}
	}
}
