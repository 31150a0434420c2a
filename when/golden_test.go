package when

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// TestTexts reads the texts in testdata: a head line "dct YYYY-MM-DD [language]",
// the text, a line "---", then a line for each time: words, type, value with
// modifier, days. go test -update rewrites them; review the diff.
func TestTexts(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			head, rest, _ := strings.Cut(string(b), "\n")
			text, want, _ := strings.Cut(rest, "---\n")
			fs := strings.Fields(head)
			dct, lang := dateline.NoDay, "en"
			if len(fs) > 1 && fs[1] != "none" {
				if dct, err = dateline.ParseDay(fs[1]); err != nil {
					t.Fatal(err)
				}
			}
			if len(fs) > 2 {
				lang = fs[2]
			}
			got := listing(text, Read(Split(text, nil), dct, Language(lang)))
			if *update {
				if err := os.WriteFile(f, []byte(head+"\n"+text+"---\n"+got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			compare(t, got, want)
		})
	}
}

func listing(text string, l *Layer) string {
	var b strings.Builder
	for i := range l.Timexes {
		x := &l.Timexes[i]
		value := strings.TrimSpace(x.Value + " " + x.Mod)
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", strings.Join(strings.Fields(text[x.Start:x.End]), " "), x.Type, value, Interval(x.Span))
	}
	return b.String()
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < max(len(g), len(w)); i++ {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, a, b)
			return
		}
	}
}
