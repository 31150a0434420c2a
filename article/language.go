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
	info := whatlanggo.Detect(sample)
	if len(sample) < 120 || !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
