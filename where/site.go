package where

import (
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// sites takes phrases whose head is a noun for a place: "Maro Palace", "the
// town of Ruritz", "its embassy in Ruritz", "the border with Austria".
func (r *reader) sites() {
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || r.byHead[i] >= 0 {
			continue
		}
		row, ok := r.table.sites[strings.ToLower(t.Lemma)]
		if !ok || t.Rel == "compound" || lang.RelIs(t.Rel, "flat") {
			continue
		}
		if n := r.doc.NameAt(i); n != nil && n.Kind == lang.PER {
			continue
		}
		if m := r.who.At(i); m != nil && m.Form == who.Named && len(m.Entities) == 1 && r.who.Entities[m.Entities[0]].Kind != who.State {
			continue // "the House of Representatives"
		}
		r.site(i, row)
	}
}

// site enters the phrase of noun i, if it tells a place.
func (r *reader) site(i int, row site) {
	first, last, inner := r.sitePhrase(i, row)
	proper := r.doc.Tokens[i].UPOS == "PROPN"
	m := Mention{First: first, Last: last, Head: i, Kind: row.kind}
	if row.small == "is" && inner < 0 && !proper {
		if m.Place.State = r.bounded(first, i); m.Place.State != "" { // "the Malian-Nigerien border"
			m.Place.Name = r.doc.Words(first, last)
			r.Mentions = append(r.Mentions, m)
			return
		}
	}
	switch {
	case row.small == "name" && inner >= 0 && r.Mentions[inner].First > i:
		m.Place, m.Kind = r.Mentions[inner].Place, r.Mentions[inner].Kind
		r.Mentions = append(r.Mentions, m)
		return
	case row.small == "name" && !proper && first < i && r.doc.Tokens[i-1].UPOS == "PROPN": // "Baghdad's Sadr district"
	case row.small == "name" && !proper:
		r.unknownOf(m, row)
		return
	case row.small == "in" && !proper:
		if inner < 0 || r.Mentions[inner].First < i && r.Mentions[inner].Kind != "city" {
			return
		}
		m.Place, m.Kind = r.Mentions[inner].Place, r.Mentions[inner].Kind
		r.Mentions = append(r.Mentions, m)
		return
	case row.small == "is" && inner < 0 && !proper:
		return
	case proper && first == i && inner < 0:
		return // "the House", "the State"
	}
	m.Place = dateline.Place{Name: r.doc.Words(first, last)}
	if inner >= 0 && row.small == "is" && r.Mentions[inner].First > last && r.Mentions[inner].First-last <= 2 && behindNoun[r.doc.Tokens[last].Lemma] { // "the coast of Peru"
		m.Place.Name = r.doc.Words(first, r.Mentions[inner].Last)
	}
	if inner >= 0 && r.Mentions[inner].First < i && row.small == "in" && r.Mentions[inner].Kind == "city" && !r.large(&r.Mentions[inner].Place) {
		inner = -1 // "Hillsborough Castle" is not in the Hillsborough of Grenada
	}
	if inner >= 0 {
		m.Place.State = r.Mentions[inner].Place.State
		m.Place.Lat, m.Place.Lon = r.Mentions[inner].Place.Lat, r.Mentions[inner].Place.Lon
	} else {
		m.Place.State = r.stateBeside(last)
	}
	if m.Place.State == "" && first < i {
		m.Place.State = r.nationOf(first, i)
	}
	r.Mentions = append(r.Mentions, m)
}

// nationOf is the state of a building that carries its adjective, "the Peruvian High
// Court", or "".
func (r *reader) nationOf(first, i int) string {
	if !national[strings.ToLower(r.doc.Tokens[i].Lemma)] || r.doc.Tokens[first+1].Form == "-" {
		return ""
	}
	if n, refs := r.facts.Match([]string{r.doc.Tokens[first].Form}, 0); n == 1 && refs[0].Kind == facts.KindDemonym {
		return r.facts.StateOf(refs[0])
	}
	return ""
}

