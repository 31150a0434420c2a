package read

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
)

func TestPresence(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Norwegian Prime Minister Ada Lind is in Lima for talks on shipping.", "Lima ongoing 2031-03-03..2031-03-05"},
		{"Norwegian Prime Minister Ada Lind will be in Lima on Friday.", "Lima planned 2031-03-07..2031-03-07"},
		{"Norwegian Prime Minister Ada Lind, who was in Lima on Monday, praised Chile.", "Lima happened 2031-03-03..2031-03-03"},
		{"Norwegian Prime Minister Ada Lind begins her tour of South America in Lima today.", "Lima ongoing 2031-03-05..2031-03-05"},
		{"Norwegian Prime Minister Ada Lind is not in Lima.", ""},
		{"Norwegian Prime Minister Ada Lind is in Oslo.", ""},
		{"Norwegian Prime Minister Ada Lind is in prison.", ""},
	} {
		rec := readOn(t, "2031-03-05", c.text)
		var got []string
		for _, e := range rec.Events {
			if e.Type == dateline.Consult && e.Mode == "visit" {
				got = append(got, fmt.Sprintf("%s %s %s..%s", e.Place.Name, e.Status, e.When.Earliest, e.When.Latest))
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
}
