package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a token before it has tags: bytes [start, end) of the text.
type piece struct {
	start, end int
	glued      bool // a clitic: part of the same written word as the piece before
}

// scanner cuts a stretch of text into pieces.
type scanner struct {
	text  string
	lists *wordLists
	out   []piece
	quote bool // a single quotation mark is open
}

// widestChunk bounds the bytes between white space that are looked at together,
// so that a line of megabytes takes no more than its share of time.
const widestChunk = 1024

// scan cuts text[lo:hi], in which white space separates.
func (s *scanner) scan(lo, hi int) {
	for i := lo; i < hi; {
		if n := blank(s.text[i:hi]); n > 0 {
			i += n
			continue
		}
		end := i
		for end < hi && end-i < widestChunk {
			if c := s.text[end]; c < utf8.RuneSelf && c > ' ' {
				end++
				continue
			}
			if blank(s.text[end:hi]) > 0 {
				break
			}
			_, n := utf8.DecodeRuneInString(s.text[end:hi])
			end += n
		}
		s.chunk(i, end, hi)
		i = end
	}
}

// blank is the length of the white-space rune at the beginning of s, or 0.
// Spaces without width count, too.
func blank(s string) int {
	c := s[0]
	if c < utf8.RuneSelf {
		if c <= ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u2060' {
		return n
	}
	return 0
}

func (s *scanner) emit(a, b int) {
	if a < b {
		s.out = append(s.out, piece{start: a, end: b})
	}
}

// chunk cuts text[a:b], which holds no white space.
func (s *scanner) chunk(a, b, hi int) {
	if plain(s.text[a:b]) {
		s.word(a, b)
		return
	}
	if s.lists.faces[s.text[a:b]] {
		s.emit(a, b)
		return
	}
	for a < b {
		if n := address(s.text[a:b]); n > 0 {
			s.emit(a, a+n)
			a += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[a:b])
		if wordRune(r) || r == '\'' && s.elided(a, b) || r == '’' && s.elided(a, b) {
			end := s.wordEnd(a, b, hi)
			s.word(a, end)
			a = end
			continue
		}
		if s.lists.faces[s.text[a:b]] {
			s.emit(a, b)
			return
		}
		a = s.mark(a, b, r, n)
	}
}

// plain reports whether a chunk is ASCII letters alone.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200c' || r == '\u200d'
}

// elided reports whether the apostrophe at a begins a word: '90s, 'em, 'tis.
func (s *scanner) elided(a, b int) bool {
	_, n := utf8.DecodeRuneInString(s.text[a:b])
	rest := s.text[a+n : b]
	if len(rest) >= 2 && digit(rest[0]) && digit(rest[1]) && (len(rest) == 2 || !digit(rest[2])) {
		return true
	}
	w := strings.ToLower(strings.TrimRight(rest, ".,;:!?"))
	return w == "em" || w == "til" || w == "tis" || w == "twas" || w == "cause" || w == "bout"
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// mark emits the punctuation or symbol at a: a run of the same sign (or of
// "?!") is one piece.
func (s *scanner) mark(a, b int, r rune, n int) int {
	end := a + n
	switch {
	case strings.ContainsRune(`.-*=_~#`, r) || r == '—' || r == '…':
		for end < b && strings.HasPrefix(s.text[end:b], string(r)) {
			end += n
		}
	case r == '!' || r == '?':
		for end < b && (s.text[end] == '!' || s.text[end] == '?') {
			end++
		}
	case strings.ContainsRune("<>'`‘’", r):
		if strings.HasPrefix(s.text[end:b], string(r)) { // <<, >>, ''
			end += n
		}
	case r == '+' && end < b && digit(s.text[end]): // +1
		for end < b && digit(s.text[end]) {
			end++
		}
	case r == '\ufffd' && n == 1:
		// a byte that is no UTF-8 stands alone
	default:
		for end < b { // combining marks go with their base
			m, k := utf8.DecodeRuneInString(s.text[end:b])
			if !unicode.IsMark(m) {
				break
			}
			end += k
		}
	}
	possessive := (r == '\'' || r == '’') && s.possessive(a)
	if !possessive {
		s.quotes(r, a)
	}
	s.emit(a, end)
	s.out[len(s.out)-1].glued = possessive
	return end
}

// possessive reports whether the apostrophe at a ends a plural: "ministers'".
func (s *scanner) possessive(a int) bool {
	return a > 0 && s.text[a-1]|0x20 == 's' && !s.quote && len(s.out) > 0 && s.out[len(s.out)-1].end == a
}

// quotes keeps track of single quotation marks, which look like apostrophes.
func (s *scanner) quotes(r rune, a int) {
	if r == '‘' || r == '\'' && (a == 0 || !wordBefore(s.text[:a])) {
		s.quote = true
	} else if r == '’' || r == '\'' {
		s.quote = false
	}
}

func wordBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wordRune(r) || strings.ContainsRune(".,!?)", r)
}
