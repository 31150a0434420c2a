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

// TestRead holds constructions: class|source|cue|content, with a star for direct
// speech and an angle for what is told within another content.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Lind said that the talks had failed.", []string{"say|Lind|said|that the talks had failed"}},
		{"The talks had failed, Lind said.", []string{"say|Lind|said|The talks had failed"}},
		{"On Monday the talks had failed, Lind said.", []string{"say|Lind|said|On Monday the talks had failed"}},
		{"“We shall not go,” Lind told reporters.", []string{"say|Lind|told|“We shall not go,”*"}},
		{"“We shall not go,” Lind told reporters. “It makes no sense.”", []string{"say|Lind|told|“We shall not go,” ++ “It makes no sense.”*"}},
		{"“We shall not go,” Lind said, adding later, “We have other plans.”", []string{"say|Lind|said|“We shall not go,”*", "say|Lind|adding|“We have other plans.”*"}},
		{"''We shall not go,'' Lind said. ''It makes no sense.''", []string{"say|Lind|said|''We shall not go,'' ++ ''It makes no sense.''*"}},
		{"Few doubted it, Lind said. “We have no time for this.”", []string{"say|Lind|said|Few doubted it", "say|Lind|said|“We have no time for this.”*"}},
		{"“Heartbroken and numb,” writes Lind’s old partner Erik Rowan. “I have lost a friend!”", []string{"say|Lind’s old partner Erik Rowan|writes|“Heartbroken and numb,” ++ “I have lost a friend!”*"}},
		{"“My hope,” he said, “is that we shall meet again.”", []string{"say|he|said|“My hope,” ++ “is that we shall meet again.”*"}},
		{"Lind: “We shall not go to the talks.”", []string{"say|Lind|:|“We shall not go to the talks.”*"}},
		{"“We shall not go to the talks.” — Ada Lind", []string{"say|Ada Lind|--|“We shall not go to the talks.”*"}},
		{"Lind defended the plan, “We shall stay as long as it takes.”", []string{"act|Lind|defended|“We shall stay as long as it takes.”*"}},
		{"Lind said that “the talks have failed.”", []string{"say|Lind|said|that “the talks have failed.”"}},
		{"Lind said the talks had failed on the radio show “Morning Hour.”", []string{"say|Lind|said|the talks had failed on the radio show “Morning Hour.”"}},
		{"According to the ministry, the talks have failed.", []string{"say|the ministry|According|the talks have failed"}},
		{"Lind denied that the talks had failed.", []string{"deny|Lind|denied|that the talks had failed"}},
		{"Lind denied taking bribes.", []string{"deny|Lind|denied|taking bribes"}},
		{"Sudria denied any role in the attack.", []string{"deny|Sudria|denied|any role"}},
		{"Sudria denied the request.", []string{"act|Sudria|denied|the request"}},
		{"Sudria denied the port the money.", nil},
		{"In Lind’s view, the talks had failed.", []string{"think|Lind’s|view|the talks had failed"}},
		{"The talks had failed, in the words of the minister.", []string{"say|the minister|words|The talks had failed"}},
		{"Lind was quoted as saying that the talks had failed.", []string{"say|Lind|saying|that the talks had failed"}},
		{"The plan was first reported by the Northern Post.", []string{"say|the Northern Post|reported|The plan"}},
		{"Lind told a meeting of farmers that the harvest had failed.", []string{"say|Lind|told|that the harvest had failed"}},
		{"Lind wrote in the early morning hours that the harvest had failed.", []string{"say|Lind|wrote|that the harvest had failed"}},
		{"Farmers have not said when they will return.", []string{"say|Farmers|said|when they will return"}},
		{"In these days, Mr. Lind often says, the climate is the greatest threat facing the world.", []string{"say|Mr. Lind|says|In these days ++ the climate is the greatest threat facing the world"}},
		{"Lind said he would order a review of the ports and warned the crews.", []string{"say|Lind|said|he would order a review of the ports", "> act|he|order|a review of the ports", "say|Lind|warned|the crews"}},
		{"Lind said the harvest had failed, though she acknowledged that nobody had gone hungry.", []string{"say|Lind|said|the harvest had failed", "say|she|acknowledged|that nobody had gone hungry"}},
		{"Lind praised the health of Berg, who is 70.", []string{"act|Lind|praised|the health of Berg"}},
		{"Lind wants to cut taxes, build roads and open the ports.", []string{"think|Lind|wants|to cut taxes, build roads and open the ports"}},
		{"Lind called for a truce.", []string{"act|Lind|called|a truce"}},
		{"Lind urged the crews to leave the harbour.", []string{"act|Lind|urged|the crews to leave the harbour"}},
		{"Lind told the crews to leave the harbour.", []string{"act|Lind|told|to leave the harbour"}},
		{"Lind accused the mayor of taking bribes.", []string{"act|Lind|accused|taking bribes"}},
		{"Lind was accused of taking bribes.", []string{"act||accused|Lind ++ taking bribes"}},
		{"Lind is confident that the talks will go on.", []string{"think|Lind|confident|that the talks will go on"}},
		{"Lind is worried about the talks.", []string{"think|Lind|worried|the talks"}},
		{"Lind made a promise.", []string{"act|Lind|made|a promise"}},
		{"The minister’s claim that the talks had failed was false.", []string{"noun|The minister’s|claim|that the talks had failed"}},
		{"Lind, a former judge who lives in Oslo, said the talks had failed.", []string{"say|Lind, a former judge who lives in Oslo,|said|the talks had failed"}},
		{"The talks had failed, said Lind, a former judge.", []string{"say|Lind, a former judge|said|The talks had failed"}},
		{"Berg met Lind, who said the talks had failed.", []string{"say|who|said|the talks had failed"}},
		{"A town called Tolm lies on the coast.", nil},
		{"“I think we shall go,” Lind said.", []string{"say|Lind|said|“I think we shall go,”*"}},
		{"The talks were long.", nil},
	} {
		if got := told(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// told reads a text of paragraphs parted by line breaks, with whom it speaks of.
func told(text string) (out []string) {
	a, err := article.New(dateline.Article{Text: text}, article.Options{})
	if err != nil {
		return []string{err.Error()}
	}
	doc := lang.Parse(a.Text, a.Paragraphs)
	for _, x := range Read(doc, who.Read(doc, a, nil, facts.Default()), nil).Attributions {
		var parts []string
		for _, p := range x.Parts {
			parts = append(parts, doc.Words(p[0], p[1]))
		}
		s := string(x.Class) + "|" + a.Text[x.SpeakerStart:x.SpeakerEnd] + "|" + x.Verb + "|" + strings.Join(parts, " ++ ")
		if x.Direct {
			s += "*"
		}
		if x.Within >= 0 {
			s = "> " + s
		}
		out = append(out, s)
	}
	return out
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
