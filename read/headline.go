package read

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"dateline"
)

//go:embed tables/headlines.txt
var headlinesText string

// headlineRow is a row of tables/headlines.txt.
type headlineRow struct {
	pattern  *regexp.Regexp
	sentence string
	example  [2]string
	line     int
}

var headlineRows = sync.OnceValue(func() []headlineRow {
	var out []headlineRow
	n := 0
	for line := range strings.Lines(headlinesText) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		rule, example, ok := strings.Cut(line, " | ")
		pattern, sentence, ok2 := strings.Cut(rule, " => ")
		title, said, ok3 := strings.Cut(example+" ", " => ")
		re, err := regexp.Compile("(?i)" + pattern)
		if !ok || !ok2 || !ok3 || err != nil {
			panic(&dateline.Error{Kind: dateline.Data, Op: "load", Place: fmt.Sprintf("read/tables/headlines.txt:%d", n), Err: fmt.Errorf("want pattern => sentence | example => said: %v", err)})
		}
		if pattern == "^[^a-z]*$" { // capitals alone: the one pattern that must tell them
			re = regexp.MustCompile(pattern)
		}
		out = append(out, headlineRow{re, sentence, [2]string{title, strings.TrimSpace(said)}, n})
	}
	return out
})

// headline gives the words by which a title is read as a sentence; none if it is not
// to be read.
func headline(title string, a *dateline.Article) []words {
	from, to := trimmed(title, 0, withoutOutlet(title, a.Source))
	lower := smallLetters(title)
	for range 4 { // a label before a label
		row, m := fittingRow(title[from:to])
		if row == nil {
			return pick(from, to, lower)
		}
		switch {
		case row.sentence == "-":
			return nil
		case strings.HasPrefix(row.sentence, "="):
			from, to = trimmed(title, from+m[2], from+m[3])
			continue
		}
		for i := range m {
			m[i] += from
		}
		return fill(row.sentence, m, lower, title, officeOf(a))
	}
	return nil
}

// withoutOutlet is where a title ends before the name of its outlet: "Lind visits Lima |
// The Harbour Post", "Lind visits Lima - The Harbour Post".
func withoutOutlet(title, outlet string) int {
	for _, bar := range []string{" | ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, bar)
		if i <= 0 {
			continue
		}
		last := letters(title[i+len(bar):])
		if bar == " | " || last != "" && (strings.Contains(letters(outlet), last) || outlet != "" && strings.Contains(last, letters(outlet))) {
			return i
		}
	}
	return len(title)
}

// fittingRow is the first row whose pattern fits, with its groups.
func fittingRow(title string) (*headlineRow, []int) {
	rows := headlineRows()
	for i := range rows {
		if m := rows[i].pattern.FindStringSubmatchIndex(title); m != nil {
			return &rows[i], m
		}
	}
	return nil, nil
}

// pick says a stretch as it stands.
func pick(from, to int, lower []int) []words {
	if from >= to {
		return nil
	}
	w := words{from: from, to: to}
	for _, i := range lower {
		if from <= i && i < to {
			w.lower = append(w.lower, i)
		}
	}
	return []words{w}
}

// fill completes a row's sentence; none if it speaks of an office that nobody told.
func fill(sentence string, groups []int, lower []int, title, office string) []words {
	if strings.Contains(sentence, "{office}") && office == "" {
		return nil
	}
	sentence = strings.ReplaceAll(sentence, "{office}", office)
	var out []words
	for part := range strings.SplitSeq(sentence, "$") {
		if len(out) == 0 && !strings.HasPrefix(sentence, "$") {
			out = append(out, words{fill: part})
			continue
		}
		if part == "" {
			continue // before a group that comes first
		}
		k := int(part[0] - '0')
		from, to := groups[2*k], groups[2*k+1]
		if last := len(out) - 1; last >= 0 && strings.HasSuffix(out[last].fill, " a ") && title[to-1]|0x20 == 's' {
			out[last].fill = strings.TrimSuffix(out[last].fill, "a ") // "held talks"
		}
		w := pick(from, to, lower)
		if first, _, _ := strings.Cut(title[from:to], " "); len(out) > 0 && small[strings.ToLower(first)] && 'A' <= first[0] && first[0] <= 'Z' {
			w[0].lower = append(w[0].lower, from) // no longer at the beginning
		}
		out = append(out, w...)
		if part[1:] != "" {
			out = append(out, words{fill: part[1:]})
		}
	}
	return out
}

// officeOf is the office that publishes an article, if it publishes its own news: "The
// President of Norland".
func officeOf(a *dateline.Article) string {
	name, _, _ := strings.Cut(a.Source, " (")
	name, _, _ = strings.Cut(name, ",")
	name = strings.TrimPrefix(strings.TrimSpace(name), "The ")
	head, rest, ok := strings.Cut(name, " of ")
	if !ok || rest == "" {
		return ""
	}
	switch strings.ToLower(head) {
	case "president", "prime minister", "chancellor", "king", "queen", "minister", "foreign minister", "premier", "government":
		return "The " + name
	}
	return ""
}

// smallLetters gives the bytes of capitals in a title in title case that a sentence has
// small: those of the words that join, and of the nouns of meeting and going. Names keep
// theirs.
func smallLetters(title string) []int {
	if !titleCase(title) {
		return nil
	}
	var out []int
	start := -1
	for i := 0; i <= len(title); i++ {
		letter := i < len(title) && (title[i] >= utf8Self || isASCIILetter(title[i]))
		if letter && start < 0 {
			start = i
		}
		if !letter && start >= 0 {
			if w := title[start:i]; title[start] >= 'A' && title[start] <= 'Z' && small[strings.ToLower(w)] && w[1:] == strings.ToLower(w[1:]) {
				out = append(out, start)
			}
			start = -1
		}
	}
	return out
}

const utf8Self = 0x80

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// titleCase reports whether nearly all longer words of a title begin with a capital.
func titleCase(title string) bool {
	long, big := 0, 0
	for w := range strings.FieldsSeq(title) {
		r := []rune(w)
		if len(r) < 4 || !unicode.IsLetter(r[0]) {
			continue
		}
		long++
		if unicode.IsUpper(r[0]) {
			big++
		}
	}
	return long > 0 && big*5 >= long*4
}

var small = wordSet(`a an the and or of in on at by to with from for before after during ahead following between their his her
	meeting meetings call calls phone telephone conversation conversations talks talk visit visits travel trip trips tour lunch dinner breakfast
	bilateral trilateral expanded working official joint virtual private dialogue consultations negotiations press statement statements availability conference`)

// trimmed narrows a stretch to what is no space.
func trimmed(s string, from, to int) (int, int) {
	for from < to && s[from] == ' ' {
		from++
	}
	for from < to && s[to-1] == ' ' {
		to--
	}
	return from, to
}

// letters are the letters and digits of a text in small letters: what stays the same
// where the layout differs.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
