package said

import (
	"testing"

	"dateline"
	"dateline/article"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// FuzzRead holds what every reading promises: pieces in order that do not overlap,
// spans within the text, and nothing told within itself.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"“We go,” Lind said, adding, “We stay.”\n\n“Or not.",
		"LIND: We go.\n\nQ Why?\n\nBERG: No \"idea.\n\n\"So what?\"",
		"According to the ministry, Lind, who said \"no, denied that he told ''them'' to go.",
		"The following is attributable to Lind:\n\nBerg accused of lying said that that that.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := article.New(dateline.Article{Text: text}, article.Options{})
		if err != nil {
			return
		}
		doc := lang.Parse(a.Text, a.Paragraphs)
		l := Read(doc, who.Read(doc, a, nil, facts.Default()), nil)
		for i, x := range l.Attributions {
			end := 0
			for _, p := range x.Parts {
				if p[0] < end || p[0] >= p[1] || p[1] > len(doc.Tokens) {
					t.Fatalf("pieces %v of %d tokens", x.Parts, len(doc.Tokens))
				}
				end = p[1]
			}
			if x.SpeakerStart > x.SpeakerEnd || x.SpeakerEnd > len(a.Text) || x.Start >= x.End || x.End > len(a.Text) {
				t.Fatalf("spans %d-%d, %d-%d of %d bytes", x.SpeakerStart, x.SpeakerEnd, x.Start, x.End, len(a.Text))
			}
			for up, n := x.Within, 0; up >= 0; up, n = l.Attributions[up].Within, n+1 {
				if up == i || n > len(l.Attributions) {
					t.Fatalf("attribution %d is told within itself", i)
				}
			}
		}
	})
}
