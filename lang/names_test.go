package lang

import "testing"

// named is a document whose tokens are all proper nouns, with names given as
// kind and token indices.
func named(text string, names ...Name) *Doc {
	d := Cut(text, nil)
	for i := range d.Tokens {
		d.Tokens[i].UPOS = "PROPN"
	}
	d.Names = names
	d.mendNames()
	return d
}

func TestMendNames(t *testing.T) {
	d := named("Ada Brekke and Speaker met Norwegian envoys of Norway . Brekke left",
		Name{0, 2, PER}, Name{3, 4, PER}, Name{7, 9, PER}, Name{10, 11, ORG})
	var got []string
	for _, n := range d.Names {
		got = append(got, string(n.Kind)+" "+d.Words(n.First, n.Last))
	}
	want := []string{"PER Ada Brekke", "NORP Norwegian", "LOC Norway", "PER Brekke"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}
