package article

import (
	"bytes"
	"path/filepath"
	"strings"
)

// endings are the names' endings that tell a form.
var endings = map[string]Form{
	".txt": PlainText, ".text": PlainText, ".md": PlainText, ".article": PlainText,
	".html": HTML, ".htm": HTML, ".xhtml": HTML,
	".jsonl": JSONLines, ".ndjson": JSONLines, ".json": JSONLines,
}

// FormOf tells the form of a file by its name, "" if the name does not tell.
func FormOf(name string) Form {
	name = strings.ToLower(filepath.Base(name))
	name = strings.TrimSuffix(name, ".gz")
	return endings[filepath.Ext(name)]
}

// formOf tells the form by the name, else by the first bytes.
func formOf(name string, b []byte) Form {
	if f := FormOf(name); f != Auto {
		return f
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	b = bytes.TrimLeft(b[:min(len(b), 1024)], " \t\r\n")
	low := bytes.ToLower(b)
	switch {
	case len(b) > 0 && b[0] == '{':
		return JSONLines
	case bytes.HasPrefix(low, []byte("<!doctype html")), bytes.HasPrefix(low, []byte("<html")),
		bytes.HasPrefix(low, []byte("<head")), bytes.HasPrefix(low, []byte("<?xml")) && bytes.Contains(low, []byte("<html")):
		return HTML
	}
	return PlainText
}
