package when

import (
	"os"
	"strings"
	"testing"

	"dateline"
	"dateline/lang"
)

// TestNewswire reads the texts of testdata/newswire.golden, one a line, in the
// manner of wire and broadcast news: times stand in brackets with the value that
// an annotator gives, [last Friday|1991-11-08], sets with SET before it. A line
// "# 1991-11-14" is the day of publication of those below it.
func TestNewswire(t *testing.T) {
	b, err := os.ReadFile("testdata/newswire.golden")
	if err != nil {
		t.Fatal(err)
	}
	dct := dateline.NoDay
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if day, ok := strings.CutPrefix(line, "# "); ok {
			if dct, err = dateline.ParseDay(day); err != nil {
				t.Fatalf("line %d: %v", i+1, err)
			}
			continue
		}
		text := unmarked(line)
		if got := marked(text, Read(lang.Parse(text, nil), dct)); got != line {
			t.Errorf("line %d: got\n%s\nwant\n%s", i+1, got, line)
		}
	}
}

// unmarked is a line without the marks of its times.
func unmarked(line string) string {
	var b strings.Builder
	for {
		before, mark, ok := strings.Cut(line, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		mark, line, _ = strings.Cut(mark, "]")
		words, _, _ := strings.Cut(mark, "|")
		b.WriteString(words)
	}
}

// marked is a text with the times of l in brackets.
func marked(text string, l *Layer) string {
	var b strings.Builder
	at := 0
	for i := range l.Timexes {
		x := &l.Timexes[i]
		value := x.Value
		if x.Type == "SET" {
			value = "SET " + value
		}
		b.WriteString(text[at:x.Start] + "[" + text[x.Start:x.End] + "|" + value + "]")
		at = x.End
	}
	return b.String() + text[at:]
}
