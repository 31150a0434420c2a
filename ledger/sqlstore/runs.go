package sqlstore

import (
	"database/sql"
	"encoding/binary"
	"math"
	"slices"
)

// What stands under keys is kept as a log-structured merge tree (O'Neil et al.
// 1996): each transaction adds a run of sorted, packed postings, and runs are
// merged when there are many of a size. So what comes together in time is written
// together, whatever its keys are. Lists are cut into parts by time, which keeps
// merges small and lets questions go from one time to the next.

// The lists.
const (
	blockList   = iota + 1 // reports by block
	bandList               // articles by band of their signature; part: time of publication
	eventList              // events by party, place, kind and month; part: their first day
	undatedList            // events without a day; part: time of publication
	wordList               // events by word, in the parts of both lists
	idList                 // reports by the id that an event has which they found
)

// dated tells whether the postings of a list have days.
func dated(list int) bool { return list == eventList || list == undatedList }

// partDays is a part's length: 2 to the power of so many days.
const partDays = 6

// fanOut is how many runs of a level are merged into one of the next.
const fanOut = 6

// pageBits bounds the pages of a run: page i of run r is number r<<24|i.
const pageBits = 24

// run is a sorted sequence of pages.
type run struct {
	n      int64
	level  int
	firsts []uint64 // the first key of each page
}

// runs gives those of a part, the oldest first.
func (c *conn) runs(list int, part int64) (out []run, err error) {
	st, err := c.stmt(`SELECT run, level, firsts FROM runs WHERE list = ? AND part = ? ORDER BY run`)
	if err != nil {
		return nil, err
	}
	found, err := st.QueryContext(c.ctx, list, part)
	if err != nil {
		return nil, err
	}
	return out, each(found, func(r *sql.Rows) error {
		var of run
		var firsts sql.RawBytes
		if err := r.Scan(&of.n, &of.level, &firsts); err != nil {
			return err
		}
		for key := uint64(0); len(firsts) > 0; {
			v, n := binary.Uvarint(firsts)
			if n <= 0 {
				return errPage
			}
			key += v
			of.firsts, firsts = append(of.firsts, key), firsts[n:]
		}
		out = append(out, of)
		return nil
	})
}

// parts gives the parts of a list, sorted.
func (c *conn) parts(list int) ([]int64, error) {
	return c.numbers(`SELECT DISTINCT part FROM runs WHERE list = ? ORDER BY part`, int64(list))
}

// page calls f with the body of a page, which it must not keep.
func (c *conn) page(r *run, i int, f func(body []byte) error) error {
	return c.pages(r, i, i+1, f)
}

func (c *conn) pages(r *run, from, to int, f func(body []byte) error) error {
	st, err := c.stmt(`SELECT body FROM pages WHERE n >= ? AND n < ? ORDER BY n`)
	if err != nil {
		return err
	}
	found, err := st.QueryContext(c.ctx, r.n<<pageBits+int64(from), r.n<<pageBits+int64(to))
	if err != nil {
		return err
	}
	n := 0
	err = each(found, func(rows *sql.Rows) error {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		n++
		return f(body)
	})
	if err == nil && n != to-from {
		err = errPage
	}
	return err
}

// pageOf gives the page in which a key stands, if anywhere; -1: nowhere.
func (r *run) pageOf(key uint64) int {
	i, there := slices.BinarySearch(r.firsts, key)
	if there {
		return i
	}
	return i - 1
}

// lookUp gives what stands in a part under keys, which are sorted and each once;
// the answer is in the order of a run, gone ones left out.
func (c *conn) lookUp(list int, part int64, keys []uint64) ([]posting, error) {
	return c.lookUpOnly(list, part, keys, nil)
}

// lookUpOnly is lookUp for some numbers; for all if only is nil.
func (c *conn) lookUpOnly(list int, part int64, keys []uint64, only map[int64]bool) ([]posting, error) {
	of, err := c.runs(list, part)
	if err != nil || len(of) == 0 {
		return nil, err
	}
	var out []posting
	cuts := []int{0}
	for i := range of {
		r := &of[i]
		for at := 0; at < len(keys); {
			page := r.pageOf(keys[at])
			end := at + 1
			for end < len(keys) && r.pageOf(keys[end]) == page {
				end++
			}
			if page >= 0 {
				err := c.page(r, page, func(body []byte) (err error) {
					out, err = pick(body, dated(list), keys[at:end], only, out)
					return err
				})
				if err != nil {
					return nil, err
				}
			}
			at = end
		}
		if len(out) > cuts[len(cuts)-1] {
			cuts = append(cuts, len(out))
		}
	}
	return newest(out, cuts), nil
}

// all gives everything that stands in a part.
func (c *conn) all(list int, part int64) (out []posting, err error) {
	of, err := c.runs(list, part)
	if err != nil {
		return nil, err
	}
	cuts := []int{0}
	for i := range of {
		err := c.pages(&of[i], 0, len(of[i].firsts), func(body []byte) (err error) {
			out, err = unpackPage(body, dated(list), out)
			return err
		})
		if err != nil {
			return nil, err
		}
		cuts = append(cuts, len(out))
	}
	return newest(out, cuts), nil
}

// newest keeps the last word on each posting, of sorted runs that came one after
// another and lie between cuts, and of these words only those that it stands there.
func newest(of []posting, cuts []int) []posting {
	var room []posting
	for len(cuts) > 2 { // merge neighbours
		if room == nil {
			room = make([]posting, len(of))
		}
		fewer := []int{0}
		for i := 0; i+1 < len(cuts); i += 2 {
			end := cuts[min(i+2, len(cuts)-1)]
			mergeInto(room[cuts[i]:end], of[cuts[i]:cuts[i+1]], of[cuts[i+1]:end])
			fewer = append(fewer, end)
		}
		of, room, cuts = room, of, fewer
	}
	out := of[:0]
	for i := range of {
		if i+1 < len(of) && comparePostings(&of[i], &of[i+1]) == 0 {
			continue
		}
		if !of[i].gone {
			out = append(out, of[i])
		}
	}
	return out
}

// mergeInto merges two sorted runs; of equals those of the first come first.
func mergeInto(to, a, b []posting) {
	for i := range to {
		if len(b) == 0 || len(a) > 0 && comparePostings(&a[0], &b[0]) <= 0 {
			to[i], a = a[0], a[1:]
		} else {
			to[i], b = b[0], b[1:]
		}
	}
}

// partOf is a part of a list.
type partOf struct {
	list int
	part int64
}

// unknownDay stands for a day that is not known, after all others.
const unknownDay = math.MaxInt32 >> 1
