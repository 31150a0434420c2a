package who

import (
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
)

// outside is what an article tells of those in it besides its text.
type outside struct {
	title  *Layer // actors of the title; nil: not read yet
	sender sender
	asked  bool // sender was looked for
}

// sender is the government that publishes its own news: "the President", "the
// Department" of such a text are its own.
type sender struct {
	state string // ISO alpha-3; "": a newspaper, an agency, or unknown
	name  string // "U.S. Department of State"
}

// inTitle finds the person of the title that fits and makes the one a person of the
// text; or -1.
func (r *reader) inTitle(fits func(*Entity) bool) int {
	l := r.readTitle()
	for i := range l.Entities {
		e := l.Entities[i]
		if e.Kind != Person || e.Plural || len(e.Mentions) == 0 || l.Mentions[e.Mentions[0]].Form != Named || !fits(&e) {
			continue
		}
		if k := r.byID(e.ID); k >= 0 {
			return k
		}
		if k := r.sameName(&e); k >= 0 {
			return k
		}
		e.Mentions = nil
		r.Entities = append(r.Entities, e)
		return len(r.Entities) - 1
	}
	return -1
}

// stateMet is the state whose officials a phrase without one means: that of those they are
// joined to ("the minister of Peru and other senior officials"), or the only other one in
// or to which the sentence goes ("In Senegal, she will meet with senior officials").
func (r *reader) stateMet(p phrase) string {
	t := &r.doc.Tokens[p.head]
	if t.Rel == "conj" {
		if m := r.At(t.Head); m != nil && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == Person {
			return r.Entities[m.Entities[0]].State
		}
	}
	st := &r.doc.Sentences[t.Sent]
	state := ""
	for i := st.First; i < st.Last; i++ {
		k := r.knownOver(i)
		if k == nil || k.first != i || len(k.state) != 3 || k.kind != facts.KindState && k.kind != facts.KindMetonym && !k.town() || k.state == r.from().state {
			continue
		}
		c := r.doc.Child(r.headOf(k.first, k.last), "case")
		if c < 0 || r.doc.Tokens[c].Lemma != "in" && r.doc.Tokens[c].Lemma != "to" || state != "" && state != k.state {
			return ""
		}
		state = k.state
	}
	return state
}

// readTitle reads the title, once and only if it is needed.
func (r *reader) readTitle() *Layer {
	if r.outside.title != nil {
		return r.outside.title
	}
	r.outside.title = &Layer{}
	if t := strings.TrimSpace(r.article.Title); t != "" && !strings.HasPrefix(r.article.Text, t) {
		r.outside.title = Read(lang.Parse(t, nil), &dateline.Article{Text: t, Date: r.article.Date, Source: r.article.Source}, nil, r.facts)
	}
	return r.outside.title
}

// from is the government that publishes the article.
func (r *reader) from() sender {
	if r.outside.asked {
		return r.outside.sender
	}
	r.outside.asked = true
	name, _, _ := strings.Cut(r.article.Source, ",")
	name, _, _ = strings.Cut(name, " (")
	forms := splitName(strings.TrimPrefix(strings.TrimSpace(name), "The "))
	governs := false
	for i := range forms {
		governs = governs || governing[strings.ToLower(forms[i])]
	}
	state := ""
	for i := 0; i < len(forms) && state == ""; i++ {
		if b, n := r.bodyFrom(forms, i); n > 0 && b.seat && (n > 1 || n == len(forms)) {
			state, governs = b.short, true
			break
		}
		if n, refs := r.facts.Match(forms, i); n > 0 {
			switch refs[0].Kind {
			case facts.KindState, facts.KindDemonym:
				state = r.facts.StateOf(refs[0])
			case facts.KindOrg: // "U.S. Department of State" is known as a whole
				if s := r.facts.StateOf(refs[0]); len(s) == 3 && n > 1 {
					state = s
				}
			}
		}
	}
	if governs && state != "" {
		r.outside.sender = sender{state, name}
	}
	return r.outside.sender
}

// ownOffice makes "the Department", "the Administration" of a government's own news
// that government's, by the name that the publisher gives itself.
func (r *reader) ownOffice(noun string, e *Entity) bool {
	s := r.from()
	called := strings.Contains(strings.ToLower(s.name), noun)
	if s.state == "" || !called && noun != "administration" && noun != "government" {
		return false
	}
	if noun == "government" && !called && !strings.EqualFold(e.Name, noun) {
		return false // "the Transitional Government" is another's
	}
	e.State = s.state
	if called {
		e.Name = s.name
	}
	return true
}

// governing are the nouns by which a government's own office calls itself.
var governing = map[string]bool{"department": true, "ministry": true, "government": true, "president": true, "presidency": true, "minister": true, "cabinet": true, "embassy": true, "chancellery": true, "parliament": true}
