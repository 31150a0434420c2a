package read

import (
	"testing"

	"dateline"
)

func TestMeasuresThatHoldLater(t *testing.T) {
	for _, c := range []struct {
		text  string
		type_ dateline.Type
		from  string // "" if it was done at once
	}{
		{"Norway imposes tariffs on steel from Chile. The tariffs will take effect on March 23.", dateline.Sanction, "2031-03-23"},
		{"Norway announces tariffs on goods from Chile starting April 1.", dateline.Sanction, "2031-04-01"},
		{"Norway imposes sanctions on Chile. The sanctions took effect on Monday.", dateline.Sanction, ""},
		{"Norway imposes tariffs on steel from Chile. The talks will begin on March 23.", dateline.Sanction, ""},
	} {
		rec := readOn(t, "2031-03-04", c.text)
		found := false
		for _, e := range rec.Events {
			if e.Type != c.type_ {
				continue
			}
			found = true
			if planned := e.Status == dateline.Planned; planned != (c.from != "") || planned && e.When.Earliest.String() != c.from {
				t.Errorf("%q: %s %v, want it to hold from %q", c.text, e.Status, e.When, c.from)
			}
		}
		if !found {
			t.Errorf("%q: no %s in %+v", c.text, c.type_, rec.Events)
		}
	}
}
