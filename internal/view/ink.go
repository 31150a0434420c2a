package view

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"dateline"
)

// ink is an SGR parameter list. Only the sixteen colours that every terminal
// has, so that the reader's own theme decides how they look.
type ink string

const (
	plain   ink = ""
	bold    ink = "1"
	dim     ink = "2"
	red     ink = "31"
	green   ink = "32"
	yellow  ink = "33"
	blue    ink = "94"
	magenta ink = "35"
	cyan    ink = "36"
	heavy   ink = "1;97"
	quoted  ink = "3;2"
)

// paint wraps s in a colour, if there are colours.
func (p *page) paint(i ink, s string) string {
	if !p.style.Color || i == plain || strings.TrimSpace(s) == "" {
		return s
	}
	return "\x1b[" + string(i) + "m" + s + "\x1b[0m"
}

func (p *page) puts(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s) // bufio keeps the first error for Flush
	}
}

// sign is how a status looks.
type sign struct {
	mark string
	ink  ink
	word string
}

var signs = map[dateline.Status]sign{
	dateline.Happened:  {"●", green, "happened"},
	dateline.Ongoing:   {"◐", cyan, "going on"},
	dateline.Planned:   {"○", blue, "planned"},
	dateline.Possible:  {"◇", yellow, "possible"},
	dateline.Postponed: {"↷", magenta, "postponed"},
	dateline.Cancelled: {"✕", red, "cancelled"},
	dateline.Not:       {"⊘", red, "did not happen"},
}

func signOf(s dateline.Status) sign {
	if v, ok := signs[s]; ok {
		return v
	}
	return sign{"·", dim, string(s)}
}

// width is the number of columns that s takes.
func width(s string) int { return runewidth.StringWidth(s) }

// pad fills s with spaces on the left (right-aligned) to n columns.
func padLeft(s string, n int) string {
	return strings.Repeat(" ", max(0, n-width(s))) + s
}

// wrap breaks s into lines of at most n columns, between words where it can.
func wrap(s string, n int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := width(word)
		for w > n { // a word longer than a line
			cut := runewidth.Truncate(word, n-used-min(1, used), "")
			if cut == "" {
				lines, line, used = append(lines, line), "", 0
				continue
			}
			if used > 0 {
				cut = " " + cut
			}
			lines = append(lines, line+cut)
			word = word[len(strings.TrimPrefix(cut, " ")):]
			line, used, w = "", 0, width(word)
		}
		if word == "" {
			continue
		}
		if used > 0 && used+1+w > n {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
