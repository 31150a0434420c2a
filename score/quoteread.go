package score

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline"
	"dateline/article"
	"dateline/facts"
	"dateline/lang"
	"dateline/said"
	"dateline/when"
	"dateline/who"
)

// QuotesRow is the measure of said on one set of texts.
type QuotesRow struct {
	Set   string
	Texts int
	QuoteScores
}

// Quotes measures said on the sets of attributed texts in shared/data/quotes. The
// development set comes in its halves: the first was looked at while the rules were
// written, the second only measured.
func Quotes(shared string) ([]QuotesRow, error) {
	files, err := filepath.Glob(filepath.Join(shared, "data", "quotes", "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no sets of quotes", filepath.Join(shared, "data", "quotes"))
	}
	var rows []QuotesRow
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		texts, err := ReadQuotes(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		set := strings.TrimSuffix(filepath.Base(name), ".jsonl")
		if half := len(texts) / 2; strings.HasSuffix(set, "_dev") {
			rows = append(rows, measureQuotes(set+", looked at", texts[:half]), measureQuotes(set+", apart", texts[half:]))
			continue
		}
		rows = append(rows, measureQuotes(set, texts))
	}
	return rows, nil
}

func measureQuotes(set string, texts []QuotesText) QuotesRow {
	r := QuotesRow{Set: set, Texts: len(texts)}
	for _, x := range texts {
		r.Add(x.Attributions, Attributions(x.Text))
	}
	return r
}

// Attributions reads a text's attributions as PolNeAR has them: those of one cue
// are one, and what is told within what is told is left out.
func Attributions(text string) []Attributed {
	a, err := article.New(dateline.Article{Text: text}, article.Options{})
	if err != nil {
		return nil
	}
	text = a.Text
	doc := lang.Parse(text, a.Paragraphs)
	w := who.Read(doc, a, nil, facts.Default())
	l := said.Read(doc, w, when.Read(doc, dateline.NoDay))
	var out []Attributed
	cues := map[int]int{}
	for i := range l.Attributions {
		x := &l.Attributions[i]
		if x.Within >= 0 {
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
		y := Attributed{Content: parts, Name: x.SpeakerText, Direct: x.Direct && quoted(text[parts[0][0]:])}
		if x.SpeakerEnd > 0 {
			y.Source = [][2]int{{x.SpeakerStart, x.SpeakerEnd}}
		}
		out = append(out, y)
	}
	return out
}
