package score

import (
	"os"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/article"
	"dateline/facts"
	"dateline/lang"
	"dateline/said"
	"dateline/when"
	"dateline/who"
)

func TestQuotesCount(t *testing.T) {
	gold := []Attributed{
		{Source: [][2]int{{0, 4}}, Content: [][2]int{{10, 30}}, Name: "Lind", Direct: true},
		{Content: [][2]int{{40, 60}}},
	}
	found := []Attributed{
		{Source: [][2]int{{2, 4}}, Content: [][2]int{{12, 30}}, Name: "Lind", Direct: true},
		{Source: [][2]int{{32, 36}}, Content: [][2]int{{40, 60}}},
	}
	var s QuoteScores
	s.Add(gold, found)
	if s.All != (PRF{1, 2, 2}) || s.Direct != (PRF{1, 1, 1}) || s.Content != (PRF{1, 2, 2}) || s.Source.Hits != 0 {
		t.Errorf("got %+v", s)
	}
}

// TestQuotesCorpus measures on the second half of the corpus only: the first
// half was looked at.
func TestQuotesCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = "../../shared"
	}
	f, err := os.Open(filepath.Join(root, "data/quotes/polnear_dev.jsonl"))
	if err != nil {
		t.Skip("needs ../shared/data/quotes")
	}
	defer f.Close()
	texts, err := ReadQuotes(f)
	if err != nil {
		t.Fatal(err)
	}
	half := len(texts) / 2
	part := texts[half:]
	if os.Getenv("QUOTES_LOOK") != "" {
		part = texts[:half]
	}
	var s QuoteScores
	for _, x := range part {
		found, _ := attributions(x.Text)
		s.Add(x.Attributions, found)
		if os.Getenv("QUOTES_LOOK") == "errors" {
			show(t, x, found)
		}
	}
	for _, c := range []struct {
		name string
		PRF
		least float64
	}{{"direct", s.Direct, .70}, {"all, partial", s.All, .50}, {"source, exact", s.Source, 0}, {"content, exact", s.Content, 0}} {
		t.Logf("%-15s P %.3f R %.3f F1 %.3f", c.name, c.P(), c.R(), c.F1())
		if c.F1() < c.least {
			t.Errorf("%s: F1 %.3f, was at least %.2f", c.name, c.F1(), c.least)
		}
	}
}

// attributions reads a text's attributions, those of one cue joined.
func attributions(text string) ([]Attributed, *said.Layer) {
	a, err := article.New(dateline.Article{Text: text}, article.Options{})
	if err != nil {
		return nil, nil
	}
	text = a.Text
	doc := lang.Parse(text, a.Paragraphs)
	w := who.Read(doc, a, nil, facts.Default())
	l := said.Read(doc, w, when.Read(doc, dateline.NoDay))
	var out []Attributed
	cues := map[int]int{}
	for i := range l.Attributions {
		x := &l.Attributions[i]
		if x.Within >= 0 { // the corpus leaves out what is said in what is said
			continue
		}
		var parts [][2]int
		for _, p := range x.Parts {
			parts = append(parts, [2]int{doc.Tokens[p[0]].Start, doc.Tokens[p[1]-1].End})
		}
		if k, ok := cues[x.Cue]; ok && x.Cue >= 0 {
			out[k].Content = append(out[k].Content, parts...)
			continue
		}
		cues[x.Cue] = len(out)
		y := Attributed{Content: parts, Name: x.SpeakerText, Direct: x.Direct && quoteMark(text[parts[0][0]])}
		if x.SpeakerEnd > 0 {
			y.Source = [][2]int{{x.SpeakerStart, x.SpeakerEnd}}
		}
		out = append(out, y)
	}
	return out, l
}

func show(t *testing.T, x QuotesText, found []Attributed) {
	say := func(sign string, a Attributed) {
		t.Logf("%s %s %v [%s]: %q", sign, x.ID[:8], a.Direct, a.Name, x.Text[a.Content[0][0]:a.Content[0][1]])
	}
	miss := func(a Attributed, in []Attributed) bool {
		for _, b := range in {
			n := shared(a.Content, b.Content)
			if 2*n >= min(length(a.Content), length(b.Content)) && n > 0 && rightSource(a, b) {
				return false
			}
		}
		return true
	}
	for _, g := range x.Attributions {
		if miss(g, found) {
			say("-", g)
		}
	}
	for _, f := range found {
		if miss(f, x.Attributions) {
			say("+", f)
		}
	}
}

// quoteMark reports whether a byte begins a quotation mark: ASCII, or the first
// of a typographic one in UTF-8.
func quoteMark(b byte) bool { return b == '"' || b == 0xe2 }
