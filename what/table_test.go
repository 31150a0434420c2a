package what

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestBuiltInTablesLoad(t *testing.T) {
	tabs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range tabs.Check() {
		t.Error(w)
	}
	t.Logf("%d verb senses, %d noun senses, %d light verbs, %d status words, %d classes",
		len(tabs.Verbs), len(tabs.Nouns), len(tabs.Lights), len(tabs.Status), len(tabs.Classes))
}

func TestTableErrorsTellFileAndLine(t *testing.T) {
	cases := []struct{ file, text, want string }{
		{"verbs.txt", "# x\nmeet | s=B q=B | CONSULT meet 040", `verbs.txt:2: slot "q"`},
		{"verbs.txt", "meet | s=B | CONSULT fly 040", `verbs.txt:1: mode "fly"`},
		{"verbs.txt", "meet | s=B | TALK 040", `type "TALK"`},
		{"verbs.txt", "meet | s=B | CONSULT meet 999", `no code "999"`},
		{"verbs.txt", "meet | s=B:alien | CONSULT meet 040", `kind "alien"`},
		{"verbs.txt", "meet | s=B o=T{nothing} | CONSULT meet 040", `no class {nothing}`},
		{"verbs.txt", "meet | s=B s=A | CONSULT meet 040", `slot s stands twice`},
		{"verbs_accuse.txt", "meet | s=B | CONSULT meet 040", `CONSULT stands in the table of ACCUSE`},
		{"verbs.txt", "meet | s=Z | CONSULT meet 040", `role "Z"`},
		{"light.txt", "hold | s=by | same", `one slot E`},
		{"light.txt", "hold | s=by o=E | gone", `effect "gone"`},
		{"status.txt", "thing will | | planned", `kind "thing"`},
		{"classes.txt", "a | b\na | c", `classes.txt:2: class a stands twice`},
		{"rules.txt", "a | b", `file's name`},
	}
	for _, c := range cases {
		_, err := load(fstest.MapFS{"tables/" + c.file: {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: got %v, want %s", c.file, c.text, err, c.want)
		}
	}
}

func TestOverlapsAndDeadRows(t *testing.T) {
	tabs, err := load(fstest.MapFS{"tables/verbs.txt": {Data: []byte(
		"meet | s=B o=B | CONSULT meet 040\nsee, meet | s=B o=B | CONSULT meet 040\nsee | s=A o=R | ACCUSE 111")}})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(tabs.Check(), "\n")
	for _, want := range []string{`verbs.txt:2: "meet " is dead`, `verbs.txt:3: "see " has the frame of verbs.txt:2`} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
}
