package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
)

// protesters tells who takes part in a protest of which nobody is told, and against whom
// "anti-government protests" are.
func (r *rooms) protesters(t *told) {
	if t.Type != dateline.Protest || !t.nominal {
		return
	}
	d := r.doc
	i := t.mention.Trigger
	if len(t.Actors) == 0 && len(t.mention.ActorHeads) == 0 && r.tellsOf("protester", "protestor", "demonstrator") {
		switch d.Tokens[i].Lemma {
		case "protest", "demonstration", "rally", "march", "sit-in", "vigil":
			t.Actors = append(t.Actors, dateline.Actor{Name: "protesters"})
			t.step("protesters: nobody is told")
		}
	}
	if len(t.Recipients) > 0 {
		return
	}
	against := false
	for _, c := range d.Children(i) {
		w := strings.ToLower(d.Tokens[c].Form)
		against = against || int(c) < i && (lang.RelIs(d.Tokens[c].Rel, "amod") || d.Tokens[c].Rel == "compound") && (w == "anti-government" || w == "antigovernment" || w == "anti-regime")
	}
	if !against {
		return
	}
	p, _ := r.places.Of(i, t.mention.Clause)
	if p == nil && t.mention.Light >= 0 {
		p, _ = r.places.Of(t.mention.Light, t.mention.Light)
	}
	if p == nil {
		return
	}
	if s := r.facts.State(p.State); s != nil {
		t.Recipients = append(t.Recipients, dateline.Actor{ID: "s:" + s.ISO3, Name: s.Name, State: s.ISO3})
		t.step("against %s: the government where they are", s.ISO3)
	}
}

// tellsOf reports whether one of some nouns stands in the text.
func (r *rooms) tellsOf(lemmas ...string) bool {
	return slices.ContainsFunc(r.doc.Tokens, func(k lang.Token) bool { return k.UPOS == "NOUN" && slices.Contains(lemmas, k.Lemma) })
}

// oneUnrest reports whether two nouns without a day speak of the protests of a place in
// general: "two weeks of protests in San Rafael", "the protests filled the streets".
func (r *rooms) oneUnrest(a, b *told) bool {
	if a.Type != dateline.Protest || b.Type != dateline.Protest || !a.nominal || !b.nominal || a.dated && b.dated || !placesAgree(a.Place, b.Place) {
		return false
	}
	d := r.doc
	i, j := &d.Tokens[a.mention.Trigger], &d.Tokens[b.mention.Trigger]
	return i.XPOS == "NNS" && j.XPOS == "NNS" && i.Lemma == j.Lemma && anonymous(a) && anonymous(b)
}

// anonymous reports whether nobody is named who acts.
func anonymous(t *told) bool {
	return len(t.sides) == 0 && len(t.mention.ActorHeads) == 0
}

// oneCrowd reports whether two mentions tell by finite verbs of a demonstration of people
// who are not told apart: "a million people marched", "protesters, with flags, marched".
func (r *rooms) oneCrowd(a, b *told) bool {
	if a.Type != dateline.Protest || b.Type != dateline.Protest || a.nominal || b.nominal || !a.mention.Tensed || !b.mention.Tensed {
		return false
	}
	return r.crowd(a) && r.crowd(b) && (r.doc.Tokens[a.mention.Trigger].Lemma == r.doc.Tokens[b.mention.Trigger].Lemma || a.Place != nil && b.Place != nil && a.Place.Name == b.Place.Name)
}

// crowd reports whether those who act are people without a name.
func (r *rooms) crowd(t *told) bool {
	heads := r.groups(t.mention.Actors, t.mention.ActorHeads)
	return len(heads) > 0 && !slices.ContainsFunc(heads, func(h int) bool {
		switch r.doc.Tokens[h].Lemma {
		case "protester", "protestor", "demonstrator", "people", "crowd", "marcher", "thousand", "ten", "hundred", "million", "participant":
			return false
		}
		return true
	})
}
