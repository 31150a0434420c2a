package what

import (
	"fmt"
	"slices"
	"strings"
)

// Check reports what is suspicious in tables that do load: rows that stand
// twice with different meanings, rows that another always beats, classes that
// nobody uses. One line a finding, with file and line.
func (t *Tables) Check() []string {
	var out []string
	out = append(out, overlaps(t.Verbs)...)
	out = append(out, overlaps(t.Nouns)...)
	for _, c := range t.Classes {
		if !c.used && !engineClasses[c.Name] {
			out = append(out, fmt.Sprintf("%s:%d: nobody uses class {%s}", c.file, c.line, c.Name))
		}
	}
	slices.Sort(out)
	return out
}

// overlaps finds rows of one lemma that ask for the same places: of two that
// mean the same one is dead, of two that differ the first would win by chance.
func overlaps(rows []*Row) []string {
	var out []string
	seen := map[string]*Row{}
	for _, r := range rows {
		key := r.key() + " " + r.frame()
		first := seen[key]
		if first == nil {
			seen[key] = r
			continue
		}
		if first.meaning() == r.meaning() {
			out = append(out, fmt.Sprintf("%s: %q is dead: the same stands in %s", r.Where(), r.key(), first.Where()))
		} else {
			out = append(out, fmt.Sprintf("%s: %q has the frame of %s but means %s, not %s", r.Where(), r.key(), first.Where(), r.meaning(), first.meaning()))
		}
	}
	return out
}

func (r *Row) key() string {
	return strings.Join(append(slices.Clone(r.Mods), r.Lemma, r.Particle), " ")
}

func (r *Row) meaning() string { return fmt.Sprintf("%s %s %s", r.Type, r.Mode, r.CAMEO) }

// frame is what decides whether a row fits and how well: its places, needed or
// not, and their constraints.
func (r *Row) frame() string {
	var parts []string
	for _, s := range r.Slots {
		parts = append(parts, fmt.Sprintf("%s %v %v %v %v", s.Name, s.Kinds, s.Classes, s.Required, s.Absent))
	}
	slices.Sort(parts)
	return strings.Join(parts, ";")
}

// engineClasses are the classes that the engine itself asks for.
var engineClasses = words("agency agents approach armed aspect bands blame building bureau custody disasters documents easing evils killing lasting lawtexts liked media meetings multilateral noevent offences parties people political posts quantity reprisal soldiery staff struggle term territory terror troops unarmed warfare")
