package read

import (
	"strings"
	"time"

	"dateline"
	"dateline/lang"
	"dateline/what"
)

// fitting gives the time that is told of a mention if it can be that of the event:
// not of what it is counted from, of the planning, of the calling off or of what is
// spoken about. A plan's weekday lies ahead, and one that fell through in the nearer
// year.
func (r *rooms) fitting(t *told, w *dateline.When) *dateline.When {
	if w == nil {
		return nil
	}
	now, toCome := r.article.Date, t.Status == dateline.Planned || t.Status == dateline.Possible
	w = r.nearestYear(t, w)
	if t.Status == dateline.Postponed && now.Known() && w.Latest < now && w.Days() <= 31 && !strings.ContainsAny(w.Text, "0123456789") && putOffTo[r.prepositionOf(t, w)] {
		y, m, d := w.Earliest.Civil()
		on := dateline.Date(y+1, m, d) - w.Earliest
		w = &dateline.When{Span: dateline.Span{Earliest: w.Earliest + on, Latest: w.Latest + on}, Text: w.Text}
		t.step("put off to %q: the coming one", w.Text)
	}
	if toCome && (!t.nominal && r.tensedItself(t) || r.timeIsOwn(t)) && r.bareWeekday(w) && w.Latest < now {
		const week = 7
		w = &dateline.When{Span: dateline.Span{Earliest: w.Earliest + week, Latest: w.Latest + week}, Text: w.Text}
		t.step("to come: the %q after the article's date", w.Text)
	}
	if t.Status == dateline.Ongoing && now.Known() && w.Earliest < now && r.prepositionOf(t, w) == "since" {
		w = &dateline.When{Span: dateline.Span{Earliest: w.Earliest, Latest: now}, Text: w.Text}
		t.step("since %q, and still", w.Text)
	}
	switch {
	case r.ofEarlier(t, w):
		t.step("%q is the time of the one that it is counted from", w.Text)
	case toCome && !t.mention.Aim && now.Known() && w.Latest < now && !r.timeIsOwn(t):
		t.step("to come, but %q is past: the time of the planning", w.Text)
	case r.talkedOver(t, w):
		t.step("%q is when it was spoken of", w.Text)
	case r.callingOff(t, w):
		t.step("%q is when it was called off", w.Text)
	case t.Status == dateline.Happened && what.OfWords(t.Type) && now.Known() && w.Earliest > now:
		t.step("what was said is said; %q is the time of what it is about", w.Text)
	default:
		return w
	}
	return nil
}

// timeIsOwn reports whether a time hangs on the trigger, or on a light verb that does
// not tell of the past: "will hold talks on Monday", but not "announced talks on
// Monday".
func (r *rooms) timeIsOwn(t *told) bool {
	l := t.mention.Light
	if r.hasOwnTime(t.mention.Trigger) {
		return true
	}
	if l >= 0 && r.doc.Tokens[l].XPOS == "VBZ" && arrivals[r.doc.Tokens[l].Lemma] && r.prepositionBefore(t.mention.Trigger) == "for" {
		return false // "arrives on Tuesday for talks": news, and the Tuesday that of the arrival
	}
	return l >= 0 && r.doc.Tokens[l].XPOS != "VBD" && r.hasOwnTime(l)
}

// arrivals are verbs of coming, which in the present tell news.
var arrivals = wordSet("arrive come land visit return")

// putOffTo are the prepositions before the time to which a plan is put off.
var putOffTo = wordSet("to until till")

// prepositionOf is the preposition before a time in the sentence of a mention, or "".
func (r *rooms) prepositionOf(t *told, w *dateline.When) string {
	d := r.doc
	for i := d.Sentences[t.sentence].First; i < d.Sentences[t.sentence].Last; i++ {
		if m := r.times.At(i); m != nil && m.Span == w.Span {
			if k := d.Child(i, "case"); k >= 0 {
				return d.Tokens[k].Lemma
			}
		}
	}
	return ""
}

