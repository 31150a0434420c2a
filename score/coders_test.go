package score

import (
	"testing"

	"dateline"
)

func TestCodersAdd(t *testing.T) {
	var c Coders
	code := func(e *dateline.Event) string {
		if e.Status == dateline.Planned {
			return "AGREE"
		}
		return string(e.Type)
	}
	c.add(nil, "AGREE", code)
	c.add([]dateline.Event{{Type: dateline.Retreat}}, "YIELD", code)
	c.add([]dateline.Event{{Type: dateline.Consult, Status: dateline.Planned}}, "AGREE", code)
	c.add([]dateline.Event{{Type: dateline.Assault}, {Type: dateline.Accuse}}, "PROTEST", code)
	if want := (Coders{Sentences: 4, Found: 3, Right: 1, Coded: 2}); c != want {
		t.Errorf("%+v, want %+v", c, want)
	}
}
