package where

import (
	"strings"

	"dateline/lang"
	"dateline/who"
)

// climb is the cost of the link from a word up to its head.
func (l *Layer) climb(at, up, trigger int) float64 {
	t := &l.doc.Tokens[at]
	switch rel := t.Rel; {
	case lang.RelIs(rel, "obl"), lang.RelIs(rel, "nmod"):
		if l.somebody(at) {
			return 0.7
		}
		if l.clock(at) {
			return 0.2
		}
		if l.paper(up) {
			return 4 // "the Treaty on Conventional Forces in Europe"
		}
		return l.under(at)
	case rel == "appos", rel == "conj", lang.RelIs(rel, "flat"):
		return 0.5
	case rel == "obj", lang.RelIs(rel, "nsubj"), rel == "iobj":
		if l.somebody(at) {
			return 0.7
		}
		if rel == "obj" && l.table.grounds[t.Lemma] {
			return 0.3
		}
		if t.UPOS == "NOUN" && up == trigger && l.table.frame(strings.ToLower(t.Lemma)) != nil {
			return 4 // the place of another act: "condemned the attack in Lima"
		}
		if rel == "obj" && l.table.spoken[strings.ToLower(l.doc.Tokens[up].Lemma)] {
			return 4 // "signed a treaty and discussed the war in Mali"
		}
		return 2
	case rel == "xcomp" && l.held(up):
		return 0.3 // "is set to be held in Ruritz"
	case lang.RelIs(rel, "advcl"), rel == "xcomp":
		return 4
	case rel == "ccomp", rel == "parataxis":
		return 4
	case lang.RelIs(rel, "acl"):
		if l.coming(at) && l.somebody(up) {
			return 0.8 // "talks with Lind, who arrived in Ruritz"
		}
		if l.held(at) {
			return 0.5 // "during the summit that will be held in Ruritz"
		}
		return 4
	}
	return 1.5
}

// under is the cost of the way up from a noun by its preposition: an act that
// another follows, or is done for, has a place of its own.
func (l *Layer) under(at int) float64 {
	cs := l.doc.Child(at, "case")
	if cs < 0 {
		return 2
	}
	if up := l.doc.Tokens[at].Head; up >= 0 && l.table.grounds[l.doc.Tokens[up].Lemma] {
		return 0.3 // "the site of the camp at Ruritz"
	}
	if m := l.At(at); m != nil && m.Kind == "site" && l.doc.Tokens[cs].Lemma != "to" {
		return 0.7 // "staff from the embassy in Lima"
	}
	const own = 3.5 // more than faraway, although a site or town is preferred
	lemma := strings.ToLower(l.doc.Tokens[at].Lemma)
	if l.table.reasons[lemma] {
		return own // "in response to the raid in Lima"
	}
	switch strings.ToLower(l.doc.Tokens[cs].Form) {
	case "at", "during", "in":
		return 1
	case "on", "for":
		if l.table.frame(lemma) != nil && !l.table.travels[lemma] { // "talks on the war in Peru"
			return own
		}
		return 1
	case "including", "like", "after", "before", "following", "since", "over", "amid", "despite", "until", "about", "regarding", "concerning", "due", "by", "ahead", "pending", "prior":
		return own
	}
	return 2
}

// paper reports whether a token is the head of the name of a treaty or law, in which a
// place is part of the name.
func (l *Layer) paper(i int) bool {
	t := &l.doc.Tokens[i]
	if t.UPOS != "PROPN" {
		return false
	}
	switch t.Lemma {
	case "Treaty", "Convention", "Pact", "Accord", "Protocol", "Charter", "Act", "Law":
		return true
	}
	return false
}

// clock reports whether a token tells time, as the parts of a date do on which
// trees hang what follows them: "on Monday in Ruritz".
func (l *Layer) clock(i int) bool {
	t := &l.doc.Tokens[i]
	if t.UPOS == "NUM" {
		return true
	}
	switch strings.ToLower(t.Form) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"yesterday", "today", "tomorrow", "morning", "evening", "afternoon", "night", "week", "month", "year", "day", "weekend":
		return t.UPOS == "PROPN" || t.UPOS == "NOUN"
	}
	return false
}

