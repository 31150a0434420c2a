package read

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// same says why a mention tells of an occurrence, or "".
func (r *rooms) same(o *occurrence, t *told) string {
	if o.Type != t.Type || !modesAgree(o.Mode, t.Mode) && !r.modesMeet(o, t) || !r.standAgrees(o, t) || !r.timesAgree(o, t) || !placesAgree(o.Place, t.Place) {
		return ""
	}
	if o.Status != t.Status && (r.bargaining(&o.told) || r.bargaining(t)) {
		return "" // talks that were held, and "are negotiating"
	}
	if o.conference >= 0 && t.conference >= 0 {
		if o.conference != t.conference {
			return ""
		}
		return "the same conference"
	}
	if r.meetingOf(&o.told, t) || r.meetingOf(t, &o.told) {
		return "the meeting of it"
	}
	if r.oneAfterOther(&o.told, t) {
		return ""
	}
	if another(r, t) || another(r, &o.told) && !t.presupposed() || r.plural(t) != r.plural(&o.told) {
		return ""
	}
	if r.elaborates(o, t) {
		return fmt.Sprintf("%q only says how", t.Trigger)
	}
	if r.oneCrowd(&o.told, t) || r.oneUnrest(&o.told, t) {
		return fmt.Sprintf("%q: the same crowd", t.Trigger)
	}
	if r.otherVerb(o, t) || r.otherMeasure(&o.told, t) {
		return ""
	}
	if r.unnamedSide(&o.told, t) || r.unnamedSide(t, &o.told) || r.withThird(&o.told, t) || r.withThird(t, &o.told) {
		return ""
	}
	switch r.sides(o, t) {
	case apart:
		return ""
	case partly:
		if !t.definite && t.nominal && t.sentence != o.sentence {
			return ""
		}
	}
	return fmt.Sprintf("the same as %q: type, participants, time, place and status agree", t.Trigger)
}

func modesAgree(a, b string) bool { return a == b || a == "" || b == "" }

// modesMeet reports whether two modes may be of one meeting all the same: what is exchanged
// or discussed in a call, and a "meeting with the ministers" that somebody chairs.
func (r *rooms) modesMeet(o *occurrence, t *told) bool {
	if o.Mode == "call" && t.Mode == "meet" {
		return r.discussed(t) && r.sides(o, t) == wholly && len(o.entities) > 1
	}
	if t.Mode == "call" && o.Mode == "meet" {
		return len(t.entities) > 1 && r.sides(o, t) == wholly && !slices.ContainsFunc(o.all, func(x told) bool { return !r.discussed(&x) })
	}
	loose := o.Mode == "meet" && t.Mode == "multilateral" || o.Mode == "multilateral" && t.Mode == "meet"
	return loose && !r.firmly(&o.told) && !r.firmly(t) && r.sides(o, t) == wholly && len(o.entities) > 1 && len(t.entities) > 1
}

// discussed reports a mention that tells nothing but that its sides discussed something.
func (r *rooms) discussed(t *told) bool { return discussing[r.doc.Tokens[t.mention.Trigger].Lemma] }

// firmly reports whether a mention names what is held as a conference: "summit", "forum".
func (r *rooms) firmly(t *told) bool {
	i := t.mention.Trigger
	if t.nominal {
		return conferenceNouns[strings.ToLower(r.doc.Tokens[i].Lemma)]
	}
	return slices.ContainsFunc(r.doc.Children(i), func(c int32) bool { return conferenceNouns[strings.ToLower(r.doc.Tokens[c].Lemma)] })
}

// standAgrees compares status; what is spoken of as known ("during his visit")
// takes its status from where it is told.
func (r *rooms) standAgrees(o *occurrence, t *told) bool {
	return statusesAgree(o.Status, t.Status) || t.presupposed() || o.presupposed() || t.fate && o.toCome()
}

// presupposed mentions speak of an event that is told elsewhere: a definite noun
// whose status is not itself the news.
func (t *told) presupposed() bool {
	if t.Status == dateline.Postponed || t.Status == dateline.Cancelled || t.Status == dateline.Not {
		return false
	}
	return t.definite || t.superlative || t.attribute && t.conference >= 0
}

