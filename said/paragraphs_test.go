package said

import (
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/article"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

// layers reads a text of paragraphs.
func layers(t *testing.T, text string) (*lang.Doc, *who.Layer, *Layer) {
	t.Helper()
	a, err := article.New(dateline.Article{Text: text}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := lang.Parse(a.Text, a.Paragraphs)
	w := who.Read(doc, a, nil, facts.Default())
	return doc, w, Read(doc, w, nil)
}

// TestParagraphs holds speech that goes over paragraphs: who of the text speaks,
// and the pieces.
func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The talks failed.\n\n“We shall not go,” Ada Lind said on Monday.\n\n“It makes no sense to us.”",
			[]string{"Ada Lind: “We shall not go,” ++ “It makes no sense to us.”"}},
		{"“We shall not go to the talks. They make no sense.\n\n“We have other plans,” Ada Lind said.",
			[]string{"Ada Lind: “We shall not go to the talks. They make no sense. ++ “We have other plans,”"}},
		{"Ada Lind gave a reason:\n\n“We shall not go to the talks.”",
			[]string{"Ada Lind: “We shall not go to the talks.”"}},
		{"LIND: We shall not go. It makes no sense.\n\nWe have other plans.\n\nBERG: Why not?\n\nLIND: Because we have other plans.",
			[]string{"Lind: We shall not go. It makes no sense. ++ We have other plans.", "Berg: Why not?", "Lind: Because we have other plans"}},
		{"Ada Lind released a statement on Monday.\n\nThe statement said that the talks had failed.",
			[]string{"Ada Lind: that the talks had failed"}},
		{"Ada Lind sent greetings to Per Berg.\n\nThe message reads, in particular: “We wish you well in your work.”",
			[]string{"Ada Lind: greetings to Per Berg", "Ada Lind: “We wish you well in your work.”"}},
	} {
		doc, w, l := layers(t, c.text)
		var got []string
		for _, a := range l.Attributions {
			who := a.SpeakerText
			if a.Speaker >= 0 && len(w.Mentions[a.Speaker].Entities) > 0 {
				who = w.Entities[w.Mentions[a.Speaker].Entities[0]].Name
			}
			var parts []string
			for _, p := range a.Parts {
				parts = append(parts, doc.Words(p[0], p[1]))
			}
			got = append(got, who+": "+strings.Join(parts, " ++ "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestAttributable holds readouts: whose word all of the text is.
func TestAttributable(t *testing.T) {
	doc, _, l := layers(t, "The following is attributable to spokesperson Ada Lind:\n\nSecretary Per Berg met Minister Juan Rojas in Oslo. Berg said that the talks had failed.")
	for i, tok := range doc.Tokens {
		want := map[string]string{"met": "Ada Lind", "failed": "Berg"}[tok.Form]
		if want == "" {
			continue
		}
		if a := l.Source(i); a == nil || !strings.Contains(a.SpeakerText, want) {
			t.Errorf("source of %q: %+v, want %s", tok.Form, a, want)
		}
	}
}
