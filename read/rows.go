package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
)

// Rows of tables and of agendas tell events without sentences: "Foreign Minister Ada Lind
// | Velmar | Attended the Harbour Ministerial." The first cell that is no date is who does
// it, the last what is done: a verb without its subject, or the name of a meeting or
// journey. A cell between them is the place; a state beside somebody who is only told by
// an office is his own.

// cell is a stretch of a text.
type cell struct{ from, to int }

// rowSentences says a row of cells in sentences, none if it tells of nothing that is done.
func rowSentences(text string, from, to int, f *facts.Facts) []words {
	cells := cellsOf(text, from, to)
	if len(cells) < 2 {
		return nil
	}
	dates := takeDates(text, &cells)
	if len(cells) < 2 || len(cells) > mostCells {
		return nil
	}
	doer, act := cells[0], cells[len(cells)-1]
	if !namesDoer(text[doer.from:doer.to]) {
		return nil
	}
	var place []words
	if len(cells) > 2 {
		place = pick(cells[1].from, cells[1].to, nil)
	}
	who := pick(doer.from, doer.to, nil)
	if place != nil && ownState(text[doer.from:doer.to], text[place[0].from:place[0].to], f) {
		who, place = append(who, words{fill: " of "}, place[0]), nil
	}
	var out []words
	for _, part := range acts(text, act) {
		does := actOf(text, part)
		if does == nil {
			return nil
		}
		if len(out) > 0 {
			out = append(out, words{fill: " "})
		}
		switch {
		case place == nil:
			out = append(append(append(out, who...), words{fill: " "}), does...)
		case does[0].fill == "made ": // a visit
			out = append(append(append(out, who...), words{fill: " "}), does...)
			out = append(append(out, words{fill: " to "}), place...)
		case !telling(text[part.from:part.to]):
			out = append(append(append(out, who...), words{fill: " travelled to "}), place...)
			out = append(append(out, words{fill: " and "}), does...)
		default:
			out = append(append(append(out, words{fill: "In "}), place...), words{fill: ", "})
			out = append(append(append(out, who...), words{fill: " "}), does...)
		}
		for _, d := range dates {
			out = append(out, words{fill: ", "}, words{from: d.from, to: d.to})
		}
		out = append(out, words{fill: "."})
	}
	return out
}

// telling reports whether an act tells by itself that somebody was at the place: who
// accompanied somebody or offered condolences there only travelled.
func telling(act string) bool {
	first, _, _ := strings.Cut(strings.ToLower(act), " ")
	return !companions[first]
}

var companions = wordSet("supported accompanied accompanies joined joins offered led leads represented delivered paid conveyed expressed toured headed")

// mostCells bounds the cells of a row besides its dates: number, name, place, act, note.
const mostCells = 5

// cellsOf cuts a line at bars and tabs.
func cellsOf(text string, from, to int) []cell {
	if to-from > longestRow || strings.ContainsRune(text[from:to], '\n') {
		return nil
	}
	var out []cell
	for start, i := from, from; i <= to; i++ {
		if i < to && text[i] != '|' && text[i] != '\t' {
			continue
		}
		if a, b := trimmed(text, start, i); a < b {
			out = append(out, cell{a, b})
		}
		start = i + 1
	}
	return out
}

// longestRow is how many bytes a row may have; what is longer is prose with a bar in it.
const longestRow = 600

// dateCell is a cell that is nothing but a day, a span of days or an hour.
var dateCell = regexp.MustCompile(`^(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{4}-\d\d-\d\d|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)(?: ?(?:[-–—]|to) ?(?:[a-z]+\.? )?\d{1,2})?(?:,? \d{4})?|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)$`)

// takeDates takes the cells of dates and hours, and of numbers that count, out of a row.
func takeDates(text string, cells *[]cell) (dates []cell) {
	kept := (*cells)[:0]
	for _, c := range *cells {
		switch s := text[c.from:c.to]; {
		case dateCell.MatchString(s):
			if !strings.ContainsAny(s, ":") {
				dates = append(dates, c)
			}
		case !strings.ContainsFunc(s, unicode.IsLetter):
		default:
			kept = append(kept, c)
		}
	}
	*cells = kept
	return dates
}

