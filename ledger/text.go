package ledger

import (
	"slices"
	"strings"

	"dateline"
	"dateline/query"
)

// fold makes a name comparable: the words of full text search with single blanks.
func fold(s string) string { return strings.Join(query.Words(s), " ") }

// surname is the last word of a folded name: enough to agree on within one state.
func surname(folded string) string {
	return folded[strings.LastIndexByte(folded, ' ')+1:]
}

// wordsOf hashes the words of an event's evidence of four letters and more, cut
// to six letters so that inflection matters little. The hashes are sorted.
func wordsOf(e *dateline.Event) []uint32 {
	var out []uint32
	for _, ev := range e.Evidence {
		for w := range strings.FieldsSeq(fold(ev.Text)) {
			if len(w) >= 4 && !commonWords[w] {
				out = append(out, uint32(wordHashes(w[:min(len(w), 6)])[0]>>32))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// commonWords say nothing about which occurrence a sentence tells of.
var commonWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`that this with from have been were will would could should after before during over
		into about against their there which while said says told also more than other when where what they them
		year years week month monday tuesday wednesday thursday friday saturday sunday president minister foreign
		prime secretary state government country countries leader leaders official officials spokesman statement`) {
		m[w] = true
	}
	return m
}()
