package read

import (
	"slices"

	"dateline"
	"dateline/what"
	"dateline/who"
)

// claimed names the doers of attacks of which nobody is told, if one group alone says in
// the text that it was behind them: "The Jabal Front claimed responsibility."
func (r *rooms) claimed(found []*occurrence) []*occurrence {
	by, at := r.claimants()
	if len(by) == 0 {
		return found
	}
	var done *occurrence
	for _, o := range found {
		if o.Type != dateline.Assault || len(o.Actors) > 0 && !r.attackers(o) || o.Status != dateline.Happened || slices.ContainsFunc(o.entities, func(e int) bool { return slices.Contains(by, e) }) {
			continue
		}
		if back, _ := r.times.Background(o.mention.Trigger); back || o.sentence > at && !o.definite {
			continue
		}
		o.Actors, o.sides = nil, nil
		for _, e := range by {
			o.Actors = append(o.Actors, r.actors.Actor(e))
			o.sides = append(o.sides, e)
			o.entities = append(o.entities, e)
			o.step("done by %s, who claims it", r.actors.Entities[e].Name)
		}
		if done == nil {
			done = o
		}
	}
	if done == nil {
		return found
	}
	return slices.DeleteFunc(found, func(o *occurrence) bool { // "claimed responsibility for the attack"
		if o.Type == dateline.Accuse && o.sentence == at && r.doc.Tokens[o.mention.Trigger].Lemma == "claim" && slices.Equal(o.sides, by) {
			return true // no word against anybody
		}
		if o == done || o.Type != dateline.Assault || o.sentence != at || !o.definite || len(o.Recipients) > 0 || len(o.all) > 1 || !slices.Equal(o.sides, by) {
			return false
		}
		done.take(&o.told, "what is claimed")
		return true
	})
}

// attackers reports whether nobody is told to have done a deed but men without a name: "two
// gunmen".
func (r *rooms) attackers(o *occurrence) bool {
	heads := r.groups(o.mention.Actors, o.mention.ActorHeads)
	return len(heads) > 0 && !slices.ContainsFunc(o.Actors, func(a dateline.Actor) bool { return a.State != "" }) &&
		!slices.ContainsFunc(heads, func(h int) bool { return !gunmen[r.doc.Tokens[h].Lemma] })
}

var gunmen = wordSet("gunman attacker assailant bomber man shooter")

// claimants are those who claim an attack, and the sentence in which they do; none if two
// claim one, or somebody denies it.
func (r *rooms) claimants() (by []int, sentence int) {
	d := r.doc
	for i := range d.Tokens {
		w := &d.Tokens[i]
		if w.Lemma != "responsibility" && w.Lemma != "credit" || w.Rel != "obj" || w.Head < 0 {
			continue
		}
		v := w.Head
		switch d.Tokens[v].Lemma {
		case "claim", "take", "accept", "admit":
		default:
			continue
		}
		s := d.Child(v, "nsubj")
		if s < 0 || d.Child(v, "aux") >= 0 && d.Tokens[d.Child(v, "aux")].XPOS == "MD" {
			continue
		}
		if c := d.Child(s, "det"); c >= 0 && d.Tokens[c].Lemma == "no" || negated(d, v) || !r.ofViolence(i) {
			continue
		}
		var who []int
		for _, e := range r.actors.Resolve(s) {
			if r.couldAttack(e) {
				who = append(who, e)
			}
		}
		if len(who) == 0 || len(by) > 0 && !slices.Equal(by, who) {
			return nil, 0
		}
		by, sentence = who, w.Sent
	}
	return by, sentence
}

// ofViolence reports whether what a responsibility is for, if that is told, is an attack.
func (r *rooms) ofViolence(i int) bool {
	c := r.doc.Child(i, "nmod")
	if c < 0 || r.prepositionBefore(c) != "for" {
		return true
	}
	return slices.ContainsFunc(r.found, func(m what.Mention) bool { return m.Trigger == c && m.Type == dateline.Assault }) || violent[r.doc.Tokens[c].Lemma]
}

var violent = wordSet("attack bombing blast explosion shooting killing assault strike incident bomb ambush raid attempt it this")

// couldAttack reports a group, a person or a state.
func (r *rooms) couldAttack(e int) bool {
	x := &r.actors.Entities[e]
	return x.Political || x.Armed || x.Kind == who.Person || x.Kind == who.Org
}
