package who

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/when"
)

// reader is one reading of one text.
type reader struct {
	*Layer
	article *dateline.Article
	times   *when.Layer
	facts   *facts.Facts
	words   *lexicon

	known    []known
	persons  []nameSpan // full names that the facts know
	knownAt  []int32    // token -> known, or -1
	people   []nameSpan
	personAt []int32 // token -> person, or -1
	outside  outside
	short    map[string]int // short name told in brackets -> entity
	joint    []int          // who speaks together: entities; nil: not looked for
	author   int            // who wrote the text: entity+1; 0: not looked for
}

// Read finds everybody in a text: mentions in the order of the text, each tied
// to those that it speaks of. Times may be nil.
func Read(doc *lang.Doc, a *dateline.Article, t *when.Layer, f *facts.Facts) *Layer {
	l := &Layer{doc: doc, byHead: make([]int32, len(doc.Tokens)), seats: map[int32]bool{}}
	for i := range l.byHead {
		l.byHead[i] = -1
	}
	r := &reader{Layer: l, article: a, times: t, facts: f, words: words()}
	r.findKnown()
	r.findPeople()
	for i := range doc.Tokens {
		if p := r.personAtToken(i); p != nil {
			if !p.done {
				p.done = true
				r.person(p)
			}
			if k := r.knownOver(i); k == nil || k.first != i || i >= p.First || r.byHead[i] >= 0 {
				continue
			}
		}
		if r.byHead[i] < 0 && r.isHead(i) {
			r.mention(i)
		}
		if r.introduces(i) {
			r.shorten(i)
		}
	}
	r.settleHolders()
	r.settleIDs()
	r.lowerNames()
	return l
}

// settleHolders ties an office without a name to its holder whom the text named only
// after it.
func (r *reader) settleHolders() {
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.holder == "" || e.Past {
			continue
		}
		k := r.byID(e.holder)
		if k < 0 || k == i {
			continue
		}
		for _, m := range e.Mentions {
			if who := r.Mentions[m].Entities; len(who) == 1 {
				who[0] = k
				r.Entities[k].Mentions = append(r.Entities[k].Mentions, m)
			}
		}
		slices.Sort(r.Entities[k].Mentions)
		e.Mentions = slices.DeleteFunc(e.Mentions, func(m int) bool { return !slices.Contains(r.Mentions[m].Entities, i) })
	}
}

// settleIDs gives persons whom the facts do not know the id of their fullest name, so
// that it is the same in every article, whatever else that tells of them. A surname
// alone is one person's only within a state.
func (r *reader) settleIDs() {
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.Kind != Person || e.Plural || e.linked() || !slices.ContainsFunc(e.Mentions, func(m int) bool { return r.Mentions[m].Form == Named }) {
			continue
		}
		if name := withoutInitials(e.Name); strings.Contains(name, " ") {
			e.ID = newID(Person, name, "")
		} else {
			e.ID = newID(Person, name, e.State)
		}
	}
}

// add makes an entity of a mention, or ties it to the one with that id.
func (r *reader) add(m Mention, e Entity) int {
	if k := r.byID(e.ID); k >= 0 && (e.Kind != State || r.Entities[k].Name == e.Name) {
		if old := &r.Entities[k]; len(e.Name) > len(old.Name) && (e.Kind == Person || e.Kind == Org && m.Form == Named && shortName(old.Name)) {
			r.Entities[k].Name = e.Name
		}
		if e.Kind == State { // named for a town at first, now for itself
			r.Entities[k].Political = r.Entities[k].Political || e.Political
		}
		r.link(m, k)
		return k
	}
	r.Entities = append(r.Entities, e)
	r.link(m, len(r.Entities)-1)
	return len(r.Entities) - 1
}

// link ties a mention to entities.
func (r *reader) link(m Mention, entities ...int) {
	m.Entities = entities
	for _, k := range entities {
		r.Entities[k].Mentions = append(r.Entities[k].Mentions, len(r.Mentions))
	}
	r.byHead[m.Head] = int32(len(r.Mentions))
	r.Mentions = append(r.Mentions, m)
}

func (r *reader) byID(id string) int {
	return slices.IndexFunc(r.Entities, func(e Entity) bool { return e.ID == id })
}

// state makes the entity of a state or body under the name that the text uses.
func (r *reader) state(k *known, name string) Entity {
	if k.body != nil && !k.body.seat {
		id := k.body.id()
		if o := r.facts.OrgByName(k.body.main); o != nil && k.body.short == "" {
			id = o.ID
		}
		e := Entity{ID: id, Kind: Org, Name: name, State: k.body.short, Political: true, Armed: k.body.armed, Confidence: 0.95}
		if f := r.words.forces[id]; e.State == "" && f.on(r.article.Date) {
			e.State = f.state
		}
		return e
	}
	e := Entity{ID: "s:" + k.state, Kind: State, Name: name, State: k.state, Political: r.acts(k), Confidence: 0.95}
	switch k.kind {
	case facts.KindOrg:
		o := r.facts.Org(k.ref)
		e.ID, e.Kind, e.Armed = o.ID, Org, o.Kind == "armed"
	case facts.KindDemonym:
		if s := r.facts.State(k.state); s != nil {
			e.Name = s.Name
		}
	case facts.KindState:
		if s := r.facts.State(k.state); s != nil && k.half {
			e.Name = s.Name
		}
	case facts.KindCity, facts.KindRegion:
		if name := r.stateName(k.state); name != "" {
			e.Name = name
		}
	case facts.KindMetonym:
		if r.facts.State(k.state) == nil {
			e.ID, e.Kind = "o:"+k.state, Org
		}
	}
	if e.Kind == State && (shortName(name) || k.kind == facts.KindMetonym && r.isTown(name)) {
		if full := r.stateName(k.state); full != "" {
			e.Name = full
		}
	}
	return e
}

// stateOfOrg is the state for which an organization of the facts acts under a name: none
// for rebels, whose own "Islamic Emirate of Afghanistan" is their state all the same.
func (r *reader) stateOfOrg(ref facts.Ref, name string) string {
	o, state := r.facts.Org(ref), r.facts.StateOf(ref)
	s := r.facts.State(state)
	if forItself(o.Kind) && !r.words.forces[o.ID].on(r.article.Date) && (s == nil || (s.Independent || o.Kind == "armed") && !strings.Contains(name, s.Name)) {
		return ""
	}
	return state
}

// forItself reports whether bodies of a kind act for themselves, not for the state
// that they are of.
func forItself(kind string) bool { return kind == "armed" || kind == "movement" }

// isTown reports whether a name that stands for a state is that of a town, not of a
// house: "Washington", not "the White House".
func (r *reader) isTown(name string) bool {
	return slices.ContainsFunc(r.facts.Lookup(name), func(ref facts.Ref) bool { return ref.Kind == facts.KindCity })
}

// newID names somebody whom the facts do not know, the same in every article.
func newID(k Kind, name, state string) string {
	h := fnv.New64a()
	h.Write([]byte(facts.Fold(name) + "|" + state))
	prefix := map[Kind]string{Person: "p", Org: "o", State: "s", Group: "x"}[k]
	return fmt.Sprintf("%s:~%x", prefix, h.Sum64())
}

// stateName is how the text itself names a state, in full if it ever does; or "".
func (r *reader) stateName(state string) string {
	short := ""
	for i := range r.known {
		k := &r.known[i]
		if k.kind != facts.KindState || k.state != state {
			continue
		}
		name := r.doc.Words(k.first, k.last)
		if !shortName(name) {
			return name
		}
		if short == "" {
			short = name
		}
	}
	return short
}
