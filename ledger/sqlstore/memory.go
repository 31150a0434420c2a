package sqlstore

import (
	"database/sql"
	"maps"
	"slices"

	"dateline/ledger"
)

// memory is what the writer knows of reports and groups from one transaction to
// the next: only whole answers, true until somebody else writes.
type memory struct {
	byN     map[int64]*entry
	byKey   map[string]*entry
	members map[string][]*entry // key of a founder → its reports, in no order
	blocks  map[uint64]*block   // the reports filed under a block
	parts   map[int64]*heldPart // of the list of blocks
	bands   map[int64]*heldBands
	lists   map[partOf][]posting // what a transaction puts on lists: empty between two, kept for its room
	held    int                  // places in all lists
	epoch   int                  // of the last question to Near
	turn    int                  // of transactions
	size    int                  // bound of held between transactions
	reports int                  // bound of the reports
}

// block is what is filed under a block. It has no pointers, for there are
// hundreds of thousands.
type block struct{ of []ref }

// ref is a report in a block, with what tells it from most others, if that is
// known: only the rest are looked at.
type ref struct {
	n      int64
	sketch ledger.Sketch
}

// heldPart is a part of the blocks of which something is held.
type heldPart struct {
	asked bool // the database was asked whether it has anything
	whole bool // all of its blocks are held
	used  int  // the last transaction that asked for one
}

// entry is a report as the writer knows it.
type entry struct {
	n       int64
	report  *ledger.Report
	sketch  ledger.Sketch
	founder string // key of its founder, "" if it has none yet
	fresh   *freshReport
	seen    int // epoch of the last question that met it
	used    int // the last transaction that met it
}

// bounds are how much is kept between transactions: much for an archive that
// comes in batches, little for a watch that runs for months. A place takes some
// fifty bytes, a report some kilobytes.
type bounds struct{ places, reports int }

var (
	manyHeld = bounds{2 << 20, 120_000}
	fewHeld  = bounds{1 << 18, 12_000}
)

const (
	manyAtOnce = 32  // entries of a batch
	wholeAt    = 400 // blocks of a part from which on all of it is read
)

func newMemory() *memory {
	return &memory{
		byN: map[int64]*entry{}, byKey: map[string]*entry{}, members: map[string][]*entry{}, blocks: map[uint64]*block{}, parts: map[int64]*heldPart{}, bands: map[int64]*heldBands{}, lists: map[partOf][]posting{},
		size: fewHeld.places, reports: fewHeld.reports,
	}
}

func (m *memory) hold(b bounds) { m.size, m.reports = b.places, b.reports }

func (m *memory) clear() {
	of := bounds{m.size, m.reports}
	*m = *newMemory()
	m.hold(of)
}

// trim forgets the parts that nobody asked for longest, and the reports, if there
// is too much: news comes in the order of time.
func (m *memory) trim() {
	m.turn++
	if m.held <= m.size && len(m.byN) <= m.reports {
		return
	}
	if m.held > m.size {
		m.forgetParts()
	}
	kept := map[int64]*entry{}
	if oldest := m.oldest(); oldest >= 0 {
		for n, e := range m.byN {
			if e.used >= oldest {
				kept[n] = e
			}
		}
	}
	m.held = 0
	for _, b := range m.blocks {
		m.held += len(b.of)
	}
	for f, of := range m.members { // only whole lists of what is left
		if len(of) == 0 || slices.ContainsFunc(of, func(e *entry) bool { return kept[e.n] == nil }) {
			delete(m.members, f)
		} else {
			m.held += len(of)
		}
	}
	m.byN, m.byKey = kept, make(map[string]*entry, len(kept))
	for _, e := range kept {
		m.byKey[e.report.Key] = e
	}
	m.held += len(kept)
}

// forgetParts forgets parts until half of what may be held is.
func (m *memory) forgetParts() {
	sizes := map[int64]int{}
	total := 0
	for k, b := range m.blocks {
		sizes[blockPart(k)] += len(b.of) + 1
		total += len(b.of) + 1
	}
	parts := slices.SortedFunc(maps.Keys(m.parts), func(a, b int64) int {
		if d := m.parts[a].used - m.parts[b].used; d != 0 {
			return d
		}
		return int(a - b)
	})
	gone := map[int64]bool{}
	for _, p := range parts {
		if total <= m.size/2 {
			break
		}
		gone[p] = true
		total -= sizes[p]
		delete(m.parts, p)
	}
	maps.DeleteFunc(m.blocks, func(k uint64, _ *block) bool { return gone[blockPart(k)] })
}

// oldest is the transaction since which the reports that stay were met, -1 if
// none stays.
func (m *memory) oldest() int {
	if len(m.byN) <= m.reports {
		return 0
	}
	met := make([]int, 0, len(m.byN))
	for _, e := range m.byN {
		met = append(met, e.used)
	}
	slices.Sort(met)
	if at := met[len(met)-m.reports/4*3]; at < m.turn-1 {
		return at + 1
	}
	return m.turn - 1 // at least those of the last one
}

func (m *memory) put(e *entry) *entry {
	m.byN[e.n], m.byKey[e.report.Key] = e, e
	e.used = m.turn
	m.held++
	return e
}

// drop forgets a report, which then stands in no list of blocks or members.
func (m *memory) drop(e *entry) {
	delete(m.byN, e.n)
	delete(m.byKey, e.report.Key)
	m.members[e.founder] = without(m.members[e.founder], e)
	for _, b := range ledger.Blocks(e.report) {
		if at := m.blocks[b]; at != nil {
			at.of = slices.DeleteFunc(at.of, func(r ref) bool { return r.n == e.n })
		}
	}
}

func without(of []*entry, e *entry) []*entry {
	return slices.DeleteFunc(of, func(x *entry) bool { return x == e })
}

