package what

import (
	"cmp"
	"slices"
	"strings"

	"dateline/lang"
	"dateline/where"
	"dateline/who"
)

// Gap is a predicate between political actors that no row of the tables knows.
type Gap struct {
	Lemma   string
	Frame   string // the places filled: "s o with"
	N       int
	Example string // the first sentence that has it
}

// Gaps counts gaps over many texts. The zero value is ready; it is not safe for
// use by several goroutines.
type Gaps struct {
	by    map[string]*Gap
	Texts int
}

// Add looks through one text for verbs and nouns whose companions are two
// different political actors and that led to no event.
func (g *Gaps) Add(t *Tables, doc *lang.Doc, w *who.Layer, ms []Mention) {
	g.Texts++
	if g.by == nil {
		g.by = map[string]*Gap{}
	}
	told := map[int]bool{}
	for _, m := range ms {
		told[m.Trigger] = true
		if m.Light >= 0 {
			told[m.Light] = true
		}
	}
	r := &reader{tabs: t, doc: doc, who: w, where: noPlaces, lemmas: make([]string, len(doc.Tokens))}
	for i := range doc.Tokens {
		if told[i] {
			continue
		}
		var f frame
		switch doc.Tokens[i].UPOS {
		case "VERB":
			f = r.verbFrame(i)
		case "NOUN":
			f = r.nounFrame(i)
		default:
			continue
		}
		if frame, ok := r.between(&f); ok {
			g.count(r.lemma(i)+suffix(f.particle), frame, doc, i)
		}
	}
}

// between names the places of a frame if at least two political actors fill them.
func (r *reader) between(f *frame) (string, bool) {
	var names []string
	entities := map[int]bool{}
	for _, s := range f.slots {
		for _, t := range s.toks {
			m := r.mention(t)
			if m == nil || !r.who.Entities[m.Entities[0]].Political {
				continue
			}
			entities[m.Entities[0]] = true
			if !slices.Contains(names, s.name) {
				names = append(names, s.name)
			}
		}
	}
	slices.Sort(names)
	return strings.Join(names, " "), len(entities) > 1 && len(names) > 1
}

func (g *Gaps) count(lemma, frame string, doc *lang.Doc, i int) {
	key := lemma + " | " + frame
	if g.by[key] == nil {
		s := doc.Sentences[doc.Tokens[i].Sent]
		g.by[key] = &Gap{Lemma: lemma, Frame: frame, Example: strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " ")}
	}
	g.by[key].N++
}

// Top gives the n most frequent gaps.
func (g *Gaps) Top(n int) []Gap {
	var out []Gap
	for _, v := range g.by {
		out = append(out, *v)
	}
	slices.SortFunc(out, func(a, b Gap) int {
		return cmp.Or(b.N-a.N, cmp.Compare(a.Lemma, b.Lemma), cmp.Compare(a.Frame, b.Frame))
	})
	return out[:min(n, len(out))]
}

var noPlaces = &where.Layer{}

func suffix(particle string) string {
	if particle == "" {
		return ""
	}
	return " " + particle
}