// statusesAgree keeps what came about apart from what did not.
func statusesAgree(a, b dateline.Status) bool {
	group := func(s dateline.Status) int {
		switch s {
		case dateline.Happened, dateline.Ongoing:
			return 1
		case dateline.Not:
			return 2
		}
		return 3
	}
	return group(a) == group(b) || a == dateline.Ongoing && b == dateline.Planned || a == dateline.Planned && b == dateline.Ongoing
}

// bargaining reports whether two sides are said to be negotiating, on no day in particular.
func (r *rooms) bargaining(t *told) bool {
	if t.Status != dateline.Ongoing || t.dated {
		return false
	}
	i := t.mention.Trigger
	if t.mention.Light >= 0 {
		i = t.mention.Light
	}
	return r.doc.Tokens[i].Lemma == "negotiate"
}

// timesAgree asks that told times overlap; two told days must be the same. Who speaks of
// what he has done ("Today I signed the law") may have spoken on another day.
func (r *rooms) timesAgree(o *occurrence, t *told) bool {
	if (!o.dated || !t.dated) && r.oneUnrest(&o.told, t) {
		return true
	}
	if (!o.dated || !t.dated) && r.oneCrowd(&o.told, t) && o.When != nil && t.When != nil {
		const week = 7
		return max(t.When.Earliest-o.When.Latest, o.When.Earliest-t.When.Latest) <= week
	}
	if (!o.dated || !t.dated) && (r.once(&o.told, t) || r.deedAgain(&o.told, t)) {
		return true
	}
	if o.When == nil || t.When == nil || r.retold(o, t) || r.retold(&occurrence{told: *t}, &o.told) {
		return true
	}
	if !o.When.Overlaps(t.When.Span) {
		return !o.dated && !t.dated || oneStay(o, t)
	}
	return true
}

// once reports whether two mentions tell of the killing of one person, who dies but once.
func (r *rooms) once(a, b *told) bool {
	if a.Type != dateline.Assault || !killings[r.doc.Tokens[a.mention.Trigger].Lemma] || !killings[r.doc.Tokens[b.mention.Trigger].Lemma] || len(a.Recipients) != 1 || len(b.Recipients) != 1 {
		return false
	}
	x, y := a.Recipients[0], b.Recipients[0]
	return x.ID != "" && x.ID == y.ID && strings.HasPrefix(x.ID, "p:")
}

var killings = wordSet("kill murder assassinate slay execute behead killing murder assassination slaying execution death")

// retold reports whether t tells in the doer's own words, with the same verb and within a
// few days, what o tells.
func (r *rooms) retold(o *occurrence, t *told) bool {
	const days = 7
	d := r.doc
	if t.nominal || o.nominal || d.Tokens[t.mention.Trigger].Lemma != d.Tokens[o.mention.Trigger].Lemma || r.inSpeech(r.words.Source(o.mention.Trigger)) ||
		!r.inSpeech(r.words.Source(t.mention.Trigger)) || !o.When.Known() || !t.When.Known() || max(t.When.Earliest-o.When.Latest, o.When.Earliest-t.When.Latest) > days {
		return false
	}
	s := d.Child(t.mention.Trigger, "nsubj")
	return s >= 0 && (d.Tokens[s].Lemma == "I" || d.Tokens[s].Lemma == "we") && r.sides(o, t) == wholly
}

// oneStay reports whether two days are of one visit: who came on Thursday is still there
// on Friday.
func oneStay(o *occurrence, t *told) bool {
	const nights = 2
	if t.Mode != "visit" || o.Status == dateline.Planned || t.Status == dateline.Planned || o.Place == nil || t.Place == nil || o.Place.State != t.Place.State {
		return false
	}
	return o.When.Known() && t.When.Known() && max(t.When.Earliest-o.When.Latest, o.When.Earliest-t.When.Latest) <= nights
}

func placesAgree(a, b *dateline.Place) bool {
	return a == nil || b == nil || a.Name == b.Name || a.State == "" || b.State == "" || a.State == b.State
}

// another reports whether the words set the event apart from others: "another
// meeting", "a second round".
func another(r *rooms, t *told) bool {
	if !t.nominal {
		return r.doc.Tokens[t.mention.Trigger].Lemma == "reconvene"
	}
	d := r.doc
	at := []int{t.mention.Trigger}
	if h := d.Tokens[t.mention.Trigger].Head; h >= 0 && (d.Tokens[h].Lemma == "round" || d.Tokens[h].Lemma == "series") {
		at = append(at, h) // "a new round of talks"
	}
	for _, n := range at {
		for _, c := range d.Children(n) {
			if d.Tokens[c].UPOS == "VERB" {
				continue // "talks that lasted four hours"
			}
			switch d.Tokens[c].Lemma {
			case "second", "third":
				return !r.apposed(n)
			case "another", "next", "new", "fresh", "further", "subsequent", "separate", "previous", "earlier", "last":
				return true
			}
		}
	}
	return false
}

