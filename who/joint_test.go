package who_test

import "testing"

// "We" of a joint statement are all who put it out.
func TestJointSpeakers(t *testing.T) {
	for _, c := range []struct{ title, text, word, want string }{
		{"", "A joint statement was released today by the Governments of Chile, Peru and Norway. We condemn the coup.", "We", "Chile/CHL + Peru/PER + Norway/NOR"},
		{"Chile-Peru: Joint Statement on Ghana", "We remain concerned about the crisis.", "We", "Chile/CHL + Peru/PER"},
		{"Joint Statement of Chile and Norway on Fishing", "We remain concerned about the crisis.", "We", "Chile/CHL + Norway/NOR"},
		{"Statement of Chile on Peru", "We remain concerned about the crisis.", "We", ""},
	} {
		doc, l := read(t, "2031-03-04", c.title, c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
