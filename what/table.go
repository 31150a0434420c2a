package what

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// tableError collects what is wrong with the tables, with file and line.
type tableError struct {
	file string
	line int
	msg  string
}

func (e tableError) Error() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.msg) }

// line is a line of a table that is neither empty nor a comment, cut at its bars.
type line struct {
	file  string
	n     int
	cells []string
}

func (l line) errorf(format string, a ...any) error {
	return tableError{l.file, l.n, fmt.Sprintf(format, a...)}
}

// cutLines splits a table. A comment begins with # at the start of a line.
func cutLines(file, text string) []line {
	var out []line
	n := 0
	for row := range strings.Lines(text) {
		n++
		row = strings.TrimSpace(row)
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "|")
		// Bars inside [a|b] belong to a list of lemmas.
		for i := 0; i+1 < len(cells); {
			if strings.Count(cells[i], "[") > strings.Count(cells[i], "]") {
				cells[i] += "|" + cells[i+1]
				cells = slices.Delete(cells, i+1, i+2)
				continue
			}
			i++
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, line{file, n, cells})
	}
	return out
}

// parseRows reads a line of a verb or noun table: lemmas, slots, meaning, example.
func parseRows(l line, noun bool) ([]*Row, error) {
	if len(l.cells) < 3 || len(l.cells) > 4 {
		return nil, l.errorf("want `lemma | slots | TYPE mode CAMEO | example`, got %d columns", len(l.cells))
	}
	base := Row{File: l.file, Line: l.n, Noun: noun}
	if len(l.cells) == 4 {
		base.Example = l.cells[3]
	}
	var err error
	if base.Slots, err = parseSlots(l, l.cells[1], noun, false); err != nil {
		return nil, err
	}
	if err = parseMeaning(l, l.cells[2], &base); err != nil {
		return nil, err
	}
	base.weight = base.specificity()
	var rows []*Row
	for lemma := range strings.SplitSeq(l.cells[0], ",") {
		r := base
		if err := r.setLemma(l, strings.TrimSpace(lemma)); err != nil {
			return nil, err
		}
		r.weight = r.specificity()
		rows = append(rows, &r)
	}
	return rows, nil
}

// setLemma takes "call off" of a verb or "phone call" of a noun apart.
func (r *Row) setLemma(l line, s string) error {
	w := strings.Fields(s)
	switch {
	case len(w) == 0:
		return l.errorf("a lemma is missing")
	case len(w) == 1:
		r.Lemma = w[0]
	case r.Noun:
		r.Lemma, r.Mods = w[len(w)-1], w[:len(w)-1]
	case len(w) == 2:
		r.Lemma, r.Particle = w[0], w[1]
	default:
		return l.errorf("%q: a verb has at most one particle", s)
	}
	return nil
}

func parseMeaning(l line, s string, r *Row) error {
	w := strings.Fields(s)
	if len(w) < 2 || len(w) > 3 {
		return l.errorf("meaning %q: want TYPE mode CAMEO (mode may be left out or -)", s)
	}
	r.Type = dateline.Type(w[0])
	if !slices.Contains(dateline.Types, r.Type) {
		return l.errorf("type %q is no PLOVER category", w[0])
	}
	r.CAMEO = w[len(w)-1]
	if len(w) == 3 && w[1] != "-" {
		r.Mode = w[1]
	}
	if !knownMode(r.Type, r.Mode) {
		return l.errorf("mode %q does not go with %s", r.Mode, r.Type)
	}
	if r.CAMEO == "-" {
		r.CAMEO = ""
	}
	if !knownCode(r.CAMEO) {
		return l.errorf("CAMEO has no code %q", r.CAMEO)
	}
	return nil
}

// parseSlots reads "s=A o=R:state on=T{sanctions}? inf with!".
func parseSlots(l line, s string, noun, light bool) ([]Slot, error) {
	var out []Slot
	for _, f := range splitSlots(s) {
		slot, err := parseSlot(l, f, noun, light)
		if err != nil {
			return nil, err
		}
		for _, o := range out {
			if o.Name == slot.Name {
				return nil, l.errorf("slot %s stands twice", slot.Name)
			}
		}
		out = append(out, slot)
	}
	return out, nil
}

// splitSlots cuts at blanks outside of {} and [].
func splitSlots(s string) []string {
	depth := 0
	return strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		return r == ' ' && depth == 0 || r == '\t'
	})
}

func parseSlot(l line, f string, noun, light bool) (Slot, error) {
	var s Slot
	optional := false
	switch f[len(f)-1] {
	case '?':
		optional, f = true, f[:len(f)-1]
	case '+':
		s.Required, f = true, f[:len(f)-1]
	case '!':
		s.Absent, f = true, f[:len(f)-1]
	}
	name, value, has := strings.Cut(f, "=")
	s.Name = name
	if !slotNames[name] && !prepositions[name] {
		return s, l.errorf("slot %q: no such place (s, o, io, inf, ing, that, poss, amod, comp or a preposition)", name)
	}
	// A subject may always be missing (passive, infinitive); a noun's companions too.
	if !optional && !s.Absent && !noun && name != "s" {
		s.Required = true
	}
	if !has {
		return s, nil
	}
	if i := strings.IndexAny(value, "{["); i >= 0 {
		refs, err := parseRefs(l, value[i:])
		if err != nil {
			return s, err
		}
		s.Classes, value = refs, value[:i]
		if strings.HasSuffix(value, "!") {
			s.Classes[0].not, value = true, value[:len(value)-1]
		}
	}
	role, ks, hasKinds := strings.Cut(value, ":")
	if hasKinds {
		for k := range strings.SplitSeq(ks, ",") {
			if !kinds[Kind(strings.TrimPrefix(k, "!"))] {
				return s, l.errorf("slot %s: kind %q is unknown", f, k)
			}
			s.Kinds = append(s.Kinds, Kind(k))
		}
	}
	if light && role != "" && role == strings.ToLower(role) {
		if !slotNames[role] && !prepositions[role] {
			return s, l.errorf("slot %s: %q is no place of an event noun", f, role)
		}
		s.To = role
		return s, nil
	}
	if strings.Trim(role, "ARBPTEH") != "" {
		return s, l.errorf("slot %s: role %q is none of A R B P T E H", f, role)
	}
	s.Roles = role
	return s, nil
}

// parseRefs reads "{sanctions}{arms}" or "[visit|trip]"; each may follow a !.
func parseRefs(l line, s string) ([]ref, error) {
	var out []ref
	for s != "" {
		var r ref
		if s[0] == '!' {
			r.not, s = true, s[1:]
		}
		if s == "" || s[0] != '{' && s[0] != '[' {
			return nil, l.errorf("word class: want {class} or [word|word], got %q", s)
		}
		end := strings.IndexAny(s, "}]")
		if end < 0 {
			return nil, l.errorf("word class %q is not closed", s)
		}
		if s[0] == '{' {
			r.class = s[1:end]
		} else {
			r.words = strings.Split(s[1:end], "|")
		}
		out, s = append(out, r), s[end+1:]
	}
	return out, nil
}
