package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/facts"
	"dateline/lang"
)

// nameSpan is a person's name in the text with the title before it.
type nameSpan struct {
	start       int // first token of the title, or First
	First, Last int // the name
	title       int // tokens [title, First) hold the office; First if there is none
	shared      int // first token of an office that shares the name ("prime minister and …"), or -1
	done        bool
}

// findPeople cuts the names of persons out and joins titles to them. The words
// before a name say more than the tree, which is unsure of long titles.
func (r *reader) findPeople() {
	r.personAt = make([]int32, len(r.doc.Tokens))
	for i := range r.personAt {
		r.personAt[i] = -1
	}
	for _, p := range r.surnames(r.nameSpans()) {
		if !r.trimName(&p) || r.initialism(&p) {
			continue
		}
		end := p.Last
		r.unrepeated(&p)
		r.titleBefore(&p)
		for j := p.start; j < end; j++ {
			r.personAt[j] = int32(len(r.people))
		}
		r.people = append(r.people, p)
	}
}

// capitals reports whether a name is written like one: "al-Assad", but not "frank".
func (r *reader) capitals(p *nameSpan) bool {
	for i := p.First; i < p.Last; i++ {
		if strings.ToLower(r.doc.Tokens[i].Form) != r.doc.Tokens[i].Form {
			return true
		}
	}
	return false
}

// nameSpans are the names that the model found and those that only a title
// before them shows to be names, in the order of the text.
func (r *reader) nameSpans() []nameSpan {
	var out []nameSpan
	next := 0
	for i := 0; i < len(r.doc.Tokens); i++ {
		for next < len(r.doc.Names) && (r.doc.Names[next].Last <= i || r.doc.Names[next].Kind != lang.PER) {
			next++
		}
		if next < len(r.doc.Names) && r.doc.Names[next].First <= i {
			n := &r.doc.Names[next]
			p := nameSpan{First: i, Last: n.Last, shared: -1}
			for next+1 < len(r.doc.Names) && r.doc.Names[next+1].First == p.Last && r.doc.Names[next+1].Kind == lang.PER {
				next++ // "Sheikh" and "Mohammed …" taken for two
				p.Last = r.doc.Names[next].Last
			}
			if k := r.goesOn(&p, next+1); k > 0 {
				next = k
				p.Last = r.doc.Names[next].Last
			}
			lo := 0
			if len(out) > 0 {
				lo = out[len(out)-1].Last
			}
			p.First = r.initialBefore(p.First, lo)
			for p.Last < len(r.doc.Tokens) && r.continues(p.Last) {
				p.Last++
			}
			p.Last = r.sonOf(p.Last)
			next = r.overParticles(&p, next)
			p.First = r.particlesBefore(p.First, lo)
			r.hyphened(&p)
			if k := r.knownOver(i); r.capitals(&p) && !(k != nil && k.body != nil && k.first <= p.First && k.last >= p.Last) && !r.townOf(i) && !r.insideOffice(&p) && !(k != nil && k.last == p.Last && (k.kind == facts.KindDemonym || k.kind == facts.KindState)) {
				out = append(out, p)
			}
			i = p.Last - 1
			continue
		}
		if last := r.untagged(i); last > i {
			if next < len(r.doc.Names) {
				last = min(last, r.doc.Names[next].First)
			}
			if last > i {
				p := nameSpan{First: i, Last: last, shared: -1}
				r.hyphened(&p)
				out = append(out, p)
				i = p.Last - 1
				continue
			}
		}
		if p, ok := r.factPerson(i); ok {
			out = append(out, p)
			i = p.Last - 1
		}
	}
	return out
}

// factPerson gives the person whose full name begins at token i where the model saw
// no name, but the facts know one.
func (r *reader) factPerson(i int) (nameSpan, bool) {
	k := slices.IndexFunc(r.persons, func(p nameSpan) bool { return p.First == i })
	if k < 0 {
		return nameSpan{}, false
	}
	p := r.persons[k]
	for j := p.First; j < p.Last; j++ {
		if n := r.doc.NameAt(j); r.doc.Tokens[j].UPOS != "PROPN" || n != nil && (n.First != p.First || n.Last != p.Last) {
			return p, false
		}
	}
	if p.Last < len(r.doc.Tokens) && r.doc.Tokens[p.Last].UPOS == "PROPN" {
		return p, false
	}
	return p, p.First == 0 || r.doc.Tokens[p.First-1].UPOS != "PROPN" || r.words.heads[r.singular(p.First-1)]
}

// townOf reports whether a name stands behind "the town of": it is a place then.
func (r *reader) townOf(i int) bool {
	if i < 2 || r.doc.Tokens[i-1].Lemma != "of" {
		return false
	}
	switch strings.TrimSuffix(r.lower(i-2), "s") {
	case "town", "city", "village", "province", "district", "region", "island", "port", "suburb", "settlement", "governorate", "county":
		return true
	}
	return false
}

// continues reports whether a name goes on with a numeral or a word that the model takes
// for a pronoun: "Harald V", "Liu He".
func (r *reader) continues(i int) bool {
	switch r.doc.Tokens[i].Form {
	case "He":
		return i > 0 && r.doc.Tokens[i-1].Sent == r.doc.Tokens[i].Sent && r.doc.Tokens[i-1].UPOS == "PROPN"
	case "II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI":
		return true
	}
	return false
}

