package read

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/when"
	"dateline/who"
)

// occurrence is the events of one occurrence, in the order of the text.
type occurrence struct {
	told
	all     []told
	follows []*occurrence // earlier events that it is said to follow
}

// join brings the mentions of one occurrence together. Mentions with more
// participants come first, so that "the visit" finds the visit it means.
func (r *rooms) join(all []told) []*occurrence {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.weight(&all[b]), r.weight(&all[a])) })
	var out []*occurrence
	twins := r.twins(all)
	for _, i := range order {
		if _, repeated := twins[i]; repeated {
			continue
		}
		t := &all[i]
		var best *occurrence
		reason, most := "", 0
		for _, o := range out {
			if why := r.same(o, t); why != "" {
				if n := 1 + alike(o, t); n > most {
					best, reason, most = o, why, n
				}
			}
		}
		if best != nil {
			best.take(t, reason)
			continue
		}
		if r.bare(t) {
			continue
		}
		out = append(out, &occurrence{told: *t, all: []told{*t}})
	}
	for i := range all {
		if first, repeated := twins[i]; repeated {
			if o := holder(out, &all[first]); o != nil {
				o.take(&all[i], "told in the same words before")
			}
		}
	}
	return out
}

// alike counts in what a mention is like an event that it may tell of: how it stands,
// its place, its time.
func alike(o *occurrence, t *told) (n int) {
	if o.Status == t.Status {
		n += 2
	}
	if o.Place != nil && t.Place != nil && o.Place.Name == t.Place.Name {
		n += 2
	}
	if o.dated && t.dated {
		n++
	}
	if len(o.entities) == len(t.entities) {
		n++
	}
	return n
}

// twins pairs the mentions of repeated paragraphs with those of the same words
// before, by index.
func (r *rooms) twins(all []told) map[int]int {
	out := map[int]int{}
	for i := range all {
		para, at := r.inParagraph(&all[i])
		if para < 0 || r.article.Paragraphs[para].RepeatOf < 0 {
			continue
		}
		for j := range i {
			if p, a := r.inParagraph(&all[j]); p == r.article.Paragraphs[para].RepeatOf && a == at && all[j].Type == all[i].Type && all[j].leg == all[i].leg {
				out[i] = j
				break
			}
		}
	}
	return out
}

// inParagraph gives the paragraph of a mention, -1 if none is known, and how far
// into it the trigger stands, in bytes.
func (r *rooms) inParagraph(t *told) (para, at int) {
	para = r.doc.Sentences[t.sentence].Para
	if para >= len(r.article.Paragraphs) {
		return -1, 0
	}
	return para, t.Trace.Trigger[0] - r.article.Paragraphs[para].Start
}

// holder finds the occurrence that a mention was joined to.
func holder(found []*occurrence, t *told) *occurrence {
	for _, o := range found {
		for i := range o.all {
			if o.all[i].mention.Trigger == t.mention.Trigger && o.all[i].Type == t.Type && o.all[i].leg == t.leg {
				return o
			}
		}
	}
	return nil
}

// weight is how much a mention tells of its occurrence.
func (r *rooms) weight(t *told) int {
	n := 4 * len(t.entities)
	if t.dated {
		n += 2
	}
	if t.Place != nil {
		n++
	}
	if !t.nominal {
		n++
	}
	if t.presupposed() {
		n -= 5
	}
	if t.quoted && r.prose != nil && r.prose.title >= 0 {
		n -= 4 // "we met in Oslo" below "Remarks by Lind and Berg Before Bilateral Meeting"
	}
	if t.heading && len(t.entities) > 1 && (!t.nominal || t.mention.Light >= 0) {
		n -= 2 // it is told at length in the text
	} else if t.heading {
		n -= 100
	}
	if w := &r.doc.Tokens[t.mention.Trigger]; w.XPOS == "VBG" && lang.RelIs(w.Rel, "advcl") && t.Type != dateline.Consult {
		n -= 5 // it may only say how
	}
	return n
}

// bare mentions tell too little to stand for an occurrence of their own: a noun
// of known reference with at most one side, neither dated nor placed, that no verb
// tells ("announced his resignation"). A row of a table tells no more than it does.
func (r *rooms) bare(t *told) bool {
	if !t.nominal || t.dated || r.prose != nil && r.prose.tabled[r.doc.Sentences[t.sentence].Para] || t.Place != nil && t.Mode != "visit" {
		return false
	}
	if (t.Status == dateline.Cancelled || t.Status == dateline.Postponed) && !t.sideless() {
		return false // that it fell through is told
	}
	if (t.Type == dateline.Office || t.Mode == "resign") && slices.ContainsFunc(t.sides, func(e int) bool { return r.actors.Entities[e].Kind == who.Person && titled(r.actors.Entities[e].Name) }) {
		return false // "over the resignation of Ada Lind"
	}
	two := len(t.entities) > 1 || len(t.Recipients) > 0
	if t.Mode == "weapons" && len(t.Actors) > 0 || r.whole(t) {
		return false // "condemned the North's missile test": a test is somebody's alone
	}
	return t.definite && !two && (t.mention.Light < 0 || !t.mention.Tensed) || t.Type == dateline.Consult && t.Mode != "multilateral" && !two
}

