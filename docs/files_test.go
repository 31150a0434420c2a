package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var word = regexp.MustCompile(`[a-z_]+`)

// TestFilesAreListed holds that doc.go of the largest rooms says what each of its files
// holds, and docs/what.md what each table of events does.
func TestFilesAreListed(t *testing.T) {
	for _, at := range []struct{ page, files, list string }{
		{"../read/doc.go", "../read/*.go", "Which file holds what"},
		{"../when/doc.go", "../when/*.go", "Which file holds what"},
		{"../what/doc.go", "../what/*.go", "Which file holds what"},
		{"what.md", "../what/tables/*.txt", "| tables |"},
	} {
		b, err := os.ReadFile(at.page)
		if err != nil {
			t.Fatal(err)
		}
		_, list, _ := strings.Cut(string(b), at.list)
		listed := map[string]bool{"doc": true}
		for _, w := range word.FindAllString(list, -1) {
			listed[w] = true
		}
		files, err := filepath.Glob(at.files)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			name := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
			if !strings.HasSuffix(name, "_test") && !listed[name] {
				t.Errorf("%s does not say what %s holds", at.page, f)
			}
		}
	}
}
