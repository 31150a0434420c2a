package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
)

// conference is one summit, session or the like that a text speaks of, by all the
// nouns that stand for it: "the Norland Forum … the conference … the gathering".
type conference struct {
	nouns []int    // tokens
	lemma string   // of the first noun
	words []string // names and numbers around the nouns, folded
	place *dateline.Place
	when  *dateline.When
	asked bool // place and time were looked for
}

// conferenceNouns tell what many meet at; loose ones do so only after one of those.
var (
	conferenceNouns = wordSet("summit conference forum assembly congress symposium plenary convention session ministerial")
	looseNouns      = wordSet("meeting gathering event")
	otherOne        = wordSet("next last another previous second earlier separate other annual")
)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// findConferences gathers the nouns of a text that stand for one conference each.
// A bilateral meeting in between takes the loose nouns to itself.
func (r *rooms) findConferences() {
	d := r.doc
	meets := map[int]bool{}
	for _, m := range r.found {
		if m.Type == dateline.Consult && m.Mode == "meet" {
			meets[m.Trigger] = true
		}
	}
	r.conferenceAt = map[int]int{}
	latest := -1
	for i := range d.Tokens {
		w := &d.Tokens[i]
		lemma := strings.ToLower(w.Lemma)
		firm, loose := conferenceNouns[lemma], looseNouns[lemma]
		switch {
		case w.UPOS != "NOUN" && w.UPOS != "PROPN", lang.RelIs(w.Rel, "compound"), !firm && !loose, w.XPOS == "NNS", w.XPOS == "NNPS":
			if meets[i] {
				latest = -1
			}
			continue
		}
		k := r.conferenceOf(i, lemma, firm, latest)
		if k < 0 {
			if meets[i] {
				latest = -1
			}
			continue
		}
		c := &r.conferences[k]
		c.nouns = append(c.nouns, i)
		r.conferenceAt[i] = k
		latest = k
	}
}

// conferenceOf finds or makes the conference that noun i stands for; -1 if none.
func (r *rooms) conferenceOf(i int, lemma string, firm bool, latest int) int {
	names, other, definite := r.namesAround(i)
	if !other {
		for k := len(r.conferences) - 1; k >= 0 && len(names) > 0; k-- {
			c := &r.conferences[k]
			if (c.lemma == lemma || !firm) && len(c.words) > 0 && (within(names, c.words) || within(c.words, names)) && !r.elsewhere(c, i) {
				for _, n := range names {
					if !slices.Contains(c.words, n) {
						c.words = append(c.words, n)
					}
				}
				return k
			}
		}
		if definite && len(names) == 0 {
			if latest >= 0 && r.near(latest, i) {
				return latest
			}
			for k := len(r.conferences) - 1; k >= 0 && firm; k-- {
				if r.conferences[k].lemma == lemma && r.near(k, i) {
					return k
				}
			}
		}
	}
	if !firm && len(names) == 0 {
		return -1
	}
	r.conferences = append(r.conferences, conference{lemma: lemma, words: names})
	return len(r.conferences) - 1
}

// elsewhere reports whether noun i tells that it was held in another state than the
// nouns of a conference do: "the Norland Forum in Oslo … the Norland Forum in Lima last year".
func (r *rooms) elsewhere(c *conference, i int) bool {
	state := r.heldIn(i)
	return state != "" && slices.ContainsFunc(c.nouns, func(n int) bool {
		s := r.heldIn(n)
		return s != "" && s != state
	})
}

// heldIn is the state of the place right behind a noun: "the summit in Oslo"; or "".
func (r *rooms) heldIn(i int) string {
	d := r.doc
	if i+2 >= len(d.Tokens) || d.Tokens[i+1].Form != "in" || d.Tokens[i+2].UPOS != "PROPN" {
		return ""
	}
	if p := r.placeAt(i + 2); p != nil {
		return p.State
	}
	return ""
}

// near reports whether a conference was spoken of within the last sentences.
func (r *rooms) near(k, i int) bool {
	const sentences = 12
	c := &r.conferences[k]
	return r.doc.Tokens[i].Sent-r.doc.Tokens[c.nouns[len(c.nouns)-1]].Sent <= sentences
}

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// namesAround gathers the names and numbers that belong to a noun, and tells whether
// it speaks of another one than that before, or of a known one.
func (r *rooms) namesAround(i int) (names []string, other, definite bool) {
	d := r.doc
	definite = r.definite(i)
	first, last := d.Subtree(i)
	for j := first; j < last; j++ {
		w := &d.Tokens[j]
		if j == i || d.Tokens[j].UPOS == "VERB" && j > i {
			if j > i {
				break
			}
			continue
		}
		lemma := strings.ToLower(w.Lemma)
		if w.Head == i && j < i && otherOne[lemma] {
			other = lemma != "annual"
		}
		if w.UPOS == "PROPN" && r.times.At(j) == nil || w.XPOS == "CD" || strings.HasSuffix(lemma, "th") && w.XPOS == "JJ" && lemma[0] <= '9' {
			names = append(names, lemma)
		}
	}
	return names, other, definite
}

