package who

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// introduces reports whether token i is a short name in brackets behind the long one:
// "TDP" in "the Telugu Desam Party (TDP)".
func (r *reader) introduces(i int) bool {
	if i < 2 || i+1 >= len(r.doc.Tokens) || r.doc.Tokens[i-1].Form != "(" || r.doc.Tokens[i+1].Form != ")" {
		return false
	}
	switch r.doc.Tokens[i-2].UPOS {
	case "PROPN", "NOUN", "ADJ":
	default:
		return false
	}
	return shortName(r.doc.Tokens[i].Form)
}

// shortName reports whether a word is nothing but capitals, hyphens aside.
func shortName(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '-' && c != '.':
			return false
		}
	}
	return n >= 2 && n <= 8
}

// shorten notes whose short name token i is: the body's that the words before the
// bracket name, made now if nobody took them for one.
func (r *reader) shorten(i int) {
	short := r.doc.Tokens[i].Form
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[m.Head].Sent != r.doc.Tokens[i].Sent {
			break
		}
		if m.Form != Pronoun && len(m.Entities) == 1 && r.ends(m, i-1) {
			if e := &r.Entities[m.Entities[0]]; e.Kind == Org || e.Kind == State {
				r.setShort(short, m.Entities[0], i)
				return
			}
		}
	}
	first := r.spelled(i-1, short)
	if first < 0 {
		return
	}
	head := r.headOf(first, i-1)
	if r.byHead[head] >= 0 {
		return
	}
	text := r.doc.Words(first, i-1)
	k := r.add(Mention{First: first, Last: i - 1, Head: head, Form: Named}, Entity{ID: newID(Org, text, ""), Kind: Org, Name: text, Political: true, Confidence: 0.5})
	r.setShort(short, k, i)
}

// calledShort finds the body of several words that a name of one word begins: "Mahan"
// for "Mahan Air"; or -1.
func (r *reader) calledShort(p phrase) int {
	f := r.doc.Tokens[p.head].Form
	if p.last-p.first > 1 || r.doc.Tokens[p.head].UPOS != "PROPN" || !capital(f) || len(f) < 4 || r.knownOver(p.head) != nil {
		return -1
	}
	for k := len(r.Entities) - 1; k >= 0; k-- {
		if e := &r.Entities[k]; e.Kind == Org && !e.Plural && strings.HasPrefix(e.Name, f+" ") && strings.Count(e.Name, " ") < 4 {
			return k
		}
	}
	return -1
}

func (r *reader) setShort(short string, entity, i int) {
	if r.short == nil {
		r.short = map[string]int{}
	}
	r.short[short] = entity
	if r.byHead[i] < 0 {
		r.link(Mention{First: i, Last: i + 1, Head: i, Form: Named}, entity)
	}
}

// ends reports whether a mention or its whole name ends right before token end.
func (r *reader) ends(m *Mention, end int) bool {
	if m.Last == end {
		return true
	}
	_, last := r.doc.Subtree(m.Head)
	return m.Form != Adj && m.Head < end && last >= end && strings.HasSuffix(r.Entities[m.Entities[0]].Name, r.doc.Tokens[end-1].Form)
}

// spelled gives the first of the words before token end whose first letters spell a
// short name, small words aside; or -1.
func (r *reader) spelled(end int, short string) int {
	letters := []rune(strings.NewReplacer("-", "", ".", "").Replace(short))
	j := end - 1
	for n := len(letters) - 1; n >= 0; j-- {
		if j < r.doc.Sentences[r.doc.Tokens[end].Sent].First || end-j > 12 {
			return -1
		}
		c, _ := utf8.DecodeRuneInString(r.doc.Tokens[j].Form)
		switch {
		case unicode.IsUpper(c) && c == letters[n]:
			n--
		case unicode.IsUpper(c):
			return -1
		case unicode.ToUpper(c) == letters[n]:
			n--
		}
	}
	return j + 1
}

// shortened gives the entity whose short name token i is, if the text told it; or -1.
func (r *reader) shortened(i int) int {
	if k, ok := r.short[r.doc.Tokens[i].Form]; ok {
		return k
	}
	return -1
}
