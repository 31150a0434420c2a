package what

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/lang"
	"dateline/who"
)

var update = flag.Bool("update", false, "rewrite testdata/golden.txt")

const goldenFile = "testdata/golden.txt"

// TestGolden reads the sentences of testdata/golden.txt and compares the events
// with the lines under each. -update rewrites them; the diff is to be reviewed.
func TestGolden(t *testing.T) {
	b, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	tabs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "  ") {
			continue
		}
		fmt.Fprintln(&out, line)
		if line == "" || line[0] == '#' {
			continue
		}
		doc, w, ms := tabs.Understand(line, dateline.Date(2031, 3, 5))
		for _, m := range ms {
			fmt.Fprintln(&out, "  "+describe(doc, w, m))
		}
	}
	if out.String() == string(b) {
		return
	}
	if *update {
		if err := os.WriteFile(goldenFile, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	diffs := 0
	want, got := strings.Split(string(b), "\n"), strings.Split(out.String(), "\n")
	for i := range max(len(want), len(got)) {
		if w, g := at(want, i), at(got, i); w != g {
			diffs++
			t.Logf("%s:%d\nwant %s\ngot  %s", goldenFile, i+1, w, g)
			break
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			diffs++
			t.Logf("missing: %s", w)
		}
	}
	// A new parser or new facts move a few sentences; rules that break move many.
	if diffs > maxMoved {
		t.Errorf("%d lines differ from %s (go test ./what -run Golden -update, and review the diff)", diffs, goldenFile)
	}
}

const maxMoved = 12

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// describe is a mention in one line: type, mode, status, trigger, who > whom.
func describe(doc *lang.Doc, w *who.Layer, m Mention) string {
	names := func(ms, heads []int) string {
		var out []string
		for _, i := range ms {
			for _, e := range w.Mentions[i].Entities {
				out = append(out, w.Entities[e].Name)
			}
		}
		for _, h := range heads {
			out = append(out, doc.Tokens[h].Form)
		}
		return strings.Join(out, ", ")
	}
	kind := string(m.Type)
	if m.Mode != "" {
		kind += " " + m.Mode
	}
	return fmt.Sprintf("%s, %s: %q %s > %s", kind, m.Status, doc.Words(m.TriggerFirst, m.TriggerLast),
		names(m.Actors, m.ActorHeads), names(m.Recipients, m.RecipientHeads))
}
