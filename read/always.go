package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// always reports a deed that a text of several paragraphs tells in the present tense, on no
// day and after its lead: "Norland and Sudland cooperate in the Gulf", "the law prohibits".
// An article tells news in the past tense; what it puts so is how things are.
func (r *rooms) always(o *occurrence) bool {
	const paragraphs = 3
	x := r.doc.Tokens[o.mention.Trigger].XPOS
	if o.dated || o.nominal || len(o.all) > 1 || o.Status != dateline.Happened || x != "VBZ" && x != "VBP" || spoken(o.Type) || o.heading {
		return false
	}
	if o.Type == dateline.Consult || o.Type == dateline.Assault || o.Type == dateline.Protest {
		return false
	}
	return len(r.article.Paragraphs) >= paragraphs && r.bodyIndex(r.doc.Sentences[o.sentence].Para) > 0
}

// inOffice reports what somebody's office is for: "the Special Envoy to Combat Piracy",
// "ambassador to Norland to negotiate". The words are his title.
func (r *rooms) inOffice(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	return !o.nominal && h >= 0 && h < i && lang.RelIs(d.Tokens[i].Rel, "acl") && d.Tokens[i].XPOS == "VB" && titles[d.Tokens[h].Lemma] && titled(d.Tokens[h].Form)
}

var titles = wordSet("envoy Envoy ambassador Ambassador coordinator Coordinator representative Representative commissioner Commissioner rapporteur Rapporteur office Office Committee Commission Bureau")

// emphasized reports support that an errand is to underline: "will meet the ministers to
// demonstrate Norland's support for Sudland". The meeting is the event. And so is the thanks
// "for Norland's support".
func (r *rooms) emphasized(o *occurrence) bool {
	d := r.doc
	i := o.mention.Trigger
	h := d.Tokens[i].Head
	if o.Type != dateline.Support || !o.nominal || o.dated || len(o.all) > 1 || h < 0 {
		return false
	}
	if thanking[d.Tokens[h].Lemma] && d.Tokens[h].UPOS == "VERB" && (d.Tokens[i].Rel == "obj" || r.prepositionBefore(i) == "for") && d.Child(i, "nmod:poss") >= 0 {
		return true
	}
	if d.Tokens[i].Rel != "obj" || d.Tokens[h].XPOS != "VB" {
		return false
	}
	m := d.Child(h, "mark")
	return m >= 0 && d.Tokens[m].Lemma == "to" && underlining[d.Tokens[h].Lemma]
}

var underlining = wordSet("demonstrate emphasize emphasise underscore underline reaffirm reinforce highlight reiterate convey show signal affirm stress strengthen")

var thanking = wordSet("thank commend praise appreciate acknowledge applaud welcome recognize recognise")

// mereConcern reports a worry about how things stand, which blames nobody: "expressed concern
// over the situation in the Gulf".
func (r *rooms) mereConcern(o *occurrence) bool {
	d := r.doc
	if o.Type != dateline.Accuse || len(o.Recipients) > 0 || len(o.all) > 1 {
		return false
	}
	x := o.mention.Trigger
	if !worries[d.Tokens[x].Lemma] {
		if x = d.Child(x, "obj"); x < 0 || !worries[d.Tokens[x].Lemma] {
			return false
		}
	}
	return slices.ContainsFunc(slices.Concat(d.Children(x), d.Children(o.mention.Trigger)), func(c int32) bool {
		switch r.prepositionBefore(int(c)) {
		case "about", "over", "at", "by", "with":
			return standings[d.Tokens[c].Lemma]
		}
		return false
	})
}

// standings are nouns of how things stand.
var standings = wordSet("situation crisis tension disruption conflict impact development instability volatility humanitarian escalation trend state shortage price pandemic spread consequence")

var worries = wordSet("concern concerned worry worried alarm alarmed anxious anxiety apprehension")
