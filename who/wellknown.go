package who

import (
	"slices"
	"strings"

	"dateline/facts"
)

// wellKnown finds the person of the facts whom a name can only mean, although neither
// state nor office bears it out: a full name that is one person's, whatever the text calls
// him ("Senator Hillary Clinton", "special envoy Steve Witkoff"), or a rare surname of
// somebody in office on the day; or nil.
func (r *reader) wellKnown(e *Entity) *facts.PersonRef {
	name := withoutInitials(e.Name)
	hint := facts.Hint{State: e.State, Gender: e.Gender, Day: r.article.Date}
	if e.guessed {
		hint.State = ""
	}
	if e.civil || !hint.Day.Known() {
		return nil
	}
	refs := r.facts.PersonsNamed(name, hint)
	if len(refs) == 0 || refs[0].Holding == nil || strings.HasPrefix(refs[0].Why, "sounds alike") {
		return nil
	}
	ref := &refs[0]
	if !strings.Contains(name, " ") {
		if len(refs) == 1 && len(name) >= rareName && e.Office == "" && e.State == "" && ref.Holding.Source == facts.HandSource && r.current(ref.Holding) {
			return ref
		}
		return nil
	}
	if !goesBy(&ref.Person, name) || len(refs) > 1 && goesBy(&refs[1].Person, name) || ref.Score < sureAt || !r.inHisTime(ref.Holding) {
		return nil
	}
	if s := hint.State; s != "" && ref.Person.State != s && ref.Holding.State != s {
		return nil
	}
	office := strings.ToLower(e.Office)
	if stateOffices[lastWord(office)] && lastWord(office) != lastWord(strings.ToLower(ref.Holding.Title)) {
		return nil // a minister whom the facts know as none is somebody else
	}
	return ref
}

// royal ties princes and princesses to the facts, which know them by their title: "Prince
// William".
func (r *reader) royal(e *Entity) {
	if e.State != "" && !e.guessed || strings.Contains(e.Name, " ") || e.Office != "prince" && e.Office != "princess" {
		return
	}
	for _, ref := range r.facts.Lookup(strings.ToUpper(e.Office[:1]) + e.Office[1:] + " " + e.Name) {
		if ref.Kind == facts.KindPerson {
			p := r.facts.Person(ref)
			e.ID, e.State, e.guessed, e.Political = p.ID, p.State, false, true
			return
		}
	}
}

// rareName is how many letters a surname has at least that alone tells who is meant.
const rareName = 6

// goesBy reports whether a full name is that of a person or one of the other forms.
func goesBy(p *facts.Person, name string) bool {
	folded := facts.Fold(name)
	return facts.Fold(p.Name) == folded || slices.ContainsFunc(p.Aliases, func(a string) bool { return facts.Fold(a) == folded })
}

// inHisTime reports whether the article is of the years in which an office makes its
// holder known.
func (r *reader) inHisTime(h *facts.Holding) bool {
	d := r.article.Date
	return (!h.From.Known() || d > h.From-yearsBefore*365) && (!h.To.Known() || d < h.To+yearsAfter*365)
}

// yearsBefore and yearsAfter are for how long somebody is known before an office and
// after it.
const yearsBefore, yearsAfter = 15, 25
