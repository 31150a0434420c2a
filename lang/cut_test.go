package lang

import (
	"strings"
	"testing"

	"dateline"
)

func tokens(d *Doc) string {
	var sents []string
	for _, s := range d.Sentences {
		var w []string
		for _, t := range d.Tokens[s.First:s.Last] {
			w = append(w, d.Text[t.Start:t.End])
		}
		sents = append(sents, strings.Join(w, " "))
	}
	return strings.Join(sents, " ¦ ")
}

// A bar separates sentences, a blank the words.
func TestCut(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ada Lind didn't wait.", "Ada Lind did n't wait ."},
		{"The ministers’ talks can’t fail, Oslo’s envoy said.", "The ministers ’ talks ca n’t fail , Oslo ’s envoy said ."},
		{"She left the U.S. The talks went on.", "She left the U.S. ¦ The talks went on ."},
		{"The U.S. Senate met Gen. Okafor at 5 p.m. Monday.", "The U.S. Senate met Gen. Okafor at 5 p.m. Monday ."},
		{"Flights to Washington, D.C., were full.", "Flights to Washington , D.C. , were full ."},
		{"On Jan. 3 Mr. J. W. Lind met No. 2 envoy Per Holm. No. He left.", "On Jan. 3 Mr. J. W. Lind met No. 2 envoy Per Holm . ¦ No . ¦ He left ."},
		{"It cost $5bn, or US$5.2 billion (3.5%).", "It cost $ 5 bn , or US$ 5.2 billion ( 3.5 % ) ."},
		{"The G-20 and the anti-war co-host of two-day talks", "The G - 20 and the anti-war co-host of two - day talks"},
		{"“Why?” Ada Lind asked. “No.” He left.", "“ Why ? ” Ada Lind asked . ¦ “ No . ” ¦ He left ."},
		{"Wait... they left at 10:30. Really?! Yes.", "Wait ... they left at 10:30 . ¦ Really ?! ¦ Yes ."},
		{"See https://example.org/a-b?c=1, or mail ada.lind@example.org.", "See https://example.org/a-b?c=1 , or mail ada.lind@example.org ."},
		{"OSLO, June 5 (Fjord) — Talks ended—at last.[2] All left.", "OSLO , June 5 ( Fjord ) — Talks ended — at last . [ 2 ] ¦ All left ."},
		{"In the '90s and on 9/11, 11/28/2000 and 2004-05-12", "In the '90s and on 9/11 , 11/28/2000 and 2004-05-12"},
		{"ended.The next day", "ended . ¦ The next day"},
		{"Lind Inc. shares fell. Acme Corp., too.", "Lind Inc. shares fell . ¦ Acme Corp. , too ."},
		{"1. Talks\n\n2. Lunch", "1 . Talks ¦ 2 . Lunch"},
		{"War in Ruritania: Troops take the airport.", "War in Ruritania : ¦ Troops take the airport ."},
		{"Lind said of the war: Nobody won.", "Lind said of the war : Nobody won ."},
		{"The war had one result: Ruin.", "The war had one result : Ruin ."},
		{"We cannot stay\u00a0here", "We can not stay here"},
		{"the 22nd, 1990s and AT&T", "the 22nd , 1990s and AT&T"},
	} {
		if got := tokens(Cut(c.in, nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// A line break is white space in wrapped text and an end where lines are
// paragraphs.
func TestLineBreaks(t *testing.T) {
	wrapped := `The foreign minister of Norway said on Tuesday that
the talks with her counterpart would go on until an
agreement was found, whatever it took.
Her counterpart agreed and left for the airport of
the town.`
	if n := len(Cut(wrapped, nil).Sentences); n != 2 {
		t.Errorf("wrapped text: %d sentences, want 2", n)
	}
	lines := "Statement by the minister\nOn the talks in Oslo\nThe minister met her counterpart in Oslo on Tuesday and spoke of fish.\nThank you"
	if n := len(Cut(lines, nil).Sentences); n != 4 {
		t.Errorf("lines: %d sentences, want 4", n)
	}
}

// Sentences keep to the paragraphs that are given.
func TestParagraphs(t *testing.T) {
	text := "Talks in Oslo\nAda Lind left. Per stayed."
	d := Cut(text, []dateline.Paragraph{{Start: 0, End: 13}, {Start: 14, End: len(text)}})
	if len(d.Sentences) != 3 || d.Sentences[0].Para != 0 || d.Sentences[2].Para != 1 {
		t.Errorf("%+v", d.Sentences)
	}
}

func TestFold(t *testing.T) {
	d := Cut("“Ada’s 2001–02 plan — … ”", nil)
	var w []string
	for _, tok := range d.Tokens {
		w = append(w, tok.Form)
	}
	if got, want := strings.Join(w, " "), `" Ada 's 2001 - 02 plan -- ... "`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !d.Tokens[2].Glued() || d.Tokens[3].Glued() {
		t.Error("clitics are glued, other words are not")
	}
}

func TestFeat(t *testing.T) {
	tok := Token{Feats: "Mood=Ind|Number=Plur|NumType=Card"}
	for name, want := range map[string]string{"Mood": "Ind", "Number": "Plur", "NumType": "Card", "Num": "", "Tense": ""} {
		if got := tok.Feat(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// FuzzCut holds the tokenizer to its contract: nothing but white space is lost,
// offsets go up and lie on runes, sentences cover all tokens.
func FuzzCut(f *testing.F) {
	f.Add("Ada Lind didn't wait. The U.S. did!\n\nOslo’s “G-20”…")
	f.Add("a@b.co http://x.y/z 'em \xff\xc3 \u200b.\u00ad-$ s' N't")
	f.Fuzz(func(t *testing.T, text string) {
		d := Cut(text, nil)
		at := 0
		for i, tok := range d.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %d is %d-%d after %d in %q", i, tok.Start, tok.End, at, text)
			}
			for gap := text[at:tok.Start]; gap != ""; {
				n := blank(gap)
				if n == 0 {
					t.Fatalf("%q is lost before token %d of %q", gap, i, text)
				}
				gap = gap[n:]
			}
			if s := d.Sentences[tok.Sent]; i < s.First || i >= s.Last {
				t.Fatalf("token %d is not in its sentence", i)
			}
			at = tok.End
		}
	})
}

func BenchmarkCut(b *testing.B) {
	text := strings.Repeat("The foreign minister of Norway, Ada Lind, didn't say on Jan. 3 whether the U.S. talks had failed. “We'll go on,” her spokesman said.\n\n", 40)
	words := 0
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		words += len(Cut(text, nil).Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
