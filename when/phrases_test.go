package when

import (
	"os"
	"strings"
	"testing"

	"dateline"
	"dateline/lang"
)

// TestPhrases reads the sentences of testdata/phrases.golden on Thursday, 21 March
// 2013: what English says of time, a sentence a line, each with the times that are
// in it on lines of their own: words, type, value with modifier.
func TestPhrases(t *testing.T) {
	b, err := os.ReadFile("testdata/phrases.golden")
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range phrases(string(b)) {
		l := Read(lang.Parse(sentence, nil), dateline.Date(2013, 3, 21))
		var got []string
		for i := range l.Timexes {
			x := &l.Timexes[i]
			got = append(got, strings.TrimSpace(sentence[x.Start:x.End]+" | "+x.Type+" | "+strings.TrimSpace(x.Value+" "+x.Mod)))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%q: got\n%s\nwant\n%s", sentence, g, w)
		}
	}
}

// phrases are the sentences of a file with the lines under them.
func phrases(file string) map[string][]string {
	out := map[string][]string{}
	sentence := ""
	for _, line := range strings.Split(strings.TrimSuffix(file, "\n"), "\n") {
		if x, ok := strings.CutPrefix(line, "\t"); ok {
			out[sentence] = append(out[sentence], x)
			continue
		}
		sentence = line
		out[sentence] = nil
	}
	return out
}
