package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Features is what the network sees of a token: rows of the input tables. It
// depends on the form and on Flags alone, so that equal pairs share a vector.
type Features struct {
	Word   int32 // row of the word table; 0 for unknown words
	Suffix [4]int32
	Prefix [3]int32
	Shape  int32
	Grams  []int32
	Flags  uint32 // bits: Flag…
}

// Flags of a token. Those of Gazetteer classes follow flagGazetteer in pairs:
// beginning of a match, inside of a match.
const (
	flagFirst     = iota // first of its sentence
	flagUpper            // all words of the sentence are in capitals
	flagTitle            // nearly all words are capitalised, as in headlines
	flagLower            // no capital in the sentence
	flagCase             // flagCase+b: bucket b of how often raw text capitalises the word
	flagGazetteer = flagCase + 5
	flagGiven     = flagGazetteer + 2*matchClasses
	flagSurname   = flagGiven + 1
	FlagRows      = 32 // rows of the flag table
	maxGrams      = 24
	caseUnknown   = 0
)

// hash is FNV-1a with a final mix; the seed keeps kinds of feature apart.
func hash(seed uint64, s string) uint64 {
	h := 14695981039346656037 ^ seed*0x9E3779B97F4A7C15
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// Norm is the form under which a word is looked up: lower case, digits as 0,
// typographic quotes and dashes as ASCII.
func Norm(form string) string {
	plain := true
	for i := range len(form) {
		c := form[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || '1' <= c && c <= '9' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '0'
		case r == '’' || r == '‘':
			return '\''
		case r == '“' || r == '”':
			return '"'
		case r == '–' || r == '—':
			return '-'
		}
		return unicode.ToLower(r)
	}, form)
}

// shape abbreviates a form: X for capitals, x for small letters, d for digits,
// other runes as they are, runs cut at three.
func shape(form string) string {
	var b [24]byte
	n, run := 0, 0
	var last byte
	for _, r := range form {
		var c byte
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		default:
			c = '?'
		}
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run > 3 {
			continue
		}
		b[n] = c
		if n++; n == len(b) {
			break
		}
	}
	return string(b[:n])
}

// isUpperFirst reports whether a form begins with a capital.
func isUpperFirst(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// sentenceFlags are the flags that all tokens of a sentence share.
func sentenceFlags(forms []string) uint32 {
	words, capital, upper, lower := 0, 0, 0, 0
	for _, f := range forms {
		hasLower, hasUpper, letters := false, false, 0
		for _, r := range f {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsUpper(r) {
					hasUpper = true
				} else {
					hasLower = true
				}
			}
		}
		if letters == 0 {
			continue
		}
		words++
		if isUpperFirst(f) {
			capital++
		}
		if hasUpper && !hasLower && letters > 1 {
			upper++
		}
		if !hasUpper {
			lower++
		}
	}
	switch {
	case words >= 2 && upper*10 >= words*7:
		return 1 << flagUpper
	case words >= 3 && capital*10 >= words*7:
		return 1 << flagTitle
	case words >= 3 && lower == words:
		return 1 << flagLower
	}
	return 0
}

// Features finds the table rows for the tokens of one sentence.
func (l *Lexicon) Features(c *Config, forms []string) []Features {
	out := make([]Features, len(forms))
	flags := l.Flags(forms)
	for i, f := range forms {
		out[i] = l.word(c, f)
		out[i].Flags |= flags[i]
	}
	return out
}

// Flags are the flags of the tokens of a sentence but for that of case, which
// belongs to the word.
func (l *Lexicon) Flags(forms []string) []uint32 {
	out := make([]uint32, len(forms))
	shared := sentenceFlags(forms)
	for i := range out {
		out[i] = shared
	}
	if len(out) > 0 {
		out[0] |= 1 << flagFirst
	}
	l.Gazetteer.mark(forms, out)
	return out
}

// word finds the rows that depend on the form alone.
func (l *Lexicon) word(c *Config, form string) Features {
	n := Norm(form)
	var f Features
	f.Word = l.words.get(hash(1, n))
	b := caseUnknown
	if f.Word > 0 {
		b = int(l.Case[f.Word])
	}
	f.Flags = 1 << (flagCase + b)
	for i := range f.Suffix {
		f.Suffix[i] = int32(hash(uint64(10+i), n[max(0, len(n)-i-1):]) & uint64(c.SuffixRows-1))
	}
	for i := range f.Prefix {
		f.Prefix[i] = int32(hash(uint64(20+i), n[:min(len(n), i+1)]) & uint64(c.PrefixRows-1))
	}
	f.Shape = int32(hash(30, shape(form)) & uint64(c.ShapeRows-1))
	f.Grams = grams(n, c.GramRows)
	return f
}

// grams are the hashed sequences of three and four bytes of a word with its
// borders marked.
func grams(n string, rows int) []int32 {
	w := "<" + n + ">"
	var out []int32
	for k := 3; k <= 4; k++ {
		for i := 0; i+k <= len(w) && len(out) < maxGrams; i++ {
			out = append(out, int32(hash(uint64(40+k), w[i:i+k])&uint64(rows-1)))
		}
	}
	return out
}
