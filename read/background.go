package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
)

// old says why an event without a time is none of these days, or "".
func (r *rooms) old(t *told) string {
	i := t.mention.Trigger
	if back, why := r.times.Background(i); back && !r.presentAct(t, why) {
		return why + ": background"
	}
	switch {
	case t.Type == dateline.Office && r.doc.Tokens[i].Lemma == "serve":
		return "a term of office: left open"
	case r.sinceThen(t):
		return "what has come of it since is told: left open"
	case r.earlierThanSaid(i):
		return "past under a verb in the present: left open"
	case r.thenAs(i):
		return "past, and what came after it is told in the present: left open"
	case r.accusedOf(i):
		return "what somebody is accused of: left open"
	case r.recounted(i):
		return "a speaker looks back: left open"
	case r.ofTerm(i):
		return "what a government has done in its term: left open"
	}
	if c := r.doc.Child(i, "mark"); c >= 0 {
		switch r.doc.Tokens[c].Lemma {
		case "before", "prior": // "prior to joining parliament, she taught"
			return "what came before it is told: left open"
		}
	}
	return ""
}

// presentAct reports a relative clause in the present tense that tells what somebody says
// under a main clause in the present tense, too: "cites the envoy, whom she accuses of".
// It is as new as the main clause.
func (r *rooms) presentAct(t *told, why string) bool {
	d := r.doc
	w := &d.Tokens[t.mention.Trigger]
	if why != "in a relative clause" || !lang.RelIs(w.Rel, "acl:relcl") || w.XPOS != "VBZ" && w.XPOS != "VBP" || t.Type != dateline.Accuse && t.Type != dateline.Request {
		return false
	}
	root := d.Tokens[d.Sentences[t.sentence].Root].XPOS
	return root == "VBZ" || root == "VBP"
}

// thenAs reports a past tense in a clause behind "after", of a sentence that tells its news
// in the present tense: "recalls her envoy after the assembly passed a law".
func (r *rooms) thenAs(i int) bool {
	d := r.doc
	main := &d.Tokens[d.Sentences[d.Tokens[i].Sent].Root]
	if main.Lemma == "come" || main.XPOS != "VBZ" && main.XPOS != "VBP" || d.Tokens[i].XPOS != "VBD" && d.Tokens[i].XPOS != "VBN" {
		return false
	}
	if a := d.Child(i, "aux", "aux:pass"); d.Tokens[i].XPOS == "VBN" && (a < 0 || d.Tokens[a].XPOS != "VBD") {
		return false
	}
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 {
		i = d.Tokens[i].Head
	}
	m := d.Child(i, "mark", "case")
	return m >= 0 && lang.RelIs(d.Tokens[i].Rel, "advcl") && d.Tokens[m].Lemma == "after"
}

// ofTerm reports what a head of state or government lists as done by "my Administration",
// in the past tense and on no day.
func (r *rooms) ofTerm(i int) bool {
	d := r.doc
	if d.Tokens[i].XPOS != "VBD" {
		return false
	}
	for lang.RelIs(d.Tokens[i].Rel, "conj") && d.Tokens[i].Head >= 0 && d.Child(i, "nsubj") < 0 {
		i = d.Tokens[i].Head
	}
	s := d.Child(i, "nsubj")
	if s < 0 {
		return false
	}
	switch strings.ToLower(d.Tokens[s].Lemma) {
	case "administration", "government", "cabinet":
	default:
		return false
	}
	p := d.Child(s, "nmod:poss")
	return p >= 0 && (d.Tokens[p].Lemma == "my" || d.Tokens[p].Lemma == "our" || d.Tokens[p].Lemma == "I" || d.Tokens[p].Lemma == "we")
}

