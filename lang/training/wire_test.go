package training

import (
	"strings"
	"testing"
)

func TestWireTrees(t *testing.T) {
	trees, err := parseWire(wireTable)
	if err != nil {
		t.Fatal(err)
	}
	for i, tr := range trees {
		for j := range tr.heads { // every word hangs on the root
			k := int16(j)
			for range tr.heads {
				if k >= 0 {
					k = tr.heads[k]
				}
			}
			if k != -1 {
				t.Errorf("tree %d: word %d %q is in a cycle", i+1, j+1, tr.words[j].form)
			}
			if h := tr.heads[j]; tr.rels[j] == "root" != (h == -1) {
				t.Errorf("tree %d: word %q with relation %s", i+1, tr.words[j].form, tr.rels[j])
			}
		}
	}
	for _, bad := range []string{"a NOUN NN x root\n", "a NOUN NN 5 root\n\n", "a NOUN\n"} {
		if _, err := parseWire(bad); err == nil || !strings.Contains(err.Error(), "wire.txt:1") && !strings.Contains(err.Error(), "wire.txt:2") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

// TestWireHeads prints each arc when run with -v, for the annotator's eye.
func TestWireHeads(t *testing.T) {
	trees, _ := parseWire(wireTable)
	for i, tr := range trees {
		var b strings.Builder
		for j, w := range tr.words {
			h := "ROOT"
			if tr.heads[j] >= 0 {
				h = tr.words[tr.heads[j]].form
			}
			b.WriteString(w.form + "(" + tr.rels[j] + "<" + h + ") ")
		}
		t.Logf("%d: %s", i+1, b.String())
	}
}
