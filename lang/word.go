package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordEnd finds the end of the word that begins at a, at most b. White space
// follows b, or the end of the paragraph at hi.
func (s *scanner) wordEnd(a, b, hi int) int {
	t := s.text
	i := a
	if t[i] == '\'' || strings.HasPrefix(t[i:], "’") {
		_, n := utf8.DecodeRuneInString(t[i:])
		i += n
	}
	for i < b {
		r, n := utf8.DecodeRuneInString(t[i:b])
		if wordRune(r) {
			i += n
			continue
		}
		rest := t[i+n : b]
		if r == '.' {
			if s.stopInside(a, i, b, hi) {
				i += n
				continue
			}
			break
		}
		if k := s.joins(a, i, r, rest); k > 0 {
			i += n + k - 1
			if r == '$' {
				break // the amount is a word of its own
			}
			continue
		}
		break
	}
	return i
}

// joins reports whether the sign r at i belongs to the word text[a:i] together
// with rest: 0 if not, else 1 more than the bytes of rest that go with it.
func (s *scanner) joins(a, i int, r rune, rest string) int {
	if rest == "" {
		if r == '$' && money(s.text[a:i]) {
			return 1
		}
		return 0
	}
	before, next := s.text[i-1], rest[0]
	letterNext := next|0x20 >= 'a' && next|0x20 <= 'z' || next >= utf8.RuneSelf && nextLetter(rest)
	switch r {
	case ',':
		if digit(before) && digit(next) {
			return 1
		}
	case ':':
		if digit(before) && digit(next) && i-a <= 2 {
			return 1
		}
	case '\'', '’', '`', 'ʼ', '´':
		if letterNext {
			return 1
		}
	case '&', '*':
		if letterNext && (r == '*' || i-a <= 3 && upper(before) == upper(next)) {
			return 1
		}
	case '@':
		if letterNext {
			return 1
		}
	case '/':
		if numericSlash(s.text[a:i], rest) {
			return 1
		}
	case '$':
		if money(s.text[a:i]) {
			return 1
		}
	case '-', '‑', '‐':
		return s.hyphen(s.text[a:i], rest)
	case '(':
		if strings.HasPrefix(rest, "s)") {
			return 3
		}
	}
	return 0
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

func nextLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// money reports whether letters before a dollar sign belong to it: US$.
func money(s string) bool {
	switch s {
	case "US", "U", "A", "AU", "C", "CA", "HK", "NZ", "S", "R", "NT":
		return true
	}
	return false
}

// numericSlash: 9/11, 1/2, 11/28/2000, but not 2001/02.
func numericSlash(before, after string) bool {
	n := 0
	for n < len(after) && digit(after[n]) {
		n++
	}
	if i := strings.LastIndexByte(before, '/'); i >= 0 {
		before = before[i+1:]
	}
	return n > 0 && len(before) <= 2 && allDigits(before) && (n <= 2 || n == 4)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

// hyphen decides whether a hyphen stays inside its word: after a prefix
// ("anti-war"), in telephone numbers and in dates of digits. Other compounds
// are three words or more, as in the English treebanks.
func (s *scanner) hyphen(before, rest string) int {
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0
	}
	last := before
	if i := strings.LastIndexAny(before, "-"); i >= 0 {
		last = before[i+1:]
	}
	if allDigits(last) {
		n := 0
		for n < len(rest) && digit(rest[n]) {
			n++
		}
		phone := len(last) == 3 && (n == 4 || n == 3)
		iso := strings.Contains(before, "-") && n > 0 && n <= 4 || len(last) == 4 && n == 2 && len(rest) >= 5 && rest[2] == '-' || len(last) <= 2 && n > 0 && n <= 2 && len(rest) > n+4 && rest[n] == '-'
		if (phone || iso) && (n == len(rest) || !wordRune(rune(rest[n]))) {
			return 1
		}
		return 0
	}
	if len(before) <= 8 && s.lists.prefixes[strings.ToLower(before)] {
		return 1
	}
	return 0
}

// stopInside decides whether the full stop at i belongs to the word that began
// at a: inside numbers, acronyms and names of files, and after abbreviations.
func (s *scanner) stopInside(a, i, b, hi int) bool {
	t := s.text
	w := t[a:i]
	if i+1 < b {
		r, _ := utf8.DecodeRuneInString(t[i+1 : b])
		switch {
		case unicode.IsDigit(r):
			return digit(t[i-1]) || len(w) > 1 && strings.ContainsAny(w, "0123456789_")
		case unicode.IsLetter(r):
			return dotted(w) || !runOn(w, t[i+1:b])
		case r == '.':
			return dotted(w) && strings.Contains(w, ".") && !strings.HasPrefix(t[i+1:b], "..")
		}
	}
	return s.abbreviated(a, i, b, hi)
}

// dotted reports whether a word is an acronym as far as it goes: U, U.S, Ph.
func dotted(w string) bool {
	if i := strings.LastIndexByte(w, '.'); i >= 0 {
		if !dotted(w[:i]) {
			return false
		}
		w = w[i+1:]
		r, n := utf8.DecodeRuneInString(w)
		return unicode.IsLetter(r) && (n == len(w) || len(w) == 2)
	}
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) && (n == len(w) || len(w) == 2 && unicode.IsUpper(r) && w[1] >= 'a')
}

// runOn reports whether a new sentence begins right behind a stop without a
// space: "ended.The".
func runOn(w, next string) bool {
	if len(w) < 2 || !plainLower(w[1:]) {
		return false
	}
	r, n := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r) && (n == len(next) || !strings.ContainsAny(next, "./@_"))
}

func plainLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// abbreviated decides about a full stop with nothing of the word behind it.
func (s *scanner) abbreviated(a, i, b, hi int) bool {
	t := s.text
	w := t[a : i+1]
	if len(w) > 12 {
		return false
	}
	after := strings.TrimLeftFunc(t[i+1:b], func(r rune) bool { return strings.ContainsRune(`)]}"'”’`, r) })
	next := firstVisible(t[b:hi])
	word := t[a:i]
	switch s.lists.abbreviations[w] {
	case beforeName:
		return true
	case beforeAny:
		return true
	case beforeNumber:
		return after == "" && (unicode.IsDigit(next) || next == '#' || next == '(')
	}
	if dotted(word) && strings.Contains(word, ".") {
		return true
	}
	if n := utf8.RuneCountInString(word); n == 1 && after == "" && i+1 == b {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && r != 'I' && unicode.IsUpper(next) && s.nameBefore(a)
	}
	// "Calif.," is an abbreviation whatever it means.
	return strings.HasPrefix(t[i+1:b], ",") && len(word) <= 5 && unicode.IsLetter(rune(word[0]))
}

// nameBefore reports whether an initial at a can stand in a name: at the
// beginning, or after a capitalised word or an opening sign.
func (s *scanner) nameBefore(a int) bool {
	n := len(s.out)
	if n == 0 {
		return true
	}
	p := s.out[n-1]
	r, _ := utf8.DecodeRuneInString(s.text[p.start:p.end])
	if unicode.IsUpper(r) {
		return true
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return true
	}
	switch s.text[p.start:p.end] { // "by J. Lind", "and W. Okafor"
	case "by", "and", "of", "with", "to", "from", "for", "de", "van", "von", "than", "like", "as", "that", "when", "whom":
		return true
	}
	return false
}

// firstVisible is the first rune of s that is no white space.
func firstVisible(s string) rune {
	for s != "" {
		n := blank(s)
		if n == 0 {
			r, _ := utf8.DecodeRuneInString(s)
			return r
		}
		s = s[n:]
	}
	return 0
}
