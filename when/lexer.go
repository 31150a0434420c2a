package when

import (
	"strconv"
	"strings"
)

// lexerCats are the categories that numerals in digits get without a table.
var lexerCats = []string{
	"INT",       // any whole number: 18, 1,200
	"FLOAT",     // 2.5
	"DD",        // 1..31
	"MM",        // 1..12
	"HH",        // 0..24
	"YY",        // two digits, or with an apostrophe
	"YEAR4",     // 1000..2199
	"YEARNOW",   // 1900..2059
	"YEARSMALL", // 100..999: a year only behind AD or before BC
	"ORDN",      // 18th
	"DECADE4",   // 1980s
	"DECADE2",   // 80s, '80s
	"CLOCK",     // 18:30, 6:05:10
	"MIL",       // 0800
	"DOTTED",    // 18.6.2031
	"ISOCLOCK",  // T18:30:00Z
	"HOURDOT",   // 18.30
}

const (
	lxInt = iota
	lxFloat
	lxDD
	lxMM
	lxHH
	lxYY
	lxYear4
	lxYearNow
	lxYearSmall
	lxOrdN
	lxDecade4
	lxDecade2
	lxClock
	lxMil
	lxDotted
	lxIsoClock
	lxHourDot
	nLexer
)

// lexical adds what word i means by itself.
func (c *chart) lexical(i int) {
	w := &c.words[i]
	if b := w.low[0]; b >= '0' && b <= '9' || b == '\'' && len(w.low) > 2 {
		c.numeral(i, w.low)
	}
	if w.glued && len(w.low) >= 6 && w.low[0] == 't' && isDigit(w.low[1]) {
		c.isoClock(i, w.low[1:])
	}
	for _, e := range c.g.words[w.low] {
		if e.capital && !w.upper {
			continue
		}
		c.lex(i, e.sym, e.node)
	}
}

func (c *chart) lex(i, sym int, n *node) {
	c.at[i] = append(c.at[i], edge{int32(i), int32(i + 1), sym, n, nil})
}

func (c *chart) lexNum(i, lx, v int) {
	c.lex(i, c.g.lexer[lx], &node{kind: kNum, num: float64(v), digits: true})
}

// numeral sorts a number written in digits.
func (c *chart) numeral(i int, s string) {
	apostrophe := s[0] == '\''
	if apostrophe {
		s = s[1:]
	}
	digits, rest := leadingDigits(s)
	if digits == "" {
		return
	}
	v, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 9 {
		return
	}
	switch {
	case rest == "":
		c.plainNumber(i, digits, v, apostrophe)
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		c.lex(i, c.g.lexer[lxOrdN], &node{kind: kNum, num: float64(v), digits: true, ordinal: true})
	case rest == "'s" && v%10 != 0: // "in 2003's comedy"
		c.plainNumber(i, digits, v, apostrophe)
	case rest == "s" || rest == "'s":
		c.decade(i, digits, v)
	case rest[0] == ':':
		c.clock(i, s)
	case rest[0] == ',' || rest[0] == '.':
		c.pointed(i, s)
	}
}

func leadingDigits(s string) (digits, rest string) {
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	return s[:k], s[k:]
}

func (c *chart) plainNumber(i int, s string, v int, apostrophe bool) {
	if apostrophe {
		return
	}
	if len(s) == 2 {
		c.lexNum(i, lxYY, v)
	}
	c.lexNum(i, lxInt, v)
	if len(s) <= 2 {
		if v >= 1 && v <= 31 {
			c.lexNum(i, lxDD, v)
		}
		if v >= 1 && v <= 12 {
			c.lexNum(i, lxMM, v)
		}
		if v <= 24 {
			c.lexNum(i, lxHH, v)
		}
	}
	if len(s) == 4 && v >= 1000 && v < 2200 {
		c.lexNum(i, lxYear4, v)
		if v >= 1900 && v < 2060 {
			c.lexNum(i, lxYearNow, v)
		}
	}
	if len(s) == 3 && v >= 100 {
		c.lexNum(i, lxYearSmall, v)
	}
	if len(s) == 4 && v/100 <= 24 && v%100 < 60 {
		c.lex(i, c.g.lexer[lxMil], &node{kind: kNum, clock: s[:2] + ":" + s[2:]})
	}
}

