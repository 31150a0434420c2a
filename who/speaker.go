package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/facts"
	"dateline/lang"
)

// firstPerson ties "I" to who speaks and "we" to the state that the speaker acts
// for: the subject of the verb of saying around it, the speaker of the turn, the
// author of the text.
func (r *reader) firstPerson(i int, row pronoun) {
	k := r.selfNamed(i, row)
	if k < 0 {
		k = r.speakerAround(i)
	}
	if k < 0 {
		k = r.quotedSpeaker(i)
	}
	if k < 0 {
		k = r.turn(i)
	}
	m := Mention{First: i, Last: i + 1, Head: i, Form: Pronoun}
	if k < 0 && row.number == "p" {
		if who := r.jointSpeakers(); len(who) > 1 {
			r.link(m, who...)
			return
		}
	}
	if k < 0 {
		k = r.byline()
	}
	if k < 0 { // a release that nobody signs speaks for the state whose office put it out
		if s := r.from().state; s != "" && row.number == "p" {
			if k = r.stateEntity(s); k >= 0 {
				r.link(m, k)
			}
		}
		return
	}
	if e := &r.Entities[k]; e.Kind == Person && e.State == "" && (e.Political || row.number == "p") {
		e.State = r.from().state
	}
	if e := &r.Entities[k]; row.number == "p" && e.Kind == Person && e.State != "" {
		k = r.stateEntity(e.State)
	}
	if k >= 0 {
		r.link(m, k)
	}
}

// selfNamed is who names himself behind "I": "I, Ada Lind, President of …"; or -1.
func (r *reader) selfNamed(i int, row pronoun) int {
	if row.number != "s" || i+2 >= len(r.doc.Tokens) || r.doc.Tokens[i+1].Form != "," || r.personAtToken(i+2) == nil {
		return -1
	}
	return r.ahead(i + 2)
}

// stateEntity is the entity of a state, made if the text has none yet.
func (r *reader) stateEntity(state string) int {
	if k := slices.IndexFunc(r.Entities, func(e Entity) bool { return e.Kind == State && e.State == state || e.Kind == Org && e.ID == "o:"+state }); k >= 0 {
		return k
	}
	s := r.facts.State(state)
	if s == nil {
		return -1
	}
	r.Entities = append(r.Entities, Entity{ID: "s:" + state, Kind: State, Name: s.Name, State: state, Political: true, Confidence: 0.8})
	return len(r.Entities) - 1
}

// speakerAround is the subject of the saying that token i stands under.
func (r *reader) speakerAround(i int) int {
	for j := i; j >= 0; j = r.doc.Tokens[j].Head {
		for _, v := range append([]int32{int32(r.doc.Tokens[j].Head)}, r.doc.Children(j)...) {
			if v < 0 || v == int32(i) || !sayings[r.doc.Tokens[v].Lemma] || r.doc.Tokens[v].UPOS != "VERB" {
				continue
			}
			s := r.doc.Child(int(v), "nsubj")
			if s < 0 || s == i || r.doc.Dominates(s, i) {
				continue
			}
			if m := r.At(s); m != nil && len(m.Entities) == 1 {
				return m.Entities[0]
			}
			if s > i { // "…", the minister said: not read yet
				return r.ahead(s)
			}
		}
	}
	return -1
}

// ahead reads a speaker who is named behind the words spoken.
func (r *reader) ahead(s int) int {
	if p := r.personAtToken(s); p != nil && !p.done {
		p.done = true
		r.person(p)
	}
	if m := r.At(s); m != nil && len(m.Entities) == 1 {
		return m.Entities[0]
	}
	return -1
}

// turn is the speaker of the last line that began "Ada Lind: …".
func (r *reader) turn(i int) int {
	for s := r.doc.Tokens[i].Sent; s >= 0; s-- {
		st := &r.doc.Sentences[s]
		if s > 0 && r.doc.Sentences[s-1].Para == st.Para {
			continue
		}
		for j := st.First; j < min(st.Last, st.First+reach); j++ {
			if p := r.personAtToken(j); p != nil && p.Last < st.Last && r.doc.Tokens[p.Last].Form == ":" {
				return r.ahead(j)
			}
		}
	}
	return -1
}