// blockPart is the part of the list of blocks in which a block stands, and
// blockKey the block's key there.
func blockPart(b uint64) int64 { return int64(b >> 32) }

func blockKey(b uint64) uint64 { return b & (1<<32 - 1) }

const entryColumns = `r.founder, ` + reportColumns

// recall gives the entry of a live report by its key, nil if there is none.
func (w *writer) recall(key string) (*entry, error) {
	if e := w.mem.byKey[key]; e != nil {
		return e, nil
	}
	n, err := w.conn.number(key)
	if err != nil || n == 0 {
		return nil, err
	}
	es, err := w.recallAll([]int64{n})
	if err != nil || len(es) == 0 {
		return nil, err
	}
	return es[0], nil
}

// recallAll gives the entries of live reports by number; it may reorder nums.
func (w *writer) recallAll(nums []int64) ([]*entry, error) {
	out := make([]*entry, 0, len(nums))
	missing := slices.DeleteFunc(nums, func(n int64) bool {
		e := w.mem.byN[n]
		if e != nil {
			out = append(out, e)
		}
		return e != nil
	})
	for part := range slices.Chunk(missing, maxList) {
		in, args := list(part)
		es, err := w.read(`SELECT `+entryColumns+` WHERE r.live = 1 AND r.n IN (`+in+`)`, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, es...)
	}
	return out, nil
}

// read reads entries that are not in memory yet.
func (w *writer) read(q string, args ...any) (out []*entry, err error) {
	var others []int64 // founders
	of := map[*entry]int64{}
	err = w.each(q, args, func(r *sql.Rows) error {
		var founder int64
		row, err := scanReport(leading{r, []any{&founder}})
		if err != nil {
			return err
		}
		e := &entry{n: row.n, report: row.Report, sketch: row.Sketch()}
		switch founder {
		case 0:
		case row.n:
			e.founder = row.Key
		default:
			of[e] = founder
			others = append(others, founder)
		}
		out = append(out, w.mem.put(e))
		return nil
	})
	if err != nil || len(others) == 0 {
		return out, err
	}
	keys, err := w.keysByNumber(others)
	for e, n := range of {
		e.founder = keys[n]
	}
	return out, err
}

// remember reads what is filed under blocks, where that is not known yet.
func (w *writer) remember(blocks []uint64) error {
	missing := map[int64][]uint64{}
	for _, b := range blocks {
		p := w.mem.parts[blockPart(b)]
		if p == nil {
			p = &heldPart{}
			w.mem.parts[blockPart(b)] = p
		}
		p.used = w.mem.turn
		if !p.whole && w.mem.blocks[b] == nil {
			missing[blockPart(b)] = append(missing[blockPart(b)], b)
		}
	}
	for _, part := range slices.Sorted(maps.Keys(missing)) {
		if err := w.rememberPart(part, missing[part]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) rememberPart(part int64, missing []uint64) error {
	p := w.mem.parts[part]
	if !p.asked {
		of, err := w.levels(partOf{blockList, part})
		if err != nil {
			return err
		}
		p.asked, p.whole = true, len(of) == 0
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	known := map[uint64]bool{} // which is only asked for when all is read
	var found []posting
	var err error
	switch all := w.mem.size >= manyHeld.places && len(missing) >= wholeAt; {
	case p.whole:
	case all:
		p.whole = true
		for b := range w.mem.blocks {
			if blockPart(b) == part {
				known[b] = true
			}
		}
		found, err = w.all(blockList, part)
	default:
		keys := make([]uint64, len(missing))
		for i, b := range missing {
			keys[i] = blockKey(b)
			w.mem.blocks[b] = &block{}
		}
		found, err = w.lookUp(blockList, part, keys)
	}
	if err != nil {
		return err
	}
	for i := range found {
		if b := uint64(part)<<32 | found[i].key; !known[b] {
			w.mem.place(b, ref{n: found[i].n})
		}
	}
	// What is to be written is filed there too.
	if p.whole {
		for b, es := range w.filed {
			if blockPart(b) == part && !known[b] {
				w.mem.placeAll(b, es)
			}
		}
		return nil
	}
	for _, b := range missing {
		w.mem.placeAll(b, w.filed[b])
	}
	return nil
}

// place puts a report into a block.
func (m *memory) place(b uint64, r ref) {
	at := m.blocks[b]
	if at == nil {
		at = &block{}
		m.blocks[b] = at
	}
	at.of = append(at.of, r)
	m.held++
}

func (m *memory) placeAll(b uint64, es []*entry) {
	for _, e := range es {
		m.place(b, ref{e.n, e.sketch})
	}
}

// in calls f with the reports of blocks that may be one with that of a sketch,
// each once, and reads those that are not known.
func (w *writer) in(blocks []uint64, sketch *ledger.Sketch, f func(e *entry)) error {
	var missing []int64
	w.mem.epoch++
	for pass := range 2 {
		for _, b := range blocks {
			at := w.mem.blocks[b]
			if at == nil {
				continue
			}
			for i := range at.of {
				r := &at.of[i]
				if r.sketch.Foreign(sketch) {
					continue
				}
				e := w.mem.byN[r.n]
				if e == nil { // in the second pass: it was dropped
					missing = append(missing, r.n)
					continue
				}
				r.sketch = e.sketch
				if e.seen != w.mem.epoch && !r.sketch.Foreign(sketch) {
					e.seen, e.used = w.mem.epoch, w.mem.turn
					f(e)
				}
			}
		}
		if pass == 1 || len(missing) == 0 {
			break
		}
		slices.Sort(missing)
		if _, err := w.recallAll(slices.Compact(missing)); err != nil {
			return err
		}
	}
	return nil
}
