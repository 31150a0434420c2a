package article

import (
	"strings"

	"github.com/abadojack/whatlanggo"

	"dateline"
)

// language names the language of the body (ISO 639-1), or "" if that is not
// clear. The first kilobyte tells as much as the whole.
func language(text string, paras []dateline.Paragraph) string {
	var b strings.Builder
	for _, p := range paras {
		if p.Kind == dateline.DateStamp || p.Kind == dateline.SeeAlso {
			continue
		}
		b.WriteString(text[p.Start:p.End])
		b.WriteByte(' ')
		if b.Len() > 1000 {
			break
		}
	}
	sample := b.String()
	if len(sample) > 1500 {
		sample = strings.ToValidUTF8(sample[:1500], "")
	}
	if english(sample) {
		return "en"
	}
	info := whatlanggo.Detect(sample)
	if len(sample) < 120 || !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// functionWords are frequent in English and together in no other language.
var functionWords = map[string]bool{
	"the": true, "of": true, "to": true, "and": true, "in": true, "a": true, "on": true, "that": true, "for": true,
	"with": true, "is": true, "was": true, "said": true, "at": true, "by": true, "from": true, "his": true, "her": true,
	"will": true, "has": true, "he": true, "she": true, "it": true, "as": true, "not": true,
}

// english tells quickly what is plain: that function words of English make up a
// quarter of a text.
func english(sample string) bool {
	words, hits := strings.Fields(sample), 0
	for _, w := range words {
		if functionWords[w] {
			hits++
		}
	}
	return len(words) >= 20 && hits*4 >= len(words)
}