// namesDoer reports whether a cell may be the name of somebody.
func namesDoer(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	n := len(strings.Fields(s))
	return unicode.IsUpper(r) && n <= 14 && !strings.HasSuffix(s, ".") && !strings.ContainsAny(s, ":?!")
}

// ownState reports whether the state beside somebody is the one he acts for: the facts
// say so of the person, or an office before a name leaves it to the cell.
func ownState(doer, beside string, f *facts.Facts) bool {
	s := f.StateByName(beside)
	if s == nil {
		return false
	}
	ws := strings.Fields(doer)
	for i := range ws {
		if len(ws)-i < 2 {
			break
		}
		for _, k := range f.PersonsNamed(strings.Join(ws[i:], " "), facts.Hint{}) {
			if k.Person.State == s.ISO3 {
				return true
			}
		}
	}
	for _, w := range ws {
		if f.StateByName(w) != nil || f.StateByDemonym(w) != nil {
			return false // "Norwegian Foreign Minister Ada Lind": he is told
		}
	}
	return offices[strings.ToLower(ws[0])] && len(ws) > 1
}

// offices begin the name of somebody who is told by an office.
var offices = wordSet("president prime premier chancellor king queen emperor sultan emir crown foreign minister secretary taoiseach vice deputy speaker general chairman prince")

// acts cuts a cell into what is done one after the other: "Met with the King. Attended a
// summit."
func acts(text string, c cell) []cell {
	var out []cell
	start := c.from
	for i := c.from; i+2 < c.to; i++ {
		if text[i] != '.' && text[i] != ';' || text[i+1] != ' ' {
			continue
		}
		first, _, _ := strings.Cut(text[i+2:c.to], " ")
		if verb(first) {
			out = append(out, cell{start, i})
			start = i + 2
		}
	}
	end := c.to
	for end > start && (text[end-1] == '.' || text[end-1] == ' ' || text[end-1] == ';') {
		end--
	}
	return append(out, cell{start, end})
}

// actOf says what is done as a predicate; nil if the cell tells of nothing done.
func actOf(text string, c cell) []words {
	s := text[c.from:c.to]
	first, rest, _ := strings.Cut(s, " ")
	if first == "" {
		return nil
	}
	w := words{from: c.from, to: c.to}
	if 'A' <= first[0] && first[0] <= 'Z' && first[1:] == strings.ToLower(first[1:]) {
		w.lower = []int{c.from}
	}
	if verb(first) && rest != "" {
		return []words{w}
	}
	head := headNoun(s)
	var does string
	switch {
	case journeyNouns[head]:
		does = "made"
	case meetingNouns[head]:
		does = "held"
	case gatheringNouns[head]:
		does = "attended"
	default:
		return nil
	}
	switch strings.ToLower(first) {
	case "a", "an", "the":
		return []words{{fill: does + " "}, w}
	}
	if w.lower != nil && !plainWords[strings.ToLower(first)] && head != strings.ToLower(first) {
		w.lower = nil // a name: "Harbour Summit"
	}
	article := "a "
	switch {
	case strings.HasSuffix(head, "s"):
		article = ""
	case does == "attended":
		article = "the "
	case strings.ContainsRune("aeiou", rune(first[0]|0x20)):
		article = "an "
	}
	return []words{{fill: does + " "}, {fill: article}, w}
}

// headNoun is the noun at which a phrase without a verb ends: the last word before its
// first preposition, comma or end.
func headNoun(s string) string {
	last := ""
	for w := range strings.FieldsSeq(s) {
		bare := strings.ToLower(strings.Trim(w, ".,;:()\"“”"))
		if prepositions[bare] {
			break
		}
		last = bare
		if strings.HasSuffix(w, ",") || strings.HasSuffix(w, ";") {
			break
		}
	}
	return last
}

var (
	prepositions   = wordSet("with to of at in for on by from between during and")
	journeyNouns   = wordSet("visit trip tour stopover")
	meetingNouns   = wordSet("meeting meetings talks consultations call conversation negotiations discussions lunch dinner audience")
	gatheringNouns = wordSet("summit conference ministerial session forum assembly congress inauguration funeral dialogue")
	plainWords     = wordSet(`working official state private bilateral trilateral joint informal unofficial brief courtesy telephone phone farewell first second
		third annual plenary ministerial special extraordinary emergency virtual royal guest transit`)
)

