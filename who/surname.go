package who

import (
	"strings"
	"unicode/utf8"

	"dateline/facts"
	"dateline/lang"
)

// surname is the last name of somebody whom the text names in full.
type surname struct {
	text string
	n    int // tokens
}

// surnames finds where the last name of a person told in full stands alone
// ("Benhima"), and joins one that was cut at its hyphen ("Kallas", "Rebane").
func (r *reader) surnames(spans []nameSpan) []nameSpan {
	told := map[string][]surname{}
	for i := range spans {
		p := &spans[i]
		s, ok := r.lastName(p)
		if !ok {
			continue
		}
		first := r.doc.Tokens[p.Last-s.n].Form
		told[first] = append(told[first], s)
		if f := r.particlesBefore(p.Last-s.n, p.First+1); f < p.Last-s.n {
			s = surname{text: r.doc.Words(f, p.Last), n: p.Last - f}
			first = r.doc.Tokens[f].Form
			told[first] = append(told[first], s)
			s.text = titled(s.text) // "Von der Leyen" at the head of a sentence
			told[titled(first)] = append(told[titled(first)], s)
		}
	}
	if len(told) == 0 {
		return spans
	}
	out := make([]nameSpan, 0, len(spans))
	next := 0
	for i := 0; i < len(r.doc.Tokens); i++ {
		if next < len(spans) && spans[next].First <= i {
			p := spans[next]
			next++
			if p.Last == p.First+1 && r.isMonth(p.First) {
				continue
			}
			if n := r.longestSurname(p.First, told); p.First+n > p.Last {
				p.Last = p.First + n
				for next < len(spans) && spans[next].First < p.Last {
					p.Last = max(p.Last, spans[next].Last)
					next++
				}
			}
			out = append(out, p)
			i = max(i, p.Last-1)
			continue
		}
		n := r.longestSurname(i, told)
		if n == 0 || !r.standsAlone(i, i+n) {
			continue
		}
		for next < len(spans) && spans[next].First < i+n { // "Rebane" of "Kallas-Rebane"
			n = max(n, spans[next].Last-i)
			next++
		}
		out = append(out, nameSpan{First: i, Last: i + n, shared: -1})
		i += n - 1
	}
	return out
}

// lastName is what stands behind the last space of a name of several words.
func (r *reader) lastName(p *nameSpan) (surname, bool) {
	first := p.Last - 1
	for first > p.First && !r.doc.Tokens[first-1].SpaceAfter {
		first--
	}
	s := surname{text: r.doc.Words(first, p.Last), n: p.Last - first}
	if first == p.First || !capital(s.text) || utf8.RuneCountInString(s.text) < 3 && shortName(s.text) || strings.HasSuffix(s.text, ".") {
		return surname{}, false
	}
	return s, true
}

func (r *reader) longestSurname(i int, told map[string][]surname) int {
	best := 0
	for _, s := range told[r.doc.Tokens[i].Form] {
		if s.n > best && i+s.n <= len(r.doc.Tokens) && r.doc.Words(i, i+s.n) == s.text {
			best = s.n
		}
	}
	return best
}

// standsAlone reports whether tokens that spell a surname are no part of another
// name and, unless it has a hyphen, no name of anything else.
func (r *reader) standsAlone(first, last int) bool {
	for j := first; j < last && last-first == 1; j++ {
		if r.knownOver(j) != nil || r.doc.NameAt(j) != nil {
			return false
		}
	}
	t := &r.doc.Tokens[last-1]
	if t.UPOS != "PROPN" || r.words.common(t.Form) || r.isMonth(last-1) {
		return false
	}
	if first > 0 && r.doc.Tokens[first-1].UPOS == "PROPN" && !r.words.heads[r.singular(first-1)] && !r.isTitle(first-1) {
		return false
	}
	return last >= len(r.doc.Tokens) || r.doc.Tokens[last].UPOS != "PROPN"
}

// isMonth reports whether a word that may be a surname is a month here: "in May",
// "late May", "May 4".
func (r *reader) isMonth(i int) bool {
	if !month[r.doc.Tokens[i].Form] {
		return false
	}
	if i+1 < len(r.doc.Tokens) && r.doc.Tokens[i+1].UPOS == "NUM" {
		return true
	}
	if i == 0 {
		return false
	}
	switch r.lower(i - 1) {
	case "in", "since", "until", "till", "of", "during", "from", "through", "early", "mid", "late", "last", "next", "this":
		return true
	}
	return r.doc.Tokens[i-1].UPOS == "NUM"
}

// month names that are surnames as well.
var month = map[string]bool{"March": true, "April": true, "May": true, "June": true, "August": true}

// initialBefore gives the first token of the initials that stand right before a
// name which the model cut off from them: "S." before "M. Krishna". An initial that
// ends a sentence belongs to the name only if that goes on with another initial.
func (r *reader) initialBefore(first, lo int) int {
	for first > lo {
		at, ok := r.initialEnding(first)
		if !ok || at < lo || r.doc.Tokens[at].UPOS != "PROPN" {
			break
		}
		if r.doc.Tokens[at].Sent != r.doc.Tokens[first].Sent && !r.initial(first) {
			break
		}
		first = at
	}
	return first
}

// initialEnding finds an initial whose full stop ends right before token end.
func (r *reader) initialEnding(end int) (int, bool) {
	if end < 1 {
		return 0, false
	}
	if f := r.doc.Tokens[end-1].Form; f != "." {
		return end - 1, r.initial(end-1) && strings.HasSuffix(f, ".")
	}
	if end < 2 || r.doc.Tokens[end-2].SpaceAfter {
		return 0, false
	}
	return end - 2, r.initial(end - 2)
}

// initial reports whether a token is one capital, with or without its full stop.
func (r *reader) initial(i int) bool {
	f := strings.TrimSuffix(r.doc.Tokens[i].Form, ".")
	return utf8.RuneCountInString(f) == 1 && capital(f) && f != "I"
}

// goesOn gives the index of the name of a person that goes on where one that is
// nothing but an initial was cut off, its full stop aside; or -1.
func (r *reader) goesOn(p *nameSpan, next int) int {
	if next >= len(r.doc.Names) || r.doc.Names[next].Kind != lang.PER {
		return -1
	}
	at, ok := r.initialEnding(r.doc.Names[next].First)
	if !ok || at != p.Last-1 || at != p.First {
		return -1
	}
	return next
}

// oneName reports whether two names differ in nothing but the spaces between
// initials or in initials that one leaves out: "S.M. Krishna", "S. M. Krishna".
func oneName(a, b string) bool {
	a, b = spaced(a), spaced(b)
	if facts.Fold(a) == facts.Fold(b) {
		return true
	}
	x, y := withoutInitials(a), withoutInitials(b)
	return strings.Contains(x, " ") && (x == a || y == b) && facts.Fold(x) == facts.Fold(y)
}

// spaced sets initials apart.
func spaced(name string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(name, ".", ". ")), " ")
}

// sonOf takes in what stands behind "ibn" and the like: "Abdullah II ibn Al Hussein".
func (r *reader) sonOf(last int) int {
	for last+1 < len(r.doc.Tokens) && (r.doc.Tokens[last].Form == "ibn" || r.doc.Tokens[last].Form == "bin") && capital(r.doc.Tokens[last+1].Form) {
		last += 2
		for last < len(r.doc.Tokens) && r.doc.Tokens[last].UPOS == "PROPN" && r.knownOver(last) == nil && !r.words.common(r.doc.Tokens[last].Form) {
			last++
		}
	}
	return last
}
