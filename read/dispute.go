package read

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/said"
	"dateline/what"
)

// against are verbs with which a claim is set against another.
var against = map[string]bool{
	"insist": true, "deny": true, "dispute": true, "maintain": true, "contend": true, "reject": true, "dismiss": true, "counter": true, "refute": true,
	"rebut": true,
}

// unsure are words that leave open whether a thing is what it is called.
var unsure = map[string]bool{"alleged": true, "suspected": true, "purported": true, "supposed": true, "reported": true, "so-called": true, "apparent": true}

// dispute points out things about which the text has two claims with two sources:
// what one says was done, another denies; what one calls an "alleged" such, or
// says of it, another insists is something else.
func (r *rooms) dispute(rec *dateline.Record) {
	d := r.doc
	seen := map[string]bool{}
	for i := range r.words.Attributions {
		a := &r.words.Attributions[i]
		if a.Cue < 0 || !against[d.Tokens[a.Cue].Lemma] || a.SpeakerText == "" {
			continue
		}
		about, why, other := r.contested(a)
		if about == "" || seen[about] {
			continue
		}
		seen[about] = true
		start, end := a.Start, a.End
		if w := &d.Tokens[a.First]; w.Lemma == "that" && w.Rel == "mark" && a.First+1 < a.Last {
			start = d.Tokens[a.First+1].Start
		}
		rec.Doubts = append(rec.Doubts, dateline.Doubt{
			Kind: "disputed", Start: start, End: end, Text: d.Text[start:end],
			Why:    fmt.Sprintf("%s %s %q; %s", a.SpeakerText, a.Verb, d.Text[start:end], why),
			Events: r.provenBy(rec, d.Tokens[a.First].Start, d.Tokens[other].Start),
		})
	}
}

// provenBy gives the ids of the events among whose evidence one of the bytes stands.
func (r *rooms) provenBy(rec *dateline.Record, at ...int) (ids []string) {
	for i := range rec.Events {
		if slices.ContainsFunc(rec.Events[i].Evidence, func(v dateline.Evidence) bool {
			return slices.ContainsFunc(at, func(b int) bool { return v.Start <= b && b < v.End })
		}) {
			ids = append(ids, rec.Events[i].ID)
		}
	}
	return ids
}

// contested finds the other claim about what an attribution is about: the deed, or
// the thing that is the subject. It returns the word, the reason and a token of the
// other claim, or "".
func (r *rooms) contested(a *said.Attribution) (about, why string, other int) {
	d := r.doc
	if v := r.deed(a); v >= 0 {
		if why, at := r.deedElsewhere(a, v); why != "" {
			return d.Tokens[v].Lemma, why, at
		}
	}
	if n := r.topic(a); n >= 0 {
		if why, at := r.otherClaim(a, d.Tokens[n].Lemma); why != "" {
			return d.Tokens[n].Lemma, why, at
		}
	}
	return "", "", -1
}

// deed is the verb of a claim, if it tells of something done.
func (r *rooms) deed(a *said.Attribution) int {
	d := r.doc
	for i := a.First; i < a.Last; i++ {
		if w := &d.Tokens[i]; w.Head == a.Cue && w.UPOS == "VERB" {
			return i
		}
	}
	return -1
}

// deedElsewhere says where the text tells of the same deed in other words than
// those of the speaker: in an accusation, by another speaker, or on its own word.
func (r *rooms) deedElsewhere(a *said.Attribution, v int) (why string, at int) {
	d := r.doc
	switch d.Tokens[v].Lemma {
	case "be", "have", "do", "say", "make", "take", "go", "get":
		return "", -1
	}
	for i := range d.Tokens {
		w := &d.Tokens[i]
		if w.UPOS != "VERB" || w.Lemma != d.Tokens[v].Lemma || a.First <= i && i < a.Last || !r.sameDoers(v, i) {
			continue
		}
		first, last := d.Subtree(i)
		said := d.Words(first, min(last, first+longestClaim))
		if m := r.accusation(i); m != nil {
			who, _ := r.participants(m.Actors, m.ActorHeads)
			if len(who) > 0 {
				return fmt.Sprintf("%s %s it of that: %q", who[0].Name, d.Tokens[m.Trigger].Form, said), i
			}
		}
		b := r.words.Source(i)
		switch {
		case b == nil:
			return fmt.Sprintf("elsewhere: %q", said), i
		case b != a && b.SpeakerText != "" && !b.Denial && !r.sameSpeaker(a, b):
			return fmt.Sprintf("%s %s: %q", b.SpeakerText, b.Verb, said), i
		}
	}
	return "", -1
}

// longestClaim is how many tokens of a clause are cited.
const longestClaim = 16

// sameDoers reports whether nothing speaks against two verbs having one subject or
// object in common.
func (r *rooms) sameDoers(a, b int) bool {
	d := r.doc
	for _, rel := range []string{"obj", "nsubj"} {
		x, y := d.Child(a, rel), d.Child(b, rel)
		if w := &d.Tokens[b]; rel == "obj" && y < 0 && w.XPOS == "VBG" && w.Rel == "amod" {
			y = w.Head // "accused of shelling the island", taken for an island that shells
		}
		if x < 0 || y < 0 {
			continue
		}
		if d.Tokens[x].Lemma == d.Tokens[y].Lemma {
			return true
		}
		return slices.ContainsFunc(r.actors.Resolve(x), func(e int) bool {
			return slices.ContainsFunc(r.actors.Resolve(y), func(f int) bool { return r.agree(e, f) })
		})
	}
	return false
}

// accusation finds the charge that a verb fills.
func (r *rooms) accusation(i int) *what.Mention {
	for k := range r.found {
		if m := &r.found[k]; m.Type == dateline.Accuse && m.Trigger != i && r.doc.Dominates(m.Trigger, i) {
			return m
		}
	}
	return nil
}

// topic is the noun that a claim is about: the subject of its clause.
func (r *rooms) topic(a *said.Attribution) int {
	d := r.doc
	for i := a.First; i < a.Last; i++ {
		if d.Tokens[i].UPOS == "NOUN" && lang.RelIs(d.Tokens[i].Rel, "nsubj") {
			return i
		}
	}
	return -1
}

// otherClaim looks for the same noun called "alleged", or claimed something of by
// another speaker, before the attribution.
func (r *rooms) otherClaim(a *said.Attribution, lemma string) (why string, at int) {
	d := r.doc
	for i := 0; i < a.First; i++ {
		if d.Tokens[i].Lemma != lemma || d.Tokens[i].UPOS != "NOUN" {
			continue
		}
		for _, c := range d.Children(i) {
			if unsure[d.Tokens[c].Lemma] || unsure[strings.ToLower(d.Tokens[c].Form)] {
				f, _ := d.Subtree(i)
				return fmt.Sprintf("elsewhere it is %q", d.Words(max(f, int(c)), i+1)), i
			}
		}
		if b := r.words.Source(i); b != nil && b != a && b.SpeakerText != "" && r.topic(b) == i && !r.sameSpeaker(a, b) {
			return fmt.Sprintf("%s %s otherwise", b.SpeakerText, b.Verb), i
		}
	}
	return "", -1
}

func (r *rooms) sameSpeaker(a, b *said.Attribution) bool {
	if a.Speaker < 0 || b.Speaker < 0 {
		return a.SpeakerText == b.SpeakerText
	}
	x, y := r.actors.Mentions[a.Speaker].Entities, r.actors.Mentions[b.Speaker].Entities
	return len(x) > 0 && len(y) > 0 && r.agree(x[0], y[0])
}
