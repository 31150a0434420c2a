package what

// What is violence, who bears arms and who is hurt as somebody of a nation: the words that
// let a deed count whoever is told to have done it.

// bloody reports a noun of war, terror or killing.
func (r *reader) bloody(t int) bool {
	return r.inClass("terror", t) || r.inClass("warfare", t) || r.inClass("killing", t)
}

// warring are nouns of war that say against whom.
var warring = words("war aggression persecution")

// calamity tells what weather, disease and accidents did: "floods killed", "were
// wounded in a crash".
func (r *reader) calamity(m *found) bool {
	for _, c := range r.doc.Children(m.Trigger) {
		switch k := &r.doc.Tokens[c]; base(k.Rel) {
		case "nsubj", "obl":
			if r.inClass("disasters", r.referent(int(c))) {
				return true
			}
		}
	}
	return false
}

// bands reports attackers who are told by nothing but their arms: "militants",
// "gunmen", not "a gunman".
func (r *reader) bands(t int) bool {
	if r.inClass("bands", t) || r.lemma(t) == "gunman" && r.plural(t) {
		return true
	}
	switch r.lemma(t) {
	case "group", "faction", "organization", "organisation", "movement", "cell", "network", "leader", "commander", "wing":
	default:
		return false
	}
	for _, c := range r.doc.Children(t) {
		if int(c) < t && (r.inClass("bands", int(c)) || armedAs[r.lemma(int(c))]) {
			return true // "a militant group", "the rebel leader"
		}
	}
	return false
}

var armedAs = words("armed militant rebel terrorist extremist separatist insurgent jihadist islamist guerrilla paramilitary")

func (r *reader) armed(t int) bool {
	m := r.mention(t)
	return m != nil && r.who.Entities[m.Entities[0]].Armed
}

// foreign reports people who are told by their nation: "two Norland engineers".
func (r *reader) foreign(t int) bool {
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if p := r.preposition(int(c)); base(k.Rel) == "nmod" && p != "from" && p != "of" {
			continue
		}
		if m := r.mention(int(c)); m != nil && (k.Rel == "amod" || k.Rel == "nmod") && r.who.Entities[m.Entities[0]].Political {
			return true
		}
	}
	return false
}

// offence tells an arrest or a charge over a crime against a state or a protest,
// whoever is held: "arrested on suspicion of spying", "during the riots".
func (r *reader) offence(v int) bool {
	for _, c := range r.doc.Children(v) {
		switch base(r.doc.Tokens[c].Rel) {
		case "obl", "advcl":
			first, last := r.doc.Subtree(int(c))
			for i := first; i < last; i++ {
				if u := r.doc.Tokens[i].UPOS; (u == "NOUN" || u == "VERB") && (r.inClass("offences", i) || (r.inClass("protest", i) || r.inClass("terror", i) || r.lemma(i) == "assassination") && u == "NOUN") {
					return true
				}
			}
		}
	}
	return false
}

// warlike tells violence that is an act of war or terror whoever bore it: an air
// raid, a suicide bombing, and what was done in or by one.
func (r *reader) warlike(t int) bool {
	if r.inClass("terror", t) {
		return true
	}
	for _, c := range r.doc.Children(t) {
		switch base(r.doc.Tokens[c].Rel) {
		case "advcl": // "were killed when a suicide bomber blew himself up"
			if s := r.doc.Child(int(c), "nsubj"); s >= 0 && (r.inClass("terror", s) || r.bands(s)) {
				return true
			}
		case "conj": // "are killed and 50 wounded in a car bombing"
			if o := r.doc.Child(int(c), "obl"); r.doc.Tokens[c].XPOS == "VBN" && o >= 0 && r.inClass("terror", o) {
				return true
			}
		case "nsubj", "obl":
			if r.inClass("terror", int(c)) {
				return true
			}
			for _, k := range r.doc.Children(int(c)) { // "in a series of suicide bombings"
				if r.doc.Tokens[k].Rel == "nmod" && r.preposition(int(k)) == "of" && r.inClass("terror", int(k)) {
					return true
				}
			}
		}
	}
	return false
}