// byline is the author: the name that makes up a short paragraph at the top, or
// stands behind "by" in the title.
func (r *reader) byline() int {
	if r.author != 0 {
		return r.author - 1
	}
	k := r.findByline()
	r.author = k + 1
	return k
}

func (r *reader) findByline() int {
	for s := range min(len(r.doc.Sentences), 3) {
		st := &r.doc.Sentences[s]
		if st.Last-st.First > 14 || slices.ContainsFunc(r.doc.Tokens[st.First:st.Last], func(t lang.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }) {
			continue
		}
		if p := r.personAtToken(st.First); p != nil {
			return r.ahead(st.First)
		}
	}
	if k := r.signature(); k >= 0 {
		return k
	}
	_, by, ok := strings.Cut(r.article.Title, " by ")
	if !ok {
		return -1
	}
	var name, title []string
	for w := range strings.FieldsSeq(by) {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) {
			break
		}
		if _, office := r.words.offices[strings.ToLower(strings.Join(append(title, w), " "))]; office && len(name) == 0 {
			title = append(title, w)
			continue
		}
		name = append(name, strings.Trim(w, ",:;"))
	}
	if len(name) == 0 {
		return -1
	}
	return r.authorNamed(strings.Join(name, " "), strings.ToLower(strings.Join(title, " ")))
}

// signature is the person whose name alone makes up the last paragraph of a government's
// text; or -1.
func (r *reader) signature() int {
	n := len(r.doc.Sentences) - 1
	if n < 1 || r.from().state == "" || r.doc.Sentences[n-1].Para == r.doc.Sentences[n].Para {
		return -1
	}
	st := &r.doc.Sentences[n]
	if p := r.personAtToken(st.First); p != nil && st.Last-p.Last <= 1 {
		return r.ahead(st.First)
	}
	return -1
}

func (r *reader) authorNamed(name, title string) int {
	e := Entity{Kind: Person, Name: name, Office: title, Political: title != "", Confidence: 0.6}
	if k := r.sameName(&e); k >= 0 {
		return k
	}
	refs := r.facts.PersonsNamed(name, facts.Hint{Office: title, Day: r.article.Date})
	if len(refs) > 0 && refs[0].Score >= linkAt {
		r.take(&e, &refs[0], false)
		e.Name = refs[0].Person.Name
	} else {
		e.ID = newID(Person, name, "")
	}
	r.Entities = append(r.Entities, e)
	return len(r.Entities) - 1
}

// quotedSpeaker is, for a token inside quotation marks, who spoke last in the
// paragraph: a quotation goes on over sentences.
func (r *reader) quotedSpeaker(i int) int {
	para := r.doc.Sentences[r.doc.Tokens[i].Sent].Para
	marks, speaker, open := 0, -1, -1
	for j := i - 1; j >= 0 && r.doc.Sentences[r.doc.Tokens[j].Sent].Para == para; j-- {
		t := &r.doc.Tokens[j]
		switch {
		case t.Form == "\"" || t.Form == "``" || t.Form == "''":
			marks++
			if open < 0 {
				open = j
			}
		case speaker < 0 && t.UPOS == "VERB" && sayings[t.Lemma]:
			if s := r.doc.Child(j, "nsubj"); s >= 0 && s < i {
				if m := r.At(s); m != nil && len(m.Entities) == 1 {
					speaker = m.Entities[0]
				}
			}
		}
	}
	if marks%2 == 0 {
		return -1
	}
	if open > 0 && r.doc.Tokens[open-1].Form == ":" { // "Lind spoke to the press: …"
		if k := r.subjectBefore(open - 1); k >= 0 {
			return k
		}
	}
	return speaker
}

// subjectBefore is the person who is the subject of the clause that ends at a colon;
// or -1.
func (r *reader) subjectBefore(colon int) int {
	sent := r.doc.Tokens[colon].Sent
	for j := r.doc.Sentences[sent].First; j < colon; j++ {
		if !lang.RelIs(r.doc.Tokens[j].Rel, "nsubj") {
			continue
		}
		if m := r.At(j); m != nil && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == Person {
			return m.Entities[0]
		}
	}
	return -1
}
