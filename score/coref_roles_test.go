package score

import (
	"os"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/when"
	"dateline/who"
)

func TestRolesTable(t *testing.T) {
	cases, err := readRoles(rolesTable)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 200 {
		t.Errorf("%d cases, want 200", len(cases))
	}
	for _, bad := range []string{"a\tb\tc\tlook\td\n", "a\tb\t1\tdev\td\n", "a\tb\t1\tlook\n"} {
		if _, err := readRoles([]byte(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// roleFloor is what the room must not fall below, in percent.
const roleFloor = 75.0

func TestRoles(t *testing.T) {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "data/news")); err != nil {
		t.Skip("needs ../shared/data/news")
	}
	f := facts.Default()
	for _, part := range []string{"look", "test"} {
		s, err := Roles(dir, part, f, func(a *dateline.Article) (*lang.Doc, *who.Layer) {
			d := lang.Parse(a.Text, nil)
			return d, who.Read(d, a, when.Read(d, a.Date), f)
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d of %d right, %.1f %%", part, s.Right, s.Cases, s.Percent())
		if part == "look" && os.Getenv("DATELINE_ERRORS") != "" {
			for _, e := range s.Errors {
				t.Log(e)
			}
		}
		if s.Percent() < roleFloor {
			t.Errorf("%s: below %.0f %%", part, roleFloor)
		}
	}
}
