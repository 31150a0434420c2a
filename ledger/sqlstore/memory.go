package sqlstore

import (
	"database/sql"
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
	held    int                 // places in all lists
	epoch   int                 // of the last question to Near
	turn    int                 // of transactions
	size    int                 // bound of held between transactions
}

// block is what is filed under a block, and the last transaction that asked for it.
type block struct {
	of   []*entry
	used int
}

// entry is a report as the writer knows it.
type entry struct {
	n       int64
	report  *ledger.Report
	founder string // key of its founder, "" if it has none yet
	fresh   *freshReport
	seen    int // epoch of the last question that met it
}

// memorySize bounds the places of the lists that are kept between transactions:
// many for an archive that comes in batches, few for a watch that runs for months
// (a report has about seven places, and takes some kilobytes).
const (
	memorySize = 1 << 20
	fewSize    = 1 << 16
	manyAtOnce = 32 // entries of a batch
)

func newMemory() *memory {
	return &memory{byN: map[int64]*entry{}, byKey: map[string]*entry{}, members: map[string][]*entry{}, blocks: map[uint64]*block{}, size: fewSize}
}

func (m *memory) clear() {
	size := m.size
	*m = *newMemory()
	m.size = size
}

// trim forgets the half of the blocks that nobody asked for longest, if there is
// too much, and the reports that then stand in none: news comes in the order of
// time, and old blocks are seldom asked for again.
func (m *memory) trim() {
	m.turn++
	if m.held <= m.size {
		return
	}
	ages := make([]int, 0, len(m.blocks))
	for _, b := range m.blocks {
		ages = append(ages, b.used)
	}
	slices.Sort(ages)
	oldest := 0
	if len(ages) > 0 {
		oldest = ages[len(ages)/2]
	}
	byN := map[int64]*entry{}
	held := 0
	for k, b := range m.blocks {
		if b.used < oldest || oldest == m.turn-1 {
			delete(m.blocks, k)
			continue
		}
		held += len(b.of)
		for _, e := range b.of {
			byN[e.n] = e
		}
	}
	for f, of := range m.members { // only whole lists of what is left
		if len(of) == 0 || slices.ContainsFunc(of, func(e *entry) bool { return byN[e.n] == nil }) {
			delete(m.members, f)
		} else {
			held += len(of)
		}
	}
	m.byN, m.byKey, m.held = byN, make(map[string]*entry, len(byN)), held+len(byN)
	for _, e := range byN {
		m.byKey[e.report.Key] = e
	}
}

func (m *memory) put(e *entry) *entry {
	m.byN[e.n], m.byKey[e.report.Key] = e, e
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
			at.of = without(at.of, e)
		}
	}
}

func without(of []*entry, e *entry) []*entry {
	return slices.DeleteFunc(of, func(x *entry) bool { return x == e })
}

const entryColumns = `COALESCE((SELECT f.key FROM reports f WHERE f.n = r.founder), ''), ` + reportColumns

// recall gives the entry of a live report by its key, nil if there is none.
func (w *writer) recall(key string) (*entry, error) {
	if e := w.mem.byKey[key]; e != nil {
		return e, nil
	}
	es, err := w.read(`SELECT `+entryColumns+` WHERE r.key = ? AND r.live = 1`, key)
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
		es, err := w.read(`SELECT `+entryColumns+` WHERE r.n IN (`+in+`)`, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, es...)
	}
	return out, nil
}

// read reads entries that are not in memory yet.
func (w *writer) read(q string, args ...any) (out []*entry, err error) {
	err = w.each(q, args, func(r *sql.Rows) error {
		var founder string
		row, err := scanReport(leading{r, &founder})
		if err != nil {
			return err
		}
		out = append(out, w.mem.put(&entry{n: row.n, report: row.Report, founder: founder}))
		return nil
	})
	return out, err
}

// remember reads what is filed under blocks, where that is not known yet.
func (w *writer) remember(blocks []uint64) error {
	var missing []int64
	for _, b := range blocks {
		at := w.mem.blocks[b]
		if at == nil {
			at = &block{}
			w.mem.blocks[b] = at
			missing = append(missing, int64(b))
		}
		at.used = w.mem.turn
	}
	slices.Sort(missing)
	filed := map[int64][]uint64{} // report → blocks
	for part := range slices.Chunk(missing, maxList) {
		in, args := list(part)
		err := w.each(`SELECT block, report FROM blocks WHERE block IN (`+in+`)`, args, func(r *sql.Rows) error {
			var b, n int64
			err := r.Scan(&b, &n)
			filed[n] = append(filed[n], uint64(b))
			return err
		})
		if err != nil {
			return err
		}
	}
	es, err := w.recallAll(sortedKeys(filed))
	if err != nil {
		return err
	}
	for _, e := range es {
		for _, b := range filed[e.n] {
			w.mem.blocks[b].of = append(w.mem.blocks[b].of, e)
			w.mem.held++
		}
	}
	for _, b := range missing { // what is to be written is filed there too
		at := w.mem.blocks[uint64(b)]
		at.of = append(at.of, w.filed[uint64(b)]...)
	}
	return nil
}
