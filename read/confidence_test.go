package read

import (
	"strings"
	"testing"
)

func TestWeights(t *testing.T) {
	if w, err := parseWeights(confidenceTable); err != nil || w["bias"] == 0 {
		t.Fatalf("the table has %d weights and a bias of %v: %v", len(w), w["bias"], err)
	}
	for table, want := range map[string]string{
		"bias 1\nnoun":         "confidence.txt:2: want a feature and a weight",
		"bias one":             "confidence.txt:1:",
		"# a\nbias 1\nbias 2":  "confidence.txt:3: bias stands twice",
		"bias 1 # and no more": "",
	} {
		if _, err := parseWeights(table); want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", table, err, want)
		}
	}
}
