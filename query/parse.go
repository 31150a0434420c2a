package query

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline"
)

// maxLength bounds a query, in bytes.
const maxLength = 4096

// Fields lists the fields with what they mean, for help texts.
var Fields = []struct{ Name, Meaning string }{
	{"happens", "the days of the event: 2031, 2031-05, 2031-05-07, from..to"},
	{"published", "a report was published then"},
	{"as-of", "as was known on that day"},
	{"with", "a state (USA) or person who takes part; several: all of them"},
	{"type", "PLOVER category or OFFICE"},
	{"mode", "visit, meet, call, multilateral, mediate"},
	{"status", "happened, ongoing, planned, possible, postponed, cancelled, not"},
	{"place", "state code or part of the place's name"},
	{"source", "the outlet"},
	{"undated", "yes: no day is told; no: one is"},
	{"witnesses", "at least so many independent ones"},
}

// Parse reads a query. The error names the term at fault.
func Parse(s string) (Query, error) {
	q := All()
	if len(s) > maxLength {
		return q, fmt.Errorf("query of %d bytes: at most %d", len(s), maxLength)
	}
	terms, err := cut(s)
	if err != nil {
		return q, err
	}
	var errs []error
	for _, t := range terms {
		if err := q.add(t); err != nil {
			errs = append(errs, fmt.Errorf("query term %q: %w", t.raw, err))
		}
	}
	q = q.Simplify()
	if n := len(q.String()); n > maxLength { // the canonical form adds quotation marks
		errs = append(errs, fmt.Errorf("query of %d bytes in full: at most %d", n, maxLength))
	}
	return q, errors.Join(errs...)
}

// term is one word of a query; values are its parts between commas.
type term struct {
	raw, field string
	values     []string
	not        bool
}

// cut splits at white space outside of quotes.
func cut(s string) ([]term, error) {
	var out []term
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return out, nil
		}
		n, err := endOfTerm(s)
		if err != nil {
			return nil, err
		}
		out = append(out, makeTerm(s[:n]))
		s = s[n:]
	}
}

func endOfTerm(s string) (int, error) {
	quoted := false
	for i, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case unicode.IsSpace(r) && !quoted:
			return i, nil
		}
	}
	if quoted {
		return 0, fmt.Errorf("query %q: a quotation mark is not closed", s)
	}
	return len(s), nil
}

func makeTerm(raw string) term {
	t := term{raw: raw}
	rest := raw
	if len(rest) > 1 && rest[0] == '-' {
		t.not, rest = true, rest[1:]
	}
	if i := strings.IndexByte(rest, ':'); i > 0 && !strings.Contains(rest[:i], `"`) {
		t.field, rest = strings.ToLower(rest[:i]), rest[i+1:]
	}
	quoted := false
	for _, v := range strings.FieldsFunc(rest, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ',' && !quoted && t.field != ""
	}) {
		if v = strings.Join(strings.Fields(strings.ReplaceAll(v, `"`, " ")), " "); v != "" {
			t.values = append(t.values, v)
		}
	}
	return t
}

func (q *Query) add(t term) (err error) {
	if len(t.values) == 0 {
		return errors.New("a value is missing")
	}
	if t.not && t.field != "with" {
		return errors.New("only with: can be turned round by a minus")
	}
	switch t.field {
	case "":
		q.Words = append(q.Words, t.values[0])
	case "happens", "when", "on":
		q.Happens, err = oneSpan(t, q.Happens)
	case "published":
		q.Published, err = oneSpan(t, q.Published)
	case "as-of", "asof":
		var s dateline.Span
		if s, err = oneSpan(t, dateline.NoSpan); err == nil {
			q.AsOf = s.Latest
		}
	case "with", "person", "who":
		if t.not {
			q.Without = append(q.Without, t.values...)
		} else {
			q.With = append(q.With, t.values)
		}
	case "type":
		q.Types, err = among(q.Types, upper(t.values), dateline.Types)
	case "status":
		q.Statuses, err = among(q.Statuses, lower(t.values), dateline.Statuses)
	case "mode":
		q.Modes = append(q.Modes, lower(t.values)...)
	case "place":
		q.Places = append(q.Places, t.values...)
	case "source":
		q.Sources = append(q.Sources, t.values...)
	case "undated":
		q.Undated, err = yesNo(t.values[0])
	case "witnesses":
		if q.Witnesses, err = strconv.Atoi(t.values[0]); err != nil || q.Witnesses < 0 {
			err = errors.New("want a number")
		}
	default:
		err = fmt.Errorf("no field %q; there are %s", t.field, fieldNames())
	}
	return err
}

