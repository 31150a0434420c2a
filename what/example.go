package what

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/said"
	"dateline/when"
	"dateline/where"
	"dateline/who"
)

// Failure is an example of a table that does not read as its row says.
type Failure struct {
	Where   string // file:line
	Example string
	Want    string
	Got     []string // a line for each event that was read instead
}

// String is one line for people.
func (f Failure) String() string {
	got := strings.Join(f.Got, "; ")
	if got == "" {
		got = "nothing"
	}
	return fmt.Sprintf("%s: %q: want %s, got %s", f.Where, f.Example, f.Want, got)
}

// Understand sends a text through all rooms up to this one: what a row of the
// tables does to a sentence is seen without an article.
func (t *Tables) Understand(text string, day dateline.Day) (*lang.Doc, *who.Layer, []Mention) {
	a := &dateline.Article{Text: text, Date: day, Paragraphs: when.Paragraphs(text)}
	doc := lang.Parse(text, a.Paragraphs)
	f := facts.Default()
	tm := when.Read(doc, day)
	w := who.Read(doc, a, tm, f)
	return doc, w, t.Read(doc, w, where.Read(doc, w, f), tm, said.Read(doc, w, tm))
}

// Examples reads every example of the tables and reports those that fail, and
// how many there were. A row of events passes if an event of its type (and mode,
// if it has one) is found; a light verb or status word if some event takes the
// status that its effect gives, or, where the effect is that nothing of the kind
// came about, if no deed is told as done or firmly to come.
func (t *Tables) Examples() (failures []Failure, n int) {
	day := dateline.Date(2031, 3, 5)
	seen := map[string]bool{}
	try := func(where, example, want string, ok func([]Mention) bool) {
		if example == "" || seen[where] {
			return
		}
		seen[where] = true
		n++
		doc, _, ms := t.Understand(example, day)
		if ok(ms) {
			return
		}
		f := Failure{Where: where, Example: example, Want: want}
		for _, m := range ms {
			f.Got = append(f.Got, fmt.Sprintf("%s %s %s %q (%s)", m.Type, m.Mode, m.Status, doc.Words(m.TriggerFirst, m.TriggerLast), m.Rule))
		}
		failures = append(failures, f)
	}
	for _, rows := range [][]*Row{t.Verbs, t.Nouns} {
		for _, r := range rows {
			try(r.Where(), r.Example, strings.TrimSpace(fmt.Sprintf("%s %s", r.Type, r.Mode)), func(ms []Mention) bool {
				return slices.ContainsFunc(ms, func(m Mention) bool {
					return m.Type == r.Type && (r.Mode == "" || r.Type != dateline.Consult || m.Mode == r.Mode)
				})
			})
		}
	}
	for _, r := range t.lights {
		try(r.Where(), r.Example, string(r.Effect), r.Effect.shown)
	}
	for _, r := range t.Status {
		try(fmt.Sprintf("%s:%d", r.File, r.Line), r.Example, string(r.Effect), r.Effect.shown)
	}
	return failures, n
}

// shown tells whether the events of an example bear an effect out.
func (e Effect) shown(ms []Mention) bool {
	if slices.ContainsFunc(ms, func(m Mention) bool { return e.allows(m.Status) }) {
		return true
	}
	switch e {
	case Wanted, Conditional, Denied, Effect(dateline.Not), Effect(dateline.Possible):
		return !slices.ContainsFunc(ms, func(m Mention) bool {
			return !ofWords[m.Type] && m.Status != dateline.Not && m.Status != dateline.Possible
		})
	}
	return false
}

// allows tells whether an event under the effect may end with the status.
func (e Effect) allows(st dateline.Status) bool {
	switch e {
	case Same:
		return true
	case Wanted, Conditional:
		return st == dateline.Possible || st == dateline.Planned
	case Fell:
		return st == dateline.Cancelled
	case Denied:
		return st == dateline.Not
	}
	return dateline.Status(e) == st
}
