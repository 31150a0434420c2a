package lang

import (
	"strings"
	"unicode/utf8"
)

// fused are words that the treebanks cut in two without an apostrophe; the
// number is the length of the first part.
var fused = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2,
	"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "arent": 3,
	"thats": 4, "theres": 5, "youre": 3, "theyre": 4, "im": 1, "ive": 1,
}

// clitics end words after an apostrophe.
var clitics = map[string]bool{"s": true, "ll": true, "re": true, "ve": true, "d": true, "m": true}

// word emits text[a:b] as one piece, or as a word and its clitics.
func (s *scanner) word(a, b int) {
	w := s.text[a:b]
	if len(w) <= 7 && len(w) >= 2 {
		if k := fused[w]; k > 0 || w[0] <= 'Z' && fused[strings.ToLower(w)] > 0 {
			if k == 0 {
				k = fused[strings.ToLower(w)]
			}
			s.emit(a, a+k)
			s.glue(a+k, b)
			return
		}
	}
	if plain(w) {
		s.emit(a, b)
		return
	}
	if k := s.unit(w); k > 0 {
		s.emit(a, a+k)
		s.emit(a+k, b)
		return
	}
	s.cutClitics(a, b)
}

func (s *scanner) glue(a, b int) {
	s.out = append(s.out, piece{start: a, end: b, glued: true})
}

// cutClitics splits n't, 's, 'll … off the end of a word, as often as there are
// any ("shouldn't've").
func (s *scanner) cutClitics(a, b int) {
	cut := cliticStart(s.text[a:b])
	if cut <= 0 {
		s.emit(a, b)
	} else {
		s.cutClitics(a, a+cut)
		s.glue(a+cut, b)
	}
}

// cliticStart is where the last clitic of a word begins, or 0.
func cliticStart(w string) int {
	i := strings.LastIndexAny(w, "'’`ʼ´")
	if i <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	tail := strings.ToLower(w[i+n:])
	if tail == "t" && i >= 2 && w[i-1]|0x20 == 'n' {
		return i - 1
	}
	if clitics[tail] {
		return i
	}
	return 0
}

// unit is the length of the number in "5pm" or "30bn", or 0.
func (s *scanner) unit(w string) int {
	n := 0
	for n < len(w) && (digit(w[n]) || w[n] == '.' || w[n] == ',' || w[n] == ':') {
		n++
	}
	if n == 0 || n == len(w) || !digit(w[0]) {
		return 0
	}
	tail := w[n:]
	if s.lists.units[tail] || tail == "a.m." || tail == "p.m." || tail == "a.m" || tail == "p.m" {
		return n
	}
	return 0
}
