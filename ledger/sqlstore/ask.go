package sqlstore

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// An ask is how the candidates of a query are read: part of time by part of time,
// in order, so that the first answers come at once. In each part the lists of its
// terms are met with each other.
type ask struct {
	c     *conn
	q     query.Query
	order ledger.Order
	terms []term
	words []uint64             // all of which must stand in it
	kinds map[int64]bool       // nil: of any kind
	only  map[partOf][]posting // not nil: no others have the phrases
	exact bool                 // what the lists say is all that is asked
	none  bool                 // nothing can be found
}

func (c *conn) ask(q query.Query, order ledger.Order) (*ask, error) {
	a := &ask{c: c, q: q, order: order}
	var err error
	if a.terms, a.exact, err = c.terms(q); err != nil {
		return nil, err
	}
	for _, t := range a.terms {
		a.none = a.none || len(t) == 0
	}
	for _, w := range q.Words {
		for _, word := range query.Words(w) {
			if len(word) >= minWord {
				a.words = append(a.words, hashKey(word))
			}
		}
	}
	slices.Sort(a.words)
	a.words = slices.Compact(a.words)
	a.exact = a.exact && !q.AsOf.Known() && len(q.Sources)+len(q.Words)+q.Witnesses == 0
	all, err := c.kinds()
	if err != nil {
		return nil, err
	}
	if want, ok := kindsOf(q, all); ok {
		a.none = a.none || len(want) == 0
		a.kinds = map[int64]bool{}
		for _, n := range want {
			a.kinds[n] = true
		}
	}
	return a, nil
}

// maxPhrased is how many articles that have a phrase are looked at for events.
const maxPhrased = 1000

// phrases looks for rare phrases in the full text index: words that are frequent
// may seldom stand together. What is shown under another event by a correction may
// have words that are not its own.
func (a *ask) phrases(f *fixes) error {
	if len(f.merges)+len(f.split) > 0 {
		return nil
	}
	for _, phrase := range a.q.Words {
		words := query.Words(phrase)
		if len(words) < 2 || a.only != nil {
			continue
		}
		articles, err := a.c.eachNumber(fmt.Sprintf(a.c.s.d.FindWords, articleWords)+fmt.Sprintf(" LIMIT %d", maxPhrased+1), []any{a.c.s.d.Phrase(words)})
		if err != nil {
			return err
		}
		if len(articles) > maxPhrased {
			continue
		}
		a.only = map[partOf][]posting{}
		founders := map[int64]bool{}
		for _, n := range articles {
			of, err := a.c.numbers(`SELECT founder FROM reports WHERE n >= ? AND n <= ? AND live = 1 AND founder <> 0`, n<<slotBits, n<<slotBits|maxSlot)
			if err != nil {
				return err
			}
			for _, n := range of {
				founders[n] = true
			}
		}
		return a.c.cards(founders, func(list int, p posting) {
			at := partOf{list, int64(p.day) >> partDays}
			a.only[at] = append(a.only[at], p)
		})
	}
	return nil
}

// each calls f with the candidates of each part, in the order of their first days,
// until it has enough.
func (a *ask) each(f func(of []posting) (enough bool, err error)) error {
	if a.none {
		return nil
	}
	if a.q.Undated == nil || !*a.q.Undated {
		if enough, err := a.eachOf(eventList, f); err != nil || enough {
			return err
		}
	}
	if (a.q.Undated == nil || *a.q.Undated) && a.q.Happens == dateline.NoSpan {
		_, err := a.eachOf(undatedList, f)
		return err
	}
	return nil
}

func (a *ask) eachOf(list int, f func(of []posting) (enough bool, err error)) (bool, error) {
	parts, err := a.c.parts(list)
	if err != nil {
		return false, err
	}
	if a.order == ledger.ByNewest {
		slices.Reverse(parts)
	}
	for _, part := range parts {
		mark, ok := a.reaches(list, part)
		if !ok {
			continue
		}
		of, err := a.meet(partOf{list, part}, mark)
		if err != nil {
			return false, err
		}
		if len(of) == 0 {
			continue
		}
		a.byDay(of)
		if enough, err := f(of); err != nil || enough {
			return enough, err
		}
	}
	return false, nil
}

// reaches reports whether a part may have events on the days asked for; mark is
// that of the keys which have them: of parts long before only long ones count.
func (a *ask) reaches(list int, part int64) (mark string, ok bool) {
	if list == undatedList {
		return "", true
	}
	h := a.q.Happens
	if h.Latest.Known() && part > int64(h.Latest)>>partDays {
		return "", false
	}
	if h.Earliest.Known() && part < (int64(h.Earliest)-longSpan)>>partDays {
		return longMark, true
	}
	return "", true
}

// byDay brings candidates into the order of their days; what is of one key has it.
func (a *ask) byDay(of []posting) {
	if !slices.IsSortedFunc(of, func(x, y posting) int { return cmp.Compare(x.day, y.day) }) {
		slices.SortFunc(of, func(x, y posting) int { return cmp.Compare(x.day, y.day) })
	}
	if a.order == ledger.ByNewest {
		slices.Reverse(of)
	}
}

func (a *ask) compare(x, y posting) int {
	c := cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.more, y.more))
	if a.order == ledger.ByNewest {
		return -c
	}
	return c
}

// fewWords is up to how many events that have the words are looked at one by one
// rather than in the list of all.
const fewWords = 500

