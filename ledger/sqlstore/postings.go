package sqlstore

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// A posting says that something stands under a key: a report in a block, an
// event under a state or a word. Lists of postings are kept in runs (runs.go).
type posting struct {
	key  uint64
	n    int64 // number of a report
	day  int32 // of an event, and how many more days it lasts
	more int32
	kind int32
	turn int32 // of one report under one key the last counts
	gone bool  // it stands there no more
}

// comparePostings is the order within a run. A report stands once under a key
// and a day.
func comparePostings(a, b *posting) int {
	if a.key != b.key {
		return cmp.Compare(a.key, b.key)
	}
	if a.day != b.day {
		return cmp.Compare(a.day, b.day)
	}
	return cmp.Compare(a.n, b.n)
}

// A report's number is its article's, shifted, and its place among those that the
// article ever had.
const (
	slotBits = 16
	maxSlot  = 1<<slotBits - 1
)

// pageSize is how many bytes a page of postings takes, unless a single key has
// more: four of them fill a page of the database.
const pageSize = 1960

// paginator packs postings that come in order into pages. All of one key stand in
// one page. A number is packed as the distance from the one before it: an article
// and its report apart.
type paginator struct {
	dated bool // postings have days and kinds
	put   func(first uint64, body []byte) error

	first    uint64 // key of the page
	body     []byte
	lastKey  uint64
	lastWork int64     // article of the posting before
	same     []posting // of the key that is being gathered
}

func (p *paginator) add(of *posting) error {
	if len(p.same) > 0 && p.same[0].key != of.key {
		if err := p.close(); err != nil {
			return err
		}
	}
	p.same = append(p.same, *of)
	return nil
}

// close packs the key that was gathered.
func (p *paginator) close() error {
	if len(p.same) == 0 {
		return nil
	}
	before, work := len(p.body), p.lastWork
	p.pack()
	if before > 0 && len(p.body) > pageSize { // begins a page of its own
		p.body, p.lastWork = p.body[:before], work
		if err := p.flush(); err != nil {
			return err
		}
		p.pack()
	}
	p.same = p.same[:0]
	return nil
}

func (p *paginator) pack() {
	key := p.same[0].key
	if len(p.body) == 0 {
		if p.body == nil {
			p.body = make([]byte, 0, pageSize+128)
		}
		p.first, p.lastKey, p.lastWork = key, 0, 0
	}
	many := uint64(0)
	if len(p.same) > 1 {
		many = 1
	}
	p.body = binary.AppendUvarint(p.body, (key-p.lastKey)<<1|many)
	if many == 1 {
		p.body = binary.AppendUvarint(p.body, uint64(len(p.same)))
	}
	p.lastKey = key
	day := int32(0)
	for i := range p.same {
		of := &p.same[i]
		p.body = binary.AppendVarint(p.body, of.n>>slotBits-p.lastWork)
		p.lastWork = of.n >> slotBits
		slot := uint64(of.n&maxSlot) << 1
		if of.gone {
			slot |= 1
		}
		p.body = binary.AppendUvarint(p.body, slot)
		if p.dated {
			p.body = binary.AppendVarint(p.body, int64(of.day-day))
			p.body = binary.AppendUvarint(p.body, uint64(of.more))
			p.body = binary.AppendUvarint(p.body, uint64(of.kind))
			day = of.day
		}
	}
}

// flush ends a page.
func (p *paginator) flush() error {
	if len(p.body) == 0 {
		return nil
	}
	err := p.put(p.first, p.body)
	p.body = nil
	return err
}

// end packs what is left.
func (p *paginator) end() error {
	if err := p.close(); err != nil {
		return err
	}
	return p.flush()
}

var errPage = errors.New("a page of postings is malformed")

// unpacker reads a page of postings, key by key.
type unpacker struct {
	body  []byte
	dated bool
	key   uint64
	work  int64
	bad   bool
}

func (u *unpacker) uvarint() uint64 {
	if len(u.body) > 0 && u.body[0] < 0x80 { // most are of one byte
		v := u.body[0]
		u.body = u.body[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(u.body)
	if n <= 0 {
		u.bad, u.body = true, nil
		return 0
	}
	u.body = u.body[n:]
	return v
}

func (u *unpacker) varint() int64 {
	v := u.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// next appends the postings of the next key; with only, those of its numbers.
func (u *unpacker) next(to []posting, only map[int64]bool) []posting {
	head := u.uvarint()
	u.key += head >> 1
	count := 1
	if head&1 == 1 {
		if count = int(u.uvarint()); count < 0 || count > len(u.body) {
			u.bad = true
			return to
		}
	}
	if only == nil {
		to = slices.Grow(to, count)
	}
	p := posting{key: u.key}
	for ; count > 0 && !u.bad; count-- {
		u.work += u.varint()
		slot := u.uvarint()
		p.n, p.gone = u.work<<slotBits|int64(slot>>1)&maxSlot, slot&1 == 1
		if u.dated {
			p.day += int32(u.varint())
			p.more, p.kind = int32(u.uvarint()), int32(u.uvarint())
		}
		if only == nil || only[p.n] {
			to = append(to, p)
		}
	}
	return to
}

// unpackPage appends all postings of a page.
func unpackPage(body []byte, dated bool, to []posting) ([]posting, error) {
	u := unpacker{body: body, dated: dated}
	for len(u.body) > 0 {
		to = u.next(to, nil)
	}
	if u.bad {
		return to, errPage
	}
	return to, nil
}

// pick appends the postings of some keys of a page, which are sorted; with only,
// those of its numbers.
func pick(body []byte, dated bool, keys []uint64, only map[int64]bool, to []posting) ([]posting, error) {
	u := unpacker{body: body, dated: dated}
	for len(u.body) > 0 && len(keys) > 0 {
		before := len(to)
		to = u.next(to, only)
		for len(keys) > 0 && keys[0] < u.key {
			keys = keys[1:]
		}
		if len(keys) == 0 || keys[0] != u.key {
			to = to[:before]
		}
	}
	if u.bad {
		return to, errPage
	}
	return to, nil
}
