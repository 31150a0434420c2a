package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// hint is what the markup of a page says of the paragraph at an offset.
type hint struct {
	start int
	kind  dateline.ParagraphKind
}

// split cuts a text into paragraphs. What stands before body is one paragraph
// that nobody reads. A line break ends a paragraph unless the text is wrapped
// to a width, as mail and wire copy are; then a blank line does.
func split(text string, body int, hints []hint) []dateline.Paragraph {
	var paras []dateline.Paragraph
	add := func(start, end int, kind dateline.ParagraphKind) {
		for start < end {
			r, n := utf8.DecodeRuneInString(text[start:end])
			if !unicode.IsSpace(r) {
				break
			}
			start += n
		}
		end = start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
		if start < end {
			paras = append(paras, dateline.Paragraph{Start: start, End: end, Kind: kind, RepeatOf: -1})
		}
	}
	add(0, body, dateline.DateStamp)
	lines := cutLines(text, body)
	width := wrapWidth(text, lines)
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && width > 0 && wraps(text, lines[j-1], lines[j], width) {
			j++
		}
		add(lines[i].start, lines[j-1].end, dateline.Body)
		i = j
	}
	return paras
}

type line struct{ start, end int }

func (l line) blank(text string) bool { return strings.TrimSpace(text[l.start:l.end]) == "" }

func cutLines(text string, from int) []line {
	var ls []line
	for from < len(text) {
		n := strings.IndexByte(text[from:], '\n')
		if n < 0 {
			n = len(text) - from
		}
		ls = append(ls, line{from, from + n})
		from += n + 1
	}
	return ls
}

// wrapWidth is the width to which a text is wrapped, 0 if it is not: no line
// is longer than 110 characters, and of the breaks inside blocks nearly all
// come where the next word would not have fitted.
func wrapWidth(text string, lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimRight(text[l.start:l.end], " \t\r")))
	}
	if width > 110 || width < 40 {
		return 0
	}
	forced, breaks := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i-1].blank(text) || lines[i].blank(text) {
			continue
		}
		breaks++
		if wraps(text, lines[i-1], lines[i], width) {
			forced++
		}
	}
	if breaks < 2 || forced*4 < breaks*3 {
		return 0
	}
	return width
}

// wraps reports whether the break between two lines is one of width only.
func wraps(text string, a, b line, width int) bool {
	if a.blank(text) || b.blank(text) {
		return false
	}
	next := text[b.start:b.end]
	if bullet(next) != "" {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	have := utf8.RuneCountInString(strings.TrimRight(text[a.start:a.end], " \t\r"))
	return have+1+utf8.RuneCountInString(first) > width-6
}

// bullet gives the mark with which a list item begins.
func bullet(s string) string {
	s = strings.TrimLeft(s, " \t\u00a0")
	for _, b := range []string{"• ", "- ", "* ", "– ", "— ", "▪ ", "● ", "·  ", "•\t", "-\t", "•\u00a0"} {
		if strings.HasPrefix(s, b) {
			return b
		}
	}
	return ""
}

// stampLines marks the paragraphs near the top and at the foot that hold only a
// date and takes the first full one as the publication day.
func stampLines(text string, paras []dateline.Paragraph, h *header) {
	for i := range paras {
		if i >= 6 && i < len(paras)-2 {
			continue // a day in the middle heads a section
		}
		p := &paras[i]
		if p.Kind != dateline.Body || p.End-p.Start > 80 {
			continue
		}
		if day, only := stampDay(text[p.Start:p.End]); only {
			p.Kind = dateline.DateStamp
			if day.Known() {
				h.setDay(day, "date line")
			}
		}
	}
}

// classify gives every paragraph its kind.
func classify(text string, paras []dateline.Paragraph, title string, hints []hint) {
	kindOf := map[int]dateline.ParagraphKind{}
	for _, h := range hints {
		kindOf[h.start] = h.kind
	}
	list := false // inside the list that a "Related" line heads
	for i := range paras {
		p := &paras[i]
		if p.Kind != dateline.Body {
			continue
		}
		s := text[p.Start:p.End]
		switch kind, heads := boilerplate()(s); {
		case kind != "":
			p.Kind, list = kind, heads
		case !strings.ContainsFunc(s, unicode.IsLetter):
			p.Kind = dateline.SeeAlso // "* * *"
		case list && !sentence(s):
			p.Kind = dateline.SeeAlso
		case kindOf[p.Start] != "":
			p.Kind, list = kindOf[p.Start], false
		case title != "" && len(s) < 2*len(title)+20 && sameWords(s, title):
			p.Kind, list = dateline.Headline, false
		case short(s) && !sentence(s):
			p.Kind, list = dateline.Headline, false
		default:
			list = false
		}
	}
	markKeyPoints(text, paras)
	for i := range paras {
		if paras[i].Kind == dateline.Body {
			paras[i].Kind = dateline.Lead
			break
		}
	}
}

// laterWords gives the words of each body paragraph, if there may be key points
// at all: a short first paragraph.
func laterWords(text string, paras []dateline.Paragraph, top []int) []map[string]bool {
	sets := make([]map[string]bool, len(paras))
	if len(top) < 3 || len(strings.Fields(text[paras[top[0]].Start:paras[top[0]].End])) > 50 {
		return sets
	}
	for j, p := range paras {
		if p.Kind == dateline.Body {
			sets[j] = setOf(fold(text[p.Start:p.End]))
		}
	}
	return sets
}

// speaker begins a turn of a transcript.
var speaker = regexp.MustCompile(`^(?:[A-Z][A-Z.’' -]+|Q|QUESTION|[A-Z][\w.’' -]{2,40}):\s`)

// short is the length of a heading, not of a paragraph.
func short(s string) bool { return len(s) <= 160 && len(strings.Fields(s)) <= 20 }

// sentence reports whether s ends as a sentence does.
func sentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] \u00a0")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r)
}

