package read

import (
	"slices"

	"dateline"
	"dateline/lang"
)

// relate ties events to one another: meetings to the visits and conferences they
// are part of, what follows up to what it follows, what came about to what it
// replaces, and deeds to what gave rise to them.
func (r *rooms) relate(found []*occurrence) {
	for _, o := range found {
		if o.Type == dateline.Consult && o.Mode == "meet" {
			if v := visitOf(found, o); v != nil && placesAgree(v.Place, o.Place) {
				o.tie("part-of", v)
			}
		}
		r.partOfSummit(found, o)
		for _, e := range o.follows {
			if slices.Contains(found, e) {
				o.tie("follows-up", e)
			}
		}
		for _, p := range found {
			if replaces(o, p) {
				o.tie("replaces", p)
			}
			if kind := r.because(o, p); kind == "disrupted-by" {
				o.tie(kind, p)
			} else if kind == "caused" {
				p.tie(kind, o)
			}
		}
		r.disruption(o)
	}
}

// disruption tells by what a plan fell through, in the words of the text, if no
// event of the record stands for it.
func (r *rooms) disruption(o *occurrence) {
	if o.Status != dateline.Postponed && o.Status != dateline.Cancelled ||
		slices.ContainsFunc(o.Relations, func(x dateline.Relation) bool { return x.Kind == "disrupted-by" }) {
		return
	}
	for i := range o.all {
		if text := r.reason(&o.all[i]); text != "" {
			o.Relations = append(o.Relations, dateline.Relation{Kind: "disrupted-by", Text: text})
			return
		}
	}
}

// reason is what stands behind "by", "over" or "because of" at the verb that tells
// that a plan fell through; "" if that is nothing but who did it.
func (r *rooms) reason(t *told) string {
	const longest = 24 // tokens
	d := r.doc
	v := t.mention.Light
	if v < 0 {
		v = r.predicate(t.mention.Trigger)
	}
	for _, c := range slices.Concat(d.Children(v), d.Children(t.mention.Trigger)) {
		rel := d.Tokens[c].Rel
		if int(c) < v || !lang.RelIs(rel, "obl") && !lang.RelIs(rel, "advcl") && (!lang.RelIs(rel, "nmod") || !t.nominal) {
			continue
		}
		k := d.Child(int(c), "case", "mark")
		if k < 0 || k > int(c) || !reasons[d.Tokens[k].Lemma] || r.times.At(int(c)) != nil {
			continue
		}
		if d.Tokens[k].Lemma == "by" && (r.actors.At(int(c)) != nil || d.Tokens[c].UPOS == "VERB") {
			continue
		}
		_, last := d.Subtree(int(c))
		first := k + 1
		for first < int(c) && lang.RelIs(d.Tokens[first].Rel, "fixed") {
			first++ // "because of"
		}
		if last-first > 0 && last-first <= longest {
			return d.Words(first, last)
		}
	}
	return ""
}

func (o *occurrence) tie(kind string, to *occurrence) {
	rel := dateline.Relation{Kind: kind, Event: to.ID}
	if !slices.Contains(o.Relations, rel) {
		o.Relations = append(o.Relations, rel)
	}
}

// replaces reports whether a visit or meeting is what came of one that was put
// off: the same people, later, in the same state.
func replaces(o, p *occurrence) bool {
	off := p.Status == dateline.Postponed || p.Status == dateline.Cancelled
	on := o.Status == dateline.Planned || o.Status == dateline.Ongoing || o.Status == dateline.Happened
	return o != p && off && on && o.Type == dateline.Consult && p.Type == dateline.Consult && o.Mode == p.Mode &&
		len(o.sides) > 0 && (slices.Equal(o.entities, p.entities) || o.Mode == "visit" && slices.Equal(o.sides, p.sides)) && placesAgree(o.Place, p.Place) &&
		o.When != nil && p.When != nil && o.When.Earliest > p.When.Latest
}

// reasons are the words behind which a deed's ground stands.
var reasons = map[string]bool{"over": true, "because": true, "after": true, "by": true, "following": true, "due": true, "amid": true}

// because reports whether p is told as the ground of o: "disrupted-by" if o was
// put off or called off for it, "caused" if o answers it.
func (r *rooms) because(o, p *occurrence) string {
	if o == p {
		return ""
	}
	for i := range o.all {
		for j := range p.all {
			if why := r.ground(o, &o.all[i], &p.all[j]); why != "" {
				return why
			}
		}
	}
	return ""
}

// ground is [rooms.because] for a mention a of o and one of what may be its ground.
func (r *rooms) ground(o *occurrence, a, b *told) string {
	if a.sentence != b.sentence || o.Type == dateline.Consult && o.Status != dateline.Postponed && o.Status != dateline.Cancelled {
		return ""
	}
	d := r.doc
	i, top := b.mention.Trigger, a.mention.Trigger
	if !d.Dominates(top, i) {
		if l := d.Tokens[top].Head; l >= 0 && a.nominal && d.Tokens[l].UPOS == "VERB" && d.Dominates(l, i) {
			top = l // "the talks were called off after"
		} else {
			return ""
		}
	}
	for h := i; h >= 0 && h != top; h = d.Tokens[h].Head {
		rel := d.Tokens[h].Rel
		if !lang.RelIs(rel, "obl") && !lang.RelIs(rel, "advcl") && !lang.RelIs(rel, "nmod") {
			continue
		}
		k := d.Child(h, "case", "mark")
		if k < 0 || k > h {
			continue
		}
		w := d.Tokens[k].Lemma
		answered := w == "in" && k+1 < len(d.Tokens) && slices.Contains([]string{"response", "retaliation", "protest", "reaction"}, d.Tokens[k+1].Lemma)
		switch {
		case !reasons[w] && !answered:
		case o.Status == dateline.Postponed || o.Status == dateline.Cancelled:
			return "disrupted-by"
		case w != "by" && w != "amid" && answers(o.Type):
			return "caused"
		}
	}
	return ""
}

// answers are the types of deeds that answer what others did.
func answers(t dateline.Type) bool {
	switch t {
	case dateline.Sanction, dateline.Accuse, dateline.Reject, dateline.Protest, dateline.Threaten, dateline.Coerce, dateline.Mobilize, dateline.Retreat:
		return true
	}
	return false
}
