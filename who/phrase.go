package who

import (
	"slices"
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// longestName is how many tokens a phrase that serves as a name may take.
const longestName = 14

// fullName is the text of a phrase with what it is of: "spokesperson for the
// Chilean government", "trade ministers from 11 countries", "embassy in Oslo".
func (r *reader) fullName(p phrase, first int) (text string, end int) {
	last := p.last
	for _, c := range r.doc.Children(p.head) {
		c := int(c)
		if c < last || !lang.RelIs(r.doc.Tokens[c].Rel, "nmod") {
			continue
		}
		cs := r.doc.Child(c, "case")
		if cs != last || !slices.Contains(complements(r.lower(p.head)), r.doc.Tokens[cs].Lemma) && !r.properOn(p.head, cs, c) {
			break
		}
		if r.doc.Tokens[cs].Lemma == "for" && !r.ofDepartment(p) {
			if _, org := r.words.org(r.lower(c)); !org && !capital(r.doc.Tokens[c].Form) {
				break // "thanked officials for all of the help"
			}
		}
		if row, ok := r.words.org(r.lower(p.head)); ok && row.kind == "government" && r.doc.Tokens[c].UPOS == "NOUN" {
			break // "accuses him and his administration of complicity"
		}
		if c > p.last && r.belongsToVerb(p, cs) {
			break // "accuses the Chilean government of fraud"
		}
		_, end := r.doc.Subtree(c)
		for j := last; j < end; j++ {
			if t := &r.doc.Tokens[j]; t.Form == "," || t.Form == "(" || t.UPOS == "VERB" || t.UPOS == "SCONJ" || t.UPOS == "PRON" && j > last+1 || t.Form == "\"" {
				end = j
			}
			if j > last+1 && r.belongsToVerb(p, j) {
				end = j // "accuses the government of Chile of fraud"
			}
			if t := &r.doc.Tokens[j]; t.UPOS == "CCONJ" && j+1 < end && (r.doc.Tokens[j+1].UPOS == "DET" || r.between(p.head) || r.ownedWithin(j+1, end)) {
				end = j // "the government of Chile and the rebels"
			}
		}
		for end > last {
			switch r.doc.Tokens[end-1].UPOS {
			case "ADP", "DET", "ADJ", "CCONJ", "PUNCT", "PART":
				end--
				continue
			}
			break
		}
		if end-first > longestName {
			break
		}
		last = end
	}
	return r.doc.Words(first, last), last
}

// ownedWithin reports whether a phrase begins with its owner: "Peru's minister" behind "the
// president of Chile and".
func (r *reader) ownedWithin(first, end int) bool {
	for j := first + 1; j < min(end, first+4); j++ {
		if f := r.doc.Tokens[j].Form; f == "'s" || f == "’s" {
			return true
		}
	}
	return false
}

// ofDepartment reports an office whose "for" tells its department: "minister for trade".
func (r *reader) ofDepartment(p phrase) bool {
	o, ok := r.office(p.head, p.head+1)
	return ok && !r.plural(p.head) && o.name != "official"
}

// between reports a phrase behind "between" that nothing is joined to but in its
// complement: "between the government of Chile and Red Front".
func (r *reader) between(head int) bool {
	c := r.doc.Child(head, "case")
	return c >= 0 && r.doc.Tokens[c].Lemma == "between" && r.doc.Child(head, "conj") < 0
}

// complementOfVerb are the verbs whose object has a second complement behind it, which
// trees like to hang on the object: "accuses the government of Chile of fraud",
// "expels two officials from the country".
var complementOfVerb = map[string]string{
	"accuse": "of", "suspect": "of", "convict": "of", "acquit": "of", "inform": "of", "notify": "of", "remind": "of", "assure": "of", "deprive": "of", "strip": "of",
	"expel": "from", "withdraw": "from", "ban": "from", "bar": "from", "deport": "from", "remove": "from", "evacuate": "from", "exclude": "from", "prevent": "from", "release": "from", "suspend": "from",
}

// removals are the nouns of acts that take somebody "from" somewhere.
var removals = map[string]bool{"withdrawal": true, "evacuation": true, "expulsion": true, "removal": true, "release": true, "deportation": true, "pullout": true, "departure": true, "recall": true, "extradition": true}

// belongsToVerb reports whether a preposition behind a phrase is rather that of the
// verb over it: the phrase has told its own state before.
func (r *reader) belongsToVerb(p phrase, preposition int) bool {
	t := &r.doc.Tokens[p.head]
	if t.Head < 0 {
		return false
	}
	to := r.doc.Tokens[preposition].Lemma
	switch rel := t.Rel; {
	case rel == "obj", strings.Contains(rel, "pass"):
		if complementOfVerb[r.doc.Tokens[t.Head].Lemma] != to {
			return false
		}
	case lang.RelIs(rel, "nmod"): // "the withdrawal of Chilean troops from Peru"
		if to != "from" || !removals[r.doc.Tokens[t.Head].Lemma] {
			return false
		}
	default:
		return false
	}
	for j := p.first; j < preposition; j++ {
		if k := r.knownOver(j); k != nil && k.state != "" {
			return true
		}
	}
	return false
}

// withOwner is the name of a phrase with the state that owns it: "Chile's ministry".
func (r *reader) withOwner(p phrase, text string) string {
	o := r.doc.Child(p.head, "nmod:poss")
	if o < 0 || o >= p.first || strings.Contains(text, "'s ") {
		return text
	}
	k := r.knownOver(o)
	if k == nil || k.kind != facts.KindState && k.kind != facts.KindMetonym || k.last != o+1 || k.last+1 > p.first || k.last >= len(r.doc.Tokens) {
		return text
	}
	if m := r.doc.Tokens[k.last].Form; m != "'s" && m != "'" && m != "’s" && m != "’" {
		return text
	}
	return r.doc.Words(k.first, k.last) + r.doc.Tokens[k.last].Form + " " + text
}

// properOn reports whether a name goes on with "on": "Commission on Human Rights".
func (r *reader) properOn(head, preposition, c int) bool {
	return r.doc.Tokens[preposition].Lemma == "on" && r.doc.Tokens[head].UPOS == "PROPN" && capital(r.doc.Tokens[c].Form)
}

// complements are the prepositions that a noun's own complement takes.
func complements(noun string) []string {
	switch noun {
	case "embassy", "consulate", "mission":
		return []string{"in", "to", "of"}
	case "ambassador", "envoy", "aide", "adviser", "advisor":
		return []string{"to", "for", "of"}
	case "government", "regime", "administration", "ministry", "army", "military", "parliament":
		return []string{"of", "for"}
	case "court", "authority", "authorities", "judge", "prosecutor", "police":
		return []string{"of", "for", "from", "in"}
	case "state", "country", "nation", "brigade":
		return []string{"of", "in", "from"}
	}
	return []string{"of", "for", "from"}
}

// focusState is the state that the text speaks of around token i: of the words
// before it in its sentence, or of the sentence before.
func (r *reader) focusState(i int) string {
	sent := r.doc.Tokens[i].Sent
	if s := r.stateOfWhere(i); s != "" {
		return s
	}
	count, best, top := map[string]int{}, "", 0
	if s := r.stage(i); s != "" {
		count[s] = onStage
	}
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		back := sent - r.doc.Tokens[m.Head].Sent
		if back > focus {
			break
		}
		if len(m.Entities) != 1 || m.Form == Pronoun {
			continue
		}
		e := &r.Entities[m.Entities[0]]
		if len(e.State) != 3 || e.Kind == Group {
			continue
		}
		w := max(1, 4-2*back)
		if e.Kind == State {
			w++
		}
		if lang.RelIs(r.doc.Tokens[m.Head].Rel, "nsubj") {
			w++
		}
		count[e.State] += w
		if count[e.State] > top {
			best, top = e.State, count[e.State]
		}
	}
	return best
}

