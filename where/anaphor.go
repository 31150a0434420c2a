package where

import (
	"strings"

	"dateline"
	"dateline/who"
)

// anaphors takes "there", "the country", "the city", "the capital" for the place
// that was spoken of last.
func (r *reader) anaphors() {
	next := 0
	var last, state, city, region *dateline.Place
	told := 0 // sentence of the region
	var found []Mention
	for i := range r.doc.Tokens {
		for next < len(r.Mentions) && r.Mentions[next].First <= i {
			p := &r.Mentions[next].Place
			last = p
			switch r.Mentions[next].Kind {
			case "state":
				state = p
			case "city":
				city = p
			case "region":
				region, told = p, r.doc.Tokens[r.Mentions[next].Head].Sent
			}
			next++
		}
		if r.byHead[i] >= 0 {
			continue
		}
		if region != nil && r.doc.Tokens[i].Sent-told > 2 {
			region = nil // "the region" of long ago is a wider one
		}
		if p, kind := r.anaphor(i, last, state, city, region); p != nil {
			found = append(found, Mention{First: i, Last: i + 1, Head: i, Place: *p, Kind: kind})
		}
	}
	r.Mentions = append(r.Mentions, found...)
}

// putBefore is the state of the last place that the sentence names before token i
// under a locative: "during a visit to Lima, he sent troops to the country".
func (r *reader) putBefore(i int) *dateline.Place {
	state := ""
	for k := range r.Mentions {
		m := &r.Mentions[k]
		if m.Last <= i && r.doc.Tokens[m.Head].Sent == r.doc.Tokens[i].Sent && m.Place.State != "" && r.put(m) {
			state = m.Place.State
		}
	}
	return r.whole(state)
}

// whole is a state as a place; nil if unknown.
func (r *reader) whole(code string) *dateline.Place {
	s := r.facts.State(code)
	if s == nil {
		return nil
	}
	return &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
}

// acting is the state that does what the sentence of token i tells: in "Peru
// ordered Chile's envoy to leave the country" the country is Peru.
func (r *reader) acting(i int) *dateline.Place {
	k := r.doc.Child(r.doc.Sentences[r.doc.Tokens[i].Sent].Root, "nsubj")
	if k < 0 || k > i || r.byHead[k] < 0 || r.Mentions[r.byHead[k]].Kind != "state" {
		return nil
	}
	return &r.Mentions[r.byHead[k]].Place
}

// anaphor is the place that token i takes up, and its kind; nil if it takes up none.
func (r *reader) anaphor(i int, last, state, city, region *dateline.Place) (*dateline.Place, string) {
	t := &r.doc.Tokens[i]
	word := strings.ToLower(t.Form)
	if word == "there" && t.UPOS == "ADV" {
		return last, "city"
	}
	if t.UPOS != "NOUN" || r.doc.Child(i, "nmod", "amod", "compound") >= 0 {
		return nil, ""
	}
	d := r.doc.Child(i, "det")
	if d < 0 || r.doc.Tokens[d].Lemma != "the" {
		return nil, ""
	}
	switch word {
	case "country", "nation":
		if p := r.putBefore(i); p != nil {
			return p, "state"
		}
		if p := r.acting(i); p != nil {
			return p, "state"
		}
		if m := r.who.At(i); m != nil && len(m.Entities) == 1 && r.who.Entities[m.Entities[0]].Kind == who.State {
			return r.whole(r.who.Entities[m.Entities[0]].State), "state"
		}
		return state, "state"
	case "city", "town", "village":
		return city, "city"
	case "region", "province", "peninsula", "island", "enclave", "territory":
		return region, "region"
	case "capital":
		if state != nil {
			if s := r.facts.State(state.State); s != nil && s.Capital != "" {
				return &dateline.Place{Name: s.Capital, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}, "city"
			}
		}
	}
	return nil, ""
}
