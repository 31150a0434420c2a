package score

import (
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/who"
)

// DiploScore is how well the counterparts that a record of official trips names
// are found: with the right state, and tied to the right person of the facts.
type DiploScore struct {
	Named, Found, RightState int // counterparts named with a title
	Known, Linked            int // of those, whose office the facts know
	Errors                   []string
}

// trip is one line of the record of trips.
type trip struct {
	Country, Start, Remarks, Who string
	City                         string
}

// counterpart is a title with a name, as remarks write it.
var counterpart = regexp.MustCompile(`\b((?:Deputy |Vice |Crown |Acting )?(?:President|Prime Minister|Foreign Minister|Defense Minister|Finance Minister|Premier|Chancellor|King|Queen|Prince|Emir|Sultan|Foreign Secretary)) (` + namePart + `(?: ` + namePart + `)*)`)

const namePart = `(?:[A-Z]\.|(?:[a-z]{2}-)?[A-Z][\p{L}-]*|bin|al|de|del|da|dos|van|el)`

// Diplo measures who.Read on the remarks of trips that began in the years
// [from, to]. The country is told as a sentence of its own before the remark;
// read gives the actors of a text.
func Diplo(path string, from, to string, f *facts.Facts, read func(*dateline.Article) *who.Layer) (DiploScore, error) {
	var s DiploScore
	err := eachRow(path, func(t *trip) error {
		home := f.StateByName(t.Country)
		if t.Start < from || t.Start > to || home == nil {
			return nil
		}
		s.trip(t, home.ISO3, f, read)
		return nil
	})
	return s, err
}

func (s *DiploScore) trip(t *trip, state string, f *facts.Facts, read func(*dateline.Article) *who.Layer) {
	lead := "Visit to " + t.Country + ". "
	day, err := dateline.ParseDay(t.Start)
	found := counterpart.FindAllStringSubmatchIndex(t.Remarks, -1)
	if len(found) == 0 || err != nil {
		return
	}
	l := read(&dateline.Article{Text: lead + t.Remarks, Date: day})
	for _, m := range found {
		office, name := t.Remarks[m[2]:m[3]], t.Remarks[m[4]:m[5]]
		if elsewhere(t.Remarks, m[0], m[5]) || name == "and" {
			continue
		}
		words := strings.Fields(facts.Fold(name))
		if holderNamed(f, "USA", "president", day, words) != "" && state != "USA" {
			continue // whom the traveller went with
		}
		s.ask(l, f, state, office, name, day, t.Remarks)
	}
}

// ask scores one counterpart who is told to act for a state in an office.
func (s *DiploScore) ask(l *who.Layer, f *facts.Facts, state, office, name string, day dateline.Day, text string) {
	words := strings.Fields(facts.Fold(name))
	told := day.String() + " " + state + " " + office + " " + name + " → "
	s.Named++
	e := personNamed(l, words)
	if e != nil {
		s.Found++
	}
	if e != nil && e.State == state {
		s.RightState++
	} else {
		s.Errors = append(s.Errors, told+described(e)+" | "+text)
	}
	if want := holderNamed(f, state, office, day, words); want != "" {
		s.Known++
		if e != nil && (e.ID == want || samePerson(f, e.ID, want)) {
			s.Linked++
		} else {
			s.Errors = append(s.Errors, "link "+told+described(e)+", want "+want+" | "+text)
		}
	}
}

func described(e *who.Entity) string {
	if e == nil {
		return "nobody"
	}
	return e.ID + " " + e.Name + " " + e.State
}

// elsewhere leaves out those whom the remark places in another state ("President
// Lind of Norway", "Norwegian President Lind") or who travel themselves.
func elsewhere(text string, start, end int) bool {
	after := strings.TrimSpace(text[end:])
	if strings.HasPrefix(after, "of ") || strings.HasPrefix(after, "(") {
		return true
	}
	before := strings.Fields(text[:start])
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last[0] >= 'A' && last[0] <= 'Z' && len(before) > 1 && last != "The" || last == "former" || last == "Former" || last == "Accompanied" || last == "late"
}

// personNamed is the person of a text who shares the last word and most others
// of a name.
func personNamed(l *who.Layer, words []string) *who.Entity {
	var best *who.Entity
	top := 0
	for i := range l.Entities {
		e := &l.Entities[i]
		have := strings.Fields(facts.Fold(e.Name))
		if e.Kind != who.Person || len(have) == 0 || have[len(have)-1] != words[len(words)-1] {
			continue
		}
		n := 0
		for _, w := range words {
			if slices.Contains(have, w) {
				n++
			}
		}
		if n > top {
			best, top = e, n
		}
	}
	return best
}

// holderNamed is the id of the holder of the office on the day if the facts know
// one of that name.
func holderNamed(f *facts.Facts, state, office string, day dateline.Day, words []string) string {
	for _, h := range f.Holders(state, office, day) {
		for _, n := range append([]string{h.Person.Name}, h.Person.Aliases...) {
			have := strings.Fields(facts.Fold(n))
			if len(have) > 0 && have[len(have)-1] == words[len(words)-1] {
				return h.Person.ID
			}
		}
	}
	return ""
}

// samePerson lets two rows of the facts for one person pass: the first names
// sound alike and so does the state.
func samePerson(f *facts.Facts, a, b string) bool {
	p, q := f.PersonByID(a), f.PersonByID(b)
	if p == nil || q == nil || p.State != q.State {
		return false
	}
	x, _, _ := strings.Cut(facts.Fold(p.Name), " ")
	y, _, _ := strings.Cut(facts.Fold(q.Name), " ")
	return facts.Sound(x) == facts.Sound(y)
}
