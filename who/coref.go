package who

import (
	"slices"
	"strings"

	"dateline/lang"
)

// focus is how many sentences back a pronoun looks.
const focus = 3

// definite reports whether a noun speaks of somebody known: a proper noun, "the",
// "this", an owner.
func (r *reader) definite(i int) bool {
	if r.doc.Tokens[i].UPOS == "PROPN" {
		return true
	}
	if d := r.doc.Child(i, "det"); d >= 0 {
		switch r.lower(d) {
		case "the", "this", "that", "both", "these", "those":
			return true
		}
	}
	return r.doc.Child(i, "nmod:poss") >= 0
}

// sameHead finds the organization or role with the noun in its name that stands
// most in the foreground at token i.
func (r *reader) sameHead(i int, noun string) int {
	best, top := -1, 0
	for k := range r.Entities {
		e := &r.Entities[k]
		if e.Kind == State || e.Plural || len(e.Mentions) == 0 || e.noun != noun && (e.noun != "" || e.Kind != Org || !slices.Contains(strings.Fields(strings.ToLower(e.Name)), noun)) {
			continue
		}
		if score := r.prominence(k, i); best < 0 || score >= top {
			best, top = k, score
		}
	}
	return best
}

// stateCalled finds the state of the text whose name has a noun: "the Kingdom"; or -1.
func (r *reader) stateCalled(noun string) int {
	return slices.IndexFunc(r.Entities, func(e Entity) bool {
		return e.Kind == State && len(e.Mentions) > 0 && slices.Contains(strings.Fields(strings.ToLower(e.Name)), noun)
	})
}

// lastState gives the state that the text spoke of last as an actor: what "the country"
// means at a token. Before its sentence names any, the subject of the one before goes first.
func (r *reader) lastState(i int) int {
	subject := -1
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		back := r.doc.Tokens[i].Sent - r.doc.Tokens[m.Head].Sent
		if back > 1 || len(m.Entities) == 1 && back == 0 && r.Entities[m.Entities[0]].Kind == State {
			break
		}
		if back == 1 && m.Form == Named && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == State && lang.RelIs(r.doc.Tokens[m.Head].Rel, "nsubj") {
			subject = m.Entities[0] // the first of them stays
		}
	}
	if subject >= 0 {
		return subject
	}
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if len(m.Entities) == 1 && m.Form == Named && r.Entities[m.Entities[0]].Kind == State {
			return m.Entities[0]
		}
	}
	return -1
}

// recent gives the n last entities of a kind before token i that stand side by
// side in one sentence, in the order of the text: what "the two leaders" may mean.
func (r *reader) recent(i int, kind string, n int) []int {
	var out []int
	for k := len(r.Mentions) - 1; k >= 0 && len(out) < n; k-- {
		m := &r.Mentions[k]
		if m.Head >= i || len(m.Entities) != 1 || r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > focus {
			continue
		}
		e := &r.Entities[m.Entities[0]]
		if n > 1 && (e.Office == "spokesperson" || r.speaks(m.Head)) {
			continue
		}
		if kind == "state" && r.locative(m.Head) {
			continue // "in Hanoi", "last month's deal in Switzerland"
		}
		if !kindFits(e, m, kind) || slices.Contains(out, m.Entities[0]) || e.Kind == State && slices.ContainsFunc(out, func(o int) bool { return r.Entities[o].State == e.State }) {
			continue
		}
		out = append(out, m.Entities[0])
	}
	slices.Reverse(out)
	return out
}

// locative reports whether a token stands behind "in" or "at".
func (r *reader) locative(i int) bool {
	c := r.doc.Child(i, "case")
	return c >= 0 && (r.doc.Tokens[c].Lemma == "in" || r.doc.Tokens[c].Lemma == "at")
}

func kindFits(e *Entity, m *Mention, kind string) bool {
	switch kind {
	case "person":
		return e.Kind == Person && !e.Plural
	case "state":
		return e.Kind == State
	}
	return e.Kind == Person && !e.Plural || e.Kind == State && m.Form == Named
}

