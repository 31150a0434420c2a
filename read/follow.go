package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// followed adds the earlier event that an ellipsis tells of: "a meeting in May,
// their first since Oslo in March" is two meetings.
func (r *rooms) followed(found []*occurrence) []*occurrence {
	for _, o := range slices.Clone(found) {
		if o.Type != dateline.Consult {
			continue // "the first since" counts meetings and visits
		}
		if e := r.before(o); e != nil {
			found = append(found, e)
			r.besides(found, e)
		}
	}
	return found
}

// before makes the earlier event out of "their first since X" beside an event.
func (r *rooms) before(o *occurrence) *occurrence {
	d := r.doc
	sent := d.Sentences[o.sentence]
	for i := sent.First; i < sent.Last; i++ {
		at := i // what "since" hangs on
		switch {
		case !ranked(d, i):
			continue
		case d.Tokens[i].Head == o.mention.Trigger && i < o.mention.Trigger: // "his first visit since"
			at = o.mention.Trigger
		case i < o.mention.Trigger || !d.Dominates(o.mention.Trigger, i) && !d.Dominates(d.Tokens[i].Head, o.mention.Trigger):
			continue
		case d.Child(i, "nmod:poss", "det") < 0:
			continue
		}
		if x := since(d, max(i, at), sent.Last); x >= 0 {
			return r.earlier(o, at, x)
		}
	}
	return nil
}

// besides gives a conference that the same sentence puts a day or so before or
// after the earlier event its place and, roughly, its time.
func (r *rooms) besides(found []*occurrence, e *occurrence) {
	d := r.doc
	for _, s := range found {
		if s.Mode != "multilateral" || s.sentence != e.sentence || s.dated || s.Place != nil || e.When == nil || s.Trace.Trigger[0] < e.Trace.Trigger[1] {
			continue
		}
		for i := s.mention.Trigger - 1; i > 0 && d.Tokens[i].Start >= e.Trace.Trigger[1]; i-- {
			if w := d.Tokens[i].Lemma; w == "before" || w == "after" {
				s.When, s.Place = e.When, e.Place
				s.Status = dateline.Happened
				s.step("time and place of %q, which it stands beside", e.Trigger)
				break
			}
		}
	}
}

// since finds what a "since" right behind token i names, whatever it hangs on; -1
// if it is a clause or there is none.
func since(d *lang.Doc, i, last int) int {
	const near = 6
	for j := i + 1; j < min(last, i+near); j++ {
		switch t := &d.Tokens[j]; {
		case t.UPOS == "PUNCT" || t.UPOS == "VERB":
			return -1
		case t.Lemma == "since" && t.Rel == "case" && t.Head > j:
			return t.Head
		}
	}
	return -1
}

// ranked words count the events of a row.
func ranked(d *lang.Doc, i int) bool {
	switch d.Tokens[i].Lemma {
	case "first", "second", "third":
		return true
	}
	return false
}

// earlier is the event of the same kind that a "since" phrase names by its place,
// its time or both; nil if it gives neither.
func (r *rooms) earlier(o *occurrence, first, x int) *occurrence {
	d := r.doc
	from, to := d.Subtree(x)
	for to < d.Sentences[o.sentence].Last && d.Tokens[to].UPOS != "PUNCT" && d.Tokens[to].UPOS != "VERB" {
		to++
	}
	e := &occurrence{told: o.told}
	e.When, e.Place, e.Relations, e.Source, e.dated = nil, nil, nil, nil, false
	e.Trace = &dateline.Trace{Sentence: o.sentence, Rule: o.Trace.Rule, Trigger: [2]int{d.Tokens[first].Start, d.Tokens[to-1].End}}
	e.Trigger = d.Words(min(first, x), to)
	e.Status = dateline.Happened
	e.Actors, e.Recipients = slices.Clone(o.Actors), slices.Clone(o.Recipients)
	s := d.Sentences[o.sentence]
	e.Evidence = []dateline.Evidence{{Start: s.Start, End: s.End, Text: d.Text[s.Start:s.End]}}
	e.step("%q: an earlier event of the kind of %q", e.Trigger, o.Trigger)
	for i := from; i < to; i++ {
		if m := r.places.At(i); m != nil && e.Place == nil && r.times.At(i) == nil {
			p := m.Place
			e.Place = &p
			e.step("place %s: told by \"since\"", p.Name)
		}
		if t := r.times.At(i); t != nil && e.When == nil && t.Span.Known() && t.Type != "DURATION" {
			span := t.Span
			if o.When != nil && span.Latest >= o.When.Earliest && span.Days() < 366 { // the same month a year before
				y, m, day := span.Earliest.Civil()
				back := span.Earliest - dateline.Date(y-1, m, day)
				span = dateline.Span{Earliest: span.Earliest - back, Latest: span.Latest - back}
			}
			e.When = &dateline.When{Span: span, EDTF: t.EDTF, Text: d.Text[t.Start:t.End]}
			if span != t.Span {
				e.When.EDTF = ""
			}
			e.dated = true
			e.step("time %q: told by \"since\"", e.When.Text)
		}
	}
	if e.When == nil && e.Place == nil {
		return nil
	}
	if e.Place == nil && o.Mode == "visit" {
		e.Place = o.Place
	}
	e.all = []told{e.told}
	e.follows = nil
	o.follows = append(o.follows, e)
	return e
}

// partOfSummit ties what is held "during", "at" or "on the sidelines of" a
// conference of the same sentence to it.
func (r *rooms) partOfSummit(found []*occurrence, o *occurrence) {
	if o.Type != dateline.Consult || o.Mode == "multilateral" {
		return
	}
	if s := r.summitOf(found, o); s != nil {
		o.tie("part-of", s)
	}
}

// summitOf finds the conference that a mention of a meeting hangs into.
func (r *rooms) summitOf(found []*occurrence, o *occurrence) *occurrence {
	d := r.doc
	for _, s := range found {
		if s == o || s.Mode != "multilateral" || s.When != nil && o.When != nil && !s.When.Overlaps(o.When.Span) {
			continue
		}
		for i := range s.all {
			for j := range o.all {
				if s.all[i].sentence != o.all[j].sentence || s.all[i].mention.Trigger <= o.all[j].mention.Trigger {
					continue
				}
				x := s.all[i].mention.Trigger
				for h := x; h >= 0; h = d.Tokens[h].Head {
					if k := d.Child(h, "case"); k >= 0 && (d.Tokens[k].Lemma == "during" || d.Tokens[k].Lemma == "at" || d.Tokens[k].Lemma == "on") && d.Dominates(h, x) {
						return s
					}
				}
			}
		}
	}
	return nil
}