// markKeyPoints marks the summary lines ahead of the lead: list items, or at
// least two short paragraphs most of which the article tells again below.
func markKeyPoints(text string, paras []dateline.Paragraph) {
	var top []int // the body paragraphs of the top, headings skipped
	for i, p := range paras {
		if p.Kind == dateline.Body {
			if top = append(top, i); len(top) == 8 {
				break
			}
		}
	}
	points := 0
	for points < len(top) && bullet(text[paras[top[points]].Start:paras[top[points]].End]) != "" {
		points++
	}
	if points == 0 || points == len(top) {
		points = retold(text, paras, top)
	}
	if points == len(top) {
		return // a list is the article itself
	}
	for _, i := range top[:points] {
		paras[i].Kind = dateline.KeyPoint
	}
}

// retold counts the paragraphs of the top that are told again below: the
// longest run of at least two of which two thirds, the last among them, have
// most of their words in a later paragraph, and after which a paragraph longer
// than their average stands, as a lead is: lists of like lines are no summary.
func retold(text string, paras []dateline.Paragraph, top []int) int {
	best, hits, long := 0, 0, 0
	later := laterWords(text, paras, top)
	for n, i := range top[:max(0, len(top)-1)] {
		s := text[paras[i].Start:paras[i].End]
		if len(strings.Fields(s)) > 50 || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“") || speaker.MatchString(s) {
			break // quotations and transcripts are no summary
		}
		long += len(s)
		words, found := fold(s), false
		for j := i + 1; j < len(paras) && !found; j++ {
			found = later[j] != nil && contained(words, later[j]) >= 0.6 && !sameWords(s, text[paras[j].Start:paras[j].End])
		}
		if found {
			hits++
			next := paras[top[n+1]]
			if n >= 1 && hits*3 >= (n+1)*2 && (next.End-next.Start)*(n+1) > long {
				best = n + 1
			}
		}
	}
	return best
}

// headline is the first heading, if it stands before the lead.
func headline(text string, paras []dateline.Paragraph) string {
	for _, p := range paras {
		switch p.Kind {
		case dateline.Headline:
			return strings.Join(strings.Fields(text[p.Start:p.End]), " ")
		case dateline.Lead, dateline.Body:
			return ""
		}
	}
	return ""
}