// nearestYear takes a month of a plan that fell through for the one that is nearer:
// "had been due to meet in March" is told in May.
func (r *rooms) nearestYear(t *told, w *dateline.When) *dateline.When {
	const half = 183
	if t.Status != dateline.Cancelled && t.Status != dateline.Postponed || !r.article.Date.Known() || !w.Span.Known() || w.Earliest-r.article.Date <= half || w.Days() > 31 || strings.ContainsAny(w.Text, "0123456789") {
		return w
	}
	y, m, d := w.Earliest.Civil()
	back := w.Earliest - dateline.Date(y-1, m, d)
	t.step("a plan of the past: the nearer year")
	return &dateline.When{Span: dateline.Span{Earliest: w.Earliest - back, Latest: w.Latest - back}, Text: w.Text}
}

// callingOff reports whether a time is that of the putting or calling off: it hangs on
// that verb, and is past.
func (r *rooms) callingOff(t *told, w *dateline.When) bool {
	return t.nominal && (t.Status == dateline.Cancelled || t.Status == dateline.Postponed) && t.mention.Light >= 0 &&
		r.article.Date.Known() && w.Latest <= r.article.Date && !r.hasOwnTime(t.mention.Trigger) && r.doc.Child(t.mention.Trigger, "acl") < 0
}

// talkedOver reports whether a time is that of a talk on the event: "will meet on May 4 to
// discuss the summit in Lima".
func (r *rooms) talkedOver(t *told, w *dateline.When) bool {
	d := r.doc
	i := t.mention.Trigger
	if !t.nominal || t.mention.Light >= 0 && !discussing[d.Tokens[t.mention.Light].Lemma] {
		return false
	}
	about := -1
	for up := 0; i >= 0 && up < 6; i, up = d.Tokens[i].Head, up+1 {
		h := d.Tokens[i].Head
		if h < 0 {
			break
		}
		if rel := d.Tokens[i].Rel; (rel == "obj" || lang.RelIs(rel, "obl")) && discussing[d.Tokens[h].Lemma] && d.Tokens[h].UPOS == "VERB" {
			about = i
			break
		}
	}
	if about < 0 {
		return false
	}
	first, last := d.Subtree(about)
	for k := first; k < last; k++ { // a time below what is discussed is its own
		if m := r.times.At(k); m != nil && m.Span == w.Span {
			return false
		}
	}
	return true
}

// bareWeekday reports a time that is told by nothing but a weekday, within a week
// before the article's date.
func (r *rooms) bareWeekday(w *dateline.When) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if w.Text == d.String() {
			return r.article.Date.Known() && w.Days() == 1 && r.article.Date-w.Latest <= 7
		}
	}
	return false
}

// tensedItself reports whether a verb is no bare aim of another, whose time is that
// one's: "arrived on Tuesday to meet".
func (r *rooms) tensedItself(t *told) bool {
	rel := r.doc.Tokens[t.mention.Trigger].Rel
	return !lang.RelIs(rel, "advcl") && !lang.RelIs(rel, "acl")
}

// ofPaper is the time that a document or an occasion has before it in which something is
// said: "condemned the raid in a 2030 report".
func (r *rooms) ofPaper(i int) *dateline.When {
	d := r.doc
	for _, c := range d.Children(i) {
		if !lang.RelIs(d.Tokens[c].Rel, "obl") || int(c) < i || r.prepositionBefore(int(c)) != "in" {
			continue
		}
		for _, y := range d.Children(int(c)) {
			if m := r.times.At(int(y)); m != nil && int(y) < int(c) && m.Span.Known() && m.Type != "DURATION" && m.Span.Latest < r.article.Date && d.Tokens[y].Rel != "det" {
				return &dateline.When{Span: m.Span, EDTF: m.EDTF, Text: d.Text[m.Start:m.End]}
			}
		}
	}
	return nil
}
