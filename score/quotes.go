package score

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// Attributed is one attribution for scoring: whose words, and which; byte spans.
type Attributed struct {
	Source  [][2]int
	Content [][2]int
	Name    string // of the source, as the text writes it
	Direct  bool   // the content begins with a quotation mark
}

// QuotesText is a text with its attributions.
type QuotesText struct {
	ID, Text     string
	Attributions []Attributed
}

// QuoteScores are the figures of attribution. A found attribution is right if
// its content shares at least half of the shorter one's bytes with the gold one's
// and the sources overlap or both are not told (Direct: or have the same last
// word). Source and Content ask for exactly the same spans.
type QuoteScores struct {
	Direct, All     PRF
	Source, Content PRF
}

// PRF counts what was found rightly.
type PRF struct{ Hits, Gold, Found int }

// P is precision.
func (c PRF) P() float64 { return ratio(c.Hits, c.Found) }

// R is recall.
func (c PRF) R() float64 { return ratio(c.Hits, c.Gold) }

// F1 is the harmonic mean of precision and recall.
func (c PRF) F1() float64 { return ratio(2*c.Hits, c.Gold+c.Found) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// ReadQuotes reads texts with attributions in the layout of PolNeAR made JSON
// lines: id, text, attributions of source, cue and content, in code points.
func ReadQuotes(r io.Reader) ([]QuotesText, error) {
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	}
	var out []QuotesText
	in := bufio.NewScanner(r)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var line struct {
			ID           string                                  `json:"id"`
			Text         string                                  `json:"text"`
			Attributions []struct{ Source, Cue, Content []span } `json:"attributions"`
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return nil, err
		}
		at := byteOffsets(line.Text)
		bytes := func(ss []span) (out [][2]int) {
			for _, s := range ss {
				if s.Start < len(at) && s.End < len(at) {
					out = append(out, [2]int{at[s.Start], at[s.End]})
				}
			}
			return out
		}
		t := QuotesText{ID: line.ID, Text: line.Text}
		for _, a := range line.Attributions {
			g := Attributed{Source: bytes(a.Source), Content: bytes(a.Content)}
			if len(g.Content) == 0 {
				continue
			}
			for _, s := range a.Source {
				g.Name = s.Text
			}
			g.Direct = slices.ContainsFunc(a.Content, func(s span) bool { return quoted(strings.TrimSpace(s.Text)) })
			t.Attributions = append(t.Attributions, g)
		}
		out = append(out, t)
	}
	return out, in.Err()
}

// quoted reports whether a text begins with a quotation mark.
func quoted(text string) bool {
	return strings.IndexAny(text, "“”\"") == 0 || strings.HasPrefix(text, "''")
}

// byteOffsets gives the byte at which each code point begins, and the end.
func byteOffsets(s string) []int {
	var out []int
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// Add books the attributions found in a text against the gold ones.
func (s *QuoteScores) Add(gold, found []Attributed) {
	direct := func(a Attributed) bool { return a.Direct }
	s.All.count(gold, found, rightSource)
	s.Direct.count(filter(gold, direct), filter(found, direct), func(g, f Attributed) bool { return rightSource(g, f) || lastWord(g.Name) == lastWord(f.Name) })
	s.Source.count(gold, found, func(g, f Attributed) bool { return slices.Equal(g.Source, f.Source) })
	s.Content.count(gold, found, func(g, f Attributed) bool { return slices.Equal(g.Content, f.Content) })
}

func filter(in []Attributed, keep func(Attributed) bool) (out []Attributed) {
	for _, a := range in {
		if keep(a) {
			out = append(out, a)
		}
	}
	return out
}

// count pairs the two one to one, the largest shared contents first.
func (c *PRF) count(gold, found []Attributed, right func(g, f Attributed) bool) {
	type pair struct{ shared, g, f int }
	var pairs []pair
	for g := range gold {
		for f := range found {
			n := shared(gold[g].Content, found[f].Content)
			if 2*n >= min(length(gold[g].Content), length(found[f].Content)) && n > 0 && right(gold[g], found[f]) {
				pairs = append(pairs, pair{n, g, f})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.shared, a.shared) })
	c.Gold += len(gold)
	c.Found += len(found)
	usedG, usedF := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if !usedG[p.g] && !usedF[p.f] {
			usedG[p.g], usedF[p.f] = true, true
			c.Hits++
		}
	}
}

func rightSource(g, f Attributed) bool {
	return len(g.Source) == 0 && len(f.Source) == 0 || shared(g.Source, f.Source) > 0
}

func lastWord(name string) string {
	w := strings.Fields(name)
	if len(w) == 0 {
		return ""
	}
	return strings.ToLower(w[len(w)-1])
}

func length(spans [][2]int) (n int) {
	for _, s := range spans {
		n += s[1] - s[0]
	}
	return n
}

func shared(a, b [][2]int) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	return n
}
