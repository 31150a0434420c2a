package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// Report is one event as one article tells it.
type Report struct {
	Key       string       // article id and event id: unique in a ledger
	Article   string       // id of the article
	Published dateline.Day // NoDay if the article carries no date
	Outlet    string
	Witness   string // reprints of one text share it; see [Witnesses]
	Event     dateline.Event
	Words     []uint32 // hashes of the evidence's content words, sorted; see contentWords

	sketch *outline // see [Report.Prepare]
}

// Reports takes a record apart.
func Reports(r *dateline.Record, witness string) []Report {
	out := make([]Report, len(r.Events))
	seen, keys := map[string]int{}, map[string]string{}
	for i, e := range r.Events {
		e.Doubts = doubtsAbout(&e, r.Doubts)
		out[i] = Report{
			Key: keyOf(r.Article.ID, &e, seen), Article: r.Article.ID, Published: r.Article.Date,
			Outlet: r.Article.Source, Witness: witness, Event: e, Words: wordsOf(&e),
		}
		keys[e.ID] = out[i].Key
		out[i].Prepare()
	}
	for i := range out {
		out[i].Event.Relations = relationsByKey(out[i].Event.Relations, keys)
	}
	return out
}

// relationsByKey names the events that relations lead to by the keys of their
// reports, which mean the same in every article of a ledger.
func relationsByKey(all []dateline.Relation, keys map[string]string) []dateline.Relation {
	out := slices.Clone(all)
	for i := range out {
		if k := keys[out[i].Event]; k != "" {
			out[i].Event = k
		}
	}
	return out
}

// doubtsAbout gives the doubts of an article about an event.
func doubtsAbout(e *dateline.Event, all []dateline.Doubt) (out []dateline.Doubt) {
	for _, d := range all {
		if slices.Contains(d.Events, e.ID) {
			d.Events = nil // ids of one record mean nothing in a ledger
			out = append(out, d)
		}
	}
	return out
}

// keyOf names a report by what a later version of the reader will most likely
// find again: the article, the type and where the evidence begins.
func keyOf(article string, e *dateline.Event, seen map[string]int) string {
	at := "0"
	if len(e.Evidence) > 0 {
		if at = fmt.Sprint(e.Evidence[0].Start); e.Evidence[0].In != "" {
			at = e.Evidence[0].In + at
		}
	}
	k := fmt.Sprintf("%s#%s@%s", article, e.Type, at)
	seen[k]++
	if n := seen[k]; n > 1 {
		k = fmt.Sprintf("%s.%d", k, n)
	}
	return k
}

// ID is the id that an occurrence has which this report founds: it depends on
// the report alone, so that it never changes its meaning.
func (r *Report) ID() string { return IDOf(r.Key) }

// IDOf gives the occurrence id that belongs to a report's key.
func IDOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return "ev" + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:8]))
}

// span is when the event lies by this report; ok is false if it is not told.
func (r *Report) span() (dateline.Span, bool) {
	if r.Event.When == nil || !r.Event.When.Known() {
		return dateline.NoSpan, false
	}
	return r.Event.When.Span, true
}

// canonical orders reports: visits last, so that they find the meetings that
// they were for; the most exactly dated first, then those that name most
// participants, then the earliest published, then by key. It is total, so folds
// are the same everywhere.
func canonical(a, b *Report) int {
	x, y := a.outline(), b.outline()
	return cmp.Or(
		cmp.Compare(rankOf(a), rankOf(b)),
		cmp.Compare(x.vagueness(), y.vagueness()),
		-cmp.Compare(x.names, y.names),
		cmp.Compare(a.Published, b.Published),
		cmp.Compare(a.Key, b.Key),
	)
}

// vagueness is the length of the report's span in days; undated ones come last.
func (o *outline) vagueness() int {
	if o.dated {
		return o.span.Days()
	}
	return 1 << 30
}

// byTime orders reports as they were published.
func byTime(a, b *Report) int {
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Key, b.Key))
}

// SortReports puts reports into the canonical order: the founder of a group first.
func SortReports(rs []*Report) { slices.SortFunc(rs, canonical) }

func rankOf(r *Report) int {
	if r.Event.Mode == "visit" {
		return 1
	}
	return 0
}
