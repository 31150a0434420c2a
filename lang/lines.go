package lang

import (
	"strings"
	"unicode/utf8"

	"dateline"
)

// stretch is a run of text that no sentence crosses.
type stretch struct{ start, end, para int }

// stretches divides the text. Without paragraphs these are found at empty lines
// and at line breaks that are no mere wrapping; with them, such a break ends a
// sentence inside its paragraph.
func stretches(text string, paras []dateline.Paragraph) []stretch {
	var out []stretch
	if paras == nil {
		w := wrapWidth(text)
		n := 0
		for _, b := range blocks(text) {
			for _, l := range breakLines(text, b.start, b.end, w) {
				out = append(out, stretch{l.start, l.end, n})
				n++
			}
		}
		return out
	}
	w := -1
	at := 0
	for i, p := range paras {
		start, end := max(p.Start, at), min(p.End, len(text))
		if start >= end {
			continue // empty, or inside an earlier one
		}
		at = end
		if strings.IndexByte(text[start:end], '\n') < 0 {
			out = append(out, stretch{start, end, i})
			continue
		}
		if w < 0 {
			w = wrapWidth(text)
		}
		for _, b := range blocks(text[start:end]) {
			for _, l := range breakLines(text, start+b.start, start+b.end, w) {
				out = append(out, stretch{l.start, l.end, i})
			}
		}
	}
	return out
}

// blocks are the runs of lines between empty lines.
func blocks(text string) []stretch {
	var out []stretch
	start, at := 0, 0
	flush := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, stretch{start, end, 0})
		}
	}
	for line := range strings.SplitAfterSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			flush(at)
			start = at + len(line)
		}
		at += len(line)
	}
	flush(len(text))
	return out
}

// Widths between which a text can be wrapped at a margin, in runes.
const (
	narrowest = 40
	widest    = 120
)

// wrapWidth is the margin at which the lines of a text are wrapped, or 0 if each
// line is a paragraph. Wrapped lines end where the first word of the next would
// have crossed the margin.
func wrapWidth(text string) int {
	width := 0
	for line := range strings.SplitSeq(text, "\n") {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	if width < narrowest || width > widest {
		return 0
	}
	full, all := 0, 0
	lines := strings.Split(text, "\n")
	for i := 0; i+1 < len(lines); i++ {
		a, b := strings.TrimSpace(lines[i]), strings.TrimSpace(lines[i+1])
		if a == "" || b == "" {
			continue
		}
		all++
		if fills(a, b, width) {
			full++
		}
	}
	if all == 0 || full*10 < all*6 {
		return 0
	}
	return width
}

// fills reports whether line a had no room for the first word of line b.
func fills(a, b string, width int) bool {
	word, _, _ := strings.Cut(b, " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width-width/16
}

// breakLines divides a block at the line breaks that mean something.
func breakLines(text string, lo, hi, width int) []stretch {
	var out []stretch
	start, line := lo, lo
	for i := lo; i < hi; i++ {
		if text[i] != '\n' {
			continue
		}
		a := strings.TrimSpace(text[line:i])
		line = i + 1
		next, _, _ := strings.Cut(text[i+1:hi], "\n")
		next = strings.TrimSpace(next)
		if a == "" || next == "" {
			continue
		}
		if width > 0 && (fills(a, next, width) || !breaks(a, next)) {
			continue
		}
		out = append(out, stretch{start, i, 0})
		start = i + 1
	}
	return append(out, stretch{start, hi, 0})
}

// breaks reports whether a short line in a wrapped text ends something: a
// sentence or a heading before a line that begins one.
func breaks(a, next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return opens(r) && !strings.ContainsAny(a[len(a)-1:], ",;-(")
}
