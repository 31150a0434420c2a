package read

import (
	"slices"
	"strings"

	"dateline"
	"dateline/what"
	"dateline/who"
)

// links reads what the list below a release names with its day: "Visit to Sudland March 10,
// 2031", "Norwegian-Sudlandish talks June 29, 2030". Nothing else there is read for events:
// the other lines are of the pages themselves.
func (r *rooms) links() {
	d := r.doc
	found := len(r.found)
	for k := range d.Sentences {
		s := &d.Sentences[k]
		if r.kind(s.Para) != dateline.SeeAlso || s.Last-s.First > longestLink || r.linkDays(k) == nil {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			m := what.Mention{Trigger: i, TriggerFirst: i, TriggerLast: i + 1, Type: dateline.Consult, PlaceHead: -1, Light: -1, Clause: i, Status: dateline.Happened, Rule: byLink}
			switch w := strings.ToLower(d.Tokens[i].Form); {
			case w == "visit" && i+1 < s.Last && d.Tokens[i+1].Form == "to":
				m.Mode, m.CAMEO, m.Actors, m.PlaceHead = "visit", "042", r.ownLeader(), r.placeFrom(i+2, s.Last)
				if m.PlaceHead < 0 || len(m.Actors) == 0 {
					continue
				}
			case w == "talks" && i > s.First && len(r.statesIn(s.First, i)) == 2:
				m.Mode, m.CAMEO, m.Actors = "meet", "040", r.statesIn(s.First, i)
			default:
				continue
			}
			r.found = slices.DeleteFunc(r.found, func(x what.Mention) bool { return x.Trigger == i })
			r.found = append(r.found, m)
			break
		}
	}
	if len(r.found) != found {
		r.inOrder()
	}
}

const (
	// byLink is the rule of the events that links finds.
	byLink = "a link below the text"
	// longestLink is how many tokens a link has at most.
	longestLink = 24
)

// linkDays are the days that a sentence names, from the first to the last; nil if none.
func (r *rooms) linkDays(sentence int) *dateline.When {
	const stay = 14
	s := &r.doc.Sentences[sentence]
	var w *dateline.When
	for i := s.First; i < s.Last; i++ {
		m := r.times.At(i)
		if m == nil || !m.Span.Known() || m.Span.Days() > stay {
			continue
		}
		if w == nil {
			w = &dateline.When{Span: m.Span, Text: r.doc.Text[m.Start:m.End]}
		} else if m.Span.Latest-w.Earliest <= stay && m.Span.Latest >= w.Earliest {
			w.Latest = max(w.Latest, m.Span.Latest)
		}
	}
	return w
}

// ownLeader is the mention of whoever a text of a state's own outlet names first of that
// state: the one whose visits it lists.
func (r *rooms) ownLeader() []int {
	state := r.outlet()
	for _, k := range r.parties() {
		if r.stateOfMention(k) == state && state != "" {
			return []int{k}
		}
	}
	for k := range r.actors.Mentions {
		m := &r.actors.Mentions[k]
		if len(m.Entities) != 1 || state == "" {
			continue
		}
		if x := &r.actors.Entities[m.Entities[0]]; x.Kind == who.Person && x.State == state && x.ID != "" && !x.Plural && !r.signs(x) {
			return []int{k}
		}
	}
	return nil
}

// placeFrom is the first token of a range that names a place, or -1.
func (r *rooms) placeFrom(first, last int) int {
	for i := first; i < last; i++ {
		if r.placeAt(i) != nil {
			return i
		}
	}
	return -1
}

// statesIn are the mentions of states that a range of tokens names, by whatever form.
func (r *rooms) statesIn(first, last int) (out []int) {
	var seen []string
	for k := range r.actors.Mentions {
		m := &r.actors.Mentions[k]
		if m.First < first || m.Last > last || len(m.Entities) != 1 {
			continue
		}
		if x := &r.actors.Entities[m.Entities[0]]; x.Kind == who.State && !slices.Contains(seen, x.State) {
			out, seen = append(out, k), append(seen, x.State)
		}
	}
	return out
}
