package read

import (
	"testing"

	"dateline"
)

func TestHeadlineRows(t *testing.T) {
	a := &dateline.Article{Source: "President of Norland (press office)"}
	for _, row := range headlineRows() {
		title := row.example[0]
		if got := spell(title, headline(title, a)); got != row.example[1] {
			t.Errorf("headlines.txt:%d: %q is read as %q, want %q", row.line, title, got, row.example[1])
		}
	}
}
