package what

import (
	"testing"
	"testing/fstest"
)

// FuzzTables feeds the loader whatever: it may refuse, but not fall over.
func FuzzTables(f *testing.F) {
	for _, s := range []string{
		"meet | s=B with=B | CONSULT meet 040 | Japan met with Peru.",
		"impose | s=A o=T{sanctions}[ban|curb] on=R:state,org? | SANCTION 163",
		"a | s=A:!place o!{x} | AID 070",
		"|||", "a | =", "a | s={ | X",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"verbs", "nouns", "light", "status", "classes"} {
			tabs, err := load(fstest.MapFS{"tables/" + name + ".txt": {Data: []byte(s)}})
			if err == nil {
				tabs.Check()
			}
		}
	})
}
