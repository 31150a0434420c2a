package conllu

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// surface is a run of words that is written as one token.
type surface struct {
	first, last int // words, last inclusive
	form        string
	space       bool // white space follows
}

// align gives every word its bytes of the sentence's text. If the text is
// missing or is not made of the words, it is built anew from them.
func align(s *Sentence, spans []span, spaces []bool) {
	units := surfaces(s.Tokens, spans, spaces)
	if !place(s, units) {
		var b strings.Builder
		for i, u := range units {
			b.WriteString(u.form)
			if u.space && i+1 < len(units) {
				b.WriteByte(' ')
			}
		}
		s.Text = b.String()
		place(s, units)
	}
}

func surfaces(tokens []Token, spans []span, spaces []bool) []surface {
	var units []surface
	for i := 0; i < len(tokens); {
		if len(spans) > 0 && spans[0].first == i {
			m := spans[0]
			units = append(units, surface{m.first, m.last, m.form, m.spaceAfter})
			i, spans = m.last+1, spans[1:]
			continue
		}
		units = append(units, surface{i, i, tokens[i].Form, spaces[i]})
		i++
	}
	return units
}

// place finds the units one after the other in the text; only white space may
// lie between them.
func place(s *Sentence, units []surface) bool {
	at := 0
	for _, u := range units {
		at += leadingSpace(s.Text[at:])
		if !strings.HasPrefix(s.Text[at:], u.form) {
			return false
		}
		end := at + len(u.form)
		divide(s.Tokens[u.first:u.last+1], u.form, at)
		for i := u.first; i <= u.last; i++ {
			s.Tokens[i].Surface = u.first
			s.Tokens[i].SpaceAfter = false
		}
		s.Tokens[u.last].SpaceAfter = leadingSpace(s.Text[end:]) > 0 || end == len(s.Text) && u.space
		at = end
	}
	return leadingSpace(s.Text[at:]) == len(s.Text[at:])
}

func leadingSpace(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// divide shares the bytes of a surface form among its words: by their own
// forms if these make up the surface ("do"+"n't"), else a rune at least for
// each and the rest for the last.
func divide(words []Token, form string, at int) {
	if exact(words, form) {
		for i := range words {
			words[i].Start, words[i].End = at, at+len(words[i].Form)
			at = words[i].End
		}
		return
	}
	end := at + len(form)
	for i := range words {
		w := &words[i]
		w.Start = at
		want := utf8.RuneCountInString(w.Form)
		spare := utf8.RuneCountInString(form) - (len(words) - 1 - i) // runes that later words can do without
		n := 0
		for range min(want, max(spare, 0)) {
			_, size := utf8.DecodeRuneInString(form[n:])
			n += size
		}
		if i == len(words)-1 {
			n = len(form)
		}
		at, form = at+n, form[n:]
		w.End = min(at, end)
	}
}

func exact(words []Token, form string) bool {
	for _, w := range words {
		if !strings.HasPrefix(form, w.Form) {
			return false
		}
		form = form[len(w.Form):]
	}
	return form == ""
}
