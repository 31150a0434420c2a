package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/what"
	"dateline/who"
)

// guests finds the visits that a host's words of welcome tell of in a transcript: "I would
// like to welcome you to Oslo", "so good to have you here". The guest is whom the host meets.
func (r *rooms) guests() {
	d := r.doc
	host, guest := -1, -1
	seen := map[string]bool{}
	for i := range d.Tokens {
		if !r.welcomes(i) {
			continue
		}
		a := r.words.Source(i)
		if !r.inTurn(a) || a.Speaker < 0 {
			continue
		}
		speaker := r.stateOfMention(a.Speaker)
		if host < 0 {
			if host, guest = r.hostAndGuest(speaker); host < 0 {
				return
			}
		}
		if speaker == "" || speaker != r.stateOfMention(host) || seen[speaker] {
			continue
		}
		m := what.Mention{Trigger: i, TriggerFirst: i, TriggerLast: i + 1, Type: dateline.Consult, Mode: "visit", CAMEO: "042", Actors: []int{guest}, PlaceHead: -1, Light: -1, Clause: i,
			Status: dateline.Ongoing, Rule: byWelcome}
		for k := i + 1; k < len(d.Tokens) && k < i+5; k++ {
			if p := r.placeAt(k); p != nil && (d.Tokens[k-1].Form == "to" || d.Tokens[k-1].Form == "in") {
				if p.State != speaker {
					m.Mode = ""
				}
				m.PlaceHead = k
				break
			}
		}
		if m.Mode == "" {
			continue
		}
		seen[speaker] = true
		r.found = slices.DeleteFunc(r.found, func(x what.Mention) bool { return x.Trigger == i })
		r.found = append(r.found, m)
	}
	if len(seen) > 0 {
		r.inOrder()
	}
}

// byWelcome is the rule of the visits that guests finds.
const byWelcome = "words of welcome"

// welcomes reports "welcome you", "welcome to Oslo", "have you here", "see you here".
func (r *rooms) welcomes(i int) bool {
	d := r.doc
	form := func(k int) string {
		if k < 0 || k >= len(d.Tokens) {
			return ""
		}
		return strings.ToLower(d.Tokens[k].Form)
	}
	switch form(i) {
	case "welcome":
		return form(i+1) == "you" || form(i+1) == "to" && r.placeAt(i+2) != nil || form(i+1) == "back" && form(i+2) == "to"
	case "here":
		return form(i-1) == "you" && (form(i-2) == "have" || form(i-2) == "having" || form(i-2) == "see" || form(i-2) == "seeing" || form(i-2) == "welcome")
	}
	return false
}

// hostAndGuest are the mentions of the two of different states who meet by the text, the
// host's first; -1 if it tells of no such meeting.
func (r *rooms) hostAndGuest(state string) (host, guest int) {
	for _, m := range r.found {
		both := slices.Concat(m.Actors, m.Recipients)
		if m.Type != dateline.Consult || m.Mode != "meet" || len(both) != 2 {
			continue
		}
		a, b := r.stateOfMention(both[0]), r.stateOfMention(both[1])
		switch {
		case a == "" || b == "" || a == b || state == "":
		case a == state:
			return both[0], both[1]
		case b == state:
			return both[1], both[0]
		}
	}
	return -1, -1
}

// stateOfMention is the state of the one person whom a mention stands for, or "".
func (r *rooms) stateOfMention(k int) string {
	e := r.actors.Mentions[k].Entities
	if len(e) != 1 || r.actors.Entities[e[0]].Kind != who.Person {
		return ""
	}
	return r.actors.Entities[e[0]].State
}

// ours completes what one of two who meet says in a transcript of "our last meeting" or of
// what "we agreed": the other takes part.
func (r *rooms) ours(t *told) {
	if t.Type != dateline.Consult && t.Type != dateline.Agree || t.Mode == "visit" || t.Status == dateline.Possible || len(t.entities)+len(t.sides) == 0 || len(t.Recipients) > 0 {
		return
	}
	d := r.doc
	i := t.mention.Trigger
	a := r.words.Source(i)
	if !r.inTurn(a) || a.Speaker < 0 {
		return
	}
	v := i
	if t.nominal && t.mention.Light >= 0 {
		v = t.mention.Light
	}
	we := d.Child(i, "nmod:poss")
	if we < 0 {
		we = d.Child(v, "nsubj")
	}
	if we < 0 || d.Tokens[we].Lemma != "we" && d.Tokens[we].Lemma != "our" {
		return
	}
	host, guest := r.hostAndGuest(r.stateOfMention(a.Speaker))
	if host < 0 {
		return
	}
	one, other := r.actors.Mentions[host].Entities[0], r.actors.Mentions[guest].Entities[0]
	if len(t.sides) != 1 || r.actors.Entities[t.sides[0]].State != r.actors.Entities[one].State {
		return
	}
	t.Actors = []dateline.Actor{r.actors.Actor(one), r.actors.Actor(other)}
	t.sides = []int{one, other}
	t.step("ours: of the two who meet")
}

// received places and dates the visit of a guest: these days, with the host.
func (r *rooms) received(t *told) {
	if t.mention.Rule != byWelcome {
		return
	}
	if r.article.Date.Known() {
		t.When = upTo(r.article.Date)
		t.dated = true
	}
	a := r.words.Source(t.mention.Trigger)
	if s := r.facts.State(r.stateOfMention(a.Speaker)); t.Place == nil && s != nil {
		t.Place = &dateline.Place{Name: s.Name, State: s.ISO3, Lat: s.Lat, Lon: s.Lon}
		t.step("place %s: of the host who speaks", s.Name)
	}
	t.Status = dateline.Ongoing
}
