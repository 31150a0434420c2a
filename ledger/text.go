package ledger

import (
	"slices"
	"strings"

	"dateline"
	"dateline/query"
)

// fold makes a name comparable: the words of full text search with single blanks.
func fold(s string) string { return strings.Join(query.Words(s), " ") }

// wordsOf hashes the words of an event's evidence of four letters and more, cut
// to six letters so that inflection matters little. Words that only say what
// kind of event it is or who takes part do not count: that is compared by
// itself. The hashes are sorted.
func wordsOf(e *dateline.Event) []uint32 {
	told := map[string]bool{}
	tell := func(s string) {
		for _, w := range query.Words(s) {
			told[stem(w)] = true
		}
	}
	tell(e.Trigger)
	for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
		for i := range side {
			tell(side[i].Name)
			tell(side[i].Office)
		}
	}
	if e.Place != nil {
		tell(e.Place.Name)
	}
	var out []uint32
	for _, ev := range e.Evidence[:min(len(e.Evidence), maxEvidence)] {
		for _, w := range query.Words(ev.Text) {
			if s := stem(w); len(w) >= 4 && !commonWords[w] && !told[s] {
				out = append(out, uint32(hashWord(s)>>32))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// maxEvidence bounds the sentences whose words count: of many sentences two
// events share some words by chance.
const maxEvidence = 3

func stem(w string) string { return w[:min(len(w), 6)] }

// sharedWords counts the content words that the evidence of both has.
func sharedWords(a, b *Report) int {
	n, j := 0, 0
	for _, w := range a.Words {
		for j < len(b.Words) && b.Words[j] < w {
			j++
		}
		if j < len(b.Words) && b.Words[j] == w {
			n++
		}
	}
	return n
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
