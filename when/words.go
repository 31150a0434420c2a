package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/lang"
)

// word is a piece of a token: tokens are cut at hyphens, dashes, slashes and
// between digits and letters, so that the rules see "two-day", "6/18/31" and
// "10pm" in the same way whatever the tokenizer made of them.
type word struct {
	start, end int    // bytes of the text
	low        string // lower case, quotes and dashes folded
	tok, last  int32  // the token it belongs to; the last one, where it joins two
	glued      bool   // no white space before it
	upper      bool   // begins with a capital letter
	fresh      bool   // may begin a sentence that the splitter did not see
}

// wordsOf cuts the tokens [first, last) of doc into words, appended to buf.
func wordsOf(doc *lang.Doc, first, last int, buf []word) []word {
	prevEnd := -1
	for t := first; t < last; t++ {
		tok := &doc.Tokens[t]
		for s := tok.Start; s < tok.End; {
			n := cut(doc.Text[s:tok.End])
			raw := doc.Text[s : s+n]
			r, _ := utf8.DecodeRuneInString(raw)
			if !unicode.IsSpace(r) {
				if k := len(buf) - 1; s == prevEnd && s == tok.Start && isDigit(buf[k].low[0]) && suffix(raw) == len(raw) && plainDigits(buf[k].low) {
					buf[k].end, buf[k].last = s+n, int32(t) // "1980" + "s"
					buf[k].low += fold(raw)
					prevEnd = s + n
					s += n
					continue
				}
				buf = append(buf, word{
					start: s, end: s + n, low: trimDot(fold(raw)), tok: int32(t), last: int32(t),
					glued: s == prevEnd, upper: unicode.IsUpper(r),
				})
				prevEnd = s + n
			}
			s += n
		}
	}
	return buf
}

// cut is the length of the first word of s.
func cut(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case (r == '\'' || r == '’') && len(s) > n && s[n] >= '0' && s[n] <= '9':
		return n
	case r == '.' && len(s) > 1 && s[1] >= '0' && s[1] <= '9':
		return 1
	case isJoint(r), unicode.IsSpace(r):
		return n
	case r >= '0' && r <= '9':
		return cutDigits(s)
	}
	for i, r := range s {
		if i > 0 && (isJoint(r) || unicode.IsSpace(r) || r == '\'' && i > 0 && isClitic(s[i:]) || r == '’' && isClitic(s[i:])) {
			return i
		}
	}
	return len(s)
}

// cutDigits ends a number before a letter ("10pm"), but keeps "18th", "1980s",
// "1,200", "18:30" and "2.5" whole; "18.6.2031" and a final stop are cut.
func cutDigits(s string) int {
	i, dots, colon := 0, 0, false
	for i < len(s) {
		c := s[i]
		if c >= '0' && c <= '9' {
			i++
			continue
		}
		next := i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9'
		if !next || c != ',' && c != ':' && c != '.' {
			break
		}
		if c == '.' {
			dots++
		}
		colon = colon || c == ':'
		i++
	}
	if dots == 1 && i < len(s) && s[i] == '.' { // "18.6." before a space
		return strings.IndexByte(s, '.')
	}
	if j := suffix(s[i:]); j > 0 {
		return i + j
	}
	return i
}

// suffix is the length of an ordinal's or a decade's ending.
func suffix(s string) int {
	for _, e := range [...]string{"st", "nd", "rd", "th", "'s", "’s", "s"} {
		if len(s) >= len(e) && strings.EqualFold(s[:len(e)], e) {
			r, _ := utf8.DecodeRuneInString(s[len(e):])
			if len(s) == len(e) || !unicode.IsLetter(r) {
				return len(e)
			}
		}
	}
	return 0
}

func isJoint(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '—', '/', '(', ')', '[', ']', '"', '“', '”', '−':
		return true
	}
	return false
}

func isClitic(s string) bool {
	s = strings.ReplaceAll(s, "’", "'")
	return s == "'s" || s == "'ll" || s == "'d" || s == "'re" || s == "'ve" || s == "'" || strings.HasPrefix(s, "'s-")
}

// fold lowers s and folds typographic signs to ASCII.
func fold(s string) string {
	ascii, lower := true, true
	for i := 0; i < len(s); i++ {
		c := s[i]
		ascii = ascii && c < 0x80
		lower = lower && (c < 'A' || c > 'Z')
	}
	if ascii && lower {
		return s
	}
	if ascii {
		return strings.ToLower(s)
	}
	return folder.Replace(strings.ToLower(s))
}

var folder = strings.NewReplacer("’", "'", "‘", "'", "‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-")

// markFresh marks capital words of the closed list of openers behind a point:
// "at 4 p.m. The following day" is two sentences.
func (g *grammar) markFresh(text string, ws []word) {
	for i := 1; i < len(ws); i++ {
		if ws[i].upper && !ws[i].glued && text[ws[i-1].end-1] == '.' && (g.guards["opens"][ws[i].low] || g.guards["starts"][ws[i].low]) {
			ws[i].fresh = true
		}
	}
}

func plainDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
