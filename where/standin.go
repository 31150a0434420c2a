package where

// Stand-in by the lead. H: replace this file as a whole by yours.

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// Read finds the places of a text.
func Read(doc *lang.Doc, w *who.Layer, f *facts.Facts) *Layer {
	l := &Layer{doc: doc, byHead: make([]int32, len(doc.Tokens))}
	for i := range l.byHead {
		l.byHead[i] = -1
	}
	for _, s := range doc.Sentences {
		forms := make([]string, 0, s.Last-s.First)
		for _, t := range doc.Tokens[s.First:s.Last] {
			forms = append(forms, t.Form)
		}
		for i := 0; i < len(forms); {
			n, refs := f.Match(forms, i)
			if c, _ := utf8.DecodeRuneInString(forms[i]); n == 0 || len(refs) == 0 || !unicode.IsUpper(c) {
				i++
				continue
			}
			l.place(f, s.First+i, s.First+i+n, refs[0])
			i += n
		}
	}
	for _, n := range doc.Names {
		if n.Kind == lang.LOC && l.covers(n.First) < 0 {
			h := l.head(n.First, n.Last)
			l.push(Mention{n.First, n.Last, h, dateline.Place{Name: doc.Words(n.First, n.Last)}, "site"})
		}
	}
	slices.SortStableFunc(l.Mentions, func(a, b Mention) int { return a.First - b.First })
	for i := range l.Mentions {
		l.byHead[l.Mentions[i].Head] = int32(i)
	}
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Place.State == "" {
			m.Place.State = l.around(m)
		}
	}
	return l
}

func (l *Layer) covers(tok int) int {
	return slices.IndexFunc(l.Mentions, func(m Mention) bool { return m.First <= tok && tok < m.Last })
}

func (l *Layer) head(first, last int) int {
	for i := first; i < last; i++ {
		if h := l.doc.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

func (l *Layer) place(f *facts.Facts, first, last int, ref facts.Ref) {
	if n := l.doc.NameAt(first); n != nil && n.Kind == lang.PER {
		return
	}
	m := Mention{First: first, Last: last, Head: l.head(first, last)}
	m.Place.Name = l.doc.Words(first, last)
	m.Place.State = f.StateOf(ref)
	switch ref.Kind {
	case facts.KindState:
		m.Kind = "state"
		if s := f.State(m.Place.State); s != nil {
			m.Place.Lat, m.Place.Lon = s.Lat, s.Lon
		}
	case facts.KindCity:
		c := f.CityOf(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "city", c.Lat, c.Lon
	case facts.KindMetonym:
		m.Kind = "site"
	case facts.KindSite:
		s := f.Site(ref)
		m.Kind, m.Place.Lat, m.Place.Lon = "site", s.Lat, s.Lon
	default:
		return
	}
	l.push(m)
}

func (l *Layer) push(m Mention) { l.Mentions = append(l.Mentions, m) }

// around looks for the state of a place in the words beside it: "Rivne, Ukraine".
func (l *Layer) around(m *Mention) string {
	for i := range l.Mentions {
		o := &l.Mentions[i]
		if o.Place.State != "" && l.doc.Tokens[o.Head].Sent == l.doc.Tokens[m.Head].Sent && (l.doc.Dominates(m.Head, o.Head) || o.First-m.Last <= 1 && o.First >= m.Last) {
			return o.Place.State
		}
	}
	return ""
}

var locative = strings.Fields("in at to near outside inside off around across along over from between")

// Of gives the place of the event whose trigger is a token, by the tree, or nil.
func (l *Layer) Of(trigger, clause int) (*dateline.Place, []string) {
	seen := map[int]bool{}
	for _, h := range []int{trigger, clause} {
		if h < 0 || seen[h] {
			continue
		}
		seen[h] = true
		if m := l.under(h); m != nil {
			p := m.Place
			return &p, []string{fmt.Sprintf("place %q hangs on %q", p.Name, l.doc.Tokens[h].Form)}
		}
	}
	return nil, nil
}

func (l *Layer) under(h int) *Mention {
	var best *Mention
	for _, c := range l.doc.Children(h) {
		c := int(c)
		rel := l.doc.Tokens[c].Rel
		if !lang.RelIs(rel, "obl") && !lang.RelIs(rel, "nmod") {
			continue
		}
		cs := l.doc.Child(c, "case")
		if cs < 0 || !slices.Contains(locative, l.doc.Tokens[cs].Lemma) || l.doc.Tokens[cs].Lemma == "from" {
			continue
		}
		if m := l.At(c); m != nil {
			if best == nil || best.Kind == "state" {
				best = m
			}
		}
	}
	return best
}
