package read

import (
	"slices"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

// company lets those who are accompanied on a journey travel, too: "Lind accompanied the
// President to Norland", "travelled to Lima and joined the Vice President".
func (r *rooms) company(t *told) {
	if t.Type != dateline.Consult || t.Mode != "visit" || t.nominal && t.mention.Light < 0 || len(t.sides) == 0 {
		return
	}
	d := r.doc
	v := t.mention.Trigger
	for i := d.Sentences[t.sentence].First; i < d.Sentences[t.sentence].Last; i++ {
		w := &d.Tokens[i]
		if w.UPOS != "VERB" || !joining[w.Lemma] || i != v && !(lang.RelIs(w.Rel, "conj") && w.Head == v) {
			continue
		}
		for _, e := range r.actors.Resolve(d.Child(i, "obj")) {
			x := &r.actors.Entities[e]
			if x.Kind != who.Person || !x.Political || slices.Contains(t.sides, e) || x.State != r.actors.Entities[t.sides[0]].State {
				continue
			}
			t.Actors = append(t.Actors, r.actors.Actor(e))
			t.sides = append(t.sides, e)
			t.entities = append(t.entities, e)
			slices.Sort(t.entities)
			t.step("with %s, whom he accompanied", x.Name)
		}
	}
}

// joining are verbs whose object travels as well.
var joining = wordSet("accompany join")