// apposed reports whether a noun says of the event before it which one it is: "a
// visit to Norland, their second trip abroad", "it was his second visit".
func (r *rooms) apposed(i int) bool {
	return lang.RelIs(r.doc.Tokens[i].Rel, "appos") || lang.RelIs(r.doc.Tokens[i].Rel, "parataxis") || r.doc.Child(i, "cop") >= 0
}

// otherVerb tells deeds apart that are told by two verbs: who thanks and praises
// does two things. Meetings have many verbs.
func (r *rooms) otherVerb(o *occurrence, t *told) bool {
	if t.Type == dateline.Consult || t.nominal || !t.mention.Tensed {
		return false
	}
	for i := range o.all {
		if x := &o.all[i]; !x.nominal && x.mention.Tensed {
			if t.Type == dateline.Assault && r.meansAndOutcome(x, t) {
				return false
			}
			a, b := r.doc.Tokens[x.mention.Trigger].Lemma, r.doc.Tokens[t.mention.Trigger].Lemma
			if t.Type == dateline.Agree && x.sentence != t.sentence && signing[a] && signing[b] {
				return false // "sign an accord. The two agree on"
			}
			return a != b
		}
	}
	return false
}

// otherMeasure reports whether two verbs tell of two measures of different kinds: "recalled
// its envoy and has begun a boycott".
func (r *rooms) otherMeasure(a, b *told) bool {
	if a.Type != dateline.Sanction || b.Type != dateline.Sanction || len(a.CAMEO) < 3 || len(b.CAMEO) < 3 || a.CAMEO[:3] == b.CAMEO[:3] || a.presupposed() || b.presupposed() {
		return false
	}
	v, w := r.tells(a), r.tells(b)
	return v >= 0 && w >= 0 && v != w && a.sentence == b.sentence
}

// tells is the verb that tells of an event, be it over its noun; -1 if none does.
func (r *rooms) tells(t *told) int {
	switch {
	case !t.nominal:
		return t.mention.Trigger
	case t.mention.Light >= 0 && r.doc.Tokens[t.mention.Light].UPOS == "VERB":
		return t.mention.Light
	}
	return -1
}

// meansAndOutcome reports whether one verb tells how force was used and the other what
// came of it: "carried out an airstrike", "killed two".
func (r *rooms) meansAndOutcome(a, b *told) bool {
	return outcomes[r.doc.Tokens[a.mention.Trigger].Lemma] != outcomes[r.doc.Tokens[b.mention.Trigger].Lemma]
}

// signing are verbs that tell how an agreement came about.
var signing = wordSet("sign agree reach strike conclude clinch finalize seal ink")

var outcomes = wordSet("survive kill wound injure hurt hit destroy damage")

// unnamedSide reports whether a is a meeting with somebody whom nobody knows, told
// by a verb elsewhere than b: he need not be who is met there.
func (r *rooms) unnamedSide(a, b *told) bool {
	return a.Type == dateline.Consult && a.Mode == "meet" && !a.nominal && !b.nominal && a.sentence != b.sentence &&
		len(a.entities) < 2 && len(a.mention.ActorHeads)+len(a.mention.RecipientHeads) == 0 && r.beside(a)
}

// withThird reports whether two who elsewhere meet each other together meet a third, whom
// nobody knows: "the two met with journalists".
func (r *rooms) withThird(a, b *told) bool {
	if a.Type != dateline.Consult || a.Mode != "meet" || a.nominal || !r.beside(a) || len(b.entities) < 2 || len(b.mention.RecipientHeads)+len(b.mention.ActorHeads) > 0 {
		return false
	}
	known, third := 0, len(a.mention.ActorHeads)+len(a.mention.RecipientHeads) > 0
	for _, e := range a.entities {
		if x := &r.actors.Entities[e]; x.Plural && !x.Political {
			third = third || !slices.ContainsFunc(b.entities, func(y int) bool { return r.agree(e, y) })
		} else {
			known++
		}
	}
	return third && known > 1
}

