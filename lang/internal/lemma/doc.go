// Package lemma finds the dictionary form of a word from its tags: the longest
// ending of the word that the table knows for its class says what to cut off and
// what to append. A whole word counts as the longest ending, so that irregular
// forms ("met", "children") and rules ("-ies" to "-y") live in one table, which
// Train learns from treebanks.
package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edit makes a lemma of a form.
type edit struct {
	keep bool   // keep capitals; else the form is lowered first
	cut  int    // bytes off the end
	add  string // what is appended
}

// class is what a word is beside its letters; words of one class share rules.
func class(upos, xpos, form string) string {
	if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) {
		return upos + "/" + xpos + "^"
	}
	return upos + "/" + xpos
}

func (e edit) apply(form, lower string) (string, bool) {
	w := lower
	if e.keep {
		w = form
	}
	if e.cut > len(w) || e.cut == len(w) && e.add == "" {
		return "", false
	}
	if e.cut == 0 && e.add == "" {
		return w, true
	}
	return w[:len(w)-e.cut] + e.add, true
}

// editOf is the shortest edit that makes lemma of form.
func editOf(form, lower, lemma string) edit {
	if e := suffixEdit(lower, lemma); e.cut < len(lower) || lower == "" {
		return e
	}
	if e := suffixEdit(form, lemma); e.cut < len(form) {
		e.keep = true
		return e
	}
	return edit{cut: len(lower), add: lemma}
}

func suffixEdit(form, lemma string) edit {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && n < len(form) && !utf8.RuneStart(form[n]) {
		n--
	}
	for n > 0 && n < len(lemma) && !utf8.RuneStart(lemma[n]) {
		n--
	}
	return edit{cut: len(form) - n, add: lemma[n:]}
}

// lowered is strings.ToLower without work for words in small letters.
func lowered(form string) string {
	for i := range len(form) {
		if c := form[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ToLower(form)
		}
	}
	return form
}
