package facts

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// key is the running hash of a folded name (FNV-1a, 64 bits, finished by mix).
type key uint64

const (
	emptyKey key = 14695981039346656037
	fnvPrime key = 1099511628211
)

// shape is how a name is written, as far as capitals tell names from words.
type shape uint8

const (
	anyCase shape = iota // "foreign minister": lower or upper
	mixed                // "al-Assad": some capital
	titled               // "Beijing": a capital first
	acronym              // "US": capitals throughout
)

// writing gathers what a stretch of text shows of its capitals.
type writing struct{ first, upper, lower, begun bool }

// admits reports whether a text written like w can be a name of shape s.
func (w writing) admits(s shape) bool {
	switch s {
	case mixed:
		return w.upper
	case titled:
		return w.first
	case acronym:
		return w.upper && !w.lower
	}
	return true
}

// add folds s into k: letters and digits only, lower case, no diacritics.
func (k key) add(s string, w *writing) key {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z':
				w.lower = true
				w.begun = true
			case 'A' <= c && c <= 'Z':
				w.upper = true
				w.first = w.first || !w.begun
				w.begun = true
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				w.first = w.first || !w.begun
				w.begun = true
			default:
				continue
			}
			k = (k ^ key(c)) * fnvPrime
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		k = k.addRune(r, w)
	}
	return k
}

func (k key) addRune(r rune, w *writing) key {
	if unicode.IsMark(r) || !(unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return k
	}
	switch {
	case unicode.IsLower(r):
		w.lower = true
	default: // upper, digit, or a script without case
		w.upper = true
		w.first = w.first || !w.begun
	}
	w.begun = true
	for _, c := range []byte(foldRune(r)) {
		k = (k ^ key(c)) * fnvPrime
	}
	return k
}

// mix spreads the bits of a finished key.
func (k key) mix() uint64 {
	x := uint64(k)
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	return x
}

// letters that do not decompose in Unicode.
var undecomposed = map[rune]string{
	'ß': "ss", 'ø': "o", 'đ': "d", 'ł': "l", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ð': "d",
	'þ': "th", 'ə': "a", 'ŋ': "n", 'ħ': "h", 'ŧ': "t", 'ʻ': "", 'ʼ': "", 'ʿ': "", 'ʾ': "", 'ʹ': "", 'ʺ': "",
}

const latinEnd = 0x1F00 // letters below are folded to ASCII if they can be

// latin maps every letter below latinEnd to its base letter.
var latin = sync.OnceValue(func() *[latinEnd]string {
	var table [latinEnd]string
	for r := range rune(latinEnd) {
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		table[r] = string(base)
	}
	return &table
})

// foldRune is the folded form of one letter, lower case.
func foldRune(r rune) string {
	r = unicode.ToLower(r)
	if s, ok := undecomposed[r]; ok {
		return s
	}
	if r >= latinEnd {
		return string(r)
	}
	return latin()[r]
}

// Fold is the form under which names are compared: lower case, no diacritics,
// single spaces; punctuation becomes space, apostrophes and points vanish.
func Fold(s string) string {
	out := make([]byte, 0, len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && len(out) > 0 {
				out = append(out, ' ')
			}
			space = false
			out = append(out, foldRune(r)...)
		case r == '\'' || r == '’' || r == '‘' || r == '.' || r == '`' || unicode.IsMark(r):
		default:
			space = true
		}
	}
	return string(out)
}

// hashOf is the mixed key of a whole name and its writing.
func hashOf(s string) (uint64, writing) {
	var w writing
	k := emptyKey.add(s, &w)
	return k.mix(), w
}

// shapeOf says what a text must show to be this name.
func shapeOf(alias string) shape {
	var w writing
	emptyKey.add(alias, &w)
	n := 0
	for _, r := range alias {
		if unicode.IsLetter(r) {
			n++
		}
	}
	switch {
	case !w.upper:
		return anyCase
	case !w.lower && n <= 6:
		return acronym
	case w.first:
		return titled
	}
	return mixed
}
