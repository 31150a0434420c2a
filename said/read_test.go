package said

import (
	"strings"
	"testing"

	"dateline"
	"dateline/lang"
)

func TestCueTable(t *testing.T) {
	if err := cues().parseFailed; err != nil {
		t.Fatal(err)
	}
	if c := parseCues("say tell\n"); c.parseFailed == nil || !strings.Contains(c.parseFailed.Error(), "cues.txt:1") {
		t.Errorf("a line without a class: %v", c.parseFailed)
	}
	if c := parseCues("# x\nsing: la\n"); c.parseFailed == nil || !strings.Contains(c.parseFailed.Error(), "cues.txt:2") {
		t.Errorf("an unknown class: %v", c.parseFailed)
	}
}

// TestRead holds constructions: speaker | cue | content, with a star for direct.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Lind said that the talks had failed.", []string{"Lind|said|that the talks had failed"}},
		{"The talks had failed, Lind said.", []string{"Lind|said|The talks had failed"}},
		{"“We shall not go,” Lind told reporters.", []string{"Lind|told|“We shall not go,”*"}},
		{"According to the ministry, the talks have failed.", []string{"the ministry|According|the talks have failed"}},
		{"Lind denied that the talks had failed.", []string{"Lind|denied|that the talks had failed"}},
		{"Lind: “We shall not go to the talks.”", []string{"Lind|:|“We shall not go to the talks.”*"}},
		{"The talks were long.", nil},
	} {
		doc := lang.Parse(c.text, []dateline.Paragraph{{End: len(c.text), RepeatOf: -1}})
		var got []string
		for _, a := range Read(doc, nil, nil).Attributions {
			s := a.SpeakerText + "|" + a.Verb + "|" + c.text[a.Start:a.End]
			if a.Direct {
				s += "*"
			}
			got = append(got, s)
		}
		if strings.Join(got, " / ") != strings.Join(c.want, " / ") {
			t.Errorf("%s\n got %v\nwant %v", c.text, got, c.want)
		}
	}
}

func TestSource(t *testing.T) {
	text := "Lind said that Berg demanded that Sudria withdraw."
	doc := lang.Parse(text, []dateline.Paragraph{{End: len(text), RepeatOf: -1}})
	l := Read(doc, nil, nil)
	for i, tok := range doc.Tokens {
		if tok.Form != "withdraw" {
			continue
		}
		a := l.Source(i)
		if a == nil || a.SpeakerText != "Lind" {
			t.Errorf("source of %q: %+v, want Lind: a demand vouches for nothing", tok.Form, a)
		}
	}
}
