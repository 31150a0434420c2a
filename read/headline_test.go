package read

import (
	"strings"
	"testing"

	"dateline"
)

func TestHeadlineRows(t *testing.T) {
	a := &dateline.Article{Source: "President of Norland (press office)"}
	for _, row := range headlineRows() {
		title := row.example[0]
		var b strings.Builder
		for _, w := range headline(title, a) {
			if w.fill != "" {
				b.WriteString(w.fill)
				continue
			}
			s := []byte(title[w.from:w.to])
			for _, i := range w.lower {
				s[i-w.from] |= 0x20
			}
			b.Write(s)
		}
		if b.String() != row.example[1] {
			t.Errorf("headlines.txt:%d: %q is read as %q, want %q", row.line, title, b.String(), row.example[1])
		}
	}
}
