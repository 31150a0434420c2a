package what

import "dateline"

// What somebody has his own people do is his deed: "ordered the ministry to raise
// tariffs" raises them, while "ordered Norland to leave" asks it of another.

// ordered is the verb of ordering over an infinitive whose doers are the orderer's own
// hands, or -1.
func (r *reader) ordered(v int) int {
	t := &r.doc.Tokens[v]
	if t.Head < 0 || base(t.Rel) != "xcomp" && base(t.Rel) != "advcl" && base(t.Rel) != "ccomp" || !r.to(v) || !r.ownHands(t.Head) {
		return -1
	}
	return t.Head
}

// ownHands reports a verb of ordering whose object serves its subject: a ministry, army or
// officer of which no other land is told.
func (r *reader) ownHands(g int) bool {
	if !ordering[r.lemma(g)] || r.passive(g) {
		return false
	}
	o, s := r.doc.Child(g, "obj"), r.subject(g, 0)
	if o < 0 || s < 0 || !r.political(s) {
		return false
	}
	o = r.referent(o)
	if !hands[r.lemma(o)] || r.doc.Tokens[o].UPOS != "NOUN" || r.foreignTo(o, s) {
		return false
	}
	return !r.same(o, []int{s})
}

// foreignTo reports a noun with the name of a land or body that is not the other's.
func (r *reader) foreignTo(n, other int) bool {
	for _, c := range r.doc.Children(n) {
		switch k := &r.doc.Tokens[c]; base(k.Rel) {
		case "amod", "compound", "nmod":
			if m := r.mention(r.referent(int(c))); m != nil && !r.countrymen(r.referent(int(c)), []int{other}) && !r.same(r.referent(int(c)), []int{other}) {
				return true
			}
		}
	}
	return false
}

var ordering = words("order instruct direct task command")

// hands are those by whom states and parties act.
var hands = words("ministry minister department agency army military navy force troop soldier police cabinet government bank prosecutor official authority commander general court officer unit bureau embassy ambassador diplomat delegation minister negotiator fighter militia airline company")

// byOrder gives what was ordered to whoever ordered it.
func (r *reader) byOrder(m *found) {
	if m.bound.row.Noun || m.Type == dateline.Request {
		return
	}
	if g := r.ordered(m.Trigger); g >= 0 {
		if a := r.participants(r.subject(g, 0), false); len(a) > 0 {
			m.actors = a
		}
	}
}