// verb reports whether a word, the first of a cell, is a verb without its subject.
func verb(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".,;"))
	return rowVerbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && !notDone[w]
}

var (
	notDone  = wordSet("united limited extended expanded unsched indeed restricted combined")
	rowVerbs = wordSet(`met held led took gave made went spoke left flew paid sent
		meets attends visits hosts holds travels receives welcomes speaks participates delivers addresses joins accompanies departs arrives
		signs opens chairs leads takes makes gives pays calls witnesses convenes presides`)
)

// clock is the hour with which an entry of a day's programme begins.
var clock = regexp.MustCompile(`^(?:[•*-] ?)?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:local(?: time)?|LOCAL(?: TIME)?|[A-Z]{1,3}[SD]?T|GMT|UTC|[A-Z]ST))?(?: ?[-–—:] ?| )`)

// entry says what a day's programme has for an hour: it is of that day.
func entry(text string, from, to int, dated bool) []words {
	s := text[from:to]
	m := clock.FindString(s)
	if m == "" || !strings.ContainsAny(m, ":.mM") || strings.ContainsRune(s, '\n') {
		return nil
	}
	a, b := trimmed(text, from+len(m), to)
	if r, _ := utf8.DecodeRuneInString(text[a:b]); !unicode.IsUpper(r) || strings.Count(s, " ") < 5 || strings.ToUpper(s) == s {
		return nil
	}
	for b > a && text[b-1] == '.' {
		b--
	}
	if !dated || ownDay.MatchString(text[a:b]) || strings.Contains(text[a:b], ". ") {
		return []words{{from: a, to: b}, {fill: "."}}
	}
	return []words{{from: a, to: b}, {fill: " today."}}
}

// dayHead is the day with which an entry of a chronicle begins.
var dayHead = regexp.MustCompile(`^(?i)(?:[•*-] ?)?((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))(?:,? \d{4})?) ?[–—-] `)

// chronicle says what an entry has for its day: "March 3 – Lind visits Lima."
func chronicle(text string, from, to int) []words {
	m := dayHead.FindStringSubmatchIndex(text[from:to])
	if m == nil || strings.ContainsRune(text[from:to], '\n') {
		return nil
	}
	a, b := trimmed(text, from+m[1], to)
	if r, _ := utf8.DecodeRuneInString(text[a:b]); !unicode.IsUpper(r) || ownDay.MatchString(text[a:b]) || strings.Contains(text[a:b], ". ") {
		return nil
	}
	for b > a && text[b-1] == '.' {
		b--
	}
	return []words{{from: a, to: b}, {fill: " on "}, {from: from + m[2], to: from + m[3]}, {fill: "."}}
}

// ownDay is a word that says on which day something is.
var ownDay = regexp.MustCompile(`(?i)\b(?:today|tomorrow|yesterday|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)`)

// cards is what a paragraph with a card glued into it has: a small letter before a
// capital within a word.
var cards = regexp.MustCompile(`\p{Ll}(?:President|Prime|Foreign|Minister|Deputy|Chair|Head|Defen|Aide|Governor|Plenip|Former|Direct|Secret|Chancell|King|Queen|Emir|Crown|Sultan|Speaker|Ambass|Commis|General|Federal|First|Acting|Mayor|Chief|Leader|Vice|Member|CEO|Supreme|Finance)`)

// rows says the rows and the hours among the paragraphs of an article.
func (p *prose) rows(out map[int][]words, f *facts.Facts) {
	a := p.given
	cells := strings.ContainsAny(a.Text, "|\t")
	for i, para := range a.Paragraphs {
		if para.Kind == dateline.DateStamp || out[i] != nil || para.Start == para.End {
			continue
		}
		var s []words
		if c := a.Text[para.Start]; '0' <= c && c <= '9' {
			s = entry(a.Text, para.Start, para.End, a.Date.Known())
		}
		if s == nil && para.Kind != dateline.Headline {
			s = chronicle(a.Text, para.Start, para.End)
		}
		if s == nil && cards.MatchString(a.Text[para.Start:para.End]) {
			s = glued(a.Text, para.Start, para.End)
		}
		if s == nil && cells {
			if s = rowSentences(a.Text, para.Start, para.End, f); s != nil {
				p.tabled[i] = true
			}
		}
		if s != nil {
			out[i] = s
		}
	}
}