// held reports whether a verb says when and where an occasion is.
func (l *Layer) held(i int) bool {
	switch l.doc.Tokens[i].Lemma {
	case "hold", "host", "schedule", "convene", "set", "slate", "plan", "due", "open", "begin":
		return true
	}
	return false
}

// clause is the cost of the way down into an adverbial clause: what was before is
// hardly where the main verb's deed is.
func (l *Layer) clause(i int) float64 {
	k := l.doc.Child(i, "mark")
	if k < 0 {
		return 1.5
	}
	if l.doc.Tokens[i].XPOS == "VBG" { // "shot in Lima after storming a bank"
		if l.dated(i) {
			return 3.6 // "meets Lind in Lima after meeting Prado on Tuesday"
		}
		return 1.5
	}
	switch l.doc.Tokens[k].Lemma {
	case "since", "before", "because", "although", "though", "until", "once":
		return 3.3
	case "after":
		if l.ofOthers(i) {
			return 3.2
		}
		return 2.4
	case "as", "while":
		if l.ofOthers(i) { // "will meet in Lima as Peru rules out a truce": nearer than what is only said may lie
			return 2.7
		}
	}
	return 1.5
}

// ofOthers reports whether a clause has a subject of its own that is no pronoun.
func (l *Layer) ofOthers(i int) bool {
	s := l.doc.Child(i, "nsubj", "nsubj:pass")
	return s >= 0 && l.doc.Tokens[s].UPOS != "PRON"
}

// dated reports whether a verb has a time of its own.
func (l *Layer) dated(i int) bool {
	for _, c := range l.doc.Children(i) {
		if rel := l.doc.Tokens[c].Rel; (lang.RelIs(rel, "obl") || lang.RelIs(rel, "nmod") || rel == "advmod") && int(c) > i && l.clock(int(c)) {
			return true
		}
	}
	return false
}

// coming reports whether a verb brings somebody to a place.
func (l *Layer) coming(i int) bool {
	switch l.doc.Tokens[i].Lemma {
	case "arrive", "come", "visit", "travel", "fly", "stay", "work", "live", "serve", "study", "hide", "station", "base":
		return true
	}
	return false
}

// somebody is a person or a group, whose place is that of the act: "met
// officials in Ruritz".
func (l *Layer) somebody(i int) bool {
	if l.table.groups[l.doc.Tokens[i].Lemma] {
		return true
	}
	if l.who != nil {
		if m := l.who.At(i); m != nil && len(m.Entities) > 0 {
			k := l.who.Entities[m.Entities[0]].Kind
			return k == who.Person || k == who.Group && m.Form != who.Named // "the Lake Front in Ruritz" is at home there
		}
	}
	n := l.doc.NameAt(i)
	return n != nil && n.Kind == lang.PER
}

// descend is the cost of the way from a word down to the trigger.
func (l *Layer) descend(at, trigger int) float64 {
	cost := 0.0
	for i := trigger; i != at; i = l.doc.Tokens[i].Head {
		switch rel := l.doc.Tokens[i].Rel; {
		case rel == "obj", rel == "xcomp", lang.RelIs(rel, "nsubj"), rel == "iobj":
			cost++
		case lang.RelIs(rel, "obl") && l.under(i) > 2: // "after breaches of the truce"
			cost += l.under(i)
		case lang.RelIs(rel, "advcl"):
			cost += l.clause(i)
		case lang.RelIs(rel, "obl"):
			cost += 1.5
		case rel == "conj" && l.doc.Tokens[i].UPOS == "NOUN" && l.doc.Child(i, "nmod:poss") >= 0:
			cost += 3 // "the raids in Lima and Peru's blockade"
		case rel == "conj", rel == "appos":
			cost += 1.2
		case lang.RelIs(rel, "nmod"):
			cost += 2
		case rel == "ccomp":
			cost += 2.5
		case rel == "acl" && l.doc.Tokens[i].XPOS == "VBG": // "those who protest are arrested in Lima"
			cost += 1.5
		case lang.RelIs(rel, "acl"):
			cost += 3
		default:
			cost += 2
		}
	}
	return cost
}
