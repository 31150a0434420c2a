package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dateline"
)

// jsonArticle is a line of JSON lines. Other fields are let be, so that gold
// files and exports of other tools are read as they are.
type jsonArticle struct {
	ID       json.RawMessage `json:"id"` // text or number
	Date     string          `json:"date"`
	Source   string          `json:"source"`
	Title    string          `json:"title"`
	Text     *string         `json:"text"`
	URL      string          `json:"url"`
	Language string          `json:"language"`
	Dateline string          `json:"dateline"` // the place of writing
	Place    string          `json:"place"`    // the same, as archives of governments have it
}

// Line reads one JSON object: id, date, source, title, text, url, language,
// dateline or place.
// Only text must be there. The place (file:line) is for messages.
func Line(place string, b []byte, opts Options) (*dateline.Article, error) {
	if len(b) > opts.limit() {
		return nil, tooLong(place, opts)
	}
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	if i := badUTF8(b); i >= 0 {
		return nil, inputError(place, fmt.Sprintf("is not UTF-8 (byte %#02x at column %d)", b[i], i+1), "JSON lines are UTF-8")
	}
	var j jsonArticle
	if err := json.Unmarshal(b, &j); err != nil {
		return nil, inputError(place, brokenJSON(err), "want one object a line with id, date, source, title, text")
	}
	if j.Text == nil {
		return nil, inputError(place, `no "text" field`, "want one object a line with id, date, source, title, text")
	}
	h := header{source: j.Source, title: j.Title, url: j.URL, lang: j.Language, place: cmpOr(j.Dateline, j.Place), date: dateline.NoDay}
	h.id = strings.Trim(string(j.ID), `"`)
	if len(j.ID) > 0 && j.ID[0] == '"' {
		_ = json.Unmarshal(j.ID, &h.id) // it was valid JSON a moment ago
	} else if h.id == "null" {
		h.id = ""
	}
	if strings.TrimSpace(j.Date) != "" {
		day, n := leadingDay(strings.TrimSpace(j.Date))
		if n == 0 {
			return nil, inputError(place, fmt.Sprintf("date %q is no date", j.Date), "want YYYY-MM-DD")
		}
		h.date, h.reason = day, "field date"
	}
	return build(place, *j.Text, h, nil, opts)
}

// brokenJSON says where on the line the JSON breaks.
func brokenJSON(err error) string {
	var syn *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syn):
		return fmt.Sprintf("broken JSON at column %d: %v", syn.Offset, err)
	case errors.As(err, &typ):
		return fmt.Sprintf("field %q is a JSON %s at column %d", typ.Field, typ.Value, typ.Offset)
	}
	return "broken JSON: " + err.Error()
}
