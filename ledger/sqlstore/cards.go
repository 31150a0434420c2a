package sqlstore

import (
	"encoding/binary"
	"fmt"
	"slices"

	"dateline"
	"dateline/ledger"
)

// card is where an occurrence that is shown is filed.
type card struct {
	position
	keys []uint64
}

// position is what stands beside each of its keys.
type position struct {
	list            int
	day, more, kind int64
}

func (p position) part() partOf { return partOf{p.list, p.day >> partDays} }

// keyBytes is how many bytes a key takes in a card.
const keyBytes = 5

// packKeys and unpackKeys write the keys of a card as the database keeps them.
func packKeys(keys []uint64) []byte {
	b := make([]byte, 0, keyBytes*len(keys)+3)
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint64(b, k)[:len(b)+keyBytes]
	}
	return b
}

func unpackKeys(b []byte) ([]uint64, error) {
	if len(b)%keyBytes != 0 {
		return nil, fmt.Errorf("keys of %d bytes", len(b))
	}
	out := make([]uint64, 0, len(b)/keyBytes)
	for ; len(b) > 0; b = b[keyBytes:] {
		out = append(out, uint64(binary.LittleEndian.Uint32(b))|uint64(b[4])<<32)
	}
	return out, nil
}

// unfile takes an occurrence away from keys.
func (w *writer) unfile(n int64, c *card, keys []uint64) {
	for _, k := range keys {
		w.list(c.part(), posting{key: k, n: n, day: int32(c.day), more: int32(c.more), kind: int32(c.kind), gone: true})
	}
}

// fileOccurrence writes where an occurrence is found; before is where it was.
// Where only some of its keys changed, only these are written. Words that it no
// longer has stay filed: they are looked for in what is found.
func (w *writer) fileOccurrence(n int64, o *ledger.Occurrence, before *card) error {
	e := &o.Event
	k, err := w.kindOf(kind{e.Type, e.Mode, e.Status})
	if err != nil {
		return err
	}
	first, _ := o.Published()
	pos := position{undatedList, listDay(first), 0, k}
	if w := e.When; w != nil && w.Known() {
		pos = position{eventList, int64(w.Earliest), int64(w.Latest - w.Earliest), k}
	}
	names := keysOfEvent(o)
	keys := make([]uint64, len(names))
	for i, name := range names {
		keys[i] = hashKey(name)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	w.occurrences.add(n, pos.list, pos.day, pos.more, k, listDay(first), packKeys(keys))
	fresh := keys
	if before != nil {
		old := before.keys
		if before.position == pos {
			fresh, old = lacking(keys, before.keys), lacking(before.keys, keys)
		}
		w.unfile(n, before, old)
	}
	for _, k := range fresh {
		w.list(pos.part(), posting{key: k, n: n, day: int32(pos.day), more: int32(pos.more), kind: int32(pos.kind)})
	}
	body, err := w.body(o)
	if err != nil {
		return err
	}
	for _, k := range wordKeys(body) {
		w.list(partOf{wordList, pos.part().part}, posting{key: k, n: n})
	}
	return nil
}

// lacking gives those of keys that others lack; both are sorted.
func lacking(keys, others []uint64) []uint64 {
	var out []uint64
	for _, k := range keys {
		if _, there := slices.BinarySearch(others, k); !there {
			out = append(out, k)
		}
	}
	return out
}

// listDay is a day as lists have it: what is not known comes last.
func listDay(d dateline.Day) int64 {
	if !d.Known() {
		return unknownDay
	}
	return int64(d)
}
