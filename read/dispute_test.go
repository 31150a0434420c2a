package read

import (
	"strings"
	"testing"
)

func TestDoubts(t *testing.T) {
	for _, c := range []struct{ text, kind, why string }{
		{"Norway accused Sudan of sinking a suspected drone boat. Khartoum insisted the boat was a fishing vessel.", "disputed", "suspected drone boat"},
		{"Kenya accused the Ugandan army of shelling Migingo island. Uganda denied that its army shelled the island.", "disputed", "Kenya accused it of that"},
		{"Mali said the freighter was fishing. Lisbon maintained that the freighter was smuggling weapons.", "disputed", "Mali said otherwise"},
		{"Rebels burned a bridge in Lomar on Monday, officials said. The rebels deny that they burned the bridge.", "disputed", "officials said"},
		{"Norway asked Sudan to open the port. Sudan denied that it closed the border.", "", ""},
		{"The talks will be held on Tuesday, September 17, 2031, Norway said.", "date", "2031-09-17 is a Wednesday"},
		{"The talks will be held on Wednesday, September 17, 2031, Norway said.", "", ""},
		{"Norway sank a drone boat. Oslo said the boat was armed.", "", ""},
	} {
		rec := readOn(t, "2031-09-14", c.text)
		switch {
		case c.kind == "" && len(rec.Doubts) > 0:
			t.Errorf("%q: doubt %+v, want none", c.text, rec.Doubts)
		case c.kind != "" && (len(rec.Doubts) != 1 || rec.Doubts[0].Kind != c.kind || !strings.Contains(rec.Doubts[0].Why, c.why)):
			t.Errorf("%q: got %+v, want %s: …%s…", c.text, rec.Doubts, c.kind, c.why)
		}
	}
}
