package article

import (
	"regexp"
	"strings"

	"github.com/adrg/frontmatter"

	"dateline"
)

// header is what an article says of itself, or its source of it.
type header struct {
	id, title, source, url, lang string
	agency, place                string // from the dateline
	date                         dateline.Day
	reason                       string // where date was found; "" if nowhere
}

// readHeader reads front matter or header lines at the top of a text and gives
// the offset at which the article itself begins. What stands before it is for
// no room to read.
func readHeader(text string) (body int, h header) {
	h.date = dateline.NoDay
	if n, ok := frontMatter(text, &h); ok {
		return n, h
	}
	return headerLines(text, &h), h
}

// frontMatter reads a block between "---" (YAML) or "+++" (TOML) lines.
func frontMatter(text string, h *header) (int, bool) {
	first, _, _ := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t\r")
	if fence != "---" && fence != "+++" {
		return 0, false
	}
	at := len(first) + 1
	for pos := at; pos < len(text); {
		line, _, found := strings.Cut(text[pos:], "\n")
		if strings.TrimRight(line, " \t\r") == fence {
			fields := map[string]any{}
			block := strings.ReplaceAll(text[:pos]+fence+"\n", "\r\n", "\n")
			if _, err := frontmatter.Parse(strings.NewReader(block), &fields); err != nil {
				return 0, false // a rule of dashes, not a block of fields
			}
			for k, v := range fields {
				h.setAny(k, v)
			}
			return min(pos+len(line)+1, len(text)), len(fields) > 0
		}
		if !found {
			break
		}
		pos += len(line) + 1
	}
	return 0, false
}

// fieldLine is "name: value" or "name value" of the names that a header has.
var fieldLine = regexp.MustCompile(`^(?i)(date|published|title|headline|source|outlet|url|id|language|lang)(?::[ \t]*|[ \t]+)(\S.*?)[ \t\r]*$`)

// headerLines reads lines such as "date 2031-03-04" and "Title: …" at the top.
// Without a colon only a date in figures is a header: "Date palms" is prose.
func headerLines(text string, h *header) (body int) {
	for pos := 0; pos < len(text); {
		line, _, _ := strings.Cut(text[pos:], "\n")
		m := fieldLine.FindStringSubmatchIndex(line)
		if m == nil {
			break
		}
		name, value := strings.ToLower(line[m[2]:m[3]]), line[m[4]:m[5]]
		colon := line[m[3]] == ':'
		if name == "date" || name == "published" {
			day, n := leadingDay(value)
			if n == 0 || !colon && !isDigit(value[0]) {
				break
			}
			h.setDay(day, "first line")
			if rest := value[n:]; len(strings.Fields(rest)) >= 5 {
				return pos + m[4] + n // the article begins on the same line
			}
		} else if !colon || name == "headline" && pos == 0 {
			break
		} else {
			h.set(name, value)
		}
		body = min(pos+len(line)+1, len(text))
		pos += len(line) + 1
	}
	return body
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (h *header) setDay(d dateline.Day, reason string) {
	if !h.date.Known() {
		h.date, h.reason = d, reason
	}
}

func (h *header) set(name, value string) {
	value = strings.Trim(value, `"' `)
	switch name {
	case "id":
		h.id = value
	case "title", "headline":
		h.title = value
	case "source", "outlet", "publisher":
		h.source = value
	case "url", "link":
		h.url = value
	case "language", "lang":
		h.lang = value
	}
}

// setAny takes a field of front matter, whose dates may come as text or time.
func (h *header) setAny(name string, v any) {
	name = strings.ToLower(name)
	if name == "date" || name == "published" {
		if d, ok := anyDay(v); ok {
			h.setDay(d, "front matter")
		}
		return
	}
	if s, ok := v.(string); ok {
		h.set(name, s)
	}
}