// earlierThanSaid reports whether a past tense stands within the words of somebody
// who speaks in the present: it was before.
func (r *rooms) earlierThanSaid(i int) bool {
	d := r.doc
	a := r.words.Source(i)
	if a == nil || a.Cue < 0 || a.Direct || !d.Dominates(a.Cue, i) {
		return false
	}
	cue := d.Tokens[a.Cue].XPOS
	if cue == "VBG" { // "follows reports claiming that Norland held drills"
		cue = d.Tokens[d.Sentences[d.Tokens[i].Sent].Root].XPOS
	}
	return (cue == "VBZ" || cue == "VBP") && d.Tokens[i].XPOS == "VBD"
}

// sinceThen reports whether the sentence goes on to what "has since" been: the
// event is not of these days.
func (r *rooms) sinceThen(t *told) bool {
	d := r.doc
	for i := t.mention.Trigger + 1; i < d.Sentences[t.sentence].Last; i++ {
		if d.Tokens[i].Lemma == "since" && d.Tokens[i].Rel == "advmod" {
			return true
		}
	}
	return false
}

// deedAgain reports whether two verbs tell in the same words of what the same side has done
// to the same person or thing, of which one tells no time: "the patrol seized the Star Runner
// in July. … put off after the patrol seized the Star Runner".
func (r *rooms) deedAgain(a, b *told) bool {
	switch a.Type {
	case dateline.Coerce, dateline.Office, dateline.Retreat:
	default:
		return false
	}
	if a.nominal || b.nominal || r.doc.Tokens[a.mention.Trigger].Lemma != r.doc.Tokens[b.mention.Trigger].Lemma || len(a.Recipients) != 1 || len(b.Recipients) != 1 {
		return false
	}
	x, y := a.Recipients[0], b.Recipients[0]
	return x.Name == y.Name && !strings.HasPrefix(x.ID, "s:") && slices.Equal(a.sides, b.sides)
}

// accusedOf reports a gerund that tells what somebody is accused of: "accuses the envoy of
// spying". It was before, nobody says when.
func (r *rooms) accusedOf(i int) bool {
	d := r.doc
	for d.Tokens[i].Head >= 0 && lang.RelIs(d.Tokens[i].Rel, "conj") {
		i = d.Tokens[i].Head
	}
	h := d.Tokens[i].Head
	return h >= 0 && d.Tokens[i].XPOS == "VBG" && blaming[d.Tokens[h].Lemma] && d.Child(i, "mark", "case") >= 0
}

var blaming = wordSet("accuse suspect blame charge denounce criticize condemn convict")

// failed reports an agreement that two sides fail to reach, which is news as if they had.
func (r *rooms) failed(t *told) bool {
	d := r.doc
	if t.Status != dateline.Not || t.Type != dateline.Agree || !t.mention.Tensed && t.nominal {
		return false
	}
	for i, up := t.mention.Trigger, 0; i >= 0 && up < 3; i, up = d.Tokens[i].Head, up+1 {
		if x := d.Tokens[i].XPOS; d.Tokens[i].Lemma == "fail" {
			return x == "VBZ" || x == "VBP" || x == "VBD" || x == "VBN"
		}
	}
	return false
}

// heldNow reports a participle on the subject of a finite main clause: "a meeting attended by
// three ministers is held in Lima". The conference is the news.
func (r *rooms) heldNow(t *told) bool {
	d := r.doc
	i := t.mention.Trigger
	n := d.Tokens[i].Head
	if t.Type != dateline.Consult || t.nominal || n < 0 || !lang.RelIs(d.Tokens[i].Rel, "acl") && !lang.RelIs(d.Tokens[i].Rel, "advcl") || d.Tokens[i].XPOS != "VBN" {
		return false
	}
	root := d.Sentences[t.sentence].Root
	if n == root { // hung on the verb
		s := d.Child(root, "nsubj:pass")
		return s >= 0 && looseNouns[d.Tokens[s].Lemma] && d.Tokens[root].Lemma == "hold"
	}
	return d.Tokens[n].Head == root && lang.RelIs(d.Tokens[n].Rel, "nsubj") && (looseNouns[d.Tokens[n].Lemma] || conferenceNouns[d.Tokens[n].Lemma])
}
