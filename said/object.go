package said

import "dateline/lang"

// telling verbs name what they tell of by an object.
var telling = map[string]bool{
	"note": true, "mention": true, "cite": true, "describe": true, "outline": true, "highlight": true, "detail": true, "announce": true,
	"stress": true, "emphasize": true, "emphasise": true, "predict": true, "confirm": true, "acknowledge": true, "quote": true, "point": true,
	"refer": true, "tout": true, "reiterate": true, "reaffirm": true, "underline": true, "underscore": true,
	"explain": true, "signal": true, "reveal": true, "claim": true, "allege": true, "report": true, "warn": true,
	"complain": true, "boast": true, "brag": true, "joke": true, "speculate": true, "comment": true, "elaborate": true, "lament": true, "muse": true,
}

// objects is what a verb does with words: "condemned the raid", "called for a
// truce", "asked about the border", "urged the crew to leave". Pieces make one,
// from the first to the last; a preposition that belongs to the verb stays out.
func (r *reader) objects(i int, class Class) [][2]int {
	d := r.doc
	if class != Act && class != Deny && class != Think && class != Feel && !telling[d.Tokens[i].Lemma] {
		return nil
	}
	if x := d.Child(i, "obj"); d.Tokens[i].Lemma == "deny" && (x < 0 && d.Child(i, "advcl") < i || x >= 0 && !r.cues.nouns[d.Tokens[x].Lemma] && !guilt[d.Tokens[x].Lemma]) {
		return nil // "denied funding for the wall"
	}
	first, last, end := -1, -1, i+1
	for _, c := range d.Children(i) {
		t := &d.Tokens[c]
		f, l := d.Subtree(int(c))
		if f <= i || !r.told(i, int(c)) || r.cues.verbs[d.Tokens[i].Lemma] == light && !lang.RelIs(t.Rel, "obj") {
			continue
		}
		if first >= 0 && f > end+1 && d.Tokens[f-1].Form == "," { // "…, saying that": another thing told
			break
		}
		prep := -1
		if k := d.Child(int(c), "case", "mark"); k == f && d.Tokens[k].Lemma != "to" && !r.reacts(i) && d.Tokens[k].Lemma != "that" {
			prep = k
		}
		switch {
		case first < 0 && prep >= 0:
			f++
		case first >= 0 && prep >= 0 && d.Tokens[prep].Lemma == "of" && charging[d.Tokens[i].Lemma]:
			first, f = -1, f+1
		case l-f == 1 && t.UPOS != "NOUN" && t.UPOS != "PROPN":
			if t.UPOS != "PRON" {
				continue
			}
		}
		if first < 0 {
			first = r.charge(i, f, l)
		}
		last, end = l, l
	}
	for k := first + 1; k < last && first >= 0; k++ { // "defended the plan, “We shall go”"
		if q := r.quoteAt(k); q >= 0 && r.quotes[q].first == k && d.Tokens[k-1].Form == "," && r.wholeSentence(&r.quotes[q]) {
			last = k - 1
		}
	}
	if first < 0 || last-first == 1 && d.Tokens[first].UPOS == "PRON" {
		return nil
	}
	return [][2]int{{first, last}}
}

// guilt is what one denies besides words.
var guilt = map[string]bool{
	"involvement": true, "responsibility": true, "wrongdoing": true, "role": true, "guilt": true, "link": true, "knowledge": true, "existence": true,
	"rumor": true, "rumour": true, "connection": true, "complicity": true, "liability": true,
}

// charge is where the charge begins in "accused the mayor of taking bribes" if the
// tree has hung it on the mayor; otherwise first.
func (r *reader) charge(i, first, last int) int {
	if !charging[r.doc.Tokens[i].Lemma] {
		return first
	}
	for k := first + 1; k+1 < last; k++ {
		if r.doc.Tokens[k].Form == "of" && r.doc.Tokens[k+1].XPOS == "VBG" {
			return k + 1
		}
	}
	return first
}

// charging verbs take what is charged behind "of".
var charging = map[string]bool{"accuse": true, "suspect": true, "convict": true, "assure": true, "inform": true, "remind": true, "warn": true}

// swayed verbs name by their object whom the words are to move; what they are to do
// is the content.
var swayed = map[string]bool{
	"tell": true, "warn": true, "implore": true, "beg": true, "persuade": true, "convince": true, "advise": true, "remind": true, "instruct": true,
}

// bidding verbs take what somebody is to do together with whom.
var bidding = map[string]bool{
	"urge": true, "encourage": true, "ask": true, "call": true, "invite": true, "order": true, "press": true, "push": true, "lobby": true, "request": true,
	"compare": true, "liken": true, "challenge": true, "petition": true,
}

// likening verbs set their object beside another thing.
var likening = map[string]bool{"compare": true, "liken": true, "link": true}

// told reports whether a dependent of a verb belongs to what the verb does with
// words.
func (r *reader) told(i, c int) bool {
	d := r.doc
	t := &d.Tokens[c]
	switch {
	case lang.RelIs(t.Rel, "obj"), t.Rel == "iobj":
		return t.Lemma != "statement" && !(swayed[d.Tokens[i].Lemma] && d.Child(i, "xcomp", "advcl") > c) && (t.Rel == "obj" || d.Child(i, "xcomp") > c || d.Tokens[i].Lemma == "call" && d.Child(i, "obj") > c)
	case lang.RelIs(t.Rel, "xcomp"):
		return true
	case lang.RelIs(t.Rel, "advcl"), lang.RelIs(t.Rel, "obl"):
		k := d.Child(c, "case", "mark")
		if k < 0 {
			return false
		}
		if d.Tokens[i].Lemma == "charge" && d.Tokens[k].Lemma == "with" {
			return true
		}
		switch d.Tokens[k].Lemma {
		case "for", "about", "of", "on", "against", "over", "as":
			return r.times == nil || r.times.At(c) == nil
		case "to":
			return r.reacts(i) || likening[d.Tokens[i].Lemma] || lang.RelIs(t.Rel, "advcl") && (d.Child(i, "obj") < 0 || swayed[d.Tokens[i].Lemma] || bidding[d.Tokens[i].Lemma])
		}
	}
	return false
}
