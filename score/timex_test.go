package score

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/lang"
	"dateline/when"
)

const timexSample = `<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-06-18" functionInDocument="CREATION_TIME">June 18</TIMEX3></DCT>
<TEXT>
They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-06-16">Monday</TIMEX3> &amp; for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> <TIMEX3 tid="t3" type="DATE" value="2030">last summer</TIMEX3>.
</TEXT>
</TimeML>
`

func TestTimex(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.tml"), []byte(timexSample), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Timex(dir, "own", "test", func(s string) *lang.Doc { return when.Split(s, nil) })
	if err != nil {
		t.Fatal(err)
	}
	if r.Gold != 3 || r.System != 3 || r.Strict != 100 || r.Value < 66 || r.Value > 67 {
		t.Errorf("got %+v; want three pairs, all spans equal, two values right", r)
	}
}

// The published sets must not fall below what was reached; see docs/when.md.
func TestTimexSets(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(shared, "data", "timex")); err != nil {
		t.Skip("the timex sets need ../shared/data/timex")
	}
	rows, err := TimexSets(shared, "dev", func(s string) *lang.Doc { return when.Split(s, nil) })
	if err != nil {
		t.Fatal(err)
	}
	floor := map[string]float64{"timebank": 83, "aquaint": 72, "meantime-en": 79}
	for _, r := range rows {
		t.Logf("%s %s: value %.1f strict %.1f relaxed %.1f", r.Set, r.Split, r.Value, r.Strict, r.Relaxed)
		if r.Value < floor[r.Set] {
			t.Errorf("%s: value F1 %.1f fell below %.0f", r.Set, r.Value, floor[r.Set])
		}
	}
}
