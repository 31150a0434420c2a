package sqlstore

import (
	"cmp"
	"slices"
	"strings"

	"dateline/query"
)

// key is one of the names under which occurrences are found: one of them must be
// among an occurrence's parties.
type key struct {
	names []string // none: nothing is filed under it
	count int      // occurrences, up to rare
}

// keys gives what a query asks of parties and places, the rarest first; whole
// if a single one says all that it asks of the parties.
func (c *conn) keys(q query.Query) (out []key, whole bool, err error) {
	// What was typed as a code means a word of a name only if it is none.
	add := func(asCode bool, names ...string) error {
		k := key{}
		for _, n := range names {
			count, err := c.countUpTo(rare, `SELECT 1 FROM parties WHERE party = ?`, n)
			if err != nil {
				return err
			}
			if count > 0 {
				k.names = append(k.names, n)
				k.count += count
			}
			if count > 0 && asCode {
				break
			}
		}
		out = append(out, k)
		return nil
	}
	var states []string
	for _, g := range q.With {
		if len(g) > 1 {
			if err := add(false, alternatives(g, "")...); err != nil {
				return nil, false, err
			}
			continue
		}
		for _, name := range g {
			names := keysOf(name, "")
			if len(names) == 0 {
				names = [][]string{nil}
			}
			for _, n := range names {
				if err := add(name == strings.ToUpper(name), n...); err != nil {
					return nil, false, err
				}
			}
			if last := out[len(out)-1]; len(names) == 1 && len(last.names) == 1 && isState(last.names[0]) {
				states = append(states, last.names[0])
			}
		}
	}
	whole = len(states) == 1 && len(q.With) == 1
	if len(states) == 2 && states[0] != states[1] { // their pair has both
		out = slices.DeleteFunc(out, func(k key) bool { return len(k.names) == 1 && slices.Contains(states, k.names[0]) })
		if err := add(false, pairKey(states[0], states[1])); err != nil {
			return nil, false, err
		}
		whole = len(q.With) == 2
	}
	if len(q.Places) > 0 {
		if err := add(false, alternatives(q.Places, placeMark)...); err != nil {
			return nil, false, err
		}
	}
	slices.SortStableFunc(out, func(a, b key) int { return cmp.Compare(a.count, b.count) })
	return out, whole, nil
}

// isState reports whether a key is the code of a state: words are in small letters.
func isState(key string) bool {
	return key == strings.ToUpper(key) && key != strings.ToLower(key) && !strings.Contains(key, "|")
}

// placeMark stands before the keys of places.
const placeMark = "@"

// keysOf gives the keys that a name needs, all of them; of each, one of its
// spellings. A single word may be a code.
func keysOf(name, mark string) [][]string {
	if strings.Contains(name, ":") { // an id
		return [][]string{{mark + name}}
	}
	words := query.Words(name)
	if len(words) == 1 {
		return [][]string{{mark + strings.ToUpper(name), mark + words[0]}}
	}
	var out [][]string
	for _, w := range words {
		out = append(out, []string{mark + w})
	}
	return out
}

// alternatives gives keys one of which an occurrence has if it has one of the
// names: of a name with several words the longest word.
func alternatives(names []string, mark string) []string {
	var out []string
	for _, n := range names {
		if keys := keysOf(n, mark); len(keys) > 0 {
			out = append(out, slices.MaxFunc(keys, func(a, b []string) int { return cmp.Compare(len(a[0]), len(b[0])) })...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