// pronoun ties a pronoun of the third person to the likeliest one before it: the
// nearest subject that agrees, but not the other argument of its own verb.
func (r *reader) pronoun(i int) {
	row := r.words.pronouns[strings.ToLower(r.doc.Tokens[i].Form)]
	if row.person == "1" {
		r.firstPerson(i, row)
		return
	}
	if row.person != "3" || r.expletive(i) {
		return
	}
	sent := r.doc.Tokens[i].Sent
	var who []int
	top := 0
	speaker := r.quotedSpeaker(i)
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		c := &r.Mentions[k]
		back := sent - r.doc.Tokens[c.Head].Sent
		if back > focus {
			break
		}
		if c.Head >= i || len(c.Entities) != 1 && row.number != "p" || c.Form == Adj && row.gender != "n" && row.number != "p" {
			continue
		}
		several := len(c.Entities) > 1
		if row.number != "p" && r.seats[int32(c.Head)] && r.locative(c.Head) {
			continue // where something was done: "in Vienna. It"
		}
		if row.number == "p" && c.Form == Adj || len(c.Entities) == 0 || !agrees(&r.Entities[c.Entities[0]], row, several) {
			continue
		}
		score := r.answers(i, c, row, speaker)
		if score > top {
			who, top = c.Entities, score
		}
	}
	if row.number == "p" {
		if of, score := r.companyMeant(i, row); score > top {
			who = of
		}
	}
	if len(who) > 0 {
		r.link(Mention{First: i, Last: i + 1, Head: i, Form: Pronoun}, who...)
	}
}

// answers tells how well a mention answers the pronoun at token i; speaker is who says
// the pronoun's words, or -1.
func (r *reader) answers(i int, c *Mention, row pronoun, speaker int) int {
	several := len(c.Entities) > 1
	back := r.doc.Tokens[i].Sent - r.doc.Tokens[c.Head].Sent
	score := 40 - 10*back - (i-c.Head)/8 + r.salience(c.Head)
	if e := &r.Entities[c.Entities[0]]; e.Kind == Person {
		score += min(len(e.Mentions), 6)
	}
	if row.form == "poss" && r.Entities[c.Entities[0]].Kind == Person && r.joinedTo(i, c.Head) {
		score += 18
	}
	if row.form == "poss" && r.ownsBeside(i, c.Head) {
		score += 20
	}
	if r.controlled(i, c.Head) || row.form == "poss" && r.judged(i, c.Head) {
		score += 14
	}
	if r.bound(i, c.Head, row.form) {
		score -= 40
	}
	if speaker >= 0 && !several && c.Entities[0] == speaker {
		score -= 40 // who speaks says "I"
	}
	if e := &r.Entities[c.Entities[0]]; c.Form == Nominal && e.Kind == Person && len(e.Mentions) == 1 && !r.definite(c.Head) {
		score -= 10 // "elected president by parliament"
	}
	if row.number == "p" && !several && !r.Entities[c.Entities[0]].Plural {
		score -= 12 // a body may be "they", people are more often
	}
	return score
}

// companyMeant gives those acting together whom "they" at token i means best, and how well.
func (r *reader) companyMeant(i int, row pronoun) (who []int, top int) {
	sent := r.doc.Tokens[i].Sent
	joint := r.jointly(i)
	back, step := focus, 10
	if joint {
		back, step = 2*focus, 5
	}
	for _, c := range r.companies(i, back, joint) {
		score := 42 - step*(sent-r.doc.Tokens[c.head].Sent) - (i-c.head)/8 + r.salience(c.head)
		if joint && !c.crowd {
			score += 6
		}
		if r.bound(i, c.head, row.form) {
			score -= 40
		}
		if c.crowd && row.form == "poss" {
			score -= 20
		}
		if score > top {
			who, top = c.who, score
		}
	}
	return who, top
}

