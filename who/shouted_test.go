package who

import "testing"

func TestShouted(t *testing.T) {
	for in, want := range map[string]string{"ADA LIND": "Ada Lind", "LIND-BERG": "Lind-Berg", "Ada Lind": "Ada Lind", "LBJ": "LBJ", "ODD O’HARA": "Odd O’Hara"} {
		got := in
		if shouted(in) {
			got = spoken(in)
		}
		if got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}
