package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/lang"
)

// Split makes a plain document of a text: tokens at white space and
// punctuation, sentences at full stops and blank lines, no tags and no trees.
// It serves languages that package lang does not parse; Read does its best
// without grammar.
func Split(text string, paras []dateline.Paragraph) *lang.Doc {
	if len(paras) == 0 {
		paras = Paragraphs(text)
	}
	d := &lang.Doc{Text: text}
	for i, p := range paras {
		splitPara(d, i, p.Start, p.End)
	}
	d.Link()
	return d
}

// Paragraphs cuts a text at empty lines, and at the end of a line that ends a
// sentence or is short like a headline.
func Paragraphs(text string) []dateline.Paragraph {
	longest := 0
	for line := range strings.SplitSeq(text, "\n") {
		longest = max(longest, len(line))
	}
	var ps []dateline.Paragraph
	start, at := 0, 0
	flush := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			ps = append(ps, dateline.Paragraph{Start: start, End: end, Kind: dateline.Body, RepeatOf: -1})
		}
		start = end
	}
	for line := range strings.SplitAfterSeq(text, "\n") {
		at += len(line)
		if s := strings.TrimSpace(line); s == "" || endsLine(s, longest) && startsLine(text[at:]) {
			flush(at)
		}
	}
	flush(len(text))
	return ps
}

func endsLine(s string, longest int) bool {
	last := s[len(s)-1]
	return last == '.' || last == '!' || last == '?' || last == '"' || last == '\'' || strings.HasSuffix(s, "”") || len(s)*5 < longest*3
}

func startsLine(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\"'“‘`"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func splitPara(d *lang.Doc, para, at, end int) {
	first := len(d.Tokens)
	for at < end {
		r, n := utf8.DecodeRuneInString(d.Text[at:end])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		stop := tokenEnd(d.Text[at:end]) + at
		d.Tokens = append(d.Tokens, lang.Token{
			Start: at, End: stop, Form: d.Text[at:stop], Head: -1, Sent: len(d.Sentences),
			SpaceAfter: stop < end && isSpaceAt(d.Text, stop),
		})
		at = stop
		if endsSentence(d, first, at, end) {
			closeSentence(d, para, first)
			first = len(d.Tokens)
		}
	}
	if first < len(d.Tokens) {
		closeSentence(d, para, first)
	}
}

func closeSentence(d *lang.Doc, para, first int) {
	d.Sentences = append(d.Sentences, lang.Sentence{
		First: first, Last: len(d.Tokens), Para: para, Root: first,
		Start: d.Tokens[first].Start, End: d.Tokens[len(d.Tokens)-1].End,
	})
}

func isSpaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// tokenEnd is the end of the token at the start of s: a run of letters and
// digits with inner points, hyphens and commas, or a single sign.
func tokenEnd(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return n
	}
	end, prev := n, r
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			prev = r
			end += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[end+n:])
		inner := unicode.IsLetter(next) || unicode.IsDigit(next)
		switch {
		case strings.ContainsRune("-'’/&", r) && inner,
			strings.ContainsRune(".:,", r) && inner && unicode.IsDigit(prev) && unicode.IsDigit(next),
			r == '.' && inner && unicode.IsLetter(next),
			r == '.' && abbreviation(s[:end]):
			prev = r
			end += n
			continue
		}
		break
	}
	return end
}

var abbreviations = map[string]bool{
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true,
	"sept": true, "oct": true, "nov": true, "dec": true, "mon": true, "tue": true, "tues": true, "wed": true,
	"thu": true, "thurs": true, "fri": true, "sat": true, "sun": true, "mr": true, "mrs": true, "ms": true,
	"dr": true, "gen": true, "sen": true, "rep": true, "gov": true, "st": true, "col": true, "capt": true,
	"lt": true, "inc": true, "corp": true, "co": true, "no": true, "vs": true, "adm": true, "prof": true,
	"c": true, "ca": true, "jr": true, "sr": true, "dez": true, "okt": true, "mär": true,
}

func abbreviation(s string) bool {
	return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' || abbreviations[strings.ToLower(s)] ||
		strings.Contains(s, ".") && len(s) <= 5
}

// endsSentence looks at the last token and what follows it.
func endsSentence(d *lang.Doc, first, at, end int) bool {
	last := d.Tokens[len(d.Tokens)-1].Form
	if last != "." && last != "!" && last != "?" {
		return false
	}
	if n := len(d.Tokens); n-2 >= first && last == "." { // "18. Juni": an ordinal
		if p := d.Tokens[n-2].Form; len(p) <= 2 && p[0] >= '0' && p[0] <= '9' && d.Tokens[n-2].End == d.Tokens[n-1].Start {
			return false
		}
	}
	rest := strings.TrimLeft(d.Text[at:end], " \t\r\n\"”’')")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"'‘", r)
}