// onStage is what counts for the state that most of an article is about.
const onStage = 4

// stage is the state to which a third of what was named before token i belongs, if enough
// was: where an article on one country's affairs plays; or "".
func (r *reader) stage(i int) string {
	count, all, best := map[string]int{}, 0, ""
	for k := range r.Mentions {
		m := &r.Mentions[k]
		if m.Head >= i || len(m.Entities) != 1 || m.Form == Pronoun {
			continue
		}
		e := &r.Entities[m.Entities[0]]
		if len(e.State) != 3 || e.Kind == Group {
			continue
		}
		all++
		if count[e.State]++; best == "" || count[e.State] > count[best] {
			best = e.State
		}
	}
	if all < 8 || 3*count[best] < all {
		return ""
	}
	return best
}

// stateOfWhere is the state that a clause with "where" before token i speaks of: "Peru,
// where she met the prime minister"; or "".
func (r *reader) stateOfWhere(i int) string {
	first := r.doc.Sentences[r.doc.Tokens[i].Sent].First
	for j := i - 1; j > first; j-- {
		switch t := &r.doc.Tokens[j]; {
		case t.Form == ";":
			return ""
		case t.Form == "where":
			j--
			if r.doc.Tokens[j].Form == "," {
				j--
			}
			if k := r.knownOver(j); k != nil && k.last == j+1 && len(k.state) == 3 && k.kind != facts.KindOrg {
				return k.state
			}
			return ""
		}
	}
	return ""
}