// meet gives what stands in the lists of all terms in a part.
func (a *ask) meet(at partOf, mark string) ([]posting, error) {
	var worded map[int64]bool
	switch {
	case a.only != nil:
		of := marked(a.only[at], mark)
		if len(of) == 0 || a.terms[0][0] == anyKey {
			return a.fitting(of), nil
		}
		worded = numbersOf(of)
	case len(a.words) > 0:
		var err error
		if worded, err = a.worded(at.part); err != nil || len(worded) == 0 {
			return nil, err
		}
		if a.terms[0][0] == anyKey && len(worded) < fewWords {
			var of []posting
			err := a.c.cards(worded, func(list int, p posting) {
				if (partOf{list, int64(p.day) >> partDays}) == at {
					of = append(of, p)
				}
			})
			return a.fitting(marked(of, mark)), err
		}
	}
	terms := a.terms
	if i := slices.IndexFunc(terms, ofMonths); i >= 0 && len(terms) > 1 {
		// Most parts have little of a few months: there the long lists of the other
		// terms need not be unpacked.
		by, err := a.byTerm(at, mark, terms[i:i+1], worded)
		if err != nil || len(by[0]) == 0 {
			return nil, err
		}
		worded = numbersOf(by[0])
		terms = slices.Delete(slices.Clone(terms), i, i+1)
	}
	by, err := a.byTerm(at, mark, terms, worded)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(by, func(x, y []posting) int { return cmp.Compare(len(x), len(y)) })
	out := a.fitting(by[0])
	if len(terms) == 1 && len(terms[0]) == 1 {
		return out, nil
	}
	return intersect(out, by[1:]), nil
}

// ofMonths reports whether a term is about months of publication.
func ofMonths(t term) bool { return len(t) > 0 && strings.HasPrefix(t[0], monthMark) }

// numbersOf are the numbers of postings.
func numbersOf(of []posting) map[int64]bool {
	out := make(map[int64]bool, len(of))
	for i := range of {
		out[of[i].n] = true
	}
	return out
}

// byTerm gives for each term what a part holds under its keys; of it only these
// numbers, if only is not nil.
func (a *ask) byTerm(at partOf, mark string, terms []term, only map[int64]bool) ([][]posting, error) {
	which := map[uint64][]int{} // key → terms
	for i, t := range terms {
		for _, name := range t {
			k := hashKey(name + mark)
			which[k] = append(which[k], i)
		}
	}
	found, err := a.c.lookUpOnly(at.list, at.part, sortedKeys(which), only)
	if err != nil {
		return nil, err
	}
	by := make([][]posting, len(terms))
	for from := 0; from < len(found); {
		to := from + 1
		for to < len(found) && found[to].key == found[from].key {
			to++
		}
		for _, i := range which[found[from].key] {
			if by[i] == nil {
				by[i] = found[from:to:to]
			} else {
				by[i] = append(by[i], found[from:to]...)
			}
		}
		from = to
	}
	return by, nil
}

// intersect keeps those that stand in all lists, each once.
func intersect(of []posting, others [][]posting) []posting {
	at := make(map[int64]int, len(of)) // number → how many lists have it
	for i := range of {
		at[of[i].n] = 1
	}
	for i, other := range others {
		for j := range other {
			if at[other[j].n] == i+1 {
				at[other[j].n] = i + 2
			}
		}
	}
	out := make([]posting, 0, len(of))
	for i := range of {
		if at[of[i].n] == len(others)+1 {
			at[of[i].n] = 0
			out = append(out, of[i])
		}
	}
	return out
}

// fitting keeps those of the kinds and days asked for.
func (a *ask) fitting(of []posting) []posting {
	out := make([]posting, 0, len(of))
	h := a.q.Happens
	for i := range of {
		p := &of[i]
		switch {
		case a.kinds != nil && !a.kinds[int64(p.kind)]:
		case h.Latest.Known() && int64(p.day) > int64(h.Latest):
		case h.Earliest.Known() && int64(p.day)+int64(p.more) < int64(h.Earliest):
		default:
			out = append(out, *p)
		}
	}
	return out
}

// worded gives the events of a part in which all words stand, and maybe others.
func (a *ask) worded(part int64) (map[int64]bool, error) {
	found, err := a.c.lookUp(wordList, part, a.words)
	if err != nil {
		return nil, err
	}
	count := map[int64]int{}
	for i := range found {
		count[found[i].n]++
	}
	out := map[int64]bool{}
	for n, k := range count {
		if k == len(a.words) {
			out[n] = true
		}
	}
	return out, nil
}

// marked keeps the long ones, if only they count.
func marked(of []posting, mark string) []posting {
	if mark == "" {
		return of
	}
	return slices.DeleteFunc(slices.Clone(of), func(p posting) bool { return p.more <= longSpan })
}

// cards calls f with postings of events made from their rows.
func (c *conn) cards(of map[int64]bool, f func(list int, p posting)) error {
	for part := range slices.Chunk(sortedKeys(of), maxList) {
		in, args := list(part)
		err := c.each(`SELECT n, list, day, more, kind FROM occurrences WHERE n IN (`+in+`)`, args, func(r *sql.Rows) error {
			var p posting
			var list int
			err := r.Scan(&p.n, &list, &p.day, &p.more, &p.kind)
			f(list, p)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// firstKnown gives those events of which something was published until a day.
func (c *conn) firstKnown(of []posting, until dateline.Day) (out []int64, err error) {
	for part := range slices.Chunk(of, maxList) {
		nums := make([]int64, len(part))
		for i := range part {
			nums[i] = part[i].n
		}
		in, args := list(nums)
		few, err := c.eachNumber(`SELECT n FROM occurrences WHERE n IN (`+in+`) AND first <= `+fmt.Sprint(int64(until)), args)
		if err != nil {
			return nil, err
		}
		out = append(out, few...)
	}
	return out, nil
}
