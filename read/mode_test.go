package read

import (
	"testing"

	"dateline"
)

// TestModes holds how people consult by the words of one sentence that tells of one
// event.
func TestModes(t *testing.T) {
	for _, c := range []struct{ text, mode string }{
		{"Foreign ministers of the G7 met in Lima.", "multilateral"},
		{"The foreign ministers of Norway, Sweden and Denmark met in Oslo.", "meet"},
		{"Norwegian Prime Minister Ada Lind held a video conference with Peruvian President Ana Rojas.", "call"},
		{"Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas held a videoconference on Monday.", "call"},
		{"Norwegian Prime Minister Ada Lind received Peruvian President Ana Rojas in Oslo.", "visit"},
		{"Norwegian Prime Minister Ada Lind welcomed Peruvian President Ana Rojas to Oslo.", "visit"},
		{"Norwegian Prime Minister Ada Lind hosted Peruvian President Ana Rojas at her residence.", "visit"},
		{"Qatar brokered a ceasefire between Norway and Peru.", "mediate"},
		{"Qatari mediators met Hamas leaders in Doha.", "meet"},
		{"Norwegian envoy Ada Lind shuttled between Lima and Santiago in an effort to mediate.", "mediate"},
		{"Norway hosted peace talks between Peru and Chile in Oslo.", "mediate"},
		{"Peru and Chile held indirect talks in Oslo.", "mediate"},
		{"Peru and Chile held Norwegian-brokered talks in Oslo.", "mediate"},
		{"EU leaders held an emergency summit in Brussels.", "multilateral"},
		{"The UN Security Council held an emergency session on Monday.", "multilateral"},
		{"The UN Security Council met behind closed doors.", "multilateral"},
		{"Norwegian Prime Minister Ada Lind held a summit with Peruvian President Ana Rojas.", "meet"},
		{"Norwegian Prime Minister Ada Lind attended the funeral of Peruvian President Ana Rojas.", "multilateral"},
		{"Norwegian Prime Minister Ada Lind addressed the UN General Assembly.", "multilateral"},
		{"Norwegian Prime Minister Ada Lind flew to Peru for a summit of the Andean Community.", "multilateral"},
		{"Norwegian Prime Minister Ada Lind made a surprise trip to Peru.", "visit"},
		{"Norwegian Prime Minister Ada Lind had lunch with Peruvian President Ana Rojas.", "meet"},
		{"Norwegian Prime Minister Ada Lind toured a refugee camp in Peru.", "visit"},
		{"Norwegian Prime Minister Ada Lind phoned Peruvian President Ana Rojas.", "call"},
		{"Norwegian Prime Minister Ada Lind discussed trade with Peruvian President Ana Rojas in a call.", "call"},
		{"In a phone call, Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas discussed trade.", "call"},
		{"Norwegian and Peruvian negotiators resumed talks in Lima.", "meet"},
		{"Nordic defense ministers gathered in Oslo.", "multilateral"},
		{"Representatives of 40 countries met in Oslo to discuss aid.", "multilateral"},
		{"The defense ministers of Norway and Peru conferred in Oslo.", "meet"},
		{"Trilateral talks between Norway, Peru and Chile opened in Oslo.", "meet"},
		{"The African Union convened an extraordinary summit in Addis Ababa.", "multilateral"},
		{"Norwegian Prime Minister Ada Lind paid a courtesy call on Peruvian President Ana Rojas.", "meet"},
		{"Norwegian Prime Minister Ada Lind sat down with Peruvian President Ana Rojas.", "meet"},
		{"Norwegian Prime Minister Ada Lind will co-chair a donor conference with Peru in Oslo.", "multilateral"},
		{"The Norwegian parliament met on Monday.", "multilateral"},
		{"The two leaders, Norwegian Prime Minister Ada Lind and Peruvian President Ana Rojas, met in Lima.", "meet"},
	} {
		rec := readOn(t, "2031-03-05", c.text)
		if len(rec.Events) != 1 || rec.Events[0].Type != dateline.Consult || rec.Events[0].Mode != c.mode {
			t.Errorf("%q: %+v, want one %s", c.text, rec.Events, c.mode)
		}
	}
}
