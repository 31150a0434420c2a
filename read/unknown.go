package read

import "dateline"

// byUnknown tells what is entered though nobody is told to have done it: an attack
// on somebody political or in a place, prisoners freed, a truce that takes
// effect, people who are let go.
func (r *rooms) byUnknown(o *occurrence) bool {
	if o.Status != dateline.Happened && o.Status != dateline.Ongoing && o.Type != dateline.Retreat && !(o.Type == dateline.Office && o.mention.Known) {
		return false
	}
	switch o.Type {
	case dateline.Assault:
		i := o.mention.Trigger
		return o.nominal && r.particular(i) && (o.mention.Known || r.politicalRecipient(o) || o.mention.PlaceHead >= 0 && (o.mention.Light >= 0 || fighting[r.doc.Tokens[i].Lemma]))
	case dateline.Office:
		return o.mention.Known
	case dateline.Coerce:
		return o.nominal && (o.Mode == "arrest" || o.CAMEO == "170") && r.particular(o.mention.Trigger) && r.politicalRecipient(o)
	case dateline.Retreat:
		if o.nominal {
			return o.Mode == "ceasefire" && (o.mention.Light >= 0 || r.particular(o.mention.Trigger))
		}
		return o.Mode == "release" && o.mention.Tensed && len(o.Recipients) > 0 && !r.attributive(o)
	case dateline.Concede:
		return !o.nominal && o.mention.Tensed && len(o.Recipients) > 0 && !r.attributive(o)
	}
	return false
}

// fighting are nouns of what two sides do, who need not be told.
var fighting = wordSet("fighting clash skirmish battle firefight")

// particular tells a deed from its kind, its end and what is to bring it about: not
// "any attack", "the cessation of hostilities", "a reward for his arrest".
func (r *rooms) particular(n int) bool {
	if h := r.doc.Tokens[n].Head; h >= 0 && endings[r.doc.Tokens[h].Lemma] {
		return false
	}
	for _, c := range r.doc.Children(n) {
		switch r.doc.Tokens[c].Lemma {
		case "any", "such", "every", "all", "future", "further", "possible", "potential", "no":
			return false
		}
	}
	return true
}

var endings = wordSet("cessation end halt prevention risk threat fear danger possibility absence lack award reward bounty lead")
