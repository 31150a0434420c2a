package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
)

// anchors gives the room `when` the days of summits and terms of office.
type anchors struct{ facts *facts.Facts }

// nearSummit is how many days from the day of reference a meeting of a series is
// looked for: the last or next one of a yearly series.
const nearSummit = 500

// Event finds the meeting that words name: a series, and the city or state
// where it met if they tell it; the nearest one to the day if several fit.
func (a anchors) Event(words string, at dateline.Day) (dateline.Span, bool) {
	if !at.Known() {
		return dateline.NoSpan, false
	}
	folded := " " + joined(words) + " "
	best, found := facts.Summit{Span: dateline.NoSpan}, false
	for _, s := range a.facts.Summits("", at) {
		if !s.Known() || !strings.Contains(folded, " "+joined(s.Series)+" ") {
			continue
		}
		if d := int(at - s.Earliest); max(d, -d) > nearSummit {
			break
		}
		if !found || better(&s, &best, folded) {
			best, found = s, true
		}
	}
	return best.Span, found
}

// better prefers a meeting in a city that the words name to the nearest one, and
// of two tellings of one meeting the more exact.
func better(s, best *facts.Summit, words string) bool {
	if s.Overlaps(best.Span) {
		return s.Days() < best.Days()
	}
	named := func(x *facts.Summit) bool {
		city := facts.Fold(x.City)
		return city != "" && strings.Contains(words, " "+city+" ")
	}
	return named(s) && !named(best)
}

// joined folds words so that "G-20" and "G20" are alike.
func joined(s string) string { return facts.Fold(strings.ReplaceAll(s, "-", "")) }

// Office finds the term that words speak of: somebody, and an office or the bare
// "took office", which is that of head of state or government.
func (a anchors) Office(words string, at dateline.Day) (dateline.Span, bool) {
	names, rest := a.split(words)
	_, office, _ := a.facts.OfficeIn(rest)
	for _, name := range names {
		for _, p := range a.facts.PersonsNamed(name, facts.Hint{Office: office, Day: at}) {
			if p.Score < leastScore {
				break
			}
			titles := []string{office}
			if office == "" {
				titles = []string{"president", "prime minister", "chancellor"}
			}
			for _, t := range titles {
				if day, ok := a.facts.SinceOffice(p.Person.ID, t); ok && (!at.Known() || day <= at) {
					return dateline.Span{Earliest: day, Latest: dateline.NoDay}, true
				}
			}
		}
	}
	return dateline.NoSpan, false
}

// leastScore is how sure a person must be to lend a date.
const leastScore = 0.3

// split takes the names, runs of words with capitals, from the rest.
func (a anchors) split(words string) (names []string, rest string) {
	var run, others []string
	flush := func() {
		if len(run) > 0 {
			names = append(names, strings.Join(run, " "))
		}
		run = nil
	}
	for w := range strings.FieldsSeq(words) {
		c, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(c) && !slices.Contains([]string{"President", "Prime", "Minister", "Chancellor", "King", "Queen", "U.S."}, w) {
			run = append(run, strings.Trim(w, ",."))
			continue
		}
		flush()
		others = append(others, w)
	}
	flush()
	return names, strings.Join(others, " ")
}