// stateless says of a noun that those it names act for no state, whatever its
// adjective: "Syrian rebels", "U.S. citizens", "Russian companies".
func (n noun) stateless() bool {
	return !n.flags["political"] && !n.flags["of-state"] || n.flags["private"]
}

// alone reports whether an office is told where no name follows.
func (n noun) alone() bool { return !n.flags["title"] && !n.flags["before"] }

// ranked reports whether an office is but a rank or form of address: "Admiral".
func (n noun) ranked() bool { return n.flags["armed"] || n.flags["title"] }

// sayings are the verbs whose subject speaks.
var sayings = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("say tell add state note announce claim declare insist argue write tweet warn ask explain remark reply respond continue vow pledge urge stress emphasize believe think") {
		m[w] = true
	}
	return m
}()

// apposes ties "his counterpart of Chile, Ana Rojas" together where the tree hangs
// the name on the last word before the comma.
func (r *reader) apposes(head, end int) {
	m := r.At(head)
	if m == nil || m.Head != head || m.Form != Nominal || len(m.Entities) != 1 || end+1 >= len(r.doc.Tokens) || r.doc.Tokens[end].Form != "," {
		return
	}
	p := r.personAtToken(end + 1)
	old := m.Entities[0]
	if e := &r.Entities[old]; p == nil || p.done || p.start != end+1 || p.start != p.First && !r.onlyTitled(p) || e.Kind != Person || e.Plural || !e.Political || len(e.Mentions) != 1 || !r.definite(head) {
		return
	}
	if t := &r.doc.Tokens[p.First]; lang.RelIs(t.Rel, "nsubj") || t.Rel == "conj" || r.doc.Tokens[p.Last-1].Rel == "conj" {
		return
	}
	p.done = true
	e := r.Entities[old]
	n := Entity{Kind: Person, Name: r.doc.Words(p.First, p.Last), State: e.State, Office: e.Office, Political: true, Armed: e.Armed, Gender: e.Gender, Confidence: 0.6}
	h, _ := r.spanHead(p.First, p.Last)
	r.named(Mention{First: p.First, Last: p.Last, Head: h, Form: Named}, n, false)
	k := r.Mentions[r.byHead[h]].Entities[0]
	i := r.byHead[head]
	r.Mentions[i].Entities = []int{k}
	r.Entities[k].Mentions = append(r.Entities[k].Mentions, int(i))
	r.Entities[old].Mentions = nil
}

// onlyTitled reports whether no office stands before a name, but at most a form of
// address: "Sheikh", "Dr".
func (r *reader) onlyTitled(p *nameSpan) bool {
	for j := p.start; j < p.First; j++ {
		if o, ok := r.words.offices[r.singular(j)]; !ok || !o.flags["title"] {
			return false
		}
	}
	return true
}
