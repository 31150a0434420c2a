package read

import (
	"strings"

	"dateline"
	"dateline/lang"
)

// lawlike reports what is or may be done to anybody of a kind: "officials are removed from
// office after", "an official can be removed", "only two presidents have been impeached".
func (r *rooms) lawlike(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.dated || o.nominal || len(o.all) > 1 {
		return false
	}
	s := d.Child(i, "nsubj", "nsubj:pass")
	if s < 0 {
		return false
	}
	if d.Child(s, "nummod") >= 0 && r.only(s) {
		return true
	}
	if d.Tokens[s].UPOS != "NOUN" || !r.anyOfKind(s) {
		return false
	}
	for _, c := range d.Children(i) {
		w := &d.Tokens[c]
		if w.XPOS == "MD" && (w.Lemma == "can" || w.Lemma == "may" || w.Lemma == "must") {
			return true
		}
		if w.Rel == "aux:pass" && (w.XPOS == "VBZ" || w.XPOS == "VBP") && w.Lemma == "be" && d.Child(i, "aux") < 0 {
			return d.Tokens[s].XPOS == "NNS" && d.Child(s, "amod", "nmod", "acl", "compound") < 0 && d.Child(i, "advcl") >= 0
		}
	}
	return false
}

// only reports "only two presidents".
func (r *rooms) only(s int) bool {
	first, _ := r.doc.Subtree(s)
	return strings.EqualFold(r.doc.Tokens[first].Form, "only") || first > 0 && strings.EqualFold(r.doc.Tokens[first-1].Form, "only")
}

// anyOfKind reports a noun that names nobody: "a federal official", "officials".
func (r *rooms) anyOfKind(s int) bool {
	if r.indefinite(s) {
		return true
	}
	return r.doc.Tokens[s].XPOS == "NNS" && r.doc.Child(s, "det", "nummod", "nmod:poss") < 0 && r.actors.At(s) == nil
}

// menace reports a danger that a noun names: "a growing military threat from Norland".
// Nobody threatens anybody there.
func (r *rooms) menace(o *occurrence) bool {
	return o.Type == dateline.Threaten && o.nominal && !o.dated && len(o.all) == 1 && o.mention.Light < 0 && len(o.Recipients) == 0 && r.doc.Tokens[o.mention.Trigger].Lemma == "threat"
}

// metWith reports how something was received: "it was met with protests".
func (r *rooms) metWith(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	if o.Type != dateline.Consult || o.nominal || d.Tokens[i].Lemma != "meet" || d.Child(i, "nsubj:pass") < 0 {
		return false
	}
	for _, c := range d.Children(i) {
		if lang.RelIs(d.Tokens[c].Rel, "obl") && r.prepositionBefore(int(c)) == "with" && d.Tokens[c].UPOS == "NOUN" && r.actors.At(int(c)) == nil {
			return true
		}
	}
	return false
}

// aidFor reports what support or money is for: "support for clearing mines". Who gives it
// does not clear them.
func (r *rooms) aidFor(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	if o.dated && len(o.all) > 1 || o.nominal || d.Tokens[i].XPOS != "VBG" || h < 0 || d.Tokens[h].UPOS != "NOUN" {
		return false
	}
	k := d.Child(i, "mark", "case")
	return k >= 0 && d.Tokens[k].Lemma == "for" && aids[d.Tokens[h].Lemma]
}

var aids = wordSet("support aid assistance help funding fund money grant program programme")