// untagged gives the end of a name that begins at i, right behind an office
// written with a capital, or i.
func (r *reader) untagged(i int) int {
	st := &r.doc.Sentences[r.doc.Tokens[i].Sent]
	if i > st.First+1 && r.doc.Tokens[i-1].UPOS == "ADJ" && r.doc.Tokens[i-1].Head == i && r.doc.Tokens[i-2].UPOS == "ADP" {
		return i // "Secretary for Economic Growth"
	}
	if i == st.First || !r.wordy(i-1) || r.doc.Tokens[i-1].UPOS == "ADJ" && r.lower(i-1) == "general" { // "General Motors"
		return i
	}
	need := 1
	if r.presidentOf(i-1, st.First) {
		need = 2
	} else if need = r.needed(i, st.First); need == 0 {
		return i
	}
	for e := i + 1; e <= min(st.Last, i+3); e++ {
		if _, _, longer := r.officeEnding(max(st.First, i-9), e); longer {
			return i // "Minister for Foreign" before "Affairs"
		}
	}
	last, named, capitals := i, false, 0
	for last < st.Last && last-i < 7 {
		t := &r.doc.Tokens[last]
		switch {
		case t.UPOS == "PROPN" && capital(t.Form):
			if k := r.knownOver(last); k != nil && !k.town() || r.words.common(t.Form) {
				return i
			}
			capitals++
			named = capitals >= need
		case t.Form == "-" && last+1 < st.Last, particles[t.Form] && last+1 < st.Last && (r.doc.Tokens[last+1].Form == "-" || capital(r.doc.Tokens[last+1].Form)):
		default:
			if !named {
				return i
			}
			return last
		}
		last++
	}
	if !named {
		return i
	}
	return last
}

// needed is how many words with a capital behind an office or a noun for people
// make a name; 0: none do.
func (r *reader) needed(i, first int) int {
	before := r.words.persons[r.lower(i-1)]
	switch {
	case r.doc.Tokens[i-1].UPOS == "NOUN" && before.name != "" && !r.plural(i-1) && !before.flags["kin"] && r.unsureName(i):
		return 2 // "politician Geert Maas": one capital alone may be anything
	case !capital(r.doc.Tokens[i-1].Form) || !r.words.heads[r.singular(i-1)]:
		return 0
	}
	if _, _, ok := r.officeEnding(max(first, i-9), i); !ok {
		return 0
	}
	return 1
}

// unsureName reports whether the model saw no name at token i, or one of a body
// that has two or three words and none of those by which bodies are called.
func (r *reader) unsureName(i int) bool {
	n := r.doc.NameAt(i)
	if n == nil {
		return true
	}
	if n.Kind != lang.ORG || n.First != i || n.Last-n.First < 2 || n.Last-n.First > 3 {
		return false
	}
	for j := n.First; j < n.Last; j++ {
		if _, org := r.words.org(r.lower(j)); org || r.doc.Tokens[j].UPOS != "PROPN" || shortName(r.doc.Tokens[j].Form) {
			return false
		}
	}
	return true
}

// presidentOf reports whether a state that ends at token i is what an office with
// a capital is of: "President of the Republic of Chile".
func (r *reader) presidentOf(i, first int) bool {
	k := r.knownOver(i)
	if k == nil || k.last != i+1 || k.kind != facts.KindState {
		return false
	}
	j := k.first - 1
	for j > first && r.doc.Tokens[j].UPOS == "DET" {
		j--
	}
	if j <= first || r.doc.Tokens[j].Lemma != "of" || !capital(r.doc.Tokens[j-1].Form) {
		return false
	}
	_, row, ok := r.officeEnding(max(first, j-9), j)
	return ok && row.flags["political"]
}

func capital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// isTitle reports whether a token is a title or an office of one word.
func (r *reader) isTitle(i int) bool {
	o, ok := r.words.offices[strings.TrimSuffix(r.lower(i), ".")]
	if f := r.doc.Tokens[i].Form; (f == "Amir" || f == "Emir") && i > 0 && r.wordy(i-1) && r.words.heads[r.singular(i-1)] {
		return false // a first name behind another office: "Minister Amir Lind"
	}
	return ok && (o.flags["title"] || o.flags["political"] && r.doc.Tokens[i].Form != "Prince" && r.doc.Tokens[i].Form != "King")
}

func (r *reader) plural(i int) bool {
	return strings.Contains(r.doc.Tokens[i].Feats, "Number=Plur")
}

// personAtToken gives the name whose title or name covers a token, or nil.
func (r *reader) personAtToken(i int) *nameSpan {
	if r.personAt[i] < 0 {
		return nil
	}
	return &r.people[r.personAt[i]]
}

// spanHead is the token by which the tree holds a span: the first whose head lies
// outside and that stands as an argument, and all others that hang outside.
func (r *reader) spanHead(first, last int) (head int, others []int) {
	head = -1
	best := -1
	for i := first; i < last; i++ {
		t := &r.doc.Tokens[i]
		if t.Head >= first && t.Head < last || t.UPOS == "PUNCT" || t.UPOS == "PART" {
			continue
		}
		rank := 1
		switch rel := t.Rel; {
		case lang.RelIs(rel, "nsubj"), rel == "obj", lang.RelIs(rel, "obl"), rel == "root", rel == "iobj", rel == "conj":
			rank = 3
		case lang.RelIs(rel, "nmod"), rel == "appos":
			rank = 2
		}
		if rank > best {
			if head >= 0 {
				others = append(others, head)
			}
			head, best = i, rank
		} else {
			others = append(others, i)
		}
	}
	if head < 0 {
		head = last - 1
	}
	return head, others
}
