package what

import "dateline"

// priors are how often an event of a type that these tables find is one in the
// eyes of careful annotators, measured on the project's development texts and
// drawn towards the mean where there were few.
var priors = map[dateline.Type]float64{
	dateline.Consult: 0.85, dateline.Sanction: 0.82, dateline.Threaten: 0.8, dateline.Request: 0.76,
	dateline.Accuse: 0.75, dateline.Reject: 0.75, dateline.Concede: 0.7, dateline.Retreat: 0.7, dateline.Agree: 0.66,
	dateline.Office: 0.65, dateline.Coerce: 0.63, dateline.Protest: 0.62, dateline.Mobilize: 0.62, dateline.Assault: 0.57,
	dateline.Aid: 0.55, dateline.Support: 0.52, dateline.Cooperate: 0.45,
}

// confidence is the prior of the type, moved by what the sentence gives: a
// finite verb and a row that asks for much speak for the reading; a bare noun,
// a missing doer and a mere possibility against it.
func (r *reader) confidence(m *found) float64 {
	c := priors[m.Type]
	if m.Tensed {
		c += 0.03
	}
	if m.bound.score >= 8 {
		c += 0.03
	}
	if m.bound.row.Noun && m.Light < 0 {
		c -= 0.05
	}
	if len(m.actors) == 0 {
		c -= 0.15
	}
	if m.Status == dateline.Possible || m.Status == dateline.Not {
		c -= 0.08
	}
	return max(0.1, min(c, 0.95))
}
