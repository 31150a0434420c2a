package lang

import (
	"strings"
	"unicode/utf8"
)

// Fold writes typographic quotes, dashes, spaces and ellipses in ASCII and drops
// soft hyphens and marks without width. A word in plain ASCII is returned as is.
func Fold(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return folder.Replace(s)
		}
	}
	return s
}

var folder = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "′", "'", "ʼ", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "″", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "−", "-", "—", "--", "―", "--",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ",
	"…", "...",
	"\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", "\u200e", "", "\u200f", "",
)
