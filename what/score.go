package what

import "dateline"

// scores are PLOVER's, from -10 to 10, by type and by type and mode (the table of
// the PLOVER 2.0 manual; OFFICE, which is ours, is 0).
var scores = map[string]float64{
	"AGREE": 2.5, "CONSULT": 2.5, "CONSULT visit": 4, "CONSULT mediate": 1, "CONSULT multilateral": 4, "CONSULT call": 1.5,
	"SUPPORT": 5, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10,
	"RETREAT": 6.5, "RETREAT withdraw": 8, "RETREAT disarm": 10, "RETREAT ceasefire": 7.5, "RETREAT resign": 4.5,
	"REQUEST": 0, "REQUEST assist": 0.5, "REQUEST change": -1, "REQUEST yield": -1,
	"ACCUSE": -3, "ACCUSE disapprove": -2, "ACCUSE investigate": -3.5, "ACCUSE allege": -3.5,
	"REJECT": -2, "REJECT assist": -1.5, "THREATEN": -3.5, "THREATEN restrict": -3, "THREATEN territory": -4,
	"PROTEST": -5, "PROTEST riot": -7, "PROTEST hunger": -4.5, "PROTEST boycott": -4.5, "PROTEST obstruct": -4.5,
	"SANCTION": -6, "SANCTION expel": -5.5, "MOBILIZE": -5.5, "MOBILIZE troops": -6.5, "MOBILIZE weapons": -6.5, "MOBILIZE militia": -6,
	"COERCE": -7, "COERCE censor": -6.5, "COERCE curfew": -6.5, "COERCE misinformation": -6.5, "COERCE martial-law": -7.5,
	"ASSAULT": -9, "ASSAULT abduct": -8.5, "ASSAULT beat": -7.5, "ASSAULT crowd-control": -7.5, "ASSAULT primitive": -8,
	"ASSAULT targeted": -9.5, "ASSAULT suicide-attack": -9.5, "ASSAULT aerial": -9.5, "ASSAULT drone": -9.5, "ASSAULT heavy-weapons": -9.5,
	"ASSAULT unconventional": -10,
}

// Score is PLOVER's scale of conflict (-10) and cooperation (10).
func Score(t dateline.Type, mode string) float64 {
	if s, ok := scores[string(t)+" "+mode]; ok {
		return s
	}
	return scores[string(t)]
}
