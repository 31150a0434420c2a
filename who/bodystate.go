package who

import (
	"strings"

	"dateline/facts"
)

// stateOfBody settles for which state a body acts, if for any.
func (r *reader) stateOfBody(e *Entity, p phrase, row noun, many bool) {
	state := e.State
	switch {
	case many && row.kind == "state":
		e.Kind = Group
		if r.inOnly(p) { // "countries in the south"
			e.State = ""
		}
	case (row.stateless() || row.kind == "body" && !row.flags["of-state"] && !row.flags["plural"]) && !r.stateRun(p):
		e.State, e.Political = "", e.Political && row.flags["political"]
		if firms[row.name] {
			e.State = r.flag(p)
		}
	case state == "" && row.flags["of-state"] && r.definite(p.head) && r.ownOffice(row.name, e):
	case state == "" && (r.supranational(p) || r.hosted(p)):
	case state == "" && row.name == "authorities" && !r.ofOthers(p) && r.stateMet(p) != "":
		e.State = r.stateMet(p)
	case many && (row.name == "party" || r.ofOthers(p)): // "foreign governments"
	case (row.kind == "force" || row.kind == "organ") && r.ofPeople(p): // "Kurdish forces"
	case state == "" && row.flags["of-state"] && row.kind != "state" && (r.definite(p.head) || row.kind == "force" || row.kind == "government"):
		if e.State = r.focusState(p.head); e.State == "" && row.kind == "force" {
			e.State = r.stateAfter(p)
		}
	}
}

// stateAfter is the state of the place that a sentence tells behind a force of no told
// state: "Riot police clashed with protesters in Kyiv"; or "".
func (r *reader) stateAfter(p phrase) string {
	for i := p.last; i < r.doc.Sentences[r.doc.Tokens[p.head].Sent].Last; i++ {
		k := r.knownOver(i)
		if k == nil || k.first != i || len(k.state) != 3 {
			continue
		}
		if c := r.doc.Child(r.headOf(k.first, k.last), "case"); k.town() || k.kind == facts.KindMetonym || c >= 0 && r.doc.Tokens[c].Lemma == "in" {
			return k.state
		}
	}
	return ""
}

// firms are the nouns for companies, which are of the state told before them but do not act
// for it: "two Danish companies".
var firms = map[string]bool{"company": true, "corporation": true, "firm": true, "bank": true, "airline": true, "newspaper": true, "broadcaster": true}

// realm is the state of which "the Republic of X" is the name, or "".
func (r *reader) realm(p phrase) string {
	for _, c := range r.doc.Children(p.head) {
		if k := r.knownOver(int(c)); k != nil && k.kind == facts.KindState && int(c) == p.last+1 && r.doc.Tokens[p.last].Lemma == "of" && k.first == int(c) {
			return k.state
		}
	}
	return ""
}

// governedBy is the state of the person whose government is told: "the government of
// Ada Lind"; or "".
func (r *reader) governedBy(p phrase, row noun) string {
	if row.kind != "government" && row.name != "cabinet" {
		return ""
	}
	if p.name != nil { // "the Trump administration"
		if n := r.At(p.name.First); n != nil && len(n.Entities) == 1 && r.Entities[n.Entities[0]].State != "" {
			return r.Entities[n.Entities[0]].State
		}
	}
	if s := r.headedBy(p); s != "" {
		return s
	}
	for _, c := range r.doc.Children(p.head) {
		cs := r.doc.Child(int(c), "case")
		if int(c) < p.head || cs < 0 || r.doc.Tokens[cs].Lemma != "of" || r.personAtToken(int(c)) == nil {
			continue
		}
		if k := r.ahead(int(c)); k >= 0 {
			return r.Entities[k].State
		}
	}
	return ""
}

// headedBy is the state of the head of state or government by whose name an
// administration is called, who need not stand in the text: "the Biden administration",
// "the Assad regime"; or "".
func (r *reader) headedBy(p phrase) string {
	first := p.head
	for first > p.first && r.doc.Tokens[first-1].UPOS == "PROPN" && r.knownOver(first-1) == nil {
		first--
	}
	if first == p.head {
		return ""
	}
	state := ""
	for _, ref := range r.facts.PersonsNamed(r.doc.Words(first, p.head), facts.Hint{Day: r.article.Date}) {
		h := ref.Holding
		if h == nil || !headed(h.Title) || strings.HasPrefix(ref.Why, "sounds alike") || r.article.Date.Known() && h.From > r.article.Date {
			continue
		}
		if r.current(h) {
			return h.State
		}
		if state == "" && r.inHisTime(h) {
			state = h.State
		}
	}
	return state
}

// supranational reports whether a body's name says that it is of no one state: "the
// International Whaling Commission".
func (r *reader) supranational(p phrase) bool {
	for j := p.first; j < p.head; j++ {
		if !capital(r.doc.Tokens[j].Form) {
			continue
		}
		switch r.lower(j) {
		case "international", "world", "global", "european", "eurasian", "andean", "islamic", "latin", "african", "asian", "arab", "american", "inter", "inter-american", "pan", "pan-african", "regional", "nordic", "baltic", "pacific", "atlantic", "caribbean", "multinational":
			return true
		}
	}
	return false
}

// ofOthers reports whether bodies are said to be of several states or of others than
// the one spoken of: "foreign governments", "regional parliaments".
func (r *reader) ofOthers(p phrase) bool {
	for j := p.first; j < p.head; j++ {
		switch r.lower(j) {
		case "foreign", "other", "several", "many", "various", "some", "all", "regional", "neighboring", "neighbouring", "western", "allied", "friendly", "partner":
			return true
		}
	}
	return false
}

// ofPeople reports whether a force is told by the people it is of, who are no state's:
// "Kurdish forces".
func (r *reader) ofPeople(p phrase) bool {
	for j := p.first; j < p.head; j++ {
		if t := &r.doc.Tokens[j]; t.UPOS == "ADJ" && capital(t.Form) && j != r.doc.Sentences[t.Sent].First && r.knownOver(j) == nil && !capital(r.doc.Tokens[p.head].Form) {
			return true
		}
	}
	return false
}

// hosted reports whether a phrase is of a mission that is told by where it is: "the
// embassy in Oslo" is not Norway's.
func (r *reader) hosted(p phrase) bool {
	switch r.lower(p.head) {
	case "embassy", "consulate", "mission":
	default:
		return false
	}
	for _, c := range r.doc.Children(p.head) {
		if cs := r.doc.Child(int(c), "case"); cs >= 0 && r.doc.Tokens[cs].Lemma == "in" {
			return true
		}
	}
	return false
}

// stateRun reports whether a company or paper belongs to the state: "state media".
func (r *reader) stateRun(p phrase) bool {
	for j := p.first; j < p.head; j++ {
		switch r.lower(j) {
		case "state", "national", "official", "government":
			return true
		}
	}
	return false
}