// conferenceOfEvent is the conference that a mention of a multilateral event is
// about, -1 if it is none.
func (r *rooms) conferenceOfEvent(t *told) int {
	if t.Type != dateline.Consult || t.Mode != "multilateral" {
		return -1
	}
	if k, ok := r.conferenceAt[t.mention.Trigger]; ok {
		return k
	}
	if t.nominal {
		return -1
	}
	v := t.mention.Trigger
	if k, ok := r.conferenceAt[r.organized(v)]; ok {
		return k
	}
	for _, c := range r.doc.Children(v) {
		if k, ok := r.conferenceAt[int(c)]; ok && !lang.RelIs(r.doc.Tokens[c].Rel, "advcl") && r.doc.Tokens[c].Rel != "obl:agent" {
			return k
		}
	}
	return -1
}

// organized is the noun of what a verb in the passive says who holds, or -1: "the forum,
// convened by the Assembly and co-hosted by Norland", "it was opened by Lind and hosted by".
func (r *rooms) organized(v int) int {
	d := r.doc
	for lang.RelIs(d.Tokens[v].Rel, "conj") && d.Tokens[v].Head >= 0 && d.Child(v, "nsubj", "nsubj:pass", "obj") < 0 {
		v = d.Tokens[v].Head
	}
	if d.Tokens[v].XPOS != "VBN" {
		return -1
	}
	if s := d.Child(v, "nsubj:pass"); s >= 0 && d.Tokens[s].UPOS != "PRON" {
		return s
	}
	if lang.RelIs(d.Tokens[v].Rel, "acl") {
		return d.Tokens[v].Head
	}
	return -1
}

// atConference gives a mention the time and place that the text tells of its
// conference anywhere.
func (r *rooms) atConference(t *told) {
	t.conference = r.conferenceOfEvent(t)
	if t.conference < 0 {
		return
	}
	c := &r.conferences[t.conference]
	if !c.asked {
		c.asked = true
		for _, i := range c.nouns {
			if w, _ := r.times.Of(i); w != nil && !r.decidedOn(i) {
				c.when = narrower(c.when, w)
			}
			if p, _ := r.places.Of(i, r.predicate(i)); p != nil && (c.place == nil || p.State == c.place.State && moreExact(p, c.place) || c.place.Lat == 0 && p.Lat != 0) {
				c.place = p
			}
		}
	}
	if t.Place == nil && c.place != nil {
		p := *c.place
		t.Place = &p
		t.step("place %s: of the conference", p.Name)
	}
	if t.When == nil && c.when != nil || !t.dated && c.when != nil {
		w := *c.when
		t.When, t.dated = &w, true
		t.step("time %q: of the conference", w.Text)
	}
}

// decidedOn reports whether a noun without a time of its own hangs on a verb whose time
// is that of speaking or deciding: "announced the summit last Friday".
func (r *rooms) decidedOn(i int) bool {
	h := r.doc.Tokens[i].Head
	return h >= 0 && r.doc.Tokens[i].Rel == "obj" && announcing[r.doc.Tokens[h].Lemma] && !r.hasOwnTime(i)
}

// announcing are verbs that tell of a conference to come, or decide on it.
var announcing = wordSet("announce propose suggest plan discuss prepare call postpone cancel schedule arrange welcome demand reject")

// narrower takes the more exact of two times of one conference. A weekday that was
// taken for that of another week is that of the days already told.
func narrower(told, w *dateline.When) *dateline.When {
	const week = 7
	switch {
	case told == nil:
		return w
	case w.Days() >= told.Days():
		return told
	case told.Overlaps(w.Span):
		return w
	}
	for _, shift := range []dateline.Day{week, -week} {
		if s := (dateline.Span{Earliest: w.Earliest + shift, Latest: w.Latest + shift}); w.Days() == 1 && told.Overlaps(s) {
			return &dateline.When{Span: s, Text: w.Text}
		}
	}
	return told
}

// predicate is the verb in whose clause a token stands.
func (r *rooms) predicate(i int) int {
	d := r.doc
	for j := i; j >= 0; j = d.Tokens[j].Head {
		if d.Tokens[j].UPOS == "VERB" {
			return j
		}
	}
	return i
}

// meetingOf reports whether a noun speaks of the meeting of a standing forum that the other
// names: "the third meeting of the Norland Dialogue".
func (r *rooms) meetingOf(meeting, forum *told) bool {
	d := r.doc
	i := forum.mention.Trigger
	if !meeting.nominal || !forum.nominal || d.Tokens[i].Head != meeting.mention.Trigger || !lang.RelIs(d.Tokens[i].Rel, "nmod") || r.prepositionBefore(i) != "of" || d.Tokens[i].XPOS == "NNS" {
		return false
	}
	switch strings.ToLower(d.Tokens[meeting.mention.Trigger].Lemma) {
	case "meeting", "session", "round", "edition", "sitting":
		return true
	}
	return false
}