func (c *chart) decade(i int, s string, v int) {
	switch {
	case v%10 != 0:
	case len(s) == 4 && v >= 1000 && v < 2200:
		f := noFields
		f.decade = v / 10
		if v%100 == 0 && v < 2000 { // "the 1900s": the century
			f.decade, f.century = unset, v/100
		}
		c.lex(i, c.g.lexer[lxDecade4], &node{kind: kDate, f: f})
	case len(s) == 2 && v > 0:
		f := noFields
		f.decade, f.short = v/10, true
		c.lex(i, c.g.lexer[lxDecade2], &node{kind: kDate, f: f})
	}
}

func (c *chart) clock(i int, s string) {
	h, rest := leadingDigits(s)
	m, more := leadingDigits(rest[1:])
	hv, _ := strconv.Atoi(h)
	mv, err := strconv.Atoi(m)
	if err != nil || hv > 24 || mv > 59 || len(m) != 2 {
		return
	}
	t := two(hv) + ":" + m
	if len(more) == 3 && more[0] == ':' {
		t += more
	}
	c.lex(i, c.g.lexer[lxClock], &node{kind: kNum, num: float64(hv), clock: t})
}

// isoClock reads 18:30, 18:30:00 and a final Z.
func (c *chart) isoClock(i int, s string) {
	t := strings.TrimSuffix(s, "z")
	zone := ""
	if t != s {
		zone = "Z"
	}
	if len(t) < 5 || len(t) > 8 || atoi(t[:2]) < 0 || atoi(t[:2]) > 24 || t[2] != ':' || atoi(t[3:5]) < 0 || atoi(t[3:5]) > 59 {
		return
	}
	if len(t) > 5 && (len(t) != 8 || t[5] != ':' || atoi(t[6:]) < 0 || atoi(t[6:]) > 60) {
		return
	}
	c.lex(i, c.g.lexer[lxIsoClock], &node{kind: kNum, clock: t, zone: zone})
}

// pointed reads 1,200 and 2.5; "18." is an ordinal where a language says so.
func (c *chart) pointed(i int, s string) {
	if p := strings.Split(s, "."); len(p) == 3 {
		d, m, y := atoi(p[0]), atoi(p[1]), atoi(p[2])
		if n := numericDate([]*node{numOf(d), numOf(m), numOf(y), {code: "dm"}}); n != nil {
			c.lex(i, c.g.lexer[lxDotted], n)
		}
		return
	}
	if h, m, ok := strings.Cut(s, "."); ok && len(m) == 2 && atoi(h) >= 0 && atoi(h) < 25 && atoi(m) >= 0 && atoi(m) < 60 {
		c.lex(i, c.g.lexer[lxHourDot], &node{kind: kNum, clock: two(int(atoi(h))) + ":" + m})
	}
	flat := make([]byte, 0, len(s))
	dot, comma := false, c.g.guards["decimal"][","]
	for k := 0; k < len(s); k++ {
		switch {
		case s[k] == ',' && !comma:
		case s[k] == '.' && comma: // 1.200 where the comma is the decimal sign
		case s[k] == '.' || s[k] == ',':
			dot = true
			flat = append(flat, '.')
		case s[k] >= '0' && s[k] <= '9':
			flat = append(flat, s[k])
		default:
			return
		}
	}
	v, err := strconv.ParseFloat(string(flat), 64)
	if err != nil || v > 1e9 {
		return
	}
	lx := lxInt
	if dot {
		lx = lxFloat
	}
	c.lex(i, c.g.lexer[lx], &node{kind: kNum, num: v, digits: true})
}

func atoi(s string) float64 {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return float64(n)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func cutPhrase(s string) []word {
	var ws []word
	prev := -1
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		for i < j {
			n := cut(s[i:j])
			ws = append(ws, word{start: i, end: i + n, low: trimDot(fold(s[i : i+n])), glued: i == prev})
			i += n
			prev = i
		}
	}
	return ws
}

// trimDot drops the point of an abbreviation ("oct." is "oct").
func trimDot(s string) string {
	if len(s) > 1 && s[len(s)-1] == '.' {
		return s[:len(s)-1]
	}
	return s
}