// elaborates reports whether a participle below another mention of the same doer
// tells the same act again: "spoke out against it, calling it", "held talks, with
// Lind meeting her counterpart".
func (r *rooms) elaborates(o *occurrence, t *told) bool {
	below := slices.ContainsFunc(o.all, func(x told) bool { return r.participleOf(&x, t) || r.participleOf(t, &x) })
	return below && slices.ContainsFunc(t.sides, func(e int) bool {
		return slices.ContainsFunc(o.told.sides, func(x int) bool { return r.agree(e, x) })
	})
}

// participleOf reports whether a is a participle that hangs on b or its light verb.
func (r *rooms) participleOf(a, b *told) bool {
	w := &r.doc.Tokens[a.mention.Trigger]
	return w.XPOS == "VBG" && lang.RelIs(w.Rel, "advcl") && w.Head >= 0 && (w.Head == b.mention.Trigger || w.Head == b.mention.Light)
}

// oneAfterOther reports whether one mention tells when the other was: "came for a meeting
// after talks with Rojas".
func (r *rooms) oneAfterOther(a, b *told) bool {
	return a.sentence == b.sentence && (r.timedBy(a, b) || r.timedBy(b, a))
}

// timedBy reports whether b stands behind "after", "before" or the like below what tells a.
func (r *rooms) timedBy(a, b *told) bool {
	d := r.doc
	top := a.mention.Trigger
	if !d.Dominates(top, b.mention.Trigger) {
		top = d.Tokens[top].Head // "came for talks after a meeting"
		if !a.nominal || top < 0 || d.Tokens[top].UPOS != "VERB" {
			return false
		}
	}
	for i := b.mention.Trigger; i >= 0 && i != top; i = d.Tokens[i].Head {
		if i == a.mention.Trigger {
			return false
		}
		if k := d.Child(i, "case", "mark"); k >= 0 && k < i && sequence[d.Tokens[k].Lemma] {
			return d.Dominates(top, i)
		}
	}
	return false
}

var sequence = wordSet("after before following until since ahead prior")

// plural reports whether a noun speaks of several events at once: "meetings this
// week". Talks are plural by habit.
func (r *rooms) plural(t *told) bool {
	w := &r.doc.Tokens[t.mention.Trigger]
	return t.Type == dateline.Consult && t.nominal && w.XPOS == "NNS" && w.Lemma != "talk" && w.Lemma != "negotiation" && w.Lemma != "discussion" && w.Lemma != "consultation"
}

// How far the participants of two mentions agree.
type agreement int

const (
	apart  agreement = iota
	partly           // nothing in common, but nothing against it
	wholly
)

// sides compares who takes part: each participant of the one with fewer must
// have a match in the other.
func (r *rooms) sides(o *occurrence, t *told) agreement {
	small, large := t.entities, o.entities
	if t.Mode == "visit" { // who is visited is a matter of place
		small, large = t.sides, o.told.sides
	}
	if len(small) > len(large) {
		small, large = large, small
	}
	if len(small) == 0 {
		return partly
	}
	for _, e := range small {
		if !slices.ContainsFunc(large, func(x int) bool { return r.agree(e, x) }) {
			return apart
		}
	}
	if t.Mode == "visit" && slices.ContainsFunc(large, func(x int) bool {
		return !slices.ContainsFunc(small, func(e int) bool { return r.agree(e, x) })
	}) {
		return apart // another party of travellers
	}
	if t.Type != dateline.Consult && len(t.sides) > 0 && len(o.told.sides) > 0 &&
		!slices.ContainsFunc(t.sides, func(e int) bool {
			return slices.ContainsFunc(o.told.sides, func(x int) bool { return r.agree(e, x) })
		}) {
		return apart
	}
	return wholly
}

// agree reports whether two entities may be one participant: the same, or a
// state and one who acts for it.
func (r *rooms) agree(a, b int) bool {
	if a == b {
		return true
	}
	x, y := &r.actors.Entities[a], &r.actors.Entities[b]
	if x.ID != "" && x.ID == y.ID {
		return true
	}
	return x.State != "" && x.State == y.State && (x.Kind == who.State || y.Kind == who.State || x.Kind == who.Org && y.Kind == who.Org)
}
