package read

import (
	"fmt"
	"strings"
	"time"

	"dateline"
	"dateline/lang"
	"dateline/said"
)

// against are verbs with which a claim is set against another.
var against = map[string]bool{
	"insist": true, "deny": true, "dispute": true, "maintain": true, "contend": true, "reject": true, "dismiss": true, "counter": true, "refute": true,
	"rebut": true,
}

// unsure are words that leave open whether a thing is what it is called.
var unsure = map[string]bool{"alleged": true, "suspected": true, "purported": true, "supposed": true, "reported": true, "so-called": true, "apparent": true}

// dispute points out things about which the text has two claims with two sources:
// what one calls an "alleged" such, or says of it, another insists is none.
func (r *rooms) dispute(rec *dateline.Record) {
	d := r.doc
	seen := map[string]bool{}
	for i := range r.words.Attributions {
		a := &r.words.Attributions[i]
		if a.Cue < 0 || !against[d.Tokens[a.Cue].Lemma] || a.SpeakerText == "" {
			continue
		}
		noun := r.topic(a)
		if noun < 0 || seen[d.Tokens[noun].Lemma] {
			continue
		}
		other, why := r.otherClaim(a, d.Tokens[noun].Lemma)
		if other < 0 {
			continue
		}
		seen[d.Tokens[noun].Lemma] = true
		start, end := a.Start, a.End
		rec.Doubts = append(rec.Doubts, dateline.Doubt{
			Kind: "disputed", Start: start, End: end, Text: d.Text[start:end],
			Why: fmt.Sprintf("%s %s %q; %s", a.SpeakerText, a.Verb, d.Text[start:end], why),
		})
	}
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

// otherClaim looks for the same noun called "alleged", or in the words of another
// speaker, before the attribution.
func (r *rooms) otherClaim(a *said.Attribution, lemma string) (int, string) {
	d := r.doc
	for i := 0; i < a.First; i++ {
		if d.Tokens[i].Lemma != lemma || d.Tokens[i].UPOS != "NOUN" {
			continue
		}
		for _, c := range d.Children(i) {
			if unsure[d.Tokens[c].Lemma] || unsure[strings.ToLower(d.Tokens[c].Form)] {
				f, _ := d.Subtree(i)
				return i, fmt.Sprintf("elsewhere it is %q", d.Words(max(f, int(c)), i+1))
			}
		}
		if b := r.words.Source(i); b != nil && b != a && b.SpeakerText != "" && !r.sameSpeaker(a, b) {
			return i, fmt.Sprintf("%s %s otherwise", b.SpeakerText, b.Verb)
		}
	}
	return -1, ""
}

func (r *rooms) sameSpeaker(a, b *said.Attribution) bool {
	if a.Speaker < 0 || b.Speaker < 0 {
		return a.SpeakerText == b.SpeakerText
	}
	x, y := r.actors.Mentions[a.Speaker].Entities, r.actors.Mentions[b.Speaker].Entities
	return len(x) > 0 && len(y) > 0 && r.agree(x[0], y[0])
}

// weekdays points out dates whose weekday is another: "Sunday, June 19".
func (r *rooms) weekdays(rec *dateline.Record) {
	for i := range r.times.Timexes {
		t := &r.times.Timexes[i]
		if !t.Span.Known() || t.Span.Days() != 1 {
			continue
		}
		words := r.doc.Text[t.Start:t.End]
		if !strings.ContainsAny(words, "0123456789") {
			continue
		}
		for wd := time.Sunday; wd <= time.Saturday; wd++ {
			if is := t.Span.Earliest.Weekday(); strings.Contains(words, wd.String()) && is != wd {
				rec.Doubts = append(rec.Doubts, dateline.Doubt{
					Kind: "date", Start: t.Start, End: t.End, Text: words, Why: fmt.Sprintf("%s is a %s", t.Span.Earliest, is),
				})
			}
		}
	}
}