// subordinate is how much the subject of a clause that only says when, if or which stands
// in the foreground.
const subordinate = 8

// salience prefers subjects, then objects.
func (r *reader) salience(head int) int {
	switch rel := r.doc.Tokens[head].Rel; {
	case lang.RelIs(rel, "nsubj"):
		if h := r.doc.Tokens[head].Head; h >= 0 && (r.doc.Tokens[h].Rel == "advcl" || lang.RelIs(r.doc.Tokens[h].Rel, "acl")) {
			return subordinate // "warns of war if Lind does not agree"
		}
		return 12
	case rel == "obj":
		return 4
	case rel == "nmod:poss":
		return 2
	}
	return 0
}

// expletive is the "it" that refers to nothing.
func (r *reader) expletive(i int) bool {
	t := &r.doc.Tokens[i]
	return lang.RelIs(t.Rel, "expl")
}

// agrees compares an entity with a pronoun in number and gender.
func agrees(e *Entity, p pronoun, several bool) bool {
	many := several || e.Plural
	switch p.number {
	case "s":
		if many {
			return false
		}
		switch p.gender {
		case "m", "f":
			return e.Kind == Person && (e.Gender == "" || e.Gender == p.gender)
		case "n":
			return e.Kind == State || e.Kind == Org
		}
	case "p":
		return many || e.Kind == Group || e.Kind == Org && !e.Plural && words().orgs[e.noun].kind != "craft"
	}
	return true
}

// speaks reports whether a token is the subject of a verb of saying.
func (r *reader) speaks(i int) bool {
	t := &r.doc.Tokens[i]
	return lang.RelIs(t.Rel, "nsubj") && t.Head >= 0 && (r.doc.Tokens[t.Head].Lemma == "say" || r.doc.Tokens[t.Head].Lemma == "add")
}

// lastBody is the body named last before token i within the focus, of no state:
// what "the group", "the company" may mean; or -1.
func (r *reader) lastBody(i int) int {
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > focus {
			break
		}
		if (m.Form == Named || r.doc.Tokens[m.Head].UPOS == "PROPN") && len(m.Entities) == 1 {
			if e := &r.Entities[m.Entities[0]]; e.Kind == Org && !e.Plural && r.facts.State(e.State) == nil {
				return m.Entities[0]
			}
		}
	}
	return -1
}

// ownsBeside reports whether the one at head owns what the thing of a possessive
// pronoun is joined to: "Chile's trade with Peru and its exports".
func (r *reader) ownsBeside(i, head int) bool {
	own := r.doc.Tokens[i].Head
	if own < 0 || r.doc.Tokens[own].Rel != "conj" || r.doc.Tokens[head].Rel != "nmod:poss" {
		return false
	}
	return r.doc.Tokens[head].Head == r.doc.Tokens[own].Head
}

// jointly reports whether the pronoun at token i does what only several do together:
// "they discussed", "their meeting".
func (r *reader) jointly(i int) bool {
	t := &r.doc.Tokens[i]
	if t.Head < 0 {
		return false
	}
	over := &r.doc.Tokens[t.Head]
	return lang.RelIs(t.Rel, "nsubj") && joint[over.Lemma] || t.Rel == "nmod:poss" && joint[over.Lemma]
}

// joint are deeds and nouns of several together.
var joint = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("discuss agree exchange meet talk share review consult converse negotiate reaffirm pledge talks meeting conversation consultation call discussion exchange negotiation") {
		m[w] = true
	}
	return m
}()

// judging are the verbs that praise or blame somebody for what is theirs.
var judging = map[string]bool{"congratulate": true, "thank": true, "praise": true, "commend": true, "criticize": true, "criticise": true, "accuse": true, "condemn": true, "blame": true, "honor": true, "honour": true, "fault": true, "applaud": true, "laud": true, "rebuke": true, "denounce": true, "suspect": true, "convict": true, "remember": true}
