package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutSentences divides the pieces of a stretch of text without hard breaks
// into sentences and calls add for each, with indices into pieces.
func (s *scanner) cutSentences(pieces []piece, add func(first, last int)) {
	first := s.topic(pieces)
	if first > 0 {
		add(0, first)
	}
	for i := first; i < len(pieces); i++ {
		if !s.terminal(pieces, i, first) {
			continue
		}
		last := s.closers(pieces, i+1)
		if last == len(pieces) || s.begins(pieces, i, last) {
			add(first, last)
			first = last
			i = last - 1
		}
	}
	if first < len(pieces) {
		add(first, len(pieces))
	}
}

// topic is the number of pieces of a heading with its colon that short news begins
// with, 0 if there is none: "War in Ruritania: Troops take the airport".
func (s *scanner) topic(pieces []piece) int {
	const longest = 10
	known, small := false, 0
	for i := 0; i <= longest && i+1 < len(pieces); i++ {
		f := s.form(pieces[i])
		r, _ := utf8.DecodeRuneInString(f)
		switch lower := strings.ToLower(f); {
		case f == ":":
			next, _ := utf8.DecodeRuneInString(s.form(pieces[i+1]))
			if known && i > 1 && pieces[i+1].start > pieces[i].end && unicode.IsUpper(next) {
				return i + 1
			}
			return 0
		case s.lists.topics[lower]:
			known = true
		case f == "." || f == "," && i == 0 || s.lists.speech[f] || i == 0 && s.lists.starters[f]:
			return 0
		case unicode.IsLower(r) && len(f) > 3 || pronouns[lower]:
			if small++; small > 2 {
				return 0
			}
		}
	}
	return 0
}

var pronouns = map[string]bool{"he": true, "she": true, "it": true, "we": true, "i": true, "you": true}

func (s *scanner) form(p piece) string { return s.text[p.start:p.end] }

// terminal reports whether a sentence can end with piece i.
func (s *scanner) terminal(pieces []piece, i, first int) bool {
	f := s.form(pieces[i])
	switch f[len(f)-1] {
	case '.':
		if f == "." && i == first+1 && i+1 < len(pieces) && pieces[i+1].start > pieces[i].end {
			return !enumerates(s.form(pieces[first])) // "1. Introduction"
		}
		return true
	case '?', '!':
		return true
	}
	return f == "…" || f == "。" || f == "؟"
}

func enumerates(f string) bool { return len(f) <= 2 && allDigits(f) || len(f) == 1 && f != "I" }

// closers skips quotation marks and brackets that close what stands before.
func (s *scanner) closers(pieces []piece, i int) int {
	for i < len(pieces) && pieces[i].start == pieces[i-1].end {
		switch s.form(pieces[i]) {
		case `"`, "'", "''", "”", "’", ")", "]", "}", "»", "’’":
			i++
			continue
		}
		break
	}
	return s.note(pieces, i)
}

// note skips the number of a footnote behind a stop: "ended.[6] The".
func (s *scanner) note(pieces []piece, i int) int {
	if i+2 < len(pieces) && s.form(pieces[i]) == "[" && allDigits(s.form(pieces[i+1])) && s.form(pieces[i+2]) == "]" {
		return i + 3
	}
	return i
}

// begins reports whether a sentence begins with piece n after one that ended
// with the stop at piece i.
func (s *scanner) begins(pieces []piece, i, n int) bool {
	stop, next := s.form(pieces[i]), s.form(pieces[n])
	spaced := pieces[n].start > pieces[n-1].end
	r, _ := utf8.DecodeRuneInString(next)
	if !spaced {
		return stop == "." && unicode.IsUpper(r) && n == i+1
	}
	if !opens(r) {
		return n == i+1 && s.carelessly(pieces, i, r)
	}
	if len(stop) > 1 && stop[0] != '.' && stop[0] != '!' && stop[0] != '?' {
		return n > i+1 || s.afterAbbreviation(stop, next, r)
	}
	if n > i+1 && stop != "." && s.spoken(pieces, n) {
		return false
	}
	return true
}

// carelessly reports whether the small letter r may begin a sentence, as in
// hasty mail: after a question mark or a full word with its stop.
func (s *scanner) carelessly(pieces []piece, i int, r rune) bool {
	if i == 0 || !unicode.IsLower(r) {
		return false
	}
	switch f := s.form(pieces[i]); f[len(f)-1] {
	case '?', '!':
		return true
	case '.':
		before := s.form(pieces[i-1])
		return f == "." && len(before) >= 3 && plainLower(before)
	}
	return false
}

// opens reports whether a rune can begin a sentence.
func opens(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) || strings.ContainsRune("\"'“‘([«•*-–—#$€£<@¿¡`", r)
}

// afterAbbreviation decides between "the U.S. The minister" and "the U.S.
// Senate".
func (s *scanner) afterAbbreviation(stop, next string, r rune) bool {
	switch s.lists.abbreviations[stop] {
	case beforeName, beforeNumber:
		return false
	}
	if !unicode.IsUpper(r) {
		return !unicode.IsDigit(r) && r != '(' && r != '-' && r != '–' && r != '—' && r != '&' && r != '$'
	}
	if len(stop) == 2 && unicode.IsUpper(rune(stop[0])) && len(next) == 1 {
		return false // J. A. Lind
	}
	return s.lists.starters[next]
}

// spoken reports whether a verb of speech follows soon: "Why?" Ada Lind asked.
func (s *scanner) spoken(pieces []piece, n int) bool {
	for i := n; i < min(n+6, len(pieces)); i++ {
		f := s.form(pieces[i])
		if s.lists.speech[f] {
			return true
		}
		if f == "," || f == "." || f == `"` || f == "“" {
			return false
		}
	}
	return false
}