// sitePhrase gives the tokens [first, last) of the phrase of noun i, and the mention of a
// known place within or behind it, or -1.
func (r *reader) sitePhrase(i int, row site) (first, last, inner int) {
	first, last, inner = i, i+1, -1
	for _, c := range r.doc.Children(i) {
		c := int(c)
		switch rel := r.doc.Tokens[c].Rel; {
		case rel == "compound" || rel == "amod" || lang.RelIs(rel, "flat") || rel == "nmod:desc":
			f, l := r.doc.Subtree(c)
			first, last = min(first, f), max(last, l)
			if k := r.byHead[c]; k >= 0 && (row.small != "in" || r.Mentions[k].Kind != "state") && inner < 0 {
				inner = int(k)
			}
		case lang.RelIs(rel, "nmod") || rel == "appos" || rel == "nmod:poss":
			if r.byHead[c] >= 0 && (inner < 0 || r.Mentions[inner].First < i) {
				inner = int(r.byHead[c])
			}
		}
	}
	for first < i && r.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if k := r.townBehind(last); k >= 0 && row.small == "in" && (inner < 0 || r.Mentions[inner].First < i) {
		inner = k
	}
	return first, last, inner
}

// bounded is the state of the first demonym or name of a state that a border
// carries before it, or "".
func (r *reader) bounded(first, i int) string {
	for j := first; j < i; j++ {
		if n, refs := r.facts.Match([]string{r.doc.Tokens[j].Form}, 0); n == 1 && (refs[0].Kind == facts.KindDemonym || refs[0].Kind == facts.KindState) {
			return r.facts.StateOf(refs[0])
		}
	}
	return ""
}

// floors takes the United Nations for a place where "at" puts it: leaders meet and
// speak "at the United Nations (General Assembly)", which is in no state.
func (r *reader) floors() {
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if (t.UPOS != "PROPN" && t.UPOS != "NOUN") || r.taken[i] {
			continue
		}
		cs := r.doc.Child(i, "case")
		if cs < 0 || cs > i || r.doc.Tokens[cs].Lemma != "at" {
			continue
		}
		w := r.who.At(i)
		if w == nil || len(w.Entities) != 1 || w.Form != who.Named || w.First < cs || r.townBehind(w.Last) >= 0 || !unitedNations(&r.who.Entities[w.Entities[0]]) {
			continue
		}
		first := w.First
		for first < i && r.doc.Tokens[first].UPOS == "DET" {
			first++
		}
		r.Mentions = append(r.Mentions, Mention{First: first, Last: w.Last, Head: i, Kind: "floor",
			Place: dateline.Place{Name: r.doc.Words(first, w.Last)}})
	}
}

func unitedNations(e *who.Entity) bool {
	return e.Kind == who.Org && (e.State == "UN" || e.State == "UNSC" || e.State == "UNGA")
}

// national are buildings that stand in the state whose adjective they carry.
var national = map[string]bool{"court": true, "prison": true, "jail": true, "airport": true, "university": true, "port": true}

// behindNoun are the words between "coast", "border" and whose it is.
var behindNoun = map[string]bool{"of": true, "with": true}

// large reports whether a town is one that buildings are named after for where
// they are: a capital, a city, or a town of a state that the text speaks of.
func (r *reader) large(p *dateline.Place) bool {
	const people = 150_000
	c := r.facts.City(p.Name, p.State)
	return c == nil || c.Capital || c.Population >= people || r.states[p.State]
}

// townBehind is the place of "in Lima" right behind a phrase, whatever the tree
// hangs it on, or -1.
func (r *reader) townBehind(i int) int {
	if i+1 >= len(r.doc.Tokens) {
		return -1
	}
	switch r.doc.Tokens[i].Lemma {
	case "in", "near", "at", "outside":
	default:
		return -1
	}
	for j := i + 1; j < min(i+3, len(r.doc.Tokens)); j++ {
		if r.taken[j] {
			for k := range r.Mentions {
				if r.Mentions[k].First <= j && j < r.Mentions[k].Last {
					return k
				}
			}
		}
		if r.doc.Tokens[j].UPOS != "DET" {
			break
		}
	}
	return -1
}

// unknownOf takes "the town of Ruritz" for a place although nobody knows it.
func (r *reader) unknownOf(m Mention, row site) {
	for _, c := range r.doc.Children(m.Head) {
		c := int(c)
		cs := r.doc.Child(c, "case")
		if c < m.Head || cs < 0 || r.doc.Tokens[cs].Lemma != "of" || r.doc.Tokens[c].UPOS != "PROPN" || r.taken[c] {
			continue
		}
		last := c + 1
		for last < len(r.doc.Tokens) && r.doc.Tokens[last].UPOS == "PROPN" && r.doc.Tokens[last].Sent == r.doc.Tokens[c].Sent {
			last++
		}
		m.Place = dateline.Place{Name: r.doc.Words(c, last)}
		r.Mentions = append(r.Mentions, m)
		return
	}
}