func fieldNames() string {
	var n []string
	for _, f := range Fields {
		n = append(n, f.Name)
	}
	return strings.Join(n, ", ")
}

// among checks each value against the words that there are.
func among[E ~string](have []E, values []string, all []E) ([]E, error) {
	for _, v := range values {
		if !slices.Contains(all, E(v)) {
			return have, fmt.Errorf("no %q; there are %s", v, strings.Join(toStrings(all), ", "))
		}
		have = append(have, E(v))
	}
	return have, nil
}

func upper(s []string) []string { return mapped(s, strings.ToUpper) }
func lower(s []string) []string { return mapped(s, strings.ToLower) }

func mapped(s []string, f func(string) string) []string {
	out := make([]string, len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}

func yesNo(s string) (*bool, error) {
	v := false
	switch strings.ToLower(s) {
	case "yes", "true":
		v = true
	case "no", "false":
	default:
		return nil, errors.New("want yes or no")
	}
	return &v, nil
}

func oneSpan(t term, have dateline.Span) (dateline.Span, error) {
	if len(t.values) > 1 {
		return have, errors.New("want one span of days")
	}
	s, err := ParseSpan(t.values[0])
	if err != nil {
		return have, err
	}
	return meet(t.field, have, s)
}

func meet(field string, a, b dateline.Span) (dateline.Span, error) {
	m, ok := a.Meet(b)
	if !ok {
		return a, fmt.Errorf("%s: the spans %s and %s have no day in common", field, printSpan(a), printSpan(b))
	}
	return m, nil
}

// ParseSpan reads 2031, 2031-05, 2031-05-07, from..to, ..to or from.. .
func ParseSpan(s string) (dateline.Span, error) {
	from, to, ranged := strings.Cut(s, "..")
	if !ranged {
		return oneDate(s)
	}
	out := dateline.NoSpan
	if from != "" {
		a, err := oneDate(from)
		if err != nil {
			return out, err
		}
		out.Earliest = a.Earliest
	}
	if to != "" {
		b, err := oneDate(to)
		if err != nil {
			return out, err
		}
		out.Latest = b.Latest
	}
	if out.Known() && out.Earliest > out.Latest {
		return out, fmt.Errorf("span %q ends before it begins", s)
	}
	return out, nil
}

func oneDate(s string) (dateline.Span, error) {
	for _, f := range []struct {
		layout string
		y, m   int
	}{{"2006-01-02", 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		t, err := time.Parse(f.layout, s)
		if err != nil {
			continue
		}
		first := dateline.DayOf(t)
		if f.y == 0 && f.m == 0 {
			return dateline.OneDay(first), nil
		}
		return dateline.Span{Earliest: first, Latest: dateline.DayOf(t.AddDate(f.y, f.m, -1))}, nil
	}
	return dateline.NoSpan, fmt.Errorf("day %q: want 2031, 2031-05, 2031-05-07 or from..to", s)
}

func printSpan(s dateline.Span) string {
	switch {
	case !s.Earliest.Known() && !s.Latest.Known():
		return ""
	case s.Earliest == s.Latest:
		return s.Earliest.String()
	}
	return s.Earliest.String() + ".." + s.Latest.String()
}

func list(s []string) string {
	out := make([]string, len(s))
	for i, v := range s {
		out[i] = quote(v, false)
	}
	return strings.Join(out, ",")
}

// quote puts marks around a value that would be cut or read as a field.
func quote(s string, word bool) string {
	if strings.ContainsFunc(s, unicode.IsSpace) || strings.Contains(s, ",") || word && (strings.ContainsAny(s, ":") || s[0] == '-') {
		return `"` + s + `"`
	}
	return s
}

func itoa(n int) string { return strconv.Itoa(n) }