// take adds a mention to an occurrence: its evidence, and its more exact values.
func (o *occurrence) take(t *told, why string) {
	o.all = append(o.all, *t)
	o.step("%s", why)
	for _, e := range t.Evidence {
		if !slices.Contains(o.Evidence, e) {
			o.Evidence = append(o.Evidence, e)
		}
	}
	if t.When != nil && o.When != nil && !o.When.Overlaps(t.When.Span) && oneStay(o, t) {
		w := *o.When
		w.Earliest, w.Latest = min(w.Earliest, t.When.Earliest), max(w.Latest, t.When.Latest)
		w.EDTF = when.Interval(w.Span)
		o.When, o.dated = &w, true
		o.step("stays on: time from %q, too", t.Trigger)
	} else if t.When != nil && (!t.heading || t.dated) && (o.When == nil || t.dated && !o.dated || t.dated == o.dated && t.When.Days() > 0 && t.When.Days() < o.When.Days()) {
		o.When, o.dated = t.When, t.dated
		o.step("time from %q", t.Trigger)
	}
	if o.Place == nil || t.Place != nil && t.Place.State == o.Place.State && moreExact(t.Place, o.Place) {
		o.Place = cmp.Or(t.Place, o.Place)
	}
	if o.Mode == "" {
		o.Mode = t.Mode
	}
	if o.Source == nil && len(o.all) == 0 {
		o.Source = t.Source
	}
	if t.Source == nil && !t.quoted {
		o.Source = nil // the article itself says so elsewhere
	}
	switch {
	case t.presupposed():
	case o.presupposed():
		o.Status = t.Status
		o.step("status from %q", t.Trigger)
	case o.overBy(t) || t.overBy(&o.told): // "Lind held a meeting. … Lind: Today we are meeting to"
		o.Status = dateline.Happened
		o.step("going on when it was spoken of, over when it was written of: happened")
	default:
		o.Status = firmer(o.Status, t.Status)
	}
	o.definite, o.superlative = o.definite && t.definite, o.superlative && t.superlative
	if t.heading && len(o.entities) > 1 {
		o.personsFor(t) // a title names in short who is named below
		return
	}
	o.addParticipants(t)
}

// overBy reports whether what the text tells as done goes on in the words of somebody
// quoted: it was under way when they were spoken.
func (t *told) overBy(quoted *told) bool {
	return t.Status == dateline.Happened && !t.quoted && t.mention.Tensed && quoted.Status == dateline.Ongoing && quoted.quoted
}

// moreExact prefers a place with a name of its own to its state.
func moreExact(a, b *dateline.Place) bool {
	if x, y := wholeState(a), wholeState(b); x != y {
		return y
	}
	return len(a.Name) > len(b.Name) && a.Name != b.Name
}

// wholeState reports whether a place is but the state that it lies in.
func wholeState(p *dateline.Place) bool {
	s := facts.Default().StateByName(p.Name)
	return s != nil && s.ISO3 == p.State
}

// firmer gives the status that tells more: what became of a plan beats the plan.
func firmer(a, b dateline.Status) dateline.Status {
	rank := map[dateline.Status]int{
		dateline.Possible: 0, dateline.Planned: 1, dateline.Happened: 2, dateline.Ongoing: 3, dateline.Postponed: 4, dateline.Cancelled: 5, dateline.Not: 6,
	}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// personFor lets those who act in t take part for their state.
func (o *occurrence) personFor(t *told) {
	o.sides, o.entities = slices.Clone(t.sides), slices.Clone(t.entities)
}

// personsFor puts persons in the place of the states that they act for.
func (o *occurrence) personsFor(t *told) {
	for i, a := range o.Actors {
		for _, b := range t.Actors {
			if strings.HasPrefix(a.ID, "s:") && strings.HasPrefix(b.ID, "p:") && a.State == b.State {
				o.Actors[i] = b
				o.personFor(t)
			}
		}
	}
}

func (o *occurrence) addParticipants(t *told) {
	add := func(list *[]dateline.Actor, more []dateline.Actor) {
		for _, a := range more {
			known := slices.ContainsFunc(slices.Concat(o.Actors, o.Recipients), func(b dateline.Actor) bool {
				return a.ID == b.ID && a.ID != "" || a.State != "" && a.State == b.State || a.Name == b.Name
			})
			if !known {
				*list = append(*list, a)
			}
		}
	}
	o.personsFor(t)
	add(&o.Actors, t.Actors)
	add(&o.Recipients, t.Recipients)
	for _, e := range t.entities {
		if !slices.Contains(o.entities, e) {
			o.entities = append(o.entities, e)
		}
	}
}

// titled reports a name that begins with a capital.
func titled(name string) bool { return name != "" && name[0] < 'a' }
