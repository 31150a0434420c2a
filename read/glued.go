package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// glued cuts out of a paragraph the cards that some pages hide behind names, and that
// stand in their text glued to them: "Bo Ek Ek BoPresident of Sudland met". Of a
// paragraph without any it gives nothing.
func glued(text string, from, to int) []words {
	if to-from > 1<<14 {
		return nil
	}
	ws := wordsIn(text, from, to)
	var out []words
	start := from
	for k := 1; k < len(ws); k++ {
		end := cardEnd(text, ws, k)
		if end < 0 {
			continue
		}
		cut := ws[k].from
		for cut > start && text[cut-1] == ' ' {
			cut--
		}
		out = append(out, words{from: start, to: cut})
		for start = ws[end].to; strings.IndexByte(".,;:", text[start-1]) >= 0; start-- {
		}
		if start+1 < to && text[start] == ' ' && strings.IndexByte(".,;:", text[start+1]) >= 0 {
			start++ // "of Sudland ."
		}
		k = end
	}
	if out != nil && start < to {
		out = append(out, words{from: start, to: to})
	}
	return out
}

// cardEnd is the last word of a card that begins with word k, or -1: the name before is
// said again, and in the next words a first name has run into an office.
func cardEnd(text string, ws []cell, k int) int {
	word := func(i int) string { return text[ws[i].from:ws[i].to] }
	again := false
	for d := 1; d <= 3 && d <= k; d++ {
		again = again || word(k) == word(k-d)
	}
	if r, _ := utf8.DecodeRuneInString(word(k)); !again || !unicode.IsUpper(r) {
		return -1
	}
	for g := k; g < len(ws) && g <= k+3; g++ {
		if r, _ := utf8.DecodeRuneInString(word(g)); !unicode.IsUpper(r) {
			return -1
		}
		if _, office := seam(word(g)); office == "" || !cardOffices[strings.ToLower(office)] {
			continue
		}
		for g+1 < len(ws) && officeGoesOn(text, ws, g+1) {
			g++
		}
		return g
	}
	return -1
}

// seam is where two words have run into one: "BoPresident" is "Bo", "President".
func seam(w string) (name, office string) {
	var last rune
	for i, r := range w {
		if unicode.IsLower(last) && unicode.IsUpper(r) {
			return w[:i], strings.TrimRight(w[i:], ".,;:")
		}
		last = r
	}
	return w, ""
}

// officeGoesOn reports whether a word goes on with an office: another capital, or what joins
// it to one.
func officeGoesOn(text string, ws []cell, i int) bool {
	before := text[ws[i-1].from:ws[i-1].to]
	if strings.ContainsAny(before[len(before)-1:], ".,;:)") {
		return false
	}
	w := text[ws[i].from:ws[i].to]
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
		return true
	}
	return i+1 < len(ws) && (w == "of" || w == "the" || w == "for" || w == "to" && strings.HasSuffix(before, "r"))
}

// wordsIn are the stretches of a text between its blanks.
func wordsIn(text string, from, to int) []cell {
	var out []cell
	start := -1
	for i := from; i <= to; i++ {
		blank := i == to || text[i] == ' ' || text[i] == '\n' || text[i] == '\t'
		if !blank && start < 0 {
			start = i
		}
		if blank && start >= 0 {
			out = append(out, cell{start, i})
			start = -1
		}
	}
	return out
}

var cardOffices = wordSet(`president prime foreign minister deputy presidential chairman chairwoman head defence defense aide governor plenipotentiary former director
	secretary chancellor king queen emir crown sultan speaker ambassador commissioner general federal first acting mayor chief leader vice member ceo supreme finance`)
