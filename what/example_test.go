package what

import "testing"

// maxFailing is how many of the tables' examples may fail because the parser or
// the actors' room reads them otherwise. It only ever goes down.
const maxFailing = 15

func TestExamplesOfTables(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a thousand sentences")
	}
	tabs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	failures, n := tabs.Examples()
	for _, f := range failures {
		t.Log(f)
	}
	t.Logf("%d of %d examples fail", len(failures), n)
	if len(failures) > maxFailing {
		t.Errorf("%d of %d examples fail, at most %d may", len(failures), n, maxFailing)
	}
}
