package sqlstore

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// Events are filed under keys: who takes part (states, pairs of states, ids and
// words of names), where, what kind they are, when they were told of. A question
// reads the lists of some of them.

const (
	anyKey    = ""  // every event
	kindMark  = "=" // types and statuses
	monthMark = "+" // months of publication
	placeMark = "@"
	manyMark  = "#" // at least so many witnesses
	// Spans longer than longSpan days are filed under all keys with longMark, too,
	// so that those over a day are found without reading all before it.
	longMark = "~"
	longSpan = 100
)

// maxPaired is the most states of an event whose pairs are filed.
const maxPaired = 24

// keysOfEvent are the keys under which an occurrence is found.
func keysOfEvent(o *ledger.Occurrence) []string {
	e := &o.Event
	out := append(parties(e), anyKey, kindMark+string(e.Type), kindMark+string(e.Status))
	for _, r := range o.Reports {
		if r.Published.Known() {
			out = append(out, monthKey(monthOf(r.Published)))
		}
	}
	for _, k := range witnessSteps {
		if o.Witnesses >= k {
			out = append(out, manyKey(k))
		}
	}
	if w := e.When; w != nil && w.Known() && w.Latest-w.Earliest > longSpan {
		for _, k := range slices.Clone(out) {
			out = append(out, k+longMark)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// witnessSteps are the numbers of witnesses by which events are filed.
var witnessSteps = []int{2, 3, 5, 10, 20}

func manyKey(step int) string { return fmt.Sprint(manyMark, step) }

func monthOf(d dateline.Day) int {
	y, m, _ := d.Civil()
	return y*12 + int(m) - 1
}

func monthKey(month int) string { return fmt.Sprint(monthMark, month) }

// parties are the states that take part and their pairs, the ids of persons and
// the words of their names, and the place.
func parties(e *dateline.Event) []string {
	var out, states []string
	for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
		for i := range side {
			a := &side[i]
			if a.State != "" {
				states = append(states, strings.ToUpper(a.State))
			}
			if a.ID != "" {
				out = append(out, a.ID)
			}
			out = append(out, query.Words(a.Name)...)
			out = append(out, query.Words(a.Holder)...)
		}
	}
	slices.Sort(states)
	states = slices.Compact(states)
	out = append(out, states...)
	states = states[:min(len(states), maxPaired)]
	for i, a := range states {
		for _, b := range states[i+1:] {
			out = append(out, pairKey(a, b))
		}
	}
	if e.Place != nil {
		if e.Place.State != "" {
			out = append(out, placeMark+strings.ToUpper(e.Place.State))
		}
		for _, w := range query.Words(e.Place.Name) {
			out = append(out, placeMark+w)
		}
	}
	return out
}

// pairKey is the key under which the events between two states are filed.
func pairKey(a, b string) string { return min(a, b) + "|" + max(a, b) }

// hashKey is a key as the lists have it, of 40 bits.
func hashKey(key string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return (h ^ h>>31) >> 24
}

// minWord is the length from which on a word is filed.
const minWord = 3

// wordKeys gives the keys of the words of a text.
func wordKeys(text string) []uint64 {
	var out []uint64
	for w := range strings.FieldsSeq(text) {
		if len(w) >= minWord {
			out = append(out, hashKey(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// term asks for one of some keys.
type term []string

// terms gives what a query asks of parties, places, kinds and publication; exact
// if what they find is all that it asks of these.
func (c *conn) terms(q query.Query) (out []term, exact bool, err error) {
	exact = len(q.Places)+len(q.Without) == 0 && q.Published == dateline.NoSpan
	var codes []string // of groups that are one state as a code
	for _, g := range q.With {
		if len(g) > 1 {
			exact = false
			out = append(out, alternatives(g, ""))
			continue
		}
		for _, name := range g {
			words := keysOf(name, "")
			exact = exact && len(words) == 1
			if isCode(name) {
				codes = append(codes, name)
			}
			out = append(out, words...)
		}
	}
	if len(codes) == 2 && codes[0] != codes[1] { // their pair has both, if they are states
		there, err := c.anyFiled(codes...)
		if err != nil {
			return nil, false, err
		}
		if there {
			out = slices.DeleteFunc(out, func(t term) bool { return slices.Contains(t, codes[0]) || slices.Contains(t, codes[1]) })
			out = append(out, term{pairKey(codes[0], codes[1])})
		}
	}
	if len(q.Places) > 0 {
		out = append(out, alternatives(q.Places, placeMark))
	}
	if p := q.Published; p.Earliest.Known() && p.Latest.Known() && monthOf(p.Latest)-monthOf(p.Earliest) < maxMonths {
		var t term
		for m := monthOf(p.Earliest); m <= monthOf(p.Latest); m++ {
			t = append(t, monthKey(m))
		}
		out = append(out, t)
	}
	for _, k := range slices.Backward(witnessSteps) {
		if q.Witnesses >= k {
			out = append(out, term{manyKey(k)})
			break
		}
	}
	if len(out) == 0 {
		out = append(out, kindTerm(q))
	}
	return out, exact, nil
}

// maxMonths is of how many months of publication the lists are read.
const maxMonths = 24

// kindTerm goes by type or status, if nothing else is asked for.
func kindTerm(q query.Query) term {
	values := texts(q.Types)
	if len(values) == 0 && !slices.Contains(q.Statuses, dateline.Happened) {
		values = texts(q.Statuses)
	}
	if len(values) == 0 {
		return term{anyKey}
	}
	t := term{}
	for _, v := range values {
		t = append(t, kindMark+v)
	}
	return t
}

// isCode: typed as a state's code.
func isCode(name string) bool {
	return name == strings.ToUpper(name) && name != strings.ToLower(name) && !strings.ContainsAny(name, "|: ") && len(query.Words(name)) == 1
}

// anyFiled reports whether events are filed under each of some keys.
func (c *conn) anyFiled(keys ...string) (bool, error) {
	missing := map[uint64]bool{}
	for _, k := range keys {
		missing[hashKey(k)] = true
	}
	for _, list := range []int{eventList, undatedList} {
		parts, err := c.parts(list)
		if err != nil {
			return false, err
		}
		for _, part := range slices.Backward(parts) {
			found, err := c.lookUp(list, part, sortedKeys(missing))
			if err != nil {
				return false, err
			}
			for i := range found {
				delete(missing, found[i].key)
			}
			if len(missing) == 0 {
				return true, nil
			}
		}
	}
	return false, nil
}

// keysOf gives the terms that a name needs, all of them; of each, one of its
// spellings. A single word may be a code.
func keysOf(name, mark string) []term {
	if strings.Contains(name, ":") { // an id
		return []term{{mark + name}}
	}
	words := query.Words(name)
	switch len(words) {
	case 0:
		return []term{{}}
	case 1:
		return []term{{mark + strings.ToUpper(name), mark + words[0]}}
	}
	var out []term
	for _, w := range words {
		out = append(out, term{mark + w})
	}
	return out
}

// alternatives gives keys one of which an occurrence has if it has one of the
// names: of a name with several words the longest word.
func alternatives(names []string, mark string) term {
	var out term
	for _, n := range names {
		out = append(out, slices.MaxFunc(keysOf(n, mark), func(a, b term) int {
			return cmp.Compare(len(strings.Join(a[:min(len(a), 1)], "")), len(strings.Join(b[:min(len(b), 1)], "")))
		})...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
