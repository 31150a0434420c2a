package article

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline"
)

const monthNames = `Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sep(?:tember|t\.|t|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?`

var (
	isoDay   = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:?\d{2}[0-9:.]*(?:Z|[+-]\d{2}:?\d{2})?)?`)
	slashDay = regexp.MustCompile(`^(\d{4})/(\d{1,2})/(\d{1,2})`)
	usDay    = regexp.MustCompile(`^(?i:(?:` + weekdays + `),?\s+)?((?i)` + monthNames + `)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`)
	ukDay    = regexp.MustCompile(`^(?i:(?:` + weekdays + `),?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+((?i)` + monthNames + `),?\s+(\d{4})`)
	noYear   = regexp.MustCompile(`^(?:((?i)` + monthNames + `)\s+\d{1,2}|\d{1,2}\s+((?i)` + monthNames + `))$`)

	// stampWords may stand before or after the day on a line that is only a stamp.
	stampBefore = regexp.MustCompile(`^(?i)(?:first published|published(?: on| at)?|posted(?: on)?|updated(?: on)?|last updated|issued(?: on)?|date|release date)[: ]+`)
	stampAfter  = regexp.MustCompile(`^(?i)[\s,|•·@/–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|\(?UTC[^)]*\)?)?[\s.)]*$`)
)

const weekdays = `Mon(?:day|\.)?|Tue(?:sday|s\.|\.)?|Wed(?:nesday|\.)?|Thu(?:rsday|rs\.|\.)?|Fri(?:day|\.)?|Sat(?:urday|\.)?|Sun(?:day|\.)?`

// leadingDay reads a full date at the start of s; n is its length, 0 if there
// is none or no such day exists. Figures in the order of 4/3/2031 are not
// read: nobody can tell which of them is the month.
func leadingDay(s string) (day dateline.Day, n int) {
	for _, re := range []*regexp.Regexp{isoDay, slashDay} {
		if m := re.FindStringSubmatch(s); m != nil {
			return civil(m[1], m[2], m[3], len(m[0]))
		}
	}
	if m := usDay.FindStringSubmatch(s); m != nil {
		return civil(m[3], m[1], m[2], len(m[0]))
	}
	if m := ukDay.FindStringSubmatch(s); m != nil {
		return civil(m[3], m[2], m[1], len(m[0]))
	}
	return dateline.NoDay, 0
}

func civil(year, month, day string, n int) (dateline.Day, int) {
	m := atoi(month)
	if m == 0 {
		m = monthOf(month)
	}
	y, d := atoi(year), atoi(day)
	v := dateline.Date(y, time.Month(m), d)
	if yy, mm, dd := v.Civil(); yy != y || int(mm) != m || dd != d {
		return dateline.NoDay, 0
	}
	return v, n
}

func atoi(s string) int {
	v := 0
	for _, c := range []byte(s) {
		if !isDigit(c) {
			return 0
		}
		v = v*10 + int(c-'0')
	}
	return v
}

func monthOf(name string) int {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.EqualFold(m.String()[:3], name[:3]) {
			return int(m)
		}
	}
	return 0
}

// stampDay reports whether a line holds only a publication date ("Published:
// 4 March 2031, 10:20 GMT") and which; a day without year is no day.
func stampDay(line string) (day dateline.Day, only bool) {
	line = strings.Trim(strings.ReplaceAll(line, "\u00a0", " "), " \t\r\n()[]*")
	line = line[len(stampBefore.FindString(line)):]
	day, n := leadingDay(line)
	if n == 0 {
		return dateline.NoDay, noYear.MatchString(line)
	}
	return day, stampAfter.MatchString(line[n:])
}

// anyDay reads a date as a front matter or JSON field may hold it.
func anyDay(v any) (dateline.Day, bool) {
	switch v := v.(type) {
	case time.Time:
		return dateline.DayOf(v), true
	case string:
		d, n := leadingDay(strings.TrimSpace(v))
		return d, n > 0
	}
	return dateline.NoDay, false
}

// wireDateline reads "OSLO, March 4 (NNA) — " at the start of a paragraph: n
// is its length with the dash and the space after it, 0 if there is none. A
// place in ordinary letters counts only with an agency or a day beside it.
func wireDateline(s string) (place, agency string, day dateline.Day, n int) {
	day = dateline.NoDay
	end, n := dashAfter(s)
	if n == 0 {
		return "", "", day, 0
	}
	rest := strings.TrimSpace(s[:end])
	if i := strings.LastIndexByte(rest, '('); i > 0 && strings.HasSuffix(rest, ")") {
		agency, rest = rest[i+1:len(rest)-1], strings.TrimRight(rest[:i], " \u00a0")
	}
	parts, told := strings.Split(rest, ","), agency != ""
	for i := range parts {
		// the day may hold a comma itself: "March 4, 2031"
		tail := strings.TrimSpace(strings.Join(parts[i:], ","))
		d, l := leadingDay(tail)
		if l == len(tail) && l > 0 || noYear.MatchString(tail) {
			day, parts, told = d, parts[:i], true
			break
		}
	}
	place = strings.TrimSpace(strings.Join(parts, ","))
	if !placeLike(place, told) {
		return "", "", dateline.NoDay, 0
	}
	return place, agency, day, n
}

// dashAfter finds the dash that ends a dateline within the first 100 bytes.
func dashAfter(s string) (end, n int) {
	head := s[:min(len(s), 100)]
	best := -1
	for _, dash := range []string{" — ", " – ", " -- ", " - ", " —", "— ", "—", "– ", ") -"} {
		i := strings.Index(head, dash)
		if i < 0 || best >= 0 && i >= best {
			continue
		}
		best = i
		if dash == ") -" {
			end, n = i+1, i+3
		} else {
			end, n = i, i+len(dash)
		}
	}
	if best < 0 {
		return 0, 0
	}
	for n < len(s) { // what is left of a double dash, and spaces of any kind
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsSpace(r) && r != '-' {
			break
		}
		n += size
	}
	return end, n
}

// placeLike reports whether s can be a dateline's place: "OSLO", "PARIS,
// France", "UNITED NATIONS"; told allows "Oslo".
func placeLike(s string, told bool) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(s, ":;?!\"“”") {
		return false
	}
	upper := 0
	for _, r := range words[0] {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsLetter(r) && !strings.ContainsRune("-.'’,/", r):
			return false
		case unicode.IsLetter(r) && !told:
			return false
		}
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "de" && w != "of" && w != "la" {
			return false
		}
	}
	return upper >= 3 || told && upper >= 1
}

// stampLead looks for a dateline on the first paragraphs (the headline may
// stand before it); n is its end offset in the text.
func stampLead(text string, paras []dateline.Paragraph, h *header) (end int) {
	for _, p := range paras[:min(len(paras), 8)] {
		place, agency, day, n := wireDateline(text[p.Start:p.End])
		if n == 0 {
			continue
		}
		h.place, h.agency = place, agency
		if day.Known() {
			h.setDay(day, "dateline")
		}
		return p.Start + n
	}
	return 0
}

// cutStamp makes the dateline that ends at end a paragraph of its own, so that
// the lead begins with its first word.
func cutStamp(text string, paras []dateline.Paragraph, end int) []dateline.Paragraph {
	for i, p := range paras {
		if p.Start < end && end <= p.End {
			stamp := dateline.Paragraph{Start: p.Start, End: p.Start + len(strings.TrimRightFunc(text[p.Start:end], unicode.IsSpace)),
				Kind: dateline.DateStamp, RepeatOf: -1}
			paras = append(paras[:i], append([]dateline.Paragraph{stamp}, paras[i:]...)...)
			if paras[i+1].Start = end; end >= p.End {
				paras = append(paras[:i+1], paras[i+2:]...)
			}
			break
		}
	}
	return paras
}
